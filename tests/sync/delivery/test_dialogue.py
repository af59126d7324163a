"""Questions, ideas, corrections and acknowledgements, from the outbox to the town's own log: each is there once."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from sync.answer import Usage
from sync.clients import Clients
from sync.delivery.dialogue import answered
from sync.delivery.outbox_round import OutboxRound
from sync.delivery.outcome import DeliveryTools
from sync.delivery.registry import DELIVERIES
from sync.http_client import open_client, trust
from sync.service_gates import ServiceGates
from tests.demo.msal_client import msal_application, sign_in
from tests.demo.small_parts import small_graph
from tests.demo.town_thread import Town, town_on_thread
from tests.sync.fakes import FakeClock, GivenTokens, MemoryLedger
from workplace_app.demo.clock import DemoClock
from workplace_app.demo.cms.part import cms_part
from workplace_app.demo.running import Start
from workplace_app.domain.configuration import Dialogue, Municipality
from workplace_app.domain.configuration_reading import municipality_from_json
from workplace_app.domain.intent import Intent, IntentKind, IntentState
from workplace_app.domain.problem import ProblemKind, ProblemRaised
from workplace_app.domain.wishes import Acknowledgement, Remark, Wish
from workplace_app.store.connection_type import Connection
from workplace_app.store.outbox_delivery import ON_ITS_WAY, OutboxDelivery
from workplace_app.store.outbox_filing import file_intent, try_again, withdraw
from workplace_app.store.outbox_reader import intent as read_intent
from workplace_app.store.sync_connection import open_in_memory

REMARKS, ACKNOWLEDGEMENTS = "/api/dialog/v1/remarks/*", "/api/dialog/v1/acknowledgements/*"
SPEAKING = Municipality("Nacka", dialogue=Dialogue("https://dialog.nacka.example/v1", "api://dialog/Dialogue"))
QUESTION = Remark("Hur lång är handläggningstiden?\nUndrar Elin", "https://www.nacka.se/bygglov/")


@dataclass
class Office:
    """The outbox on one side, the municipality on the other."""

    town: Town
    municipality: Municipality
    connection: Connection
    tokens: list[str]
    now: datetime
    clock: FakeClock = field(init=False)

    def __post_init__(self) -> None:
        self.clock = FakeClock(self.now)

    def file(self, target: str, wish: Wish = QUESTION, kind: IntentKind = IntentKind.ASK_QUESTION) -> str:
        self.clock.moment += timedelta(milliseconds=1)
        return file_intent(self.connection, kind, target, self.clock.now(), wish, about="Bygglov").id

    def acknowledge(self, article: str, at: datetime | None = None) -> str:
        wish = Acknowledgement(at or self.clock.now())
        return self.file(f"intranet:{article}", wish, IntentKind.ACKNOWLEDGE_ARTICLE)

    def deliver(self) -> frozenset[str]:
        """One round, when what an earlier one may have left on its way has had time to arrive."""
        self.clock.moment += ON_ITS_WAY

        async def run() -> frozenset[str]:
            async with open_client(trust(self.town.configuration["ca_file"])) as http:
                gates, tokens = ServiceGates(MemoryLedger(), self.clock), GivenTokens(self.tokens)
                clients = Clients(self.municipality, http, gates, GivenTokens([]), self.clock, None, tokens)
                tools = DeliveryTools(
                    lambda service, scope: clients.graph(service, Usage(), scope),
                    lambda _task: None,
                    dialogue=clients.dialogue(Usage()),
                )
                outbox = OutboxDelivery(self.connection)
                return await OutboxRound(outbox, tools, DELIVERIES, self.clock, lambda: None).run(patient=False)

        return asyncio.run(run())

    def after_delivery(self, intent_id: str) -> Intent:
        self.deliver()
        found = read_intent(self.connection, intent_id)
        assert found is not None
        return found

    def fault(self, path: str = REMARKS, **fault: Any) -> None:
        self.town.order("faults", origin="cms", path=path, method="PUT", **fault)

    def received(self) -> list[dict[str, Any]]:
        """What the town's own log says of remarks, without those that were there from the start."""
        return [each for each in self.town.look("dialogue")["remarks"] if each["puts"]]

    def acknowledged(self) -> list[dict[str, Any]]:
        listed: list[dict[str, Any]] = self.town.look("dialogue")["acknowledgements"]
        return listed

    def article(self) -> str:
        """The GUID of an article that the CMS has."""
        remark = next(each for each in self.town.look("dialogue")["remarks"] if each["kind"] == "question")
        return str(remark["about"]["id"]).removeprefix("intranet:")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    clock = DemoClock()
    with town_on_thread(Start(tmp_path / "town", clock, frozen=True), [small_graph, cms_part]) as town:
        municipality = municipality_from_json(town.configuration)
        tokens = sign_in(town, msal_application(town), scopes=[municipality.dialogue.scope])
        connection = open_in_memory()
        yield Office(town, municipality, connection, [tokens["access_token"]], clock())
        connection.close()


