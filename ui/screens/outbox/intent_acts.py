"""What can be done with a wish in the outbox, the same by key, menu, hover and button; decisions can be undone."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from ui.places import NEWS, SERVICES, TODAY, WORKSPACES
from ui.screen import ScreenContext
from ui.screens.outbox.conflict_view import open_conflict
from ui.screens.outbox.intent_rows import IntentRow
from ui.taking_back import take_back, undo_wish
from workplace_app.domain.intent import MAKING, Intent, IntentKind, IntentState
from workplace_app.store.outbox_filing import as_it_was, try_again
from workplace_app.store.outbox_reader import in_doubt_since
from workplace_app.store.outbox_undo import Undone

_PLACES: Mapping[str, str] = {
    "planner": TODAY,
    "todo": TODAY,
    "new": TODAY,
    "mail": TODAY,
    "event": TODAY,
    "intranet": NEWS,
    "public": NEWS,
    "team": WORKSPACES,
    "channel": WORKSPACES,
    "chat": WORKSPACES,
    "service": SERVICES,
    "journey": SERVICES,
}


class IntentAct(NamedTuple):
    """One entry of the menu, and one button. ``key`` is a portable key sequence, "" for none."""

    icon: str
    text: str
    run: Callable[[], None]
    key: str = ""


class IntentActs(QObject):
    """``changed`` is called when something has become of a wish."""

    def __init__(self, context: ScreenContext, changed: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._changed, self._widget = context, changed, parent

    def acts(self, row: IntentRow) -> list[IntentAct]:
        """What can be done with this one, the most wanted first."""
        made = []
        if row.conflict is not None:
            choose = self.tr("Decide …") if row.conflict.gone else self.tr("Choose a version …")
            made.append(IntentAct("warning", choose, partial(self.choose, row), "Return"))
        if row.can_be_tried:
            made.append(IntentAct("refresh", self.tr("Try again"), partial(self.try_again, row)))
        copy_words = self.tr("Copy the text") if row.has_words else self.tr("Copy the line")
        made.append(IntentAct("copy", copy_words, partial(self.copy, row), "Ctrl+C"))
        if self._place_of(row.intent):
            made.append(IntentAct("enter", self.tr("Go to what it is about"), partial(self.go_to, row), "Ctrl+Return"))
        if row.can_be_withdrawn:
            words = self.tr("Take back") if row.readable else self.tr("Remove")
            made.append(IntentAct("undo", words, partial(self.take_back, row), "Delete"))
        if row.can_be_undone:
            made.append(IntentAct("undo", self.tr("Undo"), partial(self.take_back, row), "Delete"))
        return made

    def choose(self, row: IntentRow) -> None:
        """Show both versions."""
        open_conflict(self._context, self._widget, row.id, self._changed)

    def try_again(self, row: IntentRow) -> None:
        """Let it wait no longer."""
        if row.intent.state is IntentState.NEEDS_YOU:
            try_again(self._context.connection, row.id, self._context.clock())
        self._context.requests.refresh(frozenset())
        self._changed()

    def copy(self, row: IntentRow) -> None:
        """Put the user's words on the clipboard, or what the row says when there are none."""
        QApplication.clipboard().setText(row.text if row.has_words or not row.readable else row.title)
        self._context.shell.say(self.tr("The text is copied."), icon="copy")

    def take_back(self, row: IntentRow) -> None:
        """Withdraw it while it has not left; its words can still be read and copied. What has arrived and can be undone
        is followed by its opposite."""
        if row.can_be_undone:
            self._undo_sent(row)
            return
        if not row.can_be_withdrawn:
            return
        shell = self._context.shell
        if take_back(self._context, row.id):
            words = self.tr("It is taken back. It was not sent.")
            if row.intent.state is IntentState.NEEDS_YOU:  # which may have been sent, and refused
                words = self.tr("It is taken back. It can still be read here.")
            if in_doubt_since(self._context.connection, row.id) is not None:
                words = self.tr("It is taken back and not sent again. It may have arrived before.")
            shell.say(words, icon="undo", undo=partial(self._undo, row.intent))
        else:
            shell.say(self.tr("It was too late: it is already on its way."), icon="info")
        self._changed()

    def _undo_sent(self, row: IntentRow) -> None:
        """The opposite stands in the list, where it can be taken back."""
        undone = undo_wish(self._context, row.id)
        words = self.tr("It is undone. What undoes it is on its way.")
        if undone is not Undone.OPPOSITE_FILED:
            words = self.tr("It can no longer be undone.")
        self._context.shell.say(words, icon="undo" if undone is Undone.OPPOSITE_FILED else "info")
        self._changed()

    def _undo(self, before: Intent) -> None:
        if as_it_was(self._context.connection, before, self._context.clock()):
            self._context.requests.refresh(frozenset())
        self._changed()

    def go_to(self, row: IntentRow) -> None:
        """Show the task, the article, the thread or the service where it belongs."""
        place = self._place_of(row.intent)
        if place:
            self._context.shell.go(place, row.intent.target_id)

    @staticmethod
    def _place_of(intent: Intent) -> str:
        gone = intent.conflict is not None and intent.conflict.gone
        without = (*MAKING, IntentKind.GIVE_TIME_BACK)
        return "" if gone or intent.kind in without else _PLACES.get(intent.target_id.partition(":")[0], "")
