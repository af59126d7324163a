"""The whole window with its real screens, over a store that has a small day of work in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.ui.opened import Opened, open_window
from tests.ui.screens.a_day import DAY, EVERY_FEED
from tests.ui.shell_parts import ELIN, NACKA, NOW, SPEAKING
from ui.reminders.calendar_file import calendar_file
from ui.screen import ScreenFactory
from ui.screens.my_questions.my_questions_screen import MyQuestionsScreen
from ui.screens.news.news_screen import NewsScreen
from ui.screens.people.people_screen import PeopleScreen
from ui.screens.reminders.reminders_screen import RemindersScreen
from ui.screens.services.services_screen import ServicesScreen
from ui.screens.settings.settings_screen import SettingsScreen
from ui.screens.today.today_screen import TodayScreen
from ui.screens.workspaces.workspaces_screen import WorkspacesScreen
from workplace_app.domain.account import Account
from workplace_app.domain.configuration import Municipality
from workplace_app.store.feed_ledger import FeedLedger

SCREENS: dict[str, ScreenFactory] = {
    "today": TodayScreen,
    "news": NewsScreen,
    "workspaces": WorkspacesScreen,
    "services": ServicesScreen,
    "people": PeopleScreen,
    "reminders": lambda context: RemindersScreen(context, calendar_file),
    "settings": SettingsScreen,
    "my_questions": MyQuestionsScreen,
}


def open_screens(
    qapp: QApplication,
    folder: Path,
    *,
    facts: bool = True,
    fetched: bool = True,
    municipality: Municipality = NACKA,
    account: Account = ELIN,
) -> Opened:
    """Open the window; ``fetched`` says that every feed has answered."""
    made = open_window(qapp, folder, SCREENS, facts=DAY if facts else (), municipality=municipality, account=account)
    if fetched:
        ledger = FeedLedger(made.sync)
        for feed in EVERY_FEED:
            ledger.succeed(feed, NOW)
    made.workplace.leave()
    made.context = made.workplace.enter(made.connection, made.context.account, made.context.municipality, made.requests)
    made.application.window.activateWindow()
    return made


def close(made: Opened) -> None:
    """Close it and let Qt delete what is left, as it does between two turns of a running loop."""
    made.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def day(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    """The window on Idag; every feed has answered."""
    made = open_screens(qapp, tmp_path)
    yield made
    close(made)
    qapp.setStyleSheet("")


@pytest.fixture
def speaking(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    """The same day in a municipality that has an interface for questions and acknowledgements."""
    made = open_screens(qapp, tmp_path, municipality=SPEAKING)
    yield made
    close(made)
    qapp.setStyleSheet("")


@pytest.fixture
def unknown(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    """The window over an empty store: nothing has been fetched, nothing is known."""
    made = open_screens(qapp, tmp_path, facts=False, fetched=False)
    yield made
    close(made)
    qapp.setStyleSheet("")


@pytest.fixture
def known_empty(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    """The window over an empty store whose feeds have all answered: there is nothing."""
    made = open_screens(qapp, tmp_path, facts=False)
    yield made
    close(made)
    qapp.setStyleSheet("")
