"""The foot of a conversation: what the user wants to say there, kept until it is sent, and called back with Ctrl+Z."""

from functools import partial

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.drafts import KEPT_AFTER_MS, reply_draft
from ui.look import look
from ui.offline_note import is_offline
from ui.places import OUTBOX
from ui.screen import ScreenContext
from ui.screens.outbox.conflict_view import open_conflict
from ui.taking_back import take_back
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.layouts import Column, panel
from ui.widgets.toast import HOLD
from ui.widgets.writing_area import WritingArea
from workplace_app.domain.draft import Draft
from workplace_app.domain.frozen import frozen
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.problem import ProblemRaised
from workplace_app.domain.wishes import Reply, wish_of
from workplace_app.store.drafts import Drafts
from workplace_app.store.outbox_filing import file_intent
from workplace_app.store.outbox_reader import intent

AIR_BELOW = 24
HEIGHT = 112
"""Pixels at 100 %: four lines, and it scrolls."""


@frozen
class Conversation:
    """Where something can be said: a thread of a channel, or a chat (then ``thread_id`` is None). ``about`` is what
    the outbox calls it."""

    place_id: str
    thread_id: str | None
    about: str

    @property
    def key(self) -> str:
        """What tells it from others."""
        return self.thread_id or self.place_id

    @property
    def draft(self) -> str:
        """What its draft is kept under."""
        return reply_draft(self.key)


def conversation(place_id: str, thread_id: str, about: str) -> Conversation | None:
    """The conversation at a place; None for a place in which the program cannot speak."""
    if place_id.startswith("chat:"):
        return Conversation(place_id, None, about)
    return Conversation(place_id, thread_id, about) if place_id.startswith("channel:") and thread_id else None


def call_back(context: ScreenContext, intent_id: str) -> str:
    """Withdraw a reply that still waits, and put its words before what has been begun in its conversation since; gives
    that conversation's key. "" when it is too late, which is said."""
    filed = intent(context.connection, intent_id)
    wish = wish_of(filed.kind, filed.payload) if filed is not None else None
    if filed is None or not isinstance(wish, Reply):
        return ""
    key = wish.thread_id or filed.target_id
    if not take_back(context, intent_id, Draft(reply_draft(key), wish.text)):
        late = QCoreApplication.translate("ReplyBox", "It is too late to take the reply back: it is on its way.")
        context.shell.say(late, icon="info")
        return ""
    context.shell.say(QCoreApplication.translate("ReplyBox", "The reply is taken back. It was not sent."), icon="undo")
    return key


def _undo(box: "ReplyBox", context: ScreenContext, intent_id: str) -> None:
    """Also when the page on which it was said has gone: then the words wait in the conversation."""
    if shiboken6.isValid(box):
        box.take_back(intent_id)
    elif call_back(context, intent_id):
        context.shell.update_numbers()


