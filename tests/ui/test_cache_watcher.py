"""What sync announces on its thread reaches the widgets on theirs, merged."""

from threading import Thread, get_ident

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from ui.cache_watcher import CacheWatcher
from workplace_app.domain.changes import ChangeKind, ChangeListener
from workplace_app.domain.progress import SyncProgress
from workplace_app.domain.sign_in import SignInState, SignInStep

TASKS, NEWS = frozenset({ChangeKind.TASKS}), frozenset({ChangeKind.NEWS})


def on_another_thread(*calls: object) -> None:
    def run() -> None:
        for call in calls:
            assert callable(call)
            call()

    thread = Thread(target=run)
    thread.start()
    thread.join()


def test_a_watcher_is_what_sync_wants_to_tell(qtbot: QtBot) -> None:
    listener: ChangeListener = CacheWatcher()
    listener.changed(TASKS)


def test_a_burst_comes_out_as_one_set_on_the_widgets_thread(qtbot: QtBot) -> None:
    watcher = CacheWatcher()
    told: list[tuple[frozenset[ChangeKind], int]] = []
    watcher.changes.connect(lambda kinds: told.append((kinds, get_ident())))
    on_another_thread(*[lambda: watcher.changed(TASKS)] * 50, lambda: watcher.changed(NEWS))
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(TASKS | NEWS, get_ident())]


def test_what_comes_after_a_burst_is_told_again(qtbot: QtBot) -> None:
    watcher = CacheWatcher()
    with qtbot.waitSignal(watcher.changes):
        watcher.changed(TASKS)
    with qtbot.waitSignal(watcher.changes) as second:
        watcher.changed(NEWS)
    assert second.args == [NEWS]


def test_of_progress_the_latest_counts(qtbot: QtBot) -> None:
    watcher = CacheWatcher()
    told: list[SyncProgress] = []
    watcher.progress.connect(told.append)
    steps = [SyncProgress(running=True, feeds_done=number, feeds_total=19) for number in range(20)]
    on_another_thread(*[lambda step=step: watcher.progress_changed(step) for step in steps])
    qtbot.waitUntil(lambda: bool(told))
    assert told == [steps[-1]]


def test_signing_in_is_told_step_by_step(qtbot: QtBot) -> None:
    watcher = CacheWatcher()
    told: list[SignInStep] = []
    watcher.sign_in.connect(lambda state: told.append(state.step))
    steps = [SignInStep.STARTING, SignInStep.WAITING_FOR_BROWSER, SignInStep.SIGNED_IN]
    on_another_thread(*[lambda step=step: watcher.sign_in_changed(SignInState(step)) for step in steps])
    qtbot.waitUntil(lambda: len(told) == len(steps))
    assert told == steps


def test_nothing_is_told_before_the_event_loop_turns(qtbot: QtBot) -> None:
    watcher = CacheWatcher()
    told: list[frozenset[ChangeKind]] = []
    watcher.changes.connect(told.append)
    watcher.changed(TASKS)
    assert told == []
    assert not watcher.findChildren(QTimer)[0].isActive()
