"""How far a reminder that rings can be put off, as entries of a menu."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QMenu

from ui.dates import ZONE
from ui.reminders.moment_names import moment_name
from ui.reminders.wording import short_moment
from workplace_app.domain.reminder_moments import snooze_moments


def fill_snooze_menu(menu: QMenu, now: datetime, chosen: Callable[[datetime], object]) -> QMenu:
    """Put the moments with their clock times into a menu; answers it."""
    for moment in snooze_moments(now, ZONE):
        action = menu.addAction(f"{moment_name(moment.kind)}\t{short_moment(moment.at, now)}")
        action.triggered.connect(lambda _=False, until=moment.at: chosen(until))
    return menu
