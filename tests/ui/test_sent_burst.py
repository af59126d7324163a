"""What is told of what was sent: what had waited, once, and when the burst is over."""

from datetime import datetime, timedelta

from tests.ui.shell_parts import NOW
from ui.sent_burst import SentBurst
from workplace_app.domain.intent import Intent, IntentKind, IntentState


def sent(name: str, filed: datetime, confirmed: datetime) -> Intent:
    return Intent(
        name, IntentKind.COMPLETE_TASK, f"planner:{name}", "{}", IntentState.CONFIRMED, filed, since=confirmed
    )


def after(**time: float) -> datetime:
    return NOW + timedelta(**time)


def test_an_ordinary_tick_online_is_not_told() -> None:
    burst = SentBurst(NOW)
    assert burst.over([sent("1", after(seconds=1), after(seconds=2))]) is None


def test_what_had_waited_for_a_network_is_told_once_with_its_last_moment() -> None:
    burst = SentBurst(NOW)
    burst.without_network()
    burst.round_began(after(seconds=30))
    burst.without_network()
    burst.round_began(after(seconds=50))
    arrived = [sent(str(number), after(seconds=number), after(seconds=60 + number)) for number in range(3)]
    told = burst.over(arrived)
    assert told is not None
    assert (told.number, told.at) == (3, after(seconds=62))
    assert burst.over(arrived) is None


def test_what_was_filed_when_the_network_was_back_is_not_counted() -> None:
    burst = SentBurst(NOW)
    burst.without_network()
    burst.round_began(after(seconds=20))
    burst.with_network(after(seconds=40))
    waited = sent("1", after(seconds=5), after(seconds=30))
    at_once = sent("2", after(seconds=29), after(seconds=31))
    told = burst.over([waited, at_once])
    assert told is not None
    assert told.number == 1


def test_what_had_waited_long_is_told_though_there_was_a_network() -> None:
    told = SentBurst(NOW).over([sent("1", after(minutes=1), after(minutes=20))])
    assert told is not None
    assert told.number == 1


def test_what_was_told_in_an_earlier_run_is_not_told_again() -> None:
    arrived = [sent("1", NOW, after(minutes=30))]
    assert SentBurst(after(minutes=30)).over(arrived) is None
    assert SentBurst(after(minutes=29)).over(arrived) is not None


def test_while_nobody_has_tried_everything_waits_for_the_network_however_short() -> None:
    burst = SentBurst(NOW)
    burst.without_network()
    told = burst.over([sent("1", after(seconds=5), after(seconds=7))])
    assert told is not None, "the system had said that there is no network, and no round was begun in vain"


def test_without_an_interruption_there_is_nothing_to_come_back_from() -> None:
    burst = SentBurst(NOW)
    burst.round_began(after(seconds=1))
    burst.with_network(after(seconds=9))
    assert burst.over([sent("1", NOW, after(seconds=3))]) is None


def test_what_follows_at_once_is_counted_together_with_what_was_told_just_before() -> None:
    burst = SentBurst(NOW)
    burst.without_network()
    first, second = sent("1", after(seconds=1), after(seconds=60)), sent("2", after(seconds=2), after(seconds=62))
    late = sent("3", after(seconds=3), after(minutes=9))
    assert burst.over([first]) == (1, after(seconds=60))
    assert burst.over([first, second]) == (2, after(seconds=62))
    assert burst.over([second, late]) == (1, after(minutes=9)), "long after, the two before are old news"
