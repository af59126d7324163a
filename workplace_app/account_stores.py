"""Which account's pair of encrypted files is open, where its key is, and how both are wiped."""

import logging
import os
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import cached_property
from pathlib import Path

from workplace_app.current_account import LOCKED_MARK, last_used, left_locked
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.folders import Folders
from workplace_app.key_entries import KeyEntries, KeyVault
from workplace_app.sealed_key import KEY_BYTES
from workplace_app.session_folder import SessionFolder, remove_folder
from workplace_app.set_aside import remove_aside_folders, set_aside_folder
from workplace_app.store.connection import StoreFiles
from workplace_app.store.store_problems import file_problem
from workplace_app.unused_accounts import forget_mark
from workplace_app.wiping import Wipings

_LOG = logging.getLogger(__name__)
_ACCOUNT_KEY = re.compile(r"[0-9a-f]{32}")
_KEYRING_REFUSED = {ProblemKind.KEYRING_LOCKED, ProblemKind.KEYRING_SILENT, ProblemKind.NO_KEYRING}


@frozen
class OpenedAccount:
    """One account's files with the key to them. ``session_only`` means that the key exists in memory alone."""

    account_key: str
    files: StoreFiles
    key: bytes
    session_only: bool


class AccountStores:
    """Finds, creates and wipes accounts' stores.

    Without a keyring an account lives for this session only: its files lie in memory where the system offers that
    (else in a private temporary folder), encrypted with a key that nothing but this process knows. ``open_vault``
    gives the keyring when it is first needed. May be used from several threads, by one of them at a time.
    """

    def __init__(self, folders: Folders, open_vault: Callable[[], KeyVault]) -> None:
        self._folders = folders
        self._open_vault = open_vault
        self._wipings = Wipings(folders)
        self._session: dict[str, OpenedAccount] = {}
        self._session_folders: dict[Path, SessionFolder] = {}
        self._used: set[str] = set()
        """Whose stores have been asked for in this run."""
        self.session_problem: Problem | None = None
        """Why accounts are kept for this session only, if they are."""

    @cached_property
    def entries(self) -> KeyEntries:
        """What the keyring holds. Not on the screen's thread."""
        return KeyEntries(self._open_vault())

    def last_used(self) -> str | None:
        """The key of the account that was used last, None when nobody has signed in on this computer."""
        return last_used(self._folders)

    @property
    def left_locked(self) -> bool:
        """True when the account that was used last was locked by its owner."""
        return left_locked(self._folders)

    def account_keys(self) -> tuple[str, ...]:
        """Whose files are on this computer, but for those of nobody, of this session, and of whoever is being wiped."""
        accounts = self._folders.current_account.parent
        try:
            names = sorted(path.name for path in accounts.iterdir() if path.is_dir())
        except OSError:
            return ()
        names = [name for name in names if _ACCOUNT_KEY.fullmatch(name) and name != PUBLIC_ACCOUNT.key]
        return tuple(name for name in names if not self._wipings.has_begun(name))

    def remember(self, opened: OpenedAccount, *, locked: bool = False) -> None:
        """Make this the account that the next start opens, or shows as locked. Raises ``ProblemRaised`` (DISK_FULL,
        DISK_REFUSED): the next start opens nobody where a lock could not be noted, so that a full disk unlocks none."""
        if opened.session_only:
            return
        path = self._folders.current_account
        draft = path.with_suffix(".new")
        with _told():
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                draft.write_text(opened.account_key + LOCKED_MARK * locked, encoding="ascii")
                draft.replace(path)
            except OSError:
                if locked:
                    with suppress(OSError):  # what went wrong first is what is told
                        self.forget_current()
                raise

    def forget_current(self) -> None:
        """The next start opens no account."""
        self._folders.current_account.unlink(missing_ok=True)

    def reopen(self, account_key: str) -> OpenedAccount:
        """The store that this account left here.

        Raises ``ProblemRaised``: KEY_LOST when the files are here and their key is not, LOCKED_HERE when its owner has
        to open it, NO_KEYRING or KEYRING_LOCKED when the keyring cannot be asked. The files are left as they are in
        each case.
        """
        key = None if self._wipings.has_begun(account_key) else self.entries.key(account_key)
        if key is None:
            raise ProblemRaised(Problem(ProblemKind.KEY_LOST))
        return self.with_key(account_key, key)

    def with_key(self, account_key: str, key: bytes) -> OpenedAccount:
        """The store that this account left here, whose key has been fetched already. Raises ``ProblemRaised``
        (LOCKED_HERE) for one that was left locked, or whose key is sealed."""
        if len(key) != KEY_BYTES or (self.left_locked and account_key == self.last_used()):
            raise ProblemRaised(Problem(ProblemKind.LOCKED_HERE))
        return self.unlocked(account_key, key)

    def unlocked(self, account_key: str, key: bytes) -> OpenedAccount:
        """The store of somebody who has proved to be its owner."""
        self._used.add(account_key)
        files = StoreFiles.in_folder(self._folders.account(account_key))
        return OpenedAccount(account_key, files, key, session_only=False)

    def open_or_create(self, account_key: str) -> OpenedAccount:
        """The account's store, made new where it is the first time.

        Files without their key are set aside, not removed, in case the key turns up again. Raises ``ProblemRaised``
        KEYRING_LOCKED (the files may well be readable once it is unlocked), LOCKED_HERE (the key needs its owner's
        code too), and DISK_FULL or DISK_REFUSED.
        """
        if account_key in self._session:
            return self._session[account_key]
        self._used.add(account_key)
        folder = self._folders.account(account_key)
        try:
            self._finish(account_key)
            key = self.entries.key(account_key)
            if key is None:
                with _told():
                    _set_aside(folder)
                    _make_private(folder)  # first, so that no key is left in the keyring for files that cannot be
                key = os.urandom(KEY_BYTES)
                try:
                    self.entries.keep_key(account_key, key)
                except ProblemRaised:
                    folder.rmdir()
                    raise
        except ProblemRaised as raised:
            if raised.problem.kind is not ProblemKind.NO_KEYRING:
                raise
            self.session_problem = raised.problem
            return self.open_for_session(account_key)
        if len(key) != KEY_BYTES:
            raise ProblemRaised(Problem(ProblemKind.LOCKED_HERE))
        with _told():
            _make_private(folder)
        return OpenedAccount(account_key, StoreFiles.in_folder(folder), key, session_only=False)

    def open_for_session(self, account_key: str) -> OpenedAccount:
        """A new and empty store that ends with this session, whatever lies here of the account. Raises
        ``ProblemRaised`` (DISK_FULL, DISK_REFUSED)."""
        with _told():
            folder = SessionFolder()
        self._session_folders[folder.path] = folder
        files = StoreFiles.in_folder(folder.path)
        opened = OpenedAccount(account_key, files, os.urandom(KEY_BYTES), session_only=True)
        self._session[account_key] = opened
        _LOG.warning("an account is kept for this session only")
        return opened

    def wipe(self, account_key: str, close: Callable[[], None], *, only_unused: bool = False) -> None:
        """The one road on which an account goes, at sign-out, when its access has ended and when it is too old: the key
        first, so that what a crash leaves behind is unreadable; then the files, and with them tokens, pictures,
        reminders, drafts, outbox and search index, which are in them and nowhere else.

        ``close`` ends the connections to the files; it is called between the two. A step that fails does not keep the
        next from being done; what failed (``OSError``, ``ProblemRaised`` with KEY_LEFT where it was the keyring) is
        raised at the end, and is done again by ``finish_wiping``, as is what a crash has left. ``only_unused``: whoever
        has been here in this run, or is just coming back, keeps it all.
        """
        if only_unused and account_key in self._used:
            return
        session = self._session.pop(account_key, None)
        folder = self._folders.account(account_key)
        if session is None:
            self._wipings.begin(account_key)
        with ExitStack() as steps:  # the last one named is done first
            steps.callback(remove_aside_folders, folder)
            if session is None:
                steps.callback(remove_folder, folder)
            else:
                steps.callback(self._session_folders.pop(session.files.cache.parent).remove)
            steps.callback(close)
            steps.callback(self._forget_if_current, account_key)
            steps.callback(forget_mark, self._folders, account_key)
            if session is None:
                steps.callback(self._forget_key, account_key)
        self._wipings.ended(account_key)

    def finish_wiping(self) -> None:
        """Before anything is opened: go on with each wiping that has broken off. One that cannot be finished now is
        tried again at the next start; what it is about is opened by nobody until then."""
        for account_key in self._wipings.unfinished():
            try:
                self.wipe(account_key, _nothing_is_open)
            except (ProblemRaised, OSError) as error:
                _LOG.warning("an account could not be wiped yet: %s", type(error).__name__)

    def holds_for_session(self, account_key: str) -> bool:
        """True when this account has a store that ends with the session."""
        return account_key in self._session

    def close_session(self) -> None:
        """Remove what lived for this session only; called when the program ends."""
        for folder in self._session_folders.values():
            folder.remove()
        self._session_folders.clear()
        self._session.clear()

    def _forget_key(self, account_key: str) -> None:
        try:
            self.entries.delete(account_key)
        except ProblemRaised as raised:
            if raised.problem.kind not in _KEYRING_REFUSED:
                raise
            detail = raised.problem.kind.value
            raise ProblemRaised(Problem(ProblemKind.KEY_LEFT, detail=detail)) from raised

    def _finish(self, account_key: str) -> None:
        """What is still here of somebody who was to be forgotten must not meet what comes now."""
        if self._wipings.has_begun(account_key):
            try:
                with _told():
                    self.wipe(account_key, _nothing_is_open)
            except ProblemRaised as raised:
                if raised.problem.kind is not ProblemKind.KEY_LEFT:
                    raise
                kind = ProblemKind(raised.problem.detail or ProblemKind.KEYRING_LOCKED)
                raise ProblemRaised(Problem(kind)) from raised

    def _forget_if_current(self, account_key: str) -> None:
        if self.last_used() == account_key:
            self.forget_current()


@contextmanager
def _told() -> Iterator[None]:
    """What the system does not do with a file is told in the words of the store."""
    try:
        yield
    except OSError as error:
        raise ProblemRaised(file_problem(error)) from error


def _make_private(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)


def _nothing_is_open() -> None:
    """The program has just begun."""


def _set_aside(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()):
        set_aside_folder(folder)
        _LOG.warning("an account's files have no key; they were set aside")
