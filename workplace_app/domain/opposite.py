"""What undoes a wish that has been sent: the opposite wish, where there is one."""

from workplace_app.domain.frozen import frozen
from workplace_app.domain.intent import Intent, IntentKind, IntentState
from workplace_app.domain.wishes import DueChange, Nothing, ReservedTime, TimeGivenBack, Wish, wish_as, wish_of


@frozen
class OppositeWish:
    """A wish to be filed: its kind, its target, and what it carries."""

    kind: IntentKind
    target_id: str
    wish: Wish


def opposite_of(intent: Intent) -> OppositeWish | None:
    """The wish that takes this one back at the source; None for what cannot be called back, such as words.

    A task that was made is ticked off, never deleted: others may have seen it, and nothing is destroyed. Time that was
    taken is given back, which takes the event away: nobody else has it. None while nobody knows what either is called
    at its source, and of time that is being given back: it may turn out to have stayed, and would be taken twice.
    Raises ``ValueError`` for a wish that cannot be read.
    """
    if intent.kind is IntentKind.COMPLETE_TASK:
        return OppositeWish(IntentKind.REOPEN_TASK, intent.target_id, Nothing())
    if intent.kind is IntentKind.REOPEN_TASK:
        return OppositeWish(IntentKind.COMPLETE_TASK, intent.target_id, Nothing())
    if intent.kind is IntentKind.CREATE_TASK and intent.answer:
        return OppositeWish(IntentKind.COMPLETE_TASK, intent.answer, Nothing())
    if intent.kind is IntentKind.RESERVE_TIME and intent.answer:
        taken = wish_as(ReservedTime, intent.kind, intent.payload)
        back = TimeGivenBack(taken.title, taken.start, taken.end, made_by=intent.id)
        return OppositeWish(IntentKind.GIVE_TIME_BACK, intent.answer, back)
    if intent.kind is IntentKind.GIVE_TIME_BACK and intent.state is IntentState.CONFIRMED:
        back = wish_as(TimeGivenBack, intent.kind, intent.payload)
        return OppositeWish(IntentKind.RESERVE_TIME, "calendar:", ReservedTime(back.title, back.start, back.end))
    if intent.kind is IntentKind.CHANGE_DUE:
        wish = wish_of(intent.kind, intent.payload)
        if isinstance(wish, DueChange):
            return OppositeWish(IntentKind.CHANGE_DUE, intent.target_id, DueChange(due=wish.seen, seen=wish.due))
    return None
