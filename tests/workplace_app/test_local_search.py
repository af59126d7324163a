"""Without an account, or with one whose key is not to be had, the public catalogue answers."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.store.many_facts import messages, tasks
from tests.store.stored import keep
from workplace_app.domain.problem import ProblemKind
from workplace_app.domain.search_hit import HitKind
from workplace_app.folders import HOME_VARIABLE
from workplace_app.local_search import find, kinds_to_search
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.sync_connection import open_in_memory


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")


@pytest.mark.parametrize(
    ("text", "title"),
    [("forskola", "förskola"), ("bygglovet", "bygglov"), ("vatten avlopp", "vatten"), ("lov", "lov")],
)
def test_residents_words_find_the_service(text: str, title: str) -> None:
    hits = find(text, HitKind.SERVICE, 5).hits
    assert title in hits[0].title.lower()


def test_nothing_is_written_by_searching(tmp_path: Path) -> None:
    find("bygglov", None, 5)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_an_account_whose_key_is_not_to_be_had_does_not_stop_the_search(tmp_path: Path) -> None:
    current = tmp_path / "data" / "accounts" / "current"
    current.parent.mkdir(parents=True)
    current.write_text("e" * 32, encoding="ascii")
    found = find("bygglov", None, 5)
    assert found.hits
    assert found.left_out is not None
    assert found.left_out.kind is ProblemKind.NO_KEYRING


def test_without_an_account_nothing_is_left_out() -> None:
    assert find("bygglov", None, 5).left_out is None


def test_rubbish_finds_nothing_and_breaks_nothing() -> None:
    for text in ("", "   ", '"', "*", "(((", "NEAR(", "åäö" * 500, "\x00"):
        find(text, None, 5)


def test_what_people_said_is_not_found_where_it_has_turned_that_off() -> None:
    with closing(open_in_memory()) as cache:
        keep(CacheWriter(cache), *tasks(1))
        assert kinds_to_search(cache, None, reads_teams=False) == frozenset(HitKind), "there is nothing to hide"
        keep(CacheWriter(cache), *messages(1), feed="chats", scope="chat:1")
        assert kinds_to_search(cache, HitKind.MESSAGE, reads_teams=True) == {HitKind.MESSAGE}
        assert not kinds_to_search(cache, HitKind.MESSAGE, reads_teams=False)
        hidden = frozenset(HitKind) - kinds_to_search(cache, None, reads_teams=False)
        assert hidden == {HitKind.MESSAGE, HitKind.NOTIFICATION}
