"""Feed: the catalogue of services, journeys and tools."""

from collections.abc import AsyncGenerator, Mapping

import msgspec

from sync.feed import FeedContext
from sync.feeds.conditional import fetch_if_changed
from sync.wire.reading import UNREADABLE, without_byte_order_mark
from workplace_app.domain.catalogue import journeys_from_json, services_from_json, tools_from_json
from workplace_app.domain.page import Page
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised


async def services(context: FeedContext, bookmarks: Mapping[str, str]) -> AsyncGenerator[Page, None]:
    """One document, conditional; a generation when it has changed. Without services in it, it is no catalogue."""
    address = context.municipality.service_catalogue
    if address is None:
        return
    fetched = await fetch_if_changed(context, address, bookmarks.get(""), "application/json")
    if fetched is None:
        return
    content, bookmark = fetched
    try:
        catalogue = msgspec.json.decode(without_byte_order_mark(content))
    except UNREADABLE as error:
        problem = Problem(ProblemKind.UNREADABLE_ANSWER, service="public", detail="not JSON")
        raise ProblemRaised(problem) from error
    found, problems = services_from_json(catalogue)
    if not found:
        raise ProblemRaised(Problem(ProblemKind.UNREADABLE_ANSWER, service="public", detail="no services in it"))
    journeys, journey_problems = journeys_from_json(catalogue)
    tools, tool_problems = tools_from_json(catalogue)
    yield Page(
        (*found, *journeys, *tools),
        bookmark=bookmark,
        begins_generation=True,
        ends_generation=True,
        problems=(*problems, *journey_problems, *tool_problems),
    )
