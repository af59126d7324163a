"""One table of permissions: whatever the code uses stands in it, and nothing stands in it that no code uses."""

import ast
import re
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

import sync
from sync.delivery.registry import DELIVERIES
from sync.feeds.registry import FEEDS
from sync.granted_scopes import is_granted, scopes_in
from workplace_app.domain.configuration import GRAPH_SCOPES
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.permission import Permission
from workplace_app.domain.permissions import PERMISSIONS, permission_of

SYNC = Path(sync.__file__).parent
SCOPE = re.compile(r"[A-Z][A-Za-z]+(?:-[A-Z][A-Za-z]+)?\.(?:Read|ReadBasic|ReadWrite|Send|Manage)(?:\.[A-Z][A-Za-z]+)*")


def scopes_in_source(text: str) -> set[str]:
    """The names of permissions that stand as text in a source."""
    constants = (node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant))
    return {value for value in constants if isinstance(value, str) and SCOPE.fullmatch(value)}


def modules_of(module: str, seen: set[str] | None = None) -> set[str]:
    """A module of sync.delivery and those of the same folder that it needs."""
    seen = set() if seen is None else seen
    if module not in seen:
        seen.add(module)
        for node in ast.walk(ast.parse(source_of(module))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sync.delivery."):
                modules_of(node.module or "", seen)
    return seen


def source_of(module: str) -> str:
    return (SYNC.parent / Path(*module.split("."))).with_suffix(".py").read_text(encoding="utf-8")


def wished_scopes() -> Iterator[tuple[IntentKind, str]]:
    """What each delivery names, itself or by what it is made of."""
    for kind, delivery in DELIVERIES.items():
        for module in modules_of(delivery.__module__):
            for scope in scopes_in_source(source_of(module)):
                yield kind, scope


def test_whatever_sync_names_stands_in_the_table() -> None:
    named = {scope for path in SYNC.rglob("*.py") for scope in scopes_in_source(path.read_text(encoding="utf-8"))}
    assert named, "the search for names finds nothing"
    assert {scope for scope in named if permission_of(scope) is None} == set()


def test_a_scope_that_nobody_has_explained_would_be_found() -> None:
    planted = scopes_in_source('GRAPH = tools.graph("outlook", "Mail.Send")\nEND = "Read.me"')
    assert {scope for scope in planted if permission_of(scope) is None} == {"Mail.Send"}


@pytest.mark.parametrize("permission", PERMISSIONS, ids=lambda permission: permission.scope)
def test_each_permission_is_used_by_the_feeds_and_wishes_that_it_names(permission: Permission) -> None:
    assert permission.feeds or permission.wishes
    assert set(permission.feeds) == {feed.name for feed in FEEDS if permission.scope in feed.scopes}
    wishes = {kind for kind, scope in wished_scopes() if scope == permission.scope}
    assert set(permission.wishes) <= wishes
    assert bool(permission.wishes) == bool(wishes)


@pytest.mark.parametrize("permission", PERMISSIONS, ids=lambda permission: permission.scope)
def test_each_permission_is_told_whole(permission: Permission) -> None:
    assert str(uuid.UUID(permission.id)) == permission.id
    assert permission.requests
    for sentence in (permission.purpose, permission.without):
        assert sentence.endswith("."), sentence
    assert not {each.scope for each in permission.narrower} & set(permission.wider)
    assert permission.scope not in permission.wider


def test_each_name_and_each_guid_stands_once() -> None:
    assert len({permission.scope for permission in PERMISSIONS}) == len(PERMISSIONS)
    assert len({permission.id for permission in PERMISSIONS}) == len(PERMISSIONS)


def test_what_is_asked_for_is_the_table_without_what_only_a_configuration_adds() -> None:
    assert list(GRAPH_SCOPES) == [each.scope for each in PERMISSIONS if each.asked]
    assert "Mail.ReadWrite" not in GRAPH_SCOPES


@pytest.mark.parametrize(
    ("granted", "scope", "held"),
    [
        ("Sites.Read.All", "Sites.Read.All", True),
        ("https://graph.microsoft.com/sites.readwrite.all", "Sites.Read.All", True),
        ("Sites.Read.All", "Sites.ReadWrite.All", False),
        ("Mail.Read", "Mail.ReadBasic", True),
        ("Mail.ReadBasic", "Mail.ReadWrite", False),
        ("api://cms/Content.Read", "api://cms/Content.Read", True),
        ("", "User.Read", False),
    ],
)
def test_a_wider_scope_stands_in_for_a_narrower_one_and_never_the_reverse(
    granted: str, scope: str, *, held: bool
) -> None:
    assert is_granted(scope, scopes_in(granted)) is held
