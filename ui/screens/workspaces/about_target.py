"""What a notification is about, when that is a task or an invitation: when, where, from whom, and its own words."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.dates import clock_time, day_words, local, moment_words, span_words
from ui.invitation_answering import InvitationAnswering
from ui.invitation_words import ANSWERS, act_words, answer_words, can_answer
from ui.models.event_model import PLACE_ICONS
from ui.models.notification_model import NotificationRow
from ui.models.task_model import SOURCE_ICONS
from ui.screen import ScreenContext
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.labels import IconLabel, Label, Paragraph
from ui.widgets.layouts import Column, Row, panel
from workplace_app.domain.as_seen import EventAsSeen, TaskAsSeen
from workplace_app.domain.notification import NotificationKind
from workplace_app.domain.task import Task
from workplace_app.store.event_reader import event
from workplace_app.store.task_reader import task


def target_of(context: ScreenContext, row: NotificationRow) -> TaskAsSeen | EventAsSeen | None:
    """The task or the meeting that a notification is about; None when it is neither, or not in the cache."""
    about = row.seen.notification
    if about.kind is NotificationKind.TASK_ASSIGNED:
        return task(context.connection, about.target_id, local(context.clock()))
    return event(context.connection, about.target_id) if about.kind is NotificationKind.INVITATION else None


class AboutTarget(QWidget):
    """Falls back to the notification's own words when what it is about is not in the cache."""

    def __init__(
        self,
        context: ScreenContext,
        row: NotificationRow,
        target: TaskAsSeen | EventAsSeen | None,
        answering: InvitationAnswering,
    ) -> None:
        super().__init__()
        self._now = local(context.clock())
        self._column = Column(gap=8)
        self.setLayout(self._column)
        about = row.seen.notification
        if isinstance(target, TaskAsSeen):
            self._tell_task(target.task)
        elif target is not None:
            self._tell_event(target)
            self._offer_answers(target, answering)
        if not self._column.count():
            self._column.addWidget(Paragraph(row.words, "reading", leading=140))
        self._tell("clock", self.tr("Came {time}").format(time=moment_words(about.at, self._now)))

    def _tell_task(self, about: Task) -> None:
        self._head(about.title)
        place = " · ".join(part for part in (about.container_title, about.bucket_title) if part)
        self._tell(SOURCE_ICONS[about.source], place)
        if about.due is not None:
            day = day_words(local(about.due).date(), self._now.date())
            time = "" if about.due_is_a_day else f" {clock_time(about.due)}"
            self._tell("calendar", self.tr("Due {day}").format(day=f"{day}{time}"))
        if about.checklist_total:
            words = self.tr("{done} of {all} in the checklist")
            self._tell("list-check", words.format(done=about.checklist_done, all=about.checklist_total))
        self._tell_words(about.notes)

    def _tell_event(self, seen: EventAsSeen) -> None:
        about = seen.event
        self._head(about.title)
        day = day_words(local(about.start).date(), self._now.date())
        times = self.tr("all day") if about.all_day else span_words(about.start, about.end)
        self._tell("calendar", f"{day} {times}")
        self._tell(PLACE_ICONS[about.place_kind] or "pin", about.place)
        self._tell("person", about.organizer or "")
        self._tell_words(about.preview)

    def _offer_answers(self, seen: EventAsSeen, answering: InvitationAnswering) -> None:
        """Accept, maybe, decline, and how far the answer has come."""
        if not can_answer(seen.event) or seen.event.end <= self._now:
            return
        buttons = []
        for response in ANSWERS:
            button = Button(act_words(response), small=True)
            button.setEnabled(response is not seen.event.response)
            button.clicked.connect(partial(answering.answer, seen.event.id, response))
            buttons.append(button)
        self._column.addSpacing(4)
        self._column.addWidget(panel(Flow(*buttons, gap=8)))
        self._tell("calendar", answer_words(seen))

    def _head(self, title: str) -> None:
        self._column.addWidget(Paragraph(title, "reading", leading=130))

    def _tell(self, icon: str, words: str) -> None:
        if not words:
            return
        line = Row(IconLabel(icon, 16), Label(words, "body", "muted", wrap=True, digits=True), gap=8)
        line.setStretch(1, 1)
        self._column.addWidget(panel(line))

    def _tell_words(self, words: str) -> None:
        if words.strip():
            self._column.addWidget(Paragraph(words.strip(), leading=140))
