"""Nobody has signed in, or nobody can: services, public news and drift information are fetched, and no token is asked
for."""

from dataclasses import replace

import pytest

from tests.journeys.desk import Desk
from tests.journeys.town import Town
from workplace_app.domain.as_seen import NewsFilter, Recipient
from workplace_app.domain.configuration import Municipality
from workplace_app.store.disruption_reader import disruptions
from workplace_app.store.news_reader import articles


def public_only(municipality: Municipality) -> Municipality:
    """A municipality that has named its public sources and no tenant."""
    return replace(municipality, tenant_id="", client_id="", cms=None)


@pytest.mark.parametrize("configured", ["with a tenant", "public sources only"])
def test_a_newcomer_sees_what_is_open_to_all(desk: Desk, town: Town, configured: str) -> None:
    municipality = town.municipality if configured == "with a tenant" else public_only(town.municipality)
    before = max((each["number"] for each in town.requests()), default=0)
    desk.start(municipality)
    assert desk.place == "sign_in"

    def now_disturbed() -> list[str]:
        return [each.title for each in disruptions(desk.connection, desk.page.context.clock())]

    def news() -> list[str]:
        listing = articles(desk.connection, NewsFilter.ALL, Recipient(), desk.page.context.clock(), limit=4)
        return [each.title for each in listing.rows]

    desk.until(lambda: bool(now_disturbed()) and bool(news()))
    desk.until_it_says(now_disturbed()[0], news()[0], "Bygga, bo & miljö")
    desk.go("news")
    desk.until_it_says(news()[0])
    desk.go("services")
    desk.until_it_says("Nybyggnadskarta")

    assert desk.browser.opened == []
    asked = [each for each in town.requests() if each["number"] > before]
    assert asked, "the public sources"
    assert {each["origin"] for each in asked} == {"cms"}, "neither who this is nor what is theirs"
    if configured == "public sources only":
        assert [each["path"] for each in asked if each["path"].startswith("/api/")] == []
