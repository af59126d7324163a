"""The parts that main.py hands to the window, each imported when it is first needed and not before."""

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from workplace_app.clock import now_utc

if TYPE_CHECKING:
    from sync.content_access import ContentAccess
    from ui.cache_watcher import CacheWatcher
    from ui.companion import Companion
    from ui.computer_check import ComputerCheck
    from ui.idleness import Idleness
    from ui.main_window import MainWindow
    from ui.screen import Screen, ScreenContext, ScreenFactory
    from ui.workplace import Floating
    from workplace_app.access_watch import AccessWatch
    from workplace_app.account_stores import AccountStores, OpenedAccount
    from workplace_app.account_switching import AccountSwitching
    from workplace_app.domain.access import AccessRules
    from workplace_app.domain.checkup import Checkup
    from workplace_app.domain.configuration import Municipality
    from workplace_app.domain.problem import Problem
    from workplace_app.domain.reminder import Reminder
    from workplace_app.folders import Folders
    from workplace_app.key_entries import KeyVault
    from workplace_app.lock_codes import LockCodes
    from workplace_app.unused_removal import UnusedAccounts


def system_keyring() -> "KeyVault":
    """The keyring of the operating system."""
    from sync.identity.key_vault import KeyVault
    from workplace_app.patient_vault import PatientVault

    return PatientVault(KeyVault())


def watch_idleness(
    app: QApplication, access: "AccessRules", lock: Callable[[], None], accounts: "AccountSwitching"
) -> "Idleness | None":
    """Lock a window that nobody uses, where IT wants that. Whoever comes in is there, also by way of the browser."""
    if not access.lock_after_minutes:
        return None
    from ui.idleness import Idleness

    idleness = Idleness(app, access.lock_after_minutes, time.monotonic, time.time)
    idleness.expired.connect(lock)
    accounts.entered.connect(idleness.somebody_came)
    return idleness


def lock_codes(stores: "AccountStores") -> "LockCodes":
    """What opens accounts by code; its arithmetic is imported when the first code is written."""
    from workplace_app.lock_codes import LockCodes

    return LockCodes(stores, time.monotonic)


def content_access(municipality: "Municipality") -> "type[ContentAccess] | None":
    """What signs in at the CMS's own issuer, where it has one: its libraries are imported for nobody else."""
    if municipality.cms is None or municipality.cms.identity is None:
        return None
    from sync.content_access import ContentAccess

    return ContentAccess


def make_public(opened: "OpenedAccount") -> None:
    """Fill the store of nobody with the catalogue that the program brings along, until a server has done so."""
    from workplace_app.built_in_catalogue import store_built_in_catalogue
    from workplace_app.store.cache_writer import CacheWriter
    from workplace_app.store.sync_connection import open_for_sync

    with closing(open_for_sync(opened.files, opened.key)) as connection:
        writer = CacheWriter(connection)
        if not writer.bookmarks("services"):
            store_built_in_catalogue(writer, now_utc())


def migrate(opened: "OpenedAccount") -> None:
    """Bring the files of an older version up to date."""
    from workplace_app.store.sync_connection import open_for_sync

    open_for_sync(opened.files, opened.key).close()


def screens(check: "Callable[[], ComputerCheck] | None" = None) -> "Mapping[str, ScreenFactory]":
    """The screens; each is imported when it is first visited. ``check`` makes what looks at this computer."""
    from ui import places

    def today(context: "ScreenContext") -> "Screen":
        from ui.screens.today.today_screen import TodayScreen

        return TodayScreen(context)

    def news(context: "ScreenContext") -> "Screen":
        from ui.screens.news.news_screen import NewsScreen

        return NewsScreen(context)

    def workspaces(context: "ScreenContext") -> "Screen":
        from ui.screens.workspaces.workspaces_screen import WorkspacesScreen

        return WorkspacesScreen(context)

    def services(context: "ScreenContext") -> "Screen":
        from ui.screens.services.services_screen import ServicesScreen

        return ServicesScreen(context)

    def people(context: "ScreenContext") -> "Screen":
        from ui.screens.people.people_screen import PeopleScreen

        return PeopleScreen(context)

    def settings(context: "ScreenContext") -> "Screen":
        from ui.screens.settings.settings_screen import SettingsScreen

        return SettingsScreen(context, check() if check is not None else None)

    def sign_in(context: "ScreenContext") -> "Screen":
        from ui.screens.sign_in.sign_in_screen import SignInScreen

        return SignInScreen(context)

    def outbox(context: "ScreenContext") -> "Screen":
        from ui.screens.outbox.outbox_screen import OutboxScreen

        return OutboxScreen(context)

    return {
        places.TODAY: today,
        places.NEWS: news,
        places.WORKSPACES: workspaces,
        places.SERVICES: services,
        places.PEOPLE: people,
        places.REMINDERS: _reminders,
        places.MY_QUESTIONS: _my_questions,
        places.SETTINGS: settings,
        places.SIGN_IN: sign_in,
        places.OUTBOX: outbox,
    }


def _reminders(context: "ScreenContext") -> "Screen":
    from ui.screens.reminders.reminders_screen import RemindersScreen

    return RemindersScreen(context, reminder_calendar)


def _my_questions(context: "ScreenContext") -> "Screen":
    from ui.screens.my_questions.my_questions_screen import MyQuestionsScreen

    return MyQuestionsScreen(context)


def checkup(folders: "Folders", municipality: "Municipality", open_vault: "Callable[[], KeyVault]") -> "ComputerCheck":
    """The doctor beside the window, for the municipality that the window serves."""
    from workplace_app.check_beside import CheckBeside

    def examine(told: "Callable[[int, int], None]") -> "Checkup":
        from workplace_app.doctor import Patient, examine

        return examine(Patient(folders, open_vault, municipality=municipality), told)

    return CheckBeside(examine)


def floating() -> "Mapping[str, Floating]":
    """What floats over the window."""

    def palette(context: "ScreenContext", window: QWidget) -> None:
        from ui.screens.search.palette import open_palette

        open_palette(context, window)

    return {"palette": palette}


def companion(context: "ScreenContext", window: "MainWindow") -> "Companion":
    """What lives as long as an account is open: the alarm."""
    from ui.reminders.reminding import Reminding

    return Reminding(context, window)


def reminder_calendar(reminders: "Sequence[Reminder]", now: datetime) -> bytes:
    """Reminders as a calendar file; its library is imported when the first is saved."""
    from ui.reminders.calendar_file import calendar_file

    return calendar_file(reminders, now)


def access_watch(rules: "AccessRules", clock: "Callable[[], datetime]", watcher: "CacheWatcher") -> "AccessWatch":
    """What says when the open account may be open no longer."""
    from workplace_app.access_watch import AccessWatch

    return AccessWatch(rules, clock, watcher)


def removed_while_locked(
    stores: "AccountStores", rules: "AccessRules", clock: "Callable[[], datetime]", account_key: str
) -> "Problem | None":
    """Why an account that was left locked has been wiped now, None when it stays. Not on the window's thread."""
    from workplace_app.time_while_locked import removed_while_locked as look

    return look(stores, account_key, rules, clock())


def unused_accounts(
    folders: "Folders",
    stores: "AccountStores",
    rules: "AccessRules",
    here: "AccountSwitching",
    watch: "AccessWatch",
    clock: "Callable[[], datetime]",
) -> "UnusedAccounts":
    """What looks, at each yes of the identity provider, for accounts to which nobody comes back."""
    from workplace_app.unused_removal import UnusedAccounts

    unused = UnusedAccounts(folders, stores, rules, here, clock)
    watch.confirmed.connect(unused.look)
    return unused
