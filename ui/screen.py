"""What a screen is to the window, and what the window is to a screen."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import ClassVar, NamedTuple, Protocol

from PySide6.QtWidgets import QWidget

from ui.background_requests import BackgroundRequests
from ui.cache_watcher import CacheWatcher
from ui.commands import Command, Commands
from ui.people_here import NobodyElse, PeopleHere
from ui.user_settings import UserSettings
from workplace_app.domain.account import PUBLIC_ACCOUNT, Account
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.keyring import Keyring
from workplace_app.domain.locked import Locked
from workplace_app.domain.reminder import ReminderSubject
from workplace_app.store.connection_type import Connection


class Shell(Protocol):
    """What a screen may ask of the window around it."""

    commands: Commands

    def go(self, place: str, item_id: str = "") -> None:
        """Show another place, and there the thing with this id."""

    def open_address(self, address: str | None) -> bool:
        """Open a link outside the program through the one door; says in the window when it may not be opened."""

    def open_sign_in_page(self, address: str) -> bool:
        """Open a page of the identity provider, which may be one of the demo municipality on this computer."""

    def say(
        self,
        text: str,
        *,
        icon: str = "check",
        undo: Callable[[], None] | None = None,
        action_text: str = "",
        action: Callable[[], None] | None = None,
    ) -> None:
        """A toast: only for what was sent or can be undone."""

    def remind(self, subject: ReminderSubject | None, opener: QWidget | None = None) -> None:
        """Ask when the user wants to be reminded of this, or of words of their own, below what was pressed (None: what
        has the focus)."""

    def update_numbers(self) -> None:
        """The user did something that changes a number of the rail or of the strip (handled, read, filed)."""


class ScreenContext(NamedTuple):
    """Everything that a screen is given. ``connection`` may write the outbox and the user's own things only;
    ``clock`` gives the time in UTC, aware. Readers and ``dates`` take the clock's answer."""

    connection: Connection
    account: Account
    municipality: Municipality
    requests: BackgroundRequests
    clock: Callable[[], datetime]
    settings: UserSettings
    watcher: CacheWatcher
    shell: Shell
    keyring: Keyring = Keyring.OPEN
    locked: Locked | None = None
    """Who was here and may come back, while what is open to all is shown."""
    people: PeopleHere = NobodyElse()

    @property
    def reminds(self) -> bool:
        """False before somebody has signed in: nobody's reminders would be kept, so none are offered."""
        return self.account.key != PUBLIC_ACCOUNT.key


class Screen(QWidget):
    """A place of the rail, or the sign-in page.

    The window makes it when it is first visited, then calls ``refresh(kinds)`` with everything that it shows, and
    later with what has changed: at once while it is in sight, else when it is shown again.
    """

    kinds: ClassVar[frozenset[ChangeKind]] = frozenset()
    """What the screen shows; it hears of these only."""
    feeds: ClassVar[frozenset[str]] = frozenset()
    """What F5 fetches."""
    fills_window: ClassVar[bool] = False
    """True for a page without rail and strip (signing in)."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self.context = context

    def title(self) -> str:
        """The name of the page, for the window's title and the screen reader."""
        raise NotImplementedError

    def refresh(self, kinds: frozenset[ChangeKind]) -> None:
        """Read again what these kinds concern; keep selection and scroll position."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Give the focus to where work begins on this page."""
        raise NotImplementedError

    def show_item(self, item_id: str) -> None:
        """Show one thing: from search, a notification, going back."""

    def focus_item(self) -> None:
        """Give the focus to what ``show_item`` has shown, or to its row; unless the screen knows better it stays where
        ``show_item`` has put it, or goes to where work begins."""
        focused = self.window().focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self.focus_first()

    def shown_item(self) -> str:
        """The id of what is shown, for going back to it; "" when it is the page itself."""
        return ""

    def go_back(self) -> bool:
        """One step back within the screen, from a page to the list that led to it; False when there is none."""
        return False

    def go_forward(self) -> bool:
        """Undo ``go_back``; False when there is nothing to undo."""
        return False

    def forget_way(self) -> None:
        """One has come from another place: that is where going back leads, not to what was shown here before."""

    def set_effective_width(self, width: float) -> None:
        """Lay out for this width of the window in pixels at 100 % text (DESIGN 2: 900, 1200, 1400, 1680)."""

    def remind(self) -> None:
        """Ask when the user wants to be reminded of the thing that is chosen or shown here; without one, of words of
        their own."""
        self.context.shell.remind(None)

    def panes(self) -> Sequence[QWidget]:
        """What F6 goes through; the screen itself unless it has several."""
        return (self,)

    def commands(self) -> Sequence[Command]:
        """What can be done here, for keys and the palette; offered while the screen is in sight."""
        return ()

    def tick(self, now: datetime) -> None:
        """A minute has begun: "om 18 min" is another."""

    def leave(self) -> None:
        """The screen is no longer in sight."""


ScreenFactory = Callable[[ScreenContext], Screen]
