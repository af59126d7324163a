"""How two versions of one thing are told: headings, names of fields, values, and what each button keeps."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from ui.dates import clock_time, heading_day, local, running_words
from ui.screens.outbox.intent_words import beginning, day_value
from workplace_app.domain.conflict import ComparedField, Comparison, Conflict
from workplace_app.domain.event import Response
from workplace_app.domain.intent import Attempt, Intent, IntentKind, IntentState
from workplace_app.domain.problem import ProblemKind
from workplace_app.domain.wishes import (
    Comment,
    DueChange,
    InvitationAnswer,
    NewTask,
    Remark,
    Reply,
    TimeGivenBack,
    Wish,
)

translate = QCoreApplication.translate
_TASKS = (IntentKind.COMPLETE_TASK, IntentKind.REOPEN_TASK, IntentKind.CHANGE_DUE, IntentKind.COMMENT_TASK)
_WORDS = (Comment, Reply, Remark)
_HISSING = ("s", "x", "z")
"""A name that ends so takes no further s when something is somebody's."""
_FIELDS: Mapping[ComparedField, Callable[[], str]] = {
    ComparedField.DUE: lambda: translate("conflict", "Due"),
    ComparedField.STATE: lambda: translate("conflict", "State"),
    ComparedField.TITLE: lambda: translate("conflict", "Title"),
    ComparedField.ASSIGNED: lambda: translate("conflict", "Assigned to"),
    ComparedField.START: lambda: translate("conflict", "Begins"),
    ComparedField.END: lambda: translate("conflict", "Ends"),
    ComparedField.PLACE: lambda: translate("conflict", "Place"),
    ComparedField.RESPONSE: lambda: translate("conflict", "Your answer"),
    ComparedField.INVITED: lambda: translate("conflict", "Invited"),
    ComparedField.NOTES: lambda: translate("conflict", "Notes"),
    ComparedField.REPEATS: lambda: translate("conflict", "Repeated"),
    ComparedField.ATTACHMENTS: lambda: translate("conflict", "Attached files"),
}
_RESPONSES: Mapping[str, Callable[[], str]] = {
    Response.ACCEPTED.value: lambda: translate("conflict", "Accepted"),
    Response.TENTATIVE.value: lambda: translate("conflict", "Perhaps"),
    Response.DECLINED.value: lambda: translate("conflict", "Declined"),
    Response.NOT_ANSWERED.value: lambda: translate("conflict", "Not answered"),
    Response.ORGANIZER.value: lambda: translate("conflict", "You called the meeting"),
}
_NOTHING: Mapping[ComparedField, Callable[[], str]] = {
    ComparedField.DUE: lambda: day_value(None),
    ComparedField.ASSIGNED: lambda: translate("conflict", "Nobody"),
    ComparedField.INVITED: lambda: translate("conflict", "Nobody"),
    ComparedField.REPEATS: lambda: translate("conflict", "No"),
    ComparedField.ATTACHMENTS: lambda: translate("conflict", "No"),
}
_YES_OR_NO = (ComparedField.REPEATS, ComparedField.ATTACHMENTS)


class FieldWords(NamedTuple):
    """One field of one version."""

    name: str
    value: str
    differs: bool


class VersionWords(NamedTuple):
    """One of the two: whose it is, since when, what it says, and the button that keeps it ("" for none)."""

    title: str
    who: str
    fields: tuple[FieldWords, ...]
    button: str

    @property
    def spoken(self) -> str:
        """All of it in one sentence or two, what differs named as such."""
        said = [f"{each.name}: {each.value}" + _difference(each) for each in self.fields]
        return ". ".join(part for part in (self.title, self.who, *said) if part)


class ConflictWords(NamedTuple):
    """The whole choice. ``kept`` is what stays whichever way it goes."""

    title: str
    subject: str
    mine: VersionWords
    theirs: VersionWords
    kept: str


def conflict_words(
    intent: Intent, wish: Wish | None, what: str, history: tuple[Attempt, ...], now: datetime
) -> ConflictWords:
    """The words for a conflict. ``what`` names the thing; ``history`` tells whether there was a network."""
    conflict = intent.conflict or Conflict()
    mine = _mine(intent, wish, conflict, history, now)
    theirs = _theirs(intent, wish, conflict, now)
    return ConflictWords(conflict_title(intent, conflict), what, mine, theirs, _kept(wish, conflict))


