"""Answers an invitation for the user: shown at once, held for a few seconds, sent by the outbox, undone with Ctrl+Z."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject

from ui.drafts import answer_draft
from ui.invitation_words import ANSWERS, can_answer
from ui.screen import ScreenContext
from ui.taking_back import take_back
from ui.widgets.toast import HOLD
from workplace_app.domain.draft import Draft
from workplace_app.domain.event import Event, Response
from workplace_app.domain.intent import Intent, IntentKind
from workplace_app.domain.wishes import InvitationAnswer, wish_as
from workplace_app.store.event_reader import event as read_event
from workplace_app.store.outbox_filing import as_it_was, file_intent
from workplace_app.store.outbox_reader import intent as read_intent


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
        connection = self._context.connection
        earlier = read_intent(connection, waiting) if waiting is not None else None
        intent_id = self._file(seen.event, response, words)  # first, so that at no moment there is no answer at all
        if earlier is not None and not take_back(self._context, earlier.id):
            earlier = None
        said = {
            Response.ACCEPTED: QCoreApplication.translate("Invitation", "You have accepted."),
            Response.TENTATIVE: QCoreApplication.translate("Invitation", "You have answered maybe."),
            Response.DECLINED: QCoreApplication.translate("Invitation", "You have declined."),
        }[response]

        def undo() -> None:
            self._undo(seen.event, intent_id, before, earlier, words)

        self._context.shell.say(said, icon="check-circle", undo=undo)
        self._tell()

    def _undo(self, event: Event, intent_id: str, before: Response, earlier: Intent | None, words: str) -> None:
        """Take it back while it waits: then the answer that gave way to it stands again, with its words. What has gone
        is answered as it was answered before, if it was."""
        context = self._context
        draft = Draft(answer_draft(event.id), words) if words else None
        gone = not take_back(context, intent_id, draft)
        if not gone and earlier is not None:
            as_it_was(context.connection, earlier, context.clock())
        elif gone and before in ANSWERS:
            self._file(event, before, _words_of(earlier))
        elif gone:
            said = QCoreApplication.translate(
                "Invitation", "The answer has already been sent. Give another one instead."
            )
            self._context.shell.say(said, icon="info")
        self._tell()

    def _file(self, event: Event, response: Response, words: str = "") -> str:
        # What the calendar says is what was seen, whatever the user has answered since.
        wish = InvitationAnswer(response, words, event.start, event.end, event.place)
        now = self._context.clock()
        filed = file_intent(
            self._context.connection,
            IntentKind.ANSWER_INVITATION,
            event.id,
            now,
            wish,
            about=event.title,
            hold=HOLD,
            draft=answer_draft(event.id) if words else "",
        )
        return filed.id

    def _tell(self) -> None:
        self._context.requests.refresh(frozenset())
        self._context.shell.update_numbers()
        if shiboken6.isValid(self._owner):
            self._changed()


def _words_of(earlier: Intent | None) -> str:
    try:
        return wish_as(InvitationAnswer, earlier.kind, earlier.payload).words if earlier is not None else ""
    except ValueError:  # another version of the program has written it; the outbox says so
        return ""
