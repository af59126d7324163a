"""What turns text around or hides in it does not reach the store, whatever the source; identities stay untouched."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.visible_text import INVISIBLE, visible, visible_words
from tests.sync.test_engine import Workshop, feed, giving
from workplace_app.domain.journey import Journey, JourneyStep
from workplace_app.domain.page import Page
from workplace_app.domain.person import Person, Profile
from workplace_app.domain.task import Task, TaskSource

TASK = Task("todo:1", TaskSource.TODO, "Granska ritning", None, None, None, due_is_a_day=False, completed=False)
HOSTILE = "faktura\u202efdp.exe"


@pytest.mark.parametrize(
    ("given_title", "title"),
    [
        (HOSTILE, "fakturafdp.exe"),
        ("a\x00b\x07c\x1b[31m", "abc[31m"),
        ("noll\u200bbredd\ufeff\u2060", "nollbredd"),
        ("\u2066isolerad\u2069", "isolerad"),
        ("en rad\r\noch en till", "en rad och en till"),
        ("\u2028rad\u2029", "rad"),
        ("👩\u200d👧 och för\u00adskola 8\u00a0000", "👩\u200d👧 och för\u00adskola 8\u00a0000"),
        ("مرحبا", "مرحبا"),
    ],
)
def test_a_title_is_one_line_of_what_can_be_seen(given_title: str, title: str) -> None:
    cleaned = visible(replace(TASK, title=given_title))
    assert isinstance(cleaned, Task)
    assert cleaned.title == title


def test_notes_keep_their_lines() -> None:
    cleaned = visible(replace(TASK, notes="ett\r\ntvå\t\u202etre"))
    assert isinstance(cleaned, Task)
    assert cleaned.notes == "ett\r\ntvå\ttre"


def test_identities_and_addresses_stay_as_they_are() -> None:
    task = replace(TASK, id="a\u202e", container_id="b\u200b", etag='W/"\u2060"', address="https://x.example/\u202e")
    assert visible(task) is task


def test_words_inside_words_are_seen_too() -> None:
    person = Person("person:1", "Elin\u202e Ek")
    profile = visible(Profile(person, groups=("Bygg\x00",)))
    assert isinstance(profile, Profile)
    assert (profile.person.name, profile.groups) == ("Elin Ek", ("Bygg",))
    journey = visible(Journey("j", "Resa", "kort", "tema", (JourneyStep(1, "Steg\u202e"),)))
    assert isinstance(journey, Journey)
    assert journey.steps[0].title == "Steg"


def test_what_is_clean_is_the_same_object() -> None:
    assert visible(TASK) is TASK


@given(st.text())
def test_nothing_invisible_is_left(text: str) -> None:
    assert not INVISIBLE.search(visible_words(text))
    assert visible_words(visible_words(text)) == visible_words(text)


def test_every_page_passes_on_its_way_into_the_store() -> None:
    page = Page((Person("person:1", HOSTILE),), begins_generation=True, ends_generation=True)
    workshop = Workshop((feed("people", giving(page)),))
    workshop.run(lambda engine: engine.round(["people"]))
    assert workshop.names() == {"fakturafdp.exe"}
