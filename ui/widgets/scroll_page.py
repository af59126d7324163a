"""A page that scrolls up and down, never sideways."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QFrame, QScrollArea, QWidget

from ui.look import look
from ui.widgets.tab_order import keep_in_tab_order

_TO_EDGE = {
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


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
        self.restyle()

    def restyle(self) -> None:
        """A step of the arrow keys follows the text size."""
        self.verticalScrollBar().setSingleStep(look.px(24))

    def setWidget(self, content: QWidget) -> None:
        """Show another content. The old one goes when its events are over: Qt would delete it at once, also while a
        list on it is being told of the very key that brought the change."""
        old = self.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        super().setWidget(content)
        keep_in_tab_order(self)
        content.setAutoFillBackground(False)  # Qt sets it, and would paint over the surface behind

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the content has no use for scrolls: besides Qt's own arrows and Page keys Home, End and Space."""
        bar = self.verticalScrollBar()
        edge = _TO_EDGE.get(Qt.Key(event.key()))
        back = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if edge is not None and not back:
            bar.triggerAction(edge)
        elif event.key() == Qt.Key.Key_Space and (back or not event.modifiers()):
            page = QAbstractSlider.SliderAction
            bar.triggerAction(page.SliderPageStepSub if back else page.SliderPageStepAdd)
        else:
            super().keyPressEvent(event)