@pytest.mark.parametrize(
    ("kind", "named"),
    [
        (IntentKind.ASK_QUESTION, "question"),
        (IntentKind.SEND_IDEA, "idea"),
        (IntentKind.CORRECT_ERROR, "correction"),
    ],
)
def test_a_remark_arrives_with_its_words_and_what_it_is_about(office: Office, kind: IntentKind, named: str) -> None:
    wish = office.file("bygglov", kind=kind)
    delivered = office.after_delivery(wish)
    assert (delivered.state, delivered.answer) == (IntentState.CONFIRMED, wish)
    (received,) = office.received()
    assert (received["id"], received["kind"], received["text"]) == (wish, named, QUESTION.text)
    assert received["about"] == {"id": "bygglov", "title": "Bygglov", "address": QUESTION.address}
    assert datetime.fromisoformat(received["written_at"]) == delivered.filed_at
    assert received["person"] == "elin.ekhamn@nacka.example"


def test_an_acknowledgement_arrives_with_the_moment_of_reading(office: Office) -> None:
    read_at = office.now - timedelta(hours=5)
    article = office.article()
    assert office.after_delivery(office.acknowledge(article, read_at)).state is IntentState.CONFIRMED
    (acknowledged,) = office.acknowledged()
    assert (acknowledged["article"], datetime.fromisoformat(acknowledged["read_at"])) == (article, read_at)


def test_a_remark_whose_answer_was_lost_is_sent_again_and_is_there_once(office: Office) -> None:
    wish = office.file("bygglov")
    # The right answer is given by the town, and is cut off on its way: the remark is there, and nobody here knows.
    office.fault(kind="cut_body", times=1)
    assert office.after_delivery(wish).state is IntentState.UNKNOWN
    assert [each["puts"] for each in office.received()] == [1]
    assert office.after_delivery(wish).state is IntentState.CONFIRMED
    assert [(each["id"], each["puts"]) for each in office.received()] == [(wish, 2)]


def test_an_acknowledgement_whose_answer_was_lost_counts_once(office: Office) -> None:
    wish = office.acknowledge(office.article())
    office.fault(ACKNOWLEDGEMENTS, kind="cut_body", times=1)
    assert office.after_delivery(wish).state is IntentState.UNKNOWN
    assert office.after_delivery(wish).state is IntentState.CONFIRMED
    assert [each["puts"] for each in office.acknowledged()] == [2]


def test_a_program_that_was_killed_while_sending_sends_the_same_again(office: Office) -> None:
    wish = office.file("bygglov")
    OutboxDelivery(office.connection).sending(wish, office.clock.now())
    assert office.after_delivery(wish).state is IntentState.CONFIRMED
    assert [each["puts"] for each in office.received()] == [1]


@pytest.mark.parametrize(
    ("fault", "state", "kind"),
    [
        ({"kind": "status", "status": 400}, IntentState.NEEDS_YOU, ProblemKind.REQUEST_REFUSED),
        ({"kind": "status", "status": 403}, IntentState.NEEDS_YOU, ProblemKind.ACCESS_DENIED),
        ({"kind": "status", "status": 404}, IntentState.NEEDS_YOU, ProblemKind.NOT_FOUND),
        ({"kind": "status", "status": 407}, IntentState.WAITING, ProblemKind.PROXY_REFUSED),
        ({"kind": "status", "status": 409}, IntentState.NEEDS_YOU, ProblemKind.REQUEST_REFUSED),
        ({"kind": "status", "status": 410}, IntentState.NEEDS_YOU, ProblemKind.CHANGED_MEANWHILE),
        ({"kind": "status", "status": 413}, IntentState.NEEDS_YOU, ProblemKind.REQUEST_REFUSED),
        ({"kind": "status", "status": 500}, IntentState.UNKNOWN, ProblemKind.SERVICE_UNAVAILABLE),
        ({"kind": "status", "status": 504}, IntentState.UNKNOWN, ProblemKind.TIMED_OUT),
        ({"kind": "throttled", "retry_after": "600"}, IntentState.WAITING, ProblemKind.THROTTLED),
        ({"kind": "token_refused"}, IntentState.WAITING, ProblemKind.SIGN_IN_NEEDED),
        ({"kind": "captive_portal"}, IntentState.UNKNOWN, ProblemKind.CAPTIVE_PORTAL),
        ({"kind": "redirect_foreign"}, IntentState.UNKNOWN, ProblemKind.CAPTIVE_PORTAL),
        ({"kind": "null"}, IntentState.UNKNOWN, ProblemKind.UNREADABLE_ANSWER),
        ({"kind": "reset"}, IntentState.UNKNOWN, ProblemKind.OFFLINE),
    ],
    ids=lambda value: "-".join(map(str, value.values())) if isinstance(value, dict) else None,
)
def test_each_refusal_has_one_outcome_and_the_words_are_kept(
    office: Office, fault: dict[str, Any], state: IntentState, kind: ProblemKind
) -> None:
    office.fault(times=9, **fault)
    delivered = office.after_delivery(office.file("bygglov"))
    assert delivered.state is state
    assert delivered.problem is not None
    assert delivered.problem.kind is kind
    assert delivered.problem.service == ("identity" if kind is ProblemKind.SIGN_IN_NEEDED else "dialogue")
    assert QUESTION.text.splitlines()[0] in delivered.payload
    assert (delivered.conflict is not None and delivered.conflict.gone) is (kind is ProblemKind.CHANGED_MEANWHILE)


