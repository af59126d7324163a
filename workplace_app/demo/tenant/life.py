"""What happens in the tenant by itself: colleagues write, assign, upload, invite and move things, one at a time."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from workplace_app.demo.staff import STAFF, Staff
from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.dice import Dice
from workplace_app.demo.tenant.moments import outlook_text, whole_second
from workplace_app.demo.tenant.municipality import Tenant
from workplace_app.demo.tenant.people import Colleague
from workplace_app.demo.tenant.planner_tasks import DUE_HOUR
from workplace_app.demo.tenant.shelf import Shelf
from workplace_app.demo.tenant.texts_events import SINGLES_FOR_ALL
from workplace_app.demo.tenant.texts_files import NAMES_BY_ROLE
from workplace_app.demo.tenant.texts_life import CHAT_NEWS, GROUP_NEWS, MENTIONS, REPLIES
from workplace_app.demo.tenant.texts_mail import SENTENCES, SUBJECTS_BY_ROLE
from workplace_app.demo.tenant.texts_messages_by_role import THREADS_BY_ROLE
from workplace_app.demo.tenant.texts_pages import TITLES
from workplace_app.demo.tenant.texts_tasks import TASKS_BY_ROLE, TODO_TITLES
from workplace_app.demo.tenant.wording import Wording

Happening = Callable[["_Moment"], str | None]


class _Moment:
    """One moment in one person's surroundings."""

    def __init__(self, tenant: Tenant, staff: Staff, now: datetime) -> None:
        self.tenant = tenant
        self.staff = staff
        self.now = now
        self.dice: Dice = tenant.world.dice("life", tenant.log.revision, staff.role)
        self.circle = tenant.directory.circle(staff)
        self.someone: Colleague = self.dice.pick(self.circle)
        self.wording = Wording(self.dice, now.date(), self.circle)

    def words(self, templates: Sequence[str]) -> str:
        """One of the sentences, filled."""
        return self.wording.fill(self.dice.pick(templates))


class TenantLife:
    """Lets one thing happen each time, to somebody who uses the demo or, when nobody does, to any of the five."""

    def __init__(self, tenant: Tenant, active: Callable[[], Sequence[Staff]]) -> None:
        self._tenant = tenant
        self._active = active

    def live(self, now: datetime) -> str | None:
        """One happening, told in one Swedish sentence."""
        chosen = self._tenant.world.dice("who", self._tenant.log.revision).pick(tuple(self._active()) or STAFF)
        moment = _Moment(self._tenant, chosen, now)
        start = moment.dice.below(len(HAPPENINGS))
        for happening in (*HAPPENINGS[start:], *HAPPENINGS[:start]):
            told = happening(moment)
            if told is not None:
                return told
        return None

    def happen(self, name: str, staff: Staff, now: datetime) -> str | None:
        """Let a certain thing happen to a certain person: "mention", "assign" … For tests and demonstrations."""
        return BY_NAME[name](_Moment(self._tenant, staff, now))


def mention(moment: _Moment) -> str | None:
    """Somebody mentions the person in a channel of their unit."""
    team = moment.tenant.teams.of(moment.staff)[0]
    channel = moment.dice.pick(team.channels)
    me = moment.tenant.directory.staff(moment.staff)
    moment.tenant.channels.post(team, channel, moment.someone, moment.words(MENTIONS), moment.now, (me,))
    return f"{moment.someone.name} nämnde {moment.staff.name} i {team.name}, {channel.name}."


def channel_message(moment: _Moment) -> str | None:
    """Somebody begins a thread."""
    team = moment.dice.pick(moment.tenant.teams.of(moment.staff)[:8])
    channel = moment.dice.pick(team.channels)
    subject, opening, _ = moment.dice.pick(THREADS_BY_ROLE[moment.staff.role])
    heading = moment.wording.fill(subject) if subject else None
    moment.tenant.channels.post(
        team, channel, moment.someone, moment.wording.fill(opening), moment.now, subject=heading
    )
    return f"{moment.someone.name} skrev i {team.name}, {channel.name}."


