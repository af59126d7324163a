"""Moves the last day of a task, in the service that keeps it."""

from dataclasses import replace

from sync.delivery.outcome import DeliveryTools, Outcome
from sync.delivery.task_change import FieldChange, change_task
from workplace_app.domain.intent import Intent
from workplace_app.domain.wishes import DueChange, wish_as


async def deliver_due_change(tools: DeliveryTools, intent: Intent) -> Outcome:
    """Set the wished day, unless another than the one that the user saw stands there."""
    wish = wish_as(DueChange, intent.kind, intent.payload)
    change = FieldChange(
        stands=lambda version: version.due,
        seen=wish.seen,
        wished=wish.due,
        body=lambda place: place.due(wish.due),
        applied=lambda version: replace(version, due=wish.due),
    )
    return await change_task(tools, intent, change)
