"""A reply that is written without a network survives the end of the program, and is said once with the network back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.journeys.desk import Desk
from tests.journeys.town import ELIN, Town
from ui.screens.workspaces.reply_box import ReplyBox
from ui.screens.workspaces.workspace_page import WorkspacePage
from workplace_app.clock import now_utc
from workplace_app.domain.intent import IntentState
from workplace_app.domain.workspace import Channel, WorkspaceKind
from workplace_app.store.feed_state_reader import place_state
from workplace_app.store.message_reader import thread, threads
from workplace_app.store.outbox_reader import pending_intents
from workplace_app.store.workspace_reader import channels, workspaces

WORDS = "Jag tar det när jag är tillbaka på stadshuset."


def _first_channel(desk: Desk) -> Channel | None:
    for seen in workspaces(desk.connection, now_utc(), frozenset({WorkspaceKind.TEAM})).rows:
        for channel in channels(desk.connection, seen.workspace.id):
            return channel
    return None


def _open_first_thread(desk: Desk, channel_id: str) -> str:
    """Its id."""
    desk.go("workspaces", channel_id)
    desk.until(lambda: bool(threads(desk.connection, channel_id).rows))
    found = next(each for each in threads(desk.connection, channel_id).rows if each.messages == 1)
    page = desk.page.findChild(WorkspacePage)
    assert page is not None
    page.open_thread(found.thread_id)
    return found.thread_id


def _reply(desk: Desk, words: str) -> None:
    desk.press("Svara")
    box = next(each for each in desk.page.findChildren(ReplyBox) if each.isVisible())
    box.field.insertPlainText(words)
    QTest.keyClick(box.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def _own_words(desk: Desk, thread_id: str) -> list[tuple[IntentState | None, str | None]]:
    """How far each message with the words has come, and who said it."""
    seen = thread(desk.connection, thread_id)
    return [(each.pending_state, each.message.author_id) for each in seen if each.message.text == WORDS]


def _posts(town: Town) -> list[str]:
    return [
        one["path"] for one in town.requests(origin="graph") if one["method"] == "POST" and "replies" in one["path"]
    ]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_reply_in_the_forest_is_said_once(desk: Desk, town: Town) -> None:
    desk.start(town.municipality)
    desk.sign_in(town.robot(ELIN))
    desk.until(lambda: _first_channel(desk) is not None)
    channel = _first_channel(desk)
    assert channel is not None
    desk.go("workspaces", channel.id)
    desk.until(lambda: place_state(desk.connection, channel.id).fetched_at is not None)

    # In the forest: what is written stands in the thread, and waits.
    town.order("network", origin="graph", online=False)
    thread_id = _open_first_thread(desk, channel.id)
    _reply(desk, WORDS)
    desk.until_it_says(WORDS, "väntar på att skickas")
    desk.close()

    # On the way: the program is started anew, still without a network.
    desk.start(town.municipality)
    desk.until(lambda: len(pending_intents(desk.connection)) == 1)
    assert [state for state, _ in _own_words(desk, thread_id)] == [IntentState.WAITING]

    # Back in town: it is said once, and comes back from Teams as everybody sees it.
    town.order("network", origin="graph", online=True)
    desk.go("workspaces", channel.id)
    desk.press("Hämta igen")
    desk.until(lambda: any(author is not None for _state, author in _own_words(desk, thread_id)), desk.words)
    assert [state for state, _ in _own_words(desk, thread_id)] == [None]
    assert pending_intents(desk.connection) == ()
    assert len(_posts(town)) == 1
