"""The words of invitations: what can be answered, what was answered, and how far the answer has come."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from workplace_app.domain.as_seen import EventAsSeen
from workplace_app.domain.event import Event, Response
from workplace_app.domain.intent import IntentState

ANSWERS = (Response.ACCEPTED, Response.TENTATIVE, Response.DECLINED)


def can_answer(event: Event) -> bool:
    """True for a meeting that somebody else has called and that is still to be."""
    return event.response is not Response.ORGANIZER and not event.cancelled


def act_words(response: Response) -> str:
    """What a button that gives this answer says."""
    words: dict[Response, Callable[[], str]] = {
        Response.ACCEPTED: lambda: QCoreApplication.translate("Invitation", "Accept"),
        Response.TENTATIVE: lambda: QCoreApplication.translate("Invitation", "Maybe"),
        Response.DECLINED: lambda: QCoreApplication.translate("Invitation", "Decline"),
    }
    return words[response]()


def answer_words(seen: EventAsSeen) -> str:
    """How the user has answered, and how far the answer has come; "" for what needs no word."""
    words: dict[Response, Callable[[], str]] = {
        Response.ACCEPTED: lambda: QCoreApplication.translate("Invitation", "accepted"),
        Response.TENTATIVE: lambda: QCoreApplication.translate("Invitation", "maybe"),
        Response.DECLINED: lambda: QCoreApplication.translate("Invitation", "declined"),
        Response.NOT_ANSWERED: lambda: QCoreApplication.translate("Invitation", "not answered"),
        Response.ORGANIZER: lambda: "",
    }
    response, state = seen.event.response, seen.pending_state
    if state is IntentState.NEEDS_YOU:
        return QCoreApplication.translate("Invitation", "the answer needs you")
    said = words[response]()
    if state is None or state is IntentState.CONFIRMED:
        settled = response in (Response.ACCEPTED, Response.ORGANIZER) or seen.event.cancelled
        return "" if settled else said
    way = QCoreApplication.translate("Invitation", "waiting") if state is IntentState.WAITING else way_words(state)
    return f"{said}, {way}" if said else way


def way_words(state: IntentState) -> str:
    """How far something of the user's own has come on its way out."""
    if state is IntentState.WAITING:
        return QCoreApplication.translate("Invitation", "waiting to be sent")
    if state is IntentState.NEEDS_YOU:
        return QCoreApplication.translate("Invitation", "needs you")
    if state is IntentState.CONFIRMED:
        return QCoreApplication.translate("Invitation", "sent")
    return QCoreApplication.translate("Invitation", "being sent")