def field_value(field: ComparedField, value: str | None) -> str:
    """A value as people read it; one that nobody can read is shown as it is."""
    if not value:
        return _NOTHING.get(field, lambda: translate("conflict", "Not given"))()
    try:
        if field is ComparedField.DUE:
            return day_value(date.fromisoformat(value))
        if field in (ComparedField.START, ComparedField.END):
            moment = datetime.fromisoformat(value)
            return f"{heading_day(local(moment).date())} {clock_time(moment)}"
    except ValueError:
        return value
    if field in _YES_OR_NO:
        return translate("conflict", "Yes")
    if field is ComparedField.STATE:
        return translate("conflict", "Done") if value == "done" else translate("conflict", "Under way")
    return _RESPONSES[value]() if field is ComparedField.RESPONSE and value in _RESPONSES else value


def conflict_title(intent: Intent, conflict: Conflict) -> str:
    """What has happened, in a few words."""
    if intent.kind in _TASKS:
        if not conflict.gone:
            return translate("conflict", "Two people have changed the same task")
        return _gone_task(intent, conflict)
    if intent.kind is IntentKind.ANSWER_INVITATION:
        if conflict.gone:
            return translate("conflict", "The meeting is cancelled")
        moved = any(each.differs for each in conflict.fields if each.field in (ComparedField.START, ComparedField.END))
        if moved:
            return translate("conflict", "The meeting has been moved")
        return translate("conflict", "The meeting has been changed")
    if intent.kind is IntentKind.GIVE_TIME_BACK:
        return translate("conflict", "The time has been changed in the calendar")
    if conflict.gone:
        return translate("conflict", "What you wrote to is no longer there")
    return translate("conflict", "Somebody else has changed the same thing")


def _gone_task(intent: Intent, conflict: Conflict) -> str:
    service = _service(intent)
    if conflict.changed_by:
        pattern = translate("conflict", "The task has been removed in {service} by {name}")
        return pattern.format(service=service, name=conflict.changed_by)
    return translate("conflict", "The task has been removed in {service}").format(service=service)


def _service(intent: Intent) -> str:
    return "Planner" if intent.target_id.startswith("planner") else "To Do"


def _mine(
    intent: Intent, wish: Wish | None, conflict: Conflict, history: tuple[Attempt, ...], now: datetime
) -> VersionWords:
    without = any(each.problem is not None and each.problem.kind is ProblemKind.OFFLINE for each in history)
    pattern = (
        translate("conflict", "You, {time}, without a network") if without else translate("conflict", "You, {time}")
    )
    fields = tuple(_field(each, each.mine) for each in _compared(conflict)) or _of_wish(intent, wish)
    return VersionWords(
        _mine_title(wish),
        pattern.format(time=running_words(intent.filed_at, now)),
        fields,
        _mine_button(wish, conflict),
    )


def _mine_title(wish: Wish | None) -> str:
    if isinstance(wish, _WORDS):
        return translate("conflict", "What you wrote")
    if isinstance(wish, InvitationAnswer):
        return translate("conflict", "What you answered")
    if isinstance(wish, TimeGivenBack):
        return translate("conflict", "The time that you gave back")
    return translate("conflict", "Your change")


def _mine_button(wish: Wish | None, conflict: Conflict) -> str:
    if conflict.gone:
        keeps = isinstance(wish, (*_WORDS, NewTask))
        return translate("conflict", "Make a task of it") if keeps else ""
    if isinstance(wish, InvitationAnswer):
        return translate("conflict", "Answer all the same")
    if isinstance(wish, TimeGivenBack):
        return translate("conflict", "Remove it all the same")
    return translate("conflict", "Keep mine")


def _compared(conflict: Conflict) -> tuple[Comparison, ...]:
    """With what is gone nothing compares: it has no version, and an unknown value must not look like an empty one."""
    return () if conflict.gone else conflict.fields