def reply(moment: _Moment) -> str | None:
    """Somebody answers in the thread that was last spoken in."""
    team = moment.tenant.teams.of(moment.staff)[0]
    channel = moment.dice.pick(team.channels)
    threads = moment.tenant.channels.newest_first(team, channel)
    if not threads:
        return None
    moment.tenant.channels.reply(team, channel, threads[0]["id"], moment.someone, moment.words(REPLIES), moment.now)
    return f"{moment.someone.name} svarade i {team.name}, {channel.name}."


def chat_message(moment: _Moment) -> str | None:
    """Somebody writes to the person."""
    chat = moment.dice.pick(moment.tenant.chats.of(moment.staff)[:9])
    author = chat.members[1]
    moment.tenant.chats.post(chat, author, moment.words(CHAT_NEWS), moment.now)
    return f"{author.name} skrev till {moment.staff.name} i en chatt."


def assign(moment: _Moment) -> str | None:
    """Somebody gives the person a task."""
    title = moment.words(TASKS_BY_ROLE[moment.staff.role])
    days = (moment.now.date() - moment.tenant.world.moments.today).days + moment.dice.below(6)
    due = moment.tenant.world.moments.at(days, DUE_HOUR)
    moment.tenant.planner.assign(moment.staff, title, moment.someone, moment.now, due)
    return f"{moment.someone.name} tilldelade {moment.staff.name} uppgiften ”{title}”."


def postpone_task(moment: _Moment) -> str | None:
    """Somebody moves the due day of an open task."""
    found = _one_of(moment, moment.tenant.planner.tasks_of(moment.staff), lambda task: task["percentComplete"] < 100)
    if found is None:
        return None
    days = (moment.now.date() - moment.tenant.world.moments.today).days + moment.dice.between(1, 9)
    due = whole_second(moment.tenant.world.moments.at(days, DUE_HOUR))
    moment.tenant.planner.change_task(found["id"], {"dueDateTime": due})
    return f"Uppgiften ”{found['title']}” fick ny slutdag."


def note_to_do(moment: _Moment) -> str | None:
    """The person notes something on the telephone."""
    title = moment.words(TODO_TITLES)
    moment.tenant.todo.add(moment.staff, title, moment.now)
    return f"{moment.staff.name} antecknade ”{title}” i telefonen."


def new_file(moment: _Moment) -> str | None:
    """Somebody uploads a file."""
    site = moment.dice.pick(moment.tenant.sites.followed_by(moment.staff)[:10])
    name = moment.words(NAMES_BY_ROLE[moment.staff.role]).replace(":", "-")
    moment.tenant.libraries.add(site, name, moment.someone, moment.now)
    return f"{moment.someone.name} lade upp {name} i {site.name}."


def changed_file(moment: _Moment) -> str | None:
    """Somebody changes a file."""
    site = moment.dice.pick(moment.tenant.sites.followed_by(moment.staff)[:10])
    item = _one_of(moment, moment.tenant.libraries.items_of(site), lambda document: "file" in document)
    if item is None:
        return None
    moment.tenant.libraries.edit(site, item["id"], moment.someone, moment.now)
    return f"{moment.someone.name} ändrade {item['name']} i {site.name}."


def removed_file(moment: _Moment) -> str | None:
    """Somebody removes a file."""
    site = moment.dice.pick(moment.tenant.sites.followed_by(moment.staff))
    shelf = moment.tenant.libraries.items_of(site)
    item = _one_of(moment, shelf, lambda document: "file" in document)
    if item is None:
        return None
    shelf.remove(item["id"])
    return f"{moment.someone.name} tog bort {item['name']} i {site.name}."


def moved_event(moment: _Moment) -> str | None:
    """Somebody moves a meeting of the coming days by half an hour."""
    event = _coming_event(moment)
    if event is None:
        return None
    moment.tenant.calendars.move(moment.staff, event["id"], timedelta(minutes=30), moment.now)
    return f"Mötet ”{event['subject']}” flyttades en halvtimme."


