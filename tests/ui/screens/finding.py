"""Finds in a screen what the user would look for."""

from typing import TypeVar

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ui.widgets.buttons import Button
from ui.widgets.labels import Paragraph

Kind = TypeVar("Kind", bound=QWidget)


def part(root: QWidget, kind: type[Kind], name: str = "") -> Kind:
    """The first widget of a kind, with this accessible name if one is given."""
    return next(each for each in root.findChildren(kind) if not name or each.accessibleName() == name)


def button(root: QWidget, name: str) -> Button:
    """The button that is in sight and says this."""
    return next(each for each in root.findChildren(Button) if each.accessibleName() == name and each.isVisible())


def words(root: QWidget) -> list[str]:
    """Everything that is written in labels and paragraphs in sight."""
    QApplication.processEvents()  # what a layout has been given is shown in the next turn
    found = [each for each in root.findChildren(QLabel) if each.isVisible()]
    return [each.words if isinstance(each, Paragraph) else each.text() for each in found]
