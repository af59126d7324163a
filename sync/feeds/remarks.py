"""Feed: the user's own questions, ideas and corrections, with their state and their answers.

The list is short and read whole, as far back as it is kept; an unchanged one costs a 304. Most people wait for no
answer: for them it is asked for once a day (another computer may have written something), and whenever they ask.
"""

from collections.abc import AsyncGenerator, Mapping
from datetime import datetime, timedelta

import msgspec

from sync.dialogue_client import SERVICE
from sync.feed import FeedContext
from sync.feeds.bookmark_text import read_bookmark, written
from sync.feeds.listing import READING_VERSION, fingerprint
from sync.wire.dialogue import remark_from_dialogue, remark_items
from sync.wire.reading import read_items
from workplace_app.domain.page import Page

WITHOUT_QUESTIONS = timedelta(hours=24)
KEPT = timedelta(days=365)
"""As the table of remarks declares it (store/tables.py)."""


class RemarksBookmark(msgspec.Struct):
    """What the list was like when it was last read, by which rules it was read, and when it was last asked for."""

    root: str
    digest: str
    asked: datetime
    etag: str | None = None


async def remarks(context: FeedContext, bookmarks: Mapping[str, str]) -> AsyncGenerator[Page, None]:
    """All that has changed within a year, as a generation."""
    dialogue = context.dialogue
    if dialogue is None or not context.me:
        return
    known = read_bookmark(bookmarks.get(""), RemarksBookmark)
    if known is not None and (known.root != dialogue.root or not known.digest.startswith(f"{READING_VERSION}:")):
        known = None
    rests = known is not None and timedelta() <= context.now() - known.asked < WITHOUT_QUESTIONS
    if rests and not context.asked and not context.known.waits_for_answers():
        return
    since = (context.now() - KEPT).replace(hour=0, minute=0, second=0, microsecond=0)
    headers = {"If-None-Match": known.etag} if known is not None and known.etag else {}
    answer = await dialogue.get("/remarks", {"since": since.strftime("%Y-%m-%dT%H:%M:%SZ")}, headers)
    if answer.status == 304 and known is not None:
        yield Page(bookmark=written(msgspec.structs.replace(known, asked=context.now())))
        return
    items = remark_items(answer.content, SERVICE)
    digest = fingerprint([bytes(item) for item in items])
    bookmark = written(RemarksBookmark(dialogue.root, digest, context.now(), answer.validator("etag")))
    if known is not None and known.digest == digest:
        yield Page(bookmark=bookmark)
        return
    read = read_items(items, remark_from_dialogue, SERVICE)
    yield Page(
        tuple(read.facts),
        bookmark=bookmark,
        begins_generation=True,
        ends_generation=True,
        problems=tuple(read.problems),
    )
