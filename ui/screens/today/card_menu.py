"""The menu of a card: size, place, hide, fetch, why; the same steps by key, each spoken."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from ui.screens.today.arrangement import Arrangement
from ui.screens.today.today_card import TodayCard
from ui.widgets.toast import announce
from workplace_app.domain.own_things import PlacedCard


class CardMenu(QMenu):
    """``changed`` is called with the placing before each step, so that it can be undone."""

    def __init__(
        self, card: TodayCard, arrangement: Arrangement, changed: Callable[[str, tuple[PlacedCard, ...]], None]
    ) -> None:
        super().__init__(card)
        self._card = card
        self._arrangement = arrangement
        self._changed = changed
        self._step(self.tr("Earlier"), "Ctrl+Shift+Left", lambda: arrangement.move(card.card_id, -1), "Ctrl+Shift+Up")
        self._step(self.tr("Later"), "Ctrl+Shift+Right", lambda: arrangement.move(card.card_id, 1), "Ctrl+Shift+Down")
        self.addSeparator()
        self._step(self.tr("Taller"), "Ctrl+Shift++", lambda: arrangement.resize(card.card_id, 1))
        self._step(self.tr("Shorter"), "Ctrl+Shift+-", lambda: arrangement.resize(card.card_id, -1))
        self._step(self.tr("Two columns wide"), "", lambda: arrangement.widen(card.card_id, 2))
        self._step(self.tr("One column wide"), "", lambda: arrangement.widen(card.card_id, 1))
        self.addSeparator()
        if card.feeds:
            fetch = self.addAction(self.tr("Fetch now"))
            fetch.triggered.connect(lambda: card.context.requests.refresh(card.feeds))
        self._step(self.tr("Hide the card"), "", lambda: arrangement.show(card.card_id, shown=False))

    def _step(self, text: str, keys: str, act: Callable[[], tuple[PlacedCard, ...]], more_keys: str = "") -> None:
        action = QAction(text, self._card)
        shortcuts = [QKeySequence(each) for each in (keys, more_keys) if each]
        if shortcuts:
            action.setShortcuts(shortcuts)
            action.setShortcutContext(action.shortcutContext().WidgetWithChildrenShortcut)
        action.triggered.connect(lambda: self._do(text, act))
        self._card.addAction(action)
        self.addAction(action)

    def _do(self, text: str, act: Callable[[], tuple[PlacedCard, ...]]) -> None:
        before = act()
        announce(self._card, f"{self._card.name}: {text}")
        self._changed(self._card.card_id, before)
