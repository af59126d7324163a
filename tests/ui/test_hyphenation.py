"""Where long words may be broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.hyphenation import SOFT_HYPHEN, hyphenated


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Nybyggnadskarta", "Ny-bygg-nads-kar-ta"),
        ("Stadsbyggnadsservice", "Stads-bygg-nads-ser-vi-ce"),
        ("Ökat ansvarsområde", "Ökat ans-var-som-rå-de"),
        ("verksamhetschefen", "verk-sam-hets-che-fen"),
        ("trafikplanering, utvecklingsenheten.", "tra-fikp-la-ne-ring, ut-veck-ling-sen-he-ten."),
        ("microsoft.com/devicelogin", "microsoft.com/devicelogin"),
        ("Group-Conversation.Read.All", "Group-Conversation.Read.All"),
        ("elin.ekhamnsson@nacka.example", "elin.ekhamnsson@nacka.example"),
        ("kort", "kort"),
        ("2026-000412345678", "2026-000412345678"),
        ("", ""),
    ],
)
def test_a_long_word_is_broken_before_the_last_consonant_between_vowels(word: str, parts: str) -> None:
    assert hyphenated(word).replace(SOFT_HYPHEN, "-") == parts


@given(st.text())
def test_nothing_is_added_but_soft_hyphens(text: str) -> None:
    assert hyphenated(text).replace(SOFT_HYPHEN, "") == text.replace(SOFT_HYPHEN, "")
