"""What is said in the channels: threads with answers, mentions, subjects, files and the occasional deleted message."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from workplace_app.demo.staff import Staff
from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.chat_messages import (
    Place,
    attach_file,
    distinct,
    last_change,
    make_deleted,
    make_system_message,
    message_document,
    message_id,
    react,
)
from workplace_app.demo.tenant.dice import Dice, guid
from workplace_app.demo.tenant.featured import THREADS, FeaturedThread
from workplace_app.demo.tenant.people import Colleague, Directory
from workplace_app.demo.tenant.shelf import Shelf
from workplace_app.demo.tenant.teams import Channel, Team, Teams
from workplace_app.demo.tenant.texts_files import NAMES_FOR_ALL
from workplace_app.demo.tenant.texts_life import MENTIONS, REPLIES
from workplace_app.demo.tenant.texts_messages import THREADS_FOR_ALL, Thread
from workplace_app.demo.tenant.texts_messages_by_role import THREADS_BY_ROLE
from workplace_app.demo.tenant.texts_messages_more import MORE_BY_ROLE, MORE_FOR_ALL
from workplace_app.demo.tenant.wording import Wording
from workplace_app.demo.tenant.world import SHAREPOINT, World

CHAINS_PER_SCALE = 14
"""Threads in a channel; with answers this makes fifty messages."""
SPAN_DAYS = 48


class ChannelMessages:
    """One shelf for each channel. An item is the message that began a thread, with its ``replies`` inside."""

    def __init__(self, world: World, directory: Directory, teams: Teams) -> None:
        self._world = world
        self._directory = directory
        self._teams = teams
        self._shelves: dict[str, Shelf] = {}
        self._circles: dict[str, tuple[Colleague, ...]] = {}
        self._featured = {(thread.place, thread.channel): thread for thread in THREADS}

    def threads_in(self, team: Team, channel: Channel) -> Shelf:
        """The threads of a channel."""
        if channel.id not in self._shelves:
            self._shelves[channel.id] = self._shelf(team, channel)
        return self._shelves[channel.id]

    def newest_first(self, team: Team, channel: Channel) -> list[Json]:
        """The threads in the order of Teams: by the last change of message or answer."""
        return sorted(self.threads_in(team, channel).all(), key=last_change, reverse=True)

    def post(
        self,
        team: Team,
        channel: Channel,
        author: Colleague,
        text: str,
        now: datetime,
        mentioned: Sequence[Colleague] = (),
        subject: str | None = None,
    ) -> Json:
        """Somebody begins a thread."""
        shelf = self.threads_in(team, channel)
        while shelf.get(message_id(now)) is not None:
            now += timedelta(milliseconds=1)
        message = message_document(self._place(team, channel), author, now, text, mentioned, subject=subject)
        shelf.put(message["id"], {**message, "replies": []})
        return message

    def reply(
        self,
        team: Team,
        channel: Channel,
        thread_id: str,
        author: Colleague,
        text: str,
        now: datetime,
        mentioned: Sequence[Colleague] = (),
    ) -> Json | None:
        """Somebody answers; None when there is no such thread."""
        shelf = self.threads_in(team, channel)
        chain = shelf.get(thread_id)
        if chain is None:
            return None
        taken = {reply["id"] for reply in chain["replies"]} | {thread_id}
        while message_id(now) in taken:
            now += timedelta(milliseconds=1)
        message = message_document(self._place(team, channel), author, now, text, mentioned, reply_to=thread_id)
        shelf.put(thread_id, {**chain, "replies": [*chain["replies"], message]})
        return message

    def people_of(self, team: Team) -> tuple[Colleague, ...]:
        """Who writes in a team."""
        if team.id not in self._circles:
            circle = {
                person.id: person
                for staff in self._teams.members_among_staff(team)
                for person in self._directory.circle(staff)
            }
            self._circles[team.id] = tuple(circle.values())
        return self._circles[team.id]

    def _place(self, team: Team, channel: Channel) -> Place:
        return Place(channel.id, team.id, self._world.tenant_id)

    def _shelf(self, team: Team, channel: Channel) -> Shelf:
        featured = self._featured.get((team.name, channel.name))
        generated = CHAINS_PER_SCALE * self._world.scale
        moments = distinct([self._began(channel, number) for number in range(generated)])
        ids = [message_id(moment) for moment in moments]

        def make(number: int) -> Json:
            if number == generated and featured is not None:
                return self._featured_chain(team, channel, featured)
            return self._chain(team, channel, number, moments[number])

        if featured is not None:
            ids.append(message_id(self._world.moments.ago(featured.posts[0][1])))
        return Shelf(f"channel/{channel.id}", self._world.log, lambda: ids, make)

    def _began(self, channel: Channel, number: int) -> datetime:
        dice = self._world.dice("began", channel.id, number)
        days = (number + dice.below(100) / 100) * SPAN_DAYS / (CHAINS_PER_SCALE * self._world.scale)
        moment = self._world.moments.past(days, dice.between(7, 15), dice.below(60))
        return moment - timedelta(milliseconds=number * 977 + dice.below(900))

    def _chain(self, team: Team, channel: Channel, number: int, began: datetime) -> Json:
        dice = self._world.dice("chain", channel.id, number)
        people = self.people_of(team)
        place = self._place(team, channel)
        mentioned = self._mentioned(dice, team)
        subject, opening, answers = self._talk(team, channel, number)
        if mentioned:
            subject, opening, answers = "", dice.pick(MENTIONS), tuple(dice.some(REPLIES, 1))
        wording = Wording(dice, began.date(), people)
        author = dice.pick([person for person in people if person not in mentioned])
        chain = message_document(
            place, author, began, wording.fill(opening), mentioned, subject=wording.fill(subject) if subject else None
        )
        if number == CHAINS_PER_SCALE * self._world.scale - 1:
            make_system_message(chain, channel.name)
            return {**chain, "replies": []}
        self._decorate(chain, dice, team, channel, wording, people, began)
        replies: list[Json] = []
        moment = began
        for text in [*answers, *dice.some(_ASIDES, dice.below(2))]:
            moment += timedelta(minutes=dice.between(2, 95), milliseconds=dice.below(999))
            if moment < self._world.moments.base:
                replies.append(
                    message_document(place, dice.pick(people), moment, wording.fill(text), reply_to=chain["id"])
                )
        return {**chain, "replies": replies}

    def _decorate(
        self,
        chain: Json,
        dice: Dice,
        team: Team,
        channel: Channel,
        wording: Wording,
        people: Sequence[Colleague],
        began: datetime,
    ) -> None:
        kind = dice.below(100)
        if kind < 3:
            make_deleted(chain, began + timedelta(minutes=2))
        elif kind < 9:
            name = wording.fill(dice.pick(NAMES_FOR_ALL))
            address = f"{SHAREPOINT}/sites/{team.nickname}/Delade dokument/{channel.name}/{name}".replace(" ", "%20")
            attach_file(chain, guid(channel.id, chain["id"]), name, address)
        elif kind < 21:
            react(chain, dice.pick(people), began + timedelta(minutes=4))
        elif kind < 24:
            chain["importance"] = "high"

    def _talk(self, team: Team, channel: Channel, number: int) -> Thread:
        """What a thread is about: a channel goes through all that it has before anything comes again."""
        every = (*THREADS_FOR_ALL, *MORE_FOR_ALL)
        if team.role is not None:
            every = (*every, *THREADS_BY_ROLE[team.role], *MORE_BY_ROLE[team.role])
        shuffled = self._world.dice("talk", channel.id, number // len(every)).some(every, len(every))
        return shuffled[number % len(every)]

    def _mentioned(self, dice: Dice, team: Team) -> list[Colleague]:
        if not dice.chance(5):
            return []
        staff: Staff = dice.pick(self._teams.members_among_staff(team))
        return [self._directory.staff(staff)]

    def _featured_chain(self, team: Team, channel: Channel, thread: FeaturedThread) -> Json:
        chain: Json = {}
        place = self._place(team, channel)
        for who, minutes, words in thread.posts:
            author = self._directory.named(who)
            moment = self._world.moments.ago(minutes)
            mentioned: list[Colleague] = []
            if words.startswith("@Elin "):
                words = words.removeprefix("@Elin ")
                mentioned = [self._directory.staff(self._teams.members_among_staff(team)[0])]
            message = message_document(place, author, moment, words, mentioned, reply_to=chain.get("id"))
            if chain:
                chain["replies"].append(message)
            else:
                chain = {**message, "replies": []}
        return chain


_ASIDES = ("👍", "Tack!", "Bra att veta.", "Noterat.", "Toppen, tack.", "Då vet jag.")
