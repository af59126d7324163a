"""What the user keeps to themselves at one computer: reminders, and what has been handled, put off or muted. None of it
leaves the computer; crashes, restarts and sleep must not lose it, and no reminder may ring twice for one moment."""

from collections.abc import Callable
from datetime import datetime, timedelta

from tests.random_user.computer import Computer
from workplace_app.domain.notification import NotificationState
from workplace_app.domain.own_things import Mute, MuteScope
from workplace_app.domain.reminder import Reminder, ReminderKind, ReminderSubject
from workplace_app.store.moments import maybe_moment
from workplace_app.store.own_things import notification_marks, reminders
from workplace_app.store.own_things.notification_marks import mutes
from workplace_app.store.reminder_reader import done_reminders, open_reminders

Moment = datetime | None


class OwnThings:
    """Does things at one computer and remembers what must come of them."""

    def __init__(self, computer: Computer, now: Callable[[], datetime]) -> None:
        self._computer = computer
        self._now = now
        self._marks: dict[str, tuple[str, Moment]] = {}
        self._mutes: set[Mute] = set()
        self._waiting: dict[str, datetime] = {}
        self._rung: dict[str, datetime] = {}
        self._done: set[str] = set()

    def act(self, what: str, which: int, hours: float) -> None:
        """One of ``ACTS``."""
        ACTS[what](self, which, self._now() + timedelta(hours=hours))

    def _handle(self, which: int, _until: datetime) -> None:
        notification_marks.mark_handled(self._computer.screen, [_told(which)], self._now())
        self._marks[_told(which)] = (NotificationState.HANDLED, None)

    def _put_off(self, which: int, until: datetime) -> None:
        notification_marks.mark_later(self._computer.screen, [_told(which)], until, self._now())
        self._marks[_told(which)] = (NotificationState.LATER, _to_the_millisecond(until))

    def _handle_and_undo(self, which: int, _until: datetime) -> None:
        before = notification_marks.mark_handled(self._computer.screen, [_told(which)], self._now())
        notification_marks.restore(self._computer.screen, before, self._now())

    def _take_up(self, which: int, _until: datetime) -> None:
        notification_marks.mark_open(self._computer.screen, [_told(which)], self._now())
        self._marks.pop(_told(which), None)

    def _mute(self, which: int, _until: datetime) -> None:
        notification_marks.mute(self._computer.screen, _silenced(which), self._now())
        self._mutes.add(_silenced(which))

    def _unmute(self, which: int, _until: datetime) -> None:
        notification_marks.unmute(self._computer.screen, _silenced(which))
        self._mutes.discard(_silenced(which))

    def _remind(self, which: int, until: datetime) -> None:
        subject = ReminderSubject(ReminderKind.TASK, f"Kom ihåg {which}", f"todo:list/{which}")
        made = reminders.remind(self._computer.screen, subject, until, self._now())
        self._waiting[made.id] = _to_the_millisecond(until)

    def _snooze(self, which: int, until: datetime) -> None:
        if (chosen := self._chosen(which)) is not None:
            reminders.snooze(self._computer.screen, chosen, until)
            self._done.discard(chosen)
            self._rung.pop(chosen, None)
            self._waiting[chosen] = _to_the_millisecond(until)

    def _finish(self, which: int, _until: datetime) -> None:
        if (chosen := self._chosen(which)) is not None:
            reminders.mark_done(self._computer.screen, chosen, self._now())
            self._done.add(chosen)

    def _delete(self, which: int, _until: datetime) -> None:
        if (chosen := self._chosen(which)) is not None:
            reminders.delete(self._computer.screen, chosen)
            self._done.discard(chosen)
            self._rung.pop(chosen, None)
            self._waiting.pop(chosen, None)

    def _chosen(self, which: int) -> str | None:
        known = sorted({*self._waiting, *self._rung})
        return known[which % len(known)] if known else None

    def ring(self) -> None:
        """What the program does when time has passed, when it starts and when it wakes."""
        now = self._now()
        expected = {each for each, at in self._waiting.items() if at <= now and each not in self._done}
        rung = [each.id for each in self._computer.ring(self._computer.screen, now)]
        assert len(rung) == len(set(rung)), "a reminder rang twice at once"
        assert set(rung) == expected, f"{len(expected)} reminders are due and {len(rung)} rang"
        for each in rung:
            self._rung[each] = self._waiting.pop(each)

    def check(self) -> None:
        """What the computer keeps is what was done there."""
        screen = self._computer.screen
        rows = screen.execute("SELECT notification_id, state, until FROM mine.notification_marks").fetchall()
        marks = {row[0]: (row[1], maybe_moment(row[2])) for row in rows}
        assert marks == self._marks, "what was handled or put off is not kept as it was"
        assert set(mutes(screen)) == self._mutes, "what was muted is not kept as it was"
        assert {each.id for each in done_reminders(screen)} == self._done, "what was done is not kept as done"
        kept = {each.id: _moment_and_rung(each) for each in (*open_reminders(screen), *done_reminders(screen))}
        waiting = {each: (at, False) for each, at in self._waiting.items()}
        assert kept == waiting | {each: (at, True) for each, at in self._rung.items()}, "a reminder is not as it was"


ACTS: dict[str, Callable[[OwnThings, int, datetime], None]] = {
    "handle": OwnThings._handle,
    "put off": OwnThings._put_off,
    "handle and undo": OwnThings._handle_and_undo,
    "take up": OwnThings._take_up,
    "mute": OwnThings._mute,
    "unmute": OwnThings._unmute,
    "remind": OwnThings._remind,
    "snooze": OwnThings._snooze,
    "finish": OwnThings._finish,
    "delete": OwnThings._delete,
}
"""By the name that a sequence gives them."""


def _told(which: int) -> str:
    return f"notification:{which}"


def _silenced(which: int) -> Mute:
    return Mute(list(MuteScope)[which % len(MuteScope)], f"silent {which}")


def _moment_and_rung(kept: Reminder) -> tuple[datetime, bool]:
    return kept.at, kept.fired_at is not None


def _to_the_millisecond(moment: datetime) -> datetime:
    return moment.replace(microsecond=moment.microsecond // 1_000 * 1_000)
