"""Which scope opens what, against Microsoft's permission data; skipped, and said so, where that is not at hand."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from workplace_app.demo.consent import refusal
from workplace_app.demo.identity.scopes import CONSENTED_SCOPES

PERMISSIONS = Path(__file__).parents[3] / "shared" / "data" / "graph" / "permissions.json"
BY_RESOURCE = ("/subscriptions", "/socketIo")
"""The scope depends on what is subscribed to, which the address does not tell."""
WRITING_INCLUDES_READING = "Calendars.ReadWrite"
"""The data leaves it out for some single items that it gives for their lists."""


def endpoints() -> list[dict[str, Any]]:
    if not PERMISSIONS.exists():
        pytest.skip("../shared/data/graph/permissions.json is not here")
    listed: list[dict[str, Any]] = json.loads(PERMISSIONS.read_text("utf-8"))["endpoints"]
    return [one for one in listed if one["path"] != "/$batch" and not any(part in one["path"] for part in BY_RESOURCE)]


def test_every_endpoint_opens_for_exactly_the_scopes_that_microsoft_names() -> None:
    wrong = []
    for endpoint in endpoints():
        path = "/v1.0" + re.sub(r"\{[^}]*\}", "some-id", endpoint["path"])
        sufficient = {*endpoint["least_delegated"], *endpoint["higher_delegated"]}
        for scope in CONSENTED_SCOPES:
            opens = refusal(endpoint["method"], path, frozenset({scope})) is None
            if opens != (scope in sufficient) and scope != WRITING_INCLUDES_READING:
                wrong.append((endpoint["method"], endpoint["path"], scope, opens))
    assert wrong == []


def test_a_batch_itself_needs_no_scope() -> None:
    assert refusal("POST", "/v1.0/$batch", frozenset()) is None
    assert refusal("GET", "/v1.0/me", frozenset()) is not None
