"""The lock of a home folder and the call of a second start."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from workplace_app.domain.inner_link import InnerLink, Shown
from workplace_app.single_instance import SingleInstance

PATIENCE_MS = 15_000
TASK = InnerLink(Shown.TASK, "planner:1")


def test_only_one_holds_a_folder_until_it_lets_go(tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.acquire()
    assert not second.acquire()
    first.release()
    assert second.acquire()
    second.release()


def test_two_folders_have_nothing_to_do_with_each_other(tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path / "one"), SingleInstance(tmp_path / "two")
    assert first.acquire()
    assert second.acquire()
    first.release()
    second.release()


def test_each_further_start_is_heard(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.acquire()
    first.prepare()
    first.listen()
    for link in (None, TASK, TASK):
        with qtbot.waitSignal(first.wanted, timeout=PATIENCE_MS) as heard:
            assert second.call(link)
        assert heard.args == [link]
    first.release()
    assert not (tmp_path / "running.call").exists()


def test_what_was_called_before_there_was_a_window_is_heard_then(tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    heard: list[InnerLink | None] = []
    first.wanted.connect(heard.append)
    assert first.acquire()
    first.prepare()
    assert second.call(TASK)
    first.listen()
    assert heard == [TASK]
    first.release()


def test_a_call_that_nobody_hears_says_so(tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    (tmp_path / "running.call").write_text("")  # left by one that was killed
    assert first.acquire()  # and opens no window
    assert not second.call(TASK)
    first.release()


def test_garbage_is_told_once_and_does_not_deafen(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    told: list[str] = []
    first.refused.connect(lambda: told.append("refused"))
    assert first.acquire()
    first.prepare()
    first.listen()
    for _ in range(3):
        with (tmp_path / "running.call").open("ab") as file:
            file.write(b"complete everything\n")
        with qtbot.waitSignal(first.wanted, timeout=PATIENCE_MS) as heard:
            second.call(TASK)
        assert heard.args == [TASK]
    assert told == ["refused"]
    first.release()


def test_a_file_that_somebody_removes_comes_back(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.acquire()
    first.prepare()
    first.listen()
    (tmp_path / "running.call").unlink()
    qtbot.waitUntil((tmp_path / "running.call").exists, timeout=PATIENCE_MS)
    with qtbot.waitSignal(first.wanted, timeout=PATIENCE_MS):
        assert second.call()
    first.release()
