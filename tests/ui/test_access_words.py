"""Until when an account can be used without a network: told calmly when it is soon."""

from datetime import timedelta

import pytest

from tests.ui.shell_parts import NOW
from ui.access_words import access_words, grace_items
from workplace_app.domain.access import AccessRules
from workplace_app.domain.access_record import AccessRecord, confirmed, revoked

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def _days_ago(days: float) -> AccessRecord:
    then = NOW - days * DAY
    return confirmed(then, then, HOUR)


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (AccessRecord(), []),
        (_days_ago(0), []),
        (_days_ago(22.9), []),
        (_days_ago(23), ["Öppet utan nät till 20 oktober"]),
        (_days_ago(29.9), ["Öppet utan nät till 13 oktober"]),
        (_days_ago(30), []),
        (revoked(_days_ago(23), NOW), []),
    ],
    ids=["nothing known", "just now", "more than a week", "a week", "the last day", "locked", "revoked"],
)
def test_the_strip_tells_the_last_week(swedish: None, record: AccessRecord, words: list[str]) -> None:
    items = grace_items(record, AccessRules(), NOW)
    assert [item.text for item in items] == words
    assert not [item for item in items if item.needs_you], "calmly"


def test_the_settings_tell_it_always(swedish: None) -> None:
    told = access_words(_days_ago(2), AccessRules(), NOW)
    assert told is not None
    assert told[0].startswith("Öppet utan nät till ")
    assert "Inloggningstjänsten svarade senast" in told[1]
    assert access_words(AccessRecord(), AccessRules(), NOW) is None
