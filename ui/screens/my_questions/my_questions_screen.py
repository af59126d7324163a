"""Mina frågor: what the user has written at the left, one of them with its answers at the right."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from ui.commands import Command
from ui.dialogue.remark_writing import RemarkWriting
from ui.feeds_state import FeedsState
from ui.icons import icon
from ui.offline_note import is_offline
from ui.pane_screen import PaneScreen
from ui.places import NEWS, SERVICES
from ui.screen import ScreenContext
from ui.screens.my_questions.question_delegate import QuestionDelegate
from ui.screens.my_questions.question_page import QuestionPage
from ui.screens.my_questions.question_rows import QuestionModel, QuestionRow, question_row
from ui.widgets.adaptive_panes import AdaptivePanes, Pane
from ui.widgets.buttons import Button, icon_button
from ui.widgets.card import Freshness
from ui.widgets.headings import pane_head
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.menus import passing_menu
from ui.widgets.notes import EmptyState
from ui.widgets.row_list import RowList
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.surface import Surface
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.remark import RemarkAsSeen
from workplace_app.store.journey_reader import journey
from workplace_app.store.news_reader import article
from workplace_app.store.outbox_filing import try_again
from workplace_app.store.own_things.remark_marks import mark_seen
from workplace_app.store.remark_reader import remark_as_seen, remarks_as_seen
from workplace_app.store.service_reader import service

TWO_PANES_FROM = 900


class MyQuestionsScreen(PaneScreen):
    """An answer that is shown has been seen. Delete takes back what has not left yet, and gives the words back."""

    kinds: ClassVar = frozenset({ChangeKind.REMARKS, ChangeKind.OUTBOX, ChangeKind.FEED_STATE})
    feeds: ClassVar = frozenset({"remarks"})

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._writing = RemarkWriting(context, self, lambda: self.refresh(self.kinds))
        self._model = QuestionModel()
        self._list = RowList(self.title(), self._model, QuestionDelegate())
        self._state = FeedsState(context, self.feeds)
        self._shown = ""
        self._page: QuestionPage | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self._fetch = icon_button("refresh", self.tr("Fetch answers (F5)"))
        how = self.tr("Open an article or a service and choose Ask or correct. It stands here, and so does the answer.")
        to_services = Button(self.tr("Show services"), icon="services")
        to_services.clicked.connect(lambda: self.context.shell.go(SERVICES))
        self._empty = EmptyState("dialog", self.tr("You have asked nothing yet"), how, to_services)
        column = Column(pane_head(self.title(), self._fetch), self._state, self._empty)
        column.addWidget(self._list, 1)
        column.setStretch(2, 1)
        self._list_pane = Surface("surface", layout=column)
        self._back = icon_button("chevron-left", self.tr("Back to the list"))
        back = panel(Row(self._back, None, margins=(12, 6, 12, 0)))
        nothing = EmptyState("dialog", self.tr("Nothing chosen"), self.tr("Choose something that you have written."))
        self._scroll = ScrollPage(nothing)
        self._page_pane = Surface("surface", layout=Column(back, self._scroll))
        panes = AdaptivePanes(
            "my_questions",
            Pane(self._list_pane, 400, stop=self._list),
            Pane(self._page_pane, way=back),
            room_from=(TWO_PANES_FROM,),
            memory=self.context.settings.storage,
        )
        self.use_panes(panes)

    def _connect(self) -> None:
        self._fetch.clicked.connect(lambda: self.context.requests.refresh(self.feeds))
        self._list.chosen.connect(lambda row: self._show(row.id))
        self._list.opened.connect(self._opened)
        self._list.menu_wanted.connect(self._open_menu)
        self._list.bind("Delete", self._take_back)
        self._list.bind("Ctrl+Return", self._show_about)
        self._back.clicked.connect(self._back_to_list)

    def title(self) -> str:
        """The place's name."""
        return self.tr("My questions")

    # Reading

    def refresh(self, kinds: frozenset[ChangeKind]) -> None:
        """Read the list again, and the one that is shown."""
        del kinds
        self._read_list()
        if self._shown:
            self._show(self._shown)

    def _read_list(self) -> None:
        now, offline = self.context.clock(), is_offline(self.context)
        remarks = remarks_as_seen(self.context.connection)
        rows = [question_row(each, now, offline=offline) for each in remarks]
        self._model.set_rows(sorted(rows, key=lambda row: row.place))
        empty = not rows
        self._state.show_for(empty=empty, empty_words="")
        stands = self._state.state
        known_empty = stands is not None and stands.freshness is Freshness.EMPTY
        self._empty.setVisible(known_empty)
        if known_empty:
            self._state.hide()  # the whole pane says it
        self._list.setVisible(not empty)

    def tick(self, now: datetime) -> None:
        """Times are told in other words as they pass."""
        del now
        self.refresh(self.kinds)

    def _show(self, remark_id: str) -> None:
        found = remark_as_seen(self.context.connection, remark_id)
        if found is None:
            return
        self._mark_seen(found)
        if self._page is not None and self._page.remark == found and self._page.stands_as_before():
            return
        at = self._scroll.verticalScrollBar().value() if remark_id == self._shown else 0
        self._shown = remark_id
        self._page = page = QuestionPage(self.context, found)
        page.about_wanted.connect(self._show_about)
        page.more_wanted.connect(self._write_more)
        page.take_back_wanted.connect(self._take_back)
        page.again_wanted.connect(self._try_again)
        row = Row(page, margins=(28, 24, 28, 24))
        row.addStretch(0)
        row.setStretch(0, 1)
        shown = panel(row)
        # The key or the press that asked for this may still be at work in the old page.
        old = self._scroll.takeWidget()
        if old is not None:
            old.hide()
            old.setParent(self)
            old.deleteLater()
        self._scroll.setWidget(shown)
        shown.setAutoFillBackground(False)
        self._scroll.verticalScrollBar().setValue(at)

    def _mark_seen(self, remark: RemarkAsSeen) -> None:
        if remark.unread and self._panes.in_sight(self._page_pane):
            mark_seen(self.context.connection, [remark.id], max(answer.at for answer in remark.answers))
            self._read_list()
            self.context.shell.update_numbers()

    # Acts

    def _opened(self, row: QuestionRow) -> None:
        self._panes.show_pane(self._page_pane)
        self._show(row.id)
        self._panes.focus_pane(self._page_pane)

    def _remark(self) -> RemarkAsSeen | None:
        return self._page.remark if self._page is not None else None

    def _show_about(self) -> None:
        """The article, the service or the journey; its page on the web where it is not on this computer."""
        remark = self._remark()
        if remark is None:
            return
        connection, about = self.context.connection, remark.about
        if article(connection, about.id, self.context.clock()) is not None:
            self.context.shell.go(NEWS, about.id)
        elif service(connection, about.id) is not None or journey(connection, about.id) is not None:
            self.context.shell.go(SERVICES, about.id)
        else:
            self.context.shell.open_address(about.address)

    def _write_more(self) -> None:
        remark = self._remark()
        if remark is not None:
            self._writing.write(remark.about, remark.kind)

    def _take_back(self) -> None:
        remark = self._remark()
        if remark is not None and remark.intent is not None:
            self._writing.take_back(remark.intent)

    def _try_again(self) -> None:
        remark = self._remark()
        if remark is None or remark.intent is None:
            return
        if try_again(self.context.connection, remark.intent.id, self.context.clock()):
            self.context.requests.refresh(frozenset())
        self.refresh(self.kinds)
        self.context.shell.update_numbers()

    def _open_menu(self, row: QuestionRow, at: QPoint) -> None:
        self._show(row.id)
        menu = passing_menu(self)
        menu.addAction(icon("link"), self.tr("Show what it is about\tCtrl+Enter"), self._show_about)
        if row.place == 0:
            menu.addAction(icon("undo"), self.tr("Take back\tDelete"), self._take_back)
        else:
            menu.addAction(icon("dialog"), self.tr("Write more about it"), self._write_more)
        menu.popup(at)

    # Places

    def choose_first(self) -> None:
        """Choose the first, so that its page is shown."""
        self._list.choose_first()

    def show_item(self, item_id: str) -> None:
        """Show one of them."""
        self._list.choose(item_id)
        self._panes.show_pane(self._page_pane)
        self._show(item_id)

    def shown_item(self) -> str:
        """The one that is shown."""
        return self._shown

    def focus_item(self) -> None:
        """Its row, from which the arrows go on, if that is in sight; else its page."""
        if self._panes.in_sight(self._list_pane) and self._list.chosen_row is not None:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._panes.focus_pane(self._page_pane)

    def _back_to_list(self) -> None:
        self._panes.show_pane(self._list_pane)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """The list; without rows what is there instead."""
        if self._list.isVisibleTo(self):
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._panes.focus_pane(self._list_pane)

    def panes(self) -> Sequence[QWidget]:
        """List and page."""
        return (self._list if self._list.isVisibleTo(self) else self._list_pane, self._page_pane)

    def leave(self) -> None:
        """Nobody writes here any more."""
        self._writing.leave()

    def commands(self) -> Sequence[Command]:
        """What can be done with the one that is shown."""
        shown = self._has_remark
        return (
            Command("my_questions.about", self.tr("Show what it is about"), self._show_about, "", "link", shown),
            Command("my_questions.more", self.tr("Write more about it"), self._write_more, "", "dialog", shown),
        )

    def _has_remark(self) -> bool:
        return self._page is not None
