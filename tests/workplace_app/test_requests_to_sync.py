"""What is asked before sync is there waits for it, in its order; afterwards it is handed on at once."""

from workplace_app.domain.sign_in import ANYBODY, SignInWish
from workplace_app.requests_to_sync import RequestsToSync


class Work:
    """Notes what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def sign_in(self, wish: SignInWish = ANYBODY) -> None:
        self.asked.append("sign in")

    def cancel_sign_in(self) -> None:
        self.asked.append("cancel")

    def sign_in_with_device_code(self, wish: SignInWish = ANYBODY) -> None:
        self.asked.append("code")

    def leave_account(self) -> None:
        self.asked.append("leave account")

    def sign_in_to_cms(self) -> None:
        self.asked.append("cms")

    def cancel_cms_sign_in(self) -> None:
        self.asked.append("cancel cms")

    def refresh(self, feeds: frozenset[str]) -> None:
        self.asked.append(f"refresh {sorted(feeds)}")

    def open_conversation(self, place_id: str) -> None:
        self.asked.append(f"open {place_id}")

    def believe(self, feed: str) -> None:
        self.asked.append(f"believe {feed}")


def _nothing() -> None:
    """Nobody signs out here."""


def test_what_was_asked_too_early_is_done_in_its_order() -> None:
    requests, work = RequestsToSync(_nothing), Work()
    requests.sign_in()
    requests.cancel_sign_in()
    requests.sign_in_with_device_code()
    requests.sign_in_to_cms()
    requests.cancel_cms_sign_in()
    assert work.asked == []
    requests.attach(work)
    assert work.asked == ["sign in", "cancel", "code", "cms", "cancel cms"]


def test_later_requests_are_handed_on_at_once() -> None:
    requests, work = RequestsToSync(_nothing), Work()
    requests.attach(work)
    requests.refresh(frozenset({"todo", "planner"}))
    requests.open_conversation("chat:1")
    assert work.asked == ["refresh ['planner', 'todo']", "open chat:1"]


def test_signing_out_waits_for_nobody() -> None:
    done: list[str] = []
    RequestsToSync(lambda: done.append("out")).sign_out()
    assert done == ["out"]


def test_the_keyring_is_asked_again_without_sync() -> None:
    done: list[str] = []
    RequestsToSync(_nothing, _nothing, lambda: done.append("again")).open_account_again()
    assert done == ["again"]


def test_leaving_closes_what_is_open_and_waits_for_nothing_where_nothing_has_begun() -> None:
    requests, work = RequestsToSync(_nothing), Work()
    requests.leave_account()
    requests.attach(work)
    assert work.asked == []
    requests.leave_account()
    assert work.asked == ["leave account"]
