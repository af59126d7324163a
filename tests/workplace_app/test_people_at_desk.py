"""Several people at one desk: locking, switching, unlocking by code or by signing in, codes that IT demands."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from threading import Thread

import pytest
from pytestqt.qtbot import QtBot

from tests.workplace_app.test_account_switching import ELIN, NOW, PATIENCE_MS, Window, make_ready
from tests.workplace_app.test_lock_codes import CHEAP, CODE, Seconds
from tests.workplace_app.vault import VaultInMemory
from workplace_app.account_stores import AccountStores, OpenedAccount
from workplace_app.account_switching import AccountSwitching
from workplace_app.domain.account import Account
from workplace_app.domain.locked import LockCause
from workplace_app.domain.person_here import PersonHere
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.domain.sign_in import SignInState, SignInStep, SignInWish
from workplace_app.domain.unlocking import CodeRefused
from workplace_app.key_fetch import KeyFetch
from workplace_app.lock_codes import LockCodes
from workplace_app.people_at_desk import PeopleAtDesk

JONAS = Account("tenant", "jonas", "jonas.tenant", "jonas@nacka.example", "Jonas Tallmo")


class Desk:
    """What main.py joins, with a window that notes what it is told."""

    def __init__(self, stores: AccountStores, qtbot: QtBot, *, code_required: bool = False) -> None:
        self.qtbot, self.stores = qtbot, stores
        self.window = Window()
        self.wishes: list[SignInWish] = []
        self.order: list[str] = []
        self.seconds = Seconds()
        self.switching = AccountSwitching(
            self.window,
            stores,
            lambda: NOW,
            make_public=make_ready,
            migrate=make_ready,
            leave_sync=lambda: self.order.append("sync has left"),
        )
        self.people = PeopleAtDesk(
            self.switching,
            stores,
            self,
            lambda stores: LockCodes(stores, self.seconds, CHEAP),
            code_required=code_required,
        )
        self.refusals: list[CodeRefused | None] = []

    def sign_in(self, wish: SignInWish) -> None:
        self.order.append("sign in")
        self.wishes.append(wish)

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_MS)

    def signs_in(self, account: Account) -> OpenedAccount:
        """What sync does."""
        opened = self.switching.open_account(account)
        make_ready(opened)
        self.switching.sign_in_changed(SignInState(SignInStep.SIGNED_IN, account=account))
        return opened

    def chooses_code(self, code: str, current: str = "") -> None:
        self.people.change_code(current, code, self.refusals.append)
        self.until(lambda: self.refusals)
        assert self.refusals.pop() is None

    def locks(self) -> None:
        self.people.lock()
        self.until(lambda: "enter public" in self.window.told[-2:])

    def writes(self, code: str) -> None:
        self.people.unlock(code, self.refusals.append)

    def end(self) -> None:
        self.people.end()
        self.switching.end()


@pytest.fixture
def desk(stores: AccountStores, qtbot: QtBot) -> Iterator[Desk]:
    one = Desk(stores, qtbot)
    yield one
    one.end()


def test_whoever_has_locked_comes_back_by_code(desk: Desk) -> None:
    opened = desk.signs_in(ELIN)
    desk.chooses_code(CODE)
    assert not desk.stores.left_locked
    desk.locks()
    assert desk.window.locked is not None
    assert desk.window.locked.opens_by_code
    desk.writes("wrong")
    desk.until(lambda: desk.refusals)
    assert desk.refusals.pop() == CodeRefused(wrong=True, wait_seconds=1)
    desk.seconds.now += 1
    desk.writes(CODE)
    desk.until(lambda: desk.switching.opened == opened)
    assert desk.people.has_code
    assert not desk.stores.left_locked
    assert desk.window.copied == "", "what was copied went when it was locked"


@pytest.mark.parametrize("switches", [False, True])
def test_the_key_of_whoever_is_locked_is_in_memory_no_longer(desk: Desk, *, switches: bool) -> None:
    desk.signs_in(ELIN)
    desk.chooses_code(CODE)
    if switches:
        desk.people.switch_to(PersonHere(JONAS.key, has_code=True))
        desk.until(lambda: "enter public" in desk.window.told[-2:])
    else:
        desk.locks()
    desk.until(lambda: desk.stores.entries.person(ELIN.key).left_at == NOW)
    gc.collect()
    held = [each for each in gc.get_objects() if isinstance(each, OpenedAccount) and each.account_key == ELIN.key]
    assert held == []


def test_whoever_has_locked_without_a_code_is_still_locked_at_the_next_start(desk: Desk) -> None:
    desk.signs_in(ELIN)
    desk.locks()
    found: list[object] = []
    fetch = KeyFetch(desk.stores)
    fetch.start()
    fetch.tell(found.append)
    desk.until(lambda: found)
    desk.switching.begin(found[0])  # type: ignore[arg-type]
    desk.until(lambda: desk.window.told.count("enter public") == 2)
    assert desk.window.locked is not None
    assert desk.window.locked.cause is LockCause.AT_START
    assert not desk.window.locked.opens_by_code
    desk.writes(CODE)
    assert desk.refusals == [CodeRefused(problem=Problem(ProblemKind.SIGN_IN_NEEDED))]
    desk.signs_in(ELIN)
    assert desk.window.told[-1] == "enter elin"


def test_an_account_with_a_code_is_locked_at_every_start(desk: Desk) -> None:
    opened = desk.signs_in(ELIN)
    desk.chooses_code(CODE)
    desk.until(lambda: desk.stores.entries.person(ELIN.key).display_name)
    desk.switching.leave()  # as at the end of the program
    found: list[object] = []
    fetch = KeyFetch(desk.stores)
    fetch.start()
    fetch.tell(found.append)
    desk.until(lambda: found)
    desk.switching.begin(found[0])  # type: ignore[arg-type]
    desk.until(lambda: desk.window.told[-1] == "enter public")
    assert desk.window.locked is not None
    assert desk.window.locked.person == PersonHere(ELIN.key, "Elin Ekhamn", "elin@nacka.example", has_code=True)
    desk.writes(CODE)
    desk.until(lambda: desk.switching.opened == opened)


def test_switching_leaves_first_and_asks_for_proof_then(desk: Desk) -> None:
    desk.signs_in(JONAS)
    desk.signs_in(ELIN)
    desk.people.switch_to(PersonHere(JONAS.key, JONAS.display_name, JONAS.user_name))
    assert desk.switching.opened is None
    desk.until(lambda: desk.wishes)
    assert desk.order == ["sync has left", "sign in"], "leaving ends every sign-in that is under way"
    assert desk.wishes == [SignInWish(JONAS.key, JONAS.user_name, proof=True)]
    assert desk.window.locked is not None
    assert desk.window.locked.person.account_key == JONAS.key
    desk.signs_in(JONAS)
    assert desk.window.told[-1] == "enter jonas"
    assert desk.stores.last_used() == JONAS.key
    people: list[PersonHere] = []
    desk.people.ask_who_is_here(people.extend)
    desk.until(lambda: people)
    assert [each.display_name for each in people] == ["Elin Ekhamn"], "but not whoever is here"


def test_switching_to_somebody_with_a_code_begins_no_sign_in(desk: Desk) -> None:
    opened = desk.signs_in(ELIN)
    desk.chooses_code(CODE)
    desk.signs_in(JONAS)
    desk.people.switch_to(PersonHere(ELIN.key, has_code=True))
    desk.until(lambda: desk.window.told[-1] == "enter public")
    desk.writes(CODE)
    desk.until(lambda: desk.switching.opened == opened)
    assert desk.wishes == []
    assert desk.stores.last_used() == ELIN.key


def test_somebody_else_is_asked_who_it_is(desk: Desk) -> None:
    desk.signs_in(ELIN)
    desk.people.switch_to(None)
    desk.until(lambda: desk.wishes)
    assert desk.wishes == [SignInWish(choose=True, proof=True)], "the browser may know whoever was here before"
    assert desk.window.locked is None


def test_a_lock_for_a_reason_is_not_opened_by_code_alone(desk: Desk) -> None:
    desk.signs_in(ELIN)
    desk.chooses_code(CODE)
    revoked = Problem(ProblemKind.ACCESS_REVOKED)
    desk.switching.lock(revoked)
    desk.until(lambda: desk.window.told[-1] == "enter public")
    desk.writes(CODE)
    assert desk.refusals == [CodeRefused(problem=revoked)]


def _sign_in_on_a_thread(desk: Desk, account: Account) -> tuple[Thread, list[object]]:
    """As sync does, which waits in ``open_account`` for the code."""
    became: list[object] = []

    def work() -> None:
        try:
            became.append(desk.switching.open_account(account))
        except ProblemRaised as raised:
            became.append(raised.problem)

    thread = Thread(target=work)
    thread.start()
    return thread, became


def test_whoever_signs_in_and_has_a_code_is_asked_for_it_and_the_sign_in_waits(desk: Desk) -> None:
    opened = desk.signs_in(ELIN)
    desk.chooses_code(CODE)
    desk.switching.lock(Problem(ProblemKind.ACCESS_REVOKED))
    desk.until(lambda: desk.window.told[-1] == "enter public")
    thread, became = _sign_in_on_a_thread(desk, ELIN)
    desk.until(lambda: desk.window.locked is not None and desk.window.locked.cause is LockCause.CODE_NEEDED)
    desk.writes("wrong")
    desk.until(lambda: desk.refusals)
    assert became == []
    desk.seconds.now += 1
    desk.writes(CODE)
    desk.until(lambda: became)
    thread.join()
    assert became == [opened]
    desk.switching.sign_in_changed(SignInState(SignInStep.SIGNED_IN, account=ELIN))
    assert desk.window.told[-1] == "enter elin"


def test_a_sign_in_that_is_cancelled_waits_for_no_code(desk: Desk) -> None:
    desk.signs_in(ELIN)
    desk.chooses_code(CODE)
    desk.locks()
    thread, became = _sign_in_on_a_thread(desk, ELIN)
    desk.until(lambda: desk.window.locked is not None and desk.window.locked.cause is LockCause.CODE_NEEDED)
    cancelled = Problem(ProblemKind.SIGN_IN_CANCELLED)
    desk.switching.sign_in_changed(SignInState(SignInStep.FAILED, problem=cancelled))
    thread.join()
    assert became == [cancelled]


def test_the_end_of_the_program_waits_for_no_code(desk: Desk) -> None:
    desk.signs_in(ELIN)
    desk.chooses_code(CODE)
    desk.locks()
    thread, became = _sign_in_on_a_thread(desk, ELIN)
    desk.until(lambda: desk.window.locked is not None and desk.window.locked.cause is LockCause.CODE_NEEDED)
    desk.switching.end()
    thread.join()
    assert became == [Problem(ProblemKind.SIGN_IN_CANCELLED)]


def test_whoever_has_forgotten_the_code_begins_anew_after_signing_in_and_nobody_else_can(
    desk: Desk, vault: VaultInMemory
) -> None:
    jonas = desk.signs_in(JONAS)
    desk.chooses_code(CODE)
    opened = desk.signs_in(ELIN)
    desk.chooses_code(CODE)
    desk.locks()
    sealed = vault.keys[ELIN.key]
    desk.people.start_anew(PersonHere(ELIN.key, user_name=ELIN.user_name))
    assert desk.wishes == [SignInWish(ELIN.key, ELIN.user_name, proof=True)]
    cancelled = SignInState(SignInStep.FAILED, problem=Problem(ProblemKind.SIGN_IN_CANCELLED))
    # Sync lets nobody but Elin in, and if it did, nothing would be wiped.
    thread, _ = _sign_in_on_a_thread(desk, JONAS)
    desk.until(lambda: desk.window.locked is not None and desk.window.locked.cause is LockCause.CODE_NEEDED)
    assert vault.keys[ELIN.key] == sealed
    assert (opened.files.cache.exists(), jonas.files.cache.exists()) == (True, True)
    desk.switching.sign_in_changed(cancelled)
    thread.join()
    desk.people.start_anew(PersonHere(ELIN.key, user_name=ELIN.user_name))
    desk.switching.sign_in_changed(cancelled)
    thread, _ = _sign_in_on_a_thread(desk, ELIN)
    desk.until(lambda: desk.window.locked is not None and desk.window.locked.cause is LockCause.CODE_NEEDED)
    assert opened.files.cache.exists(), "another sign-in wipes nothing"
    desk.switching.sign_in_changed(cancelled)
    thread.join()
    desk.people.start_anew(PersonHere(ELIN.key, user_name=ELIN.user_name))
    anew = desk.signs_in(ELIN)
    assert anew.key != opened.key
    assert desk.window.told[-1] == "enter elin"


def test_what_a_passer_by_asked_to_begin_anew_is_forgotten_when_the_owner_writes_the_code(
    desk: Desk, vault: VaultInMemory
) -> None:
    opened = desk.signs_in(ELIN)
    desk.chooses_code(CODE)
    desk.locks()
    sealed = vault.keys[ELIN.key]
    desk.people.start_anew(PersonHere(ELIN.key, user_name=ELIN.user_name))
    desk.writes(CODE)
    desk.until(lambda: desk.switching.somebody_is_here)
    desk.locks()
    thread, _ = _sign_in_on_a_thread(desk, ELIN)
    desk.until(lambda: desk.window.locked is not None and desk.window.locked.cause is LockCause.CODE_NEEDED)
    assert vault.keys[ELIN.key] == sealed, "nothing of hers is removed at her next sign-in"
    assert opened.files.cache.exists()
    desk.switching.sign_in_changed(SignInState(SignInStep.FAILED, problem=Problem(ProblemKind.SIGN_IN_CANCELLED)))
    thread.join()


def test_beginning_anew_is_for_one_sign_in_and_the_next_removes_nothing(desk: Desk) -> None:
    desk.signs_in(ELIN)
    desk.chooses_code(CODE)
    desk.locks()
    desk.people.start_anew(PersonHere(ELIN.key, user_name=ELIN.user_name))
    anew = desk.signs_in(ELIN)
    desk.chooses_code(CODE)
    desk.locks()
    thread, became = _sign_in_on_a_thread(desk, ELIN)
    desk.until(lambda: became or (desk.window.locked and desk.window.locked.cause is LockCause.CODE_NEEDED))
    assert desk.stores.entries.needs_code(ELIN.key), "what she has written since is here, behind her new code"
    desk.writes(CODE)
    desk.until(lambda: became)
    thread.join()
    assert became == [anew]


def test_who_is_chosen_last_is_who_signs_in(desk: Desk) -> None:
    desk.signs_in(ELIN)
    desk.people.switch_to(PersonHere(JONAS.key, user_name=JONAS.user_name))
    desk.people.switch_to(None)
    desk.until(lambda: "enter public" in desk.window.told)
    assert desk.order == ["sync has left", "sign in"], "leaving ends every sign-in, so none begins before it"
    assert [wish.choose for wish in desk.wishes] == [True]


def test_it_demands_a_code_of_whoever_has_none(stores: AccountStores, qtbot: QtBot) -> None:
    desk = Desk(stores, qtbot, code_required=True)
    with qtbot.waitSignal(desk.people.code_lacking, timeout=PATIENCE_MS):
        desk.signs_in(ELIN)
    desk.chooses_code(CODE)
    desk.locks()
    with qtbot.assertNotEmitted(desk.people.code_lacking):
        desk.writes(CODE)
        desk.until(lambda: desk.switching.somebody_is_here)
        desk.until(lambda: desk.people.has_code)
    desk.end()


def test_a_session_without_a_keyring_can_be_locked_and_come_back_to(desk: Desk, vault: VaultInMemory) -> None:
    vault.refuses_with = ProblemKind.NO_KEYRING
    opened = desk.signs_in(ELIN)
    desk.locks()
    assert desk.window.locked is not None
    assert desk.window.locked.person.session_only
    assert desk.signs_in(ELIN) == opened
    assert "enter elin" in desk.window.told[-2:]


def test_what_waits_and_who_it_is_is_noted_when_somebody_leaves(desk: Desk) -> None:
    desk.signs_in(ELIN)
    desk.locks()
    desk.until(lambda: desk.stores.entries.person(ELIN.key).left_at == NOW)
    noted = desk.stores.entries.person(ELIN.key)
    assert replace(noted, left_at=None) == PersonHere(ELIN.key, "Elin Ekhamn", "elin@nacka.example", waiting=0)
