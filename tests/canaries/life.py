"""One life of the program without its window: store, filing, search, sync with real sockets, signing out. It may be
killed at any moment."""

import logging
import random
import sys
import threading
from base64 import urlsafe_b64encode as b64encode
from collections.abc import Callable
from contextlib import ExitStack, closing
from datetime import UTC, datetime, timedelta

import PySide6.QtTest
import PySide6.QtWidgets  # noqa: F401  imported once for every life that is born

from sync.feeds.registry import FEEDS
from sync.once import run_once
from sync.settings import Settings
from tests.canaries import window_life
from tests.canaries.leaks import plant
from tests.canaries.place import Order, Place
from tests.canaries.town import PEOPLE
from tests.crashes.life import Tell, Teller, hurry
from workplace_app.account_stores import AccountStores, OpenedAccount
from workplace_app.demo.robot_browser import RobotBrowser
from workplace_app.domain.account import PUBLIC_ACCOUNT, Account
from workplace_app.domain.draft import Draft
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.own_things import Mute, MuteScope, PinKind
from workplace_app.domain.problem import ProblemRaised
from workplace_app.domain.reminder import ReminderKind, ReminderSubject
from workplace_app.domain.wishes import Comment, NewTask, Remark, Reply, Wish
from workplace_app.mending import mend
from workplace_app.store.connection import SchemaOutdated, open_for_screen
from workplace_app.store.connection_type import Connection
from workplace_app.store.drafts import keep_draft
from workplace_app.store.outbox_filing import file_intent
from workplace_app.store.own_things import article_marks, notification_marks, pins, reminders
from workplace_app.store.own_things.choices import Choices
from workplace_app.store.search import Search
from workplace_app.store.sync_connection import open_for_sync
from workplace_app.store.tasks_as_seen import NEW_TASK
from workplace_app.watching_over import watch_over

_LOG = logging.getLogger(__name__)
_FILED: tuple[tuple[IntentKind, str, Callable[[str], Wish]], ...] = (
    (IntentKind.CREATE_TASK, f"SELECT '{NEW_TASK}'", NewTask),
    (IntentKind.COMMENT_TASK, "SELECT id FROM tasks WHERE id LIKE 'planner:%' LIMIT 1", Comment),
    (IntentKind.REPLY, "SELECT id FROM channels LIMIT 1", Reply),
    (
        IntentKind.ASK_QUESTION,
        "SELECT id FROM articles WHERE id LIKE 'intranet:%' LIMIT 1",
        Remark,
    ),
)


def work(order: Order, tell: Tell) -> None:
    """Do the order's steps one after another; what the program refuses is told and gone over, as a person would."""
    with ExitStack() as ends:
        place = Place(order)
        watch_over(place.folders)
        hurry(ends)
        plant(order["leaks"], ends, place.marks)
        life = _Life(place, tell)
        life.start()
        for step in order["steps"]:
            tell("begun", step)
            try:
                life.do(step)
            except ProblemRaised as raised:
                tell("problem", step, raised.problem.kind.value)
            except OSError as error:  # a full disk, told by the system itself: the window shows the problem of it
                tell("problem", step, type(error).__name__)
        life.end()


def window(order: Order, tell: Tell) -> None:
    """The same with the window."""
    with ExitStack() as ends:
        place = Place(order)
        hurry(ends)
        plant(order["leaks"], ends, place.marks)
        window_life.live(place, tell)


