"""Ticking a task off, from the outbox on the disk to the service and back, with everything that can go between."""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sync.delivery.outbox_round import SILENT, OutboxRound
from sync.delivery.outcome import Delivery, DeliveryTools, Outcome
from sync.delivery.registry import DELIVERIES
from sync.http_client import open_client, trust
from tests.demo.small_parts import small_cms
from tests.demo.town_thread import Town, town_on_thread
from tests.sync.delivery.planner_town import Desk
from tests.sync.fakes import MORNING, FakeClock, GivenTokens, MemoryLedger
from tests.sync.town_clients import Desk as Clients
from tests.sync.town_clients import token_of
from workplace_app.demo.clock import DemoClock
from workplace_app.demo.running import Start
from workplace_app.domain.intent import Intent, IntentKind, IntentState
from workplace_app.domain.page import Page
from workplace_app.domain.problem import ProblemKind
from workplace_app.domain.task import Task, TaskSource
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection_type import Connection
from workplace_app.store.outbox_delivery import ON_ITS_WAY, OutboxDelivery
from workplace_app.store.outbox_filing import file_intent, withdraw
from workplace_app.store.outbox_reader import intent as read_intent
from workplace_app.store.sync_connection import open_in_memory
from workplace_app.store.task_reader import cached_task

PLANNER, TODO, MAIL = "planner:p", "todo:AAMk=/t", "mail:m"


@dataclass
class Office:
    """The outbox on one side, the services on the other."""

    town: Town
    desk: Desk
    connection: Connection
    token: str
    clock: FakeClock = field(default_factory=FakeClock)
    changes: int = 0
    deliveries: Mapping[IntentKind, Delivery] = field(default_factory=lambda: DELIVERIES)

    def has_task(self, task_id: str, etag: str | None, completed: bool = False) -> None:
        source = {"planner": TaskSource.PLANNER, "todo": TaskSource.TODO}.get(task_id.partition(":")[0])
        task = Task(task_id, source or TaskSource.FLAGGED_MAIL, "T", None, None, None, False, completed, etag=etag)
        CacheWriter(self.connection).store_page("tasks", Page((task,)), MORNING)

    def file(self, target: str, kind: IntentKind = IntentKind.COMPLETE_TASK) -> str:
        self.clock.moment += timedelta(milliseconds=1)
        return file_intent(self.connection, kind, target, self.clock.now()).id

    def deliver(self) -> frozenset[str]:
        """One round, when what an earlier one may have left on its way has had time to arrive."""
        self.clock.moment += ON_ITS_WAY

        async def run() -> frozenset[str]:
            async with open_client(trust(self.town.configuration["ca_file"])) as http:
                clients = Clients(self.town, http, GivenTokens([self.token]), self.clock, MemoryLedger())
                tools = DeliveryTools(clients.graph, lambda task: cached_task(self.connection, task))
                outbox = OutboxDelivery(self.connection)
                return await OutboxRound(outbox, tools, self.deliveries, self.clock, self._note).run(patient=False)

        return asyncio.run(run())

    def _note(self) -> None:
        self.changes += 1

    def after_delivery(self, intent_id: str) -> Intent:
        self.deliver()
        return self.intent(intent_id)

    def intent(self, intent_id: str) -> Intent:
        found = read_intent(self.connection, intent_id)
        assert found is not None
        return found

    def fault(self, **fault: Any) -> None:
        self.town.order("faults", origin="graph", **fault)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    desk = Desk()
    start = Start(data_dir=tmp_path / "town", clock=DemoClock(), frozen=True)
    with town_on_thread(start, [desk.part, small_cms]) as town:
        connection = open_in_memory()
        yield Office(town, desk, connection, token_of(town))
        connection.close()


def test_every_kind_of_wish_has_a_delivery() -> None:
    assert set(DELIVERIES) == set(IntentKind)


def test_a_planner_task_is_completed_with_the_etag_that_was_seen(office: Office) -> None:
    office.has_task(PLANNER, office.desk.etag())
    wish = office.file(PLANNER)
    assert office.deliver() == {PLANNER}
    assert office.intent(wish).state is IntentState.CONFIRMED
    assert office.desk.patches == [("planner", {"percentComplete": 100})]
    assert office.changes == 2


