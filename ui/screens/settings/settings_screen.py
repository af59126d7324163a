"""Inställningar: a list of pages and the page; everything takes effect at once."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.computer_check import ComputerCheck
from ui.look import look
from ui.models.link_model import LinkModel, LinkRow
from ui.screen import Screen, ScreenContext
from ui.screens.settings.about_page import AboutPage
from ui.screens.settings.account_page import AccountPage
from ui.screens.settings.appearance_page import AppearancePage
from ui.screens.settings.keyboard_page import KeyboardPage
from ui.screens.settings.muted_page import MutedPage
from ui.screens.settings.rows import PAGE_WIDTH
from ui.screens.settings.rules_page import RulesPage
from ui.widgets.buttons import Button
from ui.widgets.headings import PageHead, pane_head
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.plain_delegate import PlainDelegate
from ui.widgets.row_list import RowList
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.surface import Rule, Surface
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.changes import ChangeKind

QWIDGETSIZE_MAX = (1 << 24) - 1
"""Qt's own limit, which PySide does not name."""
LIST_WIDTH = 264
NARROW_UNDER = 900
ACCOUNT, APPEARANCE, MUTED, KEYBOARD = "account", "appearance", "muted", "keyboard"
RULES, ABOUT = "rules", "about"


class SettingsScreen(Screen):
    """In a narrow window one pane at a time: the list, then the page with a way back to it."""

    def __init__(self, context: ScreenContext, computer: ComputerCheck | None = None) -> None:
        super().__init__(context)
        self._computer = computer
        self._model = LinkModel()
        signed_in = context.account.key != PUBLIC_ACCOUNT.key
        muted = [LinkRow(MUTED, "bell-off", self.tr("Muted notifications"))] if signed_in else []
        self._model.set_rows(
            [
                LinkRow(APPEARANCE, "eye", self.tr("Appearance and legibility")),
                LinkRow(ACCOUNT, "person", self.tr("Account and signing in")),
                *muted,
                LinkRow(KEYBOARD, "keyboard", self.tr("Keyboard")),
                LinkRow(RULES, "lock", self.tr("Rules on this computer")),
                LinkRow(ABOUT, "info", self.tr("About the app")),
            ]
        )
        self._list = RowList(self.title(), self._model, PlainDelegate())
        self._pages = QStackedWidget()
        self._shown: dict[str, QWidget] = {}
        self._inners: list[QWidget] = []
        self._side = Surface(layout=Column(panel(pane_head(self.title())), self._list))
        self._rule = Rule(upright=True)
        self._back = Button(self.title(), "link", icon="chevron-left")
        self._back.clicked.connect(lambda: self._show_pane(page=False))
        self._back_row = panel(Row(self._back, None, margins=(20, 8, 8, 0)))
        self._right = panel(Column(self._back_row, self._pages))
        row = Row(self._side, self._rule, self._right, gap=0)
        row.setStretch(2, 1)
        self.setLayout(row)
        self._narrow = False
        self._list.chosen.connect(lambda row: self._show_page(row.id))
        self._list.clicked.connect(lambda _index: self._show_pane(page=True))
        self._list.opened.connect(lambda _row: self._show_pane(page=True))
        self.restyle()
        self._list.choose(APPEARANCE)

    def restyle(self) -> None:
        """Take the widths of list and pages from the look; in a narrow window the list has the whole."""
        for inner in self._inners:
            inner.setMaximumWidth(look.px(PAGE_WIDTH))
        self._side.setMaximumWidth(QWIDGETSIZE_MAX if self._narrow else look.px(LIST_WIDTH))
        self._side.setMinimumWidth(0 if self._narrow else look.px(LIST_WIDTH))

    def _show_pane(self, *, page: bool) -> None:
        self._side.setVisible(not self._narrow or not page)
        self._rule.setVisible(not self._narrow)
        self._right.setVisible(not self._narrow or page)
        self._back_row.setVisible(self._narrow)

    def title(self) -> str:
        """The name of the page."""
        return self.tr("Settings")

    def _show_page(self, page: str) -> None:
        if page not in self._shown:
            self._shown[page] = self._made(page)
            self._pages.addWidget(self._shown[page])
        self._pages.setCurrentWidget(self._shown[page])

    def _made(self, page: str) -> QWidget:
        settings = self.context.settings
        body: QWidget
        if page == ACCOUNT:
            body = AccountPage(self.context)
        elif page == MUTED:
            body = MutedPage(self.context)
        elif page == KEYBOARD:
            body = KeyboardPage(settings)
        elif page == RULES:
            body = RulesPage(self.context)
        elif page == ABOUT:
            body = AboutPage(self.context, self._computer)
        else:
            body = AppearancePage(settings)
        at_once = self.tr("Changes take effect at once. There is no button for saving.")
        index = self._model.index_of(page)
        row = self._model.row_at(index)
        head = PageHead(row.title if row is not None else "", at_once if getattr(body, "settings_shown", ()) else "")
        inner = panel(Column(head, 20, body))
        inner.setMaximumWidth(look.px(PAGE_WIDTH))
        self._inners.append(inner)
        line = Row(inner, None, gap=0, margins=(36, 24, 36, 24))
        line.setStretch(0, 1000)  # the spring gets what the page cannot use
        return ScrollPage(panel(line))

    def refresh(self, kinds: frozenset[ChangeKind]) -> None:
        """Nothing that is fetched is shown here."""

    def focus_first(self) -> None:
        """The list of pages."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_item(self, item_id: str) -> None:
        """Show a page."""
        self._list.choose(item_id)
        self._show_pane(page=True)

    def shown_item(self) -> str:
        """The page that is shown."""
        row = self._list.chosen_row
        return row.id if row is not None else ""

    def set_effective_width(self, width: float) -> None:
        """One pane or two."""
        self._narrow = width < NARROW_UNDER
        self.restyle()
        self._show_pane(page=True)

    def panes(self) -> Sequence[QWidget]:
        """The list, then the page."""
        return (self._side, self._right)
