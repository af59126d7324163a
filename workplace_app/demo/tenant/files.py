"""Document libraries: a root, its folders and two hundred files for each step of scale."""

from datetime import datetime, timedelta
from urllib.parse import quote

from workplace_app.demo.staff import Staff
from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.dice import Dice, digest, drive_item_id, guid
from workplace_app.demo.tenant.featured import FILES, FeaturedFile
from workplace_app.demo.tenant.moments import from_text, whole_second
from workplace_app.demo.tenant.people import Colleague, Directory
from workplace_app.demo.tenant.shelf import Shelf
from workplace_app.demo.tenant.sites import Site, Sites
from workplace_app.demo.tenant.texts_files import MEDIA_TYPES, NAMES_BY_ROLE, NAMES_FOR_ALL
from workplace_app.demo.tenant.wording import Wording
from workplace_app.demo.tenant.world import World

ITEMS_PER_SCALE = 200
_NAMED_AHEAD = timedelta(days=40)
"""A date in a file name is at most so long after the day that it is drawn from, and never after the last change."""


class Libraries:
    """One shelf for each library. The first item is the root, then come the folders, then the files."""

    def __init__(self, world: World, directory: Directory, sites: Sites) -> None:
        self._world = world
        self._directory = directory
        self._sites = sites
        self._shelves: dict[str, Shelf] = {}
        self._circles: dict[str, tuple[Colleague, ...]] = {}
        self._ids: dict[str, list[str]] = {}

    def items_of(self, site: Site) -> Shelf:
        """Everything in a site's library."""
        if site.drive_id not in self._shelves:
            self._shelves[site.drive_id] = self._shelf(site)
        return self._shelves[site.drive_id]

    def people_of(self, site: Site) -> tuple[Colleague, ...]:
        """Who works in a site."""
        if site.id not in self._circles:
            readers: list[Staff] = self._sites.readers(site)
            self._circles[site.id] = tuple(
                {person.id: person for staff in readers for person in self._directory.circle(staff)}.values()
            )
        return self._circles[site.id]

    def add(self, site: Site, name: str, by: Colleague, now: datetime) -> Json:
        """Somebody uploads a file; it goes to the first folder that the dice shows."""
        revision = self._world.log.revision + 1
        dice = self._world.dice("upload", site.drive_id, revision)
        folder = dice.below(len(site.folders))
        item_id = drive_item_id(site.drive_id, "upload", revision)
        document = self._file(site, item_id, name, folder, dice, by, now, by, now)
        self.items_of(site).put(item_id, document)
        return document

    def edit(self, site: Site, item_id: str, by: Colleague, now: datetime) -> Json | None:
        """Somebody changes a file."""
        shelf = self.items_of(site)
        item = shelf.get(item_id)
        if item is None or "file" not in item:
            return None
        version = self._world.log.revision + 2
        item |= {
            "lastModifiedDateTime": whole_second(now),
            "lastModifiedBy": _by(by),
            "size": item["size"] + 512,
            "eTag": _etag(item_id, version),
            "cTag": _ctag(item_id, version),
            "fileSystemInfo": {**item["fileSystemInfo"], "lastModifiedDateTime": whole_second(now)},
        }
        shelf.put(item_id, item)
        return item

    def tombstone(self, site: Site, item_id: str) -> Json:
        """What delta says of an item that is gone."""
        return {
            "id": item_id,
            "parentReference": {"driveType": "documentLibrary", "driveId": site.drive_id},
            "deleted": {"state": "deleted"},
        }

    def _shelf(self, site: Site) -> Shelf:
        featured = [file for file in FILES if file.site == site.name]
        fixed = 1 + len(site.folders)
        files = ITEMS_PER_SCALE * self._world.scale - fixed

        def ids() -> list[str]:
            return [self._item_id(site, number) for number in range(fixed + files)]

        def make(number: int) -> Json:
            if number < fixed:
                return self._folder(site, number, files)
            if number - fixed < len(featured):
                return self._featured(site, number, featured[number - fixed])
            return self._generated(site, number)

        return Shelf(f"drive/{digest(8, site.drive_id).hex()}", self._world.log, ids, make)

    def _item_id(self, site: Site, number: int) -> str:
        known = self._ids.setdefault(site.drive_id, [])
        while len(known) <= number:
            known.append(drive_item_id(site.drive_id, len(known)))
        return known[number]

    def _folder(self, site: Site, number: int, files: int) -> Json:
        made = self._world.moments.base - timedelta(days=890 - number)
        item_id = self._item_id(site, number)
        document = self._item(site, item_id, "root" if number == 0 else site.folders[number - 1], number, made)
        document["size"] = 3_221_225_472 // (1 if number == 0 else len(site.folders))
        document["folder"] = {"childCount": len(site.folders) if number == 0 else files // len(site.folders)}
        if number == 0:
            document["root"] = {}
            document["webUrl"] = f"{site.address}/Delade%20dokument"
            document["parentReference"] = {"driveType": "documentLibrary", "driveId": site.drive_id}
        return document

    def _item(self, site: Site, item_id: str, name: str, folder: int, made: datetime) -> Json:
        maker = self.people_of(site)[0]
        path = (
            f"{quote(site.folders[folder - 1])}/{quote(name)}"
            if folder and name != site.folders[folder - 1]
            else quote(name)
        )
        return {
            "id": item_id,
            "name": name,
            "size": 0,
            "createdDateTime": whole_second(made),
            "lastModifiedDateTime": whole_second(made),
            "eTag": _etag(item_id, 1),
            "cTag": _ctag(item_id, 1),
            "webUrl": f"{site.address}/Delade%20dokument/{path}",
            "createdBy": _by(maker),
            "lastModifiedBy": _by(maker),
            "parentReference": {
                "driveType": "documentLibrary",
                "driveId": site.drive_id,
                "id": self._item_id(site, 0),
                "siteId": site.id.split(",")[1],
            },
            "fileSystemInfo": {"createdDateTime": whole_second(made), "lastModifiedDateTime": whole_second(made)},
        }

    def _file(
        self,
        site: Site,
        item_id: str,
        name: str,
        folder: int,
        dice: Dice,
        maker: Colleague,
        made: datetime,
        changer: Colleague,
        changed: datetime,
    ) -> Json:
        document = self._item(site, item_id, name, folder + 1, made)
        extension = name.rsplit(".", 1)[-1].lower()
        document |= {
            "size": dice.between(9_000, 4_000_000),
            "lastModifiedDateTime": whole_second(changed),
            "createdBy": _by(maker),
            "lastModifiedBy": _by(changer),
            "file": {
                "mimeType": MEDIA_TYPES.get(extension, "application/octet-stream"),
                "hashes": {"quickXorHash": digest(20, item_id, changed).hex()[:27] + "="},
            },
        }
        document["fileSystemInfo"]["lastModifiedDateTime"] = whole_second(changed)
        document["parentReference"]["id"] = self._item_id(site, folder + 1)
        document["parentReference"]["name"] = site.folders[folder]
        return document

    def _featured(self, site: Site, number: int, file: FeaturedFile) -> Json:
        dice = self._world.dice("file", site.drive_id, number)
        by = self._directory.named(file.by)
        changed = self._world.moments.ago(file.minutes)
        made = changed if file.new else changed - timedelta(days=9)
        folder = site.folders.index(file.folder)
        return self._file(site, self._item_id(site, number), file.name, folder, dice, by, made, by, changed)

    def _generated(self, site: Site, number: int) -> Json:
        moments = self._world.moments
        dice = self._world.dice("file", site.drive_id, number)
        people = self.people_of(site)
        lot = dice.below(1000)
        days = dice.below(2) if lot < 1 else dice.between(2, 14) if lot < 6 else dice.between(15, 800)
        changed = moments.past(days, dice.between(7, 16), dice.below(60))
        wording = Wording(dice, (changed - _NAMED_AHEAD).date(), people)
        special = site.role is not None and dice.chance(65)
        name = wording.fill(dice.pick(NAMES_BY_ROLE[site.role] if special and site.role else NAMES_FOR_ALL)).replace(
            ":", "-"
        )
        made = changed - timedelta(days=dice.below(60) * dice.below(4), minutes=5)
        item_id = self._item_id(site, number)
        return self._file(
            site,
            item_id,
            name,
            dice.below(len(site.folders)),
            dice,
            dice.pick(people),
            made,
            dice.pick(people),
            changed,
        )


def _by(person: Colleague) -> Json:
    return {"user": {"email": person.mail, "id": person.id, "displayName": person.name}}


def _etag(item_id: str, version: int) -> str:
    return f'"{{{guid(item_id).upper()}}},{version}"'


def _ctag(item_id: str, version: int) -> str:
    return f'"c:{{{guid(item_id).upper()}}},{version}"'


def changed_at(item: Json) -> datetime:
    """When an item was last changed."""
    return from_text(item["lastModifiedDateTime"])
