"""Sessions that were ended, an account that was blocked, too long a time without a network: locked or removed."""

from contextlib import closing
from datetime import datetime, timedelta

import pytest

from tests.journeys import keyrings
from tests.journeys.desk import Desk, bytes_below, translate
from tests.journeys.network import Watch, find_network, lose_network
from tests.journeys.town import ELIN, Town
from workplace_app.clock import now_utc
from workplace_app.domain.access_record import AccessRecord, confirmed, noted, witnessed
from workplace_app.domain.intent import IntentKind
from workplace_app.store.access_reader import access_record
from workplace_app.store.access_writer import save_access
from workplace_app.store.connection import StoreFiles
from workplace_app.store.outbox_filing import file_intent
from workplace_app.store.outbox_reader import pending_intents
from workplace_app.store.sync_connection import open_for_sync
from workplace_app.store.task_reader import open_tasks

ONE_SOCKET_MORE = "ignore:Exception ignored in. <truststore:pytest.PytestUnraisableExceptionWarning"
"""As in ``conftest.py``, of a question that is under way on a thread when its connection to the store is closed."""
pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
    pytest.mark.filterwarnings(ONE_SOCKET_MORE),
]
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
ENDED = "Din inloggning har avslutats från annat håll."
TOO_LONG = "Det är länge sedan du loggade in med nät."
BLOCKED = "Kontot är spärrat. Det som fanns här är borttaget."
NAME = "Elin Ekhamn"
LOCKED = f"{NAME} är låst"


def _tasks(desk: Desk) -> int:
    return len(open_tasks(desk.connection, now_utc()).rows)


def _at_work(desk: Desk, town: Town) -> str:
    """Sign in and read; the account's key."""
    desk.start(town.municipality)
    desk.sign_in(town.robot(ELIN))
    desk.until(lambda: _tasks(desk) > 0)
    desk.until_answered("planner")
    return desk.folders.current_account.read_text(encoding="ascii")[:32]


def _wish(desk: Desk) -> str:
    task = open_tasks(desk.connection, now_utc()).rows[0].task
    return file_intent(desk.connection, IntentKind.COMPLETE_TASK, task.id, now_utc()).id


def _record_is(desk: Desk, keyring: keyrings.Keyring, account_key: str, record: AccessRecord) -> None:
    """As many days of it as a test has no time for."""
    key = keyring().fetch(account_key)
    assert key is not None
    with closing(open_for_sync(StoreFiles.in_folder(desk.folders.account(account_key)), key)) as connection:
        save_access(connection, record)


def _until_sync_works(desk: Desk) -> None:
    desk.until(lambda: hasattr(desk.program, "_network"))


def test_sessions_that_were_ended_lock_an_open_window_and_a_sign_in_opens_all_of_it_again(
    desk: Desk, town: Town
) -> None:
    account_key = _at_work(desk, town)
    tasks = _tasks(desk)
    town.order("revoke", user_name=ELIN)
    desk.program.requests.refresh(frozenset({"planner"}))
    desk.until_it_says(ENDED, "Allt du har finns kvar här, låst.")
    assert desk.place == "sign_in"
    assert _tasks(desk) == 0, "what is shown is open to all"
    assert desk.folders.account(account_key).exists()

    desk.browser.robot = town.robot(ELIN)
    desk.press(translate("LockedStage", "Sign in again"))
    desk.until(lambda: desk.place == "today")
    assert _tasks(desk) >= tasks


def test_sessions_that_were_ended_while_the_program_was_closed_lock_it_after_the_first_question(
    desk: Desk, town: Town
) -> None:
    _at_work(desk, town)
    desk.close()
    town.order("revoke", user_name=ELIN)
    desk.start(town.municipality)
    _until_sync_works(desk)
    desk.program.requests.refresh(frozenset({"planner"}))
    desk.until_it_says(ENDED)
    desk.close()
    desk.start(town.municipality)
    desk.until_it_says(LOCKED)
    assert open_tasks(desk.connection, now_utc()).rows == ()


