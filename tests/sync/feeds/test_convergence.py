"""However much happened in between, a cache that follows by changes says the same as one that is fetched afresh."""

from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from tests.sync.feeds.conftest import Municipality
from tests.sync.feeds.reader import FeedReader, Reading
from workplace_app.domain.notification import Notification
from workplace_app.domain.page import Page

FOLLOWED = (
    "planner",
    "todo",
    "calendar",
    "mail",
    "disruptions",
    "intranet_news",
    "teams",
    "groups",
    "sites",
    "site_files",
)


@dataclass
class Model:
    """What a store should hold after the pages of one feed: the plainest thing that could be right."""

    rows: dict[str, tuple[str, int, Any]] = field(default_factory=dict)
    generation: int = 0

    def take(self, reading: Reading) -> None:
        assert reading.raised is None, reading.raised
        for page in reading.pages:
            self._take(page)

    def _take(self, page: Page) -> None:
        if page.begins_generation:
            self.generation += 1
        for fact in page.facts:
            if not isinstance(fact, Notification):
                self.rows[str(getattr(fact, "id", "the only one"))] = (page.scope, self.generation, fact)
        for gone in page.removed:
            self.rows.pop(gone, None)
        swept = page.ends_generation or page.scope_is_gone
        latest = self.generation if page.ends_generation else self.generation + 1
        if swept:
            self.rows = {key: row for key, row in self.rows.items() if row[0] != page.scope or row[1] >= latest}

    @property
    def facts(self) -> dict[str, Any]:
        """The facts by id, without what two computers may see differently."""
        return {
            key: replace(fact, etag=None) if hasattr(fact, "etag") else fact for key, (_, _, fact) in self.rows.items()
        }


def _follow(reader: FeedReader, models: dict[str, Model], rounds: int) -> None:
    for _ in range(rounds):
        for name, model in models.items():
            model.take(reader.read(name))


@pytest.mark.timeout(90)
def test_an_old_cache_that_follows_equals_a_fresh_one(municipality: Municipality) -> None:
    old, fresh = municipality.reader(), municipality.reader()
    followed = {name: Model() for name in FOLLOWED}
    _follow(old, followed, 1)
    before = {name: dict(model.facts) for name, model in followed.items()}
    for _ in range(4):
        municipality.later(minutes=6)
        municipality.town.order("live", times=30)
        _follow(old, followed, 1)
    _follow(old, followed, 4)  # drives take turns
    afresh = {name: Model() for name in FOLLOWED}
    _follow(fresh, afresh, 1)
    for name in FOLLOWED:
        ours, theirs = followed[name].facts, afresh[name].facts
        assert ours.keys() == theirs.keys(), name
        assert {key: fact for key, fact in ours.items() if fact != theirs[key]} == {}, name
    changed = [name for name in FOLLOWED if followed[name].facts != before[name]]
    assert len(changed) >= 5, changed


@pytest.mark.timeout(90)
def test_so_it_does_when_every_bookmark_is_forgotten_on_the_way(municipality: Municipality) -> None:
    old, fresh = municipality.reader(), municipality.reader()
    followed = {name: Model() for name in ("todo", "calendar", "site_files")}
    _follow(old, followed, 1)
    municipality.later(minutes=6)
    municipality.town.order("live", times=40)
    municipality.tenant.log.expire_tokens()
    _follow(old, followed, 4)
    afresh = {name: Model() for name in followed}
    _follow(fresh, afresh, 1)
    for name, model in followed.items():
        assert model.facts == afresh[name].facts, name
