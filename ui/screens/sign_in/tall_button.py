"""The large buttons of the sign-in page."""

from typing import Final

from PySide6.QtCore import QSize

from ui.look import look
from ui.widgets.buttons import Button, ButtonKind

HEIGHT: Final = 40


class TallButton(Button):
    """Fills its column."""

    def __init__(self, text: str, kind: ButtonKind = "secondary", *, icon: str = "") -> None:
        super().__init__(text, kind, icon=icon, wide=True)

    def sizeHint(self) -> QSize:
        """Higher than other buttons."""
        return QSize(super().sizeHint().width(), max(look.px(HEIGHT), look.control_height))

    def make_primary(self) -> None:
        """This is the next step."""
        self._kind = "primary"
        self.update()
