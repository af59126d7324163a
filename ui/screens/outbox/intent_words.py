"""What a wish is called in the user's own words: what it does, where it goes, and all that is written in it."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from ui.dates import clock_time, day_and_month, day_words, heading_day, local, long_day, span_words
from ui.service_names import service_name
from workplace_app.domain.event import Response
from workplace_app.domain.intent import Intent, IntentKind
from workplace_app.domain.task import Task
from workplace_app.domain.wishes import (
    Acknowledgement,
    DueChange,
    InvitationAnswer,
    NewTask,
    ReservedTime,
    TimeGivenBack,
    Wish,
    wish_of,
    words_of,
)

translate = QCoreApplication.translate
_CALENDAR = ("event", "calendar")
_TEAMS = ("channel", "chat", "team", "message")
_TO_THE_MUNICIPALITY = (IntentKind.ASK_QUESTION, IntentKind.SEND_IDEA, IntentKind.CORRECT_ERROR)
"""Whatever these are about, they are answered by the municipality's dialogue."""
_TITLES: Mapping[IntentKind, Callable[[], str]] = {
    IntentKind.COMPLETE_TASK: lambda: translate("outbox", "Done: {what}"),
    IntentKind.REOPEN_TASK: lambda: translate("outbox", "Open again: {what}"),
    IntentKind.CHANGE_DUE: lambda: translate("outbox", "Another date: {what}"),
    IntentKind.COMMENT_TASK: lambda: translate("outbox", "Comment on {what}"),
    IntentKind.CREATE_TASK: lambda: translate("outbox", "New task: {what}"),
    IntentKind.RESERVE_TIME: lambda: translate("outbox", "Time reserved: {what}"),
    IntentKind.GIVE_TIME_BACK: lambda: translate("outbox", "Time given back: {what}"),
    IntentKind.ANSWER_INVITATION: lambda: translate("outbox", "Answer to the invitation: {what}"),
    IntentKind.ACKNOWLEDGE_ARTICLE: lambda: translate("outbox", "Read: {what}"),
    IntentKind.REPLY: lambda: translate("outbox", "Reply in {what}"),
    IntentKind.ASK_QUESTION: lambda: translate("outbox", "Question about {what}"),
    IntentKind.SEND_IDEA: lambda: translate("outbox", "Idea about {what}"),
    IntentKind.CORRECT_ERROR: lambda: translate("outbox", "Correction of {what}"),
}
_ANSWERS: Mapping[Response, Callable[[], str]] = {
    Response.ACCEPTED: lambda: translate("outbox", "Accepted: {what}"),
    Response.TENTATIVE: lambda: translate("outbox", "Perhaps: {what}"),
    Response.DECLINED: lambda: translate("outbox", "Declined: {what}"),
}


_LONGEST_LINE, _LONGEST_TEXT = 200, 4_000
"""Characters of a text on one line, and in full, that are laid out: a text of a million letters holds the window up for
many seconds, and nobody reads it there. It is copied, saved and sent whole."""


def readable_wish(intent: Intent) -> Wish | None:
    """What the wish carries; None when nobody can read it, which costs this wish and no other."""
    try:
        return wish_of(intent.kind, intent.payload)
    except ValueError:
        return None


def own_words(wish: Wish | None) -> str:
    """The user's own words as they were written."""
    return words_of(wish) if wish is not None else ""


def what_it_concerns(intent: Intent, wish: Wish | None, task: Task | None) -> str:
    """The name of what the wish is about: as the user saw it when it was filed, else as it is called now."""
    if isinstance(wish, (NewTask, ReservedTime)):
        return _one_line(wish.title)
    if intent.about:
        return _one_line(intent.about)
    return task.title if task is not None else translate("outbox", "something that is no longer here")


def wish_title(intent: Intent, wish: Wish | None, what: str, *, with_words: bool = True) -> str:
    """What the user asked for, on one line, with the words that are written in it unless they stand beside it."""
    pattern = _TITLES[intent.kind]()
    if isinstance(wish, DueChange):
        pattern = translate("outbox", "Move to {day}: {what}") if wish.due else translate("outbox", "No date: {what}")
        pattern = pattern.replace("{day}", day_and_month(wish.due) if wish.due else "")
    elif isinstance(wish, InvitationAnswer) and wish.response in _ANSWERS:
        pattern = _ANSWERS[wish.response]()
    title = pattern.replace("{what}", what)
    if not with_words:
        return title
    words = "" if isinstance(wish, (NewTask, ReservedTime)) else _one_line(beginning(own_words(wish), _LONGEST_LINE))
    return translate("outbox", "{title}: “{words}”").format(title=title, words=words) if words else title


def where_it_goes(intent: Intent, wish: Wish | None, task: Task | None, now: datetime) -> str:
    """The service as people call it, then the place in it or the moment that counts there."""
    parts = [_service("" if intent.kind in _TO_THE_MUNICIPALITY else intent.target_id.partition(":")[0])]
    if task is not None and task.container_title:
        parts.append(task.container_title)
    if isinstance(wish, Acknowledgement):
        parts.append(translate("outbox", "acknowledged with the time {time}").format(time=clock_time(wish.at)))
    elif isinstance(wish, (ReservedTime, TimeGivenBack)):
        day = day_words(local(wish.start).date(), local(now).date())
        parts.append(f"{day} {span_words(wish.start, wish.end)}")
    elif isinstance(wish, NewTask) and wish.due:
        parts.append(translate("outbox", "last day {day}").format(day=day_and_month(wish.due)))
    return ", ".join(parts)


def whole_text(intent: Intent, wish: Wish | None) -> str:
    """Everything that is written in the wish, for the pane that shows it and for the clipboard."""
    if wish is None:
        return intent.payload
    if isinstance(wish, DueChange):
        pattern = translate("outbox", "From {old} to {new}")
        return pattern.format(old=due_day_words(wish.seen), new=due_day_words(wish.due))
    return own_words(wish)


def beginning(text: str, longest: int = _LONGEST_TEXT) -> str:
    """As much of a text as is shown; three dots say that there is more."""
    return text if len(text) <= longest else f"{text[:longest].rstrip()} …"


def due_day_words(day: date | None) -> str:
    """The last day of a task within a sentence."""
    return long_day(day) if day is not None else translate("outbox", "no date")


def day_value(day: date | None) -> str:
    """The last day of a task as a value that stands alone."""
    return heading_day(day) if day is not None else translate("outbox", "No date")


def _service(prefix: str) -> str:
    if prefix in _CALENDAR:
        return translate("outbox", "Calendar")
    if prefix in _TEAMS:
        return "Teams"
    if prefix in ("todo", "new"):
        return "To Do"
    if prefix == "mail":
        return "Outlook"
    if prefix == "planner":
        return "Planner"
    name = service_name("cms" if prefix == "intranet" else "dialogue")
    return name[:1].upper() + name[1:]


def _one_line(words: str) -> str:
    return " ".join(words.split())
