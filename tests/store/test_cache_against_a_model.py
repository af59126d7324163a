"""A random feed tells, tells again, removes, lists whole and breaks off; the cache is what a dictionary would be."""

from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.store.many_facts import tasks
from tests.store.stored import NOW
from workplace_app.domain.page import Page
from workplace_app.domain.search_hit import HitKind
from workplace_app.domain.task import Task
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.search import Search
from workplace_app.store.sync_connection import open_in_memory

_BASE = replace(next(tasks(1)), notes="", container_title=None)
_SCOPES = st.sampled_from(["a", "b"])
_TASKS = st.builds(
    lambda number, title, completed: replace(_BASE, id=f"todo:{number}", title=title, completed=completed),
    st.integers(0, 9),
    st.sampled_from(["Karta", "Plan", "Lov"]),
    st.booleans(),
)
_LISTS = st.lists(_TASKS, max_size=6)


class CacheUser(RuleBasedStateMachine):
    """One feed with two scopes, beside a dictionary that does the same."""

    def __init__(self) -> None:
        super().__init__()
        self.connection = open_in_memory()
        self.writer = CacheWriter(self.connection)
        self.model: dict[str, tuple[str, Task]] = {}
        self.bookmarks: dict[str, str] = {}
        self.pages = 0

    def _store(self, page: Page) -> None:
        before = dict(self.model)
        changes = self.writer.store_page("todo", page, NOW, confirmed=True)
        self._follow(page)
        said = {task_id: task for task_id, (_, task) in before.items()}
        says = {task_id: task for task_id, (_, task) in self.model.items()}
        if not page.ends_generation:
            # The end of a listing removes by what earlier pages named, which this machine follows elsewhere.
            assert bool(changes) == (said != says or bool(self._overwritten(page, said)))

    def _overwritten(self, page: Page, said: dict[str, Task]) -> bool:
        """Told and removed by the same page: something did change in between."""
        return any(
            task.id in page.removed and said.get(task.id) is None for task in page.facts if isinstance(task, Task)
        )

    def _follow(self, page: Page) -> None:
        for task in page.facts:
            assert isinstance(task, Task)
            self.model[task.id] = (page.scope, task)
        for task_id in page.removed:
            self.model.pop(task_id, None)
        if page.bookmark is not None:
            self.bookmarks[page.scope] = page.bookmark

    def _next_bookmark(self) -> str:
        self.pages += 1
        return f"bookmark-{self.pages}"

    @rule(scope=_SCOPES, told=_LISTS, removed=st.lists(st.integers(0, 9), max_size=3))
    def delta(self, scope: str, told: list[Task], removed: list[int]) -> None:
        ids = tuple(f"todo:{number}" for number in removed)
        self._store(Page(facts=tuple(told), removed=ids, scope=scope, bookmark=self._next_bookmark()))

    @rule(scope=_SCOPES, first=_LISTS, last=_LISTS)
    def whole_listing(self, scope: str, first: list[Task], last: list[Task]) -> None:
        self._store(Page(facts=tuple(first), scope=scope, begins_generation=True))
        self._store(Page(facts=tuple(last), scope=scope, ends_generation=True, bookmark=self._next_bookmark()))
        named = {task.id for task in first + last}
        self.model = {
            task_id: (owner, task)
            for task_id, (owner, task) in self.model.items()
            if owner != scope or task_id in named
        }

    @rule(scope=_SCOPES, told=_LISTS)
    def listing_that_breaks_off(self, scope: str, told: list[Task]) -> None:
        self._store(Page(facts=tuple(told), scope=scope, begins_generation=True))

    @rule(scope=_SCOPES)
    def scope_goes(self, scope: str) -> None:
        self.writer.store_page("todo", Page(scope=scope, scope_is_gone=True), NOW)
        self.model = {task_id: kept for task_id, kept in self.model.items() if kept[0] != scope}
        self.bookmarks.pop(scope, None)

    @rule(scope=_SCOPES)
    def bookmark_is_forgotten(self, scope: str) -> None:
        self.writer.forget_bookmarks("todo", scope)
        self.bookmarks.pop(scope, None)

    @invariant()
    def rows_are_those_of_the_model(self) -> None:
        rows = self.connection.execute(
            "SELECT tasks.id, scope, title, completed FROM tasks JOIN listings ON listings.number = listing"
        ).fetchall()
        assert {(task_id, scope, title, bool(completed)) for task_id, scope, title, completed in rows} == {
            (task_id, scope, task.title, task.completed) for task_id, (scope, task) in self.model.items()
        }
        assert self.writer.bookmarks("todo") == self.bookmarks

    @invariant()
    def the_index_knows_the_same_titles(self) -> None:
        for word in ("Karta", "Plan", "Lov"):
            found = {hit.id for hit in Search(self.connection).find(word, frozenset({HitKind.TASK}))}
            assert found == {task_id for task_id, (_, task) in self.model.items() if task.title == word}

    @invariant()
    def the_number_of_facts_is_right(self) -> None:
        row = self.connection.execute("SELECT COALESCE(SUM(facts), 0) FROM listings").fetchone()
        assert row == (len(self.model),)

    def teardown(self) -> None:
        self.connection.close()


TestCacheUser = CacheUser.TestCase
TestCacheUser.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
