"""The page of one workspace: its channels and what is said in them, its chat, or its latest files."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.dates import moment_words
from ui.models.link_model import LinkModel, LinkRow
from ui.models.notification_model import WORKSPACE_ICONS, workspace_kind_words
from ui.screen import ScreenContext
from ui.screens.workspaces.place_state import PlaceState
from ui.screens.workspaces.reply_box import ReplyBox, conversation
from ui.screens.workspaces.thread_view import ThreadView
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.headings import section_heading
from ui.widgets.labels import IconLabel, Label, Paragraph
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.notes import StateLine
from ui.widgets.plain_delegate import PlainDelegate
from ui.widgets.row_list import RowList
from ui.widgets.surface import Rule
from workplace_app.domain.as_seen import MessageAsSeen, WorkspaceAsSeen
from workplace_app.domain.workspace import WorkspaceKind
from workplace_app.store.file_reader import files
from workplace_app.store.message_reader import messages, thread, threads
from workplace_app.store.workspace_reader import channels

_MOST_THREADS, _MOST_MESSAGES, _MOST_FILES = 15, 40, 30


class WorkspacePage(QWidget):
    """``favourite_wanted`` and ``mute_wanted`` are for the screen, which keeps them. Opening a channel, a chat or a
    group reads it: Teams is never read in the background."""

    favourite_wanted = Signal()
    mute_wanted = Signal()

    def __init__(self, context: ScreenContext, seen: WorkspaceAsSeen) -> None:
        super().__init__()
        self._context = context
        self.seen = seen
        self._state = PlaceState(context, "" if seen.workspace.kind is WorkspaceKind.TEAM else seen.workspace.id)
        self.setAccessibleName(seen.workspace.title)
        self._thread = ThreadView()
        self._thread_id = ""
        self._reply = ReplyBox(context)
        self._thread.taken_back.connect(self._reply.take_back)
        self._thread.decision_wanted.connect(self._reply.decide)
        self._thread.thread_wanted.connect(self.open_thread)
        self._reply.said.connect(self.read)
        self._channel_title = section_heading("")
        self._fetched = Label("", "caption", "muted", digits=True, elide=True)
        self._links = LinkModel()
        self._list = RowList(self._list_name(), self._links, PlainDelegate(), fit=True)
        self._list.opened.connect(self._opened)
        self._list.chosen.connect(self._row_chosen)
        self._build()
        self.read()
        self._state.fetch()

    def _list_name(self) -> str:
        return self.tr("Channels") if self.seen.workspace.kind is WorkspaceKind.TEAM else self.tr("Latest files")

    def _build(self) -> None:
        shown = self.seen.workspace
        head = Row(IconLabel(WORKSPACE_ICONS[shown.kind], 20), Label(workspace_kind_words(shown.kind), "body", "muted"))
        head.addStretch(1)
        column = Column(panel(head), 8, Paragraph(shown.title, "heading", leading=115), 4, margins=(24, 16, 24, 0))
        if shown.description:
            column.addWidget(Paragraph(shown.description, colour="muted"))
        if shown.members:
            column.addWidget(Label(", ".join(shown.members), "body", "muted", wrap=True))
        column.addSpacing(10)
        column.addWidget(self._acts())
        column.addSpacing(12)
        column.addWidget(Rule())
        column.addSpacing(8)
        page = Column(column)
        if shown.kind in (WorkspaceKind.TEAM, WorkspaceKind.SITE):
            column.addWidget(section_heading(self._list_name()))
            # A row keeps its words 16 px from the edge of its list: heading and rows begin on the same line.
            page.addWidget(panel(Row(self._list, margins=(8, 2, 8, 0))))
        if shown.kind is not WorkspaceKind.SITE:
            page.addWidget(self._conversation())
        page.addStretch(1)
        self.setLayout(page)

    def _conversation(self) -> QWidget:
        self._again = Button(self.tr("Fetch again"), "flush", small=True)
        self._again.clicked.connect(self._state.fetch)
        hint = self.tr("Choose a channel to read it. Teams is read only when you look.")
        if self._state.turned_off:
            hint = self.tr("The municipality's IT has turned off reading here. Open it in Teams to see what is said.")
            if self.seen.workspace.kind is WorkspaceKind.GROUP:
                hint = self.tr("The municipality's IT has turned off reading here. Open it in Outlook instead.")
        self._hint = StateLine("lock" if self._state.turned_off else "help", hint, muted=True)
        head = panel(Row(self._channel_title, self._fetched, None, self._again, margins=(24, 0, 24, 0)))
        self._all_threads = Button(self.tr("All threads"), "flush", icon="chevron-left", small=True)
        self._all_threads.clicked.connect(lambda: self.open_thread(""))
        way = panel(Row(self._all_threads, None, margins=(24, 0, 24, 0)))
        said = panel(Row(self._thread, margins=(24, 0, 24, 0)))
        reply = panel(Row(self._reply, margins=(24, 0, 24, 0)))
        # A note stands further out than the words that it is about, as it does over a list.
        return panel(Column(8, head, self._hint, self._state, way, 8, said, 14, reply, 24))

    def _acts(self) -> QWidget:
        self.open_button = Button(self.tr("Open"), "primary", icon="external", key=self.tr("Ctrl+Enter"))
        self.open_button.setEnabled(self.seen.workspace.address is not None)
        self.open_button.clicked.connect(self.open_outside)
        favourite = Button(
            self.tr("Favourite") if self.seen.favourite else self.tr("Make a favourite"),
            icon="star-filled" if self.seen.favourite else "star",
            key="Ctrl+D",
        )
        favourite.clicked.connect(self.favourite_wanted)
        words, tip = self.tr("Mute", "act"), self.tr("Mute the workspace")
        if self.seen.muted:
            words, tip = self.tr("Unmute", "act"), self.tr("Unmute the workspace")
        mute = Button(words, icon="bell" if self.seen.muted else "bell-off", tip=tip)
        mute.clicked.connect(self.mute_wanted)
        return panel(Flow(self.open_button, favourite, mute))

    # Reading

    def read(self) -> None:
        """Show what is kept of it."""
        now, shown = self._context.clock(), self.seen.workspace
        if shown.kind is WorkspaceKind.TEAM:
            found = channels(self._context.connection, shown.id)
            self._links.set_rows([LinkRow(each.id, "lock" if each.private else "chat", each.title) for each in found])
        elif shown.kind is WorkspaceKind.SITE:
            listed = files(self._context.connection, shown.id, limit=_MOST_FILES).rows
            rows = [_file_row(each.id, each.name, each.address, each.changed, now) for each in listed]
            self._links.set_rows(rows)
        if shown.kind is not WorkspaceKind.SITE:
            self._read_said(now)

    def _read_said(self, now: datetime) -> None:
        chosen = self._state.can_be_read
        something = self._show_said(now) if chosen else self._show_messages((), now)
        self._hint.setVisible(not chosen)
        self._again.setVisible(chosen)
        self._all_threads.setVisible(bool(self._thread_id))
        title = self._channel_title.text() or self.seen.workspace.title
        self._reply.show_for(conversation(self._state.place_id, self._thread_id, title) if chosen else None)
        age = self._state.age() if chosen else ""
        self._fetched.setText(self.tr("Fetched {time}").format(time=age) if age else "")
        if chosen:
            self._state.show_for(empty=not something, empty_words=self.tr("Nothing is said here."), empty_icon="chat")

    def _show_said(self, now: datetime) -> bool:
        """A chat whole, a channel by its threads, or the thread that was opened; False when there is nothing."""
        connection, place = self._context.connection, self._state.place_id
        if self.seen.workspace.kind is WorkspaceKind.CHAT:
            return self._show_messages(tuple(reversed(messages(connection, place, limit=_MOST_MESSAGES).rows)), now)
        if self._thread_id:
            return self._show_messages(thread(connection, self._thread_id), now)
        listed = threads(connection, place, limit=_MOST_THREADS).rows
        if self.seen.workspace.kind is not WorkspaceKind.TEAM:  # a group is read here and answered by mail
            return self._show_messages(tuple(MessageAsSeen(each.first or each.latest) for each in listed), now)
        self._thread.show_threads(listed, now)
        return bool(listed)

    def _show_messages(self, said: Sequence[MessageAsSeen], now: datetime) -> bool:
        self._thread.show_messages(said, now)
        return bool(said)

    def open_thread(self, thread_id: str) -> None:
        """Show one thread of the channel with its foot, or all threads again."""
        self._thread_id = thread_id
        self.read()
        if thread_id:
            self._reply.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def reply(self) -> None:
        """Write an answer, where one can be given: in a chat, or in the thread that is open."""
        self._reply.open()

    def choose_place(self, place_id: str) -> None:
        """Show one channel."""
        self._list.choose(place_id)

    def _row_chosen(self, row: LinkRow) -> None:
        if self.seen.workspace.kind is not WorkspaceKind.TEAM or row.id == self._state.place_id:
            return
        self._state.place_id = row.id
        self._thread_id = ""
        self._channel_title.setText(row.title)
        self.read()
        self._state.fetch()

    def _opened(self, row: LinkRow) -> None:
        if self.seen.workspace.kind is WorkspaceKind.TEAM:
            self._list.choose(row.id)  # current from the beginning, but not chosen by anybody
        elif row.address:
            self._context.shell.open_address(row.address)

    def open_outside(self) -> None:
        """Open the workspace in Teams or SharePoint."""
        self._context.shell.open_address(self.seen.workspace.address)


def _file_row(file_id: str, name: str, address: str | None, changed: datetime, now: datetime) -> LinkRow:
    return LinkRow(file_id, "file", name, moment_words(changed, now), address=address)
