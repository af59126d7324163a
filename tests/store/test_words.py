"""Words as they are searched for, and the order of the Swedish alphabet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workplace_app.domain.as_seen import Letter
from workplace_app.store.swedish_order import initial, letters_of, sort_key
from workplace_app.store.words import folded, stems_of, words_of


@pytest.mark.parametrize(
    "forms",
    [
        "bygglov bygglovet bygglovets",
        "förskola förskolan förskolor förskolans förskolorna forskolan",
        "miljö miljön",
        "ansökan ansöka",
        "avgift avgiften avgifter avgifternas",
        "detaljplan detaljplaner detaljplanen",
        "energi energin",
    ],
)
def test_inflections_of_a_word_have_one_stem(forms: str) -> None:
    assert len(set(stems_of(forms.split()))) == 1


def test_different_words_keep_different_stems() -> None:
    assert len(set(stems_of(["plan", "plats", "lov", "skola", "skolval", "bygge"]))) == 6


def test_words_are_split_at_everything_that_is_no_letter_or_digit() -> None:
    assert words_of("Möte_protokoll-2026 (utkast).DOCX") == ["möte", "protokoll", "2026", "utkast", "docx"]
    assert words_of("  …!? ") == []


def test_a_letter_written_as_two_characters_is_one() -> None:
    assert words_of("fo\u0308rskola") == ["förskola"]


def test_folding_forgives_dots_and_accents() -> None:
    assert folded("åäöéüñ") == "aaoeun"


@given(st.text())
def test_any_text_has_words(text: str) -> None:
    assert len(stems_of(words_of(text))) == len(words_of(text))


def test_three_letters_come_after_z() -> None:
    names = ["Övrigt", "zebra", "Ärende", "Åtgärd", "Abc", "änd", "ås"]
    assert sorted(names, key=sort_key) == ["Abc", "zebra", "ås", "Åtgärd", "änd", "Ärende", "Övrigt"]
    assert sorted(["Èva", "Eva", "Evy", "Müller", "Muller"], key=sort_key) == ["Èva", "Eva", "Evy", "Müller", "Muller"]


def test_initials_are_the_letters_of_a_list() -> None:
    assert [initial(sort_key(name)) for name in ("åsa", "Ärla", "östen", "Zia", "9:an", "")] == list("ÅÄÖZ##")
    assert letters_of([("9", 1), ("a", 2), ("~", 1)]) == (Letter("A", 2), Letter("#", 2))
