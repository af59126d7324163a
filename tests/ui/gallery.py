"""Draws every component in every state to PNG files, to be looked at beside the design.

python -m tests.ui.gallery FOLDER
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.plain_rows import PlainDelegate, PlainModel, PlainRow
from ui.look import look
from ui.restyling import apply_look
from ui.theme import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, RADIUS_CARD, Theme
from ui.widgets.buttons import Button, ButtonKind, Toggle, icon_button
from ui.widgets.card import Card, CardState, Freshness
from ui.widgets.choices import Chips, Segmented
from ui.widgets.fields import SearchField
from ui.widgets.headings import PageHead
from ui.widgets.labels import IconLabel, Label, Paragraph
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.marks import Avatar, Badge, KeyHint
from ui.widgets.notes import EmptyState, Note
from ui.widgets.popover import Raised
from ui.widgets.rail import RailItem
from ui.widgets.row_delegate import RowAction
from ui.widgets.row_list import RowList
from ui.widgets.status_strip import StatusStrip, StripItem
from ui.widgets.surface import Surface

ACTIONS = (RowAction("done", "check", "Klart"), RowAction("later", "later", "Senare"), RowAction("more", "more", "Mer"))


def hovered(widget: QWidget) -> QWidget:
    """Make a widget believe that the pointer is over it."""
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    at = QPointF(5, 5)
    QApplication.sendEvent(widget, QEnterEvent(at, at, at))
    return widget


class AlwaysFocused(Button):
    """A button that is drawn as if the keyboard were on it."""

    @property
    def shows_focus(self) -> bool:
        return True


def block(title: str, *items: QWidget) -> QWidget:
    return panel(Column(Label(title, "caption", "muted"), *items, gap=8))


def buttons() -> QWidget:
    rows = []
    kinds: tuple[ButtonKind, ...] = ("primary", "secondary", "danger")
    for kind in kinds:
        off = Button("Av", kind)
        off.setEnabled(False)
        items = (Button("Vila", kind), hovered(Button("Pekare", kind)), AlwaysFocused("Fokus", kind), off)
        rows.append(panel(Row(*items, Button("Öppna", kind, icon="external", key="Enter"), None)))
    quiet = Row(
        Button("Tyst", "quiet", icon="bell"),
        hovered(Button("Pekare", "quiet", icon="bell")),
        Button("Länk", "link"),
        AlwaysFocused("Länk", "link"),
        Button("Utan luft", "flush"),
        icon_button("more", "Mer"),
        icon_button("mail", "Mejla", kind="secondary"),
        None,
    )
    return block("Knappar: vila, pekare, fokus, av", *rows, panel(quiet))


def choices() -> QWidget:
    off = Toggle("Av", on=True)
    off.setEnabled(False)
    segmented = Segmented("Urval", [(1, "För mig"), (2, "Alla"), (3, "Sparat")], 1)
    segmented.set_count(1, 3)
    dead = Segmented("Urval", [(1, "5 MB"), (2, "20 MB"), (3, "Fritt")], 2)
    dead.setEnabled(False)
    chips = Chips("Slag", [(1, "Allt"), (2, "Tjänster"), (3, "Uppgifter")], 1)
    marks = Row(Toggle("På", on=True), Toggle("Av"), off, Avatar("Elin Ekhamn"), Badge(3), Badge(120), KeyHint("Ctrl"))
    marks.addWidget(KeyHint("K"))
    marks.addStretch(1)
    field = SearchField("Filtrera i temat", "Filtrera i temat")
    return block("Val och fält", panel(Row(segmented, dead, None)), chips, panel(marks), field)


def rail_items() -> QWidget:
    active = RailItem("today", "Idag")
    active.setChecked(True)
    news = RailItem("news", "Nyheter")
    news.set_count(3)
    ready = RailItem("bag", "Packa väskan")
    ready.set_note("07:12")
    wide = Surface("rail", radius=RADIUS_CARD)
    items = (active, news, hovered(RailItem("services", "Tjänster")), ready)
    wide.setLayout(Column(*items, gap=2, margins=(8, 8, 8, 8)))
    narrow = Surface("rail", radius=RADIUS_CARD)
    small = [RailItem("today", "Idag"), RailItem("news", "Nyheter"), RailItem("bell", "Påminnelser")]
    small[0].setChecked(True)
    small[1].set_count(3)
    for item in small:
        item.set_narrow(narrow=True)
    narrow.setLayout(Row(*small, None, gap=2, margins=(8, 8, 8, 8)))
    return block("Navigering: vald, oläst, pekare, redo; smal", wide, narrow)


def strips() -> QWidget:
    made = []
    for left in (
        [StripItem("cloud-check", "Uppdaterad 08:12"), StripItem("outbox", "1 sak skickas", target="outbox")],
        [StripItem("offline", "Inget nät, läget är från 09:41", needs_you=True), StripItem("outbox", "3 väntar")],
        [StripItem("warning", "1 sak behöver dig", needs_you=True), StripItem("cloud-check", "Uppdaterad 14:02")],
    ):
        strip = StatusStrip()
        strip.show_items(left, [StripItem("bell", "Aviseringar samlas till 11:30")])
        made.append(strip)
    return block("Statusrad: lugn, utan nät, behöver dig", *made)


def rows() -> QWidget:
    model = PlainModel()
    plan, due = "Bygglov: ärenden", "fre 16"
    long = "En lång rubrik som behöver två rader för att få plats i den smala listan"
    model.set_rows(
        [
            PlainRow("late", "Försenad", "Försenat", plan, "i går", "danger"),
            PlainRow("rest", "Vila", "I dag", plan, due),
            PlainRow("chosen", "Vald", "I dag", plan, due),
            PlainRow("long", long, "I dag", plan, due),
            PlainRow("done", "Klar, väntar på nät", "I dag", plan, due, done=True),
        ]
    )
    tasks = RowList("Uppgifter", model, PlainDelegate(*ACTIONS), fit=True)
    tasks.choose("chosen")
    well = Surface("surface", radius=RADIUS_CARD, line="line")
    well.setLayout(Column(tasks, margins=(0, 6, 0, 6)))
    return block("Rader: försenad, vila, vald, lång, klar", well)


def small_list() -> RowList:
    model = PlainModel()
    model.set_rows([PlainRow("1", "3 nya filer i Underlag", plan="Trafikutredning.pdf, Buller.pdf", due="i går")])
    return RowList("Ytor", model, PlainDelegate(), fit=True)


def cards() -> list[QWidget]:
    states = {
        "Hämtar": CardState(Freshness.FETCHING),
        "Tomt, och det vet vi": CardState(Freshness.EMPTY, "08:12", "Inget att kvittera. Du är i kapp."),
        "Vet inte": CardState(Freshness.UNKNOWN, "", "Vi vet inte. Intranätet har inte svarat i dag.", "Försök igen"),
        "Gammalt": CardState(Freshness.OLD, "i går 16:38", "Teams svarar inte.", "Försök igen"),
        "Fel": CardState(
            Freshness.FAILED, "aldrig", "Du har inte åtkomst till Planner än. IT behöver godkänna appen.", "Visa IT hur"
        ),
        "Färskt": CardState(Freshness.FRESH, "08:12"),
    }
    made: list[QWidget] = []
    for title, state in states.items():
        card = Card(title, small_list(), footer="Alla 14" if title == "Färskt" else "", skeleton_rows=2)
        card.show_state(state)
        if state.freshness is Freshness.FETCHING:
            card._show_skeleton()
        made.append(card)
    return made


def floating() -> list[QWidget]:
    words = Paragraph(
        "Du ser nyheten för att <b>Bygglovsenheten</b> skrev den och för att du följer ämnet <b>Bygglov</b>.",
        markup=True,
    )
    why = Raised(
        Column(
            panel(Row(IconLabel("eye", 18, "accent"), Label("Varför ser jag detta?", "strong"), None)),
            words,
            panel(Row(Button("Mindre sådant", "quiet", icon="bell-off"), None)),
            gap=8,
            margins=(14, 12, 14, 12),
        )
    )
    toast = Raised(
        Row(
            IconLabel("check", 20, "success"),
            Label("Uppgiften är klar"),
            None,
            Button("Ångra", "link", key="Ctrl+Z", small=True),
            gap=10,
            margins=(14, 6, 6, 6),
        ),
        radius=RADIUS_CARD,
    )
    for each in (why, toast):
        each.setFixedWidth(look.px(392))
    notes = [
        Note("warning", "<b>I kväll 20–22</b> är ärendesystemet stängt.", Button("Mer", "quiet"), markup=True),
        Note("offline", "Du kan fortsätta arbeta. Allt skickas i ordning när nätet är tillbaka."),
        Note("success", "3 saker skickade 14:02"),
    ]
    empty = EmptyState(
        "bookmark", "Inget sparat än", "Spara en nyhet, så finns den kvar här utan nät.", Button("Visa alla")
    )
    return [why, toast, *notes, empty]


def sheet() -> QWidget:
    left = Column(buttons(), choices(), rail_items(), strips(), None, gap=22)
    middle = Column(rows(), *cards(), None, gap=12)
    right = Column(
        PageHead("Tisdag 13 oktober", "Sedan i går 16:40", Button("Ny uppgift", icon="plus")), *floating(), gap=12
    )
    row = Row(panel(left), panel(middle), panel(right), gap=32, margins=(32, 28, 32, 20))
    for number, share in enumerate((10, 9, 9)):
        row.setStretch(number, share)
    made = panel(row)
    made.setAutoFillBackground(True)
    return made


def draw(app: QApplication, path: Path, theme: Theme, scale: float, width: int, make: Callable[[], QWidget]) -> None:
    look.change(theme=theme, text_scale=scale, still=True)
    apply_look(app)
    window = make()
    window.resize(width, 1040)
    window.show()
    for _ in range(6):
        app.processEvents()
        layout = window.layout()
        window.resize(width, max(1040, layout.totalHeightForWidth(width) if layout else 0))
    window.grab().save(str(path))
    window.close()
    window.deleteLater()
    app.processEvents()


def main(folder: Path) -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    folder.mkdir(parents=True, exist_ok=True)
    for name, theme, scale, width in (
        ("components-light", LIGHT, 1.0, 1440),
        ("components-dark", DARK, 1.0, 1440),
        ("components-contrast-light", CONTRAST_LIGHT, 1.0, 1440),
        ("components-contrast-dark", CONTRAST_DARK, 1.0, 1440),
        ("components-200", LIGHT, 2.0, 2600),
    ):
        draw(app, folder / f"{name}.png", theme, scale, width, sheet)
        print(folder / f"{name}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
