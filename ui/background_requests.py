"""What the window may ask of the work behind it; each call returns at once and the answer comes as a change."""

from typing import Protocol

from workplace_app.domain.sign_in import ANYBODY, SignInWish


class BackgroundRequests(Protocol):
    """Given to the window by main.py, so that no widget knows of sync."""

    def sign_in(self, wish: SignInWish = ANYBODY) -> None:
        """Begin signing in with the browser; what follows comes as ``sign_in_changed``."""

    def cancel_sign_in(self) -> None:
        """Stop waiting for the browser or the code."""

    def sign_in_with_device_code(self, wish: SignInWish = ANYBODY) -> None:
        """Begin signing in on another device."""

    def sign_in_to_cms(self) -> None:
        """Begin signing in for the CMS alone, beside the account that is open; what follows comes as
        ``sign_in_changed`` with the CMS named as its service."""

    def cancel_cms_sign_in(self) -> None:
        """Stop waiting for that."""

    def sign_out(self) -> None:
        """Wipe what is kept of the account, its key and its tokens."""

    def refresh(self, feeds: frozenset[str]) -> None:
        """Fetch these feeds now; an empty set means everything that is due."""

    def believe(self, feed: str) -> None:
        """The user says that what a feed's source no longer names is really gone; it is read again and believed."""

    def open_account_again(self) -> None:
        """Ask the keyring once more for the key to what is kept here, and show it."""

    def open_conversation(self, place_id: str) -> None:
        """Read the messages of a channel, a chat or a group, which is only done when somebody looks at them."""
