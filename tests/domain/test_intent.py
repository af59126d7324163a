"""An intent's id is a UUIDv7: unique, and in the order of filing."""

import uuid
from datetime import UTC, datetime, timedelta

from workplace_app.domain.intent import new_intent_id

NOW = datetime(2026, 10, 14, 8, 12, tzinfo=UTC)


def test_an_id_is_a_uuid_of_version_7() -> None:
    made = uuid.UUID(new_intent_id(NOW))
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert made.int >> 80 == int(NOW.timestamp() * 1000)


def test_ids_sort_by_the_moment_of_filing() -> None:
    ids = [new_intent_id(NOW + timedelta(milliseconds=n)) for n in range(50)]
    assert ids == sorted(set(ids))
