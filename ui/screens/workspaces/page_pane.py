"""The pane at the right of Ytor: the page of a notification or of a workspace, its single letters, and the way back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.panes import first_stop
from ui.screens.workspaces.notification_page import NotificationPage
from ui.screens.workspaces.workspace_page import WorkspacePage
from ui.widgets.buttons import icon_button
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.letter_keys import LetterKeys
from ui.widgets.notes import EmptyState
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.surface import Surface
from workplace_app.domain.workspace import WorkspaceKind


class PagePane(Surface):
    """``shown`` is the page, None for none. ``way`` is shown where the list does not stand beside it."""

    def __init__(self) -> None:
        super().__init__("surface")
        self.shown: NotificationPage | WorkspacePage | None = None
        self._scroll = ScrollPage(self._nothing())
        self.back = icon_button("chevron-left", self.tr("Back to the list"))
        self.way = panel(Row(self.back, None, margins=(12, 6, 12, 0)))
        self.setLayout(Column(self.way, self._scroll))
        self._follows_end = False
        bar = self._scroll.verticalScrollBar()
        bar.rangeChanged.connect(self._follow_end)
        bar.actionTriggered.connect(self._scrolled_by_hand)
        LetterKeys(
            self,
            {
                "E": lambda: self._on_notification(lambda page: page.done.emit()),
                "S": lambda: self._on_notification(lambda page: page.put_off()),
                "M": lambda: self._on_notification(lambda page: page.mute.emit()),
            },
        )

    def _nothing(self) -> EmptyState:
        return EmptyState("workspaces", self.tr("Nothing chosen"), self.tr("Choose a notification or a workspace."))

    def _on_notification(self, act: Callable[[NotificationPage], None]) -> None:
        if isinstance(self.shown, NotificationPage):
            act(self.shown)

    def show_page(self, page: NotificationPage | WorkspacePage) -> None:
        """Show another page. Whoever works through the list from here goes on from here: the focus comes along."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self._scroll.isAncestorOf(focused)
        self.shown = page
        is_chat = isinstance(page, WorkspacePage) and page.seen.workspace.kind is WorkspaceKind.CHAT
        self._follows_end = is_chat
        self._scroll.setWidget(page)
        stop = first_stop(page) if had_focus else None
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_end(self) -> None:
        """A chat is read from its newest message, which stands last, and stays there as messages come, until the
        reader scrolls away."""
        if self._follows_end:
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.maximum())

    def _scrolled_by_hand(self) -> None:
        bar = self._scroll.verticalScrollBar()
        self._follows_end = self._follows_end and bar.sliderPosition() >= bar.maximum()

    def show_nothing(self) -> None:
        """What was shown has been handled, and nothing is left."""
        self.shown = None
        self._scroll.setWidget(self._nothing())
