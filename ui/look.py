"""The look that holds now: theme, text size, density and stillness, with the colours, fonts and lengths that follow."""

import sys
from enum import StrEnum
from typing import cast, get_args

from PySide6 import QtCore
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication

from resources import read_text
from ui.theme import (
    CONTRAST_DARK,
    CONTRAST_LIGHT,
    DARK,
    DISPLAY_FAMILIES,
    LIGHT,
    TEXT_FAMILIES,
    TYPE,
    ColourRole,
    Theme,
    TypeRole,
    Weight,
)
from workplace_app.domain.settings import Density, ThemeChoice


class Situation(StrEnum):
    """At the desk, or in the field with large targets."""

    DESK = "desk"
    FIELD = "field"


_HALF_LIGHT = 128
_ROW_HEIGHTS = {Density.COMPACT: 32, Density.NORMAL: 36, Density.AIRY: 44}
_PALETTE: dict[QPalette.ColorRole, ColourRole] = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Highlight: "selected",
    QPalette.ColorRole.HighlightedText: "on_selected",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Mid: "line",
}


class Look:
    """One for the whole process, as Qt's palette and application font are: ``look`` below.

    Widgets read it when they paint and when they are asked for their size. Fonts and colours that it returns are
    shared: never change one, ask for another.
    """

    def __init__(self) -> None:
        self._fonts: dict[tuple[TypeRole, int | None, bool, bool], QFont] = {}
        self._heights: dict[TypeRole, float] = {}
        self._colours: dict[ColourRole, QColor] = {}
        self._take(LIGHT, 1.0, Density.NORMAL, Situation.DESK, still=False)

    def _take(self, theme: Theme, text_scale: float, density: Density, situation: Situation, *, still: bool) -> None:
        self.theme = theme
        self.text_scale = text_scale
        self.density = density
        self.situation = situation
        self.still = still
        self._fonts.clear()
        self._heights.clear()
        self._colours.clear()

    def change(
        self,
        *,
        theme: Theme | None = None,
        text_scale: float | None = None,
        density: Density | None = None,
        situation: Situation | None = None,
        still: bool | None = None,
    ) -> None:
        """Take what is given, leave the rest; ``apply_look`` then shows it."""
        self._take(
            theme or self.theme,
            self.text_scale if text_scale is None else text_scale,
            density or self.density,
            situation or self.situation,
            still=self.still if still is None else still,
        )

    def colour(self, role: ColourRole) -> QColor:
        """The colour of a role."""
        found = self._colours.get(role)
        if found is None:
            found = self._colours[role] = QColor(self.hex(role))
        return found

    def hex(self, role: ColourRole) -> str:
        """The colour of a role as "#RRGGBB"."""
        return cast(str, getattr(self.theme, role))

    @property
    def line_width(self) -> int:
        """Pixels of a separator or an outline."""
        return self.theme.line_width

    @property
    def strong(self) -> bool:
        """True in the contrast themes."""
        return self.theme.strong

    @property
    def field(self) -> bool:
        """True in field mode."""
        return self.situation is Situation.FIELD

    def px(self, pixels: float) -> int:
        """A length that belongs to text (icon, row, column): grows with the text size."""
        return round(pixels * self.text_scale)

    def gap(self, pixels: float) -> int:
        """Air: grows half as fast as the text, so that 200 % leaves room for words."""
        return round(pixels * (1 + (self.text_scale - 1) / 2))

    def motion(self, milliseconds: int) -> int:
        """How long a movement lasts: 0 when stillness is asked for."""
        return 0 if self.still else milliseconds

    def font(
        self, role: TypeRole, weight: Weight | None = None, *, digits: bool = False, struck: bool = False
    ) -> QFont:
        """The font of a type role; ``digits`` sets figures of equal width, for times, dates and counts."""
        key = (role, weight, digits, struck)
        found = self._fonts.get(key)
        if found is None:
            found = self._fonts[key] = self._make_font(role, weight, digits, struck)
        return found

    def _make_font(self, role: TypeRole, weight: Weight | None, digits: bool, struck: bool) -> QFont:
        style = TYPE[role]
        families = DISPLAY_FAMILIES if style.display else TEXT_FAMILIES
        points = style.points_macos if sys.platform == "darwin" else style.points
        if self.field and style.points < TYPE["title"].points:
            points *= 1.25
        font = QFont()
        font.setFamilies(list(families.get(sys.platform, families["linux"])))
        font.setPointSizeF(points * self.text_scale)
        font.setWeight(QFont.Weight(int(weight or style.weight)))
        font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
        font.setStrikeOut(struck)
        if digits:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def text_height(self, role: TypeRole = "body") -> float:
        """Height of one line of a type role, in pixels."""
        found = self._heights.get(role)
        if found is None:
            found = self._heights[role] = QFontMetricsF(self.font(role)).height()
        return found

    @property
    def row_height(self) -> int:
        """A one-line row: 32, 36 or 44 px by density, at least 56 px in the field."""
        least = 56 if self.field else _ROW_HEIGHTS[self.density]
        return max(least, round(self.text_height() + self.gap(least - 18)))

    @property
    def control_height(self) -> int:
        """A button or field: at least 32 px, 52 px in the field."""
        return max(52 if self.field else 32, round(self.text_height() + self.gap(14)))

    @property
    def small_control_height(self) -> int:
        """A small button: at least 28 px, 44 px in the field."""
        return max(44 if self.field else 28, round(self.text_height() + self.gap(10)))


