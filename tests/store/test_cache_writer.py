"""Pages are stored whole or not at all; the same again changes nothing; a listing that ends takes away the rest."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.store.many_facts import articles, channels, messages, notifications, people, site_files, tasks, workspaces
from tests.store.stored import NOW, keep, whole
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.mailbox import Inbox
from workplace_app.domain.page import Fact, Page
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.domain.task import Task
from workplace_app.domain.workspace import Workspace, WorkspaceKind
from workplace_app.store.cache_writer import CacheWriter, SuspiciousEmptiness
from workplace_app.store.connection_type import Connection
from workplace_app.store.doubt import BELIEVED_AFTER
from workplace_app.store.feed_ledger import FeedLedger
from workplace_app.store.inbox_reader import inbox
from workplace_app.store.search import Search

NOTHING: frozenset[ChangeKind] = frozenset()


def _ids(connection: Connection, table: str) -> list[str]:
    return [row[0] for row in connection.execute(f"SELECT id FROM {table} ORDER BY id")]


def _items(connection: Connection, feed: str) -> int:
    row = connection.execute("SELECT SUM(facts) FROM listings WHERE feed = ?", (feed,)).fetchone()
    return int(row[0] or 0) if row else 0


def test_what_is_new_is_told_and_the_same_again_is_not(writer: CacheWriter) -> None:
    facts: tuple[Fact, ...] = (*tasks(3), *people(2), *articles(1))
    assert keep(writer, *facts) == {ChangeKind.TASKS, ChangeKind.PEOPLE, ChangeKind.NEWS}
    assert keep(writer, *facts) == NOTHING


def test_only_the_kind_that_changed_is_told(writer: CacheWriter) -> None:
    keep(writer, *tasks(3), *people(2))
    first = next(tasks(1))
    assert keep(writer, replace(first, completed=True), *people(2)) == {ChangeKind.TASKS}


def test_an_inbox_is_one_row_however_often_it_is_told(writer: CacheWriter, sync: Connection) -> None:
    assert inbox(sync) is None
    keep(writer, Inbox(3))
    assert keep(writer, Inbox(4)) == {ChangeKind.MAIL}
    assert inbox(sync) == Inbox(4)


def test_the_last_of_two_in_one_page_holds(writer: CacheWriter, sync: Connection) -> None:
    first = next(tasks(1))
    keep(writer, first, replace(first, title="Nytt namn"))
    assert sync.execute("SELECT title FROM tasks").fetchall() == [("Nytt namn",)]


def test_a_bookmark_comes_with_its_page_and_none_leaves_the_one_before(writer: CacheWriter) -> None:
    writer.store_page("todo", Page(scope="list-1", bookmark="a"), NOW)
    writer.store_page("todo", Page(scope="list-2", bookmark="b" * 9_000), NOW)
    writer.store_page("todo", Page(scope="list-1"), NOW)
    assert writer.bookmarks("todo") == {"list-1": "a", "list-2": "b" * 9_000}
    assert writer.bookmarks("planner") == {}
    writer.forget_bookmarks("todo", "list-1")
    assert writer.bookmarks("todo") == {"list-2": "b" * 9_000}
    writer.forget_bookmarks("todo")
    assert writer.bookmarks("todo") == {}


def test_a_page_that_cannot_be_stored_leaves_neither_facts_nor_bookmark(writer: CacheWriter, sync: Connection) -> None:
    keep(writer, *tasks(2), feed="planner")
    impossible = replace(next(tasks(1, start=5)), title=None)  # type: ignore[arg-type]
    with pytest.raises(ProblemRaised) as raised:
        writer.store_page("planner", Page(facts=(*tasks(2, start=2), impossible), bookmark="after"), NOW)
    assert raised.value.problem.kind is ProblemKind.UNEXPECTED
    assert len(_ids(sync, "tasks")) == 2
    assert writer.bookmarks("planner") == {}
    assert not sync.in_transaction
    assert keep(writer, *tasks(3), feed="planner") == {ChangeKind.TASKS}


def test_removed_ids_go_and_unknown_ones_are_ignored(writer: CacheWriter, sync: Connection) -> None:
    keep(writer, *tasks(3), feed="planner")
    gone = writer.store_page("planner", Page(removed=("planner:00000001", "event:never-seen")), NOW)
    assert gone == {ChangeKind.TASKS}
    assert _ids(sync, "tasks") == ["planner:00000000", "planner:00000002"]
    assert writer.store_page("planner", Page(removed=("planner:00000001",)), NOW) == NOTHING


def test_a_feed_cannot_remove_what_another_feed_told(writer: CacheWriter, sync: Connection) -> None:
    keep(writer, *tasks(1), feed="planner")
    assert writer.store_page("todo", Page(removed=("planner:00000000",)), NOW) == NOTHING
    assert len(_ids(sync, "tasks")) == 1


def test_a_listing_takes_away_what_it_did_not_name_only_when_it_ends(writer: CacheWriter, sync: Connection) -> None:
    all_tasks = tuple(tasks(4))
    writer.store_page("planner", whole(*all_tasks), NOW)
    begun = writer.store_page("planner", Page(facts=all_tasks[:1], begins_generation=True), NOW)
    assert begun == NOTHING
    assert len(_ids(sync, "tasks")) == 4
    ended = writer.store_page("planner", Page(facts=all_tasks[1:2], ends_generation=True), NOW)
    assert ended == {ChangeKind.TASKS}
    assert _ids(sync, "tasks") == ["planner:00000000", "planner:00000001"]


def test_a_listing_that_broke_off_removes_nothing_and_the_next_one_starts_afresh(
    writer: CacheWriter, sync: Connection
) -> None:
    all_tasks = tuple(tasks(4))
    writer.store_page("planner", whole(*all_tasks), NOW)
    writer.store_page("planner", Page(facts=all_tasks[:3], begins_generation=True), NOW)
    writer.store_page("planner", whole(all_tasks[3]), NOW)
    assert _ids(sync, "tasks") == ["planner:00000003"]


def test_a_listing_of_one_scope_leaves_the_others_alone(writer: CacheWriter, sync: Connection) -> None:
    files = tuple(site_files(6))
    writer.store_page("site_files", whole(*files[:3], scope="drive-1"), NOW)
    writer.store_page("site_files", whole(*files[3:], scope="drive-2"), NOW)
    writer.store_page("site_files", whole(scope="drive-2"), NOW)
    assert _ids(sync, "site_files") == sorted(file.id for file in files[:3])


def test_a_scope_that_is_gone_takes_its_rows_and_its_bookmark_along_unquestioned(
    writer: CacheWriter, sync: Connection
) -> None:
    files = tuple(site_files(60))
    writer.store_page("site_files", whole(*files[:50], scope="drive-1", bookmark="a"), NOW)
    writer.store_page("site_files", whole(*files[45:], *notifications(2), scope="drive-2", bookmark="b"), NOW)
    gone = writer.store_page("site_files", Page(scope="drive-1", scope_is_gone=True), NOW)
    assert gone == {ChangeKind.FILES}
    assert _ids(sync, "site_files") == sorted(file.id for file in files[45:])
    assert writer.bookmarks("site_files") == {"drive-2": "b"}
    assert _items(sync, "site_files") == 17
    assert writer.store_page("site_files", Page(scope="drive-1", scope_is_gone=True), NOW) == NOTHING


def test_a_fact_that_moves_to_another_scope_stays_when_the_first_is_listed_again(
    writer: CacheWriter, sync: Connection
) -> None:
    task = next(tasks(1))
    writer.store_page("todo", whole(task, scope="a"), NOW)
    assert writer.store_page("todo", whole(task, scope="b"), NOW) == NOTHING
    writer.store_page("todo", whole(scope="a"), NOW)
    assert len(_ids(sync, "tasks")) == 1
    assert _items(sync, "todo") == 1


def test_notifications_outlive_the_listings_that_told_them(writer: CacheWriter, sync: Connection) -> None:
    writer.store_page("planner", whole(*tasks(2), *notifications(3)), NOW)
    writer.store_page("planner", whole(*tasks(2)), NOW)
    assert len(_ids(sync, "notifications")) == 3


@pytest.mark.parametrize("named", [0, 3])
def test_a_listing_that_would_empty_too_much_is_not_believed_at_first(
    writer: CacheWriter, sync: Connection, named: int
) -> None:
    everyone = tuple(people(30))
    writer.store_page("people", whole(*everyone, bookmark="first"), NOW)
    renamed = tuple(replace(person, name=f"Ny {person.id}") for person in everyone[:named])
    with pytest.raises(SuspiciousEmptiness) as raised:
        writer.store_page("people", whole(*renamed, bookmark="second"), NOW)
    assert raised.value.problem.kind is ProblemKind.SUSPICIOUS_EMPTINESS
    assert raised.value.changes == ({ChangeKind.PEOPLE} if named else NOTHING)
    assert len(_ids(sync, "people")) == 30
    assert writer.bookmarks("people") == {}, "the next round must list whole again"
    later = NOW if named else NOW + BELIEVED_AFTER
    assert writer.store_page("people", whole(*renamed, bookmark="third"), later) == {ChangeKind.PEOPLE}
    assert len(_ids(sync, "people")) == named
    assert writer.bookmarks("people") == {"": "third"}


def test_an_emptiness_is_not_believed_for_being_repeated_but_when_the_user_says_so(
    writer: CacheWriter, sync: Connection
) -> None:
    writer.store_page("people", whole(*people(30), bookmark="first"), NOW)
    assert not writer.believe("people")
    for minutes in range(0, 24 * 60, 10):
        with pytest.raises(SuspiciousEmptiness):
            writer.store_page("people", whole(), NOW + timedelta(minutes=minutes))
    assert len(_ids(sync, "people")) == 30
    assert writer.believe("people")
    assert writer.bookmarks("people") == {}, "the next round must list whole again"
    assert writer.store_page("people", whole(), NOW) == {ChangeKind.PEOPLE}
    assert _ids(sync, "people") == []
    assert not writer.believe("people")


def test_a_yes_of_the_users_is_spent_by_a_listing_that_is_full_again(writer: CacheWriter) -> None:
    everyone = tuple(people(30))
    writer.store_page("people", whole(*everyone), NOW)
    with pytest.raises(SuspiciousEmptiness):
        writer.store_page("people", whole(), NOW)
    assert writer.believe("people")
    writer.store_page("people", whole(*everyone), NOW)
    with pytest.raises(SuspiciousEmptiness):
        writer.store_page("people", whole(), NOW)


@pytest.mark.parametrize("pages", [1, 2, 10])
def test_a_delta_that_takes_too_much_away_is_not_believed_before_a_whole_listing_says_the_same(
    writer: CacheWriter, sync: Connection, pages: int
) -> None:
    everyone = tuple(people(100))
    writer.store_page("people", whole(*everyone, bookmark="first"), NOW)
    writer.begin_round("people")
    size = 30 // pages
    doubted = 0
    for number in range(pages):
        gone = tuple(person.id for person in everyone[number * size : (number + 1) * size])
        bookmark = "second" if number == pages - 1 else None
        try:
            writer.store_page("people", Page(removed=gone, bookmark=bookmark), NOW)
        except SuspiciousEmptiness:
            doubted += 1
    assert doubted
    assert len(_ids(sync, "people")) >= 80, "no more than a fifth, however it is cut into pages"
    assert writer.bookmarks("people") == {}
    writer.begin_round("people")
    assert writer.store_page("people", whole(*everyone[30:], bookmark="third"), NOW) == {ChangeKind.PEOPLE}
    assert len(_ids(sync, "people")) == 70


def test_the_deleted_scopes_of_one_round_are_weighed_together(writer: CacheWriter, sync: Connection) -> None:
    all_tasks = tuple(tasks(40))
    for number in range(4):
        writer.store_page("todo", whole(*all_tasks[number * 10 :][:10], scope=str(number), bookmark="b"), NOW)
    writer.begin_round("todo")
    for number in range(3):
        with pytest.raises(SuspiciousEmptiness):
            writer.store_page("todo", Page(scope=str(number), scope_was_deleted=True), NOW)
    assert len(_ids(sync, "tasks")) == 40
    assert writer.bookmarks("todo").keys() == {"0", "1", "2", "3"}, "the next round must know what to ask for"
    writer.begin_round("todo")
    for number in range(3):
        writer.store_page("todo", Page(scope=str(number), scope_was_deleted=True), NOW)
    assert len(_ids(sync, "tasks")) == 10
    assert writer.bookmarks("todo").keys() == {"3"}


def test_an_item_that_could_not_be_read_keeps_its_row_and_one_without_a_name_keeps_all(
    writer: CacheWriter, sync: Connection
) -> None:
    all_tasks = tuple(tasks(4))
    for named, left in (("00000002", [1, 2]), (None, [1, 2])):
        problem = Problem(ProblemKind.UNREADABLE_ITEM, item_id=named)
        writer.store_page("planner", whole(*all_tasks[:3]), NOW)
        page = replace(whole(all_tasks[1]), problems=(problem,))
        writer.store_page("planner", page, NOW)
        kept = {f"planner:{number:08}" for number in (left if named else range(3))}
        assert set(_ids(sync, "tasks")) == kept


def test_a_bookmark_waits_one_round_for_an_item_that_could_not_be_read(writer: CacheWriter) -> None:
    problem = Problem(ProblemKind.UNREADABLE_ITEM, item_id="odd")
    moves = []
    for number in range(4):
        writer.begin_round("todo")
        writer.store_page("todo", Page(tuple(tasks(1)), problems=(problem,)), NOW)
        writer.store_page("todo", Page(bookmark=str(number)), NOW)
        moves.append(writer.bookmarks("todo").get(""))
    assert moves == ["", "1", "2", "3"], "asked for again once, not for ever"
    writer.begin_round("todo")
    writer.store_page("todo", Page(bookmark="well"), NOW)
    writer.begin_round("todo")
    writer.store_page("todo", Page(problems=(problem,), bookmark="odd again"), NOW)
    assert writer.bookmarks("todo") == {"": ""}, "nothing to go on from: the next round lists whole"


def test_a_full_listing_between_two_empty_ones_clears_the_suspicion_of_the_first(writer: CacheWriter) -> None:
    everyone = tuple(people(30))
    writer.store_page("people", whole(*everyone), NOW)
    with pytest.raises(SuspiciousEmptiness):
        writer.store_page("people", whole(), NOW)
    writer.store_page("people", whole(*everyone), NOW)
    with pytest.raises(SuspiciousEmptiness):
        writer.store_page("people", whole(), NOW)


def test_a_listing_is_believed_when_somebody_confirms_it(writer: CacheWriter, sync: Connection) -> None:
    writer.store_page("people", whole(*people(30)), NOW)
    writer.store_page("people", whole(), NOW, confirmed=True)
    assert _ids(sync, "people") == []


def test_a_few_rows_or_a_smaller_part_may_go_at_once(writer: CacheWriter, sync: Connection) -> None:
    writer.store_page("teams", whole(*workspaces(5)), NOW)
    writer.store_page("teams", whole(), NOW)
    everyone = tuple(people(100))
    writer.store_page("people", whole(*everyone), NOW)
    writer.store_page("people", whole(*everyone[:80]), NOW)
    assert len(_ids(sync, "people")) == 80
    assert _ids(sync, "workspaces") == []


def test_a_team_that_is_left_takes_its_channels_messages_and_notifications_along(
    writer: CacheWriter, sync: Connection
) -> None:
    keep(writer, *workspaces(6), *channels(10), feed="teams")
    keep(writer, *messages(60), feed="channel_messages")
    keep(writer, *notifications(60), feed="channel_messages")
    changes = writer.store_page("teams", Page(removed=("team:0",)), NOW)
    assert changes == {ChangeKind.WORKSPACES, ChangeKind.MESSAGES, ChangeKind.NOTIFICATIONS}
    for table in ("channels", "messages", "notifications"):
        left = sync.execute(f"SELECT COUNT(*) FROM {table} WHERE workspace_id = 'team:0'").fetchone()
        assert left == (0,), table
        assert sync.execute(f"SELECT COUNT(*) FROM {table}").fetchone() != (0,)
    dangling = "SELECT COUNT(*) FROM message_threads WHERE thread_id NOT IN (SELECT thread_id FROM messages)"
    assert sync.execute(dangling).fetchone() == (0,)


def test_the_search_index_follows_only_the_words(writer: CacheWriter, sync: Connection) -> None:
    search = Search(sync)
    task = replace(next(tasks(1)), title="Nybyggnadskarta")
    keep(writer, task)
    before = sync.execute("SELECT COUNT(*), MAX(id) FROM search_words_data").fetchone()
    keep(writer, replace(task, completed=True, etag="another"))
    assert sync.execute("SELECT COUNT(*), MAX(id) FROM search_words_data").fetchone() == before
    keep(writer, replace(task, title="Strandskydd"))
    assert search.find("nybyggnadskarta") == ()
    assert [hit.id for hit in search.find("strandskydd")] == [task.id]
    writer.store_page("feed", Page(removed=(task.id,)), NOW)
    assert search.find("strandskydd") == ()


def test_the_number_of_a_feeds_facts_is_kept(writer: CacheWriter, sync: Connection) -> None:
    writer.store_page("planner", whole(*tasks(10)), NOW)
    writer.store_page("planner", Page(facts=tuple(tasks(3, start=8)), removed=("planner:00000000",)), NOW)
    FeedLedger(sync).begin("planner", NOW)
    assert FeedLedger(sync).states()["planner"].items == 10


def test_a_workspace_of_each_kind_is_another_row(writer: CacheWriter, sync: Connection) -> None:
    keep(writer, *(Workspace(f"{kind.value}:1", kind, "Samma namn") for kind in WorkspaceKind))
    assert len(_ids(sync, "workspaces")) == len(WorkspaceKind)


def test_a_title_may_hold_anything(writer: CacheWriter, sync: Connection) -> None:
    task: Task = replace(next(tasks(1)), title="'; DROP TABLE tasks; -- \U0001f600 \"")
    keep(writer, task)
    assert sync.execute("SELECT title FROM tasks").fetchall() == [(task.title,)]
