"""The rows of the outbox: what needs the user, what is on its way, what was sent today, what was let go."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from ui.dates import moment_words
from ui.models.row_model import GroupRow, RowModel
from ui.screens.outbox.intent_standing import Part, Standing, standing
from ui.screens.outbox.intent_words import (
    own_words,
    readable_wish,
    what_it_concerns,
    where_it_goes,
    whole_text,
    wish_title,
)
from ui.theme import ColourRole
from workplace_app.domain.conflict import Conflict
from workplace_app.domain.intent import MAKING, Intent, IntentKind, IntentState
from workplace_app.domain.task import Task

translate = QCoreApplication.translate
ICONS = {
    IntentKind.COMPLETE_TASK: "check-circle",
    IntentKind.REOPEN_TASK: "undo",
    IntentKind.CHANGE_DUE: "list-check",
    IntentKind.COMMENT_TASK: "chat",
    IntentKind.CREATE_TASK: "plus",
    IntentKind.RESERVE_TIME: "clock",
    IntentKind.GIVE_TIME_BACK: "undo",
    IntentKind.ANSWER_INVITATION: "calendar",
    IntentKind.ACKNOWLEDGE_ARTICLE: "news",
    IntentKind.REPLY: "reply",
    IntentKind.ASK_QUESTION: "dialog",
    IntentKind.SEND_IDEA: "idea",
    IntentKind.CORRECT_ERROR: "edit",
}
_MAY_BE_TRIED = (IntentState.WAITING, IntentState.UNKNOWN)


class IntentRow(NamedTuple):
    """One wish as a row shows it. ``what`` is what it concerns, ``heading`` is the title without the words that are
    written in it, ``text`` is all of those, and ``has_words`` says that they are the user's own."""

    intent: Intent
    what: str
    heading: str
    title: str
    place: str
    text: str
    when: str
    standing: Standing
    readable: bool = True
    has_words: bool = False
    can_be_undone: bool = False
    """It has arrived, and its opposite can follow it."""

    @property
    def id(self) -> str:
        """The intent's."""
        return self.intent.id

    @property
    def part(self) -> Part:
        """The group that it stands in."""
        return self.standing.part

    @property
    def icon(self) -> str:
        """By kind."""
        return ICONS[self.intent.kind]

    @property
    def words(self) -> str:
        """The second line: where it goes, and what follows."""
        return ". ".join(part for part in (self.place, self.standing.more) if part)

    @property
    def conflict(self) -> Conflict | None:
        """Another version to choose between, while the choice is open."""
        return self.intent.conflict if self.intent.state is IntentState.NEEDS_YOU else None

    @property
    def can_be_withdrawn(self) -> bool:
        """True while it has not left the computer."""
        return self.intent.state in (IntentState.WAITING, IntentState.NEEDS_YOU)

    @property
    def can_be_tried(self) -> bool:
        """True when another attempt may go better: not for one that waits for a choice or cannot be read."""
        if not self.readable or self.conflict is not None:
            return False
        tried_before = self.intent.attempts > 0 and self.intent.state in _MAY_BE_TRIED
        return tried_before or self.intent.state is IntentState.NEEDS_YOU


def intent_row(
    intent: Intent, task: Task | None, now: datetime, *, offline: bool, behind: str = "", undoable: bool = False
) -> IntentRow:
    """The row of a wish; ``task`` is None when the cache does not have it. ``behind`` is the title of an earlier wish
    for the same thing that has to be decided first; ``undoable`` one has arrived and can be undone."""
    wish = readable_wish(intent)
    what = what_it_concerns(intent, wish, task)
    told = standing(intent, now, offline=offline, behind=behind, readable=wish is not None)
    return IntentRow(
        intent,
        what,
        wish_title(intent, wish, what, with_words=False),
        wish_title(intent, wish, what),
        where_it_goes(intent, wish, task, now),
        whole_text(intent, wish),
        moment_words(intent.filed_at, now),
        told,
        wish is not None,
        bool(own_words(wish)),
        undoable,
    )


def rows_of(
    intents: Sequence[Intent],
    tasks: Mapping[str, Task],
    now: datetime,
    *,
    offline: bool,
    undoable: Collection[str] = (),
) -> list[IntentRow]:
    """The rows of several wishes; ``tasks`` by their ids. One behind another that needs the user says which that is;
    ``undoable`` are the ids of those that have arrived and can be undone."""
    deciding: dict[str, str] = {}
    made = []
    for intent in sorted(intents, key=lambda each: each.id):
        earlier = deciding.get(intent.target_id, "") if intent.state is IntentState.WAITING else ""
        task = tasks.get(intent.target_id)
        row = intent_row(intent, task, now, offline=offline, behind=earlier, undoable=intent.id in undoable)
        if intent.state is IntentState.NEEDS_YOU and intent.kind not in MAKING:
            deciding.setdefault(intent.target_id, row.title)
        made.append(row)
    place = {intent.id: number for number, intent in enumerate(intents)}
    return sorted(made, key=lambda row: (row.part, place[row.id]))


class IntentModel(RowModel[IntentRow]):
    """Grouped by what the user can do about it; the headings have their numbers."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: Mapping[Part, int] = {}
        self._offline = False

    def show_rows(self, rows: Sequence[IntentRow], *, offline: bool) -> None:
        """Show these, which come group by group."""
        self._offline = offline
        self._counts = {part: sum(row.part is part for row in rows) for part in Part}
        self.set_rows(rows)

    def title(self, row: IntentRow) -> str:
        """Typing searches titles."""
        return row.title

    def spoken(self, row: IntentRow) -> str:
        """The state first: it is what one looks for here."""
        return ", ".join(part for part in (row.standing.words, row.title, row.words, row.when) if part)

    def group(self, row: IntentRow) -> GroupRow:
        """The heading of its group."""
        words = {
            Part.NEEDS_YOU: self.tr("Needs you"),
            Part.UNKNOWN: self.tr("We do not know whether it arrived"),
            Part.ON_ITS_WAY: self.tr("On its way"),
            Part.WAITS: self.tr("Waits for a network") if self._offline else self.tr("Waits"),
            Part.WAITS_FOR_CHOICE: self.tr("Waits for your choice"),
            Part.SENT: self.tr("Sent today"),
            Part.LET_GO: self.tr("Let go or taken back"),
        }
        tone: ColourRole = "warning" if row.part is Part.NEEDS_YOU else "muted"
        return GroupRow(words[row.part], self._counts.get(row.part) or None, tone=tone)
