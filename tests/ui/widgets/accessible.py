"""What a walk through a window with the eyes of assistive technology finds wrong."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QScrollBar, QWidget

LEAST_TARGET = 24
SPEECHLESS = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.StaticText}


def stops(window: QWidget) -> list[QWidget]:
    """Everything that Tab reaches."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def faults(window: QWidget) -> list[str]:
    """Stops without a name or a role, and targets that are too small (WCAG 4.1.2, 2.5.8)."""
    found = []
    for widget in stops(window):
        spoken = QAccessible.queryAccessibleInterface(widget)
        what = f"{type(widget).__name__} {widget.accessibleName()!r}"
        if not spoken.text(QAccessible.Text.Name):
            found.append(f"{what} has no name")
        if spoken.role() in SPEECHLESS:
            found.append(f"{what} has the role {spoken.role().name}")
    for button in window.findChildren(QAbstractButton):
        small = min(button.width(), button.height()) < LEAST_TARGET
        if button.isVisible() and small and not isinstance(button.parentWidget(), QScrollBar):
            found.append(f"{button.accessibleName()!r} is {button.width()} x {button.height()}")
    return found
