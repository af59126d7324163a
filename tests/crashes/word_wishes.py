"""What may be said: in channels and chats, and to the municipality about an article, which may also be acknowledged."""

from collections.abc import Callable
from datetime import datetime, timedelta

from tests.crashes.town_log import TownLog
from tests.crashes.wish import Wish, filed, ids, last_part, mark_of, marks_in, new_mark, not_shown
from workplace_app.domain.intent import Intent, IntentKind
from workplace_app.domain.wishes import Remark, Reply
from workplace_app.store.connection_type import Connection
from workplace_app.store.own_things.article_marks import acknowledge_and_tell

_CHANNELS = "SELECT id FROM channels WHERE NOT private ORDER BY id LIMIT ?"
_CHATS = "SELECT id FROM workspaces WHERE kind = 'chat' ORDER BY id LIMIT ?"
_ARTICLES = "SELECT id FROM articles WHERE id LIKE 'intranet:%' AND stop_publish IS NULL "
_UNREAD = f"{_ARTICLES} AND acknowledge_by IS NOT NULL ORDER BY id LIMIT ?"
_READ = "read"
_REPLIES = frozenset({IntentKind.REPLY})


def _reply(connection: Connection, target_id: str, now: datetime) -> Intent | None:
    return filed(connection, IntentKind.REPLY, target_id, now, Reply(new_mark()))


def _messages(shelf: str) -> Callable[[TownLog, str], list[str]]:
    """One for each message that was made in the place."""

    def effects(log: TownLog, target_id: str) -> list[str]:
        made = log.first_documents(f"{shelf}/{last_part(target_id)}")
        return [mark for document in made for mark in marks_in(document["body"]["content"])]

    return effects


def _remark(kind: IntentKind, name: str, skip: int) -> Wish:
    """A question, an idea or a correction, each about articles of its own."""

    def say(connection: Connection, target_id: str, now: datetime) -> Intent | None:
        return filed(connection, kind, target_id, now, Remark(new_mark()))

    def effects(log: TownLog, target_id: str) -> list[str]:
        return [mark for each in log.remarks if each["about"]["id"] == target_id for mark in marks_in(each["text"])]

    find = ids(f"{_ARTICLES} ORDER BY id LIMIT ? OFFSET {skip}")
    return Wish(name, frozenset({kind}), find, say, mark_of, effects, not_shown)


def _acknowledge(connection: Connection, target_id: str, now: datetime) -> Intent | None:
    """Once: the screen offers it no more afterwards."""
    marked = connection.execute(
        "SELECT 1 FROM mine.article_marks WHERE article_id = ? AND acknowledged_at IS NOT NULL", (target_id,)
    ).fetchone()
    return None if marked else acknowledge_and_tell(connection, target_id, "", now, timedelta())


def _acknowledgements(log: TownLog, target_id: str) -> list[str]:
    """The municipality has one for each article, however often it comes."""
    return [_READ] if target_id.removeprefix("intranet:") in log.acknowledged else []


WORD_WISHES: tuple[Wish, ...] = (
    Wish("message in a channel", _REPLIES, ids(_CHANNELS), _reply, mark_of, _messages("channel"), not_shown),
    Wish("message in a chat", _REPLIES, ids(_CHATS), _reply, mark_of, _messages("chat"), not_shown),
    _remark(IntentKind.ASK_QUESTION, "question", 0),
    _remark(IntentKind.SEND_IDEA, "idea", 2),
    _remark(IntentKind.CORRECT_ERROR, "correction", 4),
    Wish(
        "acknowledgement",
        frozenset({IntentKind.ACKNOWLEDGE_ARTICLE}),
        ids(_UNREAD),
        _acknowledge,
        lambda _intent: _READ,
        _acknowledgements,
        not_shown,
    ),
)
