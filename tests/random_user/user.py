"""The random user as a Hypothesis state machine."""

from collections import deque
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from sync.delivery.registry import DELIVERIES
from tests.random_user import acts, oracle
from tests.random_user.acts import MAKING
from tests.random_user.computer import Computer
from tests.random_user.oracle import Filed
from tests.random_user.own_things import ACTS, OwnThings
from tests.random_user.targets import targets_in
from tests.random_user.wire import Trouble
from tests.random_user.wished import WORDS, Wished, file
from tests.random_user.world import OWN_FEEDS, World
from workplace_app.domain.intent import Intent, IntentKind, IntentState
from workplace_app.domain.wishes import TimeGivenBack, wish_of
from workplace_app.store.connection import StoreFiles
from workplace_app.store.outbox_filing import (
    as_it_was,
    keep_as_task,
    keep_mine,
    keep_theirs,
    try_again,
    withdraw,
)
from workplace_app.store.outbox_reader import intent, pending_intents
from workplace_app.store.outbox_undo import Undone, undo

WHICH = st.integers(0, 3)
AT = st.integers(0, 1)
TROUBLES = st.lists(st.sampled_from(list(Trouble)), max_size=12)
FEEDS = st.sampled_from([(), ("todo",), ("planner",), ("calendar",), ("remarks",), OWN_FEEDS])
HOURS = st.sampled_from([0.001, 0.01, 0.3, 2.0, 30.0])
FROM_EACH = 2
MOST_AT_ONCE = 4


def offered() -> list[IntentKind]:
    """The kinds that the user can wish for and that sync can deliver."""
    return [kind for kind in MAKING if kind in DELIVERIES]


OFTEN = (IntentKind.CHANGE_DUE, IntentKind.COMMENT_TASK, IntentKind.CREATE_TASK, IntentKind.REPLY)
"""What others have a say in too, and what no service knows by a key when it comes twice."""
CUT_OFF = (Trouble.CRASH_BEFORE, Trouble.CRASH_AFTER, Trouble.LOST_ANSWER, Trouble.LATE, Trouble.LATE)
WISHES = st.lists(st.tuples(st.sampled_from([*offered(), *OFTEN]), WHICH), min_size=1, max_size=MOST_AT_ONCE)


