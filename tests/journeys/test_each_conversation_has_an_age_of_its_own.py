"""What is said in a channel is as old as its own last reading, and one that cannot be read says why."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from PySide6.QtWidgets import QLabel

from tests.journeys.desk import Desk
from tests.journeys.town import ELIN, Town
from ui.dates import moment_words
from workplace_app.clock import now_utc
from workplace_app.domain.workspace import Channel, WorkspaceKind
from workplace_app.store.feed_state_reader import place_state
from workplace_app.store.workspace_reader import channels, workspaces


class Watch:
    """A clock that goes as the machine's, and can be put forward."""

    ahead = timedelta(0)

    def __call__(self) -> datetime:
        return now_utc() + self.ahead


def _channels(desk: Desk) -> Iterator[Channel]:
    for seen in workspaces(desk.connection, now_utc(), frozenset({WorkspaceKind.TEAM})).rows:
        yield from channels(desk.connection, seen.workspace.id)


def _ages(desk: Desk) -> list[str]:
    return [label.text() for label in desk.page.findChildren(QLabel) if label.text().startswith("Hämtad ")]


def _read(desk: Desk, channel: Channel) -> None:
    desk.go("workspaces", channel.id)
    desk.until(lambda: place_state(desk.connection, channel.id).fetched_at is not None)
    desk.until(lambda: bool(_ages(desk)), desk.words)


def test_each_conversation_has_an_age_of_its_own(desk: Desk, town: Town) -> None:
    watch = Watch()
    desk.start(town.municipality, clock=watch)
    desk.sign_in(town.robot(ELIN))
    desk.until(lambda: len(list(_channels(desk))) > 2)
    first, second, third = list(_channels(desk))[:3]

    _read(desk, first)
    watch.ahead = timedelta(minutes=40)
    _read(desk, second)

    town.pull_the_plug()
    desk.go("workspaces", first.id)
    desk.until(lambda: place_state(desk.connection, first.id).problem is not None)
    desk.until_it_says("Det finns inget nät. Vi försöker igen när nätet är tillbaka.")
    read_at = place_state(desk.connection, first.id).fetched_at
    assert read_at is not None
    assert _ages(desk) == [f"Hämtad {moment_words(read_at, watch())}"]
    assert watch() - read_at >= timedelta(minutes=40)

    desk.go("workspaces", third.id)
    desk.until_it_says("Vi vet inte. Det finns inget nät. Vi försöker igen när nätet är tillbaka.")

    town.start()
    desk.press("Hämta igen")
    desk.until(lambda: place_state(desk.connection, third.id).fetched_at is not None)
    desk.until(lambda: "Vi vet inte." not in desk.words(), desk.words)


def test_a_channel_without_consent_says_so_and_where_to_turn(desk: Desk, town: Town) -> None:
    town.order("consent", scope="ChannelMessage.Read.All", granted=False)
    desk.start(town.municipality)
    desk.sign_in(town.robot(ELIN))
    desk.until(lambda: bool(list(_channels(desk))))
    desk.go("workspaces", next(_channels(desk)).id)
    desk.until_it_says("Vi vet inte. Du har inte åtkomst till ", " IT")
