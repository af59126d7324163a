"""Query strings as OData reads them, and ids that stay one segment of a path."""

from urllib.parse import unquote

import httpx
from hypothesis import given
from hypothesis import strategies as st

from sync.query import segment, with_query


def test_a_link_without_parameters_is_left_as_it_is() -> None:
    assert with_query("https://h/v1.0/me?$deltatoken=a%20b", None) == "https://h/v1.0/me?$deltatoken=a%20b"
    assert with_query("https://h/v1.0/me", {}) == "https://h/v1.0/me"


def test_odatas_signs_are_kept_and_a_space_is_no_plus() -> None:
    address = with_query(
        "https://h/me", {"$select": "id,title", "$filter": "due ge 2026-10-12T00:00:00Z and a eq 'b+c&d'"}
    )
    assert address == (
        "https://h/me?$select=id,title&$filter=due%20ge%202026-10-12T00:00:00Z%20and%20a%20eq%20%27b%2Bc%26d%27"
    )


def test_parameters_join_those_that_are_there() -> None:
    assert with_query("https://h/me?a=1", {"$top": "5"}) == "https://h/me?a=1&$top=5"


@given(st.dictionaries(st.text("abc$", min_size=1), st.text(), max_size=4))
def test_a_server_reads_back_what_was_meant(params: dict[str, str]) -> None:
    url = httpx.URL(with_query("https://h/me", params))
    assert dict(url.params) == params


@given(st.text(min_size=1) | st.sampled_from([".", "..", "a/b", "../..", "%2e%2e", "?", "#", "'", '"', "\\", "\0"]))
def test_an_id_stays_one_segment_whatever_is_in_it(identity: str) -> None:
    path = httpx.URL(f"https://h/v1.0/tasks/{segment(identity)}/end").raw_path.decode()
    first, second, third, fourth = path.removeprefix("/").split("/")
    assert (first, second, fourth) == ("v1.0", "tasks", "end")
    assert unquote(third) == (identity.replace(".", "%2E") if identity in (".", "..") else identity)
