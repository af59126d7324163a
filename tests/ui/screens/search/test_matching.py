"""Which letters are marked, and which commands answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.screens.search.matching import answers, matches


def marked(title: str, typed: str) -> list[str]:
    return [title[start:end] for start, end in matches(title, typed)]


@pytest.mark.parametrize(
    ("title", "typed", "letters"),
    [
        ("Nybyggnadskarta", "nybygg", ["Nybygg"]),
        ("Granska nybyggnadskarta inför genomgången", "nybygg", ["nybygg"]),
        ("Förskola", "forskola", ["Förskola"]),
        ("Guide – så ansöker du (bygglov)", "bygglovet", ["bygglov"]),
        ("Vatten och avlopp", "vatten avlopp", ["Vatten", "avlopp"]),
        ("Avlopp, olovligt", "lov", ["lov"]),
        ("Bygga nytt hus", "nybygg", []),
        ("Idag", "", []),
        ("Lov att bygga", "lov", ["Lov"]),
    ],
)
def test_the_letters_that_answer_are_marked(title: str, typed: str, letters: list[str]) -> None:
    assert marked(title, typed) == letters


@given(st.text(max_size=40), st.text(max_size=12))
def test_marks_stay_within_the_title_in_order_and_apart(title: str, typed: str) -> None:
    last = -1
    for start, end in matches(title, typed):
        assert last < start < end <= len(title)
        last = end


def test_a_command_answers_when_every_word_stands_in_it() -> None:
    assert answers("Större text", "storre")
    assert answers("Gå till Nyheter", "nyh till")
    assert not answers("Gå till Nyheter", "ytor")
