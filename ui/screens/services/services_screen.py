"""Tjänster: choices at the left, the list in the middle, the page at the right; fewer panes on a narrow window."""

from collections.abc import Sequence
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.commands import Command
from ui.dialogue.remark_writing import RemarkWriting
from ui.feeds_state import FeedsState
from ui.models.choice_model import ChoiceModel, ChoiceRow
from ui.models.service_model import ServiceModel, ServiceRow
from ui.pane_screen import PaneScreen
from ui.reminders.subjects import of_journey, of_service
from ui.screen import ScreenContext
from ui.screens.services.journey_page import JourneyPage
from ui.screens.services.service_page import ServicePage
from ui.screens.services.service_rows import A_TO_Z, JOURNEYS, PINNED, a_to_z, found_rows, rows_of
from ui.widgets.adaptive_panes import AdaptivePanes, Pane
from ui.widgets.buttons import Button, icon_button
from ui.widgets.choice_delegate import ChoiceDelegate
from ui.widgets.fields import SearchField
from ui.widgets.headings import pane_head
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.notes import EmptyState
from ui.widgets.row_list import RowList
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.service_delegate import ServiceDelegate
from ui.widgets.surface import Surface
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.own_things import PinKind
from workplace_app.domain.remark import About
from workplace_app.store.journey_reader import journey, journeys
from workplace_app.store.own_things import pins
from workplace_app.store.search import Search
from workplace_app.store.service_reader import service, themes

ROOM_FROM = (900, 1200)
THEME_ICONS: Final = {
    "Bygga, bo & miljö": "house",
    "Förskola & skola": "school",
    "Omsorg & stöd": "care",
    "Uppleva & göra": "compass",
    "Stadsutveckling & trafik": "bus",
    "Jobb & vuxenutbildning": "briefcase",
    "Näringsliv & företag": "shop",
    "Kommun & politik": "townhall",
    "Nacka vatten och avfall": "water",
}
COMPANIES: Final = ("Nacka vatten och avfall",)
"""Owned by the municipality, with a site tree of their own."""
_ORDER = {theme: number for number, theme in enumerate(THEME_ICONS)}


