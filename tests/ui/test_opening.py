"""The one door for links: what goes through, what does not, and whose host is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.opening import Door, Link, Refusal, checked, shown_host

SAFE = {
    "https://www.nacka.se/bygglov": "www.nacka.se",
    "https://www.nacka.se/bygglov?id=1&x=2#del": "www.nacka.se",
    "https://nacka.se:8443/a": "nacka.se:8443",
    "HTTPS://WWW.NACKA.SE/": "www.nacka.se",
    "https://www.räksmörgås.se/": "www.räksmörgås.se",
    "mailto:bygglov@nacka.se": "bygglov@nacka.se",
    "mailto:bygglov@nacka.se?subject=Fråga&body=Hej": "bygglov@nacka.se",
    "mailto:?subject=Nybyggnadskarta&body=https://www.nacka.se/": "mailto",
    "tel:+4687188000": "+4687188000",
    "tel:08-718 80 00": "08-7188000",
    "msteams://teams.microsoft.com/l/message/19:abc/1": "Microsoft Teams",
    "msteams:/l/message/19:abc/1": "Microsoft Teams",
}
HOSTILE = [
    "",
    " ",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "file://server/share/evil.exe",
    "\\\\server\\share\\evil.exe",
    "smb://server/share",
    "ms-msdt:/id PCWDiagnostic",
    "search-ms:query=x",
    "ms-word:ofe|u|https://evil.example/x.docx",
    "http://www.nacka.se/",
    "ftp://nacka.se/",
    "//nacka.se/",
    "/etc/passwd",
    "C:\\Windows\\System32\\calc.exe",
    "nacka.se",
    "https:",
    "https:nacka.se",
    "https:/nacka.se",
    "https:///nacka.se",
    "https://",
    "https://nacka.se@evil.example/",
    "https://user:password@evil.example/",
    "https://nacka.se%40evil.example@x/",
    "https://nacka.se\\@evil.example/",
    "https://evil.example\\nacka.se",
    "https://nacka.se /evil",
    "https://nacka.se\t/evil",
    "https://nacka.se\u202eevil",
    "https://nac\u200bka.se/",
    "https://nacka.se/\x00",
    'https://nacka.se/"onmouseover="x',
    "https://nacka.se/<script>",
    "https://[not-an-address/",
    "https://nacka.se:99999/",
    "https://nacka.se/" + "a" * 5000,
    "mailto:",
    "mailto:someone",
    "mailto:a@b.se?attach=/etc/passwd",
    "mailto:a@b.se?attachment=C:/secret.txt",
    "mailto:a@b.se,c@d.se",
    "mailto:a@b.se%0aBcc:c@d.se",
    "mailto:a@b.se?bcc=c@d.se",
    "tel:",
    "tel:alert(1)",
    "tel:*#06#;ext=javascript:1",
    "msteams:javascript:alert(1)",
    "msteams:///evil",
    "steam://run/1",
    "view-source:https://nacka.se",
    "blob:https://nacka.se/1",
    "about:blank",
]


class Opened:
    """Stands for the system: remembers what it was handed."""

    def __init__(self) -> None:
        self.addresses: list[str] = []

    def __call__(self, address: str) -> bool:
        self.addresses.append(address)
        return True


@pytest.mark.parametrize(("address", "shown"), SAFE.items())
def test_what_is_safe_is_opened_and_its_host_is_shown(address: str, shown: str) -> None:
    opened = Opened()
    assert Door(opened).open(address) is None
    assert len(opened.addresses) == 1
    assert shown_host(address) == shown


@pytest.mark.parametrize("address", HOSTILE)
def test_what_is_hostile_never_reaches_the_system(address: str) -> None:
    opened = Opened()
    assert Door(opened).open(address) is not None
    assert opened.addresses == []
    assert shown_host(address) == ""


def test_no_address_is_no_link() -> None:
    assert checked(None) is Refusal.EMPTY


def test_a_look_alike_host_is_shown_as_what_it_is() -> None:
    link = checked("https://nаcka.se/")  # the second letter is Cyrillic
    assert isinstance(link, Link)
    assert link.shown != "nacka.se"
    assert "xn--" in link.address


def test_a_telephone_number_is_dialled_without_its_spaces() -> None:
    link = checked("tel:08-718 80 00")
    assert isinstance(link, Link)
    assert link.address == "tel:08-7188000"


def test_a_system_without_a_program_for_it_says_so() -> None:
    assert Door(lambda _address: False).open("tel:08718000") is Refusal.NOT_OPENED


@given(st.text(max_size=60))
def test_whatever_is_written_only_four_schemes_leave(text: str) -> None:
    link = checked(text)
    if isinstance(link, Link):
        assert link.address.partition(":")[0] in {"https", "mailto", "tel", "msteams"}
        assert not any(ord(letter) <= 32 for letter in link.address)


@given(st.text(alphabet="htps:/@\\.#?a1[]%", max_size=30))
def test_an_address_that_is_opened_has_one_host_only(rest: str) -> None:
    link = checked(f"https://{rest}")
    if isinstance(link, Link):
        assert "@" not in link.address.partition("//")[2].partition("/")[0].partition("?")[0].partition("#")[0]


@pytest.mark.parametrize(
    "address",
    [
        "mailto:a@b.example?subject=x%0d%0aBcc:evil@x.example",
        "mailto:a@b.example?subject=x%0AAttach:/etc/passwd",
        "mailto:a@b.example?cc=x@y.example%0aBcc:z@x.example",
        "mailto:a@b.example?cc=not%20an%20address",
        "mailto:a@b.example?body=x%00y",
        "mailto:a@b.example?subject=x&subject=y",
        "mailto:-attach@x.example",
        "mailto:a@-x.example",
        "mailto:a%20@x.example",
        "tel:0*%2321",
        "tel:0*#21",
        "msteams://evil.example/l/x",
        "msteams://teams.microsoft.com.evil.example/l/x",
        "msteams://teams.microsoft.com:444/l/x",
        "msteams:/l/../x",
        "msteams:/l/%2e%2e/x",
        "https://nacka.example:0/",
    ],
)
def test_what_a_program_outside_may_be_talked_into_stays_inside(address: str) -> None:
    assert checked(address) is Refusal.MALFORMED


@pytest.mark.parametrize(
    "address",
    [
        "mailto:a@b.example?cc=x@y.example,z@y.example&subject=Hej%20d%C3%A5&body=rad%0D%0Arad%0Arad",
        "msteams://teams.microsoft.com/l/message/19:a@thread.tacv2/1?groupId=1",
        "msteams://teams.cloud.microsoft/l/chat/0/0",
        "msteams:/l/message/19%3Aa%40thread.v2/1",
    ],
)
def test_what_those_programs_are_meant_for_goes_out(address: str) -> None:
    assert isinstance(checked(address), Link)
