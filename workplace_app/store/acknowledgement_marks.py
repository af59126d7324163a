"""Keeps the mark of an article in step with the wish that tells the municipality of it, whoever takes the wish back."""

from workplace_app.domain.intent import Intent, IntentKind
from workplace_app.domain.wishes import Acknowledgement, wish_of
from workplace_app.store.connection_type import Connection
from workplace_app.store.moments import to_milliseconds


def take_mark_away(connection: Connection, intent_id: str) -> None:
    """The wish has been taken back: the article is to be acknowledged again. Wishes of other kinds have no mark."""
    connection.execute(
        "UPDATE mine.article_marks SET acknowledged_at = NULL WHERE article_id = "
        "(SELECT target_id FROM mine.outbox WHERE id = ? AND kind = ?)",
        (intent_id, IntentKind.ACKNOWLEDGE_ARTICLE.value),
    )


def put_mark_back(connection: Connection, intent: Intent) -> None:
    """Taking it back has been undone."""
    if intent.kind is not IntentKind.ACKNOWLEDGE_ARTICLE:
        return
    try:
        wish = wish_of(intent.kind, intent.payload)
    except ValueError:
        return  # nobody knows when it was read; the outbox says of the wish that it cannot be read
    if isinstance(wish, Acknowledgement):
        connection.execute(
            "UPDATE mine.article_marks SET acknowledged_at = ? WHERE article_id = ?",
            (to_milliseconds(wish.at), intent.target_id),
        )
