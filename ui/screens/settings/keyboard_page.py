"""Tangentbord: the single letters, and every key that there is."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.commands import key_words
from ui.screens.settings.rows import group, setting_row
from ui.user_settings import UserSettings
from ui.widgets.buttons import Button, Toggle
from ui.widgets.labels import Label
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.marks import KeyHint
from workplace_app.domain.settings import SINGLE_LETTER_KEYS

translate = QCoreApplication.translate


def key_table() -> list[tuple[str, list[tuple[str, str]]]]:
    """Groups of (keys, what they do)."""
    return [
        (
            translate("keys", "Everywhere"),
            [
                ("Ctrl+K", translate("keys", "Search everything, and commands")),
                ("Ctrl+1 … 7", translate("keys", "The places of the rail")),
                ("F6", translate("keys", "Next pane; with Shift the one before")),
                ("F5", translate("keys", "Fetch what is new here")),
                ("Ctrl+R", translate("keys", "Remind me of what is chosen")),
                ("Ctrl+Shift+R", translate("keys", "Go to the reminder that rings")),
                ("Ctrl+N", translate("keys", "New task on Today, new reminder in Reminders")),
                ("Ctrl+Z", translate("keys", "Undo the last act")),
                ("Alt+Left", translate("keys", "Back; Alt+Right forward")),
                ("Ctrl+Plus", translate("keys", "Larger text; Ctrl+Minus smaller, Ctrl+0 normal")),
                ("Ctrl+,", translate("keys", "Settings")),
                ("Ctrl+Shift+L", translate("keys", "Lock the app")),
                ("Ctrl+Enter", translate("keys", "Send what you have written")),
                ("F1", translate("keys", "This table")),
                ("Esc", translate("keys", "Close what floats, else clear the selection")),
            ],
        ),
        (
            translate("keys", "In a list"),
            [
                ("Up, Down", translate("keys", "Move; Home and End to the ends, Tab leaves the list")),
                ("Enter", translate("keys", "Open here; Ctrl+Enter in the browser or Teams")),
                ("Space", translate("keys", "Tick the task")),
                ("D", translate("keys", "Another date for the task")),
                ("C", translate("keys", "Comment on the task")),
                ("E", translate("keys", "Handled; the reminder is done")),
                ("S", translate("keys", "Later; snooze the reminder")),
                ("M", translate("keys", "Mute")),
                ("R", translate("keys", "Reply, in Workspaces")),
                ("J, K, N", translate("keys", "Accept, maybe, decline, in the calendar")),
                ("B", translate("keys", "Take time of your own, in the calendar")),
                ("K", translate("keys", "Acknowledge, in the reader")),
                ("Ctrl+D", translate("keys", "Pin or save")),
                ("Delete", translate("keys", "Take back what is not sent; delete the reminder")),
                ("F2", translate("keys", "Change the reminder")),
                ("Ctrl+C", translate("keys", "Copy, in the outbox and among colleagues")),
                ("Ctrl+Shift+C", translate("keys", "Copy the link or the contact details")),
                ("Shift+F10", translate("keys", "Menu of the row or the card")),
            ],
        ),
    ]


def key_rows(keys: list[tuple[str, str]]) -> list[QWidget]:
    """One row per key."""
    made = []
    for key, words in keys:
        native = key_words(key) or key
        row = Row(Label(words, wrap=True), KeyHint(native), gap=16, margins=(18, 7, 16, 7))
        row.setStretch(0, 1)
        made.append(panel(row))
    return made


class KeyboardPage(QWidget):
    """The switch first, then the table."""

    settings_shown = (SINGLE_LETTER_KEYS,)

    def __init__(self, settings: UserSettings) -> None:
        super().__init__()
        letters = Toggle(self.tr("Single letters"), on=settings.get(SINGLE_LETTER_KEYS))
        letters.toggled.connect(lambda on: settings.set(SINGLE_LETTER_KEYS, on))
        settings.changed.connect(lambda _name: letters.setChecked(settings.get(SINGLE_LETTER_KEYS)))
        words = self.tr(
            "D, C, E, S, M, R, J, K, N and B act on the chosen row. Turn it off if you dictate or use switches."
        )
        reset = Button(self.tr("Reset the keyboard"), icon="undo")
        reset.clicked.connect(lambda: settings.reset(SINGLE_LETTER_KEYS))
        column = Column(group(self.tr("Letters"), setting_row(self.tr("Single letters"), words, letters)), gap=20)
        for title, keys in key_table():
            column.addWidget(group(title, *key_rows(keys)))
        column.addWidget(panel(Row(reset, None)))
        column.addStretch(1)
        self.setLayout(column)
