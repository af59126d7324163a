"""What the outbox keeps of a wish is the whole wish, for every kind."""

from datetime import UTC, date, datetime

import pytest

from workplace_app.domain.event import Response
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.wishes import (
    WISHES,
    Acknowledgement,
    Comment,
    DueChange,
    InvitationAnswer,
    NewTask,
    Nothing,
    Remark,
    Reply,
    ReservedTime,
    TimeGivenBack,
    Wish,
    payload_of,
    wish_of,
)

MORNING = datetime(2026, 10, 13, 6, 12, tzinfo=UTC)
NOON = datetime(2026, 10, 13, 10, tzinfo=UTC)
EXAMPLES: tuple[Wish, ...] = (
    Nothing(),
    DueChange(date(2026, 10, 16), None),
    DueChange(None, date(2026, 10, 14)),
    Comment("Måtten ”stämmer”\nmed kartan \u2028 <b>"),
    NewTask("Ring Pernilla", date(2026, 2, 28)),
    ReservedTime("Läs handlingar", MORNING, NOON),
    TimeGivenBack("Läs handlingar", MORNING, NOON, "0199e0a4-8a70-7000-8000-000000000001", seen_place="Rum 4"),
    InvitationAnswer(Response.DECLINED, "Jag är på platsbesök", MORNING, NOON),
    Acknowledgement(MORNING),
    Reply("Ja", "thread"),
    Remark("När öppnar ni?", "https://www.nacka.se/"),
)


@pytest.mark.parametrize("kind", IntentKind)
def test_every_kind_comes_back_as_it_was_filed(kind: IntentKind) -> None:
    found = [each for each in EXAMPLES if type(each) is WISHES[kind]]
    assert found
    for wish in found:
        assert wish_of(kind, payload_of(wish)) == wish


@pytest.mark.parametrize("payload", ["", "[]", "null", "{", '{"due": "soon", "seen": null}', '{"nonsense": 1}'])
def test_a_payload_that_nobody_has_written_is_named(payload: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        wish_of(IntentKind.CHANGE_DUE, payload)


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        (IntentKind.REPLY, '{"text": 5}'),
        (IntentKind.COMMENT_TASK, '{"text": null}'),
        (IntentKind.CREATE_TASK, '{"title": ["a"], "due": null}'),
        (IntentKind.RESERVE_TIME, '{"title": "Läs", "start": null, "end": null}'),
        (IntentKind.ACKNOWLEDGE_ARTICLE, '{"at": null}'),
        (IntentKind.REPLY, "[" * 100_000),
    ],
)
def test_a_value_of_another_type_is_named_before_anybody_works_with_it(kind: IntentKind, payload: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        wish_of(kind, payload)


def test_what_no_service_keeps_is_left_out_of_the_words_and_nothing_else() -> None:
    """Else words whose answer was lost would not be known again, and be said twice."""
    filed = payload_of(Reply("Ja\0 \x1b[2Jdå\ud83d\n\t”å” 😀 \u202eאב\u200d", "thread"))
    assert wish_of(IntentKind.REPLY, filed) == Reply("Ja [2Jdå\n\t”å” 😀 \u202eאב\u200d", "thread")
    filed.encode()
