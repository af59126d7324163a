"""The kept list: to handle, later, done; by workspace; every step can be undone."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, Signal

from ui.dates import moment_words
from ui.feeds_state import FeedsState
from ui.models.notification_model import NotificationModel, NotificationRow, notification_row
from ui.notification_kinds import kind_words
from ui.reminders.subjects import of_notification
from ui.screen import ScreenContext
from ui.screens.workspaces.later_menu import LaterMenu
from ui.widgets.buttons import Button
from ui.widgets.choices import Segmented
from ui.widgets.flow import Flow
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.menus import passing_menu
from ui.widgets.notification_delegate import HANDLED, LATER, MORE, NotificationDelegate
from ui.widgets.row_list import RowList
from ui.widgets.surface import Surface
from ui.widgets.tool_tips import menu_words
from workplace_app.domain.as_seen import NotificationGroup
from workplace_app.domain.listing import PAGE_SIZE, Cursor, Listing
from workplace_app.domain.notification import NotificationState
from workplace_app.domain.own_things import Mute, MuteScope, NotificationMark
from workplace_app.store.notification_reader import groups, notifications_of
from workplace_app.store.own_things import notification_marks as marks

EVERY_WORKSPACE = ""
"""In place of a workspace's id: all of them."""
NOTIFICATION_FEEDS = frozenset({"planner", "calendar", "teams", "chats", "sites", "site_files"})
"""Where notifications come from: as long as one of these has never answered, an empty list is not known to be empty."""