class ReplyBox(QWidget):
    """Closed it is a button, open a field. Esc closes it and keeps what is written, and so does everything else that
    takes it out of sight. ``said`` comes when something has been said or taken back: what is shown has changed."""

    said = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._where: Conversation | None = None
        self._kept = ""
        """What was on the disk when this box last looked."""
        self.open_button = Button(self.tr("Reply", "act"), icon="reply", key="R")
        self.field = WritingArea("")
        self._send = Button(self.tr("Send", "act"), "primary", icon="send", key=self.tr("Ctrl+Enter"))
        self._close = Button(self.tr("Close", "act"), "quiet", key=self.tr("Esc"))
        self._hint = Label("", "caption", "muted", wrap=True)
        self._writing = panel(Column(self.field, self._hint, panel(Flow(self._send, self._close)), gap=8))
        self.setLayout(Column(panel(Flow(self.open_button)), self._writing))
        self._writing.hide()
        self.restyle()
        self._keep_soon = QTimer(self, singleShot=True, interval=KEPT_AFTER_MS)
        self._keep_soon.timeout.connect(self.keep)
        self.open_button.clicked.connect(self.open)
        self.field.textChanged.connect(self._written)
        self.field.sent.connect(self.send)
        self._send.clicked.connect(self.send)
        self._close.clicked.connect(self.close_field)
        self.hide()

    def restyle(self) -> None:
        """Room for some lines, not for the whole pane: what is answered stays in sight."""
        self.field.setFixedHeight(look.px(HEIGHT))

    # Where

    def show_for(self, where: Conversation | None) -> None:
        """Be the foot of this conversation, with what was begun there; None where nothing can be said."""
        self._tell_network()
        if where is not None and self._where is not None and where.key == self._where.key:
            self._where = where
            self.keep()
            return
        self._put_aside()
        self._where = where
        self._show_closed()
        self.setVisible(where is not None)
        if where is not None:
            self.field.setAccessibleName(self.tr("Reply in {place}").format(place=where.about))
            self._fill(self._on_disk(where))

    def open(self) -> None:
        """Write, from where one left off."""
        if self._where is None:
            return
        self._tell_network()
        self.keep()
        self.open_button.hide()
        self._writing.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._bring_into_sight)  # when the page has been laid out with it

    def _bring_into_sight(self) -> None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if isinstance(parent, QScrollArea) and self._writing.isVisible():
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            parent.ensureWidgetVisible(self._writing, 0, look.gap(AIR_BELOW))

    def close_field(self) -> None:
        """Put it aside; what is written stays."""
        self._put_aside()
        had_focus = self._writing.isAncestorOf(self._focused())
        self._show_closed()
        if had_focus:
            self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Put what is written on the disk, behind what has come back there since this box looked."""
        self._keep_soon.stop()
        if self._where is None:
            return
        there, written = self._on_disk(self._where), self.field.toPlainText()
        if there not in (self._kept, written):
            since = "" if written == self._kept else written
            back = there.removesuffix(self._kept).rstrip() if since else there
            written = "\n\n".join(part for part in (back, since) if part.strip())
            self._show(written)
        Drafts(self._context.connection).keep(self._where.draft, written)
        self._kept = self._on_disk(self._where)

    def _on_disk(self, where: Conversation) -> str:
        return Drafts(self._context.connection).text(where.draft)

    # What

    def send(self) -> None:
        """File the reply: shown at once, sent when its time to be called back is over and there is a network."""
        where, text = self._where, self.field.toPlainText().strip()
        if where is None or not text:
            return
        wish, now = Reply(text, where.thread_id), self._context.clock()
        self.keep()  # until it is filed
        filed = file_intent(
            self._context.connection,
            IntentKind.REPLY,
            where.place_id,
            now,
            wish,
            about=where.about,
            hold=HOLD,
            draft=where.draft,
        )
        self._fill("")
        self.close_field()
        words = (
            self.tr("The reply is sent when the network is back.") if self._offline else self.tr("The reply is sent.")
        )
        self._context.shell.say(words, icon="send", undo=partial(_undo, self, self._context, filed.id))
        self._tell()

    def take_back(self, intent_id: str) -> None:
        """Withdraw a reply that still waits; its words go back into the field of its conversation."""
        self.keep()
        key = call_back(self._context, intent_id)
        if self._where is not None and self._where.key == key:
            self._fill(self._on_disk(self._where))
            self.open()
        if key:
            self._tell()

    def decide(self, intent_id: str) -> None:
        """A reply that needs the user: what became of the place, or what is wrong."""
        if open_conflict(self._context, self, intent_id, self.said.emit) is None:
            self._context.shell.go(OUTBOX, intent_id)

    # Inside

    @property
    def _offline(self) -> bool:
        return is_offline(self._context)

    def _tell_network(self) -> None:
        self._hint.setText(
            self.tr("No network. The reply is sent when it is back.")
            if self._offline
            else self.tr("It is sent as plain text, with your name.")
        )

    def _tell(self) -> None:
        self._context.requests.refresh(frozenset())
        self._context.shell.update_numbers()
        self.said.emit()

    def _fill(self, text: str) -> None:
        self._show(text)
        self.keep()
        self._written_or_not()

    def _show(self, text: str) -> None:
        if text != self.field.toPlainText():
            self.field.setPlainText(text)
            self.field.moveCursor(QTextCursor.MoveOperation.End)
        self._keep_soon.stop()

    def _written(self) -> None:
        self._keep_soon.start()
        self._written_or_not()

    def _written_or_not(self) -> None:
        written = bool(self.field.toPlainText().strip())
        self._send.setEnabled(written)
        self.open_button.set_words(self.tr("Go on with the reply") if written else self.tr("Reply", "act"))

    def _show_closed(self) -> None:
        self._writing.hide()
        self.open_button.show()

    def _focused(self) -> QWidget:
        return self.window().focusWidget() or self

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the field."""
        if event.key() == Qt.Key.Key_Escape and self._writing.isVisible():
            self.close_field()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight: keep what is written."""
        if self._keep_soon.isActive():
            self._put_aside()
        super().hideEvent(event)

    def _put_aside(self) -> None:
        """Keep what is written and go on, also when the disk does not take it: it is remembered then (``drafts.py``),
        and a field that stayed behind would send what is written next to the conversation before."""
        try:
            self.keep()
        except ProblemRaised as raised:
            QTimer.singleShot(0, partial(_raise, raised))  # told from there: main.py words it for the user


def _raise(problem: ProblemRaised) -> None:
    raise problem
