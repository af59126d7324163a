"""Chats: with one colleague, with several, and those of meetings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape
from urllib.parse import quote

from workplace_app.demo.staff import STAFF, Staff
from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.chat_messages import Place, distinct, message_document, message_id
from workplace_app.demo.tenant.dice import digest, guid
from workplace_app.demo.tenant.featured import CHATS
from workplace_app.demo.tenant.moments import from_text, stamp
from workplace_app.demo.tenant.people import Colleague, Directory
from workplace_app.demo.tenant.shelf import Shelf
from workplace_app.demo.tenant.texts_messages import CHAT_LINES, GROUP_CHAT_TOPICS
from workplace_app.demo.tenant.wording import Wording
from workplace_app.demo.tenant.world import TEAMS, World

ONE_TO_ONE, GROUPS, MEETINGS = 9, 4, 2
LINES_PER_SCALE = 18


@dataclass(frozen=True, slots=True)
class Chat:
    """One chat of a member of staff."""

    id: str
    kind: str
    topic: str | None
    members: tuple[Colleague, ...]
    number: int
    staff: Staff


class Chats:
    """The chats of the five; each is seen from one of them."""

    def __init__(self, world: World, directory: Directory) -> None:
        self._world = world
        self._directory = directory
        self._of = {staff.role: self._make_chats(staff) for staff in STAFF}
        self._by_id = {chat.id: chat for chats in self._of.values() for chat in chats}
        self._messages: dict[str, Shelf] = {}

    def of(self, staff: Staff) -> Sequence[Chat]:
        """The chats of a person."""
        return self._of[staff.role]

    def find(self, staff: Staff, chat_id: str) -> Chat | None:
        """A chat that this person is in."""
        chat = self._by_id.get(chat_id)
        return chat if chat is not None and chat.staff == staff else None

    def messages_in(self, chat: Chat) -> Shelf:
        """What has been said in it."""
        if chat.id not in self._messages:
            self._messages[chat.id] = self._shelf(chat)
        return self._messages[chat.id]

    def newest_first(self, chat: Chat) -> list[Json]:
        """Its messages as Teams lists them."""
        return sorted(self.messages_in(chat).all(), key=lambda message: str(message["createdDateTime"]), reverse=True)

    def post(self, chat: Chat, author: Colleague, text: str, now: datetime) -> Json:
        """Somebody writes."""
        while self.messages_in(chat).get(message_id(now)) is not None:
            now += timedelta(milliseconds=1)
        message = message_document(Place(chat.id, None, self._world.tenant_id), author, now, text)
        self.messages_in(chat).put(message["id"], message)
        return message

    def chat_document(self, chat: Chat) -> Json:
        """A chat; unread when its last message is later than the owner's viewpoint."""
        messages = self.newest_first(chat)
        last = from_text(messages[0]["createdDateTime"])
        return {
            "id": chat.id,
            "topic": chat.topic,
            "createdDateTime": stamp(from_text(messages[-1]["createdDateTime"]) - timedelta(minutes=1)),
            "lastUpdatedDateTime": stamp(last),
            "chatType": chat.kind,
            "webUrl": f"{TEAMS}/l/chat/{quote(chat.id)}/0?tenantId={self._world.tenant_id}",
            "tenantId": self._world.tenant_id,
            "onlineMeetingInfo": self._meeting(chat) if chat.kind == "meeting" else None,
            "viewpoint": {"isHidden": False, "lastMessageReadDateTime": stamp(self._seen(chat, messages))},
        }

    def _seen(self, chat: Chat, messages: Sequence[Json]) -> datetime:
        """The owner has seen what they answered, and all that was there at the start but for every fourth chat."""
        owner, base = chat.members[0].id, self._world.moments.base
        seen = [from_text(each["createdDateTime"]) for each in messages if each["from"]["user"]["id"] == owner]
        there = [moment for each in messages if (moment := from_text(each["createdDateTime"])) <= base]
        if there:
            seen.append(max(there) - timedelta(minutes=1 if chat.number % 4 == 0 else 0))
        return max(seen)

    def member_documents(self, chat: Chat) -> list[Json]:
        """Who is in it, the owner too."""
        return [
            {
                "@odata.type": "#microsoft.graph.aadUserConversationMember",
                "id": guid(chat.id, person.id),
                "roles": ["owner"],
                "displayName": person.name,
                "visibleHistoryStartDateTime": "0001-01-01T00:00:00Z",
                "userId": person.id,
                "email": person.mail,
                "tenantId": self._world.tenant_id,
            }
            for person in chat.members
        ]

    def preview_document(self, chat: Chat) -> Json:
        """The chatMessageInfo of the last message."""
        last = self.newest_first(chat)[0]
        return {
            "id": last["id"],
            "createdDateTime": last["createdDateTime"],
            "isDeleted": False,
            "messageType": "message",
            "eventDetail": None,
            "body": last["body"],
            "from": last["from"],
        }

    def _meeting(self, chat: Chat) -> Json:
        join = f"{TEAMS}/l/meetup-join/{quote(chat.id)}/0"
        return {"calendarEventId": digest(24, chat.id).hex(), "joinWebUrl": join, "organizer": None}

    def _make_chats(self, staff: Staff) -> list[Chat]:
        circle = tuple(self._directory.circle(staff))
        owner = self._directory.staff(staff)
        dice = self._world.dice("chats", staff.role)
        wording = Wording(dice, self._world.moments.today, circle)
        found = []
        with_whom = list(circle[: ONE_TO_ONE - 1])
        if staff.role == CHATS[0].place:
            with_whom.insert(0, self._directory.named(CHATS[0].channel))
        else:
            with_whom.append(circle[ONE_TO_ONE - 1])
        for number, person in enumerate(with_whom):
            chat_id = f"19:{'_'.join(sorted((person.id, owner.id)))}@unq.gbl.spaces"
            found.append(Chat(chat_id, "oneOnOne", None, (owner, person), number, staff))
        for number in range(ONE_TO_ONE, ONE_TO_ONE + GROUPS + MEETINGS):
            meeting = number >= ONE_TO_ONE + GROUPS
            members = (owner, *dice.some(circle, dice.between(2, 6)))
            mark = digest(16, self._world.seed, staff.role, "chat", number).hex()
            chat_id = f"19:{'meeting_' if meeting else ''}{mark}@thread.v2"
            topic = wording.fill("Avstämning om {subject}" if meeting else dice.pick(GROUP_CHAT_TOPICS))
            found.append(Chat(chat_id, "meeting" if meeting else "group", topic, members, number, staff))
        return found

    def _shelf(self, chat: Chat) -> Shelf:
        count = LINES_PER_SCALE * self._world.scale
        featured = CHATS[0] if chat.staff.role == CHATS[0].place and chat.number == 0 else None
        moments = distinct([self._said(chat, number, count) for number in range(count)])
        ids = [message_id(moment) for moment in moments]
        place = Place(chat.id, None, self._world.tenant_id)
        if featured is not None:
            ids.append(message_id(self._world.moments.ago(featured.posts[0][1])))

        def make(number: int) -> Json:
            if number == count and featured is not None:
                _, minutes, words = featured.posts[0]
                return message_document(place, chat.members[1], self._world.moments.ago(minutes), words)
            dice = self._world.dice("line", chat.id, number)
            wording = Wording(dice, moments[number].date(), chat.members[1:])
            text = wording.fill(CHAT_LINES[(count - number + chat.number * 4) % len(CHAT_LINES)])
            author = chat.members[number % 2] if chat.kind == "oneOnOne" else dice.pick(chat.members)
            return message_document(place, author, moments[number], escape(text, quote=False))

        return Shelf(f"chat/{chat.id}", self._world.log, lambda: ids, make)

    def _said(self, chat: Chat, number: int, count: int) -> datetime:
        """Lines come in small conversations, older and older; a chat with a high number has been quiet for longer."""
        dice = self._world.dice("said", chat.id, number // 4)
        days = chat.number * 0.6 + 1.5 + (number // 4) * 120 / count + dice.below(100) / 120
        began = self._world.moments.past(days, dice.between(8, 15), dice.below(60))
        return began - timedelta(minutes=(number % 4) * 3 + 1, milliseconds=number * 31 + dice.below(29))
