"""The pane at the right of Ytor: the page of a notification or of a workspace, its single letters, and the way back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from ui.look import look
from ui.panes import first_stop
from ui.screens.workspaces.kept_message import KeptMessage
from ui.screens.workspaces.notification_page import NotificationPage
from ui.screens.workspaces.reply_box import ReplyBox
from ui.screens.workspaces.thread_view import ThreadView
from ui.screens.workspaces.workspace_page import WorkspacePage
from ui.widgets.buttons import icon_button
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.letter_keys import LetterKeys
from ui.widgets.notes import EmptyState
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.surface import Surface
from workplace_app.domain.workspace import WorkspaceKind

AIR_BELOW = 24


class PagePane(Surface):
    """``shown`` is the page, None for none. ``way`` is shown where the list does not stand beside it."""

    def __init__(self) -> None:
        super().__init__("surface")
        self.shown: NotificationPage | WorkspacePage | None = None
        self._scroll = ScrollPage(self._nothing())
        self.back = icon_button("chevron-left", self.tr("Back to the list"))
        self.way = panel(Row(self.back, None, margins=(12, 6, 12, 0)))
        self.setLayout(Column(self.way, self._scroll))
        self._followed: ReplyBox | None = None
        bar = self._scroll.verticalScrollBar()
        bar.rangeChanged.connect(self._follow_end)
        bar.actionTriggered.connect(self._scrolled_by_hand)
        LetterKeys(
            self,
            {
                "E": lambda: self._on_notification(lambda page: page.done.emit()),
                "S": lambda: self._on_notification(lambda page: page.put_off()),
                "M": lambda: self._on_notification(lambda page: page.mute.emit()),
                "R": self.reply,
            },
        )

    def _nothing(self) -> EmptyState:
        return EmptyState("workspaces", self.tr("Nothing chosen"), self.tr("Choose a notification or a workspace."))

    def _on_notification(self, act: Callable[[NotificationPage], None]) -> None:
        if isinstance(self.shown, NotificationPage):
            act(self.shown)

    def reply(self) -> None:
        """Write an answer in the conversation that is shown, if one can be given there."""
        if self.shown is not None:
            self.shown.reply()

    def show_page(self, page: NotificationPage | WorkspacePage) -> None:
        """Show another page. Whoever works through the list from here goes on from here: the focus comes along."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self._scroll.isAncestorOf(focused)
        self.shown = page
        is_chat = isinstance(page, WorkspacePage) and page.seen.workspace.kind is WorkspaceKind.CHAT
        self._followed = page.findChild(ReplyBox) if is_chat else None
        if self._followed is not None:
            self._followed.installEventFilter(self)
        self._scroll.setWidget(page)
        thread = page.findChild(ThreadView)
        if thread is not None:
            kept = KeptMessage(self._scroll, thread)
            thread.about_to_change.connect(lambda: None if self._followed is not None else kept.remember())
        stop = first_stop(page) if had_focus else None
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_end(self) -> None:
        """A chat is read from its newest message, which stands last with the field for an answer, and stays there as
        messages come, until the reader scrolls away."""
        if self._followed is not None:
            self._scroll.verticalScrollBar().setValue(self._end_of(self._followed))

    def _end_of(self, followed: ReplyBox) -> int:
        """Where to scroll to: the page may be higher than its words, for which Qt leaves room in narrower windows."""
        bar, in_sight = self._scroll.verticalScrollBar(), self._scroll.viewport()
        below = bar.value() + followed.mapTo(in_sight, followed.rect().bottomLeft()).y() + look.gap(AIR_BELOW)
        return max(0, min(below - in_sight.height(), bar.maximum()))

    def _scrolled_by_hand(self) -> None:
        at = self._scroll.verticalScrollBar().sliderPosition()
        if self._followed is not None and at < self._end_of(self._followed):
            self._followed = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The messages have been laid out, or have become more."""
        if watched is self._followed and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._follow_end()
        return super().eventFilter(watched, event)

    def show_nothing(self) -> None:
        """What was shown has been handled, and nothing is left."""
        self.shown = self._followed = None
        self._scroll.setWidget(self._nothing())
