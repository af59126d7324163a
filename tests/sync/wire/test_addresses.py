"""One form for one page, and no address that leads elsewhere than it says."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.wire.addresses import absolute_https, canonical_address, link_target


@pytest.mark.parametrize(
    "address",
    [
        "http://nacka.se/A/B",
        "https://www.nacka.se/a/b/",
        "HTTPS://WWW.NACKA.SE/A/b?utm_source=x",
        "https://nacka.se:443/a/b#del",
        " https://nacka.se/a/b ",
    ],
)
def test_one_page_has_one_canonical_address(address: str) -> None:
    assert canonical_address(address) == "https://nacka.se/a/b/"


def test_the_parts_of_a_query_that_count_are_kept_in_order() -> None:
    assert canonical_address("https://nacka.se/n/?Page=2&x=1&area=skola") == "https://nacka.se/n/?area=skola&page=2"
    assert canonical_address("https://nacka.se/fil.PDF") == "https://nacka.se/fil.pdf"
    assert canonical_address("https://localhost:8443/a") == "https://localhost:8443/a/"
    assert canonical_address("mailto:a@b.se") is None


@pytest.mark.parametrize(
    "address",
    [
        "",
        "/a",
        "//x/y",
        "javascript:1",
        "https://a@b/",
        "https://x\\y",
        "https://x/\u202ey",
        "https://",
        "https://a b/c",
        "x" * 5000,
    ],
)
def test_what_is_no_whole_web_address_is_none(address: str) -> None:
    assert absolute_https(address) is None


@given(st.text(max_size=80))
def test_what_comes_out_goes_in_again_unchanged(text: str) -> None:
    for read in (absolute_https, link_target, canonical_address):
        once = read(text)
        assert once is None or (once.isascii() and read(once) == once)


@given(st.from_regex(r"https://[a-z0-9.-]{1,12}/[A-Za-z0-9/._~!$&'()*+,;=:@%?#-]{0,20}", fullmatch=True))
def test_an_address_with_nothing_to_correct_is_what_correcting_gives(address: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        quick = absolute_https(address)
        patch.setattr("sync.wire.addresses._PLAIN", re.compile(r"(?!)"))
        assert quick in (None, absolute_https(address))


@given(st.text(max_size=60))
def test_a_relative_address_never_leaves_https(text: str) -> None:
    whole = absolute_https(text, "https://intranet.example/a/")
    assert whole is None or whole.startswith("https://")
