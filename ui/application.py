"""The application before anything is known: Qt, the look, the language, and an empty window that is shown at once.

Only what the first frame needs is imported here. ``ui/workplace.py`` furnishes the window; main.py imports it when the
window has been painted.
"""

from collections.abc import Sequence

from PySide6.QtCore import QLoggingCategory, QObject
from PySide6.QtWidgets import QApplication

from ui.look import apply_palette, choose_theme, look, looks_dark, system_wants_contrast, system_wants_dark
from ui.main_window import MainWindow
from ui.restyling import apply_look
from ui.translation import Translation
from ui.user_settings import UserSettings
from workplace_app.domain.settings import DENSITY, LANGUAGE, LESS_MOTION, TEXT_PERCENT, THEME, SettingsStorage

APP_NAME = "Nacka arbetsplats"


def make_qt_application(arguments: Sequence[str]) -> QApplication:
    """The one QApplication, in the style that obeys the palette. Qt's remarks for its own developers are left out,
    whatever a file of the user's (qtlogging.ini) asks for: they spell out what is painted, sign by sign."""
    QLoggingCategory.setFilterRules("*.debug=false\n*.info=false")
    # Named here and not by setStyle, whose answer, a style, would be wrapped with all that belongs to it: 6 ms.
    app = QApplication([*arguments, "-style", "Fusion"])
    app.setApplicationName("nacka-arbetsplats")
    app.setApplicationDisplayName(APP_NAME)
    app.setDesktopFileName("nacka-arbetsplats")
    return app


class Application(QObject):
    """Holds ``window``, ``settings`` and what follows from them. Settings and the computer's own wishes (dark, more
    contrast) take effect at once."""

    def __init__(self, app: QApplication, storage: SettingsStorage) -> None:
        super().__init__()
        self.app = app
        self.settings = UserSettings(storage)
        self.translation = Translation(app)
        self._furnished = False
        self._take(system_dark=looks_dark(app), system_contrast=False)
        apply_palette(app)
        self.window = MainWindow(APP_NAME, storage)

    def take_settings(self) -> None:
        """Let the look follow the settings; ``restyle`` shows it."""
        self._take(system_dark=system_wants_dark(self.app), system_contrast=system_wants_contrast(self.app))

    def _take(self, *, system_dark: bool, system_contrast: bool) -> None:
        theme = choose_theme(self.settings.get(THEME), system_dark=system_dark, system_contrast=system_contrast)
        look.change(
            theme=theme,
            text_scale=self.settings.get(TEXT_PERCENT) / 100,
            density=self.settings.get(DENSITY),
            still=self.settings.get(LESS_MOTION),
        )

    def prepare_controls(self) -> None:
        """What controls need and surfaces do not: the language, the style sheet, following the computer's wishes."""
        if self._furnished:
            return
        self._furnished = True
        self.translation.use(self.settings.get(LANGUAGE))
        self.restyle()
        hints = self.app.styleHints()
        hints.colorSchemeChanged.connect(self.restyle)
        hints.accessibility().contrastPreferenceChanged.connect(self.restyle)
        self.settings.changed.connect(self._setting_changed)

    def restyle(self, *_: object) -> None:
        """Show the look that follows from the settings and the computer now."""
        self.take_settings()
        apply_look(self.app)

    def _setting_changed(self, name: str) -> None:
        if name == LANGUAGE.name:
            self.translation.use(self.settings.get(LANGUAGE))
        else:
            self.restyle()
