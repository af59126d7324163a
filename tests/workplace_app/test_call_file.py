"""What a further start may say to the program that runs, and what anybody else may write there in vain."""

import os
import socket
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workplace_app.call_file import MOST_READ_BYTES, Call, CallFile
from workplace_app.domain.inner_link import InnerLink, Shown

TASK = InnerLink(Shown.TASK, "planner:1")
ARTICLE = InnerLink(Shown.ARTICLE, "public:https://www.nacka.example/å")
posix = pytest.mark.skipif(sys.platform == "win32", reason="rights of files as POSIX has them")


@pytest.fixture
def calls(tmp_path: Path) -> CallFile:
    made = CallFile(tmp_path / "running.call")
    made.prepare()
    return made


def test_a_call_is_heard_once(calls: CallFile) -> None:
    assert calls.take() is None
    assert CallFile(calls.path).call(TASK)
    assert calls.take() == Call(TASK, garbage=False)
    assert calls.take() is None


def test_what_was_heard_is_in_the_file_no_longer(calls: CallFile) -> None:
    calls.call(TASK)
    calls.take()
    assert not calls.path.read_bytes().strip()
    calls.call(ARTICLE)
    assert calls.take() == Call(ARTICLE, garbage=False)


def test_the_last_link_counts(calls: CallFile) -> None:
    for link in (TASK, ARTICLE, None):
        calls.call(link)
    assert calls.take() == Call(ARTICLE, garbage=False)


def test_a_call_without_a_link_is_one_too(calls: CallFile) -> None:
    calls.call(None)
    assert calls.take() == Call(None, garbage=False)


def test_nobody_is_called_where_nobody_listens(tmp_path: Path) -> None:
    assert not CallFile(tmp_path / "running.call").call(TASK)
    assert list(tmp_path.iterdir()) == []


@posix
def test_the_file_is_its_owners_whatever_the_process_says_of_rights(calls: CallFile) -> None:
    before = os.umask(0)
    try:
        calls.prepare()
    finally:
        os.umask(before)
    assert stat.S_IMODE(calls.path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "content",
    [
        b"nacka-arbetsplats:complete/task/planner:1\n",
        b"complete planner:1\n",
        b"\x00" * 64,
        b"\xff\xfe\n",
        b"{}\n",
        b"nacka-arbetsplats:show/task/planner:1\r\n",
        b"x" * 10_000_000,
        b"x\n" * 1_000_000,
    ],
    ids=range(8),
)
def test_what_is_no_call_is_told_and_does_nothing(calls: CallFile, content: bytes) -> None:
    calls.path.write_bytes(content)
    assert calls.take() == Call(None, garbage=True)
    calls.call(TASK)
    assert calls.take() == Call(TASK, garbage=False)


def test_a_link_among_garbage_is_heard_and_the_garbage_told(calls: CallFile) -> None:
    calls.path.write_bytes(f"rm -rf\n{TASK.address}\n../..\n".encode())
    assert calls.take() == Call(TASK, garbage=True)


def test_of_very_much_the_end_is_read(calls: CallFile) -> None:
    calls.path.write_bytes(f"{ARTICLE.address}\n".encode() * MOST_READ_BYTES + f"{TASK.address}\n".encode())
    assert calls.take() == Call(TASK, garbage=False)


def test_the_file_does_not_grow_for_ever(calls: CallFile) -> None:
    longest = InnerLink(Shown.TASK, "å" * 300)
    largest = 0
    for _ in range(200):
        assert calls.call(longest)
        largest = max(largest, calls.path.stat().st_size)
        assert calls.take() == Call(longest, garbage=False)
    assert largest < 34 * MOST_READ_BYTES


@posix
def test_a_file_that_others_may_write_says_nothing(calls: CallFile) -> None:
    calls.call(TASK)
    calls.path.chmod(0o622)
    assert calls.take() == Call(None, garbage=True)
    assert not calls.call(TASK)


@posix
@pytest.mark.parametrize("kind", ["link", "pipe", "folder", "socket"])
def test_what_is_no_plain_file_is_neither_read_nor_written(calls: CallFile, tmp_path: Path, kind: str) -> None:
    calls.remove()
    prey = tmp_path / "prey"
    prey.write_bytes(f"{TASK.address}\n".encode())
    prey.chmod(0o600)
    if kind == "link":
        calls.path.symlink_to(prey)
    elif kind == "pipe":
        os.mkfifo(calls.path)
    elif kind == "folder":
        calls.path.mkdir()
    else:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(os.path.relpath(calls.path))
    before = prey.read_bytes()
    assert calls.take() == Call(None, garbage=True)
    assert not calls.call(ARTICLE)
    assert prey.read_bytes() == before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.binary(max_size=200) | st.sampled_from([TASK.address.encode(), b"", b"\n"]), max_size=12))
def test_whatever_is_written_only_a_link_comes_out(calls: CallFile, parts: list[bytes]) -> None:
    calls.prepare()
    calls.path.write_bytes(b"\n".join(parts))
    call = calls.take()
    assert call is None or call.link in (None, TASK)
