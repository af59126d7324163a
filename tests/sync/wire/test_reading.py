"""A broken item costs itself only, whatever broke it."""

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.wire.graph_envelope import read_collection, read_single, removed_id
from sync.wire.reading import UnreadableItemError, array_items, end_of_array, item_problem, read_items
from sync.wire.teams import workspace_from_team
from workplace_app.domain.problem import ProblemKind, ProblemRaised

GOOD = b'{"id":"good","displayName":"Lag ] } , \\" [ {"}'
BROKEN = {
    "a number that is none": b'{"id":"bad","displayName":"x","n":NaN}',
    "infinity": b'{"id":"bad","n":-Infinity}',
    "half a character": b'{"id":"bad","displayName":"\\ud800"}',
    "broken UTF-8": b'{"id":"bad","displayName":"\xff\xfe"}',
    "nesting without end": b'{"id":"bad","x":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "a comma too many": b'{"id":"bad",}',
    "no quotes": b"{id:bad}",
    "a number beyond all": b'{"id":"bad","displayName":1e999}',
    "no object": b"17",
    "nothing": b"null",
    "an empty id": b'{"id":"","displayName":"x"}',
    "no id": b'{"displayName":"x"}',
    "an id of another type": b'{"id":{"a":1},"displayName":"x"}',
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN.keys())
@pytest.mark.parametrize("envelope", [b"%s", b"\xef\xbb\xbf%s"], ids=["plain", "with a byte order mark"])
def test_a_broken_item_is_one_problem_and_its_neighbours_are_kept(broken: bytes, envelope: bytes) -> None:
    link = b'"@odata.nextLink":"https://graph.example/v1.0/next"'
    content = envelope % (b'{"@odata.context":"x","value":[' + b",".join([GOOD, broken, GOOD]) + b"]," + link + b"}")
    collection = read_collection(content, "teams")
    assert collection.next_link == "https://graph.example/v1.0/next"
    read = read_items(collection.items, workspace_from_team, "teams")
    assert [team.id for team in read.facts] == ["team:good", "team:good"]
    (problem,) = read.problems
    assert problem.kind is ProblemKind.UNREADABLE_ITEM
    assert problem.service == "teams"


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[]", b"null", b'{"value":null}', b'{"value":7}', b'{"value":[', b'{"value":[{"id":"a"}', b"<html>"],
)
def test_an_answer_that_is_no_collection_is_never_an_empty_one(content: bytes) -> None:
    with pytest.raises(ProblemRaised) as raised:
        read_collection(content, "planner")
    assert raised.value.problem.kind is ProblemKind.UNREADABLE_ANSWER


def test_a_page_without_items_that_names_the_next_is_a_page() -> None:
    collection = read_collection(b'{"value":null,"@odata.deltaLink":"https://x/d"}', "outlook")
    assert (collection.items, collection.delta_link) == ([], "https://x/d")


def test_the_problem_names_the_item_and_never_its_content() -> None:
    read = read_items([b'{"id":"a","displayName":{"secret":1}}'], workspace_from_team, "teams")
    assert read.problems[0].item_id == "a"
    assert "secret" not in (read.problems[0].detail or "")
    assert item_problem(b"\xff", ValueError("secret"), "x").detail == "ValueError"


def test_utf_16_is_read_as_well() -> None:
    content = '{"value":[{"id":"a","displayName":"Åäö"}]}'.encode("utf-16")
    assert read_items(read_collection(content, "x").items, workspace_from_team, "x").facts[0].title == "Åäö"


def test_an_object_wrapped_in_value_is_unwrapped() -> None:
    assert json.loads(bytes(read_single(b'{"value":{"id":"a"}}'))) == {"id": "a"}
    assert json.loads(bytes(read_single(b'{"id":"a","value":[1]}'))) == {"id": "a", "value": [1]}


def test_a_tombstone_says_whose_it_is() -> None:
    assert removed_id(b'{"id":"a","@removed":{"reason":"deleted"}}') == "a"
    assert removed_id(b'{"id":"a","subject":"about @removed"}') is None
    assert removed_id(b'{"id":"a","@removed":null}') is None
    with pytest.raises(UnreadableItemError):
        removed_id(b'{"@removed":{"reason":"deleted"}}')


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(st.lists(JSON, max_size=6))
def test_cutting_by_brackets_finds_the_items_that_the_decoder_finds(values: list[object]) -> None:
    text = json.dumps(values).encode()
    broken = text[:-1] + (b"," if values else b"") + b"NaN]"
    assert [json.loads(bytes(item)) for item in array_items(broken)[:-1]] == values
    assert end_of_array(text + b', "more": 1}') == len(text)


@given(st.binary(max_size=200))
def test_no_bytes_at_all_raise_anything_but_a_problem(content: bytes) -> None:
    for text in (content, b'{"value":[' + content + b"]}"):
        try:
            items = read_collection(text, "x").items
        except ProblemRaised:
            continue
        read = read_items(items, workspace_from_team, "x")
        assert len(read.facts) + len(read.problems) == len(items)


def test_a_field_of_another_type_costs_its_item_and_text_for_a_number_costs_nothing() -> None:
    class Counted(msgspec.Struct):
        count: int | None = None

    decoder = msgspec.json.Decoder(Counted, strict=False)
    read = read_items([b'{"count":"5"}', b'{"count":"many"}', b'{"count":null}'], decoder.decode, "x")
    assert [one.count for one in read.facts] == [5, None]
    assert len(read.problems) == 1
