"""The design tokens: colour roles in four themes, type, space, radius, motion; a widget names a role, never a value.

Named tuples, since a frozen dataclass of this size costs the first frame two milliseconds.
"""

from enum import IntEnum
from typing import Final, Literal, NamedTuple

ColourRole = Literal[
    "canvas",
    "rail",
    "surface",
    "sunken",
    "raised",
    "line",
    "outline",
    "edge",
    "text",
    "muted",
    "disabled",
    "accent",
    "accent_hover",
    "on_accent",
    "selected",
    "on_selected",
    "hover",
    "rail_hover",
    "danger",
    "danger_soft",
    "warning",
    "warning_soft",
    "success",
    "success_soft",
    "focus",
]


class Theme(NamedTuple):
    """One colour per role, as "#RRGGBB".

    ``line`` only separates; ``outline`` frames what its own words identify; ``edge`` carries meaning (fields, boxes,
    switches) and therefore reaches 3:1. ``strong`` marks the two contrast themes: lines are two pixels wide, nothing
    has a shadow and a selected row is inverted, all its text in ``on_selected``. ``dark`` is for what cannot be told
    by a role (the veil behind a dialog).
    """

    name: str
    dark: bool
    strong: bool
    canvas: str
    rail: str
    surface: str
    sunken: str
    raised: str
    line: str
    outline: str
    edge: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_hover: str
    on_accent: str
    selected: str
    on_selected: str
    hover: str
    rail_hover: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    success: str
    success_soft: str
    focus: str

    @property
    def line_width(self) -> int:
        """Width in pixels of separators and outlines."""
        return 2 if self.strong else 1


LIGHT: Final = Theme(
    name="light",
    dark=False,
    strong=False,
    canvas="#F3F5F5",
    rail="#EAEEEE",
    surface="#FFFFFF",
    sunken="#F0F3F3",
    raised="#FFFFFF",
    line="#DFE5E5",
    outline="#C6D0D1",
    edge="#7C8A8C",
    text="#152022",
    muted="#506063",
    disabled="#8B989A",
    accent="#0B6674",
    accent_hover="#084F5A",
    on_accent="#FFFFFF",
    selected="#DDEFF1",
    on_selected="#0A3C45",
    hover="#EEF2F2",
    rail_hover="#DEE4E4",
    danger="#B3261E",
    danger_soft="#FCEBE9",
    warning="#7A4A00",
    warning_soft="#FFF3DB",
    success="#1D6B3A",
    success_soft="#E4F4E9",
    focus="#152022",
)
DARK: Final = Theme(
    name="dark",
    dark=True,
    strong=False,
    canvas="#141819",
    rail="#101415",
    surface="#1C2122",
    sunken="#262C2D",
    raised="#272D2F",
    line="#2E3637",
    outline="#485254",
    edge="#7E8C8E",
    text="#E7EDED",
    muted="#A5B2B4",
    disabled="#6C797B",
    accent="#6CC5D2",
    accent_hover="#93D8E2",
    on_accent="#04252B",
    selected="#17393F",
    on_selected="#DDF3F6",
    hover="#30373A",
    rail_hover="#1D2324",
    danger="#FFA099",
    danger_soft="#44211E",
    warning="#F0C36E",
    warning_soft="#3A2D13",
    success="#87D3A0",
    success_soft="#183521",
    focus="#FFFFFF",
)
CONTRAST_LIGHT: Final = Theme(
    name="contrast light",
    dark=False,
    strong=True,
    canvas="#FFFFFF",
    rail="#FFFFFF",
    surface="#FFFFFF",
    sunken="#FFFFFF",
    raised="#FFFFFF",
    line="#000000",
    outline="#000000",
    edge="#000000",
    text="#000000",
    muted="#1F1F1F",
    disabled="#5C5C5C",
    accent="#003F49",
    accent_hover="#00272E",
    on_accent="#FFFFFF",
    selected="#000000",
    on_selected="#FFFFFF",
    hover="#E3E3E3",
    rail_hover="#E3E3E3",
    danger="#8C0009",
    danger_soft="#FFFFFF",
    warning="#533100",
    warning_soft="#FFF1C2",
    success="#004A1F",
    success_soft="#FFFFFF",
    focus="#000000",
)
CONTRAST_DARK: Final = Theme(
    name="contrast dark",
    dark=True,
    strong=True,
    canvas="#000000",
    rail="#000000",
    surface="#000000",
    sunken="#000000",
    raised="#000000",
    line="#FFFFFF",
    outline="#FFFFFF",
    edge="#FFFFFF",
    text="#FFFFFF",
    muted="#EDEDED",
    disabled="#A8A8A8",
    accent="#7FE7F5",
    accent_hover="#B5F2FA",
    on_accent="#000000",
    selected="#FFFFFF",
    on_selected="#000000",
    hover="#2A2A2A",
    rail_hover="#2A2A2A",
    danger="#FFB3AD",
    danger_soft="#000000",
    warning="#FFD87A",
    warning_soft="#000000",
    success="#9CF0B7",
    success_soft="#000000",
    focus="#FFFFFF",
)
THEMES: Final = (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)


class Weight(IntEnum):
    """The three weights in use, on Qt's scale of 1 to 1000."""

    NORMAL = 400
    MEDIUM = 500
    SEMIBOLD = 600


TypeRole = Literal["caption", "body", "strong", "reading", "subtitle", "title", "heading"]


class TypeStyle(NamedTuple):
    """Points at 96 dots to the inch, and at macOS's 72; ``display`` takes the cut that is drawn for headings."""

    points: float
    points_macos: float
    weight: Weight
    display: bool = False


TYPE: Final[dict[TypeRole, TypeStyle]] = {
    "caption": TypeStyle(9.0, 11.0, Weight.NORMAL),
    "body": TypeStyle(10.5, 13.0, Weight.NORMAL),
    "strong": TypeStyle(10.5, 13.0, Weight.SEMIBOLD),
    "reading": TypeStyle(12.0, 15.0, Weight.NORMAL),
    "subtitle": TypeStyle(12.0, 15.0, Weight.SEMIBOLD, display=True),
    "title": TypeStyle(15.0, 19.0, Weight.SEMIBOLD, display=True),
    "heading": TypeStyle(20.0, 26.0, Weight.SEMIBOLD, display=True),
}
TEXT_FAMILIES: Final = {
    "win32": ("Segoe UI Variable Text", "Segoe UI"),
    "darwin": (".AppleSystemUIFont",),
    "linux": ("Inter", "Noto Sans", "DejaVu Sans"),
}
DISPLAY_FAMILIES: Final = {
    "win32": ("Segoe UI Variable Display", "Segoe UI"),
    "darwin": (".AppleSystemUIFont",),
    "linux": ("Inter Display", "Inter", "Noto Sans", "DejaVu Sans"),
}
LINE_HEIGHT_READING: Final = 1.45
READING_WIDTH: Final = 640
"""Pixels at 100 %: at most 75 characters of ``reading``."""

WIDE_RAIL: Final = 232
LEAST_NARROW_RAIL: Final = 76
WIDE_RAIL_FROM: Final = 1200
"""Widths in pixels at 100 %: the two rails, and the window from which the wide one is shown."""
PAGE_MARGIN: Final = 28
CARD_PADDING: Final = 16
CARD_GAP: Final = 16

RADIUS_SMALL: Final = 4
RADIUS_CONTROL: Final = 6
RADIUS_CARD: Final = 10
RADIUS_WINDOW: Final = 12

FADE_MS: Final = 120
LEAVE_MS: Final = 160
SKELETON_AFTER_MS: Final = 300
TOAST_MS: Final = 6000
