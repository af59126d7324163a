"""The rows of the outbox: what needs the user, what waits, what was sent today."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from ui.dates import clock_time, running_words
from ui.models.row_model import GroupRow, RowModel
from ui.problem_wording import problem_words
from ui.theme import ColourRole
from workplace_app.domain.intent import Intent, IntentKind, IntentState
from workplace_app.domain.task import Task

translate = QCoreApplication.translate

ICONS = {
    IntentKind.COMPLETE_TASK: "check-circle",
    IntentKind.REOPEN_TASK: "undo",
    IntentKind.CHANGE_DUE: "calendar",
    IntentKind.COMMENT_TASK: "chat",
    IntentKind.CREATE_TASK: "plus",
    IntentKind.RESERVE_TIME: "calendar",
    IntentKind.ANSWER_INVITATION: "calendar",
    IntentKind.ACKNOWLEDGE_ARTICLE: "check-circle",
    IntentKind.REPLY: "reply",
    IntentKind.ASK_QUESTION: "dialog",
    IntentKind.SEND_IDEA: "idea",
    IntentKind.CORRECT_ERROR: "edit",
}


class IntentRow(NamedTuple):
    """One wish as a row shows it."""

    id: str
    state: IntentState
    icon: str
    title: str
    words: str
    when: str
    state_icon: str
    state_words: str
    tone: ColourRole

    @property
    def can_be_withdrawn(self) -> bool:
        """True while it has not left the computer."""
        return self.state in (IntentState.WAITING, IntentState.NEEDS_YOU)


def wish_words(kind: IntentKind, what: str) -> str:
    """What the user asked for."""
    patterns: dict[IntentKind, Callable[[], str]] = {
        IntentKind.COMPLETE_TASK: lambda: translate("outbox", "Done: {what}"),
        IntentKind.REOPEN_TASK: lambda: translate("outbox", "Open again: {what}"),
        IntentKind.CHANGE_DUE: lambda: translate("outbox", "Another date: {what}"),
        IntentKind.COMMENT_TASK: lambda: translate("outbox", "Comment: {what}"),
        IntentKind.CREATE_TASK: lambda: translate("outbox", "New task: {what}"),
        IntentKind.RESERVE_TIME: lambda: translate("outbox", "Time reserved: {what}"),
        IntentKind.ANSWER_INVITATION: lambda: translate("outbox", "Answer to the invitation: {what}"),
        IntentKind.ACKNOWLEDGE_ARTICLE: lambda: translate("outbox", "Read: {what}"),
        IntentKind.REPLY: lambda: translate("outbox", "Reply in {what}"),
        IntentKind.ASK_QUESTION: lambda: translate("outbox", "Question: {what}"),
        IntentKind.SEND_IDEA: lambda: translate("outbox", "Idea: {what}"),
        IntentKind.CORRECT_ERROR: lambda: translate("outbox", "Correction: {what}"),
    }
    return patterns[kind]().format(what=what)


def intent_row(intent: Intent, task: Task | None, now: datetime, *, offline: bool) -> IntentRow:
    """The row of a wish; ``task`` is None when the cache no longer has it."""
    gone = intent.about or translate("outbox", "a task that is gone")
    title = wish_words(intent.kind, task.title if task is not None else gone)
    words = task.container_title or "" if task is not None else ""
    if intent.problem is not None and intent.state is IntentState.NEEDS_YOU:
        words = problem_words(intent.problem, now).brief
    icon, state_words, tone = _state(intent, now, offline=offline)
    when = running_words(intent.filed_at, now)
    return IntentRow(intent.id, intent.state, ICONS[intent.kind], title, words, when, icon, state_words, tone)


def _state(intent: Intent, now: datetime, *, offline: bool) -> tuple[str, str, ColourRole]:
    if intent.state is IntentState.NEEDS_YOU:
        return "warning", translate("outbox", "Needs you"), "warning"
    if intent.state is IntentState.CONFIRMED:
        return "check-circle", translate("outbox", "Sent"), "success"
    if intent.state is IntentState.WAITING and (offline or intent.problem is not None):
        if intent.problem is not None and intent.problem.retry_at is not None and intent.problem.retry_at > now:
            words = translate("outbox", "Waits until {time}").format(time=clock_time(intent.problem.retry_at))
            return "clock", words, "muted"
        return "clock", translate("outbox", "Waits"), "muted"
    return "outbox", translate("outbox", "Being sent"), "muted"


class IntentModel(RowModel[IntentRow]):
    """Grouped by what the user can do about it."""

    def title(self, row: IntentRow) -> str:
        """Typing searches titles."""
        return row.title

    def spoken(self, row: IntentRow) -> str:
        """The state first: it is what one looks for here."""
        return ", ".join(part for part in (row.state_words, row.title, row.words, row.when) if part)

    def group(self, row: IntentRow) -> GroupRow:
        """The heading of its state."""
        if row.state is IntentState.NEEDS_YOU:
            return GroupRow(self.tr("Needs you"), tone="warning")
        if row.state is IntentState.CONFIRMED:
            return GroupRow(self.tr("Sent today"))
        return GroupRow(self.tr("On its way"))
