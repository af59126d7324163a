"""Opens accounts by their owners' codes, slows down whoever guesses, and sets, changes and removes codes."""

import math
from collections.abc import Callable

from workplace_app.account_stores import AccountStores, OpenedAccount
from workplace_app.domain.lock_code import wait_after
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.domain.unlocking import CodeRefused
from workplace_app.key_sealing import USUAL_COST, Cost, plain_code, seal, unseal
from workplace_app.sealed_key import sealed_key
from workplace_app.wiped_meanwhile import forget_if_wiped


class LockCodes:
    """It blocks (the keyring, and scrypt on purpose): never on the screen's thread, and on one thread at a time.

    Wrong codes are counted in the keyring, before the code is looked at, so that ending the program wins no try. The
    wait is measured by ``monotonic`` seconds and begins anew with the program: no clock that can be set has a part in
    it. Every method raises ``ProblemRaised`` (NO_KEYRING, KEYRING_LOCKED; KEY_LOST where there is no key at all).
    """

    def __init__(self, stores: AccountStores, monotonic: Callable[[], float], cost: Cost = USUAL_COST) -> None:
        self._stores = stores
        self._monotonic = monotonic
        self._cost = cost
        self._began = monotonic()
        self._last_wrong: dict[str, float] = {}

    def open(self, account_key: str, code: str) -> OpenedAccount | CodeRefused:
        """The account's store, when the code is its owner's."""
        key = self._key(account_key, code)
        return key if isinstance(key, CodeRefused) else self._stores.unlocked(account_key, key)

    def change(self, opened: OpenedAccount, current: str, code: str) -> CodeRefused | None:
        """From now on this code opens the account, "" for none. ``current`` is the code until now, where there is one.
        None when it is done."""
        entries = self._stores.entries
        if entries.needs_code(opened.account_key):
            known = self._key(opened.account_key, current)
            if isinstance(known, CodeRefused):
                return known
        entry = opened.key
        if plain_code(code):
            entry = seal(opened.key, code, opened.account_key, self._cost)
            made = sealed_key(entry)
            if made is None or unseal(made, code, opened.account_key) != opened.key:
                raise ProblemRaised(Problem(ProblemKind.UNEXPECTED, detail="the sealed key does not open"))
        entries.keep_key(opened.account_key, entry)
        if not opened.session_only and forget_if_wiped(self._stores, opened.account_key):
            raise ProblemRaised(Problem(ProblemKind.KEY_LOST))
        return None

    def _key(self, account_key: str, code: str) -> bytes | CodeRefused:
        entries = self._stores.entries
        entry = entries.key(account_key)
        if entry is None:
            raise ProblemRaised(Problem(ProblemKind.KEY_LOST))
        sealed = sealed_key(entry)
        if sealed is None:  # its owner has removed the code: only signing in proves who it is
            return CodeRefused(problem=Problem(ProblemKind.SIGN_IN_NEEDED))
        wrong = entries.tries(account_key)
        since = self._last_wrong.get(account_key, self._began)
        left = since + wait_after(wrong) - self._monotonic()
        if left > 0:
            return CodeRefused(wait_seconds=math.ceil(left))
        entries.keep_tries(account_key, wrong + 1)
        key = unseal(sealed, code, account_key)
        if key is None:
            self._last_wrong[account_key] = self._monotonic()
            return CodeRefused(wrong=True, wait_seconds=wait_after(wrong + 1))
        entries.keep_tries(account_key, 0)
        self._last_wrong.pop(account_key, None)
        return key
