"""What the kinds and states of remarks are called."""

from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from ui.dates import moment_words
from ui.theme import ColourRole
from workplace_app.domain.intent import Intent, IntentState
from workplace_app.domain.remark import RemarkAsSeen, RemarkKind, RemarkState

translate = QCoreApplication.translate
ICONS = {RemarkKind.QUESTION: "dialog", RemarkKind.IDEA: "idea", RemarkKind.CORRECTION: "edit"}


class Standing(NamedTuple):
    """How far something has come: an icon, words, and the colour of both."""

    icon: str
    words: str
    tone: ColourRole


def kind_choice(kind: RemarkKind) -> str:
    """What one does, on the choice between the three."""
    return {
        RemarkKind.QUESTION: translate("dialogue", "Ask"),
        RemarkKind.IDEA: translate("dialogue", "Suggest"),
        RemarkKind.CORRECTION: translate("dialogue", "Correct an error"),
    }[kind]


def kind_name(kind: RemarkKind) -> str:
    """What it is, in a row or over a page."""
    return {
        RemarkKind.QUESTION: translate("dialogue", "Question"),
        RemarkKind.IDEA: translate("dialogue", "Idea"),
        RemarkKind.CORRECTION: translate("dialogue", "Correction"),
    }[kind]


def kind_prompt(kind: RemarkKind) -> str:
    """What stands over the field."""
    return {
        RemarkKind.QUESTION: translate("dialogue", "What do you want to know?"),
        RemarkKind.IDEA: translate("dialogue", "What do you suggest?"),
        RemarkKind.CORRECTION: translate("dialogue", "What is wrong, and what is right?"),
    }[kind]


def sent_words(kind: RemarkKind, *, offline: bool) -> str:
    """What the toast says when it has been handed to the outbox."""
    if offline:
        return {
            RemarkKind.QUESTION: translate("dialogue", "The question is sent when the network is back."),
            RemarkKind.IDEA: translate("dialogue", "The idea is sent when the network is back."),
            RemarkKind.CORRECTION: translate("dialogue", "The correction is sent when the network is back."),
        }[kind]
    return {
        RemarkKind.QUESTION: translate("dialogue", "The question is being sent."),
        RemarkKind.IDEA: translate("dialogue", "The idea is being sent."),
        RemarkKind.CORRECTION: translate("dialogue", "The correction is being sent."),
    }[kind]


def mail_subject(kind: RemarkKind, title: str) -> str:
    """The subject of a mail."""
    pattern = {
        RemarkKind.QUESTION: translate("dialogue", "Question: {title}"),
        RemarkKind.IDEA: translate("dialogue", "Idea: {title}"),
        RemarkKind.CORRECTION: translate("dialogue", "Correction: {title}"),
    }[kind]
    return " ".join(pattern.format(title=title).split())


def standing(remark: RemarkAsSeen, now: datetime, *, offline: bool) -> Standing:
    """How far a remark has come."""
    if remark.intent is not None:
        return intent_standing(remark.intent, now, offline=offline)
    return {
        RemarkState.RECEIVED: Standing("check", translate("dialogue", "Received"), "muted"),
        RemarkState.LOOKED_AT: Standing("eye", translate("dialogue", "Somebody is looking at it"), "muted"),
        RemarkState.ANSWERED: Standing("reply", translate("dialogue", "Answered"), "success"),
        RemarkState.CLOSED: Standing("check-circle", translate("dialogue", "Closed"), "muted"),
    }[remark.state or RemarkState.RECEIVED]


def intent_standing(intent: Intent, now: datetime, *, offline: bool) -> Standing:
    """How far something has come on its way to the municipality."""
    if intent.state is IntentState.NEEDS_YOU:
        return Standing("warning", translate("dialogue", "Needs you"), "warning")
    if intent.state is IntentState.CONFIRMED:
        when = moment_words(intent.since or intent.filed_at, now)
        return Standing("check-circle", translate("dialogue", "Arrived {time}").format(time=when), "success")
    if intent.state is IntentState.WAITING and offline:
        return Standing("clock", translate("dialogue", "Sent when the network is back"), "muted")
    if intent.problem is not None:
        return Standing("clock", translate("dialogue", "Waits, is tried again"), "muted")
    return Standing("outbox", translate("dialogue", "Being sent"), "muted")
