"""The lock of a home folder and the call of a second start."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from workplace_app.single_instance import SingleInstance


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
    first.listen()
    for _ in range(2):
        with qtbot.waitSignal(first.wanted, timeout=15_000):
            second.call()
    first.release()
    assert not (tmp_path / "running.call").exists()


def test_a_call_that_nobody_hears_does_no_harm(tmp_path: Path) -> None:
    SingleInstance(tmp_path).call()
