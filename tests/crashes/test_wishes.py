"""Where nothing is killed and no disk fails, every kind of wish takes effect: the harness counts something."""

from collections.abc import Callable

from tests.crashes.judge import intents_of
from tests.crashes.killing import Case
from tests.crashes.nursery import Nursery
from workplace_app.domain.intent import IntentKind, IntentState

WITHOUT_CONSENT = "mail:"
"""The municipality has not consented to changing messages: a tick there comes back to the user."""


def test_every_kind_of_wish_takes_effect_once(settled: Callable[[Nursery], Case], nursery: Nursery) -> None:
    case = settled(nursery)
    for _ in range(2):
        marks, code = nursery.bear("scenario", case.order(scenario="filing")).end()
        assert code == 0, marks
        case.hear(marks)
        assert case.outcomes() == []
    intents = intents_of(case.home)
    assert {intent.kind for intent in intents} == set(IntentKind)
    states = {intent.state for intent in intents if not intent.target_id.startswith(WITHOUT_CONSENT)}
    assert states == {IntentState.CONFIRMED}
    refused = [intent.state for intent in intents if intent.target_id.startswith(WITHOUT_CONSENT)]
    assert IntentState.NEEDS_YOU in refused
    assert set(refused) <= {IntentState.NEEDS_YOU, IntentState.WAITING}, "what waits stands behind the other"
