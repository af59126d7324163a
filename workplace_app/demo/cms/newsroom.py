"""What happens in the CMS while the demo runs, kept in a file so that it is still so after a restart."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from workplace_app.demo.cms.articles import NewsDesk
from workplace_app.demo.cms.content import DISRUPTION_ROOT, NEWS_ROOT, Content, ContentTree
from workplace_app.demo.cms.disruptions import DisruptionDesk
from workplace_app.demo.whole_files import write_whole

NEWS_PUBLISHED = "news_published"
NEWS_WITHDRAWN = "news_withdrawn"
DISRUPTION_BEGUN = "disruption_begun"
DISRUPTION_ENDED = "disruption_ended"

_REMEMBERED = timedelta(days=7)
_FIRST_LIVING = 50_000
_FIRST_COMING = 3_100
_MOST_OPEN = 3
_NEWS_STANDS = timedelta(minutes=20)
_DISRUPTION_STANDS = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that was done: ``place`` is a number in its series, or the content number that it was done to."""

    what: str
    place: int
    at: datetime


class Newsroom:
    """Does things to the content tree and remembers them."""

    def __init__(self, tree: ContentTree, desk: NewsDesk, disruptions: DisruptionDesk, file: Path) -> None:
        self._tree = tree
        self._desk = desk
        self._disruptions = disruptions
        self._file = file
        self._deeds: list[Deed] = []

    def remember(self, now: datetime) -> None:
        """Do again what was done in the last days before a restart."""
        if not self._file.exists():
            return
        for item in json.loads(self._file.read_text(encoding="utf-8")):
            deed = Deed(item["what"], item["place"], datetime.fromisoformat(item["at"]))
            if now - _REMEMBERED <= deed.at <= now and self._do(deed) is not None:
                self._deeds.append(deed)

    def publish_news(self, now: datetime) -> str | None:
        """A new article is published."""
        content = self._done(Deed(NEWS_PUBLISHED, self._next(NEWS_PUBLISHED), now))
        return _told(content, "Nyheten ”{}” publicerades.")

    def withdraw_news(self, now: datetime) -> str | None:
        """The latest article that was published while the demo ran is withdrawn, once it has stood for a while."""
        living = (child for child in self._tree.children(NEWS_ROOT) if child.number // _FIRST_LIVING == 1)
        standing = (child for child in living if child.published_at(now))
        latest = next((child for child in standing if now - child.start_publish >= _NEWS_STANDS), None)
        content = None if latest is None else self._done(Deed(NEWS_WITHDRAWN, latest.number, now))
        return _told(content, "Nyheten ”{}” avpublicerades.")

    def begin_disruption(self, now: datetime) -> str | None:
        """A disruption appears, unless there are already several."""
        if len(self._open_disruptions(now)) >= _MOST_OPEN:
            return None
        content = self._done(Deed(DISRUPTION_BEGUN, self._next(DISRUPTION_BEGUN), now))
        return _told(content, "Driftinformation: {}.")

    def end_disruption(self, now: datetime) -> str | None:
        """The oldest of the disruptions that appeared while the demo ran is over."""
        oldest = next(iter(reversed(self._open_disruptions(now))), None)
        if oldest is None or now - oldest.start_publish < _DISRUPTION_STANDS:
            return None
        content = self._done(Deed(DISRUPTION_ENDED, oldest.number, now))
        return _told(content, "Driftinformation: ”{}” är över.")

    def _open_disruptions(self, now: datetime) -> list[Content]:
        children = self._tree.children(DISRUPTION_ROOT)
        return [child for child in children if child.number >= _FIRST_COMING and child.published_at(now)]

    def _next(self, what: str) -> int:
        return sum(1 for deed in self._deeds if deed.what == what)

    def _done(self, deed: Deed) -> Content | None:
        content = self._do(deed)
        if content is not None:
            self._deeds.append(deed)
            kept = [{"what": each.what, "place": each.place, "at": each.at.isoformat()} for each in self._deeds]
            write_whole(self._file, json.dumps(kept).encode(), secret=False)
        return content

    def _do(self, deed: Deed) -> Content | None:
        content = self._content_of(deed)
        if content is not None:
            self._tree.put(content)
        return content

    def _content_of(self, deed: Deed) -> Content | None:
        if deed.what == NEWS_PUBLISHED:
            return self._desk.living(deed.place, deed.at)
        if deed.what == DISRUPTION_BEGUN:
            return self._disruptions.coming(deed.place, deed.at)
        before = self._tree.by_number(deed.place)
        return None if before is None else replace(before, stop_publish=deed.at, changed=deed.at)


@dataclass(frozen=True, slots=True)
class Happens:
    """One kind of happening, for the demo's life."""

    happen: Callable[[datetime], str | None]

    def live(self, now: datetime) -> str | None:
        """Let it happen."""
        return self.happen(now)


def _told(content: Content | None, sentence: str) -> str | None:
    return None if content is None else sentence.format(content.name)
