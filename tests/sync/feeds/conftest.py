"""The whole demo municipality on loopback, standing still, with a hand on the tenant behind it; Elin is signed in."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.demo.town_thread import Town, town_on_thread
from tests.sync.feeds.reader import FeedReader
from workplace_app.demo.clock import DemoClock
from workplace_app.demo.cms.newsroom import Happens
from workplace_app.demo.cms.part import cms_part
from workplace_app.demo.graph.part import GraphPart
from workplace_app.demo.parts import Part
from workplace_app.demo.running import Start
from workplace_app.demo.settings import DemoSettings
from workplace_app.demo.staff import STAFF, Staff
from workplace_app.demo.tenant.municipality import Tenant

STARTED = datetime.now(UTC).replace(microsecond=0)
"""MSAL compares the tenant's time with the machine's; the tests reckon from here and never look at a clock again."""


@dataclass
class Municipality:
    """The running town, the tenant that its Graph shows, and the clock that both the town and sync go by."""

    town: Town
    graph: GraphPart
    cms: Part
    clock: DemoClock
    readers: list[FeedReader] = field(default_factory=list)

    @property
    def tenant(self) -> Tenant:
        return self.graph.tenant

    @property
    def elin(self) -> Staff:
        return STAFF[0]

    def reader(self, user_name: str | None = STAFF[0].user_name) -> FeedReader:
        """A new computer with an empty store."""
        self.readers.append(FeedReader(self.town, self.clock, user_name))
        return self.readers[-1]

    def happen(self, what: str) -> str | None:
        """One thing that the newsroom can do: publish_news, withdraw_news, begin_disruption, end_disruption."""
        for happening in self.cms.living:
            if isinstance(happening, Happens) and happening.happen.__name__ == what:
                return happening.live(self.clock())
        raise LookupError(what)

    def later(self, **span: float) -> datetime:
        """Let time pass."""
        self.clock.shift(timedelta(**span))
        return self.clock()


@pytest.fixture
def municipality(tmp_path: Path) -> Iterator[Municipality]:
    made: list[GraphPart] = []
    cms: list[Part] = []

    def graph(settings: DemoSettings) -> Part:
        made.append(GraphPart(settings))
        return made[-1].part

    def content(settings: DemoSettings) -> Part:
        cms.append(cms_part(settings))
        return cms[-1]

    clock = DemoClock(STARTED, standing=True)
    with town_on_thread(Start(tmp_path / "town", clock, frozen=True), [graph, content]) as town:
        running = Municipality(town, made[0], cms[0], clock)
        yield running
        for reader in running.readers:
            reader.close()


@pytest.fixture
def reader(municipality: Municipality) -> FeedReader:
    """Elin's computer."""
    return municipality.reader()
