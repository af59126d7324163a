"""Ytor: workspaces at the left, what happened in the middle, what it is about at the right."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.commands import Command
from ui.models.choice_model import ChoiceModel, ChoiceRow
from ui.models.notification_model import NotificationRow, notification_row
from ui.pane_screen import PaneScreen
from ui.reminders.subjects import of_notification, of_workspace
from ui.screen import ScreenContext
from ui.screens.workspaces.notification_page import NotificationPage
from ui.screens.workspaces.notification_pane import EVERY_WORKSPACE, NotificationPane
from ui.screens.workspaces.page_pane import PagePane
from ui.screens.workspaces.workspace_page import WorkspacePage
from ui.screens.workspaces.workspace_rows import choice_row, place_in_list
from ui.widgets.adaptive_panes import AdaptivePanes, Pane
from ui.widgets.buttons import Button
from ui.widgets.choice_delegate import ChoiceDelegate
from ui.widgets.flow import Flow
from ui.widgets.headings import pane_head
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.row_list import RowList
from ui.widgets.surface import Surface
from workplace_app.domain.as_seen import WorkspaceAsSeen
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.own_things import Mute, MuteScope, PinKind
from workplace_app.domain.workspace import WorkspaceKind
from workplace_app.store.notification_reader import count_notifications, notification
from workplace_app.store.own_things import notification_marks, pins
from workplace_app.store.workspace_reader import workspace, workspaces

ALL = "all"
ROOM_FROM = (900, 1400)
_MANY = 500


class WorkspacesScreen(PaneScreen):
    """E is done, S later, M mute, R reply, Enter opens; each can be undone with Ctrl+Z."""

    kinds: ClassVar = frozenset(
        {ChangeKind.NOTIFICATIONS, ChangeKind.WORKSPACES, ChangeKind.MESSAGES, ChangeKind.FILES}
        | {ChangeKind.OWN_THINGS, ChangeKind.OUTBOX, ChangeKind.FEED_STATE}
    )
    feeds: ClassVar = frozenset({"teams", "groups", "sites", "site_files", "site_news", "chats"})

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._choices = ChoiceModel()
        self._choice_list = RowList(self.tr("Workspaces"), self._choices, ChoiceDelegate())
        self._pane = NotificationPane(context)
        self._build()
        self._connect()
        # Opening the view is the moment at which Microsoft's terms let chats be read.
        context.requests.refresh(frozenset({"chats"}))

    def _build(self) -> None:
        self._choice_pane = Surface("surface", layout=Column(pane_head(self.tr("Workspaces")), self._choice_list))
        self._page_pane = PagePane()
        self._to_choices = Button(self.tr("All workspaces"), "quiet", icon="chevron-left")
        self._to_workspace = Button(self.tr("Show the workspace"), "quiet", icon="chevron-right")
        ways = Flow(self._to_choices, self._to_workspace, last_at_end=True)
        to_choices = panel(Row(panel(ways), margins=(8, 8, 8, 0)))
        self._middle = Surface("surface", layout=Column(to_choices, self._pane))
        panes = AdaptivePanes(
            "workspaces",
            Pane(self._choice_pane, 250, stop=self._choice_list),
            Pane(self._middle, 412, way=to_choices, stop=self._pane.rows),
            Pane(self._page_pane, way=self._page_pane.way),
            room_from=ROOM_FROM,
            memory=self.context.settings.storage,
        )
        self.use_panes(panes)

    def _connect(self) -> None:
        self._choice_list.chosen.connect(self._workspace_chosen)
        self._choice_list.opened.connect(self._go_into)
        self._choice_list.bind("Ctrl+D", self._toggle_favourite)
        self._choice_list.bind("R", self._page_pane.reply)
        self._pane.chosen.connect(self._show_notification)
        self._pane.opened.connect(self._open)
        self._pane.marked.connect(self._read_choices)
        self._pane.emptied.connect(self._show_nothing)
        self._pane.rows.bind("Ctrl+Return", self._open_current)
        self._pane.rows.bind("R", self._reply)
        self._page_pane.back.clicked.connect(lambda: self._panes.show_pane(self._middle))
        self._to_workspace.clicked.connect(self._show_chosen_workspace)
        self._panes.rearranged.connect(self._offer_workspace)
        self._to_choices.clicked.connect(lambda: self._panes.show_pane(self._choice_pane))

    def title(self) -> str:
        """The place's name."""
        return self.tr("Workspaces")

    # Reading

    def refresh(self, kinds: frozenset[ChangeKind]) -> None:
        """Read lists again; the page that is shown reads what it shows."""
        if kinds - {ChangeKind.FEED_STATE}:
            self._read_choices()
        self._pane.read()
        if self._page_pane.shown is not None:
            self._page_pane.shown.read()

    def tick(self, now: datetime) -> None:
        """What was put off comes back when its time has come; what is shown is older than it was."""
        del now
        self._read_choices()
        self._pane.read()
        if self._page_pane.shown is not None:
            self._page_pane.shown.read()

    def _read_choices(self) -> None:
        now, connection = self.context.clock(), self.context.connection
        unread = count_notifications(connection, now).open
        rows = [ChoiceRow(ALL, "workspaces", self.tr("All workspaces"), unread or None)]
        listed = sorted(workspaces(connection, now, limit=_MANY).rows, key=place_in_list)
        rows += [choice_row(seen, self._heading(seen)) for seen in listed]
        self._choices.set_rows(rows)
        if self._choice_list.chosen_row is None:
            self._choice_list.choose(ALL)

    def _heading(self, seen: WorkspaceAsSeen) -> str:
        if seen.favourite:
            return self.tr("Favourites")
        return {
            WorkspaceKind.TEAM: self.tr("Teams"),
            WorkspaceKind.CHAT: self.tr("Chats"),
            WorkspaceKind.SITE: self.tr("SharePoint sites"),
            WorkspaceKind.GROUP: self.tr("Groups"),
        }[seen.workspace.kind]

    # Acts

    def _workspace_chosen(self, row: ChoiceRow) -> None:
        self._pane.show_workspace(EVERY_WORKSPACE if row.id == ALL else row.id)
        self._to_choices.set_words(row.title, self.tr("{place}: choose another").format(place=row.title))
        if row.id != ALL:
            self._show_workspace(row.id)
        self._offer_workspace()

    def _go_into(self, row: ChoiceRow) -> None:
        """The page of the workspace where that stands beside the list, else what has happened there."""
        page = row.id != ALL and self._panes.in_sight(self._page_pane)
        self._panes.show_pane(self._page_pane if page else self._middle)
        self._panes.focus_pane(self._page_pane if page else self._middle)

    def _offer_workspace(self) -> None:
        """Where the page does not stand beside the list, the workspace itself would be out of reach."""
        chosen: ChoiceRow | None = self._choice_list.chosen_row
        self._to_workspace.setVisible(self._panes.room == 1 and chosen is not None and chosen.id != ALL)

    def _show_chosen_workspace(self) -> None:
        chosen: ChoiceRow | None = self._choice_list.chosen_row
        if chosen is not None and chosen.id != ALL:
            self._show_workspace(chosen.id)
            self._panes.show_pane(self._page_pane)

    def _show_workspace(self, workspace_id: str, place_id: str = "") -> None:
        seen = workspace(self.context.connection, workspace_id, self.context.clock())
        if seen is None:
            return
        page = WorkspacePage(self.context, seen)
        page.favourite_wanted.connect(self._toggle_favourite)
        page.mute_wanted.connect(self._toggle_mute)
        self._page_pane.show_page(page)
        if place_id:
            page.choose_place(place_id)

    def _show_notification(self, row: NotificationRow) -> None:
        page = NotificationPage(self.context, row)
        page.done.connect(lambda: self._pane.handle(row))
        page.later.connect(lambda button: self._pane.put_off(row, button.mapToGlobal(QPoint(0, button.height()))))
        page.mute.connect(lambda: self._pane.mute_kind_of(row))
        self._page_pane.show_page(page)

    def _show_nothing(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self._page_pane.isAncestorOf(focused):
            self._pane.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        self._page_pane.show_nothing()
        self._panes.show_pane(self._middle)

    def _open(self, row: NotificationRow) -> None:
        if self._panes.room > 1:
            self.context.shell.open_address(row.seen.notification.address)
        else:
            self._show_notification(row)
            self._panes.show_pane(self._page_pane)

    def _open_current(self) -> None:
        if self._page_pane.shown is not None:
            self._page_pane.shown.open_outside()

    def _reply(self) -> None:
        """Write an answer to what is chosen."""
        if self._pane.rows.choose_current():
            self._panes.show_pane(self._page_pane)
            self._page_pane.reply()

    def _toggle_favourite(self) -> None:
        if not isinstance(self._page_pane.shown, WorkspacePage):
            return
        connection, shown = self.context.connection, self._page_pane.shown.seen.workspace
        if shown.id in pins.pinned(connection, PinKind.WORKSPACE):
            before = pins.unpin(connection, PinKind.WORKSPACE, shown.id)
            words = self.tr("{title} is no longer a favourite.")
        else:
            before = pins.pin(connection, PinKind.WORKSPACE, shown.id)
            words = self.tr("{title} is a favourite.")

        def undo() -> None:
            pins.restore(connection, PinKind.WORKSPACE, before)
            self._own_things_changed(shown.id)

        self._own_things_changed(shown.id)
        self.context.shell.say(words.format(title=shown.title), icon="star", undo=undo)

    def _toggle_mute(self) -> None:
        if not isinstance(self._page_pane.shown, WorkspacePage):
            return
        shown = self._page_pane.shown.seen.workspace
        what = Mute(MuteScope.WORKSPACE, shown.id)
        if self._page_pane.shown.seen.muted:
            notification_marks.unmute(self.context.connection, what)
            self._own_things_changed(shown.id)
        else:
            self._pane.mute(what, shown.title)
            self._own_things_changed(shown.id)

    def _own_things_changed(self, workspace_id: str) -> None:
        self._read_choices()
        self._pane.read()
        self._show_workspace(workspace_id)
        self.context.shell.update_numbers()

    # Places

    def choose_first(self) -> None:
        """Choose the first notification, so that its page is shown."""
        self._pane.rows.choose_first()

    def show_item(self, item_id: str) -> None:
        """A notification, a workspace, or a channel of one."""
        now = self.context.clock()
        seen = notification(self.context.connection, item_id, now)
        if seen is not None:
            if not self._pane.rows.choose(item_id) or self.shown_item() != item_id:
                self._show_notification(notification_row(seen, now))
            self._panes.show_pane(self._page_pane)
            return
        team = f"team:{item_id.removeprefix('channel:').partition('/')[0]}" if item_id.startswith("channel:") else ""
        wanted = team or item_id
        if not self._choice_list.choose(wanted) or self.shown_item() != wanted:  # chosen, and left for a notification
            self._show_workspace(wanted)
        if team and isinstance(self._page_pane.shown, WorkspacePage):
            self._page_pane.shown.choose_place(item_id)
        self._panes.show_pane(self._page_pane)

    def focus_item(self) -> None:
        """Its row, from which the arrows go on, if that is in sight; else the page."""
        row = self._pane.rows.chosen_row
        if self._panes.in_sight(self._middle) and row is not None and row.id == self.shown_item():
            self._pane.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._panes.focus_pane(self._page_pane)

    def shown_item(self) -> str:
        """What the page shows."""
        if isinstance(self._page_pane.shown, NotificationPage):
            return self._page_pane.shown.row.id
        return self._page_pane.shown.seen.workspace.id if self._page_pane.shown is not None else ""

    def remind(self) -> None:
        """Of the notification or the workspace that is shown."""
        shown = self._page_pane.shown
        if isinstance(shown, NotificationPage):
            self.context.shell.remind(of_notification(shown.row.seen.notification, shown.row.headline))
        else:
            self.context.shell.remind(of_workspace(shown.seen.workspace) if shown is not None else None)

    def focus_first(self) -> None:
        """The list of what happened."""
        self._pane.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        """Workspaces, what happened, what it is about."""
        return (self._choice_list, self._pane.rows, self._page_pane)

    def commands(self) -> Sequence[Command]:
        """What can be done here."""
        return (
            Command("workspaces.done", self.tr("Mark all notifications as done"), self._pane.handle_all, "", "check"),
            Command("workspaces.favourite", self.tr("Favourite or not"), self._toggle_favourite, "Ctrl+D", "star"),
            Command("workspaces.mute", self.tr("Mute the workspace or not"), self._toggle_mute, "", "bell-off"),
        )
