"""Pages of sites: a start page, and news of a few paragraphs."""

from datetime import datetime, timedelta

from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.dice import digest, guid
from workplace_app.demo.tenant.featured import PAGES
from workplace_app.demo.tenant.files import Libraries
from workplace_app.demo.tenant.moments import whole_second
from workplace_app.demo.tenant.people import Colleague
from workplace_app.demo.tenant.shelf import Shelf
from workplace_app.demo.tenant.sites import Site
from workplace_app.demo.tenant.teams import nickname
from workplace_app.demo.tenant.texts_pages import HEADINGS, LEADS, PARAGRAPHS, TITLES
from workplace_app.demo.tenant.wording import Wording
from workplace_app.demo.tenant.world import World

NEWS_PER_SCALE = 5


class Pages:
    """One shelf of pages for each site. The first is the start page, the others are news."""

    def __init__(self, world: World, libraries: Libraries) -> None:
        self._world = world
        self._libraries = libraries
        self._shelves: dict[str, Shelf] = {}

    def pages_of(self, site: Site) -> Shelf:
        """All pages of a site, each with its ``canvasLayout``."""
        if site.id not in self._shelves:
            self._shelves[site.id] = self._shelf(site)
        return self._shelves[site.id]

    def publish(self, site: Site, title: str, by: Colleague, now: datetime) -> Json:
        """Somebody publishes news."""
        page_id = guid(site.id, "published", self._world.log.revision + 1)
        wording = Wording(
            self._world.dice("published", page_id), self._world.moments.today, self._libraries.people_of(site)
        )
        lead = wording.fill(LEADS[0])
        html = "".join(f"<p>{wording.fill(text)}</p>" for text in PARAGRAPHS[:3])
        document = self._document(site, page_id, title, lead, html, by, now)
        self.pages_of(site).put(page_id, document)
        return document

    def _shelf(self, site: Site) -> Shelf:
        featured = [page for page in PAGES if page[0] == site.name]
        count = 1 + len(featured) + NEWS_PER_SCALE * self._world.scale

        def ids() -> list[str]:
            return [guid(site.id, "page", number) for number in range(count)]

        def make(number: int) -> Json:
            page_id = guid(site.id, "page", number)
            people = self._libraries.people_of(site)
            if number == 0:
                home = self._document(
                    site,
                    page_id,
                    "Start",
                    site.description,
                    f"<p>{site.description}</p>",
                    people[0],
                    self._world.moments.ago(400_000),
                )
                return {**home, "promotionKind": "page", "pageLayout": "home", "name": "Home.aspx"}
            if number <= len(featured):
                _, title, lead, minutes = featured[number - 1]
                words = f"<p>{lead}.</p><p>{PARAGRAPHS[5].format(folder='Mallar')}</p>"
                when = self._world.moments.ago(minutes)
                return self._document(site, page_id, title.format(year=when.year), lead, words, people[0], when)
            return self._generated(site, page_id, number)

        return Shelf(f"pages/{digest(8, site.id).hex()}", self._world.log, ids, make)

    def _generated(self, site: Site, page_id: str, number: int) -> Json:
        dice = self._world.dice("page", site.id, number)
        people = self._libraries.people_of(site)
        when = self._world.moments.past(2 + number * 11 % 320 + dice.below(9), dice.between(7, 16), dice.below(60))
        wording = Wording(dice, when.date(), people)
        title = wording.fill(dice.pick(TITLES))
        lead = wording.fill(dice.pick(LEADS))
        parts = []
        for place, text in enumerate(dice.some(PARAGRAPHS, dice.between(3, 6))):
            heading = f"<h2>{dice.pick(HEADINGS)}</h2>" if place % 2 else ""
            parts.append(f"{heading}<p>{wording.fill(text)}</p>")
        return self._document(site, page_id, title, lead, "".join(parts), dice.pick(people), when)

    def _document(
        self, site: Site, page_id: str, title: str, lead: str, html: str, by: Colleague, when: datetime
    ) -> Json:
        name = f"{nickname(title.replace('?', '').replace(',', '').replace('.', ''))}-{page_id[:4]}.aspx"
        person = {"user": {"displayName": by.name, "email": by.mail, "id": by.id}}
        return {
            "@odata.type": "#microsoft.graph.sitePage",
            "@odata.etag": f'"{{{page_id.upper()}}},2"',
            "eTag": f'"{{{page_id.upper()}}},2"',
            "id": page_id,
            "name": name,
            "title": title,
            "description": lead,
            "webUrl": f"{site.address}/SitePages/{name}",
            "createdDateTime": whole_second(when - timedelta(hours=2)),
            "lastModifiedDateTime": whole_second(when),
            "createdBy": person,
            "lastModifiedBy": person,
            "parentReference": {"siteId": site.id.split(",")[1]},
            "pageLayout": "article",
            "promotionKind": "newsPost",
            "showComments": True,
            "showRecommendedPages": False,
            "publishingState": {"level": "published", "versionId": "1.0"},
            "reactions": {"likeCount": len(title) % 23, "commentCount": len(lead) % 5},
            "titleArea": {
                "enableGradientEffect": False,
                "layout": "plain",
                "showAuthor": True,
                "showPublishedDate": True,
                "showTextBlockAboveTitle": False,
                "textAboveTitle": "",
                "textAlignment": "left",
            },
            "canvasLayout": _canvas(page_id, html),
        }


def _canvas(page_id: str, html: str) -> Json:
    part = {"@odata.type": "#microsoft.graph.textWebPart", "id": guid(page_id, "part"), "innerHtml": html}
    column = {"id": "1", "width": 12, "webparts": [part]}
    return {"horizontalSections": [{"layout": "oneColumn", "id": "1", "emphasis": "none", "columns": [column]}]}