def cancelled_event(moment: _Moment) -> str | None:
    """Somebody takes a meeting out of the calendar."""
    event = _coming_event(moment)
    if event is None:
        return None
    moment.tenant.calendars.events_of(moment.staff).remove(event["id"])
    return f"Mötet ”{event['subject']}” togs bort."


def invitation(moment: _Moment) -> str | None:
    """Somebody invites the person to a meeting."""
    title = moment.words(SINGLES_FOR_ALL)
    days = (moment.now.date() - moment.tenant.world.moments.today).days + moment.dice.between(1, 8)
    start = moment.tenant.world.moments.at(days, moment.dice.between(8, 15), 30)
    moment.tenant.calendars.invite(moment.staff, title, moment.someone, start, timedelta(minutes=45), moment.now)
    return f"{moment.someone.name} bjöd in {moment.staff.name} till ”{title}”."


def mail(moment: _Moment) -> str | None:
    """A message arrives."""
    subject = moment.words(SUBJECTS_BY_ROLE[moment.staff.role])
    text = " ".join(moment.words(SENTENCES) for _ in range(3))
    moment.tenant.mailboxes.deliver(moment.staff, moment.someone, subject, text, moment.now)
    return f"{moment.someone.name} mejlade {moment.staff.name}: {subject}."


def flag_mail(moment: _Moment) -> str | None:
    """The person flags a message on the telephone."""
    shelf = moment.tenant.mailboxes.messages_of(moment.staff)
    message = _one_of(moment, shelf, lambda document: document["flag"]["flagStatus"] == "notFlagged")
    if message is None:
        return None
    moment.tenant.mailboxes.change(moment.staff, message["id"], {"flag": {"flagStatus": "flagged"}}, moment.now)
    return f"{moment.staff.name} flaggade mejlet ”{message['subject']}”."


def new_page(moment: _Moment) -> str | None:
    """Somebody publishes news on a site."""
    site = moment.dice.pick(moment.tenant.sites.followed_by(moment.staff)[12:])
    title = moment.words(TITLES)
    moment.tenant.pages.publish(site, title, moment.someone, moment.now)
    return f"{moment.someone.name} publicerade ”{title}” i {site.name}."


def group_post(moment: _Moment) -> str | None:
    """Somebody writes in a group's conversation."""
    group = moment.dice.pick(moment.tenant.groups.talking(moment.staff))
    thread = moment.dice.pick(moment.tenant.groups.threads_in(group).ids())
    moment.tenant.groups.post(group, thread, moment.someone, moment.words(GROUP_NEWS), moment.now)
    return f"{moment.someone.name} skrev i {group.name}."


def _one_of(moment: _Moment, shelf: Shelf, fits: Callable[[Json], bool]) -> Json | None:
    """An item that fits, looked for at a few places only: a library may hold thousands."""
    ids = shelf.ids()
    for _ in range(40):
        document = shelf.get(moment.dice.pick(ids)) if ids else None
        if document is not None and fits(document):
            return document
    return None


def _coming_event(moment: _Moment) -> Json | None:
    first, last = outlook_text(moment.now), outlook_text(moment.now + timedelta(days=10))

    def fits(event: Json) -> bool:
        return first < event["start"]["dateTime"] < last and not event["isAllDay"] and not event["isOrganizer"]

    coming = [event for event in moment.tenant.calendars.events_of(moment.staff).all() if fits(event)]
    return moment.dice.pick(coming) if coming else None


HAPPENINGS: tuple[Happening, ...] = (
    mention,
    assign,
    channel_message,
    new_file,
    reply,
    chat_message,
    changed_file,
    moved_event,
    mail,
    postpone_task,
    invitation,
    flag_mail,
    group_post,
    new_page,
    note_to_do,
    removed_file,
    cancelled_event,
)
BY_NAME = {happening.__name__: happening for happening in HAPPENINGS}
