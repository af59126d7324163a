"""Feed: who the signed-in person is, who leads them, and which groups they belong to."""

from collections.abc import AsyncGenerator, Mapping

from sync.feed import FeedContext
from sync.feeds.batching import get_together
from sync.feeds.listing import fingerprint
from sync.graph_batch import BatchAnswer
from sync.paging import linked_pages
from sync.wire.graph_envelope import read_collection, read_single
from sync.wire.groups import Group, group
from sync.wire.people import PERSON_FIELDS, User, user
from sync.wire.profile import profile_from_graph
from sync.wire.reading import UNREADABLE, ReadItems, item_problem, read_items
from workplace_app.domain.page import Page
from workplace_app.domain.problem import Family, Problem, ProblemKind, ProblemRaised

_URLS = {
    "me": f"/me?$select={PERSON_FIELDS}",
    "manager": "/me/manager?$select=id,displayName",
    "groups": "/me/memberOf/microsoft.graph.group?$select=id,displayName&$top=999&$count=true",
}
_ADVANCED = {"ConsistencyLevel": "eventual"}
"""Directory queries with a cast are "advanced" and want this header and $count (aad-advanced-queries, 2023)."""


async def profile(context: FeedContext, bookmarks: Mapping[str, str]) -> AsyncGenerator[Page, None]:
    """One request for all three. A manager who may not be read, or whom there is not, is left out."""
    answers = await get_together(context, _URLS, _ADVANCED)
    me, manager = _answer(answers, "me"), _answer(answers, "manager")
    if me.problem is not None:
        raise ProblemRaised(me.problem)
    for answer in (manager, _answer(answers, "groups")):
        if answer.problem is not None and answer.problem.family is Family.WAIT:
            raise ProblemRaised(answer.problem)
    groups = await _groups(context, _answer(answers, "groups"))
    titles = (f"{one.id} {one.display_name}".encode() for one in groups.facts)
    bookmark = fingerprint([me.content, manager.content, *titles])
    if bookmark == bookmarks.get(""):
        return
    leader: User | None = None
    problems = list(groups.problems)
    if manager.problem is None:
        read = read_items([read_single(manager.content)], user, "directory")
        leader = next(iter(read.facts), None)
        problems += read.problems
    try:
        fact = profile_from_graph(user(read_single(me.content)), leader, groups.facts)
    except UNREADABLE as error:
        raise ProblemRaised(item_problem(me.content, error, "directory")) from error
    yield Page((fact,), bookmark=bookmark, begins_generation=True, ends_generation=True, problems=tuple(problems))


def _answer(answers: Mapping[str, BatchAnswer], key: str) -> BatchAnswer:
    if key in answers:
        return answers[key]
    problem = Problem(ProblemKind.UNREADABLE_ANSWER, service="directory", detail="a part without answer")
    return BatchAnswer(key, 0, b"", {}, problem)


async def _groups(context: FeedContext, answer: BatchAnswer) -> ReadItems[Group]:
    if answer.problem is not None:
        return ReadItems(problems=[answer.problem])
    collection = read_collection(answer.content, "directory")
    result = read_items(collection.items, group, "directory")
    if collection.next_link:
        async for page in linked_pages(context.graph, collection.next_link, headers=_ADVANCED):
            more = read_items(page.items, group, "directory")
            result.facts += more.facts
            result.problems += more.problems
    return result
