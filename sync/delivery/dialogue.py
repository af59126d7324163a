"""What the dialogue's answer to a wish means, the same for remarks and acknowledgements."""

from sync.answer import Answer
from sync.delivery.outcome import Outcome, collided
from sync.dialogue_client import SERVICE, DialogueClient
from sync.wire.dialogue import receipt
from workplace_app.domain.conflict import Conflict
from workplace_app.domain.intent import Intent, IntentState
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

_GONE = 410


def answered(dialogue: DialogueClient, answer: Answer, identity: str) -> Outcome:
    """Received, withdrawn meanwhile, or refused. Raises ``ProblemRaised`` when the answer is no receipt for this."""
    if 200 <= answer.status < 300:
        if receipt(answer.content, SERVICE) != identity:
            detail = "a receipt for something else"
            raise ProblemRaised(Problem(ProblemKind.UNREADABLE_ANSWER, service=SERVICE, detail=detail))
        return Outcome(IntentState.CONFIRMED, answer=identity)
    if answer.status == _GONE:
        return collided(Conflict(gone=True), SERVICE)
    return Outcome(IntentState.NEEDS_YOU, dialogue.problem(answer))


def without_dialogue(intent: Intent) -> Outcome:
    """The municipality has taken its interface away since the wish was filed."""
    return Outcome(
        IntentState.NEEDS_YOU, Problem(ProblemKind.CONFIGURATION_WRONG, service=SERVICE, item_id=intent.target_id)
    )
