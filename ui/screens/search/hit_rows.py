"""The rows of the palette: the best hit, the hits by group, the commands last."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject

from ui.commands import Command, key_words
from ui.dates import day_words, local, running_words
from ui.models.row_model import GroupRow, RowModel
from ui.screens.search.matching import answers
from workplace_app.domain.search_hit import HitKind, SearchHit

translate = QCoreApplication.translate
SHOWN_IN_A_GROUP = 4

ICONS = {
    HitKind.TASK: "list-check",
    HitKind.EVENT: "calendar",
    HitKind.ARTICLE: "news",
    HitKind.NOTIFICATION: "bell",
    HitKind.WORKSPACE: "workspaces",
    HitKind.CHANNEL: "chat",
    HitKind.MESSAGE: "chat",
    HitKind.FILE: "file",
    HitKind.SERVICE: "services",
    HitKind.JOURNEY: "route",
    HitKind.PERSON: "person",
    HitKind.TOOL: "wrench",
    HitKind.DISRUPTION: "warning",
    HitKind.REMINDER: "bell",
}


class HitRow(NamedTuple):
    """One row: something found or something that can be done. ``group`` is the heading that it stands under."""

    id: str
    icon: str
    title: str
    words: str
    end: str
    """The kind at the right, or the key of a command."""
    is_key: bool
    heading: str
    more: int = 0
    """How many of the group are not shown; told in the heading."""
    hit: SearchHit | None = None
    command: str = ""


class Part(NamedTuple):
    """A part of everything that the palette can be narrowed to; ``kinds`` None is everything, empty only commands."""

    id: str
    text: Callable[[], str]
    kinds: frozenset[HitKind] | None


PARTS = (
    Part("all", lambda: translate("palette", "Everything"), None),
    Part("services", lambda: translate("palette", "Services"), frozenset({HitKind.SERVICE, HitKind.JOURNEY})),
    Part("tasks", lambda: translate("palette", "Tasks"), frozenset({HitKind.TASK, HitKind.EVENT, HitKind.REMINDER})),
    Part("news", lambda: translate("palette", "News"), frozenset({HitKind.ARTICLE, HitKind.DISRUPTION})),
    Part("files", lambda: translate("palette", "Files"), frozenset({HitKind.FILE})),
    Part("people", lambda: translate("palette", "Colleagues"), frozenset({HitKind.PERSON})),
    Part("commands", lambda: translate("palette", "Do"), frozenset()),
)


def kind_words(kind: HitKind) -> str:
    """What a hit is."""
    return {
        HitKind.TASK: translate("palette", "Task"),
        HitKind.EVENT: translate("palette", "Event"),
        HitKind.ARTICLE: translate("palette", "Article"),
        HitKind.NOTIFICATION: translate("palette", "Notification"),
        HitKind.WORKSPACE: translate("palette", "Workspace"),
        HitKind.CHANNEL: translate("palette", "Channel"),
        HitKind.MESSAGE: translate("palette", "Message"),
        HitKind.FILE: translate("palette", "File"),
        HitKind.SERVICE: translate("palette", "Service"),
        HitKind.JOURNEY: translate("palette", "Journey"),
        HitKind.PERSON: translate("palette", "Colleague"),
        HitKind.TOOL: translate("palette", "Tool"),
        HitKind.DISRUPTION: translate("palette", "Disruption"),
        HitKind.REMINDER: translate("palette", "Reminder"),
    }[kind]


def heading_of(kind: HitKind) -> str:
    """The group that a kind stands in."""
    if kind in (HitKind.SERVICE, HitKind.JOURNEY):
        return translate("palette", "Services and journeys")
    if kind in (HitKind.TASK, HitKind.EVENT):
        return translate("palette", "Tasks and calendar")
    if kind in (HitKind.ARTICLE, HitKind.DISRUPTION):
        return translate("palette", "News and disruptions")
    if kind is HitKind.REMINDER:
        return translate("palette", "Reminders")
    if kind is HitKind.PERSON:
        return translate("palette", "Colleagues")
    return translate("palette", "Tools") if kind is HitKind.TOOL else translate("palette", "Workspaces and files")


def hit_row(hit: SearchHit, now: datetime, heading: str, more: int = 0) -> HitRow:
    """The row of something found."""
    words = [hit.context] if hit.context else []
    if hit.at is not None:
        words.append(_when(hit, hit.at, now))
    text = "  ·  ".join(words)
    return HitRow(hit.id, ICONS[hit.kind], hit.title, text, kind_words(hit.kind), False, heading, more, hit)


def _when(hit: SearchHit, at: datetime, now: datetime) -> str:
    """Tasks are due on a day; the time that the sources give with it means nothing."""
    if hit.kind is HitKind.TASK:
        return day_words(local(at).date(), local(now).date())
    return running_words(at, now)


def rows_of(
    hits: Sequence[SearchHit], commands: Iterable[Command], typed: str, now: datetime, *, narrowed: bool
) -> list[HitRow]:
    """The best hit first and by itself, then the groups in the order of their best hits, then commands.

    When the search is narrowed to one part there are no groups to keep short: all of it is shown.
    """
    made: list[HitRow] = []
    if hits:
        best = hit_row(hits[0], now, "")
        made.append(best._replace(end=translate("palette", "Enter"), is_key=True))
    groups: dict[str, list[SearchHit]] = {}
    for hit in hits[1:]:
        groups.setdefault(heading_of(hit.kind), []).append(hit)
    for heading, members in groups.items():
        shown = members if narrowed else members[:SHOWN_IN_A_GROUP]
        made += [hit_row(hit, now, heading, len(members) - len(shown)) for hit in shown]
    heading = translate("palette", "Do")
    made += [
        _command_row(command, heading) for command in commands if command.in_palette and answers(command.text, typed)
    ]
    return made


def _command_row(command: Command, heading: str) -> HitRow:
    key = key_words(command.shortcut) if command.shortcut else ""
    return HitRow(
        f"command:{command.id}", command.icon or "enter", command.text, "", key, True, heading, command=command.id
    )


class HitCounts(QObject):
    """Plurals: the extraction of words knows them in ``tr`` only."""

    def more(self, count: int) -> str:
        return self.tr("%n more", "", count)


class HitModel(RowModel[HitRow]):
    """What the palette lists."""

    def spoken(self, row: HitRow) -> str:
        """Kind or key after the words."""
        return ", ".join(part for part in (row.title, row.words, row.end) if part)

    def title(self, row: HitRow) -> str:
        """Titles."""
        return row.title

    def group(self, row: HitRow) -> GroupRow | None:
        """The heading, with how many are not shown."""
        if not row.heading:
            return None
        return GroupRow(row.heading, note=HitCounts().more(row.more) if row.more else "")
