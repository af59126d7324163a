"""What is kept of HTML holds nothing that runs, loads or leads astray; a second parser looks."""

import re
from html.parser import HTMLParser

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.wire.html_cleaning import clean_html, picture_of
from sync.wire.plain_text import plain_text
from tests.sync.wire.hostile_html import hostile_fragments

BASE = "https://intranet.example/nyheter/2026/11/en-nyhet/"
ALLOWED = {
    "a": {"href"},
    "img": {"src", "alt"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "ol": {"start"},
}
TAGS = {
    "a", "b", "blockquote", "br", "caption", "code", "dd", "del", "div", "dl", "dt", "em", "figcaption", "figure", "h1",
    "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "li", "mark", "ol", "p", "pre", "s", "small", "strong",
    "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul",
}  # fmt: skip
SAFE_LINK = re.compile(
    r"https://([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(:\d{1,5})?([/?#][!-~]*)?"
    r"|tel:\+?[0-9().;=ext-]+|mailto:[^@\s?]+@[A-Za-z0-9.-]+"
)


class Inspector(HTMLParser):
    """A parser that has nothing to do with the cleaner's."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.faults.append(f"<{tag}>")
        for name, value in attrs:
            if name not in ALLOWED.get(tag, set()):
                self.faults.append(f"{tag}.{name}")
            elif name == "href" and not SAFE_LINK.fullmatch(value or ""):
                self.faults.append(f"href={value!r}")
            elif name == "src" and not re.fullmatch(r"cache:[0-9a-f]{64}", value or ""):
                self.faults.append(f"src={value!r}")

    def handle_comment(self, data: str) -> None:
        self.faults.append("a comment")

    def handle_decl(self, decl: str) -> None:
        self.faults.append("a declaration")

    def handle_pi(self, data: str) -> None:
        self.faults.append("a processing instruction")


def faults(html: str) -> list[str]:
    inspector = Inspector()
    inspector.feed(html)
    inspector.close()
    return inspector.faults


def test_nothing_hostile_survives_and_a_second_cleaning_changes_nothing() -> None:
    number = 0
    for fragment in hostile_fragments():
        number += 1
        cleaned = clean_html(fragment, BASE)
        assert not faults(cleaned.html), (fragment, cleaned.html)
        assert clean_html(cleaned.html, BASE).html == cleaned.html, fragment
        assert all(picture.address.startswith("https://") for picture in cleaned.pictures)
    assert number > 7_000


def test_the_inspector_finds_what_a_careless_cleaner_lets_through() -> None:
    careless = sum(bool(faults(nh3.clean(fragment))) for fragment in hostile_fragments())
    uncleaned = sum(bool(faults(fragment)) for fragment in hostile_fragments())
    assert careless > 50
    assert uncleaned > 4_000


@given(st.text(alphabet=st.sampled_from("<>/=\"'&;:! abpimgscrhefjavx\t\n\x00åäö-"), max_size=200))
def test_random_fragments_come_out_clean_and_stay_as_they_are(fragment: str) -> None:
    cleaned = clean_html(fragment, BASE)
    assert not faults(cleaned.html)
    assert clean_html(cleaned.html, BASE).html == cleaned.html


def test_an_editors_article_keeps_its_structure() -> None:
    html = (
        "<h2>Rubrik</h2><p class=lead>Ett <strong>viktigt</strong> ord</p><ul><li>ett<li>två</ul>"
        '<table><tr><th colspan="2">T</th></tr></table>'
    )
    assert clean_html(html, BASE).html == (
        "<h2>Rubrik</h2><p>Ett <strong>viktigt</strong> ord</p><ul><li>ett</li><li>två</li></ul>"
        '<table><tbody><tr><th colspan="2">T</th></tr></tbody></table>'
    )


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("/om/sidan", "https://intranet.example/om/sidan"),
        ("bilaga.pdf", BASE + "bilaga.pdf"),
        ("#del", BASE + "#del"),
        ("http://www.nacka.se/å ä", "https://www.nacka.se/%C3%A5%20%C3%A4"),
        ("HTTPS://Nacka.SE/A", "https://nacka.se/A"),
        ("https://räksmörgås.se/", "https://xn--rksmrgs-5wao1o.se/"),
        ("mailto:info@nacka.se?subject=x", "mailto:info@nacka.se"),
        ("tel:08-718 80 00", "tel:08-71880" + "00"),
    ],
)
def test_a_link_is_kept_whole(written: str, kept: str) -> None:
    assert f'href="{kept}"' in clean_html(f'<a href="{written}">x</a>', BASE).html


def test_pictures_are_named_by_their_address_and_remembered_once() -> None:
    cleaned = clean_html('<img src="/a.png" alt="En &amp; två"><p><img src="https://intranet.example/a.png"></p>', BASE)
    (picture,) = cleaned.pictures
    assert picture.address == "https://intranet.example/a.png"
    assert picture.alt == "En & två"
    assert cleaned.html.count(f'src="cache:{picture.key}"') == 2
    assert picture_of("/a.png", BASE) is not None
    assert picture_of("data:image/png;base64,AA", BASE) is None


@pytest.mark.parametrize(
    "html",
    [
        '<iframe src="https://x.example/ram"></iframe>',
        '<embed src="https://x.example/b.swf">',
        '<video src="https://x.example/film.mp4" poster="https://x.example/p.png"></video>',
        '<audio src="https://x.example/a.mp3"></audio>',
        '<video><source src="https://x.example/s.mp4"><track src="https://x.example/t.vtt"></video>',
        '<picture><source srcset="https://x.example/s.webp" src="https://x.example/s.png"></picture>',
        '<input type="image" src="https://x.example/i.png">',
        '<script src="https://x.example/s.js"></script>',
        '<frame src="https://x.example/f"><portal src="https://x.example/p"></portal>',
        '<svg><image src="https://x.example/v.png" href="https://x.example/v.png"/></svg>',
    ],
)
def test_only_an_image_is_a_picture_to_fetch(html: str) -> None:
    assert clean_html(f"{html}<p>x</p>", BASE).pictures == ()


@pytest.mark.parametrize(
    "mark", ["\u202e", "\u2066", "\u200b", "\ufeff", "\x07", "\x9b", "&#x202E;", "&#8203;", "&#x9d;"]
)
def test_marks_that_turn_or_hide_text_are_taken_out(mark: str) -> None:
    html = f'<p>exe{mark}fdp</p><p><a href="https://x.example/">nac{mark}ka</a><img src="/a.png" alt="kar{mark}ta"></p>'
    cleaned = clean_html(html, BASE)
    assert "<p>exefdp</p>" in cleaned.html
    assert ">nacka</a>" in cleaned.html
    assert 'alt="karta"' in cleaned.html
    assert cleaned.pictures[0].alt == "karta"
    assert plain_text(html) == "exefdp\nnackakarta"
    assert clean_html(cleaned.html, BASE).html == cleaned.html


def test_taking_marks_out_joins_no_markup() -> None:
    html = "<scr\u202eipt>x</scr\u202eipt>&l\u200bt;b&g\u200bt;<\u202eimg src=x>&\u202elt;i&\u202egt;"
    cleaned = clean_html(html, BASE).html
    assert not faults(cleaned)
    assert clean_html(cleaned, BASE).html == cleaned


def test_a_picture_that_may_not_be_loaded_leaves_its_description() -> None:
    assert clean_html('<p><img src="data:x" alt="En <b>karta"></p>', BASE).html == "<p>En &lt;b&gt;karta</p>"
    assert clean_html('<img src="/a.png" alt="Karta">', BASE, with_pictures=False).html == "Karta"


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 60_000,
        "<table><tr><td>" * 2_000 + "x",
        "<!--" * 90_000,
        "<ul><li>" * 3_500 + "x",
        "<a " * 100_000,
        "&" * 100_000,
        "<b>" * 7_000 + "x",
    ],
    ids=["divs", "tables", "comments", "lists", "tags", "ampersands", "bold"],
)
@pytest.mark.timeout(20)
def test_text_made_to_be_slow_or_deep_is_neither(html: str) -> None:
    cleaned = clean_html(html, BASE)
    assert not faults(cleaned.html[:10_000])
    depth = deepest = 0
    for closing in re.findall(r"<(/?)(?:table|ul|ol|div|blockquote)\b", cleaned.html):
        depth += -1 if closing else 1
        deepest = max(deepest, depth)
    assert deepest <= 40


@pytest.mark.parametrize("levels", [6, 14, 39])
def test_tables_inside_tables_become_text_before_the_reader_hangs(levels: int) -> None:
    html = "<table><tr><td>" * levels + "innerst" + "</td></tr></table>" * levels
    assert clean_html(html, BASE).html == "<p>innerst</p>"


def test_a_word_without_end_is_given_places_to_break() -> None:
    address = "https://x.example/" + "a" * 2_000
    for word in ("x" * 300_000, "\u0627" * 100_000, "<p>" + "&amp;" * 20_000, f'<a href="{address}">' + "y" * 9_000):
        cleaned = clean_html(word, BASE).html
        assert max(map(len, re.findall(r"\S+", plain_text(cleaned)))) <= 500
        assert clean_html(cleaned, BASE).html == cleaned
    assert address in cleaned
    assert clean_html("<p>" + "ord " * 2_000, BASE).html == "<p>" + "ord " * 2_000 + "</p>"


def test_a_table_in_a_table_stays() -> None:
    assert clean_html("<table><tr><td>" * 2 + "x", BASE).html.count("<table>") == 2


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>Hej &amp; <b>då</b></p><p>igen</p>", "Hej & då\nigen"),
        ('<at id="0">Eva Ek</at>&nbsp;titta <emoji alt="🙂"></emoji>', "Eva Ek titta 🙂"),
        ("<script>x</script>a<style>b</style><!-- c -->d", "ad"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("  bara   text ", "bara text"),
        ("1 < 2 &lt; 3", "1 < 2 < 3"),
        ("<p>öppen", "öppen"),
        ("<script>aldrig stängd", ""),
    ],
)
def test_the_words_of_html_are_one_line_per_block(html: str, words: str) -> None:
    assert plain_text(html) == words


@given(st.text(max_size=300))
def test_the_words_never_fail(text: str) -> None:
    assert isinstance(plain_text(text), str)
