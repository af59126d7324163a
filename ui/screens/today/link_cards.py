"""Quick tasks, tools and my services: links by role and by pin."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.look import look
from ui.models.link_model import LinkModel, LinkRow
from ui.paint import text_width
from ui.places import SERVICES
from ui.recipient import recipient
from ui.screen import ScreenContext
from ui.screens.today.today_card import ListCard, Reading, TodayCard
from ui.theme import Weight
from ui.widgets.buttons import ICON, ICON_GAP, Button
from ui.widgets.layouts import Column, panel
from ui.widgets.plain_delegate import PlainDelegate
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.own_things import CardHeight, PinKind
from workplace_app.domain.tool import Tool, ToolKind
from workplace_app.store.own_things.pins import pinned
from workplace_app.store.service_reader import services_by_ids
from workplace_app.store.tool_reader import tools

_LINK_KINDS = frozenset({ChangeKind.TOOLS, ChangeKind.PROFILE, ChangeKind.FEED_STATE})
_LINK_FEEDS = frozenset({"services"})
"""Quick tasks and tools come with the catalogue of services."""
_QUICK_COLUMNS = 2


class QuickTasksCard(TodayCard):
    """Done in a few clicks: report sick, book a room, order IT, travel expense."""

    card_id = "quick_tasks"
    kinds = _LINK_KINDS
    feeds = _LINK_FEEDS
    height_at_first = CardHeight.SHORT

    def __init__(self, context: ScreenContext) -> None:
        self._grid = QGridLayout()
        self._grid.setContentsMargins(look.gap(6), 0, look.gap(6), 0)
        self._grid.setSpacing(0)
        self._tools: tuple[Tool, ...] = ()
        self._columns = _QUICK_COLUMNS
        super().__init__(context, self.tr("Do", "quick tasks"), panel(Column(self._grid, None)))

    def read(self, reading: Reading) -> bool:
        """Those that concern the user's unit, as many as there is room for."""
        del reading
        unit = recipient(self.context.connection).unit or None
        found = tools(self.context.connection, ToolKind.QUICK_TASK, unit)
        lines = max(1, (self.room_for_rows() + look.px(32)) // look.small_control_height)
        columns = _QUICK_COLUMNS if self._fit_beside(found[: lines * _QUICK_COLUMNS]) else 1
        found = found[: lines * columns]
        if (found, columns) != (self._tools, self._columns):
            self._tools, self._columns = found, columns
            self._fill()
        return bool(found)

    def _fit_beside(self, found: Sequence[Tool]) -> bool:
        """True when no name would be cut in two columns."""
        longest = max((text_width(tool.title, look.font("body", Weight.MEDIUM)) for tool in found), default=0)
        button = longest + look.px(ICON + ICON_GAP) + look.gap(20) + 2
        return button * _QUICK_COLUMNS <= self.width() - look.gap(12) - 2

    def _fill(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is not None:
                widget.deleteLater()
        for number, tool in enumerate(self._tools):
            button = Button(tool.title, "quiet", icon=tool.icon, tip=tool.summary, small=True)
            button.setAccessibleName(tool.title)
            button.clicked.connect(lambda _=False, address=tool.address: self.context.shell.open_address(address))
            row, column = divmod(number, self._columns)
            self._grid.addWidget(button, row, column, Qt.AlignmentFlag.AlignLeft)
        for column in range(_QUICK_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)


class ToolsCard(ListCard):
    """The systems one works in."""

    card_id = "tools"
    kinds = _LINK_KINDS
    feeds = _LINK_FEEDS

    def __init__(self, context: ScreenContext) -> None:
        self._links = LinkModel()
        super().__init__(context, self.tr("Tools"), self._links, PlainDelegate())
        self.open_with(self._open)

    def empty_words(self) -> str:
        """No tool is listed."""
        return self.tr("IT has not listed any tools.")

    def read(self, reading: Reading) -> bool:
        """Those that concern the user's unit."""
        del reading
        unit = recipient(self.context.connection).unit or None
        found = tools(self.context.connection, ToolKind.TOOL, unit)
        self.show_rows([LinkRow(tool.id, tool.icon, tool.title, address=tool.address) for tool in found])
        return bool(found)

    def _open(self, row: LinkRow) -> None:
        self.context.shell.open_address(row.address)


class ServicesCard(ListCard):
    """The public services that the user has pinned."""

    card_id = "services"
    kinds = frozenset({ChangeKind.SERVICES, ChangeKind.OWN_THINGS, ChangeKind.FEED_STATE})
    feeds = _LINK_FEEDS

    def __init__(self, context: ScreenContext) -> None:
        self._links = LinkModel()
        super().__init__(context, self.tr("My services"), self._links, PlainDelegate(), footer=self.tr("All services"))
        self.open_with(self._open)
        self.footer_clicked.connect(lambda: context.shell.go(SERVICES))

    def read(self, reading: Reading) -> bool:
        """Pinned ones in the user's order."""
        del reading
        found = services_by_ids(self.context.connection, pinned(self.context.connection, PinKind.SERVICE))
        rows = [LinkRow(each.id, "services", each.title, place=SERVICES, item_id=each.id) for each in found]
        if not rows:
            hint = self.tr("Pin a service with Ctrl+D, and it is shown here.")
            rows = [LinkRow("hint", "star", hint, place=SERVICES)]
        self.show_rows(rows)
        return True

    def _open(self, row: LinkRow) -> None:
        self.context.shell.go(row.place, row.item_id)
