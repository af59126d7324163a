"""Reads with care what a client puts to the demo's dialogue; what is wrong with it is said in one sentence."""

import json
import re
from datetime import UTC, datetime
from typing import Any

KINDS = ("question", "idea", "correction")
LONGEST_TEXT = 4_000
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


class NotUnderstoodError(ValueError):
    """The body is not what the interface takes; the words say why, and ``status`` which answer it earns."""

    def __init__(self, words: str, status: int = 400) -> None:
        super().__init__(words)
        self.status = status


def body_object(content: bytes) -> dict[str, Any]:
    """The JSON object of a body. Raises ``NotUnderstoodError``."""
    try:
        body = json.loads(content)
    except ValueError as error:
        raise NotUnderstoodError("The body must be JSON.") from error
    if not isinstance(body, dict):
        raise NotUnderstoodError("The body must be an object.")
    return body


def checked_id(identity: str) -> str:
    """A UUID in lower case. Raises ``NotUnderstoodError``."""
    if not _ID.fullmatch(identity):
        raise NotUnderstoodError("The id must be a UUID in lower case.")
    return identity


def checked_remark(body: dict[str, Any]) -> dict[str, Any]:
    """Kind, text, about and written_at of a remark. Raises ``NotUnderstoodError``."""
    kind, text, about = body.get("kind"), body.get("text"), body.get("about")
    if kind not in KINDS:
        raise NotUnderstoodError(f"kind must be one of {', '.join(KINDS)}.")
    if not isinstance(text, str) or not text.strip():
        raise NotUnderstoodError("text must be words.")
    if len(text) > LONGEST_TEXT:
        raise NotUnderstoodError(f"text must be at most {LONGEST_TEXT} characters.", 413)
    if not isinstance(about, dict) or not isinstance(about.get("id"), str) or not about["id"]:
        raise NotUnderstoodError("about must be an object with an id.")
    known = {name: about[name] for name in ("id", "title", "address") if isinstance(about.get(name), str)}
    return {"kind": kind, "text": text, "about": known, "written_at": moment_of(body, "written_at")}


def moment_of(body: dict[str, Any], name: str) -> str:
    """A moment of a body, as ISO text in UTC. Raises ``NotUnderstoodError``."""
    return parsed_moment(body.get(name), name).isoformat()


def parsed_moment(value: object, name: str) -> datetime:
    """A moment with its zone, in UTC. Raises ``NotUnderstoodError``."""
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError as error:
        raise NotUnderstoodError(f"{name} must be a moment in ISO 8601.") from error
    if moment.tzinfo is None:
        raise NotUnderstoodError(f"{name} must name its zone.")
    return moment.astimezone(UTC)
