"""What sync is given when it begins: the municipality, whom to tell, and what only the composition root can do."""

from collections.abc import Callable
from dataclasses import field
from typing import TYPE_CHECKING, Protocol

from sync.clock import Clock, SystemClock
from sync.feed import Feed
from sync.identity.redirect_receiver import ReturnPages
from workplace_app.domain.account import Account
from workplace_app.domain.changes import ChangeListener
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.frozen import frozen
from workplace_app.store.connection import StoreFiles

if TYPE_CHECKING:
    from sync.content_access import ContentAccess


class OpenedStore(Protocol):
    """An account's files and the key to them."""

    @property
    def files(self) -> StoreFiles:
        """The pair of files."""

    @property
    def key(self) -> bytes:
        """Their key, 32 bytes."""


@frozen
class Settings:
    """What the composition root decides.

    ``open_account`` finds or makes an account's files and key (the keyring may block, so it is called on a worker
    thread); ``open_browser`` is called on a worker thread and says whether a browser was asked. ``window_id`` gives the
    system's id of the window, for the system's own sign-in to stand over; it is called on sync's threads.
    ``content_access`` is the class of that name where the CMS has an issuer of its own: reading signatures costs 35 ms
    and 10 MB, which nobody else pays.
    """

    municipality: Municipality
    listener: ChangeListener
    open_account: Callable[[Account], OpenedStore]
    open_browser: Callable[[str], bool]
    feeds: tuple[Feed, ...]
    pages: ReturnPages = field(default_factory=ReturnPages)
    clock: Clock = field(default_factory=SystemClock)
    window_id: Callable[[], int] | None = None
    content_access: "type[ContentAccess] | None" = None
