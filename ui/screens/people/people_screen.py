"""Kollegor: the directory at the left, the person at the right; one pane at a time where there is no room for two."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.commands import Command
from ui.freshness import fetched, freshness
from ui.models.person_model import PersonModel, PersonRow, person_row
from ui.pane_screen import PaneScreen
from ui.reminders.subjects import of_person
from ui.screen import ScreenContext
from ui.screens.people.person_page import PersonPage
from ui.widgets.adaptive_panes import AdaptivePanes, Pane
from ui.widgets.buttons import Button, icon_button
from ui.widgets.card import Freshness
from ui.widgets.fields import SearchField
from ui.widgets.headings import pane_head
from ui.widgets.labels import Label
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.notes import EmptyState, Note, StateLine
from ui.widgets.person_delegate import PersonDelegate
from ui.widgets.row_list import RowList
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.surface import Surface
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.listing import Cursor, Listing
from workplace_app.domain.search_hit import HitKind
from workplace_app.store.feed_state_reader import feed_states
from workplace_app.store.person_reader import people, person
from workplace_app.store.search import Search

TWO_PANES_FROM = 900
MOST_FOUND = 50
MOST_READ = 20_000
"""Rows that are read to find the one of a person; reading and laying them out takes some tenths of a second."""


class PeopleScreen(PaneScreen):
    """Choosing a row shows the person; Ctrl+C copies how to reach them."""

    kinds: ClassVar = frozenset({ChangeKind.PEOPLE, ChangeKind.FEED_STATE})
    feeds: ClassVar = frozenset({"people"})

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._search = Search(context.connection, context.clock)
        self._people = PersonModel()
        self._list = RowList(self.tr("Colleagues"), self._people, PersonDelegate())
        self._field = SearchField(self.tr("Search colleagues"), self.tr("Name, title or unit"))
        self._unit = ""
        self._shown = ""
        self._page: PersonPage | None = None
        self._state: QWidget | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self._fetch = icon_button("refresh", self.tr("Fetch the directory (F5)"))
        self._unit_name = Label("", "body", elide=True)
        self._all_units = Button(self.tr("Show everybody"), "flush", small=True)
        unit = Row(self._unit_name, self._all_units, margins=(16, 4, 16, 4))
        unit.setStretch(0, 1)
        self._unit_row = panel(unit)
        self._unit_row.hide()
        self._note_place = Column(margins=(12, 0, 12, 4))
        self._age = Label("", "caption", "muted", digits=True, elide=True)
        field = panel(Row(self._field, margins=(12, 0, 12, 8)))
        column = Column(pane_head(self.tr("Colleagues"), self._fetch), field, self._unit_row, self._note_place)
        column.addWidget(self._list, 1)
        column.addWidget(panel(Row(self._age, margins=(16, 6, 16, 8))))
        self._list_pane = Surface("surface", layout=column)
        self._back = icon_button("chevron-left", self.tr("Back to the list"))
        back = panel(Row(self._back, None, margins=(12, 6, 12, 0)))
        nobody = EmptyState("people", self.tr("Nobody chosen"), self.tr("Choose a colleague in the list."))
        self._scroll = ScrollPage(nobody)
        self._page_pane = Surface("surface", layout=Column(back, self._scroll))
        panes = AdaptivePanes(
            "people",
            Pane(self._list_pane, 380, stop=self._list),
            Pane(self._page_pane, way=back),
            room_from=(TWO_PANES_FROM,),
            memory=self.context.settings.storage,
        )
        self.use_panes(panes)

    def _connect(self) -> None:
        self._fetch.clicked.connect(lambda: self.context.requests.refresh(self.feeds))
        self._field.textChanged.connect(lambda _text: self._read_list())
        self._field.returnPressed.connect(self._open_first)
        self._field.down_pressed.connect(lambda: self._list.setFocus(Qt.FocusReason.TabFocusReason))
        self._all_units.clicked.connect(lambda: self._show_unit(""))
        self._list.chosen.connect(lambda row: self._show(row.id))
        self._list.opened.connect(self._opened)
        self._list.bind("Ctrl+C", self._copy)
        self._back.clicked.connect(self._back_to_list)

    def title(self) -> str:
        """The place's name."""
        return self.tr("Colleagues")

    # Reading

    def refresh(self, kinds: frozenset[ChangeKind]) -> None:
        """Read the list again; the person who is shown stays."""
        if ChangeKind.PEOPLE in kinds:
            self._read_list()
            if self._shown:
                self._show(self._shown)
        else:
            self._show_freshness()

    def _read_list(self) -> None:
        words = self._field.text().strip()
        if words:
            self._people.set_rows(self._found(words))
        else:
            self._people.set_source(self._page_of_people)
        self._show_freshness()

    def _page_of_people(self, after: Cursor | None) -> Listing[PersonRow]:
        listing = people(self.context.connection, after, unit=self._unit or None)
        return Listing(tuple(person_row(each, lettered=not self._unit) for each in listing.rows), listing.after)

    def _found(self, words: str) -> list[PersonRow]:
        hits = self._search.find(words, frozenset({HitKind.PERSON}), limit=MOST_FOUND)
        found = [person(self.context.connection, hit.id) for hit in hits]
        return [person_row(each) for each in found if each is not None and self._unit in ("", each.unit)]

    def _show_freshness(self) -> None:
        if self._state is not None:
            self._state.hide()
            self._state.deleteLater()
            self._state = None
        now = self.context.clock()
        together = fetched(feed_states(self.context.connection), self.feeds)
        words = self._field.text().strip()
        empty = self._people.rowCount() == 0
        if words and empty:
            nobody = self.tr("Nobody in the directory matches “{words}”.").format(words=words)
            self._state = StateLine("search", nobody, muted=True)
            self._note_place.addWidget(self._state)
            return
        nobody_known = self.tr("The directory is empty.")
        state = freshness(together, now, empty=empty, empty_words=nobody_known, fetching=False)
        self._age.setText(self.tr("Directory from {time}").format(time=state.age) if state.age else "")
        if state.freshness in (Freshness.OLD, Freshness.FAILED):
            self._state = Note(state.tone, state.words, *self._retry(state.action))
        elif state.freshness is Freshness.EMPTY:
            self._state = StateLine("info", state.words)
        elif state.freshness is Freshness.UNKNOWN:
            self._state = StateLine("help", state.words, *self._retry(state.action), muted=True)
        if self._state is not None:
            self._note_place.addWidget(self._state)

    def _retry(self, words: str) -> list[QWidget]:
        if not words:
            return []
        button = Button(words, small=True)
        button.clicked.connect(lambda: self.context.requests.refresh(self.feeds))
        return [button]

    def tick(self, now: datetime) -> None:
        """The age of the directory is another."""
        del now
        self._show_freshness()

    # Acts

    def _show(self, person_id: str) -> None:
        found = person(self.context.connection, person_id)
        if found is None or (self._page is not None and self._page.person == found):
            return
        at = self._scroll.verticalScrollBar().value() if person_id == self._shown else 0
        self._page = PersonPage(self.context, found)
        self._page.shown_wanted.connect(self.show_item)
        self._page.unit_wanted.connect(self._show_unit)
        self._shown = person_id
        row = Row(self._page, margins=(12, 24, 12, 24))
        row.addStretch(0)
        row.setStretch(0, 1)
        shown = panel(row)
        # The key or the press that asked for another person may still be at work in the old page.
        old = self._scroll.takeWidget()
        if old is not None:
            old.hide()
            old.setParent(self)
            old.deleteLater()
        self._scroll.setWidget(shown)
        shown.setAutoFillBackground(False)
        self._scroll.verticalScrollBar().setValue(at)

    def _opened(self, row: PersonRow) -> None:
        self._show(row.id)
        self._panes.show_pane(self._page_pane)
        self._focus_page()

    def _open_first(self) -> None:
        """Enter in the field: the best hit."""
        self._list.choose_first()
        if self._list.chosen_row is not None:
            self._opened(self._list.chosen_row)

    def _show_unit(self, unit: str) -> None:
        self._unit = unit
        self._unit_name.setText(unit)
        self._unit_row.setVisible(bool(unit))
        self._field.clear()
        self._read_list()
        self._back_to_list()

    def _copy(self) -> None:
        if self._page is not None:
            self._page.copy_contact()

    def _chat(self) -> None:
        if self._page is not None:
            self._page.chat()

    def _call(self) -> None:
        if self._page is not None:
            self._page.call()

    def _mail(self) -> None:
        if self._page is not None:
            self._page.mail()

    # Places

    def choose_first(self) -> None:
        """Choose the first colleague, so that their page is shown."""
        self._list.choose_first()

    def show_item(self, item_id: str) -> None:
        """Show one person, whether or not their row has been read."""
        if not self._choose(item_id) and person(self.context.connection, item_id) is not None:
            # The field or the unit leaves them out: whoever asks for a person asks for no filter.
            self._unit = ""
            self._unit_row.hide()
            self._field.clear()
            self._read_list()
            if not self._choose(item_id):
                self._list.clearSelection()
        self._show(item_id)
        self._panes.show_pane(self._page_pane)

    def _choose(self, person_id: str) -> bool:
        return self._people.read_until(person_id, MOST_READ) and self._list.choose(person_id)

    def focus_item(self) -> None:
        """The person's row, from which the arrows go on; where there is no room for it, their page."""
        if self._panes.in_sight(self._list_pane) and self._list.chosen_row is not None:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._focus_page()

    def _focus_page(self) -> None:
        if self._page is not None and self._page.chat_button.isEnabled():
            self._page.chat_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._panes.focus_pane(self._page_pane)

    def shown_item(self) -> str:
        """The person who is shown."""
        return self._shown

    def remind(self) -> None:
        """Of the person who is shown."""
        self.context.shell.remind(of_person(self._page.person) if self._page is not None else None)

    def _back_to_list(self) -> None:
        self._panes.show_pane(self._list_pane)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """The search field: a colleague is looked for by name."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        """Field, list, person."""
        return (self._field, self._list, self._page_pane)

    def commands(self) -> Sequence[Command]:
        """What can be done with the person who is shown."""
        shown = self._has_person
        return (
            Command("people.chat", self.tr("Chat with the colleague in Teams"), self._chat, "", "chat", shown),
            Command("people.call", self.tr("Call the colleague"), self._call, "", "phone", shown),
            Command("people.mail", self.tr("Send mail to the colleague"), self._mail, "", "mail", shown),
            Command("people.copy", self.tr("Copy the contact details"), self._copy, "Ctrl+Shift+C", "copy", shown),
        )

    def _has_person(self) -> bool:
        return self._page is not None