def test_a_stale_etag_is_read_again_and_the_wish_made_on_the_new_one(office: Office) -> None:
    office.has_task(PLANNER, 'W/"0"')
    assert office.after_delivery(office.file(PLANNER)).state is IntentState.CONFIRMED
    assert office.desk.percent == 100


def test_a_task_that_somebody_else_has_completed_is_left_alone(office: Office) -> None:
    office.has_task(PLANNER, 'W/"0"')
    office.desk.percent = 100
    assert office.after_delivery(office.file(PLANNER)).state is IntentState.CONFIRMED
    assert office.desk.patches == []


def test_a_task_that_changes_all_the_time_waits_for_a_calmer_moment(office: Office) -> None:
    office.has_task(PLANNER, office.desk.etag())
    office.desk.restless = 99
    delivered = office.after_delivery(office.file(PLANNER))
    assert delivered.state is IntentState.WAITING
    assert delivered.problem is not None
    office.desk.restless = 0
    assert office.after_delivery(delivered.id).state is IntentState.CONFIRMED


def test_a_completed_task_is_opened_again(office: Office) -> None:
    office.has_task(PLANNER, office.desk.etag(), completed=True)
    office.desk.percent = 100
    wish = office.file(PLANNER, IntentKind.REOPEN_TASK)
    assert office.after_delivery(wish).state is IntentState.CONFIRMED
    assert office.desk.percent == 0


@pytest.mark.parametrize(
    ("kind", "status"), [(IntentKind.COMPLETE_TASK, "completed"), (IntentKind.REOPEN_TASK, "notStarted")]
)
def test_a_to_do_task_gets_the_wished_state(office: Office, kind: IntentKind, status: str) -> None:
    office.has_task(TODO, None)
    office.desk.status = "completed" if kind is IntentKind.REOPEN_TASK else "notStarted"
    assert office.after_delivery(office.file(TODO, kind)).state is IntentState.CONFIRMED
    assert office.desk.patches == [("todo", {"status": status})]


def test_a_flagged_mail_needs_a_permission_that_may_be_missing(office: Office) -> None:
    office.has_task(MAIL, None)
    delivered = office.after_delivery(office.file(MAIL))
    assert delivered.state is IntentState.NEEDS_YOU
    assert delivered.problem is not None
    assert delivered.problem.kind is ProblemKind.CONSENT_MISSING
    assert delivered.problem.scope == "Mail.ReadWrite"


@pytest.mark.parametrize("fault", ["reset", "closed"])
def test_an_answer_that_was_lost_leaves_a_doubt_that_is_settled_by_looking(office: Office, fault: str) -> None:
    office.has_task(TODO, None)
    office.fault(kind=fault, method="PATCH", times=1)
    wish = office.file(TODO)
    assert office.after_delivery(wish).state is IntentState.UNKNOWN
    office.desk.status = "completed"  # it had arrived after all
    assert office.after_delivery(wish).state is IntentState.CONFIRMED
    assert office.desk.patches == []


def test_a_doubt_about_something_that_never_arrived_is_settled_by_doing_it(office: Office) -> None:
    office.has_task(TODO, None)
    office.fault(kind="reset", method="PATCH", times=1)
    wish = office.file(TODO)
    office.deliver()
    assert office.after_delivery(wish).state is IntentState.CONFIRMED
    assert office.desk.patches == [("todo", {"status": "completed"})]


def test_a_program_that_was_killed_while_sending_looks_before_it_sends_again(office: Office) -> None:
    office.has_task(PLANNER, office.desk.etag())
    wish = office.file(PLANNER)
    OutboxDelivery(office.connection).sending(wish, office.clock.now())
    office.desk.percent, office.desk.version = 100, 2
    assert office.after_delivery(wish).state is IntentState.CONFIRMED
    assert office.desk.patches == []


def test_without_a_network_the_wish_waits_and_the_others_are_not_tried(office: Office) -> None:
    office.has_task(PLANNER, office.desk.etag())
    first, second = office.file(PLANNER), office.file(TODO)
    office.town.order("network", origin="graph", online=False)
    assert office.after_delivery(first).state is IntentState.WAITING
    assert office.intent(second).attempts == 0
    office.town.order("network", origin="graph", online=True)
    office.deliver()
    assert {office.intent(each).state for each in (first, second)} == {IntentState.CONFIRMED}


