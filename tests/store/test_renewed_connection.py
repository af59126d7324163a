"""What becomes of a connection when the disk has refused it something, and then gives it again."""

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlcipher3 import dbapi2

from tests.store.stored import KEY, NOW
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.store.connection import StoreFiles, open_for_screen
from workplace_app.store.connection_type import Connection
from workplace_app.store.outbox_filing import file_intent
from workplace_app.store.outbox_reader import pending_intents
from workplace_app.store.own_things import visits
from workplace_app.store.renewed_connection import REST_SECONDS, RenewableConnection, RenewedConnection
from workplace_app.store.sync_connection import delete_files, open_for_sync

_PAGE = 4096
BOTH = pytest.mark.parametrize("opening", [open_for_sync, open_for_screen], ids=["sync's", "the window's"])
Opening = Callable[[StoreFiles, bytes], Connection]


@pytest.fixture
def stored(files: StoreFiles) -> StoreFiles:
    """A wish is in the files, and nothing in their journals."""
    connection = open_for_sync(files, KEY)
    file_intent(connection, IntentKind.COMPLETE_TASK, "planner:1", NOW)
    connection.execute("PRAGMA mine.wal_checkpoint(TRUNCATE)")
    connection.close()
    return files


@contextmanager
def unreadable(files: StoreFiles) -> Iterator[None]:
    """Inside, the disk gives other bytes than were written."""
    whole = files.mine.read_bytes()
    torn = bytearray(whole)
    for page in range(_PAGE, len(torn), _PAGE):
        torn[page + 50] ^= 0xFF
    with files.mine.open("r+b") as raw:
        raw.write(torn)
    yield
    with files.mine.open("r+b") as raw:
        raw.write(whole)


@BOTH
def test_what_could_not_be_read_is_read_once_the_disk_gives_it(stored: StoreFiles, opening: Opening) -> None:
    """Without a restart, though SQLCipher refuses everything on the connection that met it."""
    connection = opening(stored, KEY)
    with unreadable(stored), pytest.raises(ProblemRaised):
        pending_intents(connection)
    assert [each.target_id for each in pending_intents(connection)] == ["planner:1"]
    file_intent(connection, IntentKind.COMPLETE_TASK, "planner:2", NOW)
    assert [each.target_id for each in pending_intents(connection)] == ["planner:1", "planner:2"]
    connection.close()


def test_the_window_has_the_same_few_rights_afterwards(stored: StoreFiles) -> None:
    connection = open_for_screen(stored, KEY)
    with unreadable(stored), pytest.raises(ProblemRaised):
        pending_intents(connection)
    pending_intents(connection)
    with pytest.raises(ProblemRaised):
        connection.execute("DELETE FROM main.tasks")
    assert connection.execute("SELECT COUNT(*) FROM tasks_as_seen").fetchone() == (0,)
    connection.close()


@BOTH
def test_what_has_been_closed_stays_closed(stored: StoreFiles, opening: Opening) -> None:
    """Whoever signs out removes the files: nobody may open them once more."""
    connection = opening(stored, KEY)
    with unreadable(stored), pytest.raises(ProblemRaised):
        pending_intents(connection)
    connection.close()
    with pytest.raises(dbapi2.ProgrammingError, match="closed"):
        pending_intents(connection)


@BOTH
def test_files_that_have_gone_are_not_made_anew(stored: StoreFiles, opening: Opening) -> None:
    connection = opening(stored, KEY)
    with unreadable(stored), pytest.raises(ProblemRaised):
        pending_intents(connection)
    delete_files(stored)
    with pytest.raises(ProblemRaised):
        visits.present_visit(connection)
    assert not stored.cache.exists()
    connection.close()


class Watched:
    """Counts how often the files are opened, on a disk that refuses for as long as it is told to."""

    def __init__(self, files: StoreFiles) -> None:
        self.seconds = 0.0
        self.openings = 0
        self.refuses = False
        self.refusal: Exception = ProblemRaised(Problem(ProblemKind.DISK_REFUSED))
        self._files = files
        self.connection = RenewedConnection(self._open(), self._open_again, lambda: self.seconds)

    def _open(self) -> RenewableConnection:
        opened = open_for_sync(self._files, KEY)
        assert isinstance(opened, RenewedConnection)
        return opened.opened

    def _open_again(self) -> RenewableConnection:
        self.openings += 1
        if self.refuses:
            raise self.refusal
        return self._open()

    def read(self) -> bool:
        """True when it can be read."""
        try:
            pending_intents(self.connection)
        except ProblemRaised:
            return False
        return True


@pytest.mark.parametrize(
    "refusal",
    [ProblemRaised(Problem(ProblemKind.DISK_REFUSED)), PermissionError(), OSError(errno.EIO, "stat")],
    ids=repr,
)
def test_a_disk_that_goes_on_refusing_is_not_knocked_at_for_each_statement(
    stored: StoreFiles, refusal: Exception
) -> None:
    """Nor does a folder that cannot even be looked into show itself as anything but a problem of the store."""
    watched = Watched(stored)
    watched.refuses, watched.refusal = True, refusal
    with unreadable(stored):
        assert [watched.read() for _ in range(100)] == [False] * 100
    assert watched.openings == 1
    watched.refuses = False
    assert not watched.read(), "it has been tried a moment ago"
    watched.seconds += REST_SECONDS
    assert watched.read()
    assert watched.openings == 2
    watched.connection.close()


def test_a_disk_that_refuses_nothing_is_opened_once(stored: StoreFiles) -> None:
    watched = Watched(stored)
    with pytest.raises(ProblemRaised):  # our own mistake is no reason
        watched.connection.execute("SELECT nothing FROM nowhere")
    assert watched.read()
    assert watched.openings == 0
    watched.connection.close()


def test_no_transaction_is_cut_in_half(stored: StoreFiles) -> None:
    watched = Watched(stored)
    connection = watched.connection
    connection.execute("BEGIN")
    connection.execute("UPDATE mine.settings SET text = text WHERE 0")
    watched.connection.opened.failed = True
    connection.execute("INSERT INTO mine.settings (name, text) VALUES ('density', 'airy')")
    connection.execute("COMMIT")
    assert watched.openings == 0
    assert connection.execute("SELECT text FROM mine.settings").fetchone() == ("airy",)
    assert watched.openings == 1
    connection.close()


@BOTH
@pytest.mark.parametrize("which", ["cache", "mine"])
def test_an_emptied_file_is_not_gone_on_with(stored: StoreFiles, opening: Opening, which: str) -> None:
    """An empty file opens with any key and knows no table: whoever had taken it would stay with it for good."""
    connection = opening(stored, KEY)
    connection.execute("SELECT 1 FROM mine.outbox").fetchall()
    file = getattr(stored, which)
    whole = file.read_bytes()
    with unreadable(stored), pytest.raises(ProblemRaised):
        pending_intents(connection)
    file.write_bytes(b"")
    statement = "SELECT 1 FROM main.articles" if which == "cache" else "SELECT 1 FROM mine.outbox"
    with pytest.raises(ProblemRaised) as raised:
        connection.execute(statement).fetchall()
    assert raised.value.problem.kind is not ProblemKind.UNEXPECTED
    assert file.read_bytes() == b"", "and it is not made into a store"
    file.write_bytes(whole)
    again = opening(stored, KEY)
    assert [each.target_id for each in pending_intents(again)] == ["planner:1"]
    again.close()
    connection.close()
