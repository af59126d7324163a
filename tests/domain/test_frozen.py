"""Frozen values: as the standard library's frozen dataclasses with slots, by the same descriptions."""

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workplace_app.domain.frozen import frozen


@frozen
class Ours:
    """Made by us."""

    name: str
    number: int = 3
    parts: tuple[str, ...] = field(default_factory=tuple)

    @property
    def twice(self) -> int:
        """A property stays."""
        return self.number * 2


@dataclass(frozen=True, slots=True)
class Theirs:
    """Made by the standard library."""

    name: str
    number: int = 3
    parts: tuple[str, ...] = field(default_factory=tuple)


@frozen
class Longer(Ours):
    """Fields of the base come first."""

    more: bool = False


@frozen
class Written:
    """Says itself what it is."""

    number: int

    def __eq__(self, other: object) -> bool:
        """All are alike."""
        return isinstance(other, Written)

    def __hash__(self) -> int:
        """As alike as they are."""
        return 7

    def __repr__(self) -> str:
        """One word."""
        return "written"


@frozen
class Empty:
    """Has no field."""


arguments = st.fixed_dictionaries(
    {"name": st.text()}, optional={"number": st.integers(), "parts": st.lists(st.text()).map(tuple)}
)


@given(arguments, arguments)
def test_equal_unequal_shown_and_hashed_as_a_frozen_dataclass(one: dict[str, object], other: dict[str, object]) -> None:
    ours, theirs = [Ours(**each) for each in (one, other)], [Theirs(**each) for each in (one, other)]  # type: ignore[arg-type]
    assert (ours[0] == ours[1]) == (theirs[0] == theirs[1])
    assert (ours[0] != ours[1]) == (theirs[0] != theirs[1])
    assert repr(ours[0]) == repr(theirs[0]).replace("Theirs", "Ours")
    assert hash(ours[0]) == hash(theirs[0])
    assert asdict(ours[0]) == asdict(theirs[0])


def test_the_standard_library_knows_the_fields() -> None:
    value = Ours("a")
    assert [each.name for each in fields(value)] == ["name", "number", "parts"]
    changed = replace(value, number=4)
    assert (changed.name, changed.number, changed.twice) == ("a", 4, 8)
    told: object = changed
    match told:
        case Ours(name=name, number=number):
            assert (name, number) == ("a", 4)
        case _:
            pytest.fail("a value does not match its own class")
    assert Ours.__match_args__ == ("name", "number", "parts")


@pytest.mark.parametrize("name", ["number", "unheard_of"])
def test_nothing_is_changed_and_nothing_added(name: str) -> None:
    value = Ours("a")
    with pytest.raises(FrozenInstanceError):
        setattr(value, name, 1)
    with pytest.raises(FrozenInstanceError):
        delattr(value, name)
    assert not hasattr(value, "__dict__")


def test_a_copy_and_what_a_pickle_gives_back_are_equal() -> None:
    value = Longer("a", parts=("b",), more=True)
    assert copy.copy(value) == copy.deepcopy(value) == pickle.loads(pickle.dumps(value)) == value


def test_values_of_different_classes_are_never_equal() -> None:
    assert Ours("a") != Longer("a")
    other: object = "a"
    assert Ours("a") != other


def test_a_class_keeps_what_it_writes_itself() -> None:
    assert Written(1) == Written(2)
    assert {Written(1), Written(2)} == {Written(3)}
    assert repr(Written(1)) == "written"


def test_a_class_variable_is_no_field_and_an_option_is_refused() -> None:
    @frozen
    class Counted:
        """Knows how many there may be."""

        most: ClassVar[int] = 3
        number: int = 0

    assert (Counted(2).number, Counted.most) == (2, 3)
    assert Counted.__match_args__ == ("number",)

    class Hidden:
        """Wants what there is not."""

        number: int = field(default=0, repr=False)

    with pytest.raises(TypeError, match="Hidden"):
        frozen(Hidden)


def test_a_class_may_be_empty_and_a_missing_value_is_told() -> None:
    assert Empty() == Empty()
    assert repr(Empty()).endswith("Empty()")
    with pytest.raises(TypeError, match="name"):
        Ours()  # type: ignore[call-arg]
