"""A field for a code: its name above it, what is written hidden, and a button that shows it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.buttons import Button
from ui.widgets.fields import TextField
from ui.widgets.labels import Label
from ui.widgets.layouts import Column, Row
from workplace_app.domain.lock_code import MOST_LETTERS


class CodeField(QWidget):
    """``entered`` follows Enter; ``changed`` every letter. What was written is in no completion and in no undo after
    ``clear``."""

    entered = Signal()
    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.field = TextField(name)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setMaxLength(MOST_LETTERS)
        self.field.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.show_it = Button("", "secondary", icon="eye")
        self._name_button()
        self.show_it.clicked.connect(self._turn)
        self.field.returnPressed.connect(self.entered)
        self.field.textChanged.connect(lambda _text: self.changed.emit())
        label = Label(name, "caption", "muted", wrap=True)
        label.setBuddy(self.field)
        row = Row(self.field, self.show_it, gap=8)
        row.setStretch(0, 1)
        self.setLayout(Column(label, 4, row))
        self.setFocusProxy(self.field)

    @property
    def code(self) -> str:
        """What is written."""
        return self.field.text()

    def clear(self) -> None:
        """Write nothing, hidden."""
        self.field.setText("")
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self._name_button()

    @property
    def is_hidden(self) -> bool:
        """Dots are shown in place of letters."""
        return self.field.echoMode() is not QLineEdit.EchoMode.Normal

    def _turn(self) -> None:
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if self.is_hidden else QLineEdit.EchoMode.Password)
        self._name_button()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_button(self) -> None:
        self.show_it.set_words(self.tr("Show") if self.is_hidden else self.tr("Hide"))
