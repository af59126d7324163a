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


class PagePane(Surface):
    """``shown`` is the page, None for none. ``way`` is shown where the list does not stand beside it."""

    def __init__(self) -> None:
        super().__init__("surface")
        self.shown: NotificationPage | WorkspacePage | None = None
        self._scroll = ScrollPage(self._nothing())
        self.back = icon_button("chevron-left", self.tr("Back to the list"))
        self.way = panel(Row(self.back, None, margins=(12, 6, 12, 0)))
        self.setLayout(Column(self.way, self._scroll))
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
        self._scroll.setWidget(page)
        stop = first_stop(page) if had_focus else None
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_nothing(self) -> None:
        """What was shown has been handled, and nothing is left."""
        self.shown = None
        self._scroll.setWidget(self._nothing())
