"""Today's and tomorrow's calendar; the next event says how soon it is, past ones turn grey and stay, and an invitation
can be answered where it stands."""

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QPoint

from ui.dates import local
from ui.icons import icon
from ui.invitation_answering import InvitationAnswering
from ui.invitation_words import ANSWERS, act_words, can_answer
from ui.models.event_model import EventModel, EventRow, event_row
from ui.places import OUTBOX
from ui.reminders.subjects import of_event
from ui.screen import ScreenContext
from ui.screens.outbox.conflict_view import open_conflict
from ui.screens.today.answer_popover import AnswerPopover
from ui.screens.today.time_taking import ask_for_time
from ui.screens.today.today_card import ListCard, Reading
from ui.widgets.event_delegate import EventDelegate
from ui.widgets.menus import passing_menu
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.event import Event, Response
from workplace_app.domain.own_things import CardHeight
from workplace_app.store.event_reader import events_between, next_event

OUTLOOK_CALENDAR = "https://outlook.office.com/calendar/"
KEYS = {"J": Response.ACCEPTED, "K": Response.TENTATIVE, "N": Response.DECLINED}
"""The first letters of ja, kanske and nej."""


class CalendarCard(ListCard):
    """Enter opens the event in Outlook, Ctrl+Enter joins the meeting; J, K and N answer an invitation, B takes time."""

    card_id = "calendar"
    kinds = frozenset({ChangeKind.EVENTS, ChangeKind.OUTBOX, ChangeKind.FEED_STATE})
    feeds = frozenset({"calendar"})
    height_at_first = CardHeight.LONG

    def __init__(self, context: ScreenContext) -> None:
        self._events = EventModel()
        super().__init__(context, self.tr("Calendar"), self._events, EventDelegate(), footer=self.tr("The whole week"))
        self.rows.opened.connect(self._open)
        self.rows.bind("Ctrl+Return", self._join)
        self._answering = InvitationAnswering(context, self, self.refit)
        for keys, response in KEYS.items():
            self.rows.bind(keys, partial(self._answer_current, response))
        self.rows.bind("B", self.take_time)
        self.rows.part_pressed.connect(self._part_pressed)
        self.rows.menu_wanted.connect(self._row_menu)
        self.footer_clicked.connect(lambda: context.shell.open_address(OUTLOOK_CALENDAR))

    def empty_words(self) -> str:
        """Nothing is booked."""
        return self.tr("Nothing is booked today or tomorrow.")

    def read(self, reading: Reading) -> bool:
        """Events that touch today and tomorrow; when there is not room for all, the past ones give way."""
        today = local(reading.now).date()
        self._events.set_today(today)
        start = datetime.combine(today, datetime.min.time(), local(reading.now).tzinfo)
        coming = next_event(self.context.connection, reading.now)
        events = events_between(self.context.connection, start, start + timedelta(days=2))
        rows = [event_row(each, reading.now, is_next=_begins_with(coming, each.event)) for each in events]
        past = sum(row.past for row in rows)
        while past and len(self.fitting(rows)) < len(rows):
            rows = rows[1:]
            past -= 1
        self.show_rows(rows)
        return bool(rows)

    def _open(self, row: EventRow) -> None:
        self.context.shell.open_address(row.event.address or OUTLOOK_CALENDAR)

    def _part_pressed(self, row: EventRow | None, part: str) -> None:
        if row is not None and part in ANSWERS:
            self._answering.answer(row.id, Response(part))

    def _answer_current(self, response: Response) -> None:
        row: EventRow | None = self.rows.current_row
        if row is not None:
            self._answering.answer(row.id, response)

    def answer_with_words(self, row: EventRow) -> None:
        """Ask for the answer and words to whoever called the meeting."""
        popover = AnswerPopover(self.context, self.rows, row.event)
        popover.chosen.connect(partial(self._answering.answer, row.id))
        popover.show_below(self.rows, self.rows.visualRect(self.rows.currentIndex()))

    def take_time(self) -> None:
        """Ask for time of one's own."""
        ask_for_time(self.context, self.rows, changed=self.refit)

    def _decide(self, intent_id: str) -> None:
        """Show both versions where there are two, else what is wrong."""
        if open_conflict(self.context, self.rows, intent_id, self.refit) is None:
            self.context.shell.go(OUTBOX, intent_id)

    def _row_menu(self, row: EventRow, at: QPoint) -> None:
        menu = passing_menu(self.rows)
        if row.needs_you:
            menu.addAction(icon("warning"), self.tr("Needs you: decide …"), partial(self._decide, row.intent_id))
            menu.addSeparator()
        if can_answer(row.event) and not row.past:
            for keys, response in KEYS.items():
                if response is not row.event.response:
                    menu.addAction(f"{act_words(response)}\t{keys}", partial(self._answering.answer, row.id, response))
            menu.addAction(self.tr("Answer with words …"), partial(self.answer_with_words, row))
            menu.addSeparator()
        if row.event.online_address:
            menu.addAction(self.tr("Join the meeting\tCtrl+Enter"), partial(self._join_row, row))
        about = of_event(row.event)
        menu.addAction(self.tr("Remind me …\tCtrl+R"), lambda: self.context.shell.remind(about, self.rows))
        menu.addAction(self.tr("Take time of your own …\tB"), self.take_time)
        menu.addAction(self.tr("Open in Outlook\tEnter"), partial(self._open, row))
        menu.popup(at)

    def _join_row(self, row: EventRow) -> None:
        self.context.shell.open_address(row.event.online_address or row.event.address)

    def _join(self) -> None:
        row: EventRow | None = self.rows.current_row
        if row is not None:
            self._join_row(row)


def _begins_with(coming: Event | None, event: Event) -> bool:
    """True for the next event, and for what begins at the same moment."""
    if coming is None or event.all_day or event.cancelled or event.response is Response.DECLINED:
        return False
    return event.start == coming.start