def test_who_was_blocked_while_there_was_no_network_finds_everything_removed_when_there_is(
    desk: Desk, town: Town, keyring: keyrings.Keyring
) -> None:
    account_key = _at_work(desk, town)
    lose_network(desk, town)
    _wish(desk)
    town.order("account", user_name=ELIN, disabled=True)
    assert _tasks(desk) > 0, "nobody knows of it here"
    find_network(town)
    desk.program.requests.refresh(frozenset())
    desk.until_it_says(BLOCKED, "1 sak hade inte skickats och försvann också.")
    assert keyring().fetch(account_key) is None
    assert not desk.folders.account(account_key).exists()
    assert not desk.folders.current_account.exists()
    assert NAME not in desk.words()
    for path, content in bytes_below(desk.folders.data):
        assert NAME.encode() not in content, path


def test_too_long_without_a_network_is_locked_and_not_lost(desk: Desk, town: Town) -> None:
    _at_work(desk, town)
    lose_network(desk, town)
    wish = _wish(desk)
    desk.close()

    watch = Watch()
    watch.wind_on(29 * DAY)
    desk.start(town.municipality, clock=watch)
    desk.until(lambda: desk.place == "today")
    assert wish in [each.id for each in pending_intents(desk.connection)]
    watch.wind_on(DAY)
    desk.program.access.look()  # as it does twice a minute
    desk.until_it_says(TOO_LONG, "Allt du har finns kvar här, låst.")
    assert NAME in desk.words()
    desk.close()

    desk.start(town.municipality, clock=watch)
    desk.until_it_says(LOCKED)
    assert open_tasks(desk.connection, now_utc()).rows == ()
    desk.close()

    town.order("network", online=True)
    desk.start(town.municipality)
    desk.browser.robot = town.robot(ELIN)
    desk.press(translate("LockedStage", "Sign in again"))
    desk.until(lambda: desk.place == "today")
    assert wish in [each.id for each in pending_intents(desk.connection)] or _is_done(desk, wish)


def _is_done(desk: Desk, wish: str) -> bool:
    row = desk.connection.execute("SELECT state FROM mine.outbox WHERE id = ?", (wish,)).fetchone()
    return row is not None and row[0] == "confirmed"


def test_what_nobody_has_confirmed_for_ninety_days_is_removed_at_the_start(
    desk: Desk, town: Town, keyring: keyrings.Keyring
) -> None:
    account_key = _at_work(desk, town)
    desk.close()
    then: datetime = now_utc() - 91 * DAY
    _record_is(desk, keyring, account_key, witnessed(confirmed(then, then, HOUR), now_utc(), now_utc()))
    desk.start(town.municipality)
    desk.until_it_says("Det som fanns här är borttaget")
    assert keyring().fetch(account_key) is None
    assert not desk.folders.account(account_key).exists()


def test_who_is_locked_and_alone_at_the_computer_is_removed_when_ninety_days_are_over(
    desk: Desk, town: Town, keyring: keyrings.Keyring
) -> None:
    """Nobody opens what is locked, and no other account says what time it is."""
    account_key = _at_work(desk, town)
    lose_network(desk, town)
    desk.close()
    watch = Watch()
    record = confirmed(watch() - 89 * DAY, watch() - 89 * DAY, HOUR)
    for day in reversed(range(89)):
        record = noted(record, watch() - day * DAY)
    _record_is(desk, keyring, account_key, record)
    desk.start(town.municipality, clock=watch)
    desk.until_it_says(TOO_LONG, "Allt du har finns kvar här, låst.")
    desk.close()
    watch.wind_on(DAY / 2)
    desk.start(town.municipality, clock=watch)
    desk.until_it_says(LOCKED)
    desk.close()
    assert desk.folders.account(account_key).exists()

    watch.wind_on(DAY / 2)
    desk.start(town.municipality, clock=watch)
    desk.until_it_says("Det som fanns här är borttaget")
    assert keyring().fetch(account_key) is None
    assert not desk.folders.account(account_key).exists()
    assert NAME not in desk.words()


def test_each_answer_of_the_identity_provider_begins_the_time_anew(
    desk: Desk, town: Town, keyring: keyrings.Keyring
) -> None:
    account_key = _at_work(desk, town)
    record = access_record(desk.connection)
    assert record.confirmed_at is not None
    desk.close()
    then = now_utc() - 20 * DAY
    _record_is(desk, keyring, account_key, confirmed(then, then, HOUR))
    desk.start(town.municipality)
    _until_sync_works(desk)
    town.order("tokens", access_token_seconds=60)
    town.order("challenge", user_name=ELIN)
    desk.program.requests.refresh(frozenset({"planner"}))
    desk.until(lambda: (access_record(desk.connection).confirmed_at or then) > then + 19 * DAY)