@pytest.mark.parametrize(
    ("fault", "state", "kind"),
    [
        ({"kind": "status", "status": 403}, IntentState.NEEDS_YOU, ProblemKind.ACCESS_DENIED),
        ({"kind": "status", "status": 404}, IntentState.NEEDS_YOU, ProblemKind.NOT_FOUND),
        ({"kind": "status", "status": 400}, IntentState.NEEDS_YOU, ProblemKind.REQUEST_REFUSED),
        ({"kind": "status", "status": 500}, IntentState.UNKNOWN, ProblemKind.SERVICE_UNAVAILABLE),
        ({"kind": "status", "status": 504}, IntentState.UNKNOWN, ProblemKind.TIMED_OUT),
        ({"kind": "throttled", "retry_after": "600"}, IntentState.WAITING, ProblemKind.THROTTLED),
        ({"kind": "token_refused"}, IntentState.WAITING, ProblemKind.SIGN_IN_NEEDED),
    ],
    ids=lambda value: "-".join(map(str, value.values())) if isinstance(value, dict) else None,
)
def test_each_refusal_has_one_outcome(
    office: Office, fault: dict[str, Any], state: IntentState, kind: ProblemKind
) -> None:
    office.has_task(TODO, None)
    office.fault(method="PATCH", times=9, **fault)
    delivered = office.after_delivery(office.file(TODO))
    assert delivered.state is state
    assert delivered.problem is not None
    assert delivered.problem.kind is kind


def test_a_throttled_change_is_sent_again_once_its_time_has_come(office: Office) -> None:
    office.has_task(TODO, None)
    office.fault(kind="throttled", method="PATCH", retry_after="3", times=1)
    assert office.after_delivery(office.file(TODO)).state is IntentState.CONFIRMED
    assert office.clock.waits == [3.0]


def test_done_and_undone_reach_the_service_in_the_order_of_filing(office: Office) -> None:
    office.has_task(TODO, None)
    for kind in (IntentKind.COMPLETE_TASK, IntentKind.REOPEN_TASK, IntentKind.COMPLETE_TASK):
        office.file(TODO, kind)
    office.deliver()
    assert [wish["status"] for _, wish in office.desk.patches] == ["completed", "notStarted", "completed"]


def test_a_wish_that_was_withdrawn_never_leaves(office: Office) -> None:
    office.has_task(TODO, None)
    withdraw(office.connection, office.file(TODO), office.clock.now())
    assert office.deliver() == frozenset()
    assert office.desk.patches == []


def test_a_task_of_an_unknown_kind_is_handed_back_to_the_user(office: Office) -> None:
    assert office.after_delivery(office.file("paper:1")).state is IntentState.NEEDS_YOU


def test_a_source_that_is_silent_is_soon_left_alone_and_keeps_nobody_else_waiting(office: Office) -> None:
    office.fault(kind="status", status=504, path="/v1.0/planner/tasks/*", times=50)
    wishes = [office.file(f"planner:{number}") for number in range(SILENT + 2)]
    other = office.file(TODO)
    office.deliver()
    assert [office.intent(one).attempts for one in (*wishes, other)] == [1] * SILENT + [0, 0, 1]
    assert office.intent(wishes[-1]).state is IntentState.WAITING
    assert office.intent(other).state is IntentState.CONFIRMED


def test_a_wish_that_meets_a_bug_of_ours_does_not_block_the_outbox(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(_tools: DeliveryTools, _intent: Intent) -> Outcome:
        raise ZeroDivisionError

    office.deliveries = {**DELIVERIES, IntentKind.REOPEN_TASK: broken}
    poisoned, healthy = office.file(PLANNER, IntentKind.REOPEN_TASK), office.file(TODO)
    office.deliver()
    assert office.intent(poisoned).state is IntentState.UNKNOWN
    assert office.intent(healthy).state is IntentState.CONFIRMED
    assert "ZeroDivisionError" in caplog.text
