"""Which permission is missing is known from the scopes that were granted, whatever words a workload refuses with."""

import pytest

from tests.sync.feeds.conftest import Municipality
from tests.sync.feeds.reader import FeedReader
from workplace_app.domain.problem import ProblemKind
from workplace_app.domain.workspace import Channel, Workspace, WorkspaceKind


@pytest.mark.parametrize(
    ("feed", "scope", "needed"),
    [
        ("planner", "Tasks.ReadWrite", "Tasks.ReadWrite"),
        ("todo", "Tasks.ReadWrite", "Tasks.ReadWrite"),
        ("mail", "Mail.ReadBasic", "Mail.ReadBasic"),
        ("calendar", "Calendars.ReadWrite", "Calendars.ReadWrite"),
        ("teams", "Channel.ReadBasic.All", "Channel.ReadBasic.All"),
        ("chats", "Chat.Read", "Chat.Read"),
        ("sites", "Sites.Read.All", "Sites.Read.All"),
    ],
)
def test_a_missing_permission_is_told_by_its_name(
    municipality: Municipality, feed: str, scope: str, needed: str
) -> None:
    municipality.town.order("consent", scope=scope, granted=False)
    raised = municipality.reader().read(feed).raised
    assert raised is not None
    assert (raised.kind, raised.scope) == (ProblemKind.CONSENT_MISSING, needed)


@pytest.mark.parametrize("feed", ["planner", "mail", "calendar", "sites"])
def test_a_refusal_in_spite_of_the_permission_is_not_taken_for_a_missing_one(
    municipality: Municipality, reader: FeedReader, feed: str
) -> None:
    municipality.town.order(
        "faults", kind="status", status=403, code="ErrorAccessDenied", origin="graph", path="/v1.0/me/*", times=None
    )
    raised = reader.read(feed).raised
    assert raised is not None
    assert raised.kind is ProblemKind.ACCESS_DENIED


def test_without_the_channels_the_teams_come_and_known_channels_stay(
    municipality: Municipality, reader: FeedReader
) -> None:
    channels = len(reader.read("teams").of(Channel))
    opened = {team.id: team.address for team in reader.known.workspaces(WorkspaceKind.TEAM)}
    assert all(opened.values())
    municipality.town.order("consent", scope="Channel.ReadBasic.All", granted=False)
    municipality.later(days=1)
    reader.sign_in()
    reading = reader.read("teams")
    assert reading.raised is not None
    assert (reading.raised.kind, reading.raised.scope) == (ProblemKind.CONSENT_MISSING, "Channel.ReadBasic.All")
    assert {team.id for team in reading.of(Workspace)} == set(opened)
    assert reader.connection.execute("SELECT COUNT(*) FROM main.channels").fetchone() == (channels,)
    assert {team.id: team.address for team in reader.known.workspaces(WorkspaceKind.TEAM)} == opened


def test_all_channel_lists_refused_in_spite_of_the_token_are_a_missing_permission(
    municipality: Municipality, reader: FeedReader
) -> None:
    municipality.town.order("faults", kind="status", status=403, code="Forbidden", path="*/channels", times=None)
    reading = reader.read("teams")
    assert reading.raised is not None
    assert (reading.raised.kind, reading.raised.scope) == (ProblemKind.CONSENT_MISSING, "Channel.ReadBasic.All")
