"""The sign-in page: signing in at the left, what is open to all at the right; under each other in a narrow window."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.look import look
from ui.places import SERVICES, TODAY
from ui.restyling import is_leaving, restyle_moved
from ui.screen import Screen, ScreenContext
from ui.screens.sign_in.account_pane import AccountPane
from ui.screens.sign_in.open_to_all import OpenToAll
from ui.status import keeping_items, strip_items
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.status_strip import StatusStrip, StripItem
from ui.widgets.surface import Rule
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.as_seen import OutboxCounts
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.progress import SyncProgress
from workplace_app.domain.sign_in import SignInState, SignInStep
from workplace_app.store.feed_state_reader import feed_states

LITTLE_AIR_BELOW, SIDE_BY_SIDE_FROM, WIDE_FROM = 600, 900, 1200
PANE_WIDTH, NARROW_PANE_WIDTH = 512, 416
TWO_COLUMNS_FROM = 620
"""The width of the right half in which the names of two themes stand beside each other."""


class SignInScreen(Screen):
    """Follows the states of signing in; the right half can be used all the while."""

    kinds: ClassVar = frozenset(
        {
            ChangeKind.SERVICES,
            ChangeKind.NEWS,
            ChangeKind.PICTURES,
            ChangeKind.DISRUPTIONS,
            ChangeKind.FEED_STATE,
        }
    )
    feeds: ClassVar = frozenset({"public_news", "services", "disruptions"})
    fills_window: ClassVar = True

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._progress: SyncProgress | None = context.watcher.at_rest
        self._width = float(WIDE_FROM)
        self._beside = True
        self.account_pane = AccountPane(context, self._go_on_without)
        self.open_to_all = OpenToAll(context)
        self._left, self._right = ScrollPage(self.account_pane), ScrollPage(self.open_to_all)
        self._below_each_other = Column()
        self._one = ScrollPage(panel(self._below_each_other))
        halves = Row(self._left, Rule(upright=True), self._right, gap=0)
        halves.setStretch(2, 1)
        self._stack = QStackedLayout()
        self._strip = StatusStrip()
        column = Column(Rule(), self._strip)
        column.insertLayout(0, self._stack, 1)
        self.setLayout(column)
        # Now that it has a parent: what is put in first is shown at once, and would be a window.
        self._stack.addWidget(panel(halves))
        self._stack.addWidget(self._one)
        self.restyle()
        context.watcher.sign_in.connect(self.show_state)
        context.watcher.progress.connect(self._progressed)

    def title(self) -> str:
        """The page's name."""
        return self.tr("Sign in")

    # Layout

    def set_effective_width(self, width: float) -> None:
        """Beside each other, or under each other in one page that scrolls."""
        self._width = width
        beside = width >= SIDE_BY_SIDE_FROM
        if beside != self._beside:
            self._beside = beside
            self._move_halves()
        self.restyle()

    def _move_halves(self) -> None:
        focused = self.window().focusWidget()
        halves = ((self._left, self.account_pane), (self._right, self.open_to_all))
        for page, half in halves:
            if self._beside:
                self._below_each_other.removeWidget(half)
                page.setWidget(half)
                half.setAutoFillBackground(False)
            else:
                page.takeWidget()
                self._below_each_other.addWidget(half, 1 if half is self.open_to_all else 0)
            half.show()
            restyle_moved(half)
        self._stack.setCurrentIndex(0 if self._beside else 1)
        if focused is not None and self.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)  # what is moved loses it, under the hands of who writes

    def restyle(self) -> None:
        """Take the widths from the look."""
        self._left.setFixedWidth(look.px(PANE_WIDTH if self._width >= WIDE_FROM else NARROW_PANE_WIDTH))
        narrow = self._width < LITTLE_AIR_BELOW
        self.account_pane.margins.set_side(20 if narrow else 56)
        self.open_to_all.margins.set_side(20 if narrow else 48)
        room = self._width - NARROW_PANE_WIDTH if self._beside else self._width
        self.open_to_all.set_columns(2 if room >= TWO_COLUMNS_FROM else 1)

    # Reading

    def refresh(self, kinds: frozenset[ChangeKind]) -> None:
        """Read what has changed of what is open to all."""
        if ChangeKind.SERVICES in kinds:
            self.open_to_all.read_services()
        if kinds & {ChangeKind.DISRUPTIONS, ChangeKind.FEED_STATE}:
            self.open_to_all.read_disruptions()
        if kinds & {ChangeKind.NEWS, ChangeKind.PICTURES}:
            self.open_to_all.read_news()
        else:
            self.open_to_all.show_news_state()
        self._show_status()

    def _progressed(self, progress: SyncProgress) -> None:
        if is_leaving(self):
            return
        self._progress = progress
        self._show_status()

    def _show_status(self) -> None:
        states = feed_states(self.context.connection).values()
        fetched = [state.fetched_at for state in states if state.fetched_at is not None]
        left = strip_items(self.context.clock(), max(fetched, default=None), self._progress, OutboxCounts())
        here = self.tr("%n service(s) on this computer", "", self.open_to_all.services_known)
        # Here it stands beside the way in that nothing is kept.
        signed_out = [StripItem("lock", self.tr("Not signed in"))]
        right = signed_out if self._is_public else keeping_items(self.context.keyring)
        self._strip.show_items((*left, StripItem("services", here)), right)

    @property
    def _is_public(self) -> bool:
        return self.context.account.key == PUBLIC_ACCOUNT.key

    def tick(self, now: datetime) -> None:
        """Ages are others."""
        del now
        self.open_to_all.read_disruptions()
        self.open_to_all.read_news()
        self._show_status()

    # Signing in

    def show_state(self, state: SignInState) -> None:
        """Show the step that signing in has come to."""
        before = self.account_pane.stage
        self.account_pane.show_state(state)
        if self.account_pane.stage is not before:
            QTimer.singleShot(0, self, self._show_whole_step)
        if not self._is_public and state.step is SignInStep.SIGNED_IN:
            self._go_on_without()

    def _show_whole_step(self) -> None:
        """Its heading too: what takes the focus stands below it. Whoever reads what is open to all is left in peace."""
        focused = self.window().focusWidget()
        if self._beside or (focused is not None and self.account_pane.isAncestorOf(focused)):
            (self._left if self._beside else self._one).verticalScrollBar().setValue(0)

    def _go_on_without(self) -> None:
        self.context.shell.go(SERVICES if self._is_public else TODAY)

    # Keys and places

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends the wait, from wherever it is pressed and of no use."""
        if event.key() == Qt.Key.Key_Escape and self.account_pane.cancel_wait():
            return
        super().keyPressEvent(event)

    def focus_first(self) -> None:
        """The next step of signing in."""
        self.account_pane.focus_first()

    def panes(self) -> Sequence[QWidget]:
        """Signing in, the search field, the news, the strip."""
        return (self.account_pane, self.open_to_all.field, self.open_to_all.news_list, self._strip)
