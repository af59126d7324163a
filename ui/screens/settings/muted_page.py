"""Tystat: what the user hears no more of, and the way to hear of it again."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.notification_kinds import kind_words
from ui.screen import ScreenContext
from ui.screens.settings.rows import group, setting_row
from ui.widgets.buttons import Button
from ui.widgets.layouts import Column
from ui.widgets.notes import StateLine
from workplace_app.domain.notification import NotificationKind
from workplace_app.domain.own_things import Mute, MuteScope
from workplace_app.store.notification_reader import count_notifications
from workplace_app.store.own_things.notification_marks import mute, mutes, unmute
from workplace_app.store.workspace_reader import workspace


class MutedPage(QWidget):
    """Read whenever it is shown, since muting happens in Ytor."""

    settings_shown = ()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._column = Column()
        self.setLayout(self._column)
        self._shown: tuple[Mute, ...] | None = None
        self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is muted now."""
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        found = mutes(self._context.connection)
        if found == self._shown:
            return
        self._shown = found
        while (item := self._column.takeAt(0)) is not None:
            old: QWidget | None = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        if found:
            self._column.addWidget(group(self.tr("You hear no more of"), *map(self._row, found)))
            self._column.addSpacing(12)
        self._column.addWidget(StateLine("bell-off" if found else "bell", self._summary(any_muted=bool(found))))
        self._column.addStretch(1)

    def _summary(self, *, any_muted: bool) -> str:
        if not any_muted:
            return self.tr("Nothing is muted. In Workspaces, M mutes the kind of notification that is chosen.")
        kept = count_notifications(self._context.connection, self._context.clock()).muted
        return self.tr("%n notification(s) are kept and not shown until you hear of them again.", "", kept)

    def _row(self, what: Mute) -> QWidget:
        title, words = self._described(what)
        again = Button(self.tr("Hear of it again"), icon="bell", small=True)
        again.setAccessibleName(self.tr("Hear of it again: {what}").format(what=title))
        again.clicked.connect(lambda: self._unmute(what, title))
        return setting_row(title[:1].upper() + title[1:], words, again)

    def _described(self, what: Mute) -> tuple[str, str]:
        """Its name as it stands in a sentence, and what is muted of it."""
        if what.scope is MuteScope.KIND:
            return kind_words(NotificationKind(what.value)), self.tr("From all workspaces")
        if what.scope is MuteScope.SENDER:
            return what.value, self.tr("Everything from this sender")
        seen = workspace(self._context.connection, what.value, self._context.clock())
        title = seen.workspace.title if seen is not None else self.tr("a workspace that is no longer here")
        return title, self.tr("Everything in the workspace")

    def _unmute(self, what: Mute, title: str) -> None:
        connection = self._context.connection
        if unmute(connection, what):

            def undo() -> None:
                mute(connection, what, self._context.clock())
                self._changed()

            self._context.shell.say(self.tr("You hear of {what} again.").format(what=title), icon="bell", undo=undo)
        self._changed()

    def _changed(self) -> None:
        self._read()
        self._context.shell.update_numbers()
