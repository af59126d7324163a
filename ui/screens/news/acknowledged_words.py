"""What the foot of the reader says of an acknowledged article: when that was, and whether the municipality knows."""

from datetime import datetime
from html import escape

from PySide6.QtCore import QCoreApplication

from ui.dates import moment_words
from ui.dialogue.ways import has_interface
from ui.offline_note import is_offline
from ui.problem_wording import problem_words
from ui.screen import ScreenContext
from workplace_app.domain.intent import Intent, IntentState
from workplace_app.store.remark_reader import acknowledgement_of

translate = QCoreApplication.translate


def acknowledged_markup(context: ScreenContext, article_id: str, at: datetime) -> str:
    """The two lines for the foot, as markup."""
    wish = acknowledgement_of(context.connection, article_id)
    told, offline = has_interface(context), is_offline(context)
    first, second = acknowledged_words(at, wish, context.clock(), told=told, offline=offline)
    return f"<b>{escape(first)}</b><br/>{escape(second)}"


def acknowledged_words(
    at: datetime, wish: Intent | None, now: datetime, *, told: bool, offline: bool
) -> tuple[str, str]:
    """Two lines. ``wish`` is what tells the municipality, ``told`` whether it wants to be told at all."""
    first = translate("acknowledgement", "Acknowledged {time}").format(time=moment_words(at, now))
    if wish is None:
        kept = translate("acknowledgement", "Kept on this computer. It is not sent anywhere.")
        return first, "" if told else kept
    if wish.state is IntentState.CONFIRMED:
        when = moment_words(wish.since or wish.filed_at, now)
        return first, translate("acknowledgement", "Arrived {time}.").format(time=when)
    if wish.state is IntentState.NEEDS_YOU:
        why = problem_words(wish.problem, now).happened if wish.problem is not None else ""
        could_not = translate("acknowledgement", "It could not be sent. {why} See the outbox.")
        return first, " ".join(could_not.format(why=why).split())
    if offline:
        return first, translate("acknowledgement", "It is sent when the network is back.")
    if wish.problem is not None:
        return first, translate("acknowledgement", "It has not been received yet, and is sent again.")
    return first, translate("acknowledgement", "It is being sent.")
