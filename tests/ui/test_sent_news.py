"""The toast after reconnecting, in the window: one for the burst, none for an ordinary tick, and later on opening."""

from datetime import timedelta

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.opened import Opened
from tests.ui.shell_parts import NOW
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.intent import Intent, IntentKind
from workplace_app.domain.progress import SyncProgress
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_filing import file_intent


def file(opened: Opened, number: int) -> Intent:
    return file_intent(opened.connection, IntentKind.COMPLETE_TASK, f"planner:{number}", opened.clock())


def confirm(opened: Opened, *filed: Intent) -> None:
    delivery = OutboxDelivery(opened.sync)
    for each in filed:
        delivery.sending(each.id, opened.clock())
        delivery.confirmed(each.id, opened.clock())
    opened.workplace.watcher.changed(frozenset({ChangeKind.OUTBOX}))


def said(opened: Opened) -> str:
    return opened.workplace._toasts.current_text


def test_after_reconnecting_one_toast_says_how_many_arrived_and_when(
    opened: Opened, swedish: None, qtbot: QtBot
) -> None:
    watcher = opened.workplace.watcher
    with qtbot.waitSignal(watcher.progress):
        watcher.progress_changed(SyncProgress(running=False, offline=True))
    filed = [file(opened, number) for number in range(3)]
    opened.clock.pass_time(timedelta(seconds=10))
    with qtbot.waitSignal(watcher.progress):
        watcher.progress_changed(SyncProgress(running=True))
    confirm(opened, filed[0])
    with qtbot.waitSignal(watcher.changes):
        pass
    assert said(opened) == "", "two more wait: the burst is not over"
    confirm(opened, *filed[1:])
    qtbot.waitUntil(lambda: said(opened) == "3 saker skickade 08:12")
    opened.workplace._toasts.clear()
    with qtbot.waitSignal(watcher.progress):
        watcher.progress_changed(SyncProgress(running=False))
    assert said(opened) == ""


def test_a_single_thing_is_told_in_the_singular(opened: Opened, swedish: None, qtbot: QtBot) -> None:
    filed = file(opened, 1)
    opened.clock.pass_time(timedelta(minutes=9))
    confirm(opened, filed)
    qtbot.waitUntil(lambda: said(opened) == "1 sak skickad 08:21")


def test_an_ordinary_tick_is_not_told(opened: Opened, qtbot: QtBot) -> None:
    filed = file(opened, 1)
    opened.clock.pass_time(timedelta(seconds=2))
    with qtbot.waitSignal(opened.workplace.watcher.changes):
        confirm(opened, filed)
    assert said(opened) == ""


def test_what_arrived_while_the_window_was_closed_is_told_when_it_opens(opened: Opened, swedish: None) -> None:
    QApplication.processEvents()
    filed = file(opened, 1)
    context = opened.context
    opened.workplace.leave()
    opened.clock.pass_time(timedelta(minutes=50))
    confirm(opened, filed)
    opened.clock.pass_time(timedelta(hours=1))
    opened.workplace.enter(opened.connection, context.account, context.municipality, opened.requests)
    QApplication.processEvents()
    assert said(opened) == "1 sak skickad 09:02"
    opened.workplace.leave()
    opened.workplace.enter(opened.connection, context.account, context.municipality, opened.requests)
    QApplication.processEvents()
    assert said(opened) == "", "once"


def test_the_toast_leaves_the_last_act_to_be_undone(opened: Opened, qtbot: QtBot) -> None:
    undone: list[bool] = []
    opened.workplace.say("Done", undo=lambda: undone.append(True))
    filed = file(opened, 1)
    opened.clock.pass_time(timedelta(minutes=9))
    confirm(opened, filed)
    qtbot.waitUntil(lambda: "sent" in said(opened))
    opened.workplace._toasts.undo_last()
    assert undone == [True]


def test_nothing_is_told_of_the_time_before_the_first_opening(opened: Opened) -> None:
    QApplication.processEvents()
    assert said(opened) == ""
    assert opened.clock() == NOW
