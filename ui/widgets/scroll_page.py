"""A page that scrolls up and down, never sideways."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.look import look


class ScrollPage(QScrollArea):
    """Shows ``content`` at the width there is; Qt brings into sight whatever takes the focus inside."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setViewport(QWidget())  # which lets the surface behind show through, as Qt's own does not
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the content has the stops; keys for scrolling reach us from them
        self.setWidget(content)
        self.verticalScrollBar().setSingleStep(look.px(24))

    def setWidget(self, content: QWidget) -> None:
        """Show another content. The old one goes when its events are over: Qt would delete it at once, also while a
        list on it is being told of the very key that brought the change."""
        old = self.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        super().setWidget(content)
        content.setAutoFillBackground(False)  # Qt sets it, and would paint over the surface behind
