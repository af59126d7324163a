"""Brings a question, an idea or a correction to the municipality.

It is put under the id of its wish, so that one whose answer was lost is simply sent again: the municipality has one
remark, however often it comes.
"""

from sync.delivery.dialogue import answered, without_dialogue
from sync.delivery.outcome import DeliveryTools, Outcome
from sync.wire.dialogue import sent_remark
from workplace_app.domain.intent import Intent
from workplace_app.domain.remark import REMARK_KINDS, About
from workplace_app.domain.wishes import Remark, wish_of


async def deliver_remark(tools: DeliveryTools, intent: Intent) -> Outcome:
    """Put it there. Where what it is about has been withdrawn (410), the user decides what becomes of the words."""
    wish = wish_of(intent.kind, intent.payload)
    if tools.dialogue is None or not isinstance(wish, Remark):
        return without_dialogue(intent)
    about = About(intent.target_id, intent.about, wish.address)
    body = sent_remark(REMARK_KINDS[intent.kind], wish.text, about, intent.filed_at)
    answer = await tools.dialogue.put("remarks", intent.id, body)
    return answered(tools.dialogue, answer, intent.id)
