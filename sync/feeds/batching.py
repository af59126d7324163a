"""Many GETs in few requests: numbered parts, with the headers that each part needs for itself."""

from collections.abc import Mapping

from sync.feed import FeedContext
from sync.graph_batch import BatchAnswer, BatchRequest

_IMMUTABLE = 'IdType="ImmutableId"'


async def get_together(
    context: FeedContext, urls: Mapping[str, str], headers: Mapping[str, str] | None = None
) -> dict[str, BatchAnswer]:
    """The answers by the keys of ``urls`` (relative to the version); a part that the server left out is missing.

    Parts are numbered, since a batch's ids are compared without regard to case and our keys are not. The outer
    request's headers do not reach the parts, so Outlook's preference for ids that last is repeated in each.
    """
    sent = dict(headers or {})
    if context.graph.exchange.service == "outlook":
        sent["Prefer"] = ", ".join(filter(None, [sent.get("Prefer"), _IMMUTABLE]))
    keys = {str(number): key for number, key in enumerate(urls)}
    answers = await context.graph.batch([BatchRequest(number, urls[key], headers=sent) for number, key in keys.items()])
    return {keys[number]: answer for number, answer in answers.items() if number in keys}
