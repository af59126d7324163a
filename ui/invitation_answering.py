"""Answers an invitation for the user: shown at once, held for a few seconds, sent by the outbox, undone with Ctrl+Z."""

from collections.abc import Callable
from datetime import timedelta

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject

from ui.drafts import Drafts
from ui.invitation_words import ANSWERS, can_answer, draft_of
from ui.screen import ScreenContext
from workplace_app.domain.event import Event, Response
from workplace_app.domain.intent import IntentKind, IntentState
from workplace_app.domain.wishes import InvitationAnswer
from workplace_app.store.event_reader import event as read_event
from workplace_app.store.outbox_filing import file_intent, withdraw
from workplace_app.store.outbox_reader import intent as read_intent

HOLD = timedelta(seconds=6)
"""As long as the toast stays: each answer mails the organiser, who cannot be made to forget one."""


class InvitationAnswering:
    """``changed`` is called when what is shown has to be read again, as long as its ``owner`` is there: an answer can
    be undone when the page on which it was given has gone."""

    def __init__(self, context: ScreenContext, owner: QObject, changed: Callable[[], None]) -> None:
        self._context = context
        self._owner = owner
        self._changed = changed

    def answer(self, event_id: str, response: Response, words: str = "") -> None:
        """Answer, unless this is already the answer and there is nothing to add. An answer that still waits gives way
        to the new one."""
        seen = read_event(self._context.connection, event_id)
        if seen is None or not can_answer(seen.event) or (seen.event.response is response and not words):
            return
        before, waiting = seen.event.response, seen.pending_intent_id
        gave_way = waiting is not None and withdraw(self._context.connection, waiting, self._context.clock())
        intent_id = self._file(seen.event, response, words)
        said = {
            Response.ACCEPTED: QCoreApplication.translate("Invitation", "You have accepted."),
            Response.TENTATIVE: QCoreApplication.translate("Invitation", "You have answered maybe."),
            Response.DECLINED: QCoreApplication.translate("Invitation", "You have declined."),
        }[response]

        def undo() -> None:
            self._undo(seen.event, intent_id, before, gave_way=gave_way)
            filed = read_intent(self._context.connection, intent_id)
            if words and filed is not None and filed.state is IntentState.WITHDRAWN:
                Drafts(self._context.connection).keep(draft_of(event_id), words)

        self._context.shell.say(said, icon="check-circle", undo=undo)
        self._tell()

    def _undo(self, event: Event, intent_id: str, before: Response, *, gave_way: bool) -> None:
        """Take it back while it waits; what has gone is answered as it was answered before, if it was, and so is what
        gave way to it."""
        gone = not withdraw(self._context.connection, intent_id, self._context.clock())
        if (gone or gave_way) and before in ANSWERS:
            self._file(event, before)
        elif gone:
            words = QCoreApplication.translate(
                "Invitation", "The answer has already been sent. Give another one instead."
            )
            self._context.shell.say(words, icon="info")
        self._tell()

    def _file(self, event: Event, response: Response, words: str = "") -> str:
        # What the calendar says is what was seen, whatever the user has answered since.
        wish = InvitationAnswer(response, words, event.start, event.end, event.place)
        now = self._context.clock()
        filed = file_intent(
            self._context.connection, IntentKind.ANSWER_INVITATION, event.id, now, wish, about=event.title, hold=HOLD
        )
        return filed.id

    def _tell(self) -> None:
        self._context.requests.refresh(frozenset())
        self._context.shell.update_numbers()
        if shiboken6.isValid(self._owner):
            self._changed()
