"""The public site's news as RSS 2.0 and Atom: real headlines with their addresses, and invented ones like them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from xml.sax.saxutils import escape

from workplace_app.demo.cms.articles import PUBLIC_FOLDER, PUBLIC_SITE, slug
from workplace_app.demo.cms.content import NEWS_ROOT, ContentTree
from workplace_app.demo.cms.publishing_days import LOCAL, local_moment
from workplace_app.demo.cms.shapes import moment_text

MOST_ITEMS = 40
_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One entry of a feed. ``link`` is written as that feed writes it, not in canonical form."""

    title: str
    lead: str
    link: str
    published: datetime
    theme: str = ""


class PublicNews:
    """What the public site's news list holds at a moment, newest first.

    Articles of the intranet that are public as well are in it with a link that means the same address in another
    spelling (host without www, capitals, no last slash, a campaign parameter), as real feeds have them.
    """

    def __init__(self, tree: ContentTree, folder: Path, started: datetime) -> None:
        data = json.loads((folder / "public_news.json").read_text(encoding="utf-8"))
        self._tree = tree
        today = started.astimezone(LOCAL).date()
        self._fixed = [
            FeedItem(item["title"], "", item["address"], _morning(item["day"]), item["theme"]) for item in data["real"]
        ]
        for item in data["invented"]:
            moment = local_moment(today + timedelta(days=item["days"]), item["time"])
            link = _link(item["title"], moment)
            self._fixed.append(FeedItem(item["title"], item["lead"], link, moment, item["theme"]))

    def at(self, now: datetime) -> list[FeedItem]:
        """The items that a feed shows."""
        items = [item for item in [*self._fixed, *self._shared(now)] if item.published <= now]
        return sorted(items, key=lambda item: item.published, reverse=True)[:MOST_ITEMS]

    def _shared(self, now: datetime) -> Iterator[FeedItem]:
        for article in self._tree.children(NEWS_ROOT):
            if article.address is not None and article.address.startswith(PUBLIC_SITE) and article.published_at(now):
                lead = str(article.properties["mainIntro"].value)
                other_spelling = article.address.replace("https://www.", "http://").replace("/nyheter", "/Nyheter")
                link = f"{other_spelling.rstrip('/')}?utm_source=rss"
                yield FeedItem(article.name, lead, link, article.start_publish)


def rss(items: list[FeedItem], address: str) -> bytes:
    """RSS 2.0 as .NET's SyndicationFeed writes it, with the Atom namespace as ``a10``."""
    entries = "".join(
        f'<item><guid isPermaLink="true">{escape(item.link)}</guid><link>{escape(item.link)}</link>'
        f"<title>{escape(item.title)}</title><description>{escape(item.lead)}</description>"
        f"{f'<category>{escape(item.theme)}</category>' if item.theme else ''}"
        f"<pubDate>{format_datetime(item.published.astimezone(LOCAL))}</pubDate>"
        f"<a10:updated>{moment_text(item.published)}</a10:updated></item>"
        for item in items
    )
    built = format_datetime(items[0].published.astimezone(LOCAL)) if items else ""
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:a10="{_ATOM}"><channel>'
        f"<title>Nyheter från Nacka kommun</title><link>{escape(address)}</link><description>Nyheter</description>"
        f"<language>sv</language><lastBuildDate>{built}</lastBuildDate>{entries}</channel></rss>"
    ).encode()


def atom(items: list[FeedItem], address: str) -> bytes:
    """The same items as Atom (RFC 4287)."""
    entries = "".join(
        f"<entry><id>{escape(item.link)}</id><title>{escape(item.title)}</title>"
        f'<link rel="alternate" href="{escape(item.link)}"/><updated>{moment_text(item.published)}</updated>'
        f"<published>{moment_text(item.published)}</published>"
        f'<summary type="html">{escape(f"<p>{escape(item.lead)}</p>")}</summary></entry>'
        for item in items
    )
    updated = moment_text(items[0].published) if items else "1970-01-01T00:00:00Z"
    return (
        f'<?xml version="1.0" encoding="utf-8"?><feed xmlns="{_ATOM}" xml:lang="sv"><id>{escape(address)}</id>'
        f'<title>Nyheter från Nacka kommun</title><link href="{escape(address)}"/><updated>{updated}</updated>'
        f"<author><name>Nacka kommun</name></author>{entries}</feed>"
    ).encode()


def _morning(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T08:00:00").replace(tzinfo=UTC)


def _link(title: str, moment: datetime) -> str:
    day = moment.astimezone(LOCAL)
    return f"{PUBLIC_SITE}/{PUBLIC_FOLDER}/{day:%Y}/{day:%m}/{slug(title)}/"
