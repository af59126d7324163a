"""Saying something in a channel or a chat: once, although Teams would take it as often as it is sent."""

from datetime import timedelta

import pytest

from sync.wire.plain_text import plain_text
from tests.sync.delivery.live_outbox import LiveOutbox
from workplace_app.demo.staff import STAFF
from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.people import Colleague
from workplace_app.domain.intent import Intent, IntentKind, IntentState
from workplace_app.domain.problem import ProblemKind
from workplace_app.domain.wishes import Reply
from workplace_app.store.message_reader import message as read_message
from workplace_app.store.outbox_filing import try_again, withdraw

WORDS = "Jag tar det efter lunch."


class Channel:
    """A channel of one of Elin's teams, and the thread in it that was spoken in last."""

    def __init__(self, outbox: LiveOutbox) -> None:
        self.outbox = outbox
        tenant = outbox.surroundings.tenant
        self.team = tenant.teams.of(STAFF[0])[0]
        self.channel = self.team.channels[0]
        self.tenant = tenant
        self.thread_id: str = tenant.channels.newest_first(self.team, self.channel)[0]["id"]
        self.place = f"channel:{self.team.id}/{self.channel.id}"
        self.prefix = f"message:{self.team.id}/{self.channel.id}"
        self.posts = f"/v1.0/teams/{self.team.id}/channels/*/messages/{self.thread_id}/replies"

    @property
    def me(self) -> Colleague:
        return self.tenant.directory.staff(STAFF[0])

    def file(self, words: str = WORDS) -> str:
        wish = Reply(words, f"{self.prefix}/{self.thread_id}")
        return self.outbox.file(IntentKind.REPLY, self.place, wish, self.channel.name)

    def written(self, words: str = WORDS) -> Json:
        """Somebody with Elin's account writes the words, in Teams itself or by a request whose answer was lost."""
        now = self.outbox.surroundings.clock()
        made = self.tenant.channels.reply(self.team, self.channel, self.thread_id, self.me, words, now)
        assert made is not None
        return made

    def said(self, words: str = WORDS) -> list[str]:
        """The ids of Elin's replies in these words."""
        chain = self.tenant.channels.threads_in(self.team, self.channel).get(self.thread_id)
        assert chain is not None
        mine = [reply for reply in chain["replies"] if reply["from"]["user"]["id"] == self.me.id]
        return [f"{self.prefix}/{one['id']}" for one in mine if plain_text(one["body"]["content"]) == words]


class Chat:
    """One of Elin's chats."""

    def __init__(self, outbox: LiveOutbox) -> None:
        self.outbox = outbox
        self.tenant = outbox.surroundings.tenant
        self.chat = self.tenant.chats.of(STAFF[0])[1]
        self.place = f"chat:{self.chat.id}"
        self.prefix = f"message:{self.chat.id}"
        self.posts = "/v1.0/chats/*/messages"

    def file(self, words: str = WORDS) -> str:
        return self.outbox.file(IntentKind.REPLY, self.place, Reply(words), "Chatt")

    def written(self, words: str = WORDS) -> Json:
        return self.tenant.chats.post(self.chat, self.chat.members[0], words, self.outbox.surroundings.clock())

    def said(self, words: str = WORDS) -> list[str]:
        mine = [
            message
            for message in self.tenant.chats.newest_first(self.chat)
            if message["from"]["user"]["id"] == self.chat.members[0].id
        ]
        return [f"{self.prefix}/{one['id']}" for one in mine if plain_text(one["body"]["content"]) == words]


@pytest.fixture(params=[Channel, Chat], ids=["channel", "chat"])
def place(request: pytest.FixtureRequest, outbox: LiveOutbox) -> Channel | Chat:
    made: Channel | Chat = request.param(outbox)
    return made


def feed_of(place: Channel | Chat) -> str:
    return "chats" if isinstance(place, Chat) else "channel_messages"


def lost_reply(place: Channel | Chat, words: str = WORDS) -> str:
    """A wish that has reached Teams, whose answer has not come back."""
    wish = place.file(words)
    place.outbox.surroundings.fault(kind="cut_body", method="POST", path=place.posts, times=1)
    assert place.outbox.after_delivery(wish).state is IntentState.UNKNOWN
    return wish


