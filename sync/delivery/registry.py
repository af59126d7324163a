"""Which delivery belongs to which kind of wish."""

from collections.abc import Mapping

from sync.delivery.outcome import Delivery
from sync.delivery.task_completion import deliver_task_completion
from workplace_app.domain.intent import IntentKind

DELIVERIES: Mapping[IntentKind, Delivery] = {
    IntentKind.COMPLETE_TASK: deliver_task_completion,
    IntentKind.REOPEN_TASK: deliver_task_completion,
}
