"""The window with its companion, and time that passes as its alarm asks for it."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.ui.opened import Opened
from tests.ui.shell_parts import Clock
from ui.reminders.alarm import Alarm
from ui.reminders.notice import ReminderNotice
from ui.reminders.reminding import Reminding
from workplace_app.domain.reminder import Reminder, ReminderKind, ReminderSubject
from workplace_app.store.own_things import reminders

CALL = ReminderSubject(ReminderKind.TEXT, "Ring Pernilla")


class Desktop:
    """Remembers what was shown outside the window."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, str]] = []
        self.pressed: Callable[[], None] | None = None

    def show(self, title: str, text: str, pressed: Callable[[], None]) -> bool:
        self.shown.append((title, text))
        self.pressed = pressed
        return True

    def leave(self) -> None:
        self.pressed = None


def companion(opened: Opened) -> Reminding:
    """The companion of the open account, made now if a moment has not made it yet."""
    found = opened.workplace._accompanied.companion()
    assert isinstance(found, Reminding)
    return found


def remind(opened: Opened, at: datetime, subject: ReminderSubject = CALL) -> Reminder:
    """Set a reminder as another window or a start before this one would have: nobody is told."""
    return reminders.remind(opened.connection, subject, at, opened.clock())


def notice(opened: Opened) -> ReminderNotice | None:
    """The notice in sight."""
    shown = companion(opened).notices.shown
    assert shown is None or shown.isVisible()
    in_window = [each for each in opened.application.window.findChildren(ReminderNotice) if each.isVisible()]
    assert in_window == ([shown] if shown else []), "one at a time"
    return shown


def words(opened: Opened) -> str:
    """What the notice says, "" when there is none."""
    shown = notice(opened)
    return shown.words if shown is not None else ""


def drive(alarm: Alarm, clock: Clock, until: datetime, asleep: tuple[datetime, datetime] | None = None) -> int:
    """Let time pass: the alarm looks whenever the time has passed that it asked for, and not while the computer is
    asleep (from, to), when its timer stands still. Answers how often it looked."""
    looked = 0
    while clock.now < until and alarm.wait is not None:
        step = min(alarm.wait, until - clock.now)
        if asleep is not None and asleep[0] <= clock.now < asleep[1]:
            clock.now = asleep[1]
        clock.pass_time(step)
        if step == alarm.wait:
            alarm.look()
            looked += 1
    return looked


def settle() -> None:
    """Let Qt delete what has gone."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
