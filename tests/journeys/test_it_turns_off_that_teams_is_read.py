"""IT turns off that what people say is read: what was kept goes, nothing is asked for again, and the page says who."""

from dataclasses import replace

import pytest

from tests.journeys.desk import Desk
from tests.journeys.town import ELIN, Town
from workplace_app.clock import now_utc
from workplace_app.domain.workspace import Channel, WorkspaceKind
from workplace_app.store.message_reader import threads
from workplace_app.store.said_things import something_said_is_kept
from workplace_app.store.workspace_reader import channels, workspaces

SAYING = ("/messages", "/chats", "/threads", "/posts", "/replies")
TURNED_OFF = "Kommunens IT har stängt av läsning här"


def _first_channel(desk: Desk) -> Channel | None:
    for seen in workspaces(desk.connection, now_utc(), frozenset({WorkspaceKind.TEAM})).rows:
        for channel in channels(desk.connection, seen.workspace.id):
            return channel
    return None


def _asked(town: Town) -> list[str]:
    return [one["path"] for one in town.requests(origin="graph") if any(words in one["path"] for words in SAYING)]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_it_turns_off_that_teams_is_read(desk: Desk, town: Town) -> None:
    desk.start(town.municipality)
    desk.sign_in(town.robot(ELIN))
    desk.until(lambda: _first_channel(desk) is not None)
    channel = _first_channel(desk)
    assert channel is not None
    desk.go("workspaces", channel.id)
    desk.until(lambda: bool(threads(desk.connection, channel.id).rows))
    desk.until(lambda: bool(workspaces(desk.connection, now_utc(), frozenset({WorkspaceKind.CHAT})).rows))
    desk.close()
    assert _asked(town)

    # IT sets its policy, and the program is started again.
    town.order("requests/reset")
    desk.start(replace(town.municipality, teams_reading=False))
    desk.until(lambda: not something_said_is_kept(desk.connection))
    desk.go("workspaces", channel.id)
    desk.until_it_says(TURNED_OFF)
    assert not workspaces(desk.connection, now_utc(), frozenset({WorkspaceKind.CHAT})).rows
    assert "Hämta igen" not in desk.words()
    desk.until_answered("todo")
    assert not _asked(town)

    # Not even when somebody asks.
    town.order("requests/reset")
    desk.program.requests.open_conversation(channel.id)
    desk.program.requests.refresh(frozenset({"chats"}))
    desk.program.requests.refresh(frozenset({"todo"}))
    desk.until(lambda: any("/todo/" in one["path"] for one in town.requests(origin="graph")))
    assert not _asked(town)
    assert not something_said_is_kept(desk.connection)
