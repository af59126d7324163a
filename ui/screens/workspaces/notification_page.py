"""The page of one notification: what happened, what can be done, why it came, and what was said around it."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.invitation_answering import InvitationAnswering
from ui.models.notification_model import WORKSPACE_ICONS, NotificationRow
from ui.notification_kinds import kind_words
from ui.panes import first_stop
from ui.screen import ScreenContext
from ui.screens.workspaces.about_target import AboutTarget, target_of
from ui.screens.workspaces.place_state import PlaceState
from ui.screens.workspaces.reply_box import ReplyBox, conversation
from ui.screens.workspaces.thread_view import ThreadView
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.labels import IconLabel, Label, Paragraph
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.notes import Note
from ui.widgets.surface import Rule
from workplace_app.domain.as_seen import EventAsSeen, TaskAsSeen
from workplace_app.domain.notification import NotificationKind
from workplace_app.store.message_reader import message, thread

_SAID = {
    NotificationKind.MENTION,
    NotificationKind.CHANNEL_MESSAGE,
    NotificationKind.CHAT_MESSAGE,
    NotificationKind.CONVERSATION,
}


class NotificationPage(QWidget):
    """``done``, ``later`` and ``mute`` are for the list, which keeps the marks."""

    done = Signal()
    later = Signal(QWidget)
    mute = Signal()

    def __init__(self, context: ScreenContext, row: NotificationRow) -> None:
        super().__init__()
        self._context = context
        self.row = row
        self.setAccessibleName(row.headline)
        self._thread = ThreadView()
        self._reply = ReplyBox(context)
        self._thread.taken_back.connect(self._reply.take_back)
        self._thread.decision_wanted.connect(self._reply.decide)
        self._reply.said.connect(self.read)
        self._answering = InvitationAnswering(context, self, self.read)
        self._about = Column()
        self._told: AboutTarget | None = None
        self._target: TaskAsSeen | EventAsSeen | None = None
        self._state = PlaceState(context)
        self._fetched = Label("", "caption", "muted", digits=True, wrap=True)
        column = Column(self._path(), 10, Paragraph(row.headline, "title", leading=120), 10, self._acts(), 12)
        question = self.tr("Why do I see this?")
        column.addWidget(Note("info", f"<b>{question}</b> {escape(row.why)}.", icon="eye", markup=True))
        column.addSpacing(14)
        if row.seen.notification.kind in _SAID:
            column.addWidget(Rule())
            column.addSpacing(10)
            column.addWidget(self._thread_head())
            column.addWidget(self._state)
            column.addSpacing(10)
            column.addWidget(self._thread)
            column.addSpacing(14)
            column.addWidget(self._reply)
        else:
            column.addLayout(self._about)
        column.addStretch(1)
        self.setLayout(Column(column, margins=(24, 16, 24, 24)))
        self.read()

    def _tell_about(self) -> None:
        """Say what it is about, anew when that has changed; whoever was on one of its buttons stays on its buttons."""
        target = target_of(self._context, self.row)
        if self._told is not None and target == self._target:
            return
        earlier, self._target = self._told, target
        self._told = AboutTarget(self._context, self.row, target, self._answering)
        self._about.addWidget(self._told)
        if earlier is None:
            return
        focused = QApplication.focusWidget()
        had_focus = focused is not None and earlier.isAncestorOf(focused)
        earlier.hide()
        earlier.deleteLater()
        stop = first_stop(self._told) if had_focus else None
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def reply(self) -> None:
        """Write an answer, where one can be given."""
        self._reply.open()

    def _path(self) -> QWidget:
        seen = self.row.seen
        icon = WORKSPACE_ICONS[seen.workspace_kind] if seen.workspace_kind else "today"
        title = seen.workspace_title or self.tr("Tasks and calendar")
        return panel(Row(IconLabel(icon, 18), Label(title, "body", "muted", elide=True), None, gap=8))

    def _acts(self) -> QWidget:
        words = self.tr("Open in Teams") if self.row.seen.notification.kind in _SAID else self.tr("Open")
        self.open_button = Button(words, "primary", icon="external", key=self.tr("Enter"))
        self.open_button.setEnabled(self.row.seen.notification.address is not None)
        self.open_button.clicked.connect(self.open_outside)
        done = Button(self.tr("Done", "act"), icon="check", key="E")
        self._later = Button(self.tr("Later", "act"), icon="later", key="S")
        muted = self.tr("Mute {kind} (M)").format(kind=kind_words(self.row.seen.notification.kind))
        mute = Button(self.tr("Mute", "act"), icon="bell-off", tip=muted)
        done.clicked.connect(self.done)
        self._later.clicked.connect(self.put_off)
        mute.clicked.connect(self.mute)
        return panel(Flow(self.open_button, done, self._later, mute))

    def _thread_head(self) -> QWidget:
        self._again = Button(self.tr("Fetch again"), "flush", small=True)
        self._again.clicked.connect(self._state.fetch)
        head = Row(self._fetched, self._again)
        head.setStretch(0, 1)
        return panel(head)

    def read(self) -> None:
        """Show what is kept of the thread, and when it was fetched; or what it is about, as it is now."""
        about = self.row.seen.notification
        if about.kind not in _SAID:
            self._tell_about()
            return
        now = self._context.clock()
        found = None if self._state.turned_off else message(self._context.connection, about.target_id)
        messages = thread(self._context.connection, found.thread_id) if found is not None else ()
        self._thread.show_messages(messages, now)
        self._state.place_id = found.place_id if found is not None else about.workspace_id or ""
        thread_id = found.thread_id if found is not None else ""
        self._again.setVisible(self._state.can_be_read)
        if self._state.turned_off:
            self._reply.show_for(None)
            self._fetched.setText(
                self.tr("The municipality's IT has turned off reading here. Open it in Teams to see what is said.")
            )
            return
        self._reply.show_for(conversation(self._state.place_id, thread_id, self._place_words()))
        age = self._state.age()
        self._fetched.setText(
            self.tr("The thread was fetched {time}").format(time=age)
            if age
            else self.tr("The thread has not been fetched. Teams is read only when you ask.")
        )
        failed = self._state.together().problem is not None
        self._state.show_for(empty=failed and not messages, empty_words="")

    def _place_words(self) -> str:
        return self.row.seen.workspace_title or self.row.headline

    def put_off(self) -> None:
        """Ask when it is to come back, below the button that says so."""
        self.later.emit(self._later)

    def open_outside(self) -> None:
        """Open it in Teams, SharePoint or the browser."""
        self._context.shell.open_address(self.row.seen.notification.address)
