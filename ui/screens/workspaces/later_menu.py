"""When a notification that is put off comes back: the moments of a reminder, with their clock times."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QMenu, QWidget

from ui.dates import ZONE
from ui.reminders.moment_names import moment_name
from ui.reminders.wording import short_moment
from workplace_app.domain.reminder_moments import offered_moments


class LaterMenu(QMenu):
    """``chosen`` is called with the moment, in UTC."""

    def __init__(self, parent: QWidget, now: datetime, chosen: Callable[[datetime], None]) -> None:
        super().__init__(parent)
        self.aboutToHide.connect(self.deleteLater)
        for moment in offered_moments(now, ZONE):
            action = self.addAction(f"{moment_name(moment.kind)}\t{short_moment(moment.at, now)}")
            action.triggered.connect(lambda _=False, until=moment.at: chosen(until))
