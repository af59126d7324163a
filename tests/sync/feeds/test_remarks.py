"""One's own remarks come with state and answers, cost nothing while nothing happens, and survive a confused server."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from sync.answer import Usage
from sync.clients import Clients
from sync.http_client import open_client, trust
from sync.service_gates import ServiceGates
from sync.wire.dialogue import sent_remark
from tests.sync.fakes import GivenTokens, MemoryLedger
from tests.sync.feeds.conftest import Municipality
from tests.sync.feeds.reader import FeedReader
from workplace_app.domain.problem import ProblemKind
from workplace_app.domain.remark import About, RemarkDraft, RemarkKind, RemarkState
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.own_things.remark_drafts import send_draft
from workplace_app.store.remark_reader import count_unread_answers, remark_as_seen, remarks_as_seen

ID = "019a1f3e-0000-7000-8000-000000000001"
LIST = "/api/dialog/v1/remarks"


def write(reader: FeedReader, text: str = "Hur då?", identity: str = ID) -> None:
    """A remark of Elin's, from another computer."""

    async def run() -> None:
        async with open_client(trust(reader.municipality.ca_file)) as http:
            gates = ServiceGates(MemoryLedger(), reader.clock)
            tokens = GivenTokens([reader._dialogue_token])
            clients = Clients(reader.municipality, http, gates, GivenTokens([]), reader.clock, None, tokens)
            dialogue = clients.dialogue(Usage())
            assert dialogue is not None
            body = sent_remark(RemarkKind.QUESTION, text, About("bygglov", "Bygglov"), reader.clock.now())
            assert (await dialogue.put("remarks", identity, body)).status == 201

    asyncio.run(run())


def states(reader: FeedReader) -> dict[str, Any]:
    return {each.id: each.state for each in remarks_as_seen(reader.connection)}


def test_what_was_written_before_is_there_with_its_answer(reader: FeedReader) -> None:
    reading = reader.read("remarks")
    assert reading.raised is None
    answered, closed = sorted(reading.facts, key=lambda remark: remark.state.value)  # type: ignore[union-attr]
    assert (answered.state, closed.state) == (RemarkState.ANSWERED, RemarkState.CLOSED)  # type: ignore[union-attr]
    assert answered.answers[0].author == "Petra Lövsund"  # type: ignore[union-attr]
    assert answered.about_id.startswith("intranet:")  # type: ignore[union-attr]
    assert count_unread_answers(reader.connection) == 2


def test_an_unchanged_list_costs_one_empty_answer(reader: FeedReader) -> None:
    write(reader)
    reader.read("remarks")
    again = reader.read("remarks")
    assert (again.requests, again.facts, again.bytes) == (1, [], 0)


def test_who_waits_for_no_answer_asks_once_a_day_and_when_they_want_to_know(
    municipality: Municipality, reader: FeedReader
) -> None:
    reader.read("remarks")
    municipality.later(hours=23)
    reader.sign_in()
    assert reader.read("remarks").requests == 0
    assert reader.read("remarks", wanted=True).requests == 1
    municipality.later(hours=23)
    reader.sign_in()
    assert reader.read("remarks").requests == 0
    municipality.later(hours=2)
    reader.sign_in()
    assert reader.read("remarks").requests == 1
    assert reader.read("remarks").requests == 0


def test_who_has_sent_something_asks_until_it_is_answered(municipality: Municipality, reader: FeedReader) -> None:
    reader.read("remarks")
    about = About("bygglov", "Bygglov")
    draft = RemarkDraft(RemarkKind.QUESTION, "Hur då?")
    sent = send_draft(reader.connection, about, draft, reader.clock.now(), timedelta())
    assert reader.read("remarks").requests == 0, "it has not arrived yet"
    OutboxDelivery(reader.connection).confirmed(sent.id, reader.clock.now())
    write(reader, identity=sent.id)
    assert [reader.read("remarks").requests for _ in range(3)] == [1, 1, 1]
    municipality.town.order("dialogue/answer")
    assert [reader.read("remarks").requests for _ in range(2)] == [1, 0]


def test_an_answer_comes_with_the_next_round(municipality: Municipality, reader: FeedReader) -> None:
    write(reader)
    reader.read("remarks")
    assert states(reader)[f"remark:{ID}"] is RemarkState.RECEIVED
    municipality.town.order("dialogue/answer", text="Så här.", author="Bygglovsenheten")
    assert len(reader.read("remarks").facts) == 3
    found = remark_as_seen(reader.connection, f"remark:{ID}")
    assert found is not None
    assert (found.state, found.answers[0].text, found.unread) == (RemarkState.ANSWERED, "Så här.", True)


def test_a_year_later_a_remark_is_no_longer_kept(municipality: Municipality, reader: FeedReader) -> None:
    write(reader)
    reader.read("remarks")
    municipality.later(days=362)
    reader.sign_in()
    write(reader, "Ny fråga", ID.replace("01", "02"))
    reading = reader.read("remarks")
    assert reading.raised is None
    kept = {each.text for each in remarks_as_seen(reader.connection)}
    assert "Ny fråga" in kept
    assert not any("Fisksätra" in text for text in kept), "that was written and answered more than a year ago"


@pytest.mark.parametrize("fault", ["items_without_id", "wrong_types"])
def test_a_broken_remark_costs_itself_only(municipality: Municipality, fault: str) -> None:
    reader = municipality.reader()
    municipality.town.order("faults", kind=fault, path=LIST, origin="cms", times=1)
    reading = reader.read("remarks")
    assert reading.raised is None
    assert {problem.kind for problem in reading.problems} == {ProblemKind.UNREADABLE_ITEM}
    assert len(reading.facts) + len(reading.problems) == 2


@pytest.mark.parametrize(
    "fault", ["empty_body", "null", "list", "cut_json", "captive_portal", "redirect_foreign", "not_a_number", "deep"]
)
def test_an_answer_that_cannot_be_used_keeps_what_is_stored(municipality: Municipality, fault: str) -> None:
    reader = municipality.reader()
    reader.read("remarks")
    before = states(reader)
    write(reader)
    municipality.town.order("faults", kind=fault, path=LIST, origin="cms", times=1)
    reading = reader.read("remarks", wanted=True)
    assert reading.raised is not None or reading.problems, fault
    assert before.items() <= states(reader).items()
    assert reader.read("remarks", wanted=True).raised is None
    assert f"remark:{ID}" in states(reader)


def test_a_list_that_is_suddenly_empty_empties_nothing_at_once(municipality: Municipality) -> None:
    reader = municipality.reader()
    for number in range(3, 9):
        write(reader, identity=ID.replace("01", f"0{number}"))
    reader.read("remarks")
    before = states(reader)
    reader.writer.forget_bookmarks("remarks")
    municipality.town.order("faults", kind="no_items", path=LIST, origin="cms", times=1)
    raised = reader.read("remarks").raised
    assert raised is not None
    assert raised.kind is ProblemKind.SUSPICIOUS_EMPTINESS
    assert states(reader) == before


def test_nobody_who_is_not_signed_in_asks(municipality: Municipality) -> None:
    assert municipality.reader(None).read("remarks").requests == 0


def test_a_missing_consent_is_told_with_its_scope(municipality: Municipality, reader: FeedReader) -> None:
    municipality.town.order("consent", scope="Dialogue.ReadWrite", granted=False)
    raised = reader.read("remarks").raised
    assert raised is not None
    assert raised.kind in (ProblemKind.CONSENT_MISSING, ProblemKind.ACCESS_DENIED)
    assert raised.scope == reader.municipality.dialogue.scope
