"""A reply is refused and comes back with its words; another one's answer is lost, which is told, and it is said once;
and whoever signs out with something unsent is told what would be lost."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.desk import Desk
from tests.journeys.hands import Hands
from tests.journeys.network import Watch, find_network, lose_network, strip, until_settled
from tests.journeys.town import ELIN, Town
from workplace_app.clock import now_utc
from workplace_app.domain.workspace import WorkspaceKind
from workplace_app.store.feed_state_reader import place_state
from workplace_app.store.workspace_reader import workspaces

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
REFUSED, LOST, LAST = "Nycklarna ligger i receptionen.\nFråga efter Kim.", "Jag ringer dig kl. 15.", "Vi ses i morgon."
MESSAGES = "/v1.0/chats/*/messages"


def _go_to_chat(desk: Desk, hands: Hands) -> None:
    """The first of them, read."""
    chats = frozenset({WorkspaceKind.CHAT})
    hands.press("Ctrl+3", "Shift+F6")
    desk.until(lambda: bool(workspaces(desk.connection, now_utc(), chats).rows))
    chat = workspaces(desk.connection, now_utc(), chats).rows[0].workspace
    hands.go_down_to(chat.title)
    desk.until(lambda: place_state(desk.connection, chat.id).fetched_at is not None)


def _say(hands: Hands, watch: Watch, words: str) -> None:
    """Write a reply, and let the time go by in which it can be called back."""
    hands.press("R")
    hands.write(words)
    hands.press("Ctrl+Return")
    watch.wind_on(timedelta(seconds=30))


def _posts(town: Town) -> list[int]:
    """How the messages that arrived were answered, the parts of a batch among them."""
    asked = town.requests(origin="graph", path="/v1.0/chats/")
    return [one["status"] for one in asked if one["method"] == "POST" and one["path"].endswith("/messages")]


def _refused(desk: Desk, town: Town, hands: Hands, watch: Watch, saved: Path) -> None:
    """It says why, and the words can be copied, saved, tried again and taken back."""
    town.order("faults", kind="status", status=400, origin="graph", method="POST", path=MESSAGES, times=2)
    _say(hands, watch, REFUSED)
    hands.press("F5")
    desk.until(lambda: strip(desk).startswith("1 sak behöver dig"), lambda: strip(desk))
    hands.command("Visa utkorgen")
    assert hands.spoken.startswith("Behöver dig, ")
    assert "Teams tog inte emot det vi bad om." in hands.spoken
    hands.press("Ctrl+C")
    assert QApplication.clipboard().text() == REFUSED
    hands.save_as(saved, "Spara utkorgen som fil")
    written = saved.read_text(encoding="utf-8")
    assert REFUSED in written
    assert "Teams tog inte emot det vi bad om." in written
    hands.press("Shift+F10")
    hands.choose("Försök igen")
    desk.until(lambda: _posts(town) == [400, 400], lambda: _posts(town))
    desk.until(lambda: strip(desk).startswith("1 sak behöver dig"), lambda: strip(desk))
    hands.press("Delete")
    assert "behöver dig" not in strip(desk)
    assert hands.spoken.startswith("Tillbakataget "), "the focus is on it where it stands now"
    assert desk.program.workplace._toasts.current_text == "Det är tillbakataget. Det går att läsa här."


def _lost(desk: Desk, town: Town, hands: Hands, watch: Watch) -> None:
    """Nobody knows whether it arrived, and that is said; then it is found, and not said again."""
    town.order("requests/reset")
    town.order("faults", kind="answer_lost", origin="graph", method="POST", path=MESSAGES, times=1)
    _go_to_chat(desk, hands)
    _say(hands, watch, LOST)
    hands.press("F5")
    hands.command("Visa utkorgen")
    desk.until_it_says("Vi vet inte om det kom fram. Vi tittar efter innan vi skickar igen.")
    hands.go_down_to(LOST)
    assert hands.spoken.startswith("Vi vet inte, ")
    watch.wind_on(timedelta(minutes=10))
    hands.press("F5")
    desk.until(lambda: hands.spoken.startswith("Framme "), lambda: hands.spoken)
    assert len(_posts(town)) == 1
    assert LOST in hands.spoken


def _sign_out(hands: Hands) -> None:
    hands.tab_to("Konto för")
    hands.press("Return")
    hands.choose("Logga ut och ta bort det som finns här")


def test_what_did_not_get_through(desk: Desk, town: Town, tmp_path: Path) -> None:
    watch = Watch()
    desk.start(town.municipality, clock=watch)
    desk.sign_in(town.robot(ELIN))
    until_settled(desk)
    hands = Hands(desk)
    hands.come_to()
    _go_to_chat(desk, hands)
    _refused(desk, town, hands, watch, tmp_path / "utkorg.txt")
    _lost(desk, town, hands, watch)

    # Going home without a network.
    _go_to_chat(desk, hands)
    lose_network(desk, town)
    _say(hands, watch, LAST)
    _sign_out(hands)
    assert "Det här försvinner om du loggar ut" in desk.words()
    assert "1 sak i utkorgen som inte är skickad" in desk.words()
    assert hands.spoken == "Fortsätt vara inloggad"
    hands.press("Esc")
    assert hands.spoken.startswith("Konto för")
    hands.press("Return")
    hands.choose("Logga ut och ta bort det som finns här")
    hands.tab_to("Visa utkorgen")
    hands.press("Return")
    hands.go_down_to(LAST)
    find_network(town)
    desk.until(lambda: hands.spoken.startswith("Framme "), lambda: hands.spoken)

    # Now nothing is lost, and nothing is asked.
    _sign_out(hands)
    desk.until(lambda: desk.place == "sign_in")
