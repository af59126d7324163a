"""A key that is sealed with a code: neither the keyring's entry nor the code opens it alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workplace_app.key_sealing import USUAL_COST, Cost, plain_code, seal, unseal
from workplace_app.sealed_key import MOST_BYTES, SealedKey, is_key, sealed_key

KEY, CODE, WHO = bytes(range(32)), "lingon 4711", "a" * 32
CHEAP = Cost(4, 8, 1)


def _sealed(entry: bytes) -> SealedKey:
    found = sealed_key(entry)
    assert found is not None
    return found


def test_the_code_opens_what_it_has_sealed_and_no_other_does() -> None:
    sealed = _sealed(seal(KEY, CODE, WHO, CHEAP))
    assert unseal(sealed, CODE, WHO) == KEY
    assert unseal(sealed, "lingon 4712", WHO) is None
    assert unseal(sealed, "", WHO) is None


def test_the_entry_holds_nothing_of_key_or_code_and_is_never_the_same_twice() -> None:
    one, other = seal(KEY, CODE, WHO, CHEAP), seal(KEY, CODE, WHO, CHEAP)
    assert one != other
    assert len(one) == MOST_BYTES
    for part in (KEY[:16], KEY[16:], CODE.encode()):
        assert part not in one


@pytest.mark.parametrize("at", range(4, MOST_BYTES))
def test_an_entry_that_was_tampered_with_opens_nothing(at: int) -> None:
    entry = bytearray(seal(KEY, CODE, WHO, CHEAP))
    entry[at] ^= 1
    sealed = sealed_key(bytes(entry))
    assert sealed is None or unseal(sealed, CODE, WHO) is None


def test_an_entry_does_not_open_another_account() -> None:
    assert unseal(_sealed(seal(KEY, CODE, WHO, CHEAP)), CODE, "b" * 32) is None


def test_the_same_code_is_the_same_however_a_keyboard_composes_it() -> None:
    sealed = _sealed(seal(KEY, "blåbär 1", WHO, CHEAP))
    assert unseal(sealed, " bla\u030aba\u0308r 1 ", WHO) == KEY
    assert plain_code("１２３") == "123"


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=200))
def test_whatever_lies_in_the_keyring_is_read_without_a_fault(entry: bytes) -> None:
    found = sealed_key(entry)
    assert (found is not None) <= is_key(entry)
    assert is_key(entry) == (len(entry) == 32 or found is not None)


def test_the_usual_cost_is_what_the_decision_says() -> None:
    assert 128 * 2**USUAL_COST.log2_cost * USUAL_COST.block == 64 * 2**20
    assert USUAL_COST.lanes == 2
    sealed = _sealed(seal(KEY, CODE, WHO))
    assert (sealed.log2_cost, sealed.block, sealed.lanes) == (16, 8, 2)