look = Look()


def choose_theme(choice: ThemeChoice, *, system_dark: bool, system_contrast: bool) -> Theme:
    """Which of the four themes follows from the user's choice and what the computer asks for.

    Who asks the computer for contrast gets it whatever was chosen here, since no choice here can know why.
    """
    dark = system_dark if choice in (ThemeChoice.SYSTEM, ThemeChoice.CONTRAST) else choice is ThemeChoice.DARK
    if choice is ThemeChoice.CONTRAST or system_contrast:
        return CONTRAST_DARK if dark else CONTRAST_LIGHT
    return DARK if dark else LIGHT


def looks_dark(app: QApplication) -> bool:
    """Whether the computer's own palette is dark, which tells its colour scheme before the first frame: to be given a
    member of the namespace ``Qt`` is to have all of its hundred enumerations made, some 10 ms."""
    return app.palette().color(QPalette.ColorRole.Window).lightness() < _HALF_LIGHT


def system_wants_dark(app: QApplication) -> bool:
    """The computer's colour scheme."""
    return app.styleHints().colorScheme() is QtCore.Qt.ColorScheme.Dark


def system_wants_contrast(app: QApplication) -> bool:
    """The computer's contrast preference."""
    hints = app.styleHints()  # kept by name: PySide 6.11 frees what a passing wrapper gives away
    return hints.accessibility().contrastPreference() is QtCore.Qt.ContrastPreference.HighContrast


def palette() -> QPalette:
    """Qt's palette in the colours of the look, for whatever is drawn by the style."""
    made = QPalette()
    for role, name in _PALETTE.items():
        made.setColor(role, look.colour(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, look.colour("disabled"))
    return made


def style_sheet() -> str:
    """resources/styles/workplace.qss with its @roles and lengths filled in."""
    sheet = read_text("styles/workplace.qss")
    lengths = {"control": look.control_height - 2, "pad": look.gap(10), "row": look.gap(7), "line": look.line_width}
    for name, length in lengths.items():
        sheet = sheet.replace(f"@@{name}", str(length))
    for role in get_args(ColourRole):
        sheet = sheet.replace(f"@{role};", f"{look.hex(role)};")
    return sheet


def apply_palette(app: QApplication) -> None:
    """Give Qt the palette and the font: all that a window without controls needs."""
    app.setPalette(palette())
    app.setFont(look.font("body"))
