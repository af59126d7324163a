"""Plain lines become clean HTML, and gaps are filled sensibly."""

from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.locations import demo_folder
from workplace_app.demo.cms.markup import html_from
from workplace_app.demo.cms.stories import Filling, day_text, read_story_book, working_day, working_days_from
from workplace_app.demo.staff import STAFF
from workplace_app.demo.tenant.dice import Dice
from workplace_app.demo.tenant.texts_units import UNITS

WORDS = {"gata": ["Granbarksvägen", "Murarstigen"]}


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert all(name in ("href", "src", "alt") for name, _ in attrs)
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_lines_become_the_blocks_that_they_begin_as() -> None:
    lines = ["Ett.", "## Två", "- tre", "- fyra", "1. fem", "2. sex", "> sju", "[åtta](https://www.nacka.se/)"]
    assert html_from(lines).replace("\n", "") == (
        "<p>Ett.</p><h2>Två</h2><ul><li>tre</li><li>fyra</li></ul><ol><li>fem</li><li>sex</li></ol>"
        '<blockquote><p>sju</p></blockquote><p><a href="https://www.nacka.se/">åtta</a></p>'
    )


@given(st.lists(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=30).map(lambda text: "x" + text)))
def test_what_a_line_says_can_never_become_an_element(lines: list[str]) -> None:
    seen = _Seen()
    seen.feed(html_from([line.replace("[", "").replace("]", "") for line in lines]))
    seen.close()
    assert set(seen.tags) <= {"p"}


def filling(day: date) -> Filling:
    return Filling(WORDS, day, Dice("test"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{dag:3}", "torsdag 26 november"),
        ("{dag:5}", "måndag 30 november"),
        ("{dag:-2}", "måndag 23 november"),
        ("1 {manad:1}", "1 december"),
        ("{manad:2}", "januari"),
        ("{manad:-1}", "oktober"),
        ("{vecka:1}", "vecka 49"),
    ],
)
def test_days_months_and_weeks_are_counted_from_the_day_of_publication(text: str, expected: str) -> None:
    assert filling(date(2026, 11, 23)).fill(text) == expected


def test_the_same_gap_has_the_same_filling_throughout() -> None:
    filled = filling(date(2026, 11, 23))
    assert filled.fill("{gata} {tal:3-900}") == filled.fill("{gata} {tal:3-900}")


def test_a_weekend_is_moved_to_monday() -> None:
    assert day_text(working_day(date(2026, 11, 28))) == "måndag 30 november"
    assert working_day(date(2026, 11, 27)) == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [(23, 0, 23), (23, -1, 20), (20, 1, 23), (22, -1, 20), (21, 1, 23), (23, 5, 30), (30, -6, 20)],
)
def test_working_days_are_counted_over_weekends(day: int, count: int, expected: int) -> None:
    assert working_days_from(date(2026, 11, day), count) == date(2026, 11, expected)


def test_every_story_can_be_told_in_every_month_that_it_suits() -> None:
    book = read_story_book(demo_folder(), 1)
    for story in book.stories:
        for month in story.months or range(1, 13):
            filled = Filling(book.words, date(2026, month, 12), Dice(story.id, month))
            for text in (*(text for opening in story.openings for text in opening), *story.body):
                assert "{" not in filled.fill(text)


def test_every_month_has_a_story_for_every_turn() -> None:
    book = read_story_book(demo_folder(), 1)
    for month in range(1, 13):
        for turn in range(len(book.stories)):
            story, _ = book.timely(turn, month)
            assert not story.months or month in story.months


def test_stories_name_only_units_that_the_directory_has() -> None:
    units = {unit.name for unit in UNITS} | {person.unit for person in STAFF}
    book = read_story_book(demo_folder(), 1)
    for story in (*book.stories, *(pinned.story for pinned in book.pinned)):
        assert set(story.audience) <= units, story.id
