"""Followed sites, their libraries by delta in turns, and their news pages."""

from datetime import timedelta

import pytest

from sync.feeds import site_files
from sync.feeds.taking_turns import TURN, next_in_turn
from sync.wire.reading import RawItem, UnreadableItemError
from tests.sync.feeds.conftest import Municipality
from tests.sync.feeds.reader import FeedReader
from workplace_app.domain.article import Article
from workplace_app.domain.notification import Notification, NotificationKind
from workplace_app.domain.problem import ProblemKind
from workplace_app.domain.workspace import SiteFile, Workspace, WorkspaceKind


@pytest.fixture
def sites(reader: FeedReader) -> list[Workspace]:
    return reader.read("sites").of(Workspace)


def test_a_file_that_is_added_comes_and_one_that_is_deleted_goes(
    municipality: Municipality, reader: FeedReader, sites: list[Workspace]
) -> None:
    first = reader.read("site_files").of(SiteFile)
    assert len({file.drive_id for file in first}) == 25
    site = municipality.tenant.sites.by_drive[first[0].drive_id]
    author = municipality.tenant.directory.colleague(9)
    added = municipality.tenant.libraries.add(site, "Ny ritning.pdf", author, municipality.clock())
    gone = next(file for file in first if file.drive_id == site.drive_id and not file.folder)
    municipality.tenant.libraries.items_of(site).remove(gone.id.rpartition("/")[2])
    seen: list[SiteFile] = []
    removed: list[str] = []
    for _ in range(4):  # seven drives a round: after four everybody has had a turn
        reading = reader.read("site_files")
        assert reading.requests == 1
        seen += reading.of(SiteFile)
        removed += reading.removed
    assert [file.id for file in seen] == [f"file:{site.drive_id}/{added['id']}"]
    assert removed == [gone.id]


def test_a_new_file_by_another_is_told(municipality: Municipality, reader: FeedReader, sites: list[Workspace]) -> None:
    told = reader.read("site_files").of(Notification)
    assert {notification.kind for notification in told} <= {NotificationKind.FILE_NEW, NotificationKind.FILE_CHANGED}
    assert all(municipality.clock() - notification.at <= timedelta(days=14) for notification in told)
    assert not any(notification.who == municipality.elin.name for notification in told)


@pytest.mark.parametrize("location", ["good", "none"])
def test_a_drive_that_wants_to_begin_anew_does_and_the_others_go_on(
    municipality: Municipality, reader: FeedReader, sites: list[Workspace], location: str
) -> None:
    first = reader.read("site_files").of(SiteFile)
    drive = min(file.drive_id for file in first)
    municipality.town.order("faults", kind="resync", path=f"*{drive}/root/delta", location=location, times=1)
    again: list[SiteFile] = []
    for _ in range(4):
        reading = reader.read("site_files")
        assert reading.raised is None
        again += reading.of(SiteFile)
    assert {file.id for file in again} == {file.id for file in first if file.drive_id == drive}


def test_a_library_that_may_not_be_read_is_one_problem(
    municipality: Municipality, reader: FeedReader, sites: list[Workspace]
) -> None:
    drive = municipality.tenant.sites.followed_by(municipality.elin)[3].drive_id
    municipality.town.order("faults", kind="status", status=403, path=f"*{drive}/root/delta", times=50)
    reading = reader.read("site_files")
    assert reading.raised is None
    assert [problem.kind for problem in reading.problems] == [ProblemKind.ACCESS_DENIED]
    assert len({file.drive_id for file in reading.of(SiteFile)}) == 24


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (403, "accessDenied", ProblemKind.ACCESS_DENIED),
        (404, "itemNotFound", ProblemKind.NOT_FOUND),
        (410, "itemNotFound", ProblemKind.NOT_FOUND),
        (423, "resourceLocked", ProblemKind.ACCESS_DENIED),
    ],
)
def test_a_closed_library_costs_its_own_files_and_is_asked_again(
    municipality: Municipality, reader: FeedReader, sites: list[Workspace], status: int, code: str, kind: ProblemKind
) -> None:
    drive = sorted(site.drive_id for site in municipality.tenant.sites.followed_by(municipality.elin))[1]
    delta = f"/v1.0/drives/{drive}/root/delta"
    municipality.town.order("faults", kind="status", status=status, code=code, path=delta, times=None)
    for drives in (24, 0):
        municipality.town.order("requests/reset")
        reading = reader.read("site_files")
        assert reading.raised is None
        assert [(problem.kind, problem.item_id) for problem in reading.problems] == [(kind, drive)]
        assert len({file.drive_id for file in reading.of(SiteFile)}) == drives
        assert delta in [request["path"] for request in municipality.town.look("requests")["requests"]]
    municipality.town.order("faults/clear")
    later = [file for _ in range(4) for file in reader.read("site_files").of(SiteFile)]
    assert {file.drive_id for file in later} == {drive}