class ServicesScreen(PaneScreen):
    """Enter opens the chosen service on the municipality's site; Ctrl+D pins it."""

    kinds: ClassVar = frozenset(
        {ChangeKind.SERVICES, ChangeKind.JOURNEYS, ChangeKind.OWN_THINGS, ChangeKind.FEED_STATE}
    )
    feeds: ClassVar = frozenset({"services"})

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._search = Search(context.connection)
        self._choices, self._services = ChoiceModel(), ServiceModel()
        self._choice_list = RowList(self.tr("Themes"), self._choices, ChoiceDelegate())
        self._list = RowList(self.tr("Services"), self._services, ServiceDelegate())
        self._field = SearchField(self.tr("Filter services"), self.tr("Filter, for example bygglov"))
        self._nothing = EmptyState("services", self.tr("No service chosen"), self.tr("Choose one in the list."))
        self._page: ServicePage | JourneyPage | None = None
        self._state = FeedsState(context, self.feeds)
        self._writing = RemarkWriting(context, self)
        self._shown = ""
        self._build()
        self._connect()

    def _build(self) -> None:
        self._choice_pane = Surface("surface", layout=Column(pane_head(self.tr("Services")), self._choice_list))
        self._to_choices = Button(self.tr("Themes"), "quiet", icon="chevron-left")
        to_choices = panel(Row(self._to_choices, None, margins=(8, 8, 12, 0)))
        bar = panel(Row(self._field, margins=(12, 12, 12, 8)))
        self._list_pane = Surface("surface", layout=Column(to_choices, bar, self._state, self._list))
        self._back_to_list = icon_button("chevron-left", self.tr("Back to the list"))
        self._scroll = ScrollPage(self._nothing)
        back = panel(Row(self._back_to_list, None, margins=(12, 6, 12, 0)))
        self._page_pane = Surface("surface", layout=Column(back, self._scroll))
        panes = AdaptivePanes(
            "services",
            Pane(self._choice_pane, 254, stop=self._choice_list),
            Pane(self._list_pane, 330, way=to_choices, stop=self._list),
            Pane(self._page_pane, way=back),
            room_from=ROOM_FROM,
            memory=self.context.settings.storage,
        )
        self.use_panes(panes)

    def _connect(self) -> None:
        self._choice_list.chosen.connect(self._choice_made)
        self._choice_list.opened.connect(lambda _row: self._panes.show_pane(self._list_pane))
        self._list.chosen.connect(lambda row: self._show(row.id))
        self._list.opened.connect(self._opened)
        self._list.bind("Ctrl+Return", self._open_outside)
        self._list.bind("Ctrl+D", self._pin)
        self._field.textChanged.connect(lambda _text: self._read_list())
        self._field.down_pressed.connect(lambda: self._list.setFocus(Qt.FocusReason.TabFocusReason))
        self._to_choices.clicked.connect(lambda: self._panes.show_pane(self._choice_pane))
        self._back_to_list.clicked.connect(lambda: self._panes.show_pane(self._list_pane))

    def title(self) -> str:
        """The place's name."""
        return self.tr("Services")

    # Reading

    def refresh(self, kinds: frozenset[ChangeKind]) -> None:
        """Read choices and list again; the page that is shown stays."""
        if kinds == frozenset({ChangeKind.FEED_STATE}):
            self._read_list()
            return
        self._read_choices()
        self._read_list()
        if self._shown:
            self._show(self._shown, again=True)

    def _read_choices(self) -> None:
        connection = self.context.connection
        found = sorted(themes(connection), key=lambda each: _ORDER.get(each.theme, len(_ORDER)))
        pinned = pins.pinned(connection, PinKind.SERVICE)
        rows = [
            ChoiceRow(JOURNEYS, "route", self.tr("Journeys"), len(journeys(connection))),
            ChoiceRow(A_TO_Z, "list-check", self.tr("A–Z"), sum(theme.services for theme in found)),
            ChoiceRow(PINNED, "star", self.tr("Pinned"), len(pinned)),
        ]
        for each in found:
            heading = self.tr("Company") if each.theme in COMPANIES else self.tr("Themes")
            icon = THEME_ICONS.get(each.theme, "services")
            rows.append(ChoiceRow(each.theme, icon, each.theme, each.services, heading))
        self._choices.set_rows(rows)
        if self._choice_list.chosen_row is None and found:
            self._choice_list.choose(found[0].theme)

    def _read_list(self) -> None:
        words = self._field.text().strip()
        chosen: ChoiceRow | None = self._choice_list.chosen_row
        connection = self.context.connection
        if words:
            self._services.set_rows(found_rows(connection, self._search, words))
        elif chosen is not None and chosen.id == A_TO_Z:
            self._services.set_source(lambda after: a_to_z(connection, after))
        else:
            self._services.set_rows(rows_of(connection, chosen.id, self.tr("Journeys")) if chosen is not None else [])
        empty = self._services.rowCount() == 0
        self._state.show_for(
            empty=empty, empty_words=self._empty_words(words), empty_icon="search" if words else "star"
        )

    def _empty_words(self, words: str) -> str:
        if words:
            return self.tr("Nothing here matches “{words}”. Try another word, or a part of it.").format(words=words)
        return self.tr("Nothing is pinned. Ctrl+D pins the service that is shown.")

    # Acts

    def _choice_made(self, row: ChoiceRow) -> None:
        self._to_choices.set_words(row.title, self.tr("{place}: choose another").format(place=row.title))
        self._field.clear()
        self._read_list()

    def _show(self, item_id: str, *, again: bool = False) -> None:
        connection = self.context.connection
        found = service(connection, item_id)
        way = journey(connection, item_id) if found is None else None
        if found is None and way is None:
            return
        at = self._scroll.verticalScrollBar().value() if again else 0
        if found is not None:
            pinned = found.id in pins.pinned(connection, PinKind.SERVICE)
            page = ServicePage(self.context, found, pinned=pinned)
            page.shown_wanted.connect(self._show)
            page.pin_wanted.connect(self._pin)
            page.ask_wanted.connect(self._ask)
            self._page = page
        elif way is not None:
            self._page = JourneyPage(way, reminds=self.context.reminds, asked=self._writing.offered)
            self._page.remind_wanted.connect(lambda opener: self.context.shell.remind(of_journey(way), opener))
            self._page.ask_wanted.connect(self._ask)
            self._page.service_wanted.connect(self._show)
        self._shown = item_id
        shown = panel(Row(self._page, margins=(24, 10, 24, 24)))
        self._scroll.setWidget(shown)
        shown.setAutoFillBackground(False)
        self._scroll.verticalScrollBar().setValue(at)

    def _opened(self, row: ServiceRow) -> None:
        self._show(row.id)
        if self._panes.room > 1:
            self._open_outside()
        else:
            self._panes.show_pane(self._page_pane)

    def _open_outside(self) -> None:
        if isinstance(self._page, ServicePage):
            self._page.open_outside()

    def _copy(self) -> None:
        if isinstance(self._page, ServicePage):
            self._page.copy_link()

    def _pin(self) -> None:
        if not isinstance(self._page, ServicePage):
            return
        connection, item_id = self.context.connection, self._page.service.id
        if item_id in pins.pinned(connection, PinKind.SERVICE):
            before = pins.unpin(connection, PinKind.SERVICE, item_id)
            words = self.tr("{title} is no longer pinned.")
        else:
            before = pins.pin(connection, PinKind.SERVICE, item_id)
            words = self.tr("{title} is pinned.")
        self.refresh(self.kinds)
        self.context.shell.update_numbers()
        words = words.format(title=self._page.service.title)
        self.context.shell.say(words, icon="star", undo=lambda: self._restore(before))

    def _restore(self, before: tuple[str, ...]) -> None:
        pins.restore(self.context.connection, PinKind.SERVICE, before)
        self.refresh(self.kinds)
        self.context.shell.update_numbers()

    def _ask(self) -> None:
        about = self._about()
        if about is not None:
            self._writing.write(about)

    def _about(self) -> About | None:
        if isinstance(self._page, ServicePage):
            shown = self._page.service
            return About(shown.id, shown.title, shown.address)
        return About(self._page.journey.id, self._page.journey.title) if self._page is not None else None

    def leave(self) -> None:
        """Nobody writes here any more."""
        self._writing.leave()

    # Places

    def choose_first(self) -> None:
        """Choose the first service, so that its page is shown."""
        self._list.choose_first()

    def show_item(self, item_id: str) -> None:
        """A service, a journey, or a theme by its name."""
        if self._choice_list.choose(item_id):
            self._panes.show_pane(self._list_pane)
            return
        self._list.choose(item_id)
        self._show(item_id)
        self._panes.show_pane(self._page_pane)

    def focus_item(self) -> None:
        """Its row, from which the arrows go on, if that is in sight; else the page."""
        row = self._list.chosen_row
        if self._panes.in_sight(self._list_pane) and row is not None and row.id == self.shown_item():
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._panes.focus_pane(self._page_pane)

    def shown_item(self) -> str:
        """What is shown."""
        return self._shown

    def remind(self) -> None:
        """Of the service or the journey that is shown."""
        if isinstance(self._page, JourneyPage):
            self.context.shell.remind(of_journey(self._page.journey))
        else:
            self.context.shell.remind(of_service(self._page.service) if self._page is not None else None)

    def focus_first(self) -> None:
        """The list of services."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        """Themes, filter, list, page."""
        return (self._choice_list, self._field, self._list, self._page_pane)

    def commands(self) -> Sequence[Command]:
        """What can be done with the service that is shown."""
        return (
            Command("services.pin", self.tr("Pin or unpin the service"), self._pin, "Ctrl+D", "star"),
            Command("services.open", self.tr("Open the service in the browser"), self._open_outside, "", "external"),
            Command("services.copy", self.tr("Copy the service's link"), self._copy, "Ctrl+Shift+C", "copy"),
            *self._writing.commands("services", self._about),
        )
