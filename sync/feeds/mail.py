"""Feed: how many messages are unread, and flagged messages as tasks; no message is opened for it."""

from collections.abc import AsyncGenerator, Mapping

from sync.feed import FeedContext
from sync.feeds.batching import get_together
from sync.feeds.listing import fingerprint
from sync.graph_batch import BatchAnswer
from sync.paging import linked_pages
from sync.wire.graph_envelope import read_collection, read_single
from sync.wire.mail import FOLDER_FIELDS, MESSAGE_FIELDS, inbox_from_folder, task_from_message
from sync.wire.reading import RawItem, read_items
from workplace_app.domain.page import Page
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

INBOX = "inbox"
FLAGGED = "flagged"
_SERVICE = "outlook"
_URLS = {
    INBOX: f"/me/mailFolders/inbox?$select={FOLDER_FIELDS}",
    FLAGGED: f"/me/messages?$filter=flag/flagStatus%20eq%20%27flagged%27&$select={MESSAGE_FIELDS}&$top=200",
}
_HEADERS = {"Prefer": 'outlook.timezone="UTC"'}


async def mail(context: FeedContext, bookmarks: Mapping[str, str]) -> AsyncGenerator[Page, None]:
    """Both questions in one request; flagged messages have no delta across folders and are listed whole."""
    answers = await get_together(context, _URLS, _HEADERS)
    inbox = _fine(answers, INBOX)
    mark = fingerprint([inbox.content])
    if mark != bookmarks.get(INBOX):
        count = read_items([read_single(inbox.content)], inbox_from_folder, _SERVICE)
        yield Page(tuple(count.facts), scope=INBOX, bookmark=mark, problems=tuple(count.problems))
    items = await _flagged_items(context, _fine(answers, FLAGGED))
    mark = fingerprint([bytes(item) for item in items])
    if mark != bookmarks.get(FLAGGED):
        tasks = read_items(items, task_from_message, _SERVICE)
        yield Page(
            tuple(tasks.facts),
            scope=FLAGGED,
            bookmark=mark,
            begins_generation=True,
            ends_generation=True,
            problems=tuple(tasks.problems),
        )


async def _flagged_items(context: FeedContext, answer: BatchAnswer) -> list[RawItem]:
    first = read_collection(answer.content, _SERVICE)
    items = list(first.items)
    if first.next_link:
        async for page in linked_pages(context.graph, first.next_link, headers=_HEADERS):
            items += page.items
    return items


def _fine(answers: Mapping[str, BatchAnswer], key: str) -> BatchAnswer:
    answer = answers.get(key)
    if answer is None:
        raise ProblemRaised(Problem(ProblemKind.UNREADABLE_ANSWER, _SERVICE, detail="a part without answer"))
    if answer.problem is not None:
        raise ProblemRaised(answer.problem)
    return answer
