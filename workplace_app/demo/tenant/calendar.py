"""The calendars: series, single events, invitations without an answer, all-day, private and cancelled ones."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from workplace_app.demo.staff import STAFF, Staff
from workplace_app.demo.tenant.calendar_events import EventFacts, event_document
from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.dice import Dice, outlook_id, weak_etag
from workplace_app.demo.tenant.featured import EVENTS, FeaturedEvent
from workplace_app.demo.tenant.moments import outlook_moment, stamp
from workplace_app.demo.tenant.people import Colleague, Directory
from workplace_app.demo.tenant.shelf import Shelf
from workplace_app.demo.tenant.texts_events import (
    AGENDAS,
    ALL_DAY_TITLES,
    PRIVATE_TITLES,
    SERIES_BY_ROLE,
    SERIES_FOR_ALL,
    SINGLES_BY_ROLE,
    SINGLES_FOR_ALL,
)
from workplace_app.demo.tenant.texts_places import ROOMS
from workplace_app.demo.tenant.wording import Wording
from workplace_app.demo.tenant.world import World

FIRST_DAY, LAST_DAY = -14, 90
"""Content reaches beyond the window that clients ask for, so that a window that rolls finds something."""
SINGLES_PER_SCALE = 230
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")
_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday")
_ANSWERS = ("accepted",) * 13 + ("notResponded",) * 2 + ("tentativelyAccepted",) * 2 + ("declined",)


class Calendars:
    """One calendar for each member of staff. Masters of series have a shelf of their own: a calendar view has none."""

    def __init__(self, world: World, directory: Directory) -> None:
        self._world = world
        self._directory = directory
        self._built: dict[str, tuple[list[Json], list[Json]]] = {}
        self._events = {staff.role: self._shelf(staff, "events", 0) for staff in STAFF}
        self._masters = {staff.role: self._shelf(staff, "masters", 1) for staff in STAFF}

    def events_of(self, staff: Staff) -> Shelf:
        """Single events and occurrences."""
        return self._events[staff.role]

    def masters_of(self, staff: Staff) -> Shelf:
        """The series that the occurrences belong to."""
        return self._masters[staff.role]

    def change(self, staff: Staff, event_id: str, changes: Json) -> Json | None:
        """Lay changes over an event; an occurrence becomes an exception of its series."""
        shelf = self._events[staff.role]
        event = shelf.get(event_id)
        if event is None:
            return None
        event |= changes
        if event["type"] == "occurrence":
            event["type"] = "exception"
        event["@odata.etag"] = weak_etag(event_id, self._world.log.revision + 1)
        shelf.put(event_id, event)
        return event

    def answer(self, staff: Staff, event_id: str, answer: str, now: datetime) -> Json | None:
        """The owner accepts, declines or is unsure; what is declined leaves the calendar, as in Outlook."""
        busy = {"accepted": "busy", "tentativelyAccepted": "tentative", "declined": "free"}[answer]
        status = {"response": answer, "time": stamp(now)}
        changed = self.change(
            staff, event_id, {"responseStatus": status, "showAs": busy, "lastModifiedDateTime": stamp(now)}
        )
        if changed is not None and answer == "declined":
            self._events[staff.role].remove(event_id)
        return changed

    def move(self, staff: Staff, event_id: str, by: timedelta, now: datetime) -> Json | None:
        """Somebody moves an event."""
        event = self._events[staff.role].get(event_id)
        if event is None:
            return None
        times = {
            name: outlook_moment(datetime.fromisoformat(event[name]["dateTime"][:19]).replace(tzinfo=UTC) + by)
            for name in ("start", "end")
        }
        return self.change(staff, event_id, {**times, "lastModifiedDateTime": stamp(now)})

    def invite(
        self, staff: Staff, title: str, by: Colleague, start: datetime, length: timedelta, now: datetime
    ) -> Json:
        """Somebody invites the owner to a Teams meeting."""
        event_id = outlook_id(self._world.seed, "invited", staff.role, self._world.log.revision + 1)
        facts = EventFacts(
            id=event_id,
            title=title,
            start=start,
            end=start + length,
            created=now,
            organizer=by,
            place="Teams",
            text="Hoppas att tiden passar.",
            attendees=(self._directory.staff(staff),),
            answer="notResponded",
        )
        document = event_document(facts, staff, self._world.tenant_id)
        self._events[staff.role].put(event_id, document)
        return document

    def reserve(
        self, staff: Staff, title: str, start: datetime, end: datetime, transaction_id: str | None, now: datetime
    ) -> Json:
        """The owner takes time for themselves. The same ``transaction_id`` gives the event that it has already made, as
        Outlook does (Microsoft, resources/event)."""
        shelf = self._events[staff.role]
        if transaction_id is not None:
            for event in shelf.all():
                if event["transactionId"] == transaction_id:
                    return event
        event_id = outlook_id(self._world.seed, "reserved", staff.role, self._world.log.revision + 1)
        facts = EventFacts(event_id, title, start, end, now, self._directory.staff(staff))
        document = {**event_document(facts, staff, self._world.tenant_id), "transactionId": transaction_id}
        shelf.put(event_id, document)
        return document

    def _shelf(self, staff: Staff, name: str, which: int) -> Shelf:
        def ids() -> list[str]:
            return [document["id"] for document in self._calendar(staff)[which]]

        return Shelf(
            f"{name}/{staff.role}", self._world.log, ids, lambda number: dict(self._calendar(staff)[which][number])
        )

    def _calendar(self, staff: Staff) -> tuple[list[Json], list[Json]]:
        if staff.role not in self._built:
            circle = self._directory.circle(staff)
            builder = _Builder(self._world, staff, self._directory.staff(staff), tuple(circle), self._directory)
            self._built[staff.role] = builder.build()
        return self._built[staff.role]


class _Builder:
    """Generates one calendar."""

    def __init__(
        self, world: World, staff: Staff, owner: Colleague, circle: tuple[Colleague, ...], directory: Directory
    ) -> None:
        self._world = world
        self._moments = world.moments
        self._staff = staff
        self._owner = owner
        self._circle = circle
        self._directory = directory

    def build(self) -> tuple[list[Json], list[Json]]:
        """Events and series masters."""
        events = [self._featured(featured) for featured in EVENTS[self._staff.role]]
        masters: list[Json] = []
        for number, series in enumerate((*SERIES_FOR_ALL, *SERIES_BY_ROLE[self._staff.role])):
            master, occurrences = self._series(number, *series)
            masters.append(master)
            events.extend(occurrences)
        events.extend(self._single(number) for number in range(SINGLES_PER_SCALE * self._world.scale))
        return events, masters

    def _document(self, facts: EventFacts) -> Json:
        return event_document(facts, self._staff, self._world.tenant_id)

    def _featured(self, event: FeaturedEvent) -> Json:
        colleague = self._circle[0] if event.with_whom is None else self._directory.named(event.with_whom)
        organizer = self._owner if event.answer == "organizer" else colleague
        text = f"Med {colleague.name}" if event.with_whom else ""
        return self._document(
            EventFacts(
                id=outlook_id(self._world.seed, "featured", self._staff.role, event.day, event.title),
                title=event.title,
                start=self._moments.at(event.day, *event.start),
                end=self._moments.at(event.day, *event.end),
                created=self._moments.past(3, 9, 40),
                organizer=organizer,
                place=event.place,
                text=text,
                attendees=(self._owner, colleague, *self._circle[1:4]),
                answer="accepted" if event.answer == "organizer" else event.answer,
            )
        )

    def _days(self, day: str) -> Iterator[int]:
        for days in range(FIRST_DAY, LAST_DAY):
            weekday = (self._moments.today + timedelta(days=days)).weekday()
            if weekday < len(_WEEKDAYS) and day in {"workdays", _WEEKDAYS[weekday]}:
                yield days

    def _series(
        self, number: int, title: str, day: str, hour: int, minute: int, length: int, place: str
    ) -> tuple[Json, list[Json]]:
        dice = self._world.dice("series", self._staff.role, number)
        series_id = outlook_id(self._world.seed, "series", self._staff.role, number)
        organizer = self._owner if dice.chance(25) else dice.pick(self._circle)
        text = Wording(dice, self._moments.today, self._circle).fill(dice.pick(AGENDAS)) if dice.chance(60) else ""
        attendees = (self._owner, *dice.some(self._circle, 4))
        days = list(self._days(day))

        def facts(at: int, event_id: str, kind: str) -> EventFacts:
            start = self._moments.at(at, hour, minute)
            return EventFacts(
                id=event_id,
                title=title,
                start=start,
                end=start + timedelta(minutes=length),
                created=self._moments.past(200, 10, 15),
                organizer=organizer,
                place=place,
                text=text,
                attendees=attendees,
                kind=kind,
                series_id=None if kind == "seriesMaster" else series_id,
                recurrence=self._recurrence(day, days[0]) if kind == "seriesMaster" else None,
            )

        master = self._document(facts(days[0], series_id, "seriesMaster"))
        return master, [
            self._document(facts(at, outlook_id(self._world.seed, series_id, at), "occurrence")) for at in days
        ]

    def _recurrence(self, day: str, first: int) -> Json:
        names = list(_DAY_NAMES) if day == "workdays" else [_DAY_NAMES[_WEEKDAYS.index(day)]]
        return {
            "pattern": {
                "type": "weekly",
                "interval": 1,
                "month": 0,
                "dayOfMonth": 0,
                "daysOfWeek": names,
                "firstDayOfWeek": "monday",
                "index": "first",
            },
            "range": {
                "type": "noEnd",
                "startDate": (self._moments.today + timedelta(days=first)).isoformat(),
                "endDate": "0001-01-01",
                "recurrenceTimeZone": "W. Europe Standard Time",
                "numberOfOccurrences": 0,
            },
        }

    def _single(self, number: int) -> Json:
        dice = self._world.dice("single", self._staff.role, number)
        event_id = outlook_id(self._world.seed, "single", self._staff.role, number)
        day = self._moments.workday(dice.between(FIRST_DAY, LAST_DAY - 1))
        kind = dice.below(100)
        wording = Wording(dice, self._moments.today, self._circle)
        if kind < 7:
            return self._all_day(event_id, wording.fill(dice.pick(ALL_DAY_TITLES)), day, dice)
        hour, minute = dice.between(8, 16), dice.pick((0, 0, 15, 30, 30, 45))
        start = self._moments.at(day, hour, minute)
        end = start + timedelta(minutes=dice.pick((20, 30, 30, 45, 45, 60, 60, 90)))
        created = min(start, self._moments.base) - timedelta(hours=dice.between(3, 400))
        if kind < 11:
            facts = EventFacts(event_id, dice.pick(PRIVATE_TITLES), start, end, created, self._owner, private=True)
            return self._document(facts)
        pool = SINGLES_BY_ROLE[self._staff.role] if dice.chance(60) else SINGLES_FOR_ALL
        title = wording.fill(dice.pick(pool))
        outside = ", " in title and title.startswith(("Platsbesök", "Tekniskt", "Syn", "Slutsamråd"))
        place = title.split(", ", 1)[1] if outside else dice.pick(("Teams", dice.pick(ROOMS), dice.pick(ROOMS)))
        own = dice.chance(30)
        return self._document(
            EventFacts(
                id=event_id,
                title=title,
                start=start,
                end=end,
                created=created,
                organizer=self._owner if own else dice.pick(self._circle),
                place=place,
                text=wording.fill(dice.pick(AGENDAS)) if dice.chance(60) else "",
                attendees=(self._owner, *dice.some(self._circle, dice.between(1, 6))),
                answer="accepted" if own or start < self._moments.base else dice.pick(_ANSWERS),
                cancelled=not own and dice.chance(5),
            )
        )

    def _all_day(self, event_id: str, title: str, day: int, dice: Dice) -> Json:
        """Outlook gives an all-day event in midnights, whatever the zone that is asked for."""
        first = self._moments.today + timedelta(days=day)
        start = datetime(first.year, first.month, first.day, tzinfo=UTC)
        end = start + timedelta(days=dice.pick((1, 1, 1, 2, 5)))
        created = self._moments.base - timedelta(days=dice.between(2, 60))
        return self._document(
            EventFacts(
                event_id,
                title,
                start,
                end,
                created,
                self._owner,
                all_day=True,
                show_as="oof" if "Semester" in title else "free",
            )
        )
