"""Which service a wish goes to, by what its target's id begins with."""

from collections.abc import Mapping

from workplace_app.domain.intent import Intent

_BY_TARGET: Mapping[str, str] = {
    "planner": "planner",
    "todo": "outlook",
    "mail": "outlook",
    "event": "outlook",
    "calendar": "outlook",
    "channel": "teams",
    "chat": "teams",
}
"""Articles, services and everything else that is answered to the municipality itself go to its dialogue."""
DIALOGUE = "dialogue"


def service_of(intent: Intent) -> str:
    """The counterpart's name, as in ``sync.service_gates``: when it is busy, its other wishes wait too."""
    return service_of_target(intent.target_id)


def service_of_target(target_id: str) -> str:
    """The same, by the id of what the wish is about."""
    return _BY_TARGET.get(target_id.partition(":")[0], DIALOGUE)
