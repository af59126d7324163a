"""SharePoint: followed sites, their libraries with delta, and their pages."""

from workplace_app.demo.graph.exchange import GraphAnswer, GraphRequest, not_found
from workplace_app.demo.graph.office import DeltaCollection, Office, drive_expired
from workplace_app.demo.graph.query_options import (
    expanded,
    filtered,
    ordered,
    page_size,
    project,
    refuse_options,
    selected,
)
from workplace_app.demo.graph.routing import Endpoint
from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.sites import Site

SITE = "/sites/{site-id}"
DRIVE = "/drives/{drive-id}"
PAGE_TYPE = "microsoft.graph.sitePage"
USUAL_ITEMS, LARGEST_ITEMS = 200, 1000
USUAL_PAGES, LARGEST_PAGES = 100, 1000


class SitesRoutes:
    """Everybody in the tenant may read its sites; the user follows some."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._sites = office.tenant.sites
        self._libraries = office.tenant.libraries
        self._pages = office.tenant.pages

    def endpoints(self) -> list[Endpoint]:
        """What is served here."""
        return [
            Endpoint("GET", "/me/followedSites", "sharepoint", self.followed),
            Endpoint("GET", SITE, "sharepoint", self.site),
            Endpoint("GET", f"{SITE}/drive", "sharepoint", self.site_drive),
            Endpoint("GET", f"{SITE}/drives", "sharepoint", self.site_drives),
            Endpoint("GET", f"{SITE}/drive/root/delta", "sharepoint", self.delta),
            Endpoint("GET", f"{SITE}/pages", "sharepoint", self.all_pages),
            Endpoint("GET", f"{SITE}/pages/{PAGE_TYPE}", "sharepoint", self.site_pages),
            Endpoint("GET", f"{SITE}/pages/{{page-id}}/{PAGE_TYPE}", "sharepoint", self.site_page),
            Endpoint("GET", DRIVE, "sharepoint", self.drive),
            Endpoint("GET", f"{DRIVE}/root/delta", "sharepoint", self.delta),
            Endpoint("GET", f"{DRIVE}/items/{{item-id}}", "sharepoint", self.item),
        ]

    def followed(self, request: GraphRequest) -> GraphAnswer:
        """The sites that the user follows, all at once."""
        names = selected(request)
        documents = [self._sites.site_document(site) for site in self._sites.followed_by(request.person)]
        return self._office.listing(request, documents, LARGEST_ITEMS, "sites", lambda each: project(each, names))

    def site(self, request: GraphRequest) -> GraphAnswer:
        """One site."""
        document = project(self._sites.site_document(self._site(request)), selected(request))
        return GraphAnswer(200, {"@odata.context": self._office.context("sites/$entity"), **document})

    def site_drive(self, request: GraphRequest) -> GraphAnswer:
        """A site's library."""
        document = project(self._sites.drive_document(self._site(request)), selected(request))
        return GraphAnswer(200, {"@odata.context": self._office.context("drives/$entity"), **document})

    def site_drives(self, request: GraphRequest) -> GraphAnswer:
        """A site's libraries, of which there is one."""
        names = selected(request)
        documents = [self._sites.drive_document(self._site(request))]
        return self._office.listing(request, documents, 100, "drives", lambda each: project(each, names))

    def drive(self, request: GraphRequest) -> GraphAnswer:
        """A library."""
        document = project(self._sites.drive_document(self._site(request)), selected(request))
        return GraphAnswer(200, {"@odata.context": self._office.context("drives/$entity"), **document})

    def item(self, request: GraphRequest) -> GraphAnswer:
        """A file or a folder."""
        document = self._libraries.items_of(self._site(request)).get(request.parameters["item-id"])
        if document is None:
            raise not_found("itemNotFound", "The resource could not be found.")
        shown = project(document, selected(request))
        return GraphAnswer(200, {"@odata.context": self._office.context("drives/items/$entity"), **shown})

    def delta(self, request: GraphRequest) -> GraphAnswer:
        """Everything in a library, then what has changed; paths are not told."""
        site = self._site(request)
        shelf = self._libraries.items_of(site)
        options = {name: request.query[name] for name in ("$select", "$top") if name in request.query}
        context = "Collection(driveItem)"

        def gone(item_id: str) -> Json:
            return {"@odata.type": "#microsoft.graph.driveItem", **self._libraries.tombstone(site, item_id)}

        plain = DeltaCollection(shelf, dict, gone, drive_expired, options, context, "token")
        bookmark = self._office.delta_bookmark(request, plain)
        names = tuple(name for name in bookmark.options.get("$select", "").split(",") if name)

        def shape(document: Json) -> Json:
            return {"@odata.type": "#microsoft.graph.driveItem", **project(document, names)}

        collection = DeltaCollection(shelf, shape, gone, drive_expired, options, context, "token")
        return self._office.delta(request, collection, page_size(request, USUAL_ITEMS, LARGEST_ITEMS))

    def all_pages(self, request: GraphRequest) -> GraphAnswer:
        """Pages of every kind, without what a sitePage has of its own."""
        return self._page_listing(request, f"sites('{self._site(request).id}')/pages")

    def site_pages(self, request: GraphRequest) -> GraphAnswer:
        """Pages as sitePage: they can be filtered by kind and state."""
        return self._page_listing(request, f"sites('{self._site(request).id}')/pages/{PAGE_TYPE}")

    def site_page(self, request: GraphRequest) -> GraphAnswer:
        """One page; with $expand=canvasLayout what stands on it."""
        document = self._pages.pages_of(self._site(request)).get(request.parameters["page-id"])
        if document is None:
            raise not_found("itemNotFound", "The page could not be found.")
        context = self._office.context(f"sites('{self._site(request).id}')/pages/{PAGE_TYPE}/$entity")
        return GraphAnswer(200, {"@odata.context": context, **_page(document, request)})

    def _page_listing(self, request: GraphRequest, context: str) -> GraphAnswer:
        refuse_options(request, "$search", what="pages")
        documents = sorted(self._pages.pages_of(self._site(request)).all(), key=lambda page: str(page["name"]))
        found = ordered(filtered(documents, request), request)
        size = page_size(request, USUAL_PAGES, LARGEST_PAGES)
        return self._office.listing(request, found, size, context, lambda each: _page(each, request))

    def _site(self, request: GraphRequest) -> Site:
        if "drive-id" in request.parameters:
            site = self._sites.by_drive.get(request.parameters["drive-id"])
        else:
            site = self._sites.by_id.get(request.parameters["site-id"])
        if site is None:
            raise not_found("itemNotFound", "The resource could not be found.")
        return site


def _page(document: Json, request: GraphRequest) -> Json:
    relations = tuple(name for name in ("canvasLayout",) if name in expanded(request))
    shown = project(document, selected(request), ("id", *relations))
    return {name: value for name, value in shown.items() if name != "canvasLayout" or relations}