def test_closed_libraries_take_turns_with_the_others(
    municipality: Municipality, reader: FeedReader, sites: list[Workspace]
) -> None:
    closed = sorted(site.drive_id for site in municipality.tenant.sites.followed_by(municipality.elin))[:12]
    for drive in closed:
        municipality.town.order(
            "faults", kind="status", status=403, code="accessDenied", path=f"/v1.0/drives/{drive}/*", times=None
        )
    told = set()
    reader.read("site_files")
    for _ in range(4):
        municipality.town.order("requests/reset")
        reading = reader.read("site_files")
        assert reading.raised is None, "the others have been read"
        told |= {problem.item_id for problem in reading.problems}
        asked = [request for request in municipality.town.look("requests")["requests"] if "/drives/" in request["path"]]
        assert len(asked) <= 7
    assert told == set(closed)


def test_a_library_that_is_closed_later_keeps_its_files(
    municipality: Municipality, reader: FeedReader, sites: list[Workspace]
) -> None:
    files = len(reader.read("site_files").of(SiteFile))
    drive = municipality.tenant.sites.followed_by(municipality.elin)[3].drive_id
    municipality.town.order(
        "faults", kind="status", status=403, code="accessDenied", path=f"*{drive}/root/delta", times=None
    )
    readings = [reader.read("site_files") for _ in range(4)]
    assert [reading.raised for reading in readings] == [None] * 4
    assert {problem.item_id for reading in readings for problem in reading.problems} == {drive}
    assert reader.connection.execute("SELECT COUNT(*) FROM main.site_files").fetchone() == (files,)


def test_libraries_that_are_all_closed_are_a_permission_that_is_missing(
    municipality: Municipality, reader: FeedReader, sites: list[Workspace]
) -> None:
    municipality.town.order("faults", kind="status", status=403, code="accessDenied", path="*/root/delta", times=None)
    reading = reader.read("site_files")
    assert reading.raised is not None
    assert (reading.raised.kind, reading.raised.scope) == (ProblemKind.CONSENT_MISSING, "Sites.Read.All")


@pytest.mark.parametrize(("feed", "most", "rest"), [("site_files", 7, "/*"), ("site_news", 10, "/pages/*")])
def test_places_that_all_refuse_in_one_round_do_not_keep_the_others_from_their_turn(
    municipality: Municipality, reader: FeedReader, sites: list[Workspace], feed: str, most: int, rest: str
) -> None:
    reader.read(feed)
    followed = municipality.tenant.sites.followed_by(municipality.elin)
    drives = feed == "site_files"
    for place in sorted(site.drive_id if drives else site.id for site in followed)[:most]:
        path = f"/v1.0/{'drives' if drives else 'sites'}/{place}{rest}"
        municipality.town.order("faults", kind="status", status=403, code="accessDenied", path=path, times=None)
    first, second = reader.read(feed), reader.read(feed)
    assert first.raised is not None
    assert first.raised.kind is ProblemKind.CONSENT_MISSING
    assert second.raised is None


def test_one_closed_site_costs_its_libraries_and_pages_only(
    municipality: Municipality, reader: FeedReader, sites: list[Workspace]
) -> None:
    site = municipality.tenant.sites.followed_by(municipality.elin)[3]
    municipality.town.order(
        "faults", kind="status", status=403, code="accessDenied", path=f"/v1.0/sites/{site.id}/*", times=None
    )
    files, news = reader.read("site_files"), reader.read("site_news")
    assert len({file.drive_id for file in files.of(SiteFile)}) == 24
    assert news.of(Article)
    for reading in (files, news):
        assert reading.raised is None
        assert [(problem.kind, problem.item_id) for problem in reading.problems] == [
            (ProblemKind.ACCESS_DENIED, f"site:{site.id}")
        ]
    municipality.town.order("faults/clear")
    municipality.later(hours=4)
    reader.sign_in()
    assert {file.drive_id for file in reader.read("site_files").of(SiteFile)} == {site.drive_id}
    assert f"site:{site.id}" in {page.scope for page in reader.read("site_news").pages}