def _theirs(intent: Intent, wish: Wish | None, conflict: Conflict, now: datetime) -> VersionWords:
    return VersionWords(
        _theirs_title(intent),
        "" if isinstance(wish, TimeGivenBack) else _who(conflict, now),
        tuple(_field(each, each.theirs) for each in _compared(conflict)) or _state_of(intent, conflict),
        _theirs_button(wish, conflict),
    )


def _theirs_title(intent: Intent) -> str:
    if intent.state is not IntentState.NEEDS_YOU:  # it has been decided, and what is there now is not known here
        return translate("conflict", "The other version")
    if intent.kind in _TASKS:
        return translate("conflict", "In {service} now").format(service=_service(intent))
    if intent.kind in (IntentKind.ANSWER_INVITATION, IntentKind.GIVE_TIME_BACK):
        return translate("conflict", "In the calendar now")
    return translate("conflict", "There now")


def _theirs_button(wish: Wish | None, conflict: Conflict) -> str:
    if isinstance(wish, InvitationAnswer):
        return translate("conflict", "Let the answer go")
    if isinstance(wish, TimeGivenBack):
        return translate("conflict", "Let it stay")
    if conflict.gone:
        return translate("conflict", "Let it go")
    first = next(iter((conflict.changed_by or "").split()), "")
    if not first:
        return translate("conflict", "Keep the other one")
    if first.endswith(_HISSING):
        return translate("conflict", "Keep {name}’", "name ends in s").format(name=first)
    return translate("conflict", "Keep {name}’s").format(name=first)


def _who(conflict: Conflict, now: datetime) -> str:
    who = conflict.changed_by or translate("conflict", "Somebody else")
    if conflict.changed_at is None:
        return who
    return translate("conflict", "{who}, {time}").format(who=who, time=running_words(conflict.changed_at, now))


def _field(compared: Comparison, value: str | None) -> FieldWords:
    return FieldWords(_FIELDS[compared.field](), field_value(compared.field, value), compared.differs)


def _of_wish(intent: Intent, wish: Wish | None) -> tuple[FieldWords, ...]:
    """What the user wanted, where the source compares nothing: the target is gone."""
    if isinstance(wish, _WORDS):
        return (FieldWords(translate("conflict", "Text"), beginning(wish.text), differs=False),)
    if isinstance(wish, NewTask):
        due = (FieldWords(_FIELDS[ComparedField.DUE](), day_value(wish.due), differs=False),) if wish.due else ()
        return (FieldWords(_FIELDS[ComparedField.TITLE](), wish.title, differs=False), *due)
    if isinstance(wish, DueChange):
        return (FieldWords(_FIELDS[ComparedField.DUE](), day_value(wish.due), differs=True),)
    if isinstance(wish, InvitationAnswer):
        value = field_value(ComparedField.RESPONSE, wish.response.value)
        return (FieldWords(_FIELDS[ComparedField.RESPONSE](), value, differs=True),)
    done = "done" if intent.kind is IntentKind.COMPLETE_TASK else "open"
    return (FieldWords(_FIELDS[ComparedField.STATE](), field_value(ComparedField.STATE, done), differs=True),)


def _state_of(intent: Intent, conflict: Conflict) -> tuple[FieldWords, ...]:
    name = _FIELDS[ComparedField.STATE]()
    if not conflict.gone:
        return (FieldWords(name, translate("conflict", "Changed"), differs=True),)
    cancelled = intent.kind is IntentKind.ANSWER_INVITATION
    value = translate("conflict", "Cancelled") if cancelled else translate("conflict", "Removed")
    return (FieldWords(name, value, differs=True),)


def _kept(wish: Wish | None, conflict: Conflict) -> str:
    if isinstance(wish, TimeGivenBack) and conflict.theirs(ComparedField.INVITED):
        return translate("conflict", "Those who are invited are told that the meeting is cancelled, if you remove it.")
    if isinstance(wish, _WORDS) or (isinstance(wish, InvitationAnswer) and wish.words):
        return translate("conflict", "Your words stay in the outbox to be copied, whichever you choose.")
    return translate("conflict", "Your version can still be read in the outbox, whichever you choose.")


def _difference(field: FieldWords) -> str:
    differs = translate("conflict", "differs")
    return f" ({differs})" if field.differs else ""
