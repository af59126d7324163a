"""SharePoint sites and their news pages as Graph describes them, and the workspaces and articles they are to us."""

import msgspec

from sync.wire.addresses import absolute_https, canonical_address
from sync.wire.dates import UNDATED, moment
from sync.wire.graph_envelope import GraphIdentitySet, GraphItem
from sync.wire.html_cleaning import clean_html
from sync.wire.plain_text import plain_text
from sync.wire.reading import RawItem, UnreadableItemError, required
from workplace_app.domain.article import Article, ArticleSource
from workplace_app.domain.workspace import Workspace, WorkspaceKind

SITE_FIELDS = "id,displayName,name,description,webUrl,lastModifiedDateTime"
PAGE_FIELDS = "id,title,description,webUrl,promotionKind,publishingState,createdBy,createdDateTime,lastModifiedDateTime"
_NEWS = "newsPost"
_PUBLISHED = "published"


class Site(GraphItem, rename="camel", kw_only=True):
    """A site."""

    display_name: str | None = None
    name: str | None = None
    description: str | None = None
    web_url: str | None = None
    last_modified_date_time: str | None = None


class WebPart(msgspec.Struct, rename="camel", kw_only=True):
    """A part of a page; only text parts have ``inner_html``. Their ``@odata.type`` differs between documentation
    (oneDrive.textWebPart) and metadata (microsoft.graph.textWebPart) and is not asked for."""

    inner_html: str | None = None


class Column(msgspec.Struct, kw_only=True):
    """A column of a section."""

    webparts: list[WebPart | None] | None = None


class Section(msgspec.Struct, kw_only=True):
    """A section of a page: across it (columns) or beside it (web parts of its own)."""

    columns: list[Column | None] | None = None
    webparts: list[WebPart | None] | None = None


class CanvasLayout(msgspec.Struct, rename="camel", kw_only=True):
    """What stands on a page."""

    horizontal_sections: list[Section | None] | None = None
    vertical_section: Section | None = None


class PublishingState(msgspec.Struct, kw_only=True):
    """Draft, published or checked out."""

    level: str | None = None


class SitePage(GraphItem, rename="camel", kw_only=True):
    """A sitePage."""

    title: str | None = None
    description: str | None = None
    web_url: str | None = None
    promotion_kind: str | None = None
    publishing_state: PublishingState | None = None
    created_by: GraphIdentitySet | None = None
    created_date_time: str | None = None
    last_modified_date_time: str | None = None
    canvas_layout: CanvasLayout | None = None

    @property
    def is_news(self) -> bool:
        """True for a published news post."""
        level = self.publishing_state.level if self.publishing_state else None
        return self.promotion_kind == _NEWS and level in (_PUBLISHED, None)


_SITES = msgspec.json.Decoder(Site, strict=False)
_PAGES = msgspec.json.Decoder(SitePage, strict=False)


def workspace_from_site(item: RawItem) -> Workspace:
    """A site as a workspace."""
    site = _SITES.decode(item)
    return Workspace(
        id=f"site:{required(site.id, 'id')}",
        kind=WorkspaceKind.SITE,
        title=(site.display_name or site.name or "").strip(),
        description=(site.description or "").strip(),
        last_activity=moment(site.last_modified_date_time),
        address=absolute_https(site.web_url) if site.web_url else None,
    )


def site_page(item: RawItem) -> SitePage:
    """Decode a page; raises for one without id."""
    page = _PAGES.decode(item)
    required(page.id, "id")
    return page


def article_from_page(page: SitePage, site: Workspace) -> Article:
    """A news page as an article. ``site`` is the workspace on which it stands."""
    if not page.title:
        raise UnreadableItemError("title is missing")
    address = absolute_https(page.web_url, site.address or "") if page.web_url else None
    created, changed = moment(page.created_date_time), moment(page.last_modified_date_time)
    body = clean_html(_text_of(page.canvas_layout), address or "", with_pictures=False)
    return Article(
        id=f"page:{site.id.removeprefix('site:')}/{required(page.id, 'id')}",
        source=ArticleSource.SITE_PAGE,
        title=page.title.strip(),
        lead=plain_text(page.description or ""),
        body_html=body.html,
        published=created or changed or UNDATED,
        changed=changed,
        author=(page.created_by.name if page.created_by else "") or None,
        publisher=site.title or None,
        workspace_id=site.id,
        address=address,
        canonical_address=canonical_address(address) if address else None,
    )


def _text_of(layout: CanvasLayout | None) -> str:
    if layout is None:
        return ""
    sections = [*(layout.horizontal_sections or []), layout.vertical_section]
    texts: list[str] = []
    for section in sections:
        if section is None:
            continue
        columns = [*(section.columns or []), Column(webparts=section.webparts)]
        parts = (part for column in columns if column is not None for part in column.webparts or [])
        texts.extend(part.inner_html for part in parts if part is not None and part.inner_html)
    return "\n".join(texts)
