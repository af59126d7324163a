"""The page of one service: what it is, its four channels, how to pass it on, the journeys that it is part of."""

from collections.abc import Sequence
from urllib.parse import quote

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QGridLayout, QWidget

from ui.dates import day_words, local
from ui.dialogue.ways import Way, way_of
from ui.look import look
from ui.opening import Link, checked, shown_host
from ui.reminders.subjects import of_service
from ui.screen import ScreenContext
from ui.screens.services.channel_tile import ChannelTile
from ui.screens.services.journey_view import JourneyView
from ui.screens.services.qr_code import QrCode
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.headings import section_heading
from ui.widgets.labels import IconLabel, Label, Paragraph
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.surface import Rule
from workplace_app.domain.service import Service
from workplace_app.store.journey_reader import journeys_through
from workplace_app.store.service_reader import required_by, services_by_ids

_WIDE_FROM = 520
"""Pixels at 100 % from which code and words stand beside each other."""


class ServicePage(QWidget):
    """Made for one service; ``shown_wanted`` carries the id of another service, ``pin_wanted`` pins this one and
    ``ask_wanted`` asks about it."""

    shown_wanted = Signal(str)
    pin_wanted = Signal()
    ask_wanted = Signal()

    def __init__(self, context: ScreenContext, service: Service, *, pinned: bool) -> None:
        super().__init__()
        self._context = context
        self.service = service
        self._columns = 0
        self.setAccessibleName(service.title)
        column = Column(self._head(), 14, self._tiles(), 12, self._acts(pinned=pinned), 6, self._age(), 12, gap=0)
        for part in (*self._before(), *self._journeys(), *self._related()):
            column.addWidget(part)
            column.addSpacing(look.gap(10))
        column.addStretch(1)
        self.setLayout(column)

    def _head(self) -> QWidget:
        service = self.service
        path = Label(f"{service.theme}  ›  {service.category}", "caption", "muted", elide=True)
        words = Column(path, 4, Paragraph(service.title, "heading", leading=115), 6)
        words.addWidget(Paragraph(service.summary, "reading", leading=140))
        words.addStretch(1)
        code = QrCode()
        code.show_address(service.address or "")
        use = Label(self.tr("Show it to whoever you help"), "caption", "muted", wrap=True)
        beside = panel(Column(code, 4, use, None))
        if service.address is None:
            beside.hide()
        self._head_row = Row(panel(words), beside, gap=24)
        self._head_row.setStretch(0, 1)
        return panel(self._head_row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow pane the code stands under the words, and the tiles two by two or under each other."""
        super().resizeEvent(event)
        columns = len(self._tile_row)
        if self.width() < look.px(_WIDE_FROM):
            columns = 2 if self.width() >= 2 * self._least_tile() + self._grid.spacing() else 1
        if columns != self._columns:
            self._columns = columns
            self._place(columns)

    def _least_tile(self) -> int:
        return max((tile.minimumSizeHint().width() for tile in self._tile_row), default=0)

    def _place(self, columns: int) -> None:
        wide = columns == len(self._tile_row)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._head_row.setDirection(across if wide else down)
        for number, tile in enumerate(self._tile_row):
            self._grid.addWidget(tile, *divmod(number, columns))
        for column in range(len(self._tile_row)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _tiles(self) -> QWidget:
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.gap(8))
        self._tile_row = [ChannelTile(channel) for channel in self.service.channels]
        for number, (tile, channel) in enumerate(zip(self._tile_row, self.service.channels, strict=True)):
            tile.clicked.connect(lambda _=False, address=channel.address: self._context.shell.open_address(address))
            self._grid.addWidget(tile, 0, number)
        tiles = panel(self._grid)
        tiles.setMinimumWidth(self._least_tile())  # no more, or the page could not grow narrower than two of them
        return tiles

    def _acts(self, *, pinned: bool) -> QWidget:
        address = self.service.address
        host = shown_host(address)
        self.open_button = Button(
            self.tr("Open on {host}").format(host=host.removeprefix("www.")) if host else self.tr("No page is known"),
            "primary",
            icon="external",
            key=self.tr("Enter"),
        )
        copy = Button(self.tr("Copy link"), icon="copy")
        mail = Button(self.tr("Mail the link"), icon="mail")
        words, tip = self.tr("Pin"), self.tr("Pin (Ctrl+D)")
        if pinned:
            words, tip = self.tr("Unpin"), self.tr("Unpin (Ctrl+D)")
        star = Button(words, "quiet", icon="star-filled" if pinned else "star", tip=tip)
        bell = Button(self.tr("Remind me"), icon="bell", tip=self.tr("Remind me (Ctrl+R)"))
        bell.clicked.connect(lambda: self._context.shell.remind(of_service(self.service), bell))
        for button in (self.open_button, copy, mail):
            button.setEnabled(isinstance(checked(address), Link))
        self.open_button.clicked.connect(self.open_outside)
        copy.clicked.connect(self.copy_link)
        mail.clicked.connect(self.mail_link)
        star.clicked.connect(self.pin_wanted)
        acts = Flow(self.open_button, copy, mail, *([bell] if self._context.reminds else []), star)
        if way_of(self._context) is not Way.NONE:
            ask = Button(self.tr("Ask, suggest or correct"), "quiet", icon="dialog")
            ask.clicked.connect(self.ask_wanted)
            acts.addWidget(ask)
        return panel(acts)

    def _age(self) -> QWidget:
        today = local(self._context.clock()).date()
        if self.service.dead_since is not None:
            day = day_words(self.service.dead_since, today)
            words = self.tr("The link has not answered since {day}.").format(day=day)
        elif self.service.checked is not None:
            day = day_words(self.service.checked, today)
            words = self.tr("Compared with the site {day}.").format(day=day)
        else:
            words = self.tr("Fees and opening hours may have changed: check them on the page.")
        line = Row(IconLabel("link", 16), Label(words, "caption", "muted", wrap=True), gap=6)
        line.setStretch(1, 1)
        return panel(line)

    def _before(self) -> list[QWidget]:
        needed = services_by_ids(self._context.connection, self.service.requires)
        if not needed and not self.service.prerequisites:
            return []
        parts: list[QWidget] = [Rule(), section_heading(self.tr("Before this"))]
        if needed:
            parts.append(self._links_to(needed))
        named = {each.title.casefold() for each in needed}
        parts += [
            Paragraph(f"•  {words}", leading=130)
            for words in self.service.prerequisites
            if words.casefold() not in named
        ]
        return parts

    def _journeys(self) -> list[QWidget]:
        parts: list[QWidget] = []
        for journey in journeys_through(self._context.connection, self.service.id):
            step = next(step for step in journey.steps if step.service_id == self.service.id)
            title = self.tr("Journey: {title}").format(title=journey.title)
            where = self.tr("Step {number} of {all}").format(number=step.number, all=len(journey.steps))
            head = Row(IconLabel("route", 20, "accent"), Label(title, "subtitle", elide=True), None)
            head.addWidget(Label(where, "caption", "muted", digits=True))
            view = JourneyView()
            view.show_journey(journey, self.service.id)
            view.service_wanted.connect(self.shown_wanted)
            parts += [Rule(), panel(head), view]
        return parts

    def _related(self) -> list[QWidget]:
        after = required_by(self._context.connection, self.service.id)
        known = {each.id for each in after}
        related = services_by_ids(self._context.connection, self.service.related)
        together = [*after, *(each for each in related if each.id not in known)]
        if not together:
            return []
        return [Rule(), section_heading(self.tr("Goes with it")), self._links_to(together)]

    def _links_to(self, listed: Sequence[Service]) -> QWidget:
        flow = Flow()
        for service in listed:
            button = Button(service.title, small=True)
            button.clicked.connect(lambda _=False, wanted=service.id: self.shown_wanted.emit(wanted))
            flow.addWidget(button)
        return panel(flow)

    # Acts

    def open_outside(self) -> None:
        """Open the service's page in the browser."""
        self._context.shell.open_address(self.service.address)

    def copy_link(self) -> None:
        """Put the address on the clipboard, for the resident."""
        if self.service.address:
            QApplication.clipboard().setText(self.service.address)
            self._context.shell.say(self.tr("The link is copied."), icon="copy")

    def mail_link(self) -> None:
        """Begin a mail with the service's name and address."""
        subject, body = quote(self.service.title), quote(f"{self.service.title}\n{self.service.address or ''}")
        self._context.shell.open_address(f"mailto:?subject={subject}&body={body}")
