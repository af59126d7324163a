"""The calendar and what is said with the user's own answers, times and words laid over them, and until when."""

# ruff: noqa: S608  (put together from this module's own constants)

from collections.abc import Mapping

from workplace_app.store.connection_type import Connection

_EVENT_WISHES = """
CREATE TEMP VIEW event_wishes AS
SELECT target_id, MAX(id) AS intent_id, state,
       CASE WHEN state != 'needs_you' AND json_valid(payload)
                 AND json_extract(payload, '$.response') IN ('accepted', 'tentative', 'declined')
            THEN json_extract(payload, '$.response') END AS response
FROM mine.outbox
WHERE settled_at IS NULL AND state != 'withdrawn' AND kind = 'answer_invitation'
GROUP BY target_id
"""
"""The latest answer to each invitation, until the calendar itself shows it. ``response`` is NULL for one that needs the
user, and for one that another version of the program has written: then the calendar says how it is."""

_EVENTS_AS_SEEN = """
CREATE TEMP VIEW events_as_seen AS
SELECT events.*, events.response AS seen_response, CAST(NULL AS TEXT) AS intent_id, CAST(NULL AS TEXT) AS intent_state
FROM main.events
WHERE id NOT IN (SELECT target_id FROM event_wishes) AND id NOT IN (SELECT target_id FROM times_given_back)
UNION ALL
SELECT events.*, CAST(COALESCE(wish.response, events.response) AS TEXT), CAST(wish.intent_id AS TEXT),
       CAST(wish.state AS TEXT)
FROM event_wishes AS wish JOIN main.events ON events.id = wish.target_id
"""
"""In two halves of the same affinities, as the tasks are: what has no wish is found through its indexes."""

_RESERVED_TIMES = """
CREATE TEMP VIEW reserved_times AS
SELECT id, state, answer, payload FROM mine.outbox
WHERE settled_at IS NULL AND state != 'withdrawn' AND kind = 'reserve_time'
      AND NOT EXISTS (SELECT 1 FROM main.events WHERE events.id = outbox.answer)
      AND (answer IS NULL OR answer NOT IN (SELECT target_id FROM times_given_back))
"""

_TIMES_GIVEN_BACK = """
CREATE TEMP VIEW times_given_back AS
SELECT target_id FROM mine.outbox
WHERE settled_at IS NULL AND state NOT IN ('withdrawn', 'needs_you') AND kind = 'give_time_back'
"""
"""The events that the user no longer wants, until the calendar itself no longer has them. One that needs the user shows
what the calendar says."""

_OWN_REPLIES = """
CREATE TEMP VIEW own_replies AS
SELECT id, state, answer, payload, target_id, filed_at FROM mine.outbox
WHERE settled_at IS NULL AND state != 'withdrawn' AND kind = 'reply'
      AND NOT EXISTS (SELECT 1 FROM main.messages WHERE messages.id = outbox.answer)
"""
"""What the user has said and the source does not show yet, whichever way it will go."""

_LATER_ANSWER = (
    "EXISTS (SELECT 1 FROM mine.outbox AS later WHERE later.target_id = outbox.target_id AND later.id > outbox.id "
    "AND later.kind = 'answer_invitation' AND later.state = 'confirmed')"
)
_GIVEN_BACK = (
    "EXISTS (SELECT 1 FROM mine.outbox AS later WHERE later.target_id = outbox.answer "
    "AND later.kind = 'give_time_back' AND later.state = 'confirmed')"
)


def read_since(feed: str) -> str:
    """The SQL that is true when the feed's source has answered so long after the wish was confirmed that its word
    stands. Time alone proves nothing: what a source has not been asked since, it cannot have contradicted. A wish that
    seems to have arrived in the future (the clock was set back since) is over as well."""
    return (
        "(state_since > :hold OR EXISTS (SELECT 1 FROM main.feed_states AS read WHERE read.feed = "
        f"{feed} AND read.answered_at <= :now AND read.answered_at - :lag >= state_since))"
    )


_CALENDAR_READ_SINCE = read_since("'calendar'")
SHOWN: Mapping[str, str] = {
    "'answer_invitation'": (
        f"{_CALENDAR_READ_SINCE} OR {_LATER_ANSWER} OR NOT EXISTS (SELECT 1 FROM main.events "
        "WHERE events.id = outbox.target_id AND events.response != json_extract(outbox.payload, '$.response'))"
    ),
    "'reserve_time'": (
        "answer IS NULL OR EXISTS (SELECT 1 FROM main.events WHERE events.id = outbox.answer) "
        f"OR {_CALENDAR_READ_SINCE} OR {_GIVEN_BACK}"
    ),
    "'give_time_back'": (
        f"{_CALENDAR_READ_SINCE} OR NOT EXISTS (SELECT 1 FROM main.events WHERE events.id = outbox.target_id)"
    ),
    "'reply'": (
        "answer IS NULL OR EXISTS (SELECT 1 FROM main.messages WHERE messages.id = outbox.answer) "
        "OR EXISTS (SELECT 1 FROM main.place_states AS place WHERE place.place_id = outbox.target_id "
        "AND place.fetched_at - :lag >= state_since)"
    ),
}
"""By kinds, when the cache shows a confirmed wish by itself. What has been made is shown by its own id, or has been
taken away again when the source, read once more after its lag, does not have it; time alone proves nothing, since the
source may not have been read."""


def create_talk_views(connection: Connection) -> None:
    """Make the views on a connection that sees both files."""
    for view in (_EVENT_WISHES, _TIMES_GIVEN_BACK, _EVENTS_AS_SEEN, _RESERVED_TIMES, _OWN_REPLIES):
        connection.execute(view)
