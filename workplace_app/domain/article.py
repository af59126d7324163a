"""News: an article from the intranet, from SharePoint or from the public site."""

from datetime import date, datetime
from enum import StrEnum

from workplace_app.domain.frozen import frozen


class ArticleSource(StrEnum):
    """Who published it, in the order in which duplicates are preferred."""

    INTRANET = "intranet"  # the CMS, with audience and acknowledgement
    SITE_PAGE = "site_page"  # a SharePoint news page
    PUBLIC = "public"  # RSS or Atom of the public site


@frozen
class Picture:
    """A picture of an article. ``address`` is where sync fetches it; ``key`` is its name in the cache."""

    key: str
    address: str
    alt: str = ""
    caption: str = ""


@frozen
class Article:
    """One news item; ``body_html`` has been cleaned and its pictures point at ``cache:<key>`` only.

    ``id`` is "intranet:<guid>", "page:<site>/<page>" or "public:<canonical address>". ``canonical_address`` is what
    tells that two sources speak of the same article. An article is hidden once ``stop_publish`` has passed, also
    offline. ``acknowledge_by`` makes it mandatory reading.
    """

    id: str
    source: ArticleSource
    title: str
    lead: str
    body_html: str
    published: datetime
    language: str = "sv"
    changed: datetime | None = None
    stop_publish: datetime | None = None
    author: str | None = None
    publisher: str | None = None
    """The unit or the site that stands behind it, in words."""
    workspace_id: str | None = None
    topics: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    picture: Picture | None = None
    pictures: tuple[Picture, ...] = ()
    acknowledge_by: date | None = None
    deadline: date | None = None
    """The last day of something that the article tells of ("Glöm inte"), as its editor has given it."""
    deadline_label: str = ""
    """What has to be done by then, in the editor's words."""
    address: str | None = None
    canonical_address: str | None = None


@frozen
class PictureData:
    """The bytes of one picture, checked for type and size before they are kept. ``media_type`` is image/png,
    image/jpeg or image/webp."""

    key: str
    media_type: str
    width: int
    height: int
    content: bytes


def hidden(article: Article, now: datetime) -> bool:
    """True when the editor has withdrawn the article: stop of publication has passed."""
    return article.stop_publish is not None and article.stop_publish <= now
