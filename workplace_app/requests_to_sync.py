"""What the window asks of the work behind it, before that work has begun and after: remembered, then handed on."""

from collections.abc import Callable
from threading import Lock
from typing import Protocol

from workplace_app.domain.sign_in import ANYBODY, SignInWish


class Work(Protocol):
    """The background as far as the window's requests go."""

    def sign_in(self, wish: SignInWish = ANYBODY) -> None:
        """Begin with the browser."""

    def cancel_sign_in(self) -> None:
        """Stop waiting."""

    def sign_in_with_device_code(self, wish: SignInWish = ANYBODY) -> None:
        """Begin with a code."""

    def leave_account(self) -> None:
        """Close the account's store."""

    def sign_in_to_cms(self) -> None:
        """Begin for the CMS alone."""

    def cancel_cms_sign_in(self) -> None:
        """Stop waiting for that."""

    def refresh(self, feeds: frozenset[str]) -> None:
        """Fetch now."""

    def open_conversation(self, place_id: str) -> None:
        """Read what is said there."""

    def believe(self, feed: str) -> None:
        """What a source no longer names is gone."""


class RequestsToSync:
    """A ``BackgroundRequests``. Sync is imported and started after the first frame, or a while later when nothing is to
    be done; what the user asks for before that waits here, and ``begin`` is called, so that it does not wait long."""

    def __init__(
        self,
        sign_out: Callable[[], None],
        begin: Callable[[], None] = lambda: None,
        open_account_again: Callable[[], None] = lambda: None,
    ) -> None:
        self._sign_out = sign_out
        self._begin = begin
        self._open_account_again = open_account_again
        self._lock = Lock()
        self._work: Work | None = None
        self._waiting: list[Callable[[Work], None]] = []

    def attach(self, work: Work) -> None:
        """From now on requests go there; those that waited go first, in their order."""
        with self._lock:
            self._work = work
            waiting, self._waiting = self._waiting, []
        for request in waiting:
            request(work)

    def _ask(self, request: Callable[[Work], None]) -> None:
        with self._lock:
            work = self._work
            if work is None:
                self._waiting.append(request)
        if work is not None:
            request(work)
        else:
            self._begin()

    def sign_in(self, wish: SignInWish = ANYBODY) -> None:
        """Begin signing in with the browser."""
        self._ask(lambda work: work.sign_in(wish))

    def cancel_sign_in(self) -> None:
        """Stop waiting for the browser or the code."""
        self._ask(lambda work: work.cancel_sign_in())

    def sign_in_with_device_code(self, wish: SignInWish = ANYBODY) -> None:
        """Begin signing in on another device."""
        self._ask(lambda work: work.sign_in_with_device_code(wish))

    def leave_account(self) -> None:
        """Close the account's store, and return when it is closed; not on the window's thread."""
        with self._lock:
            work = self._work
        if work is not None:
            work.leave_account()

    def sign_in_to_cms(self) -> None:
        """Begin signing in for the CMS alone."""
        self._ask(lambda work: work.sign_in_to_cms())

    def cancel_cms_sign_in(self) -> None:
        """Stop waiting for that."""
        self._ask(lambda work: work.cancel_cms_sign_in())

    def sign_out(self) -> None:
        """Wipe what is kept of the account."""
        self._sign_out()

    def open_account_again(self) -> None:
        """Ask the keyring once more."""
        self._open_account_again()

    def refresh(self, feeds: frozenset[str]) -> None:
        """Fetch these feeds now; an empty set means everything that is due."""
        self._ask(lambda work: work.refresh(feeds))

    def open_conversation(self, place_id: str) -> None:
        """Read the messages of one place."""
        self._ask(lambda work: work.open_conversation(place_id))

    def believe(self, feed: str) -> None:
        """What the feed's source no longer names is gone."""
        self._ask(lambda work: work.believe(feed))
