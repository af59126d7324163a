"""Shows the look that holds now: every widget takes its fonts and lengths anew, also one that has moved."""

import gc

from PySide6.QtWidgets import QApplication, QLayout, QWidget

from ui.look import apply_palette, style_sheet

_LEAVING = "leaving"
"""A property of a window that is about to be deleted."""


def apply_look(app: QApplication) -> None:
    """Give Qt palette, font and style sheet, and let every widget take its fonts and lengths anew.

    A widget or a layout that keeps a font or a length from the look has a method ``restyle``, which is called here.
    """
    apply_palette(app)
    app.setStyleSheet(style_sheet())
    for widget in every_widget(app):
        if not is_leaving(widget):
            _restyle_whole(widget)


def restyle_moved(widget: QWidget) -> None:
    """For a widget that has moved to another parent: under a style sheet Qt gives it, and all in it, the fonts back
    that they had when they were first shown."""
    for each in (widget, *widget.findChildren(QWidget)):
        _restyle_whole(each)


def _restyle_whole(widget: QWidget) -> None:
    _restyle(widget)
    layout = widget.layout()
    if layout is not None:
        _restyle(layout)
        for each in layout.findChildren(QLayout):
            _restyle(each)
    widget.updateGeometry()
    widget.update()


def every_widget(app: QApplication) -> list[QWidget]:
    """All widgets that there are.

    No garbage is collected meanwhile: while PySide wraps Qt's list, one object after the other, a collection could
    delete a widget that stands further down in it and that nobody holds but a cycle; PySide 6.11 then crashes.
    """
    collected = gc.isenabled()
    gc.disable()
    try:
        return app.allWidgets()
    finally:
        if collected:
            gc.enable()


def take_leave(widget: QWidget) -> None:
    """Delete a widget when its events are over. Until then it is not restyled: what it would read may be closed."""
    widget.hide()
    widget.setParent(None)
    widget.setProperty(_LEAVING, True)
    widget.deleteLater()


def is_leaving(widget: QWidget) -> bool:
    """True from its leave to its end, for what is in it too: whoever is told something then may read nothing more."""
    return bool(widget.window().property(_LEAVING))


def _restyle(thing: object) -> None:
    restyle = getattr(thing, "restyle", None)
    if restyle is not None:
        restyle()