class RandomUser(RuleBasedStateMachine):
    """``folder`` and ``template`` are set by whoever runs it."""

    folder: Path
    template: StoreFiles
    computer_type: type[Computer] = Computer

    def __init__(self) -> None:
        super().__init__()
        self.world = World(self.folder, self.template, computer_type=self.computer_type)
        self.filed: list[Filed] = []
        self.meddled: set[str] = set()
        """What colleagues have changed: there nobody can say what must be."""
        self.number = 0

    @initialize()
    def begin(self) -> None:
        for _ in range(2):
            computer = self.world.computer()
            computer.wire.judge = partial(acts.overwriting, self.world, computer)
        screen = self.world.computers[0].screen
        self.targets = targets_in(screen, self.world.clock.now(), FROM_EACH)
        self.own = [OwnThings(computer, self.world.clock.now) for computer in self.world.computers]

    # The user

    @rule(at=AT, wishes=WISHES)
    def wish(self, at: int, wishes: list[tuple[IntentKind, int]]) -> None:
        computer = self.world.computers[at]
        for kind, which in wishes:
            self.number += 1
            wished = MAKING[kind](self.world, computer.screen, self.targets, which, self.number)
            if wished is not None:
                made = file(computer.screen, wished, self.world.clock.now())
                self.filed.append(Filed(computer.wire.computer, made.id, wished))

    @rule(at=AT, wishes=WISHES, troubles=TROUBLES, tries_again=st.booleans())
    def wish_and_lose_the_network(
        self, at: int, wishes: list[tuple[IntentKind, int]], troubles: list[Trouble], tries_again: bool
    ) -> None:
        """In bad weather; who presses "try now" does so at once."""
        self.wish(at, wishes)
        self.round_in_trouble(at, troubles, patient=False, feeds=())
        if tries_again:
            self.round_in_trouble(at, [], patient=False, feeds=())

    @rule(at=AT, wishes=WISHES, good=st.integers(0, 4), how=st.sampled_from(CUT_OFF))
    def wish_and_be_cut_off_once(self, at: int, wishes: list[tuple[IntentKind, int]], good: int, how: Trouble) -> None:
        """After some good answers, and all is well again at once."""
        self.wish(at, wishes)
        self.round_in_trouble(at, [*[Trouble.FINE] * good, how], patient=False, feeds=())
        self.round_in_trouble(at, [], patient=False, feeds=())

    def _found(self, computer: Computer, made: Intent) -> None:
        """A wish that the store has filed for the user."""
        wish, words = wish_of(made.kind, made.payload), WORDS.search(made.payload)
        added = "" if words is None or isinstance(wish, TimeGivenBack) else words[0]
        wished = Wished(made.kind, made.target_id, wish, added)
        self.filed.append(Filed(computer.wire.computer, made.id, wished))

    @rule(at=AT, which=st.integers(0, 30), regrets=st.booleans())
    def change_ones_mind(self, at: int, which: int, regrets: bool) -> None:
        """Take a wish back, and perhaps take that back too."""
        computer, now = self.world.computers[at], self.world.clock.now()
        pending = pending_intents(computer.screen)
        if not pending:
            return
        chosen = pending[which % len(pending)]
        if withdraw(computer.screen, chosen.id, now) and regrets:
            assert as_it_was(computer.screen, chosen, now), f"{chosen.kind} could not be taken up again"

    @rule(at=AT, which=st.integers(0, 30))
    def undo_a_wish(self, at: int, which: int) -> None:
        """Whatever has become of it: the opposite goes after what has left, if the same has not been wished since."""
        computer = self.world.computers[at]
        mine = [each for each in self.filed if each.computer == at]
        if not mine:
            return
        before = {each.id for each in pending_intents(computer.screen)}
        chosen = mine[which % len(mine)].intent_id
        undone = undo(computer.screen, chosen, self.world.clock.now())
        new = [each for each in pending_intents(computer.screen) if each.id not in before]
        wished_since = any(each.intent_id > chosen for each in mine)
        assert len(new) == (undone is Undone.OPPOSITE_FILED) or (not new and wished_since)
        for each in new:
            self._found(computer, each)

    @rule(at=AT, what=st.sampled_from(list(ACTS)), which=WHICH, hours=HOURS)
    def keep_something_to_oneself(self, at: int, what: str, which: int, hours: float) -> None:
        self.own[at].act(what, which, hours)

    @rule(at=AT, choice=st.sampled_from(["again", "mine", "theirs", "task"]))
    def decide(self, at: int, choice: str) -> None:
        computer, now = self.world.computers[at], self.world.clock.now()
        for each in pending_intents(computer.screen):
            if each.state is not IntentState.NEEDS_YOU:
                continue
            if choice == "again" and each.conflict is None:
                assert try_again(computer.screen, each.id, now)
            elif choice == "mine":
                assert keep_mine(computer.screen, each, now)
            elif choice == "theirs":
                assert keep_theirs(computer.screen, each, now)
            elif choice == "task" and (made := keep_as_task(computer.screen, each, now)) is not None:
                self._found(computer, made)
            return

    # The world

    @rule(at=AT, troubles=TROUBLES, patient=st.booleans(), feeds=FEEDS)
    def round_in_trouble(self, at: int, troubles: list[Trouble], patient: bool, feeds: Sequence[str]) -> None:
        computer = self.world.computers[at]
        computer.wire.troubles = deque(troubles)
        self._round(computer, feeds, patient=patient)
        computer.wire.troubles.clear()

    def _round(self, computer: Computer, feeds: Sequence[str], *, patient: bool) -> None:
        before = {row[0] for row in computer.sync.execute("SELECT id FROM main.tasks")}
        computer.round(feeds, patient=patient)
        after = {row[0] for row in computer.sync.execute("SELECT id FROM main.tasks")}
        lost = {task_id for task_id in before - after if acts.in_town(self.world, task_id)}
        assert not lost, f"{len(lost)} tasks that are there have left the screen"
        assert computer.wire.requests <= oracle.MOST_REQUESTS, "a round does not end"

    @rule(hours=HOURS)
    def time_passes(self, hours: float) -> None:
        self.world.pass_time(hours)
        for own in self.own:
            own.ring()

    @rule(at=AT)
    def computer_is_switched_off_and_on(self, at: int) -> None:
        self.world.computers[at].restart()
        self.own[at].ring()

    @rule(which=WHICH, number=st.integers(5000, 9000), what=st.sampled_from(["moves", "completes", "reopens"]))
    def colleague_changes_a_task(self, which: int, number: int, what: str) -> None:
        """Preferably one about which somebody has a wish."""
        pending = {each.target_id for computer in self.world.computers for each in pending_intents(computer.screen)}
        tasks = [each for each in self.targets.tasks if each.id in pending] or self.targets.tasks
        chosen = tasks[which % len(tasks)]
        self.meddled.add(chosen.id)
        if what == "moves":
            acts.colleague_moves(self.world, chosen, number)
        else:
            acts.colleague_completes(self.world, chosen, done=what == "completes")

    @precondition(lambda self: len(self.filed) > 4)
    @rule(which=WHICH)
    def colleague_removes_a_task(self, which: int) -> None:
        self.meddled.add(self.targets.tasks[which].id)
        acts.colleague_removes(self.world, self.targets.tasks[which])

    @precondition(lambda self: len(self.filed) > 4)
    @rule(which=WHICH)
    def editor_withdraws_an_article(self, which: int) -> None:
        self.meddled.add(self.targets.articles[which])
        self.world.dialogue.withdraw(self.targets.articles[which])

    @rule()
    def every_bookmark_expires(self) -> None:
        self.world.graph.tenant.world.log.expire_tokens()

    # What must be true

    @invariant()
    def nothing_that_was_saved_is_lost(self) -> None:
        for each in self.filed:
            assert intent(self.world.computers[each.computer].screen, each.intent_id) is not None

    def teardown(self) -> None:
        try:
            if self.world.computers:
                self.world.arrive_late()
                oracle.calm_down(self.world)
                oracle.check_intents(self.world, self.filed)
                oracle.check_states(self.world, self.filed, self.meddled)
                oracle.check_acknowledgements(self.world, self.filed)
                oracle.check_remarks(self.world, self.filed)
                oracle.check_order(self.world.arrivals, self.filed)
                assert not self.world.complaints, self.world.complaints
                oracle.check_caches(self.world)
                for own in self.own:
                    own.ring()
                    own.check()
        finally:
            self.world.close()
