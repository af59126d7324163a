"""Tells the municipality that the user has read what had to be read, and when that was.

An acknowledgement belongs to one person and one article, and the first one stands: it may be sent any number of times.
"""

from sync.delivery.dialogue import answered, without_dialogue
from sync.delivery.outcome import DeliveryTools, Outcome
from sync.wire.dialogue import SentAcknowledgement
from workplace_app.domain.intent import Intent
from workplace_app.domain.wishes import Acknowledgement, wish_of

_ARTICLE = "intranet:"


async def deliver_acknowledgement(tools: DeliveryTools, intent: Intent) -> Outcome:
    """Put it under the GUID that the municipality's own CMS gave the article."""
    wish = wish_of(intent.kind, intent.payload)
    if tools.dialogue is None or not isinstance(wish, Acknowledgement):
        return without_dialogue(intent)
    article = intent.target_id.removeprefix(_ARTICLE)
    body = SentAcknowledgement(wish.at, intent.about)
    answer = await tools.dialogue.put("acknowledgements", article, body)
    return answered(tools.dialogue, answer, article)
