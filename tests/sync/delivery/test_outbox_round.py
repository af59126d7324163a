"""A round of the outbox: who goes first, who waits for whom, and that nobody stands in everybody's way."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from sync.delivery.outbox_round import FIRST_REST, LONGEST_REST, SILENT, OutboxRound
from sync.delivery.outcome import CONFIRMED, DeliveryTools, Outcome
from sync.exchange import BrokenOff, NothingWasSent
from sync.graph_client import GraphClient
from tests.sync.fakes import FakeClock
from workplace_app.domain.intent import Intent, IntentKind, IntentState
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.store.connection_type import Connection
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_filing import file_intent, withdraw
from workplace_app.store.outbox_reader import intent as read_intent
from workplace_app.store.sync_connection import open_in_memory
from workplace_app.store.transaction import writing_mine

BROKEN = BrokenOff(Problem(ProblemKind.OFFLINE, service="planner", detail="ReadError"))
UNREACHABLE = NothingWasSent(Problem(ProblemKind.OFFLINE, service="planner", detail="ConnectError"))


@dataclass
class Box:
    """An outbox whose deliveries do what the test says for each target."""

    connection: Connection = field(default_factory=open_in_memory)
    clock: FakeClock = field(default_factory=FakeClock)
    raising: dict[str, ProblemRaised] = field(default_factory=dict)
    tried: list[str] = field(default_factory=list)

    def file(self, target: str) -> str:
        return file_intent(self.connection, IntentKind.COMPLETE_TASK, target, self.clock.now()).id

    def round(self, *, patient: bool = True) -> list[str]:
        """One round; answers the targets that were tried, in order."""
        self.tried.clear()
        outbox = OutboxDelivery(self.connection)
        tools = DeliveryTools(_no_client, lambda _task_id: None)
        deliveries = {IntentKind.COMPLETE_TASK: self._deliver}
        asyncio.run(OutboxRound(outbox, tools, deliveries, self.clock, lambda: None).run(patient=patient))
        return list(self.tried)

    async def _deliver(self, _tools: DeliveryTools, intent: Intent) -> Outcome:
        self.tried.append(intent.target_id)
        if intent.target_id in self.raising:
            raise self.raising[intent.target_id]
        return CONFIRMED

    def state(self, intent_id: str) -> IntentState:
        found = read_intent(self.connection, intent_id)
        assert found is not None
        return found.state

    @property
    def next_moment(self) -> timedelta | None:
        moment = OutboxDelivery(self.connection).next_moment(self.clock.now())
        return None if moment is None else moment - self.clock.now()


def _no_client(_service: str, _scope: str) -> GraphClient:
    raise AssertionError("nothing is asked of a service here")


@pytest.mark.parametrize("error", [BROKEN, ProblemRaised(Problem(ProblemKind.SERVICE_UNAVAILABLE, service="planner"))])
def test_one_wish_that_always_fails_keeps_no_other_target_waiting(error: ProblemRaised) -> None:
    box = Box(raising={"planner:poisoned": error})
    poisoned, fine = box.file("planner:poisoned"), box.file("planner:fine")
    box.round()
    assert box.state(fine) is IntentState.CONFIRMED
    for number in range(4):
        box.clock.moment += 3 * LONGEST_REST
        later = box.file(f"planner:later-{number}")
        box.round()
        assert box.state(later) is IntentState.CONFIRMED
        assert box.state(poisoned) is IntentState.UNKNOWN


def test_many_wishes_that_always_fail_are_tried_after_those_that_have_not() -> None:
    names = [f"planner:poisoned-{number}" for number in range(2 * SILENT)]
    box = Box(raising=dict.fromkeys(names, BROKEN))
    for name in names:
        box.file(name)
    fine = box.file("planner:fine")
    assert box.round() == names[:SILENT]
    assert box.state(fine) is IntentState.WAITING
    for _ in range(3):
        box.clock.moment += 3 * LONGEST_REST
        box.round()
    assert box.state(fine) is IntentState.CONFIRMED


def test_a_silent_service_is_left_alone_for_a_while_and_not_asked_in_a_loop() -> None:
    names = [f"planner:{number}" for number in range(50)]
    box = Box(raising=dict.fromkeys(names, BROKEN))
    for name in names:
        box.file(name)
    asked, began = 0, box.clock.now()
    while box.clock.now() - began < timedelta(hours=1):
        asked += len(box.round())
        assert not box.round()
        assert box.next_moment is not None
        assert box.next_moment > timedelta()
        box.clock.moment += max(box.next_moment, FIRST_REST)
    assert len(names) < asked < 10 * len(names)


def test_another_service_is_not_made_to_wait_for_a_silent_one() -> None:
    names = [f"planner:{number}" for number in range(SILENT + 1)]
    box = Box(raising=dict.fromkeys(names, BROKEN))
    for name in names:
        box.file(name)
    elsewhere = box.file("todo:list/task")
    box.round()
    assert box.state(elsewhere) is IntentState.CONFIRMED


def test_without_a_network_one_wish_is_tried_and_all_wait_unless_somebody_asks() -> None:
    box = Box(raising={"planner:1": UNREACHABLE})
    box.file("planner:1")
    second = box.file("todo:list/task")
    assert box.round() == ["planner:1"]
    assert box.round() == []
    box.raising.clear()
    assert set(box.round(patient=False)) == {"planner:1", "todo:list/task"}
    assert box.state(second) is IntentState.CONFIRMED


def test_a_service_that_asks_to_be_left_alone_is_not_asked_before_its_time() -> None:
    box = Box()
    until = box.clock.now() + timedelta(hours=2)
    throttled = ProblemRaised(Problem(ProblemKind.THROTTLED, service="planner", retry_at=until))
    box.raising["planner:1"] = throttled
    box.file("planner:1")
    box.file("planner:2")
    assert box.round() == ["planner:1"]
    assert box.next_moment is not None
    assert box.next_moment >= timedelta(hours=2)


def test_what_waits_for_a_resting_service_is_put_off_in_one_step() -> None:
    """Each step is on the disk before the next: thousands of them held the feeds up for half a minute."""
    box = Box()
    until = box.clock.now() + timedelta(hours=2)
    box.raising["planner:0"] = ProblemRaised(Problem(ProblemKind.THROTTLED, service="planner", retry_at=until))
    for number in range(50):
        box.file(f"planner:{number}")
    committed: list[str] = []
    box.connection.set_trace_callback(lambda sql: committed.append(sql) if sql == "COMMIT" else None)  # type: ignore[attr-defined]
    assert box.round() == ["planner:0"]
    assert len(committed) < 5
    assert box.next_moment is not None
    assert box.next_moment >= timedelta(hours=2)


def test_a_wish_that_nobody_can_read_comes_back_to_the_user_and_is_not_tried() -> None:
    box = Box()
    broken, sound = box.file("planner:1"), box.file("planner:2")
    with writing_mine(box.connection):
        box.connection.execute("UPDATE mine.outbox SET payload = '{\"what\": 1}' WHERE id = ?", (broken,))
    assert box.round() == ["planner:2"]
    assert (box.state(broken), box.state(sound)) == (IntentState.NEEDS_YOU, IntentState.CONFIRMED)
    assert withdraw(box.connection, broken, box.clock.now()), "it can be removed, and holds its target back no longer"
