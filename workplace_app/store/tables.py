"""What each table keeps, for how long, and what clears it: declared once, applied by ``retention.py``, and proved whole
by a test that finds a table without a declaration."""

from collections.abc import Callable
from datetime import timedelta
from enum import Enum

from workplace_app.domain.frozen import frozen
from workplace_app.domain.keeping import Keeping


class Clearing(Enum):
    """What takes everything in a table away.

    Signing out and the loss of access both delete the account's two files, after their key has been forgotten, so no
    table outlives them: the kinds differ in what else clears a table.
    """

    SIGN_OUT = "sign_out"  # and nothing else before
    REFETCH = "refetch"  # it can be fetched again, so damage and lack of room may clear it too
    DERIVED = "derived"  # made from other tables, cleared and made again with them


@frozen
class Retention:
    """How long rows stay. ``age`` is counted from the moment in ``column`` (milliseconds), and is asked of IT's rules
    where they decide it; ``unless`` spares rows.

    ``because`` says why it is kept at all: the same words stand in the data map for those who ask under GDPR.
    """

    table: str
    clearing: Clearing
    because: str
    age: "timedelta | Callable[[Keeping], timedelta] | None" = None
    column: str = ""
    unless: str = ""

    def age_under(self, keeping: Keeping) -> timedelta | None:
        """How old rows may become by these rules; None where age clears nothing."""
        return self.age(keeping) if callable(self.age) else self.age


def _news(keeping: Keeping) -> timedelta:
    return timedelta(days=keeping.news_days)


def _said(keeping: Keeping) -> timedelta:
    return timedelta(days=keeping.message_days)


def _own(keeping: Keeping) -> timedelta:
    return timedelta(days=keeping.own_days)


_YEAR = timedelta(days=365)
_QUARTER = timedelta(days=90)
_WINDOW_BACK = timedelta(days=14)

RETENTIONS: tuple[Retention, ...] = (
    # Facts, in cache.db.
    Retention("profiles", Clearing.REFETCH, "decides which tools and news concern the user"),
    Retention("tasks", Clearing.REFETCH, "the user's tasks, as long as their source has them"),
    Retention("events", Clearing.REFETCH, "the calendar from a fortnight back", _WINDOW_BACK, '"end"'),
    Retention("inboxes", Clearing.REFETCH, "the number of unread messages"),
    Retention(
        "articles",
        Clearing.REFETCH,
        "news, for as long as IT says (a year); what the user saved stays",
        _news,
        "published",
        "id IN (SELECT article_id FROM mine.article_marks WHERE saved_at IS NOT NULL) "
        "OR (acknowledge_by IS NOT NULL AND id NOT IN "
        "(SELECT article_id FROM mine.article_marks WHERE acknowledged_at IS NOT NULL) "
        "AND acknowledge_by >= date(:now / 1000, 'unixepoch'))",
    ),
    Retention("article_pictures", Clearing.DERIVED, "which pictures an article wants; goes with the article"),
    Retention("pictures", Clearing.REFETCH, "pictures of kept articles; go when no article wants them"),
    Retention("disruptions", Clearing.REFETCH, "drift information until a month after its end", timedelta(30), "ends"),
    Retention("workspaces", Clearing.REFETCH, "where the user works with others, as long as the user belongs there"),
    Retention("channels", Clearing.REFETCH, "the places within a team; go with it"),
    Retention("messages", Clearing.REFETCH, "what was said in places that the user opened", _said, "sent"),
    Retention("message_threads", Clearing.DERIVED, "the latest message of each thread"),
    Retention("site_files", Clearing.REFETCH, "files of followed sites, as long as they are there"),
    Retention(
        "notifications",
        Clearing.REFETCH,
        "what happened in the workspaces: kept until it is handled, then for as long as IT says (a quarter of a year)",
        _own,
        "(SELECT marked_at FROM mine.notification_marks AS mark "
        "WHERE mark.notification_id = notifications.id AND mark.state = 'handled')",
    ),
    Retention("services", Clearing.REFETCH, "the public services"),
    Retention("journeys", Clearing.REFETCH, "the public journeys"),
    Retention("tools", Clearing.REFETCH, "links to the municipality's systems"),
    Retention(
        "remarks",
        Clearing.REFETCH,
        "the user's own questions, ideas and corrections with their answers, for a year after the last change",
        _YEAR,
        "changed_at",
    ),
    Retention("people", Clearing.REFETCH, "the directory, as long as it lists somebody"),
    # Bookkeeping of sync, in cache.db.
    Retention("listings", Clearing.REFETCH, "how far each feed has been read"),
    Retention("feed_states", Clearing.REFETCH, "how old each feed's facts are"),
    Retention("place_states", Clearing.REFETCH, "when what is said in each place was read", _said, "attempted_at"),
    Retention("service_pauses", Clearing.REFETCH, "services that asked to be left alone", timedelta(0), "until"),
    Retention("search_words", Clearing.DERIVED, "the search index"),
    Retention("search_parts", Clearing.DERIVED, "the search index for parts of compounds"),
    # The user's own, in mine.db.
    Retention(
        "outbox",
        Clearing.SIGN_OUT,
        "what the user asked for; kept for as long as IT says (a quarter of a year) after it was done or withdrawn",
        _own,
        "settled_at",
    ),
    Retention("outbox_history", Clearing.SIGN_OUT, "what became of each wish; goes with it"),
    Retention(
        "notification_marks",
        Clearing.SIGN_OUT,
        "what the user has handled or put off, as long as the notification is kept",
        _own,
        "marked_at",
        "notification_id IN (SELECT id FROM main.notifications)",
    ),
    Retention("mutes", Clearing.SIGN_OUT, "what the user does not want to hear of"),
    Retention(
        "article_marks",
        Clearing.SIGN_OUT,
        "what the user has read, saved and acknowledged, as long as the article is kept",
        _news,
        "COALESCE(acknowledged_at, read_at)",
        "saved_at IS NOT NULL OR article_id IN (SELECT id FROM main.articles)",
    ),
    Retention("pins", Clearing.SIGN_OUT, "what the user has pinned"),
    Retention("drafts", Clearing.SIGN_OUT, "what the user is writing, until it is sent or emptied"),
    Retention(
        "remark_marks",
        Clearing.SIGN_OUT,
        "which answers the user has seen, as long as they are kept",
        _YEAR,
        "seen_at",
        "remark_id IN (SELECT id FROM main.remarks)",
    ),
    Retention("card_layout", Clearing.SIGN_OUT, "how the user has placed the cards"),
    Retention("settings", Clearing.SIGN_OUT, "what the user has chosen"),
    Retention("visits", Clearing.SIGN_OUT, "when the user was here, for what is new since", _QUARTER, "last_active"),
    Retention(
        "reminders",
        Clearing.SIGN_OUT,
        "what the user wants to be reminded of; kept for as long as IT says (a quarter of a year) after it was done",
        _own,
        "done_at",
    ),
    Retention("token_cache", Clearing.SIGN_OUT, "what lets sync speak for the user"),
    Retention("access", Clearing.SIGN_OUT, "when the identity provider last said yes, for whether this may be opened"),
    Retention("content_tokens", Clearing.SIGN_OUT, "what lets sync read a CMS with an issuer of its own"),
)
"""Every table of both files, once."""
