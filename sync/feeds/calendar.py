"""Feed: the main calendar from a week back to two months ahead, by calendarView/delta.

The window is baked into the delta's token, so each window is a scope of its own, named by the day on which it begins.
It begins on a Monday and reaches a week further than asked for: it rolls once a week and not every day, and the old
scope goes when the new one is whole.
"""

from collections.abc import AsyncGenerator, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from sync.feed import FeedContext
from sync.feeds.batching import get_together
from sync.feeds.changes import Change, Changes, last_words
from sync.feeds.delta_rounds import DeltaSource, pages_of_one
from sync.paging import LinkedPage
from sync.query import segment
from sync.wire.calendar import CALENDAR_ZONE, EVENT_FIELDS, GraphEvent, event_from_graph, graph_event, occurrence_of
from sync.wire.graph_envelope import read_single, removed_id
from sync.wire.reading import RawItem, ReadItems, UnreadableItemError, read_items
from workplace_app.domain.event import Event
from workplace_app.domain.notification import NotificationKind
from workplace_app.domain.notification_rules import notifications_for
from workplace_app.domain.page import Fact, Page
from workplace_app.domain.problem import Family, Problem, ProblemKind, ProblemRaised

_BACK = timedelta(days=7)
_AHEAD = timedelta(days=60)
_WEEK = timedelta(days=7)
_SERVICE = "outlook"
_HEADERS = {"Prefer": 'outlook.timezone="UTC", odata.maxpagesize=200'}
"""calendarView/delta takes no $select and no $top (event-delta, 2025): the page size is a preference."""


async def calendar(context: FeedContext, bookmarks: Mapping[str, str]) -> AsyncGenerator[Page, None]:
    """The events of the window, one row per occurrence."""
    begins = window_start(context.now().astimezone(CALENDAR_ZONE).date())
    scope = begins.isoformat()
    series = _Series()
    source = DeltaSource(scope, "/me/calendarView/delta", _window(begins))
    async for linked in pages_of_one(context, source, context.graph.own_bookmark(bookmarks.get(scope)), _HEADERS):
        changes = series.read(linked)
        if linked.last:
            changes = _joined(changes, await series.orphans(context))
        yield Page(
            facts=_with_invitations(changes.facts, series, context),
            removed=changes.removed,
            scope=scope,
            bookmark=linked.delta_link,
            begins_generation=linked.begins_generation,
            ends_generation=linked.ends_generation,
            problems=changes.problems,
        )
    for old in sorted(bookmarks.keys() - {scope}):
        yield Page(scope=old, scope_is_gone=True)


def window_start(today: date) -> date:
    """The Monday on or before a week ago."""
    start = today - _BACK
    return start - timedelta(days=start.weekday())


def _window(begins: date) -> dict[str, str]:
    ends = begins + _WEEK + _BACK + _AHEAD
    return {"startDateTime": _midnight(begins), "endDateTime": _midnight(ends)}


def _midnight(day: date) -> str:
    return datetime(day.year, day.month, day.day, tzinfo=CALENDAR_ZONE).isoformat()


class _Series:
    """Puts the occurrences of series together: the delta sends them with times only, beside or after their master."""

    def __init__(self) -> None:
        self._masters: dict[str, GraphEvent] = {}
        self._waiting: list[GraphEvent] = []
        self.master_of: dict[str, str] = {}
        self.invited: set[str] = set()

    def read(self, page: LinkedPage) -> Changes[Event]:
        """The page's events, those occurrences left out whose master has not come yet."""
        read = read_items(page.items, self._keep_masters, _SERVICE)
        changes = read_items(read.facts, self._change, _SERVICE)
        changes.problems = [*read.problems, *changes.problems]
        return last_words(changes)

    def _keep_masters(self, item: RawItem) -> RawItem | None:
        if removed_id(item) is not None:
            return item
        event = graph_event(item)
        if event.is_master:
            self._masters[event.id or ""] = event
            return None
        return item

    def _change(self, item: RawItem) -> Change[Event]:
        if gone := removed_id(item):
            return Change(f"event:{gone}", gone=True)
        event = graph_event(item)
        if event.needs_master and event.series_master_id not in self._masters:
            self._waiting.append(event)
            return Change(f"event:{event.id}")
        return self._whole(event)

    def _whole(self, event: GraphEvent) -> Change[Event]:
        if event.series_master_id is not None:
            self.master_of[f"event:{event.id}"] = event.series_master_id
            if event.needs_master:
                event = occurrence_of(self._masters[event.series_master_id], event)
        return Change(f"event:{event.id}", event_from_graph(event))

    async def orphans(self, context: FeedContext) -> Changes[Event]:
        """The occurrences whose masters no page held: the masters are fetched."""
        waiting, self._waiting = self._waiting, []
        missing = {event.series_master_id or "" for event in waiting} - self._masters.keys()
        urls = {master: f"/me/events/{segment(master)}?$select={EVENT_FIELDS}" for master in sorted(missing)}
        answers = await get_together(context, urls, _HEADERS) if urls else {}
        read: ReadItems[Change[Event]] = ReadItems()
        if len(answers) < len(urls):
            raise ProblemRaised(Problem(ProblemKind.UNREADABLE_ANSWER, _SERVICE, detail="a part without answer"))
        for answer in answers.values():
            if answer.problem is not None and answer.problem.family is Family.WAIT:
                raise ProblemRaised(answer.problem)  # the bookmark must not pass the occurrences by
            if answer.problem is not None:
                read.problems.append(answer.problem)
                continue
            masters = read_items([read_single(answer.content)], graph_event, _SERVICE)
            self._masters.update({master.id or "": master for master in masters.facts})
            read.problems += masters.problems
        for event in waiting:
            if event.series_master_id in self._masters:
                try:
                    read.facts.append(self._whole(event))
                except UnreadableItemError as error:
                    read.problems.append(
                        Problem(ProblemKind.UNREADABLE_ITEM, _SERVICE, item_id=event.id, detail=str(error))
                    )
        return last_words(read)


def _joined(first: Changes[Event], second: Changes[Event]) -> Changes[Event]:
    return Changes(
        (*first.facts, *second.facts), (*first.removed, *second.removed), (*first.problems, *second.problems)
    )


def _with_invitations(events: Iterable[Event], series: _Series, context: FeedContext) -> tuple[Fact, ...]:
    """An invitation to a series is told once, for the next occurrence that waits for an answer. It has the series' own
    id: what the user has handled stays handled when that occurrence is over and the next one waits."""
    facts: list[Fact] = []
    for event in sorted(events, key=lambda event: event.start):
        facts.append(event)
        master = series.master_of.get(event.id)
        for told in notifications_for(event, context.me, context.now()):
            if master is None:
                facts.append(told)
            elif master not in series.invited:
                series.invited.add(master)
                facts.append(replace(told, id=f"{NotificationKind.INVITATION}:series:{master}"))
    return tuple(facts)
