"""The table of permissions against Microsoft's own: GUIDs, who may consent, and that nothing narrower would do."""

import json
from functools import cache
from typing import Any

import pytest

from tests.contracts.graph_contract import DESCRIPTION
from workplace_app.domain.permission import Permission
from workplace_app.domain.permissions import PERMISSIONS

REFERENCE = DESCRIPTION.with_name("permissions.json")

pytestmark = pytest.mark.skipif(
    not REFERENCE.exists(), reason=f"Microsoft's permissions are not beside the repository ({REFERENCE.name})"
)

UNTOLD = {
    "DELETE /me/events/{event-id}",
    "POST /me/events",
    "POST /groups/{group-id}/threads",
    "POST /groups/{group-id}/threads/{conversationThread-id}/reply",
}
"""Operations that the extract leaves out; docs/consent.md tells how far they have been confirmed."""
STANDS_FOR = {
    "GET /me/memberOf/microsoft.graph.group": "GET /groups/{group-id}",
    "GET /me/memberOf": "GET /groups/{group-id}",
}
"""Listing memberships takes User.Read, which leaves the groups' names empty: what counts is reading a group."""
READS_WHAT_IT_WRITES = {
    ("Calendars.ReadWrite", "GET /me/events/{event-id}"),
    ("Mail.ReadWrite", "GET /me/messages/{message-id}"),
}
"""The pages of these operations end their lists early; the permissions' own description says that they read."""


@cache
def reference() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(REFERENCE.read_text(encoding="utf-8"))
    return content


@cache
def operations() -> dict[str, dict[str, Any]]:
    return {f"{each['method']} {each['path']}": each for each in reference()["endpoints"]}


def told(permission: Permission) -> list[dict[str, Any]]:
    """Microsoft's words on the operations that a permission is for."""
    asked = [STANDS_FOR.get(request, request) for request in permission.requests]
    return [operations()[request] for request in asked if request in operations()]


each_permission = pytest.mark.parametrize("permission", PERMISSIONS, ids=lambda permission: permission.scope)


@each_permission
def test_the_guid_and_who_may_consent_are_microsofts(permission: Permission) -> None:
    facts = reference()["scopes"][permission.scope]
    assert facts["published"]
    assert (permission.id, permission.admin_consent) == (facts["id"], facts["requires_admin_consent"])


@each_permission
def test_it_is_the_least_for_one_of_its_operations_or_the_lesser_ones_were_weighed(permission: Permission) -> None:
    lesser = {scope for each in told(permission) for scope in each["least_delegated"]} - {permission.scope}
    needed = any(permission.scope in each["least_delegated"] for each in told(permission))
    asked = {each.scope for each in PERMISSIONS if each.asked}
    weighed = {each.scope for each in permission.narrower}
    assert lesser <= (weighed | asked if needed else weighed)


@each_permission
def test_each_operation_is_allowed_by_it(permission: Permission) -> None:
    for each in told(permission):
        name = f"{each['method']} {each['path']}"
        allowed = {*each["least_delegated"], *each["higher_delegated"]}
        assert permission.scope in allowed or (permission.scope, name) in READS_WHAT_IT_WRITES, name


@each_permission
def test_a_wider_one_allows_every_operation_too(permission: Permission) -> None:
    for each in told(permission):
        allowed = {*each["least_delegated"], *each["higher_delegated"]}
        assert set(permission.wider) <= allowed, f"{each['method']} {each['path']}"


@each_permission
def test_no_operation_is_unknown_to_microsoft(permission: Permission) -> None:
    assert set(permission.requests) - set(operations()) <= UNTOLD


def test_what_one_asked_permission_allows_is_not_asked_for_by_another_without_a_reason() -> None:
    """Files.Read.All beside Sites.Read.All was such a one."""
    asked = [permission for permission in PERMISSIONS if permission.asked]
    for permission in asked:
        others = {other.scope for other in asked if other is not permission}
        allowing = [{*each["least_delegated"], *each["higher_delegated"]} & others for each in told(permission)]
        whole = allowing and len(told(permission)) == len(permission.requests)
        covering = set.intersection(*allowing) if whole else set()
        assert bool(permission.although) or not covering, f"{permission.scope} adds nothing beside {covering}"
