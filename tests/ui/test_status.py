"""What the strip says in each situation."""

from datetime import timedelta

import pytest

from tests.ui.shell_parts import NOW
from ui.status import keeping_items, strip_items
from workplace_app.domain.as_seen import OutboxCounts
from workplace_app.domain.keyring import Keyring
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.progress import SyncProgress

NOTHING = OutboxCounts()
EARLIER = NOW - timedelta(minutes=31)
STOPPED = SyncProgress(running=False, stopped_by=Problem(ProblemKind.CONFIGURATION_WRONG))
OFFLINE = SyncProgress(running=False, offline=True)


@pytest.mark.parametrize(
    ("updated", "progress", "outbox", "words"),
    [
        (NOW, None, NOTHING, ["Uppdaterad 08:12"]),
        (NOW, SyncProgress(running=False), OutboxCounts(waiting=1), ["Uppdaterad 08:12", "1 sak skickas"]),
        (
            NOW,
            SyncProgress(running=False),
            OutboxCounts(waiting=3, put_off=2),
            ["Uppdaterad 08:12", "1 sak skickas", "2 väntar"],
        ),
        (NOW, SyncProgress(running=False), OutboxCounts(waiting=2, put_off=2), ["Uppdaterad 08:12", "2 väntar"]),
        (EARLIER, OFFLINE, OutboxCounts(waiting=3), ["Inget nät, läget är från 07:41", "3 väntar"]),
        (EARLIER, OFFLINE, OutboxCounts(needs_you=1), ["1 sak behöver dig", "Inget nät, läget är från 07:41"]),
        (None, OFFLINE, NOTHING, ["Inget nät, inget är hämtat än"]),
        (None, None, NOTHING, ["Inget är hämtat än"]),
        (EARLIER, STOPPED, OutboxCounts(waiting=3), ["Inget nytt hämtas, läget är från 07:41", "3 väntar"]),
        (None, STOPPED, NOTHING, ["Inget kan hämtas"]),
        (NOW, SyncProgress(running=True), NOTHING, ["Hämtar nytt"]),
        (
            None,
            SyncProgress(running=True, first_round=True, feeds_done=4, feeds_total=19),
            NOTHING,
            ["Hämtar för första gången: 4 av 19"],
        ),
    ],
)
def test_the_strip_says_how_things_stand(
    swedish: None, updated: object, progress: SyncProgress | None, outbox: OutboxCounts, words: list[str]
) -> None:
    items = strip_items(NOW, updated, progress, outbox)  # type: ignore[arg-type]
    assert [item.text for item in items] == words


@pytest.mark.parametrize(
    ("progress", "outbox", "words"),
    [
        (OFFLINE, OutboxCounts(needs_you=2, waiting=3), ["2 behöver dig", "Inget nät", ""]),
        (STOPPED, NOTHING, ["Hämtar inte"]),
        (SyncProgress(running=False), OutboxCounts(waiting=1), ["", "1 skickas"]),
    ],
)
def test_in_a_narrow_window_it_says_the_same_in_fewer_words(
    swedish: None, progress: SyncProgress, outbox: OutboxCounts, words: list[str]
) -> None:
    """ "Inget nytt" would be news where nothing can be fetched at all."""
    assert [item.short for item in strip_items(EARLIER, EARLIER, progress, outbox)] == words


def test_that_nothing_outlives_the_program_is_no_less_true_in_fewer_words(swedish: None) -> None:
    assert [item.short for item in keeping_items(Keyring.NONE)] == ["Sparas tillfälligt"]
