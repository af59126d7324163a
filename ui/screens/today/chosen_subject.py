"""What Ctrl+R reminds of on Idag: the row on which the keyboard is, in whichever card."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.models.article_model import ArticleRow
from ui.models.event_model import EventRow
from ui.models.notification_model import NotificationRow
from ui.models.task_model import TaskRow
from ui.reminders.subjects import of_article, of_event, of_notification, of_task
from ui.widgets.row_list import RowList
from workplace_app.domain.reminder import ReminderSubject


def chosen_subject(panes: Sequence[QWidget]) -> ReminderSubject | None:
    """The row that has the focus, None when the focus is elsewhere or the row is no thing of the program's."""
    row = next((pane.current_row for pane in panes if isinstance(pane, RowList) and pane.hasFocus()), None)
    if isinstance(row, TaskRow):
        return of_task(row.task)
    if isinstance(row, EventRow):
        return of_event(row.event)
    if isinstance(row, ArticleRow):
        return of_article(row.summary)
    return of_notification(row.seen.notification, row.headline) if isinstance(row, NotificationRow) else None