class NotificationPane(Surface):
    """``chosen`` carries the row to be shown beside the list, ``opened`` the row to be opened outside; ``marked`` comes
    when the user has changed what is to be handled, ``emptied`` when that took the last row, which was the chosen
    one."""

    chosen = Signal(object)
    opened = Signal(object)
    marked = Signal()
    emptied = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__("surface")
        self._context = context
        self._workspace = EVERY_WORKSPACE
        self._model = NotificationModel(by_workspace=True)
        self.rows = RowList(self.tr("Notifications"), self._model, NotificationDelegate())
        choices = [
            (NotificationState.OPEN, self.tr("To handle")),
            (NotificationState.LATER, self.tr("Later", "notifications")),
            (NotificationState.HANDLED, self.tr("Done", "notifications")),
        ]
        self.filter = Segmented(self.tr("Which notifications"), choices, NotificationState.OPEN)
        self._all_done = Button(self.tr("Mark all done"), "quiet", icon="check", small=True)
        self._state = FeedsState(context, NOTIFICATION_FEEDS)
        head = Flow(self.filter, self._all_done, gap=6, last_at_end=True)
        self.setLayout(Column(panel(Row(panel(head), margins=(14, 12, 8, 8))), self._state, self.rows))
        self._connect()

    def _connect(self) -> None:
        self.filter.changed.connect(lambda _state: self.read())
        self._all_done.clicked.connect(self.handle_all)
        self.rows.chosen.connect(self.chosen)
        self.rows.opened.connect(self.opened)
        self.rows.part_pressed.connect(self._part_pressed)
        self.rows.menu_wanted.connect(self._open_menu)
        for keys, act in (("E", self.handle_current), ("S", self.put_off_current), ("M", self.mute_current)):
            self.rows.bind(keys, act)

    # Reading

    def show_workspace(self, workspace_id: str) -> None:
        """Show one workspace's notifications, or all."""
        if workspace_id != self._workspace:
            self._workspace = workspace_id
            self.read()

    def read(self) -> None:
        """Read the list again; place and choice stay."""
        now = self._context.clock()
        state: NotificationState = self.filter.chosen
        found = self._groups(state, now)
        self._model.set_counts({group.workspace_id: group.count for group in found} if self._is_open else {})
        self._model.set_source(lambda cursor: self._page(found, state, now, cursor))
        for counted in (NotificationState.OPEN, NotificationState.LATER):
            self.filter.set_count(counted, sum(group.count for group in self._groups(counted, now)) or None)
        self._all_done.setVisible(self._is_open and bool(found))
        self._state.show_for(empty=not found, empty_words=self._empty_words())

    def _groups(self, state: NotificationState, now: datetime) -> tuple[NotificationGroup, ...]:
        """The workspaces that have something in a state, of those that are chosen."""
        found = groups(self._context.connection, state, now)
        return tuple(group for group in found if not self._workspace or group.workspace_id == self._workspace)

    @property
    def _is_open(self) -> bool:
        return bool(self.filter.chosen is NotificationState.OPEN)

    def _page(
        self, found: Sequence[NotificationGroup], state: NotificationState, now: datetime, after: Cursor | None
    ) -> Listing[NotificationRow]:
        """One workspace after the other until the page is full: the cursor says which, and where in it."""
        number, inner = (int(after.keys[0] or 0), after.keys[1:]) if after is not None else (0, ())
        rows: list[NotificationRow] = []
        while number < len(found) and len(rows) < PAGE_SIZE:
            place = Cursor(inner) if inner else None
            room = PAGE_SIZE - len(rows)
            listed = notifications_of(self._context.connection, found[number].workspace_id, state, now, place, room)
            rows += [notification_row(seen, now) for seen in listed.rows]
            if listed.after is not None:
                return Listing(tuple(rows), Cursor((number, *listed.after.keys)))
            number, inner = number + 1, ()
        return Listing(tuple(rows), Cursor((number,)) if number < len(found) else None)

    def _empty_words(self) -> str:
        words: dict[NotificationState, Callable[[], str]] = {
            NotificationState.OPEN: lambda: self.tr("Nothing to handle. You are up to date."),
            NotificationState.LATER: lambda: self.tr("Nothing is put off."),
            NotificationState.HANDLED: lambda: self.tr("Nothing has been done here lately."),
        }
        return words[self.filter.chosen]()

    # Acts

    def handle_current(self) -> None:
        """The current one is done."""
        row: NotificationRow | None = self.rows.current_row
        if row is not None:
            self.handle(row)

    def handle(self, row: NotificationRow) -> None:
        """Done; or open again, in the list of what is done."""
        now, connection = self._context.clock(), self._context.connection
        if self._is_open or self.filter.chosen is NotificationState.LATER:
            before = marks.mark_handled(connection, [row.id], now)
            words = self.tr("{what} is done.")
        else:
            before = marks.mark_open(connection, [row.id], now)
            words = self.tr("{what} is to be handled again.")
        self._say(words.format(what=_short(row.headline)), before)

    def handle_all(self) -> None:
        """All that the list shows is done."""
        now, connection = self._context.clock(), self._context.connection
        before: list[NotificationMark] = []
        for group in self._groups(NotificationState.OPEN, now):
            before += marks.mark_workspace_handled(connection, group.workspace_id, now)
        if before:
            self._say(self.tr("%n notification(s) are done.", "", len(before)), before)

    def put_off_current(self) -> None:
        """Choose when the current one comes back."""
        row: NotificationRow | None = self.rows.current_row
        if row is not None:
            self.put_off(row, self.rows.mapToGlobal(self.rows.visualRect(self.rows.currentIndex()).center()))

    def put_off(self, row: NotificationRow, at: QPoint) -> None:
        """Choose when it comes back."""
        LaterMenu(self, self._context.clock(), lambda until: self._put_off(row, until)).popup(at)

    def _put_off(self, row: NotificationRow, until: datetime) -> None:
        now = self._context.clock()
        before = marks.mark_later(self._context.connection, [row.id], until, now)
        words = self.tr("{what} comes back {time}.")
        self._say(words.format(what=_short(row.headline), time=moment_words(until, now)), before)

    def mute_current(self) -> None:
        """Hear no more of this kind of thing."""
        row: NotificationRow | None = self.rows.current_row
        if row is not None:
            self.mute_kind_of(row)

    def mute_kind_of(self, row: NotificationRow) -> None:
        """Hear no more of the kind of thing that this notification is about."""
        kind = row.seen.notification.kind
        self.mute(Mute(MuteScope.KIND, kind.value), kind_words(kind))

    def mute(self, what: Mute, words: str) -> None:
        """Hear no more of it; what has come is kept."""
        connection = self._context.connection
        if not marks.mute(connection, what, self._context.clock()):
            return

        def undo() -> None:
            marks.unmute(connection, what)
            self._changed()

        self._changed()
        self._context.shell.say(self.tr("You hear no more of {what}.").format(what=words), icon="bell-off", undo=undo)

    def _say(self, words: str, before: Sequence[NotificationMark]) -> None:
        chosen: NotificationRow | None = self.rows.chosen_row

        def undo() -> None:
            marks.restore(self._context.connection, before, self._context.clock())
            self._changed()
            if chosen is not None:
                self.rows.choose(chosen.id)

        self._changed()
        self._context.shell.say(words, icon="check-circle", undo=undo)

    def _changed(self) -> None:
        """The chosen row may have left: then the next one is chosen, so that the page beside shows what the next key
        acts on."""
        had_chosen = self.rows.chosen_row is not None
        self.read()
        if had_chosen and self.rows.chosen_row is None and not self.rows.choose_current():
            self.emptied.emit()
        self.marked.emit()
        self._context.shell.update_numbers()

    def _part_pressed(self, row: NotificationRow | None, part: str) -> None:
        if row is None:
            return
        index = self._model.index_of(row.id)
        at = self.rows.viewport().mapToGlobal(self.rows.visualRect(index).bottomRight() - QPoint(120, 8))
        if part == HANDLED:
            self.handle(row)
        elif part == LATER:
            self.put_off(row, at)
        elif part == MORE:
            self._open_menu(row, at)

    def _open_menu(self, row: NotificationRow, at: QPoint) -> None:
        menu = passing_menu(self)
        done = self.tr("Done\tE") if row.open else self.tr("To handle again\tE")
        menu.addAction(done, lambda: self.handle(row))
        menu.addAction(self.tr("Later …\tS"), lambda: self.put_off(row, at))
        about = of_notification(row.seen.notification, row.headline)
        menu.addAction(self.tr("Remind me …\tCtrl+R"), lambda: self._context.shell.remind(about, self.rows))
        menu.addAction(self.tr("Open outside\tEnter"), lambda: self.opened.emit(row))
        menu.addSeparator()
        kind = kind_words(row.seen.notification.kind)
        menu.addAction(self.tr("Mute {title}\tM").format(title=kind), lambda: self.mute_kind_of(row))
        if row.seen.notification.workspace_id:
            place = Mute(MuteScope.WORKSPACE, row.seen.notification.workspace_id)
            title = row.seen.workspace_title or self.tr("the workspace")
            menu.addAction(self.tr("Mute {title}").format(title=menu_words(title)), lambda: self.mute(place, title))
        if row.seen.notification.who:
            sender = Mute(MuteScope.SENDER, row.seen.notification.who)
            who = row.seen.notification.who
            menu.addAction(self.tr("Mute {title}").format(title=menu_words(who)), lambda: self.mute(sender, who))
        menu.popup(at)


def _short(words: str, longest: int = 40) -> str:
    return words if len(words) <= longest else f"{words[: longest - 1]}…"
