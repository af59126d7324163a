"""What was said: messages under each other, with who and when, and the user's own words on their way."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.dates import moment_words
from ui.invitation_words import way_words
from ui.look import look
from ui.restyling import take_leave
from ui.screens.outbox.intent_words import beginning
from ui.widgets.buttons import Button
from ui.widgets.labels import IconLabel, Label, Paragraph
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.marks import Avatar
from ui.widgets.tab_order import keep_in_tab_order
from workplace_app.domain.as_seen import MessageAsSeen, ThreadAsSeen
from workplace_app.domain.intent import IntentState

_WITHDRAWABLE = (IntentState.WAITING, IntentState.NEEDS_YOU)


class MessageView(QWidget):
    """One message as plain words: formatting and pictures are one key away, in Teams. ``foot`` is what can be done with
    it."""

    def __init__(self, seen: MessageAsSeen, now: datetime, *foot: QWidget) -> None:
        super().__init__()
        message, state = seen.message, seen.pending_state
        self.key = message.id
        when = moment_words(message.sent, now)
        who = message.author_name or self.tr("You")
        text = self.tr("The message has been removed.") if message.deleted else beginning(message.text)
        head = Row(Label(who, "strong", elide=True), Label(when, "caption", "muted", digits=True), None)
        words = Column(head, gap=2)
        if message.subject:
            words.addWidget(Label(message.subject, "strong", wrap=True))
        pale = message.deleted or state is not None
        words.addWidget(Paragraph(text, colour="muted" if pale else "text", leading=135))
        way = way_words(state) if state is not None else ""
        if way:
            needs_you = state is IntentState.NEEDS_YOU
            sign = IconLabel("warning" if needs_you else "clock", 14, "warning" if needs_you else "muted")
            words.addWidget(
                panel(Row(sign, Label(way, "caption", "warning" if needs_you else "muted"), *foot, None, gap=6))
            )
        elif foot:
            words.addWidget(panel(Row(*foot, None)))
        row = Row(panel(Column(Avatar(who), None)), panel(words), gap=12)
        row.setStretch(1, 1)
        self.setLayout(row)
        self.setAccessibleName(", ".join(filter(None, (who, f"{when}: {text}", way))))


class ThreadView(QWidget):
    """Messages, the oldest first, or the beginnings of threads. ``taken_back`` and ``decision_wanted`` carry the id of
    the user's own wish, ``thread_wanted`` that of a thread. ``about_to_change`` comes before others are shown."""

    about_to_change = Signal()
    taken_back = Signal(str)
    decision_wanted = Signal(str)
    thread_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(look.gap(18))
        self._shown: tuple[object, ...] = ()

    def show_messages(self, messages: Sequence[MessageAsSeen], now: datetime) -> None:
        """Show these; nothing is made anew when nothing has changed."""
        if self._is_shown(messages):
            return
        for seen in messages:
            self._layout.addWidget(MessageView(seen, now, *self._own_acts(seen)))
        keep_in_tab_order(self)

    def show_threads(self, threads: Sequence[ThreadAsSeen], now: datetime) -> None:
        """Show how each thread began, and a way into it."""
        if self._is_shown(threads):
            return
        for each in threads:
            replies = each.messages - 1 if each.first is not None else each.messages
            words = self.tr("%n reply(ies)", "", replies) if replies else self.tr("Reply", "act")
            into = Button(words, "flush", icon="reply", small=True)
            into.setAccessibleName(self.tr("{words}: open the thread").format(words=words))
            into.clicked.connect(partial(self.thread_wanted.emit, each.thread_id))
            self._layout.addWidget(MessageView(MessageAsSeen(each.first or each.latest), now, into))
        keep_in_tab_order(self)

    def _own_acts(self, seen: MessageAsSeen) -> tuple[QWidget, ...]:
        if seen.pending_intent_id is None or seen.pending_state not in _WITHDRAWABLE:
            return ()
        back = Button(self.tr("Take back"), "flush", small=True)
        back.clicked.connect(partial(self.taken_back.emit, seen.pending_intent_id))
        if seen.pending_state is not IntentState.NEEDS_YOU:
            return (back,)
        why = Button(self.tr("See why"), "flush", small=True)
        why.clicked.connect(partial(self.decision_wanted.emit, seen.pending_intent_id))
        return why, back

    def _is_shown(self, shown: Sequence[object]) -> bool:
        if tuple(shown) == self._shown:
            return True
        if self._shown:
            self.about_to_change.emit()
        self._shown = tuple(shown)
        while (item := self._layout.takeAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is not None:
                take_leave(widget)
        return False
