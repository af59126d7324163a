"""One wish of the random user, and how the screen of its kind files it."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from tests.random_user.targets import Targets
from tests.random_user.world import World
from workplace_app.domain.intent import Intent, IntentKind
from workplace_app.domain.remark import REMARK_KINDS, About, RemarkDraft
from workplace_app.domain.wishes import Remark, Wish
from workplace_app.store.connection_type import Connection
from workplace_app.store.outbox_filing import file_intent
from workplace_app.store.own_things.article_marks import acknowledge_and_tell
from workplace_app.store.own_things.remark_drafts import keep_draft, send_draft

ABOUT = "Ärendet"
WORDS = re.compile(r"Anteckning-\d{6}\.")
"""As ``words_with`` makes them."""


class Wished(NamedTuple):
    """One wish to be filed. ``words`` stand in it and nowhere else, when it adds something; for as long as ``hold`` it
    may be taken back and nobody sends it."""

    kind: IntentKind
    target: str
    wish: Wish
    words: str = ""
    hold: timedelta = timedelta()


Making = Callable[[World, Connection, Targets, int, int], Wished | None]
"""Given the world, the screen's connection, the targets, which of them, and a number that no other wish has. None where
the screen does not offer it now."""


def words_with(number: int) -> str:
    """Words that stand nowhere else."""
    return f"Anteckning-{number:06d}."


def file(screen: Connection, wished: Wished, now: datetime) -> Intent:
    """The wish in the outbox: an acknowledgement with its mark, a remark in place of its draft."""
    wish = wished.wish
    if wished.kind is IntentKind.ACKNOWLEDGE_ARTICLE:
        return acknowledge_and_tell(screen, wished.target, ABOUT, now, wished.hold)
    if isinstance(wish, Remark):
        draft = RemarkDraft(REMARK_KINDS[wished.kind], wish.text)
        keep_draft(screen, wished.target, draft)
        return send_draft(screen, About(wished.target, ABOUT, wish.address), draft, now, wished.hold)
    return file_intent(screen, wished.kind, wished.target, now, wish, about=ABOUT, hold=wished.hold)
