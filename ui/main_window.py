"""The window itself: its size, its surfaces before anything stands on them, and the place for rail, page and strip."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.look import look
from ui.theme import LEAST_NARROW_RAIL, WIDE_RAIL, WIDE_RAIL_FROM
from workplace_app.domain.settings import SettingsStorage

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

LEAST_SIZE = (640, 480)
FIRST_SIZE = (1440, 900)
FRAME = 40
"""Room for the system's title bar, whose height is not known before the window is shown."""
STRIP = 28
_GEOMETRY = "window.geometry"


class MainWindow(QWidget):
    """Painted in two steps, so that it stands before the program behind it has been read in: first the surfaces of
    rail, page and strip, then, after ``furnish``, what stands on them at the same places.

    ``first_painted`` comes once, when the surfaces are on the screen. ``resized`` carries the effective width.
    """

    first_painted = Signal()
    resized = Signal(float)
    closing = Signal()

    def __init__(self, title: str, memory: SettingsStorage) -> None:
        super().__init__()
        self._memory = memory
        self._painted = False
        self._furniture: tuple[QWidget, ...] = ()
        self.setWindowTitle(title)
        self.setMinimumSize(*LEAST_SIZE)
        self._surfaces: tuple[QWidget, ...] = (self._surface(), self._surface())
        self._restore_size()

    @property
    def effective_width(self) -> float:
        """Width in pixels at 100 % text: large text behaves as a small window."""
        return self.width() / look.text_scale

    def furnish(self, rail: QWidget, pages: QWidget, strip: QWidget, *rules: QWidget, icon: "QIcon") -> None:
        """Put rail, page and strip in place; the first rule stands beside the rail, the second over the strip."""
        self.setWindowIcon(icon)
        for surface in self._surfaces:
            surface.hide()  # at once: a page without a rail would let it show through until it is gone
            surface.deleteLater()
        self._surfaces = ()
        self._furniture = (rail, strip, *rules)
        self._pages, self._room = pages, QWidget()
        self._room.setFixedHeight(0)
        body = QVBoxLayout()
        body.setSpacing(0)
        body.addWidget(pages, 1)
        body.addWidget(self._room)
        body.addWidget(rules[1])
        body.addWidget(strip)
        layout = QHBoxLayout(self)
        layout.setSpacing(0)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(rail)
        layout.addWidget(rules[0])
        layout.addLayout(body, 1)
        self.resized.emit(self.effective_width)

    @property
    def column(self) -> QRect:
        """Where the page stands, with the room below it."""
        layout = self.layout()
        if layout is None:
            return self.rect()
        layout.activate()  # or what has just come or grown would be where it was
        return self._pages.geometry().united(self._room.geometry())

    def make_room(self, height: int) -> None:
        """Keep so many pixels free between the page and the strip: the page ends higher, and nothing in it moves."""
        if self._furniture:
            most = self.column.height() - self._pages.minimumSizeHint().height()
            self._room.setFixedHeight(max(0, min(height, most)))

    def show_frame(self, *, shown: bool) -> None:
        """Show or hide rail and strip, for a page that fills the window."""
        for widget in self._furniture:
            widget.setVisible(shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt has filled the window with its palette's colour, and its surfaces with theirs."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.first_painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the new width."""
        super().resizeEvent(event)
        self._place_surfaces()
        self.resized.emit(self.effective_width)

    def _place_surfaces(self) -> None:
        if not self._surfaces:
            return
        beside, below = self._surfaces
        wide = self.effective_width >= WIDE_RAIL_FROM
        rail = look.px(WIDE_RAIL if wide else LEAST_NARROW_RAIL)
        strip = look.gap(STRIP)
        beside.setGeometry(0, 0, rail, self.height())
        below.setGeometry(rail, self.height() - strip, self.width() - rail, strip)

    def _surface(self) -> QWidget:
        """A plain child and no call of ``fillRect``, which would make all enumerations of the namespace ``Qt``."""
        surface = QWidget(self)
        palette = surface.palette()
        palette.setColor(QPalette.ColorRole.Window, look.colour("rail"))
        surface.setPalette(palette)
        surface.setAutoFillBackground(True)
        return surface

    def _restore_size(self) -> None:
        kept = self._memory.setting(_GEOMETRY)
        restored = bool(kept) and self.restoreGeometry(QByteArray.fromBase64((kept or "").encode("ascii", "ignore")))
        if restored and self._is_in_sight():
            return
        room = self.screen().availableGeometry()
        if restored:
            self.setWindowState(Qt.WindowState.WindowNoState)
            self.move(room.topLeft())
        self.resize(min(FIRST_SIZE[0], room.width()), min(FIRST_SIZE[1], room.height() - FRAME))

    def _is_in_sight(self) -> bool:
        """Qt believes a kept place that no screen has: one that is broken, or of a screen that is gone."""
        place = self.frameGeometry()
        return any(screen.availableGeometry().intersects(place) for screen in QGuiApplication.screens())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the size; main decides whether the program ends."""
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self._memory.set_setting(_GEOMETRY, geometry)
        self.closing.emit()
        super().closeEvent(event)
