"""One thing has one address, and nothing else is one."""

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workplace_app.domain.inner_link import LONGEST_ID, InnerLink, NotAnInnerLink, Shown, inner_link

GOOD = "nacka-arbetsplats:show/task/todo:AAMk%2F1%3D"
HOSTILE = [
    "",
    " ",
    "nacka-arbetsplats:",
    "nacka-arbetsplats:show",
    "nacka-arbetsplats:show/",
    "nacka-arbetsplats:show/task",
    "nacka-arbetsplats:show/task/",
    "nacka-arbetsplats:show//1",
    "nacka-arbetsplats://show/task/1",
    "nacka-arbetsplats:/show/task/1",
    "nacka-arbetsplats:show/task/1/2",
    "nacka-arbetsplats:show/task/1?complete=1",
    "nacka-arbetsplats:show/task/1#done",
    "nacka-arbetsplats:show/task/1&x",
    "nacka-arbetsplats:complete/task/1",
    "nacka-arbetsplats:open/task/1",
    "nacka-arbetsplats:sign-out/task/1",
    "nacka-arbetsplats:show/file/1",
    "nacka-arbetsplats:show/tool/1",
    "nacka-arbetsplats:show/tasks/1",
    "nacka-arbetsplats:show/TASK/1",
    "nacka-arbetsplats:SHOW/task/1",
    "Nacka-Arbetsplats:show/task/1",
    "NACKA-ARBETSPLATS:show/task/1",
    "https:show/task/1",
    "https://nacka.example/show/task/1",
    "javascript:show/task/1",
    "file:///etc/passwd",
    " nacka-arbetsplats:show/task/1",
    "nacka-arbetsplats:show/task/1 ",
    "nacka-arbetsplats:show/task/1\n",
    "nacka-arbetsplats:show/task/1\nnacka-arbetsplats:show/task/2",
    "nacka-arbetsplats:show/task/1\x00",
    "nacka-arbetsplats:show/task/1\t2",
    "nacka-arbetsplats:show/task/a b",
    "nacka-arbetsplats:show/task/a%20b",
    "nacka-arbetsplats:show/task/a+b",
    "nacka-arbetsplats:show/task/%41",
    "nacka-arbetsplats:show/task/%2f",
    "nacka-arbetsplats:show/task/%",
    "nacka-arbetsplats:show/task/%2",
    "nacka-arbetsplats:show/task/%zz",
    "nacka-arbetsplats:show/task/%00",
    "nacka-arbetsplats:show/task/a%00",
    "nacka-arbetsplats:show/task/%0A",
    "nacka-arbetsplats:show/task/a%0D%0Ab",
    "nacka-arbetsplats:show/task/%C3",
    "nacka-arbetsplats:show/task/%C0%AF",
    "nacka-arbetsplats:show/task/%ED%A0%80",
    "nacka-arbetsplats:show/task/%F5%80%80%80",
    "nacka-arbetsplats:show/task/%E2%80%AE",
    "nacka-arbetsplats:show/task/%E2%80%8B",
    "nacka-arbetsplats:show/task/%EF%BB%BF",
    "nacka-arbetsplats:show/task/%E2%80%A8",
    "nacka-arbetsplats:show/task/%7F",
    "nacka-arbetsplats:show/task/å",
    "nacka-arbetsplats:show/task/１",
    "nacka-arbetsplats:show/task/..\\..",
    "nacka-arbetsplats:show/task/../../etc/passwd",
    'nacka-arbetsplats:show/task/1" --configuration x',
    "nacka-arbetsplats:show/task/1;rm",
    "nacka-arbetsplats:show/task/$(id)",
    "nacka-arbetsplats:show/task/`id`",
    "nacka-arbetsplats:show/task/" + "a" * (LONGEST_ID + 1),
    "nacka-arbetsplats:show/task/" + "a" * 100_000,
    "nacka-arbetsplats:show/" + "a" * 100_000 + "/1",
    "--help",
    "-h",
    "--configuration=/etc/passwd",
    "//attacker.example/share/x.json",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_not_the_one_spelling_is_refused_without_being_repeated(text: str) -> None:
    with pytest.raises(NotAnInnerLink) as raised:
        inner_link(text)
    assert str(raised.value) == str(NotAnInnerLink())


def test_a_good_one_is_read() -> None:
    assert inner_link(GOOD) == InnerLink(Shown.TASK, "todo:AAMk/1=")


printable = st.text(min_size=1, max_size=60).filter(lambda text: text.isprintable() and " " not in text)


@given(st.sampled_from(Shown), printable)
@example(Shown.ARTICLE, "public:https://www.nacka.example/nyheter/å-dag/?id=1&b=2#c")
@example(Shown.TASK, "mail:AAMkAGI2=/+_-")
@example(Shown.PERSON, "%2F..%00")
def test_every_thing_has_an_address_that_leads_to_it(kind: Shown, name: str) -> None:
    link = InnerLink(kind, name)
    assert link.address.isascii()
    assert inner_link(link.address) == link


@given(st.text(max_size=80) | st.text(string.printable, max_size=80), st.integers(0, len(GOOD)), st.integers(0, 9))
def test_whatever_is_read_is_written_in_just_that_way(noise: str, place: int, cut: int) -> None:
    text = GOOD[:place] + noise + GOOD[place + cut :]
    try:
        link = inner_link(text)
    except NotAnInnerLink:
        return
    assert link.address == text
    assert link.id.isprintable()
    assert 0 < len(link.id) <= LONGEST_ID
