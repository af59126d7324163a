"""The demo's dialogue receives each thing once, shows it to its author alone, answers, and remembers over a restart."""

from dataclasses import replace
from typing import Any

import pytest

from tests.demo.cms.correspondent import FIRST, SECOND, Correspondent, remark
from tests.demo.cms.newsreader import CASE_WORKER, HOME_CARE, Cms
from workplace_app.demo.parts import OrderRefused


@pytest.fixture
def elin(cms: Cms) -> Correspondent:
    return Correspondent(cms)


def article(cms: Cms) -> str:
    guid: str = cms.news()[0]["contentLink"]["guidValue"]
    return guid


def test_a_remark_is_received_once_however_often_it_comes(elin: Correspondent) -> None:
    assert [elin.put().status_code for _ in range(3)] == [201, 200, 200]
    (received,) = elin.log()["remarks"]
    assert (received["id"], received["puts"]) == (FIRST, 3)
    assert [each["text"] for each in elin.mine() if each["id"] == FIRST] == ["Hur lång är handläggningstiden?"]


@pytest.mark.parametrize("other", [{"text": "Något annat"}, {"kind": "idea"}, {"about": {"id": "forskola"}}])
def test_something_else_under_the_same_id_is_refused_and_changes_nothing(
    elin: Correspondent, other: dict[str, Any]
) -> None:
    elin.put()
    assert elin.put(**other).status_code == 409
    (received,) = elin.log()["remarks"]
    assert received["text"] == remark()["text"]


def test_nobody_sees_or_takes_what_somebody_else_has_written(cms: Cms, elin: Correspondent) -> None:
    elin.put()
    jonas = Correspondent(cms, HOME_CARE)
    assert jonas.mine() == []
    assert jonas.put().status_code == 409


def test_a_token_is_needed_and_the_right_one(elin: Correspondent) -> None:
    assert replace(elin, user=None).put().status_code == 401
    assert replace(elin, scopes=frozenset({"Content.Read"})).put().status_code == 403
    assert elin.log()["remarks"] == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b"[]", 400),
        (remark(kind="praise"), 400),
        (remark(text="  "), 400),
        (remark(text=5), 400),
        (remark(text="x" * 4_001), 413),
        (remark(about="bygglov"), 400),
        (remark(written_at="yesterday"), 400),
        (remark(written_at="2026-11-23T08:00:00"), 400),
    ],
    ids=["cut", "list", "kind", "air", "number", "long", "about", "moment", "zone"],
)
def test_what_cannot_be_understood_is_refused_with_a_reason(elin: Correspondent, body: Any, status: int) -> None:
    answer = elin.ask("PUT", f"/remarks/{FIRST}", body)
    assert answer.status_code == status
    assert answer.json()["detail"]
    assert elin.log()["remarks"] == []


def test_an_id_that_is_none_is_refused(elin: Correspondent) -> None:
    assert elin.put("1").status_code == 400


def test_a_withdrawn_article_takes_no_more_remarks_and_keeps_those_it_has(cms: Cms, elin: Correspondent) -> None:
    for happening in cms.part.living:
        happening.live(cms.clock())  # an article is published, which can be withdrawn later
    guid = article(cms)
    about = {"id": f"intranet:{guid}", "title": "Nyheten"}
    assert elin.put(about=about).status_code == 201
    cms.pass_time(minutes=30)
    for happening in cms.part.living:
        happening.live(cms.clock())
    assert guid not in [each["contentLink"]["guidValue"] for each in cms.news()]
    assert elin.put(SECOND, about=about).status_code == 410
    assert elin.put(about=about).status_code == 200
    assert elin.ask("PUT", f"/acknowledgements/{guid}", {"read_at": cms.clock().isoformat()}).status_code == 410
    cms_then = {"read_at": "2026-11-23T08:45:00Z"}
    assert elin.ask("PUT", f"/acknowledgements/{guid}", cms_then).status_code == 201


def test_the_first_acknowledgement_stands(cms: Cms, elin: Correspondent) -> None:
    path = f"/acknowledgements/{article(cms)}"
    first = elin.ask("PUT", path, {"read_at": "2026-11-23T06:55:00+01:00"})
    again = elin.ask("PUT", path, {"read_at": "2026-11-23T09:00:00Z"})
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json()["read_at"] == "2026-11-23T05:55:00+00:00"
    (kept,) = elin.log()["acknowledgements"]
    assert (kept["person"], kept["puts"]) == (CASE_WORKER.user_name, 2)
    assert elin.ask("PUT", "/acknowledgements/nobody-knows-it", {"read_at": "2026-11-23T09:00:00Z"}).status_code == 404


def test_somebody_looks_and_answers_after_a_while(cms: Cms, elin: Correspondent) -> None:
    elin.put()

    def state() -> tuple[str, int]:
        (own,) = [each for each in elin.mine() if each["id"] == FIRST]
        return own["state"], len(own["answers"])

    assert state() == ("received", 0)
    cms.pass_time(minutes=2)
    assert state() == ("looked_at", 0)
    cms.pass_time(minutes=30)
    assert state() == ("answered", 1)
    assert state() == ("answered", 1)


def test_the_control_answers_at_once_and_closes(cms: Cms, elin: Correspondent) -> None:
    elin.put()
    cms.part.orders["dialogue/answer"]({"text": "Tio veckor.", "author": "Bygglovsenheten"})
    answered = elin.mine()[0]
    assert answered["id"] == FIRST
    assert [(each["text"], each["author"]) for each in answered["answers"]] == [("Tio veckor.", "Bygglovsenheten")]
    cms.part.orders["dialogue/close"]({"remark": FIRST})
    assert elin.mine()[0]["state"] == "closed"
    with pytest.raises(OrderRefused):
        cms.part.orders["dialogue/close"]({"remark": "nobody"})


def test_an_unchanged_list_is_not_sent_again_and_since_leaves_out_what_is_older(cms: Cms, elin: Correspondent) -> None:
    first = elin.ask("GET", "/remarks")
    assert elin.ask("GET", "/remarks", if_none_match=first.headers["etag"]).status_code == 304
    elin.put()
    assert elin.ask("GET", "/remarks", if_none_match=first.headers["etag"]).status_code == 200
    assert [each["id"] for each in elin.mine(since="2026-11-23T08:40:00Z")] == [FIRST]
    assert len(elin.mine()) == 3, "two were written in the days before"
    assert elin.ask("GET", "/remarks?since=soon").status_code == 400


def test_a_restart_forgets_nothing(cms: Cms, elin: Correspondent) -> None:
    elin.put()
    elin.ask("PUT", f"/acknowledgements/{article(cms)}", {"read_at": "2026-11-23T08:00:00Z"})
    cms.part.orders["dialogue/answer"]({"remark": FIRST})
    before, logged = elin.mine(), elin.log()
    cms.start()
    assert elin.mine() == before
    assert elin.log() == logged
    assert elin.put().status_code == 200


def test_the_control_forgets_an_acknowledgement_so_that_it_can_be_tried_again(cms: Cms, elin: Correspondent) -> None:
    path, read_at = f"/acknowledgements/{article(cms)}", {"read_at": "2026-11-23T08:00:00Z"}
    assert elin.ask("PUT", path, read_at).status_code == 201
    cms.part.orders["dialogue/forget"]({"article": article(cms)})
    assert elin.log()["acknowledgements"] == []
    assert elin.ask("PUT", path, read_at).status_code == 201
    with pytest.raises(OrderRefused):
        cms.part.orders["dialogue/forget"]({"article": "nobody-knows-it"})
