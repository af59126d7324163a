"""Every cell of the table, with the whole program, the real keyring and the demo's identity provider."""

from contextlib import ExitStack, closing
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QTimer

from tests.journeys.desk import Desk, bytes_below
from tests.journeys.test_signing_out_leaves_nothing import NEVER_IN_PLAIN_TEXT
from tests.journeys.town import ELIN, Town
from tests.keyring.cells import TABLE, Files, Moment, Right, Ring
from tests.keyring.prompter import Prompter
from tests.keyring.ring import A_KEY_TOO_SHORT, NO_KEY_AT_ALL, THE_KEY_OF_OTHER_FILES, RealRing
from workplace_app.clock import now_utc
from workplace_app.domain.intent import IntentKind, IntentState
from workplace_app.domain.wishes import NewTask
from workplace_app.set_aside import asides_of
from workplace_app.store.connection import StoreFiles, open_for_screen
from workplace_app.store.connection_type import Connection
from workplace_app.store.outbox_filing import file_intent
from workplace_app.store.outbox_reader import pending_intents
from workplace_app.store.task_reader import open_tasks

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
_NOTING = {"people", "code"}
"""The window notes who is here, and whether a code opens it, a while after somebody has come, whenever that is."""
_BEATS = 20
"""So often the window's loop comes round while the keyring keeps somebody waiting, before it goes on."""
_REFUSED, _AT_ONCE = "Ring om bygglovet i Björknäs", "Köp kaffe till bygglovsmötet"


def test_the_table_has_every_cell() -> None:
    assert set(TABLE) == {(ring, moment) for ring in Ring for moment in Moment}


