"""Groups: those behind teams, those that talk by mail, and security groups; their conversations."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from workplace_app.demo.staff import STAFF, Staff
from workplace_app.demo.tenant.calendar_events import mail_address
from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.dice import digest, outlook_id, weak_etag
from workplace_app.demo.tenant.moments import from_text, whole_second
from workplace_app.demo.tenant.people import Colleague, Directory
from workplace_app.demo.tenant.shelf import Shelf
from workplace_app.demo.tenant.teams import Teams, nickname
from workplace_app.demo.tenant.texts_mail import GROUP_TOPICS
from workplace_app.demo.tenant.texts_workspaces import GROUPS_FOR_ALL
from workplace_app.demo.tenant.wording import Wording
from workplace_app.demo.tenant.world import DOMAIN, World


@dataclass(frozen=True, slots=True)
class Group:
    """One group. ``kind`` is team, conversations or security."""

    id: str
    name: str
    description: str
    kind: str


class Groups:
    """Groups of the tenant and their conversations."""

    def __init__(self, world: World, directory: Directory, teams: Teams) -> None:
        self._world = world
        self._directory = directory
        talking = [Group(world.guid("group", name), name, text, "conversations") for name, text in GROUPS_FOR_ALL]
        self._of: dict[str, list[Group]] = {}
        for staff in STAFF:
            behind = [Group(team.id, team.name, team.description, "team") for team in teams.of(staff)]
            self._of[staff.role] = [*behind, *talking, *self._security(staff)]
        self.by_id = {group.id: group for groups in self._of.values() for group in groups}
        self._threads = {group.id: self._thread_shelf(group) for group in self.by_id.values()}
        self._posts: dict[str, Shelf] = {}

    def of(self, staff: Staff) -> list[Group]:
        """The groups that somebody belongs to."""
        return self._of[staff.role]

    def talking(self, staff: Staff) -> list[Group]:
        """Those with conversations."""
        return [group for group in self._of[staff.role] if group.kind == "conversations"]

    def threads_in(self, group: Group) -> Shelf:
        """The conversation threads of a group; those behind teams have none."""
        return self._threads[group.id]

    def posts_in(self, group: Group, thread_id: str) -> Shelf | None:
        """The posts of a thread; None when there is no such thread."""
        if self._threads[group.id].get(thread_id) is None:
            return None
        if thread_id not in self._posts:
            self._posts[thread_id] = self._post_shelf(group, thread_id)
        return self._posts[thread_id]

    def post(
        self, group: Group, thread_id: str, author: Colleague, text: str, now: datetime, html: str | None = None
    ) -> Json | None:
        """Somebody writes in a thread, which thereby becomes the newest. ``html`` is what a program sent, to be kept as
        it is."""
        thread = self._threads[group.id].get(thread_id)
        if self.posts_in(group, thread_id) is None or thread is None:
            return None
        document = self._put_post(thread_id, author, html or f"<p>{text}</p>", now)
        senders = list(dict.fromkeys([*thread["uniqueSenders"], author.name]))
        thread |= {"lastDeliveredDateTime": whole_second(now), "preview": text[:120], "uniqueSenders": senders}
        self._threads[group.id].put(thread_id, thread)
        return document

    def begin(self, group: Group, author: Colleague, topic: str, html: str, words: str, now: datetime) -> Json:
        """Somebody begins a thread; it comes back as it now stands in the mailbox."""
        thread_id = outlook_id(self._world.seed, "begun", group.id, self._world.log.revision + 1)
        thread: Json = {
            "id": thread_id,
            "topic": topic,
            "hasAttachments": False,
            "lastDeliveredDateTime": whole_second(now),
            "uniqueSenders": [author.name],
            "preview": words[:120],
            "isLocked": False,
        }
        self._threads[group.id].put(thread_id, thread)
        self._put_post(thread_id, author, html, now)
        return thread

    def group_document(self, group: Group) -> Json:
        """A group in full."""
        unified = group.kind != "security"
        plain = nickname(group.name).lower()
        return {
            "id": group.id,
            "deletedDateTime": None,
            "classification": None,
            "createdDateTime": whole_second(self._world.moments.base - timedelta(days=700 - len(group.name))),
            "description": group.description,
            "displayName": group.name,
            "groupTypes": ["Unified"] if unified else [],
            "mail": f"{plain}@{DOMAIN}" if unified else None,
            "mailEnabled": unified,
            "mailNickname": plain,
            "membershipRule": None,
            "proxyAddresses": [f"SMTP:{plain}@{DOMAIN}"] if unified else [],
            "renewedDateTime": whole_second(self._world.moments.base - timedelta(days=90)),
            "resourceBehaviorOptions": [],
            "resourceProvisioningOptions": ["Team"] if group.kind == "team" else [],
            "securityEnabled": not unified,
            "theme": None,
            "visibility": "Private" if group.kind == "team" else "Public",
        }

    def _security(self, staff: Staff) -> list[Group]:
        names = ["Alla medarbetare", f"Behörighet {staff.unit}"]
        return [Group(self._world.guid("security", name), name, "Styr behörigheter.", "security") for name in names]

    def _circle(self, group: Group) -> list[Colleague]:
        dice = self._world.dice("group circle", group.name)
        staff = [self._directory.staff(each) for each in STAFF]
        return [*(self._directory.colleague(dice.below(1200)) for _ in range(14)), *staff]

    def _thread_shelf(self, group: Group) -> Shelf:
        count = len(GROUP_TOPICS[group.name]) if group.kind == "conversations" else 0

        def ids() -> list[str]:
            return [self._thread_id(group, number) for number in range(count)]

        return Shelf(f"threads/{group.id}", self._world.log, ids, lambda number: self._thread(group, number))

    def _thread_id(self, group: Group, number: int) -> str:
        return outlook_id(self._world.seed, "thread", group.name, number)

    def _thread(self, group: Group, number: int) -> Json:
        texts = self._texts(group, number)
        last = self._posted(group, number, len(texts[1]) - 1)
        posters = self._posters(group, number, len(texts[1]))
        return {
            "id": self._thread_id(group, number),
            "topic": texts[0],
            "hasAttachments": False,
            "lastDeliveredDateTime": whole_second(last),
            "uniqueSenders": list(dict.fromkeys(person.name for person in posters)),
            "preview": texts[1][-1][:120],
            "isLocked": False,
        }

    def _texts(self, group: Group, number: int) -> tuple[str, list[str]]:
        topics = GROUP_TOPICS[group.name]
        dice = self._world.dice("thread", group.name, number)
        wording = Wording(dice, self._world.moments.today, self._circle(group))
        topic, posts = topics[number]
        return wording.fill(topic), [wording.fill(text) for text in posts]

    def _posters(self, group: Group, number: int, count: int) -> list[Colleague]:
        return self._world.dice("posters", group.name, number).some(self._circle(group), count)

    def _posted(self, group: Group, number: int, place: int) -> datetime:
        dice = self._world.dice("posted", group.name, number)
        began = self._world.moments.past(number * 6 + 1 + dice.below(4), dice.between(8, 14), dice.below(60))
        return began + timedelta(minutes=37 * place)

    def _put_post(self, thread_id: str, author: Colleague, html: str, now: datetime) -> Json:
        document = self._post_document(thread_id, author, html, now, self._world.log.revision + 1)
        if thread_id not in self._posts:
            self._posts[thread_id] = self._post_shelf(None, thread_id)
        self._posts[thread_id].put(document["id"], document)
        return document

    def _post_shelf(self, group: Group | None, thread_id: str) -> Shelf:
        """The posts of a thread; one that was begun later has none of its own making."""
        topics = range(len(GROUP_TOPICS[group.name])) if group is not None and group.kind == "conversations" else ()
        number = next((n for n in topics if group is not None and self._thread_id(group, n) == thread_id), None)
        name = f"posts/{digest(8, thread_id).hex()}"
        if group is None or number is None:
            return Shelf(name, self._world.log, list, _no_post)
        texts = self._texts(group, number)[1]
        posters = self._posters(group, number, len(texts))

        def make(place: int) -> Json:
            html = f"<p>{texts[place]}</p>"
            return self._post_document(thread_id, posters[place], html, self._posted(group, number, place))

        def ids() -> list[str]:
            return [str(make(place)["id"]) for place in range(len(texts))]

        return Shelf(name, self._world.log, ids, make)

    @staticmethod
    def _post_document(thread_id: str, author: Colleague, html: str, moment: datetime, revision: int = 0) -> Json:
        post_id = outlook_id("post", thread_id, author.id, moment.isoformat(), *([revision] if revision else []))
        return {
            "@odata.etag": weak_etag(post_id),
            "id": post_id,
            "createdDateTime": whole_second(moment),
            "lastModifiedDateTime": whole_second(moment),
            "changeKey": weak_etag(post_id, "key")[3:27],
            "categories": [],
            "receivedDateTime": whole_second(moment),
            "hasAttachments": False,
            "conversationThreadId": thread_id,
            "body": {"contentType": "html", "content": f"<html><body>{html}</body></html>"},
            "from": mail_address(author),
            "sender": mail_address(author),
        }


def _no_post(_place: int) -> Json:
    raise IndexError("a thread that was begun later has no generated posts")


def newest_first(threads: list[Json]) -> list[Json]:
    """Threads by when something last came."""
    return sorted(threads, key=lambda thread: from_text(thread["lastDeliveredDateTime"]), reverse=True)
