"""What a colleague does to somebody's meeting when the control orders it, so that conflicts can be made at will."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from workplace_app.demo.parts import CardButton, OrderRefused, PartCard, PartOrder
from workplace_app.demo.settings import Clock
from workplace_app.demo.staff import STAFF, Staff, staff_by_user_name
from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.moments import outlook_text, stamp
from workplace_app.demo.tenant.municipality import Tenant

MEETINGS_SHOWN = 4
LONGEST_MINUTES = 60 * 24 * 60


class MeetingOrders:
    """Every order names a meeting by its id, or by a part of its title, and whose calendar it is in (``user_name``;
    else that of whoever uses the demo)."""

    def __init__(self, tenant: Tenant, now: Clock, active: Callable[[], Sequence[Staff]]) -> None:
        self._tenant = tenant
        self._now = now
        self._active = active

    @property
    def by_name(self) -> Mapping[str, PartOrder]:
        """The orders."""
        return {
            "meetings/move": self.move,
            "meetings/cancel": self.cancel,
            "meetings/remove": self.remove,
            "meetings/invite": self.invite,
        }

    def move(self, order: Mapping[str, Any]) -> str:
        """{"meeting": …, "minutes": 30}: the organiser moves it."""
        staff, event = self._meeting(order)
        minutes = _minutes(order, 30)
        self._tenant.calendars.move(staff, event["id"], timedelta(minutes=minutes), self._now())
        return f"Mötet ”{event['subject']}” flyttades {minutes} minuter."

    def cancel(self, order: Mapping[str, Any]) -> str:
        """{"meeting": …}: the organiser cancels it; it stays in the calendar, marked, until somebody takes it away."""
        staff, event = self._meeting(order)
        title, now = f"Inställt: {event['subject']}", stamp(self._now())
        changes = {"isCancelled": True, "subject": title, "showAs": "free", "lastModifiedDateTime": now}
        self._tenant.calendars.change(staff, event["id"], changes)
        return f"Mötet ”{event['subject']}” ställdes in."

    def remove(self, order: Mapping[str, Any]) -> str:
        """{"meeting": …}: it is taken out of the calendar."""
        staff, event = self._meeting(order)
        self._tenant.calendars.events_of(staff).remove(event["id"])
        return f"Mötet ”{event['subject']}” togs bort."

    def invite(self, order: Mapping[str, Any]) -> str:
        """{"title": …, "minutes": 120}: a colleague invites to a meeting that many minutes from now."""
        staff = self._staff(order)
        title = str(order.get("title") or "Avstämning")
        start = (self._now() + timedelta(minutes=_minutes(order, 120))).replace(second=0, microsecond=0)
        by = self._tenant.directory.circle(staff)[0]
        self._tenant.calendars.invite(staff, title, by, start, timedelta(minutes=45), self._now())
        return f"{by.name} bjöd in {staff.name} till ”{title}”."

    def card(self) -> PartCard:
        """The next meetings that others have called, with what their organiser may do to each."""
        staff = (tuple(self._active()) or STAFF)[0]
        now = outlook_text(self._now())
        coming = [
            event
            for event in self._tenant.calendars.events_of(staff).all()
            if event["start"]["dateTime"] > now and not event["isOrganizer"] and not event["isCancelled"]
        ]
        coming.sort(key=lambda event: str(event["start"]["dateTime"]))
        return PartCard(
            f"Kollegor ändrar möten · {staff.name}", [_line(staff, event) for event in coming[:MEETINGS_SHOWN]]
        )

    def _staff(self, order: Mapping[str, Any]) -> Staff:
        name = str(order.get("user_name") or "")
        staff = staff_by_user_name(name) if name else (tuple(self._active()) or STAFF)[0]
        if staff is None:
            raise OrderRefused("nobody has that user_name")
        return staff

    def _meeting(self, order: Mapping[str, Any]) -> tuple[Staff, Json]:
        staff = self._staff(order)
        wanted = str(order.get("meeting") or "").strip()
        if not wanted:
            raise OrderRefused("meeting is missing")
        events = self._tenant.calendars.events_of(staff)
        named = (event for event in events.all() if wanted.casefold() in str(event["subject"]).casefold())
        found = events.get(wanted) or next(named, None)
        if found is None:
            raise OrderRefused("there is no such meeting")
        return staff, found


def _minutes(order: Mapping[str, Any], usual: int) -> int:
    try:
        minutes = int(order.get("minutes", usual))
    except (TypeError, ValueError) as error:
        raise OrderRefused("minutes must be a number") from error
    if abs(minutes) > LONGEST_MINUTES:
        raise OrderRefused("minutes are too many")
    return minutes


def _line(staff: Staff, event: Json) -> tuple[str, Sequence[CardButton]]:
    fields = {"user_name": staff.user_name, "meeting": str(event["id"])}
    named = f"mötet ”{event['subject']}”"
    buttons = (
        CardButton("meetings/move", "En halvtimme senare", f"Flytta {named} en halvtimme", fields),
        CardButton("meetings/cancel", "Ställ in", f"Ställ in {named}", fields),
        CardButton("meetings/remove", "Ta bort", f"Ta bort {named}", fields),
    )
    return f"{event['subject']} · {event['start']['dateTime'][:16].replace('T', ' ')} UTC", buttons
