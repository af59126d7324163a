"""Draws every screen to PNG files, as the people who use it would see it: light, dark, 200 % text, two widths."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QLineEdit

from ui import places
from ui.application import Application, make_qt_application
from ui.reminders.calendar_file import calendar_file
from ui.screen import ScreenFactory
from ui.screens.my_questions.my_questions_screen import MyQuestionsScreen
from ui.screens.news.news_screen import NewsScreen
from ui.screens.outbox.outbox_screen import OutboxScreen
from ui.screens.people.people_screen import PeopleScreen
from ui.screens.reminders.reminders_screen import RemindersScreen
from ui.screens.search.palette import Palette, open_palette
from ui.screens.services.services_screen import ServicesScreen
from ui.screens.settings.settings_screen import ABOUT, ACCOUNT, RULES, SettingsScreen
from ui.screens.sign_in.sign_in_screen import SignInScreen
from ui.screens.today.all_tasks import ALL_TASKS
from ui.screens.today.today_screen import TodayScreen
from ui.screens.workspaces.workspaces_screen import WorkspacesScreen
from ui.workplace import Workplace
from workplace_app.account_stores import OpenedAccount
from workplace_app.clock import now_utc
from workplace_app.domain.account import PUBLIC_ACCOUNT, Account
from workplace_app.domain.checkup import Checkup
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.frozen import frozen
from workplace_app.domain.locked import LockCause, Locked
from workplace_app.domain.person_here import PersonHere
from workplace_app.domain.reminder import ReminderKind, ReminderSubject
from workplace_app.domain.settings import TEXT_PERCENT, THEME, ThemeChoice
from workplace_app.domain.sign_in import ANYBODY, SignInWish
from workplace_app.shown_person import account_in
from workplace_app.store.connection import open_for_screen
from workplace_app.store.connection_type import Connection
from workplace_app.store.journey_reader import journeys
from workplace_app.store.own_things.reminders import remind
from workplace_app.store.reminder_reader import open_reminders


class NoCheck:
    """The check of the computer is offered in the pictures, and not made."""

    def begin(self, stepped: Callable[[int, int], None], ended: Callable[[Checkup], None]) -> None:
        """Nothing."""


SCREENS: Mapping[str, ScreenFactory] = {
    places.TODAY: TodayScreen,
    places.NEWS: NewsScreen,
    places.WORKSPACES: WorkspacesScreen,
    places.SERVICES: ServicesScreen,
    places.PEOPLE: PeopleScreen,
    places.REMINDERS: lambda context: RemindersScreen(context, calendar_file),
    places.MY_QUESTIONS: MyQuestionsScreen,
    places.SETTINGS: lambda context: SettingsScreen(context, NoCheck()),
    places.SIGN_IN: SignInScreen,
    places.OUTBOX: OutboxScreen,
}
_SOUGHT = "bygglov"


def _choose_something(workplace: Workplace) -> None:
    """A list with nothing chosen would leave the reading pane empty."""
    choose: Callable[[], None] | None = getattr(workplace.pages.shown, "choose_first", None)
    if choose is not None:
        choose()


def _remind(workplace: Workplace) -> None:
    """Set a few reminders where there are none: an empty list shows nothing of what it is for."""
    shown = workplace.pages.shown
    if shown is None or open_reminders(shown.context.connection):
        return
    connection, now = shown.context.connection, shown.context.clock()
    words = (("Ring fastighetsägaren", 1), ("Ta med lasern till Tallbacken", 24), ("Skriv protokollet", 75))
    for text, hours in words:
        remind(connection, ReminderSubject(ReminderKind.TEXT, text), now + timedelta(hours=hours), now)
    shown.refresh(shown.kinds)


def _show_all_tasks(workplace: Workplace) -> None:
    workplace.go(places.TODAY, ALL_TASKS)


def _show_journey(workplace: Workplace) -> None:
    shown = workplace.pages.shown
    found = journeys(shown.context.connection) if shown is not None else ()
    if found:
        workplace.go(places.SERVICES, found[0].id)


def _settings_page(page: str) -> Callable[[Workplace], None]:
    return lambda workplace: workplace.go(places.SETTINGS, page)


def _search(workplace: Workplace) -> None:
    """Type into the palette, as somebody would who wants to know."""
    workplace.commands.run("search")
    for box in workplace.window.findChildren(QLineEdit):
        if box.window().focusWidget() is box:
            box.setText(_SOUGHT)


@frozen
class Scene:
    """A picture that is drawn in every variant: a place, and what is done there first.

    ``locked``: whoever has signed in has locked the account.
    """

    name: str
    place: str
    prepare: Callable[[Workplace], None] = _choose_something
    locked: bool = False


_PREPARED: Mapping[str, Callable[[Workplace], None]] = {places.REMINDERS: _remind}

SCENES = (
    *(Scene(place.replace("_", "-"), place, _PREPARED.get(place, _choose_something)) for place in SCREENS),
    Scene("all-tasks", places.TODAY, _show_all_tasks),
    Scene("journey", places.SERVICES, _show_journey),
    Scene("search", places.TODAY, _search),
    Scene("locked", places.SIGN_IN, locked=True),
    Scene("account", places.SETTINGS, _settings_page(ACCOUNT)),
    Scene("rules", places.SETTINGS, _settings_page(RULES)),
    Scene("check", places.SETTINGS, _settings_page(ABOUT)),
)


@frozen
class Variant:
    """One way to look at a screen. The width and height are in pixels."""

    name: str
    theme: ThemeChoice = ThemeChoice.LIGHT
    text_percent: int = 100
    width: int = 1440
    height: int = 900


VARIANTS = (
    Variant("light"),
    Variant("dark", theme=ThemeChoice.DARK),
    Variant("200-percent", text_percent=200),
    Variant("1024", width=1024, height=768),
    Variant("1920", width=1920, height=1080),
    Variant("contrast", theme=ThemeChoice.CONTRAST),
)


class NoRequests:
    """Nothing is asked of the world while pictures are drawn."""

    def sign_in(self, wish: SignInWish = ANYBODY) -> None:
        """Nothing."""

    def cancel_sign_in(self) -> None:
        """Nothing."""

    def sign_in_with_device_code(self, wish: SignInWish = ANYBODY) -> None:
        """Nothing."""

    def sign_in_to_cms(self) -> None:
        """Nothing."""

    def cancel_cms_sign_in(self) -> None:
        """Nothing."""

    def sign_out(self) -> None:
        """Nothing."""

    def refresh(self, feeds: frozenset[str]) -> None:
        """Nothing."""

    def open_account_again(self) -> None:
        """Nothing."""

    def open_conversation(self, place_id: str) -> None:
        """Nothing."""

    def believe(self, feed: str) -> None:
        """Nothing."""


class MemorySettings:
    """Settings that are forgotten when the pictures are drawn."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def setting(self, name: str) -> str | None:
        """The text, None when nothing was set."""
        return self._texts.get(name)

    def set_setting(self, name: str, text: str | None) -> None:
        """Remember it for now."""
        if text is None:
            self._texts.pop(name, None)
        else:
            self._texts[name] = text


