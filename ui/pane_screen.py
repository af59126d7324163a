"""A screen of panes: beside each other as far as there is room, with a way back through them."""

from ui.screen import Screen
from ui.widgets.adaptive_panes import AdaptivePanes
from ui.widgets.layouts import Column


class PaneScreen(Screen):
    """A subclass calls ``use_panes`` while it is made."""

    _panes: AdaptivePanes

    def use_panes(self, panes: AdaptivePanes) -> None:
        """Fill the screen with these."""
        self._panes = panes
        self.setLayout(Column(panes))

    def set_effective_width(self, width: float) -> None:
        """All panes, the last two, or one at a time."""
        self._panes.set_effective_width(width)

    def go_back(self) -> bool:
        """From the page to the list, from the list to the choices, where they do not stand beside each other."""
        return self._panes.go_back()

    def go_forward(self) -> bool:
        """To where one has gone back from."""
        return self._panes.go_forward()

    def forget_way(self) -> None:
        """The way back begins here."""
        self._panes.forget_way()