@dataclass
class Stage:
    """One person's desk with a keyring; ``key`` is the one with which her things were closed."""

    desk: Desk
    town: Town
    ring: RealRing
    account_key: str = ""
    key: bytes = b""
    beats: int = 0
    prompter: Prompter | None = None
    ends: ExitStack = field(default_factory=ExitStack)

    def prepare(self, moment: Moment) -> None:
        """She has signed in once, and a wish of hers was refused and waits for her. For a start the program is closed;
        for a sign-in the page of nobody is shown."""
        self.desk.start(self.town.municipality)
        self.desk.sign_in(self.town.robot(ELIN))
        self.desk.until(lambda: self._tasks() > 0)
        self.town.order("faults", origin="graph", method="POST", path="*/todo/lists/*/tasks", kind="status", status=400)
        self._wish(_REFUSED)
        self.desk.until(lambda: _states(self.desk.connection) == [IntentState.NEEDS_YOU], self.desk.words)
        assert self.desk.folders.current_account.exists(), self.desk.words()
        self.account_key = self.desk.folders.current_account.read_text(encoding="ascii")
        self.key = self.ring.entry(self.account_key) or b""
        assert len(self.key) == 32
        if moment in (Moment.START, Moment.SIGN_IN):
            self.desk.close()
        if moment is Moment.SIGN_IN:
            self.desk.folders.current_account.unlink()
            self.desk.start(self.town.municipality)
            self.desk.until_it_says("Logga in med arbetskontot")

    def turn(self, ring: Ring) -> None:
        """Let the keyring stand as the cell says."""
        content = {
            Ring.NOT_BASE64: NO_KEY_AT_ALL,
            Ring.WRONG_LENGTH: A_KEY_TOO_SHORT,
            Ring.ANOTHER_KEY: THE_KEY_OF_OTHER_FILES,
        }
        if ring is Ring.LOCKED:
            self.ring.lock()
        elif ring is Ring.DENIED:
            self.prompter = self.ends.enter_context(self.ring.asking_its_owner())
        elif ring is Ring.SLOW:
            self.ring.freeze()
        elif ring is Ring.ABSENT:
            self.ring.stop()
        elif ring is Ring.DELETED:
            self.ring.remove_entry(self.account_key)
        elif ring in content:
            self.ring.overwrite_entry(self.account_key, content[ring])

    def act(self, moment: Moment) -> None:
        """Do what needs the keyring, or what must not."""
        self.ring.asking_threads.clear()
        if moment is Moment.START:
            self.desk.start(self.town.municipality)
        elif moment is Moment.SYNC:
            self._wish(_AT_ONCE)
        elif moment is Moment.SIGN_IN:
            self.desk.browser.robot = self.town.robot(ELIN)
            self.desk.press("Logga in med arbetskontot")
        else:
            self.desk.program.requests.sign_out()

    def count_beats(self) -> QTimer:
        """The window's loop, as somebody notices it who moves the mouse: it closes the keyring's own window in the end,
        as she would."""
        timer = QTimer(interval=5)

        def beat() -> None:
            if self.prompter is None:
                self.beats += 1
            elif self.prompter.asked.is_set():
                self.beats += 1
                if self.beats >= _BEATS:
                    self.prompter.may_close.set()

        timer.timeout.connect(beat)
        timer.start()
        return timer

    def heal(self) -> None:
        """The keyring is well again."""
        self.ends.close()
        self.ring.thaw()
        self.ring.unlock()

    def right(self, right: Right) -> None:
        """Wait until it is so, and see that nothing else is."""
        self.desk.until(lambda: self.desk.place == right.place, self.desk.words)
        self.desk.until_it_says(*right.says)
        if right.place == "today":
            self.desk.until(lambda: self._tasks() > 0)
        {
            Files.SAME: self._same,
            Files.CLOSED: self._closed,
            Files.ASIDE: self._aside,
            Files.GONE: self._gone,
        }[right.files]()
        self.never_plain()

    def never_plain(self) -> None:
        """Whatever lies on the disk is closed."""
        for path, content in [*bytes_below(self.desk.folders.data)]:
            assert not [text for text in NEVER_IN_PLAIN_TEXT if text in content], path
            assert self.key not in content, path
            assert self.key.hex().encode() not in content, path
        for path, content in bytes_below(self.desk.folders.logs):
            assert not [text for text in NEVER_IN_PLAIN_TEXT[:4] if text in content], path

    def _wish(self, title: str) -> None:
        connection = self.desk.connection
        file_intent(connection, IntentKind.CREATE_TASK, "todo:", now_utc(), NewTask(title), about=title)
        self.desk.program.requests.refresh(frozenset())

    def _tasks(self) -> int:
        return len(open_tasks(self.desk.connection, self.desk.page.context.clock()).rows)

    def _same(self) -> None:
        assert _REFUSED in _waiting_in(self.desk.connection)
        assert self._files().exist

    def _closed(self) -> None:
        with closing(open_for_screen(self._files(), self.key)) as connection:
            assert _REFUSED in _waiting_in(connection)

    def _aside(self) -> None:
        assert _REFUSED not in _waiting_in(self.desk.connection)
        kept = [StoreFiles.in_folder(folder) for folder in asides_of(self._files().cache.parent)]
        if not kept:
            kept = [StoreFiles(asides_of(self._files().cache)[0], asides_of(self._files().mine)[0])]
        with closing(open_for_screen(kept[0], self.key)) as connection:
            assert _REFUSED in _waiting_in(connection)

    def _gone(self) -> None:
        folder = self._files().cache.parent
        assert not folder.exists()
        assert asides_of(folder) == []
        assert not self.desk.folders.current_account.exists()

    def _files(self) -> StoreFiles:
        return StoreFiles.in_folder(self.desk.folders.account(self.account_key))


def _states(connection: Connection) -> list[IntentState]:
    return [intent.state for intent in pending_intents(connection)]


def _waiting_in(connection: Connection) -> set[str]:
    return {intent.about for intent in pending_intents(connection)}


@pytest.mark.parametrize(("ring", "moment"), sorted(TABLE), ids=[f"{ring}-{moment}" for ring, moment in sorted(TABLE)])
def test_a_keyring_in_every_state_at_every_moment(
    desk: Desk, town: Town, keyring: RealRing, ring: Ring, moment: Moment
) -> None:
    right = TABLE[ring, moment]
    stage = Stage(desk, town, keyring)
    with stage.ends:
        stage.prepare(moment)
        stage.turn(ring)
        timer = stage.count_beats()
        stage.act(moment)
        stage.right(right)
        timer.stop()
        assert "MainThread" not in keyring.asking_threads, "the window asked the keyring by itself"
        if moment is Moment.SYNC:
            _is_delivered(stage)
            assert keyring.asking_threads <= _NOTING, "sync needs no keyring"
        elif ring is Ring.SLOW or stage.prompter is not None:
            assert stage.beats >= _BEATS, "the window stood still while the keyring was waited for"
        if right.heals:
            stage.heal()
            desk.press("Försök igen")
            stage.right(TABLE[Ring.UNLOCKED, moment])


def _is_delivered(stage: Stage) -> None:
    stage.desk.until(lambda: _AT_ONCE not in _waiting_in(stage.desk.connection), stage.desk.words)
    assert _REFUSED in _waiting_in(stage.desk.connection)
