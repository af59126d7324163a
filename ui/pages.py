"""The screens of the window: made when first visited, told what changed, and the way back through them."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.restyling import take_leave
from ui.screen import Screen, ScreenContext, ScreenFactory
from workplace_app.domain.changes import ChangeKind

MOST_STEPS_BACK = 50


class _Visited:
    def __init__(self, screen: Screen, stale: set[ChangeKind]) -> None:
        self.screen = screen
        self.stale = stale


class Pages(QStackedWidget):
    """Shows one screen at a time. A hidden screen is not told of changes: it reads them when it is shown again, so
    that forty cards out of sight cost nothing. ``moved`` follows every change of place."""

    moved = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._context: ScreenContext | None = None
        self._factories: Mapping[str, ScreenFactory] = {}
        self._visited: dict[str, _Visited] = {}
        self._place = ""
        self._back: list[tuple[str, str]] = []
        self._forward: list[tuple[str, str]] = []
        self._width = 0.0
        self._blank = QWidget()
        self.addWidget(self._blank)

    @property
    def place(self) -> str:
        """Where one is; "" before any screen."""
        return self._place

    @property
    def shown(self) -> Screen | None:
        """The screen in sight."""
        visited = self._visited.get(self._place)
        return visited.screen if visited else None

    def enter(self, context: ScreenContext, factories: Mapping[str, ScreenFactory]) -> None:
        """From now on make screens from this context; those of another context are dropped."""
        self.clear()
        self._context, self._factories = context, factories

    def clear(self) -> None:
        """Drop every screen: nothing of what one account saw may be glimpsed by the next."""
        if self.shown is not None:
            self.shown.leave()
        self.setCurrentWidget(self._blank)
        for visited in self._visited.values():
            self.removeWidget(visited.screen)
            take_leave(visited.screen)
        self._visited.clear()
        self._place = ""
        self._back.clear()
        self._forward.clear()
        self._context = None

    def offers(self, place: str) -> bool:
        """True when there is a screen for this place."""
        return place in self._factories

    def go(self, place: str, item_id: str = "", *, remember: bool = True) -> None:
        """Show a place, and there the thing with this id."""
        if self._context is None or place not in self._factories:
            return
        if remember and self._place:
            self._back.append(self._where())
            del self._back[:-MOST_STEPS_BACK]
            self._forward.clear()
        came_from_elsewhere = place != self._place
        if came_from_elsewhere:
            self._show(place)
        if item_id and self.shown is not None:
            self.shown.show_item(item_id)
        if came_from_elsewhere and self.shown is not None:
            self.shown.forget_way()
        self.moved.emit(place)

    def _where(self) -> tuple[str, str]:
        return self._place, self.shown.shown_item() if self.shown is not None else ""

    def _show(self, place: str) -> None:
        if self.shown is not None:
            self.shown.leave()
        visited = self._visited.get(place)
        if visited is None:
            visited = self._make(place)
        self._place = place
        visited.screen.set_effective_width(self._width)
        self.setCurrentWidget(visited.screen)
        if visited.stale:
            stale = frozenset(visited.stale)
            visited.stale.clear()
            visited.screen.refresh(stale)

    def _make(self, place: str) -> _Visited:
        if self._context is None:
            raise RuntimeError("no account is open")
        screen = self._factories[place](self._context)
        visited = self._visited[place] = _Visited(screen, set(screen.kinds))
        self.addWidget(screen)
        return visited

    def go_back(self) -> None:
        """Where one was before: in this screen first, where panes are shown one at a time."""
        if self.shown is not None and self.shown.go_back():
            return
        here = self._where()
        # What would show nothing else than is shown already would be a key that does nothing.
        while self._back and self._back[-1] in (here, (self._place, "")):
            self._back.pop()
        if self._back:
            self._forward.append(here)
            place, item_id = self._back.pop()
            self.go(place, item_id, remember=False)

    def go_forward(self) -> None:
        """Where one came back from."""
        if self.shown is not None and self.shown.go_forward():
            return
        if self._forward:
            self._back.append(self._where())
            place, item_id = self._forward.pop()
            self.go(place, item_id, remember=False)

    def changed_here(self, kinds: frozenset[ChangeKind]) -> None:
        """The screen in sight has changed something itself and shows it already: mark the others."""
        for place, visited in self._visited.items():
            if place != self._place:
                visited.stale |= kinds & visited.screen.kinds

    def changed(self, kinds: frozenset[ChangeKind]) -> None:
        """Tell the screen in sight, mark the others."""
        for place, visited in self._visited.items():
            concerned = kinds & visited.screen.kinds
            if not concerned:
                continue
            if place == self._place and self.isVisible():
                visited.screen.refresh(concerned)
            else:
                visited.stale |= concerned

    def set_effective_width(self, width: float) -> None:
        """Tell the screen in sight how wide the window is; the others learn it when they are shown."""
        self._width = width
        if self.shown is not None:
            self.shown.set_effective_width(width)

    def tick(self, now: datetime) -> None:
        """A minute has begun."""
        if self.shown is not None and self.isVisible():
            self.shown.tick(now)