def test_a_throttled_library_ends_the_round_after_what_came(
    municipality: Municipality, reader: FeedReader, sites: list[Workspace]
) -> None:
    municipality.town.order("faults", kind="throttled", path="*/root/delta", retry_after="600", skip=5, times=1)
    reading = reader.read("site_files")
    assert reading.raised is not None
    assert reading.raised.kind is ProblemKind.THROTTLED
    assert len({file.drive_id for file in reading.of(SiteFile)}) == 5
    municipality.later(minutes=20)
    rest = reader.read("site_files")
    assert rest.raised is None
    assert len({file.drive_id for file in rest.of(SiteFile)}) == 20


def test_news_on_a_site_is_an_article_and_is_told(
    municipality: Municipality, reader: FeedReader, sites: list[Workspace]
) -> None:
    first = reader.read("site_news").of(Article)
    assert first
    assert all(article.body_html and article.publisher for article in first)
    site = min(municipality.tenant.sites.followed_by(municipality.elin), key=lambda site: site.id)
    author = municipality.tenant.directory.colleague(9)
    municipality.later(minutes=5)
    page = municipality.tenant.pages.publish(site, "Ny rutin", author, municipality.clock())
    articles: list[Article] = []
    told: list[Notification] = []
    for _ in range(3):  # ten sites a round
        reading = reader.read("site_news")
        articles += reading.of(Article)
        told += reading.of(Notification)
    (article,) = articles
    assert article.id == f"page:{site.id}/{page['id']}"
    assert article.title == "Ny rutin"
    assert article.body_html
    assert [notification.target_id for notification in told] == [article.id]
    municipality.tenant.pages.pages_of(site).remove(page["id"])
    removed = [gone for _ in range(3) for gone in reader.read("site_news").removed]
    assert removed == [article.id]


def test_a_site_no_longer_followed_takes_its_files_and_pages_along(reader: FeedReader, sites: list[Workspace]) -> None:
    files = reader.read("site_files").of(SiteFile)
    reader.read("site_news")
    gone = sites[0]
    reader.forget("sites", gone.id)
    drive = next(file.drive_id for file in files if file.workspace_id == gone.id)
    assert drive in [page.scope for page in reader.read("site_files").pages if page.scope_is_gone]
    assert gone.id in [page.scope for page in reader.read("site_news").pages if page.scope_is_gone]
    assert len(reader.known.workspaces(WorkspaceKind.SITE)) == 24


def test_those_never_read_come_first_and_the_others_take_turns() -> None:
    places = [f"d{number}" for number in range(7)]
    marks = dict.fromkeys(places[:6], "x")
    turn, mark = next_in_turn(places, marks, 4)
    assert turn == ["d6", "d0", "d1", "d2", "d3"]
    assert mark is not None
    assert mark.scope == TURN
    turn, _ = next_in_turn(places[:6], {**marks, TURN: mark.bookmark or ""}, 4)
    assert turn == ["d4", "d5", "d0", "d1"]
    assert next_in_turn(places[:3], marks, 4) == (["d0", "d1", "d2"], None)


def test_a_page_whose_text_did_not_come_is_asked_for_again(
    municipality: Municipality, reader: FeedReader, sites: list[Workspace]
) -> None:
    reader.read("site_news")
    site = min(municipality.tenant.sites.followed_by(municipality.elin), key=lambda site: site.id)
    municipality.later(minutes=5)
    author = municipality.tenant.directory.colleague(9)
    page = municipality.tenant.pages.publish(site, "Ny rutin", author, municipality.clock())
    municipality.town.order("faults", kind="status", status=403, path=f"*/pages/{page['id']}/*", times=1)
    readings = [reader.read("site_news") for _ in range(4)]
    assert [problem.kind for reading in readings for problem in reading.problems] == [ProblemKind.ACCESS_DENIED]
    assert [article.title for reading in readings for article in reading.of(Article)] == ["Ny rutin"]


def test_libraries_that_cannot_be_read_are_not_taken_for_gone(
    municipality: Municipality, reader: FeedReader, sites: list[Workspace], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(_item: RawItem) -> str:
        raise UnreadableItemError("id is missing")

    files = len(reader.read("site_files").of(SiteFile))
    municipality.later(days=8)
    reader.sign_in()
    monkeypatch.setattr(site_files, "drive_id", unreadable)
    reading = reader.read("site_files")
    assert {problem.kind for problem in reading.problems} == {ProblemKind.UNREADABLE_ITEM}
    assert reader.connection.execute("SELECT COUNT(*) FROM main.site_files").fetchone() == (files,)