class _Life:
    def __init__(self, place: Place, tell: Tell) -> None:
        self._place = place
        self._tell = tell
        self._stores = AccountStores(place.folders, lambda: place.drawer)
        self._opened: OpenedAccount | None = None
        self._reachable = True
        self._chance = random.Random(place.order["seed"])

    def start(self) -> None:
        """As every start: finish what was cut off, then open whoever was here last."""
        self._stores.finish_wiping()
        account = self._stores.last_used()
        try:
            if account is not None:
                self._opened = self._stores.reopen(account)
                mend(self._opened)
        except ProblemRaised as raised:
            self._opened = None
            self._tell("problem", "start", raised.problem.kind.value)

    def do(self, step: str) -> None:
        """One step by its name; "switch b" has its person behind it."""
        name, _, letter = step.partition(":")
        if name == "sign in":
            self._sign_in(letter)
        elif name == "leave all":
            self._leave_all()
        elif self._opened is not None or name in _FOR_NOBODY:
            _STEPS[name](self)

    def end(self) -> None:
        """The program ends by itself."""
        self._stores.close_session()

    # Who is here

    @property
    def _letter(self) -> str:
        return self._place.letter_of(None if self._opened is None else self._opened.account_key)

    def _mark(self, kind: str) -> str:
        return self._place.marks.of(self._letter, kind)

    def _sign_in(self, letter: str) -> None:
        """As this person, beside whoever else has files here."""
        robot = RobotBrowser(PEOPLE[letter].user_name, self._place.municipality().ca_file)
        run_once(self._settings(robot.open), None)
        if self._opened is not None and self._opened.session_only:
            self._tell("session", str(self._opened.files.cache.parent))

    def _settings(self, open_browser: Callable[[str], bool]) -> Settings:
        return Settings(
            municipality=self._place.municipality(reachable=self._reachable),
            listener=Teller(lambda *mark: self._tell("sync", *mark)),
            open_account=self._open_account,
            open_browser=open_browser,
            feeds=tuple(feed for feed in FEEDS if feed.name in self._place.order["feeds"]),
        )

    def _open_account(self, account: Account) -> OpenedAccount:
        self._opened = self._stores.open_or_create(account.key)
        mend(self._opened)
        self._stores.remember(self._opened)
        return self._opened

    def _sync(self) -> None:
        assert self._opened is not None
        run_once(self._settings(lambda _address: False), self._opened)

    def _go_offline(self) -> None:
        self._reachable = False

    def _come_back(self) -> None:
        self._reachable = True

    def _sign_out(self) -> None:
        assert self._opened is not None
        opened, self._opened = self._opened, None
        self._stores.wipe(opened.account_key, lambda: None)

    def _leave_all(self) -> None:
        """Everybody who has anything here signs out, one after another."""
        self._opened = None
        accounts = self._place.folders.current_account.parent
        for letter_key in sorted(path.name for path in accounts.glob("?" * 32)):
            if letter_key != PUBLIC_ACCOUNT.key:
                self._stores.wipe(letter_key, lambda: None)

    # What they do

    def _screen(self) -> Connection:
        assert self._opened is not None
        try:
            return open_for_screen(self._opened.files, self._opened.key)
        except SchemaOutdated:
            open_for_sync(self._opened.files, self._opened.key).close()
            return open_for_screen(self._opened.files, self._opened.key)

    def _with_screen(self, act: Callable[[Connection, datetime], object]) -> None:
        with closing(self._screen()) as screen:
            act(screen, datetime.now(UTC))

    def _first(self, screen: Connection, sql: str) -> str | None:
        row = screen.execute(sql).fetchone()
        return None if row is None else str(row[0])

    def _search(self) -> None:
        def act(screen: Connection, _now: datetime) -> None:
            for words in (self._mark("sq"), self._mark("ti"), self._place.marks.head):
                Search(screen).find(words)

        self._with_screen(act)

    def _draft(self) -> None:
        words = f"Jag undrar {self._mark('dr')}"
        self._with_screen(lambda screen, _now: keep_draft(screen, Draft("remark:intranet:1", words, "question")))

    def _wish(self) -> None:
        kind, find, make = self._chance.choice(_FILED)

        def act(screen: Connection, now: datetime) -> None:
            target = self._first(screen, find)
            if target is not None:
                about = self._mark("ob")
                file_intent(screen, kind, target, now, make(f"Ordna {about}"), about=about)

        self._with_screen(act)

    def _remind(self) -> None:
        subject = ReminderSubject(ReminderKind.TEXT, f"Ring {self._mark('rm')}")
        self._with_screen(lambda screen, now: reminders.remind(screen, subject, now - timedelta(minutes=1), now))
        self._with_screen(reminders.ring_due)

    def _acknowledge(self) -> None:
        def act(screen: Connection, now: datetime) -> None:
            article = self._first(screen, "SELECT id FROM articles WHERE id LIKE 'intranet:%' LIMIT 1")
            if article is not None:
                article_marks.acknowledge_and_tell(screen, article, self._mark("ar"), now, timedelta())
                article_marks.save(screen, [article], now)

        self._with_screen(act)

    def _arrange(self) -> None:
        def act(screen: Connection, now: datetime) -> None:
            pins.pin(screen, PinKind.SERVICE, self._mark("st"))
            notification_marks.mute(screen, Mute(next(iter(MuteScope)), self._mark("st")), now)
            notification_marks.mark_handled(screen, [self._mark("st")], now)
            Choices(screen).set_setting("canary", self._mark("st"))

        self._with_screen(act)

    def _fail(self) -> None:
        """Somebody's words are in the hands of an exception that nobody catches: in the main thread, in another, and
        while something is put away."""
        words = self._mark("ti")

        def fail() -> None:
            try:
                raise KeyError(words)
            except KeyError as error:
                raise ValueError(f"cannot read {words!r}") from error

        try:
            fail()
        except ValueError:
            sys.excepthook(*sys.exc_info())
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()

        class Awkward:
            def __del__(self) -> None:
                fail()

        awkward = Awkward()
        del awkward
        try:
            raise RuntimeError(f"refused with Bearer {self._token()} for {words}@nacka.example")
        except RuntimeError:
            address = f"https://graph.example/v1.0/me/todo/lists/delta?$deltatoken={self._mark('dt')}"
            _LOG.exception("GET %s was refused", address)

    def _token(self) -> str:
        """Of the shape of a token, with a mark in what it says."""
        said = b64encode(f'{{"name":"{self._mark("to")}"}}'.encode()).decode().rstrip("=")
        return f"eyJhbGciOiJSUzI1NiJ9.{said}.{self._mark('to')}"


_STEPS: dict[str, Callable[[_Life], None]] = {
    "sync": _Life._sync,
    "go offline": _Life._go_offline,
    "come back": _Life._come_back,
    "sign out": _Life._sign_out,
    "search": _Life._search,
    "draft": _Life._draft,
    "wish": _Life._wish,
    "remind": _Life._remind,
    "acknowledge": _Life._acknowledge,
    "arrange": _Life._arrange,
    "fail": _Life._fail,
}
_FOR_NOBODY = frozenset({"go offline", "come back"})