def test_the_words_are_said_and_the_wish_knows_which_message_it_became(place: Channel | Chat) -> None:
    done = place.outbox.after_delivery(place.file())
    assert done.state is IntentState.CONFIRMED
    assert [done.answer] == place.said()
    place.outbox.reader.read(feed_of(place), place.place)
    seen = read_message(place.outbox.connection, done.answer or "")
    assert seen is not None
    assert (seen.text, seen.place_id, seen.author_id) == (WORDS, place.place, place.outbox.reader.me)


def test_lines_and_what_looks_like_markup_arrive_as_they_were_written(place: Channel | Chat) -> None:
    words = "Pris < 5 000 kr & <b>moms</b>\nRad två"
    place.outbox.after_delivery(place.file(words))
    place.outbox.reader.read(feed_of(place), place.place)
    (said,) = place.said(words)
    seen = read_message(place.outbox.connection, said)
    assert seen is not None
    assert seen.text == words


def test_a_reply_whose_answer_was_lost_is_found_and_not_said_again(place: Channel | Chat) -> None:
    wish = lost_reply(place)
    assert len(place.said()) == 1
    done = place.outbox.after_delivery(wish)
    assert done.state is IntentState.CONFIRMED
    assert [done.answer] == place.said()


def test_it_is_found_although_the_computers_clock_is_an_hour_fast(place: Channel | Chat) -> None:
    place.outbox.clock.wrong_by = timedelta(hours=1)
    done = place.outbox.after_delivery(lost_reply(place))
    assert [done.answer] == place.said()
    assert len(place.said()) == 1


def test_it_is_found_below_all_that_others_have_said_since(place: Channel | Chat) -> None:
    wish = lost_reply(place)
    for number in range(60):
        place.written(f"Och så {number}")
        place.outbox.later(seconds=1)
    assert place.outbox.after_delivery(wish).state is IntentState.CONFIRMED
    assert len(place.said()) == 1


def test_one_that_never_arrived_is_said(place: Channel | Chat) -> None:
    wish = place.file()
    place.outbox.surroundings.fault(kind="reset", method="POST", path=place.posts, times=1)
    assert place.outbox.after_delivery(wish).state is IntentState.UNKNOWN
    assert place.said() == []
    assert place.outbox.after_delivery(wish).state is IntentState.CONFIRMED
    assert len(place.said()) == 1


def test_a_program_that_was_killed_while_sending_looks_first(place: Channel | Chat) -> None:
    arrived = place.file()
    place.outbox.killed_while_sending(arrived, place.written)
    assert place.outbox.after_delivery(arrived).state is IntentState.CONFIRMED
    lost = place.file("Något annat")
    place.outbox.killed_while_sending(lost)
    assert place.outbox.after_delivery(lost).state is IntentState.CONFIRMED
    assert (len(place.said()), len(place.said("Något annat"))) == (1, 1)


def test_the_same_words_wished_for_twice_are_two_messages(place: Channel | Chat) -> None:
    first, second = place.file(), place.file()
    for _ in range(2):
        place.outbox.surroundings.fault(kind="cut_body", method="POST", path=place.posts, times=1)
        place.outbox.after_delivery(second)
    place.outbox.after_delivery(second)
    answers = {place.outbox.intent(each).answer for each in (first, second)}
    assert answers == set(place.said())
    assert len(answers) == 2


def test_what_the_user_wrote_in_the_same_words_before_is_another_message(place: Channel | Chat) -> None:
    place.written()
    place.outbox.later(minutes=30)
    wish = place.file()
    place.outbox.surroundings.fault(kind="reset", method="POST", path=place.posts, times=1)
    place.outbox.after_delivery(wish)
    assert place.outbox.after_delivery(wish).state is IntentState.CONFIRMED
    assert len(place.said()) == 2


def test_without_a_network_nothing_can_have_arrived_and_nothing_is_looked_for(place: Channel | Chat) -> None:
    surroundings = place.outbox.surroundings
    surroundings.town.order("network", origin="graph", online=False)
    wish = place.file()
    assert place.outbox.after_delivery(wish).state is IntentState.WAITING
    surroundings.town.order("network", origin="graph", online=True)
    place.written()  # the same words, from the telephone meanwhile: they are not these
    assert place.outbox.after_delivery(wish).state is IntentState.CONFIRMED
    assert len(place.said()) == 2
    assert surroundings.requests("GET") == []


