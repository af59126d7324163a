"""The shape of a feed: a function that, given bookmarks, yields pages of facts; the engine does all the rest."""

from collections.abc import AsyncIterator, Callable, Mapping
from datetime import datetime, timedelta
from typing import Protocol

from sync.cms_client import CmsClient
from sync.dialogue_client import DialogueClient
from sync.graph_client import GraphClient
from sync.public_client import PublicClient
from workplace_app.domain.article import Picture
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.frozen import frozen
from workplace_app.domain.page import Page
from workplace_app.domain.workspace import Workspace, WorkspaceKind


class KnownFacts(Protocol):
    """The little that a feed may ask of what other feeds have already stored. Rows, committed, of this account."""

    def workspaces(self, kind: WorkspaceKind) -> tuple[Workspace, ...]:
        """The workspaces of one kind."""

    def missing_pictures(self, limit: int) -> tuple[Picture, ...]:
        """Pictures that articles name and that nobody has fetched yet, the newest article's first."""

    def my_name(self) -> str:
        """The signed-in person's display name, "" as long as the directory has not told it."""

    def waits_for_answers(self) -> bool:
        """True while one of the user's own remarks is neither answered nor closed."""

    def picture_refused(self, key: str) -> None:
        """Its server does not give it, or what it gave is no picture: not asked for again before tomorrow."""


@frozen
class FeedContext:
    """Everything a feed may touch. The clients count for this feed and pass its service's gate.

    ``me`` is the signed-in person's object id, "" when nobody is signed in. ``target`` is the id of the place that the
    user opened ("channel:…", "chat:…", "group:…"), for feeds that are on demand; None otherwise. ``asked`` says that
    somebody wants to know now, or that something has just been delivered there. ``now`` is UTC.
    ``cms`` and ``dialogue`` are None where the municipality has none. ``cms_files`` reads the CMS's own origin, and no
    other, with its token; None where the CMS is asked as anybody may ask.
    """

    graph: GraphClient
    cms: CmsClient | None
    web: PublicClient
    municipality: Municipality
    now: Callable[[], datetime]
    known: KnownFacts
    me: str = ""
    target: str | None = None
    dialogue: DialogueClient | None = None
    asked: bool = False
    cms_files: PublicClient | None = None


FeedFunction = Callable[[FeedContext, Mapping[str, str]], AsyncIterator[Page]]
"""Bookmarks by scope in, pages out. A scope without a bookmark is read as a whole listing. An asynchronous generator
function fits. It may raise ``ProblemRaised``, ``BookmarkExpired`` and nothing else on purpose."""


@frozen
class Feed:
    """One remote collection.

    ``service`` names the budget it draws on (a key of ``service_gates.SERVICE_BUDGETS``). ``interval`` is how old its
    facts may become before a round reads it again. ``scopes`` are the delegated Graph permissions it needs: a 403 is
    told as consent missing for the first of them. ``on_demand`` feeds are read only when somebody opens or refreshes a
    view. ``after`` names feeds of the same round that are to end first (well or badly), since this one builds on their
    facts. ``changes`` are the kinds that its facts can change. ``metered_stretch`` is how many times longer it waits on
    a network that is paid by what comes over it; None means that it rests there until somebody asks.
    """

    name: str
    function: FeedFunction
    service: str
    interval: timedelta
    changes: frozenset[ChangeKind]
    scopes: tuple[str, ...] = ()
    needs_sign_in: bool = True
    on_demand: bool = False
    after: tuple[str, ...] = ()
    metered_stretch: int | None = 3
