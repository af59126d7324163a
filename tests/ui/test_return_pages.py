"""The pages that the browser shows after a sign-in load nothing, run nothing, and say what happens next."""

from html.parser import HTMLParser

import pytest

from ui.return_pages import return_pages


class Tags(HTMLParser):
    """Every element with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_the_two_pages_say_what_happened() -> None:
    signed_in, not_signed_in = return_pages()
    assert "<h1>You are signed in</h1>" in signed_in
    assert "<h1>You are not signed in</h1>" in not_signed_in
    assert all("You can close this tab" in page for page in (signed_in, not_signed_in))


@pytest.mark.parametrize("number", [0, 1])
def test_a_page_loads_nothing_and_runs_nothing(number: int) -> None:
    tags = Tags(return_pages()[number]).found
    assert not {"script", "link", "img", "iframe", "form", "a"} & {tag for tag, _ in tags}
    assert not any(name.startswith("on") or name in ("src", "href") for _, given in tags for name in given)
    assert "url(" not in return_pages()[number]


def test_a_page_names_its_language() -> None:
    assert '<html lang="en">' in return_pages()[0]


@pytest.mark.usefixtures("swedish")
def test_a_page_speaks_the_language_of_the_window() -> None:
    assert '<html lang="sv">' in return_pages()[0]


def test_a_page_follows_the_dark_of_the_system() -> None:
    assert "prefers-color-scheme: dark" in return_pages()[0]
