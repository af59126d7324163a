"""The open part of the demo's web site: feeds, drift information, the service catalogue, pictures and plain pages."""

import json
from datetime import datetime
from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from resources.locations import journeys_file, services_file, tools_file
from workplace_app.demo.cms.conditional import COMPRESSED, conditional
from workplace_app.demo.cms.content import DISRUPTION_ROOT, Content, ContentTree
from workplace_app.demo.cms.disruptions import public_json
from workplace_app.demo.cms.media import MEDIA_FOLDER, MEDIA_TYPES, Media
from workplace_app.demo.cms.odd_files import odd_file
from workplace_app.demo.cms.public_news import PublicNews, atom, rss
from workplace_app.demo.settings import DemoSettings

THEME_FEED = "/stadsutveckling-trafik/nyheter-om-stadsutveckling-och-trafik/rss/"
_THEME = "Stadsutveckling & trafik"
_NO_SCRIPTS = {"Content-Security-Policy": "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'"}
"""An article may hold a hostile text on purpose; the page that shows it must not let it run."""

_FRAME = (
    '<!doctype html><html lang="sv"><meta charset="utf-8"><title>{title}</title>'
    "<style>body{{font:1rem/1.5 sans-serif;max-width:40rem;margin:2rem auto}}img{{max-width:100%}}</style>"
    "<p>Nacka kommun (demo)</p><h1>{title}</h1>{body}</html>"
)


class OpenSite:
    """Everything that the CMS's origin serves beside the Content Delivery API."""

    def __init__(self, settings: DemoSettings, tree: ContentTree, news: PublicNews, media: Media) -> None:
        self._settings = settings
        self._tree = tree
        self._news = news
        self._media = media
        self._catalogue = catalogue_json()

    def routes(self) -> tuple[Route, ...]:
        """The routes, none of which needs a token."""
        return (
            Route("/nyheter-start/rss/", self._rss, middleware=COMPRESSED),
            Route("/nyheter-start/atom/", self._atom, middleware=COMPRESSED),
            Route(THEME_FEED, self._theme_rss, middleware=COMPRESSED),
            Route("/driftinformation.json", self._disruptions, middleware=COMPRESSED),
            Route("/tjanster.json", self._services, middleware=COMPRESSED),
            Route(f"{MEDIA_FOLDER}/prov/{{name}}", self._odd_picture),
            Route(f"{MEDIA_FOLDER}/{{name}}", self._picture),
            Route("/driftinformation/{guid}/", self._page),
            Route("/medarbetare/nyhetslista/{year}/{month}/{segment}/", self._page),
            Route("/", self._start),
        )

    def _feed_address(self) -> str:
        return f"{self._settings.addresses.cms}/nyheter-start/"

    async def _rss(self, request: Request) -> Response:
        items = self._news.at(self._settings.now())
        content = rss(items, self._feed_address())
        return conditional(request, content, "application/rss+xml", items[0].published)

    async def _theme_rss(self, request: Request) -> Response:
        items = [item for item in self._news.at(self._settings.now()) if item.theme == _THEME]
        return conditional(request, rss(items, self._feed_address()), "application/rss+xml")

    async def _atom(self, request: Request) -> Response:
        items = self._news.at(self._settings.now())
        return conditional(request, atom(items, self._feed_address()), "application/atom+xml", items[0].published)

    async def _disruptions(self, request: Request) -> Response:
        now = self._settings.now()
        shown = [
            public_json(child)
            for child in self._tree.children(DISRUPTION_ROOT)
            if not child.staff_only and child.published_at(now)
        ]
        content = json.dumps({"disruptions": shown}, ensure_ascii=False).encode()
        return conditional(request, content, "application/json")

    async def _services(self, request: Request) -> Response:
        return conditional(request, self._catalogue, "application/json")

    async def _picture(self, request: Request) -> Response:
        path = self._media.path_of(request.path_params["name"])
        if path is None:
            return _not_found()
        return conditional(request, path.read_bytes(), MEDIA_TYPES[path.suffix])

    async def _odd_picture(self, request: Request) -> Response:
        path = self._media.path_of("harbour-1.jpg")
        odd = None if path is None else odd_file(request.path_params["name"], path.read_bytes())
        return _not_found() if odd is None else conditional(request, *odd)

    async def _page(self, request: Request) -> Response:
        content = self._tree.by_address(f"{self._settings.addresses.cms}{request.url.path}")
        if content is None or content.readers or not content.published_at(self._settings.now()):
            return _not_found()
        return HTMLResponse(_page_html(content), headers=_NO_SCRIPTS)

    async def _start(self, _request: Request) -> Response:
        items = self._news.at(self._settings.now())
        listed = "".join(f"<li>{_day(item.published)} {escape(item.title)}</li>" for item in items)
        return HTMLResponse(_FRAME.format(title="Nyheter", body=f"<ul>{listed}</ul>"), headers=_NO_SCRIPTS)


def catalogue_json() -> bytes:
    """The catalogue in one object: themes, services, journeys and tools."""
    whole: dict[str, object] = {}
    for file in (services_file(), journeys_file(), tools_file()):
        whole |= {key: value for key, value in json.loads(file.read_bytes()).items() if key != "note"}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def _page_html(content: Content) -> str:
    values = {name: prop.value for name, prop in content.properties.items()}
    lead = escape(str(values.get("mainIntro") or values.get("text") or ""))
    body = f"<p>{_day(content.start_publish)}</p><p><strong>{lead}</strong></p>{values.get('mainBody') or ''}"
    return _FRAME.format(title=escape(content.name), body=body)


def _day(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d}"


def _not_found() -> Response:
    return JSONResponse({"title": "Not Found", "status": 404}, 404, media_type="application/problem+json")
