"""Utseende och läsbarhet: language, theme, text size, density, motion."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider, QWidget

from ui.screens.settings.rows import group, setting_row
from ui.screens.settings.theme_preview import ThemeChoices, ThemePreview
from ui.text_size import STEPS
from ui.theme import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT
from ui.user_settings import UserSettings
from ui.widgets.buttons import Button, Toggle
from ui.widgets.choices import Segmented
from ui.widgets.labels import Label
from ui.widgets.layouts import Column, Row, panel
from workplace_app.domain.settings import (
    DENSITY,
    LANGUAGE,
    LESS_MOTION,
    TEXT_PERCENT,
    THEME,
    Density,
    Language,
    ThemeChoice,
)

SLIDER_WIDTH = 200
SETTINGS = (LANGUAGE, THEME, TEXT_PERCENT, DENSITY, LESS_MOTION)


class AppearancePage(QWidget):
    """Every control shows what holds and changes it at once; what changes elsewhere (Ctrl+Plus) is shown too."""

    settings_shown = SETTINGS

    def __init__(self, settings: UserSettings) -> None:
        super().__init__()
        self._settings = settings
        self._previews = {
            ThemeChoice.SYSTEM: ThemePreview(self.tr("Follow the computer"), LIGHT, DARK),
            ThemeChoice.LIGHT: ThemePreview(self.tr("Light"), LIGHT),
            ThemeChoice.DARK: ThemePreview(self.tr("Dark"), DARK),
            ThemeChoice.CONTRAST: ThemePreview(self.tr("High contrast"), CONTRAST_LIGHT, CONTRAST_DARK),
        }
        self._language = Segmented(
            self.tr("Language"), [(Language.SWEDISH, "Svenska"), (Language.ENGLISH, "English")], settings.get(LANGUAGE)
        )
        self._density = Segmented(
            self.tr("Density of lists"),
            [
                (Density.COMPACT, self.tr("Compact")),
                (Density.NORMAL, self.tr("Normal")),
                (Density.AIRY, self.tr("Airy")),
            ],
            settings.get(DENSITY),
        )
        self._motion = Toggle(self.tr("Less motion"), on=settings.get(LESS_MOTION))
        self._size = QSlider(Qt.Orientation.Horizontal)
        self._percent = Label("", digits=True)
        self._build()
        self._connect()
        self._show()

    def _build(self) -> None:
        self._size.setRange(0, len(STEPS) - 1)
        self._size.setPageStep(1)
        self._size.setMinimumWidth(SLIDER_WIDTH)
        self._size.setAccessibleName(self.tr("Text size"))
        size = panel(
            Row(Label("A", "caption", "muted"), self._size, Label("A", "title", "muted"), self._percent, gap=12)
        )
        reset = Button(self.tr("Reset the appearance"), icon="undo")
        reset.clicked.connect(lambda: self._settings.reset(*SETTINGS))
        self.setLayout(
            Column(
                group(self.tr("Theme"), ThemeChoices(self.tr("Theme"), list(self._previews.values()))),
                20,
                group(
                    self.tr("Text and motion"),
                    setting_row(
                        self.tr("Text size"),
                        self.tr("Changes all text in the app. The computer's own size is counted in."),
                        size,
                    ),
                    setting_row(
                        self.tr("Density of lists"), self.tr("How much air there is between the rows"), self._density
                    ),
                    setting_row(
                        self.tr("Less motion"), self.tr("Turns off everything that glides and fades."), self._motion
                    ),
                ),
                20,
                group(self.tr("Language"), setting_row(self.tr("Language of the app"), "", self._language)),
                14,
                panel(Row(reset, None)),
                None,
            )
        )

    def _connect(self) -> None:
        for choice, preview in self._previews.items():
            preview.toggled.connect(lambda on, choice=choice: self._settings.set(THEME, choice) if on else None)
        self._language.changed.connect(lambda language: self._settings.set(LANGUAGE, language))
        self._density.changed.connect(lambda density: self._settings.set(DENSITY, density))
        self._motion.toggled.connect(lambda on: self._settings.set(LESS_MOTION, on))
        self._size.valueChanged.connect(lambda step: self._settings.set(TEXT_PERCENT, STEPS[step]))
        self._settings.changed.connect(self._show)

    def _show(self, _name: str = "") -> None:
        """Let the controls show what holds."""
        settings = self._settings
        self._previews[settings.get(THEME)].setChecked(True)
        self._language.choose(settings.get(LANGUAGE))
        self._density.choose(settings.get(DENSITY))
        self._motion.setChecked(settings.get(LESS_MOTION))
        percent = settings.get(TEXT_PERCENT)
        self._size.blockSignals(True)  # a percentage between two steps must not be rounded by showing it
        self._size.setValue(max(number for number, step in enumerate(STEPS) if step <= percent))
        self._size.blockSignals(False)
        self._percent.setText(f"{percent} %")
        self._size.setAccessibleDescription(f"{percent} %")