def test_a_refused_remark_can_be_sent_again_when_the_municipality_has_mended_it(office: Office) -> None:
    office.fault(kind="status", status=400, times=1)
    wish = office.file("bygglov")
    assert office.after_delivery(wish).state is IntentState.NEEDS_YOU
    assert try_again(office.connection, wish, office.clock.now())
    assert office.after_delivery(wish).state is IntentState.CONFIRMED


def test_without_consent_it_is_told_which_permission_is_missing(office: Office) -> None:
    office.town.order("consent", scope="Dialogue.ReadWrite", granted=False)
    delivered = office.after_delivery(office.file("bygglov"))
    assert delivered.state is IntentState.NEEDS_YOU
    assert delivered.problem is not None
    assert delivered.problem.kind in (ProblemKind.CONSENT_MISSING, ProblemKind.ACCESS_DENIED)
    assert delivered.problem.scope == office.municipality.dialogue.scope


def test_a_server_that_is_away_is_asked_once_and_the_others_wait_their_turn(office: Office) -> None:
    office.town.order("network", origin="cms", online=False)
    first, second = office.file("bygglov"), office.acknowledge(office.article())
    assert office.after_delivery(first).state is IntentState.WAITING
    assert read_intent(office.connection, second) is not None
    office.town.order("network", origin="cms", online=True)
    office.deliver()
    assert len(office.received()) == len(office.acknowledged()) == 1


def test_a_remark_that_was_taken_back_never_leaves(office: Office) -> None:
    withdraw(office.connection, office.file("bygglov"), office.clock.now())
    assert office.deliver() == frozenset()
    assert office.received() == []


def test_a_municipality_without_an_interface_hands_it_back(office: Office) -> None:
    office.municipality = replace(office.municipality, dialogue=replace(office.municipality.dialogue, address=""))
    delivered = office.after_delivery(office.file("bygglov"))
    assert delivered.state is IntentState.NEEDS_YOU
    assert delivered.problem is not None
    assert delivered.problem.kind is ProblemKind.CONFIGURATION_WRONG


def test_a_remark_that_needs_the_user_keeps_nothing_about_something_else_waiting(office: Office) -> None:
    office.fault(kind="status", status=400, times=1)
    poisoned, healthy = office.file("bygglov"), office.file("forskola")
    assert office.after_delivery(poisoned).state is IntentState.NEEDS_YOU
    assert [each["id"] for each in office.received()] == [healthy]


@pytest.mark.parametrize("content", [b'{"id": "another"}', b'{"id": 5}', b'{"status": "ok"}', b"[]"])
def test_a_receipt_for_something_else_is_none(content: bytes) -> None:
    async def run() -> None:
        transport = httpx.MockTransport(
            lambda _request: httpx.Response(200, content=content, headers={"Content-Type": "application/json"})
        )
        async with httpx.AsyncClient(transport=transport) as http:
            gates, clock = ServiceGates(MemoryLedger(), FakeClock()), FakeClock()
            clients = Clients(SPEAKING, http, gates, GivenTokens([]), clock, None, GivenTokens(["token"]))
            dialogue = clients.dialogue(Usage())
            assert dialogue is not None
            answered(dialogue, await dialogue.put("remarks", "wish", {}), "wish")

    with pytest.raises(ProblemRaised) as raised:
        asyncio.run(run())
    assert raised.value.problem.kind is ProblemKind.UNREADABLE_ANSWER