def test_a_reading_back_that_is_refused_does_not_lead_to_saying_it_twice(place: Channel | Chat) -> None:
    wish = lost_reply(place)
    place.outbox.surroundings.fault(kind="status", status=403, method="GET", times=1)
    refused = place.outbox.after_delivery(wish)
    assert refused.state is IntentState.NEEDS_YOU
    try_again(place.outbox.connection, wish, place.outbox.clock.now())
    assert place.outbox.after_delivery(wish).state is IntentState.CONFIRMED
    assert len(place.said()) == 1


@pytest.mark.parametrize(
    ("fault", "state", "kind"),
    [
        ({"kind": "status", "status": 403}, IntentState.NEEDS_YOU, ProblemKind.ACCESS_DENIED),
        ({"kind": "status", "status": 400}, IntentState.NEEDS_YOU, ProblemKind.REQUEST_REFUSED),
        ({"kind": "status", "status": 404}, IntentState.NEEDS_YOU, ProblemKind.CHANGED_MEANWHILE),
        ({"kind": "status", "status": 500}, IntentState.UNKNOWN, ProblemKind.SERVICE_UNAVAILABLE),
        ({"kind": "throttled", "retry_after": "600"}, IntentState.WAITING, ProblemKind.THROTTLED),
    ],
    ids=["closed_to_me", "malformed", "gone", "broken", "busy"],
)
def test_each_refusal_has_one_outcome(
    place: Channel | Chat, fault: dict[str, object], state: IntentState, kind: ProblemKind
) -> None:
    place.outbox.surroundings.fault(method="POST", path=place.posts, times=9, **fault)
    told = place.outbox.after_delivery(place.file())
    assert told.state is state
    assert told.problem is not None
    assert told.problem.kind is kind
    assert (told.conflict is not None and told.conflict.gone) is (kind is ProblemKind.CHANGED_MEANWHILE)


def test_a_busy_teams_is_asked_again_when_it_has_said(place: Channel | Chat) -> None:
    place.outbox.surroundings.fault(kind="throttled", method="POST", path=place.posts, retry_after="3", times=1)
    assert place.outbox.after_delivery(place.file()).state is IntentState.CONFIRMED
    assert place.outbox.clock.waits == [3.0]
    assert len(place.said()) == 1


@pytest.mark.parametrize(("which", "scope"), [(Channel, "ChannelMessage.Send"), (Chat, "ChatMessage.Send")])
def test_a_permission_that_it_has_not_given_is_told_by_its_name(
    outbox: LiveOutbox, which: type[Channel | Chat], scope: str
) -> None:
    outbox.scopes.remove(scope)
    outbox.sign_in()
    refused = outbox.after_delivery(which(outbox).file())
    assert refused.state is IntentState.NEEDS_YOU
    assert refused.problem is not None
    assert (refused.problem.kind, refused.problem.scope) == (ProblemKind.CONSENT_MISSING, scope)


def test_replies_to_a_place_are_said_in_the_order_of_writing_and_a_stuck_one_holds_no_other_place(
    outbox: LiveOutbox,
) -> None:
    channel, chat = Channel(outbox), Chat(outbox)
    outbox.surroundings.fault(kind="status", status=403, method="POST", path=channel.posts, times=1)
    stuck, behind, other = channel.file("Ett"), channel.file("Två"), chat.file()
    outbox.after_delivery(other)
    assert outbox.intent(stuck).state is IntentState.NEEDS_YOU
    assert outbox.intent(behind).state is IntentState.WAITING
    assert outbox.intent(other).state is IntentState.CONFIRMED
    try_again(outbox.connection, stuck, outbox.clock.now())
    outbox.after_delivery(behind)
    assert outbox.intent(stuck).answer == channel.said("Ett")[0] < channel.said("Två")[0]


def test_what_is_taken_back_in_time_is_never_said(place: Channel | Chat) -> None:
    wish = place.file()
    assert withdraw(place.outbox.connection, wish, place.outbox.clock.now())
    place.outbox.deliver()
    assert place.said() == []


@pytest.mark.parametrize("target", ["channel:", "channel:team", "team:x", "group:x"])
def test_a_place_where_nothing_can_be_said_is_handed_back(outbox: LiveOutbox, target: str) -> None:
    told: Intent = outbox.after_delivery(outbox.file(IntentKind.REPLY, target, Reply(WORDS)))
    assert told.state is IntentState.NEEDS_YOU