def draw_screens(opened: OpenedAccount, municipality: Municipality, folder: Path) -> list[Path]:
    """Draw all screens in all variants to ``folder``; what was drawn."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    before = qInstallMessageHandler(_say_what_matters)
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else make_qt_application(["nacka-arbetsplats"])
    try:
        with closing(open_for_screen(opened.files, opened.key)) as connection:
            return list(_draw_all(app, connection, municipality, folder))
    finally:
        qInstallMessageHandler(before)


def _say_what_matters(_kind: QtMsgType, _where: QMessageLogContext, message: str) -> None:
    """The offscreen platform says for every window that it has no window manager to tell the least size to."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(f"{message}\n")


def _draw_all(app: QApplication, connection: Connection, municipality: Municipality, folder: Path) -> Iterator[Path]:
    settings = MemorySettings()
    application = Application(app, settings)
    workplace = Workplace(application, now_utc, SCREENS, {"palette": open_palette})
    account = account_in(connection)
    for variant in VARIANTS:
        settings.set_setting(THEME.name, variant.theme.value)
        settings.set_setting(TEXT_PERCENT.name, str(variant.text_percent))
        application.settings.changed.emit(THEME.name)
        application.window.resize(variant.width, variant.height)
        application.window.show()
        for number, scene in enumerate(SCENES, start=1):
            shown = PUBLIC_ACCOUNT if scene.place == places.SIGN_IN else account
            locked = _locked(account) if scene.locked else None
            workplace.enter(connection, shown, municipality, NoRequests(), locked=locked, place=scene.place)
            _settle(app)
            scene.prepare(workplace)
            path = folder / f"{number:02}-{scene.name}-{variant.name}.png"
            _settle(app)
            application.window.grab().save(str(path))
            for palette in application.window.findChildren(Palette):
                palette.leave()
            yield path
    workplace.leave()
    application.window.close()


def _locked(account: Account) -> Locked:
    person = PersonHere(account.key, account.display_name, account.user_name, has_code=True)
    return Locked(person, now_utc(), LockCause.BY_HAND)


def _settle(app: QApplication) -> None:
    for _ in range(_TURNS):
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # no loop runs here that would do it


_TURNS = 20
"""Turns of the event loop in which delayed layouts come to rest."""
