"""Ticks a task off, or takes the tick back, in the service that keeps it: Planner, To Do or Outlook."""

from dataclasses import replace

from sync.delivery.outcome import DeliveryTools, Outcome
from sync.delivery.task_change import FieldChange, change_task
from workplace_app.domain.intent import Intent, IntentKind


async def deliver_task_completion(tools: DeliveryTools, intent: Intent) -> Outcome:
    """Set the wished state. A state has two values, so it cannot collide: it says already what is wished, or still what
    the user saw. After an attempt without an answer the task is read first."""
    wished = intent.kind is IntentKind.COMPLETE_TASK
    change = FieldChange(
        stands=lambda version: version.done,
        seen=not wished,
        wished=wished,
        body=lambda place: place.completion(done=wished),
        applied=lambda version: replace(version, done=wished),
    )
    return await change_task(tools, intent, change)
