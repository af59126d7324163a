"""Outboxes and deliveries with one bug each, which the random user must find: else its silence would mean nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from sync.delivery.outcome import CONFIRMED, Delivery, DeliveryTools, Outcome
from sync.delivery.registry import DELIVERIES
from tests.random_user.computer import Computer
from workplace_app.domain.conflict import Conflict
from workplace_app.domain.intent import Intent, IntentKind, IntentState
from workplace_app.domain.problem import Problem
from workplace_app.domain.remark import REMARK_KINDS
from workplace_app.domain.reminder import Reminder, due
from workplace_app.store.connection_type import Connection
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_rows import INTENT_COLUMNS, intent_of
from workplace_app.store.reminder_reader import open_reminders


class NeverNotesThatItSends(OutboxDelivery):
    """What a crash leaves behind looks as if it had never been sent."""

    def sending(self, intent_id: str, now: datetime) -> bool:
        del intent_id, now
        return True


class ConfirmsBeforeItSends(OutboxDelivery):
    """What a crash leaves behind looks as if it were done."""

    def sending(self, intent_id: str, now: datetime) -> bool:
        if not super().sending(intent_id, now):
            return False
        self.confirmed(intent_id, now)
        return True


class LooksAtOnce(OutboxDelivery):
    """What is on its way is not given time to arrive before it is looked for."""

    def deliverable(self, now: datetime, *, patient: bool = True) -> tuple[Intent, ...]:
        self._connection.execute("UPDATE mine.outbox SET held_until = NULL, not_before = NULL WHERE state = 'unknown'")
        return super().deliverable(now, patient=patient)


class KeepsNoOrder(OutboxDelivery):
    """The latest wish first."""

    def deliverable(self, now: datetime, *, patient: bool = True) -> tuple[Intent, ...]:
        del now, patient
        rows = self._connection.execute(
            f"SELECT {INTENT_COLUMNS} FROM mine.outbox "
            "WHERE state IN ('waiting', 'sending', 'unknown') ORDER BY id DESC"
        )
        return tuple(intent_of(row) for row in rows)


class DropsWhatIsRefused(OutboxDelivery):
    """A refusal is nobody's business."""

    def needs_you(self, intent_id: str, problem: Problem, now: datetime, conflict: Conflict | None = None) -> None:
        del problem, now, conflict
        self._connection.execute("DELETE FROM mine.outbox WHERE id = ?", (intent_id,))


class SaysDoneWhenInDoubt(OutboxDelivery):
    """No answer is taken for a yes."""

    def unknown(
        self, intent_id: str, problem: Problem | None, now: datetime, not_before: datetime | None = None
    ) -> None:
        del problem, not_before
        self.confirmed(intent_id, now)


def _never_looks(delivery: Delivery) -> Delivery:
    async def deliver(tools: DeliveryTools, intent: Intent) -> Outcome:
        forgetful = replace(tools, in_doubt_since=lambda _intent_id: None)
        return await delivery(forgetful, replace(intent, state=IntentState.WAITING, attempts=0))

    return deliver


async def _overwrites(tools: DeliveryTools, intent: Intent) -> Outcome:
    """Another last day, whatever stands there."""
    source, _, identity = intent.target_id.partition(":")
    if source != "planner":
        return await DELIVERIES[intent.kind](tools, intent)
    graph = tools.graph("planner", "Tasks.ReadWrite")
    due = intent.payload.partition('"due":"')[2][:10]
    path = f"/planner/tasks/{identity}"
    answer = await graph.get(path)
    etag = answer.content.decode().partition('"@odata.etag":"')[2].partition('",')[0].replace('\\"', '"')
    await graph.send("PATCH", path, {"dueDateTime": f"{due}T10:00:00Z"}, {"If-Match": etag})
    return CONFIRMED


def _under_a_new_key(delivery: Delivery) -> Delivery:
    """The municipality cannot know again what is sent once more."""

    async def deliver(tools: DeliveryTools, intent: Intent) -> Outcome:
        return await delivery(tools, replace(intent, id=str(uuid4())) if intent.attempts else intent)

    return deliver


def _rings_and_forgets(connection: Connection, now: datetime) -> tuple[Reminder, ...]:
    """It is not written down that a reminder has rung."""
    return tuple(each for each in open_reminders(connection) if due(each, now))


def _computer(
    name: str, outbox: type[OutboxDelivery] = OutboxDelivery, deliveries: Mapping[IntentKind, Delivery] = DELIVERIES
) -> type[Computer]:
    return type(name, (Computer,), {"outbox_type": outbox, "deliveries": deliveries})


def _of(outboxes: Iterable[type[OutboxDelivery]]) -> dict[str, type[Computer]]:
    return {outbox.__name__: _computer(outbox.__name__, outbox) for outbox in outboxes}


PLANTED: Mapping[str, type[Computer]] = {
    **_of(
        (
            NeverNotesThatItSends,
            ConfirmsBeforeItSends,
            LooksAtOnce,
            KeepsNoOrder,
            DropsWhatIsRefused,
            SaysDoneWhenInDoubt,
        )
    ),
    "NeverLooks": _computer("NeverLooks", deliveries={kind: _never_looks(each) for kind, each in DELIVERIES.items()}),
    "SendsUnderANewKey": _computer(
        "SendsUnderANewKey",
        deliveries={**DELIVERIES, **{kind: _under_a_new_key(DELIVERIES[kind]) for kind in REMARK_KINDS}},
    ),
    "RingsAndForgets": type("RingsAndForgets", (Computer,), {"ring": staticmethod(_rings_and_forgets)}),
    "Overwrites": _computer("Overwrites", deliveries={**DELIVERIES, IntentKind.CHANGE_DUE: _overwrites}),
}
