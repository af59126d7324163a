"""Somebody presses a link to a service in a mail: the window that is there shows it, and a forged link does nothing."""

from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.test_inner_link import HOSTILE
from tests.journeys.commands import workplace_app
from tests.journeys.desk import Desk
from ui.inner_links import call_refused_words, closed_words
from workplace_app.command_line import main
from workplace_app.domain.inner_link import InnerLink, NotAnInnerLink, Shown
from workplace_app.single_instance import SingleInstance

SERVICE = InnerLink(Shown.SERVICE, "ansok-om-plats-i-forskola-och-pedagogisk-omsorg")
DISPLAY = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":nowhere"}
"""One that is not there: it is never asked for, since the lock comes first."""
SENTENCE = f"workplace-app: {NotAnInnerLink()}\n"


@pytest.fixture
def running(desk: Desk) -> Iterator[SingleInstance]:
    """The program runs, and nobody has signed in."""
    instance = SingleInstance(desk.folders.data)
    assert instance.acquire()
    instance.prepare()
    desk.start()
    desk.program.furnished.hear(instance)
    yield instance
    instance.release()


@pytest.mark.usefixtures("running")
def test_the_window_that_is_there_shows_it(desk: Desk) -> None:
    answer = workplace_app(desk.home, "open", SERVICE.address, **DISPLAY)
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")
    desk.until(lambda: desk.place == "services")
    assert desk.page.shown_item() == SERVICE.id
    assert desk.browser.opened == []


@pytest.mark.usefixtures("running")
def test_nobodys_tasks_are_shown_to_whoever_has_not_signed_in(desk: Desk) -> None:
    answer = workplace_app(desk.home, "open", InnerLink(Shown.TASK, "planner:1").address, **DISPLAY)
    assert answer.returncode == 0
    desk.until_it_says(closed_words())
    assert desk.place == "sign_in"


@pytest.mark.usefixtures("running")
def test_a_window_that_was_left_shows_nothing_and_keeps_no_link_for_the_next(desk: Desk) -> None:
    """So it is while somebody signs out, and when a lock leaves the account: then nobody's things are open."""
    desk.program.furnished.leave()
    desk.program.furnished.called(SERVICE)
    assert desk.program.workplace.pages.shown is None
    desk.until_it_says(closed_words())


@pytest.mark.usefixtures("running")
def test_what_another_program_writes_to_the_call_file_is_told_and_does_nothing(desk: Desk) -> None:
    with (desk.folders.data / "running.call").open("ab") as file:
        file.write(b"nacka-arbetsplats:complete/task/planner:1\n")
    desk.until_it_says(call_refused_words())
    assert desk.place == "sign_in"


def test_the_first_start_shows_what_it_was_started_for(desk: Desk) -> None:
    instance = SingleInstance(desk.folders.data)
    assert instance.acquire()
    instance.prepare()
    instance.call(SERVICE)  # as main.run does with a link of its own
    desk.start()
    desk.program.settled.connect(lambda: desk.program.furnished.hear(instance))
    desk.until(lambda: desk.place == "services")
    instance.release()


@pytest.mark.parametrize("words", [("nacka-arbetsplats:delete/task/1",), (SERVICE.address, "--demo"), ("--help",)])
def test_a_forged_link_ends_with_one_sentence(tmp_path: Path, words: tuple[str, ...]) -> None:
    answer = workplace_app(tmp_path / "home", "open", *words)
    assert (answer.returncode, answer.stdout, answer.stderr) == (2, "", SENTENCE)
    assert not (tmp_path / "home").exists()


def test_without_a_display_a_link_begins_nothing(tmp_path: Path) -> None:
    answer = workplace_app(tmp_path / "home", "open", SERVICE.address, QT_QPA_PLATFORM="", DISPLAY="")
    assert answer.returncode == 1
    assert answer.stderr == "workplace-app: There is no display here to show it on.\n"
    assert not (tmp_path / "home").exists()


words = st.lists(st.text(max_size=40) | st.sampled_from([*HOSTILE, "open", "run", "--", "--demo"]), min_size=1)


@given(words)
def test_whatever_the_words_are_nothing_begins(given_words: list[str]) -> None:
    told, printed = StringIO(), StringIO()
    with redirect_stderr(told), redirect_stdout(printed):
        status = main(["open", *given_words])
    assert (status, printed.getvalue(), told.getvalue()) == (2, "", SENTENCE)
