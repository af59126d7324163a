"""When a notification that is put off comes back: moments with their clock times."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from ui.dates import local, moment_words

_AFTERNOON, _MORNING = time(13, 0), time(8, 0)
_MONDAY = 0


def later_moments(now: datetime) -> list[tuple[str, datetime]]:
    """Words and moments (aware, the user's zone); moments that have passed are left out."""
    here = local(now)

    def at(days: int, clock: time) -> datetime:
        return datetime.combine(here.date() + timedelta(days=days), clock, here.tzinfo)

    days_to_monday = (_MONDAY - here.weekday()) % 7 or 7
    moments = [(QCoreApplication.translate("LaterMenu", "In an hour"), here + timedelta(hours=1))]
    if here.time() < _AFTERNOON:
        moments.append((QCoreApplication.translate("LaterMenu", "This afternoon"), at(0, _AFTERNOON)))
    moments.append((QCoreApplication.translate("LaterMenu", "Tomorrow morning"), at(1, _MORNING)))
    if days_to_monday > 1:
        moments.append((QCoreApplication.translate("LaterMenu", "On Monday"), at(days_to_monday, _MORNING)))
    return moments


class LaterMenu(QMenu):
    """``chosen`` is called with the moment in UTC terms (aware)."""

    def __init__(self, parent: QWidget, now: datetime, chosen: Callable[[datetime], None]) -> None:
        super().__init__(parent)
        self.aboutToHide.connect(self.deleteLater)
        for words, moment in later_moments(now):
            action = self.addAction(f"{words}\t{moment_words(moment, now)}")
            action.triggered.connect(lambda _=False, until=moment: chosen(until))
