"""Facts as the user sees them: the cache with the user's own wishes and marks laid over it."""

from datetime import date, datetime
from enum import StrEnum

from workplace_app.domain.article import Article, ArticleSource, Picture
from workplace_app.domain.event import Event
from workplace_app.domain.frozen import frozen
from workplace_app.domain.intent import IntentKind, IntentState
from workplace_app.domain.notification import Notification, NotificationState
from workplace_app.domain.task import Task, Urgency
from workplace_app.domain.workspace import Message, Workspace, WorkspaceKind


@frozen
class PendingWish:
    """A wish for a task that the source's own data does not show yet."""

    intent_id: str
    kind: IntentKind
    state: IntentState


@frozen
class TaskAsSeen:
    """A task whose ``completed`` and ``due`` are what the user has asked for, whether or not it has been delivered.

    ``wishes`` are all that its source does not show yet, the oldest first; ``pending_intent_id`` is the latest that
    ticks it off or takes the tick back. With ``pending_state`` NEEDS_YOU the source has refused one of them: ``task``
    then shows the source's truth in what that one was about.

    A task of the user's own is here from the moment it is filed. Until a service has made it its id is "new:" and the
    wish's id; what is wished for it meanwhile goes after the wish that makes it (``making``).
    """

    task: Task
    urgency: Urgency
    pending_intent_id: str | None = None
    pending_state: IntentState | None = None
    wishes: tuple[PendingWish, ...] = ()

    @property
    def pending(self) -> bool:
        """True while a wish for this task is on its way."""
        return bool(self.wishes) or self.pending_intent_id is not None

    @property
    def making(self) -> PendingWish | None:
        """The wish that makes this task, while no source shows it."""
        return next((wish for wish in self.wishes if wish.kind is IntentKind.CREATE_TASK), None)


@frozen
class EventAsSeen:
    """An event whose ``response`` is what the user has answered, whether or not it has been delivered; or time that
    they have taken and the calendar does not show yet. With ``pending_state`` NEEDS_YOU an answer was refused: the
    event then is as the calendar has it."""

    event: Event
    pending_intent_id: str | None = None
    pending_state: IntentState | None = None


@frozen
class MessageAsSeen:
    """A message of a channel or a chat, or the user's own words on their way to become one."""

    message: Message
    pending_intent_id: str | None = None
    pending_state: IntentState | None = None


@frozen
class TaskCounts:
    """How many open tasks there are in each group."""

    late: int = 0
    today: int = 0
    this_week: int = 0
    later: int = 0
    no_date: int = 0

    @property
    def open(self) -> int:
        """All open tasks."""
        return self.late + self.today + self.this_week + self.later + self.no_date

    def of(self, group: Urgency) -> int:
        """The number in one group."""
        return (self.late, self.today, self.this_week, self.later, self.no_date)[group]


@frozen
class NotificationAsSeen:
    """A notification with what the user has done with it and the workspace that it came from.

    ``state`` is as of the moment asked about: a LATER whose time has come is OPEN again, and keeps its ``until``.
    """

    notification: Notification
    state: NotificationState
    until: datetime | None = None
    muted: bool = False
    workspace_title: str | None = None
    workspace_kind: WorkspaceKind | None = None


@frozen
class NotificationGroup:
    """One workspace's notifications in one state; ``workspace_id`` None gathers those without a workspace."""

    workspace_id: str | None
    title: str | None
    kind: WorkspaceKind | None
    count: int
    newest: datetime


@frozen
class NotificationCounts:
    """How many notifications are in each state, the muted left out and counted apart (open ones only)."""

    open: int = 0
    later: int = 0
    handled: int = 0
    muted: int = 0


class NewsFilter(StrEnum):
    """The four lists of news."""

    FOR_ME = "for_me"
    ALL = "all"
    SAVED = "saved"
    TO_ACKNOWLEDGE = "to_acknowledge"


class ArticleReason(StrEnum):
    """Why an article is among those for me; the screen words it. The first that holds is given."""

    MANDATORY = "mandatory"  # it is to be acknowledged
    YOUR_UNIT = "your_unit"  # the unit wrote it
    FOR_YOUR_UNIT = "for_your_unit"  # the unit or one of the groups is its audience
    FOLLOWED_TOPIC = "followed_topic"
    YOUR_WORKSPACE = "your_workspace"
    FOR_EVERYBODY = "for_everybody"
    NOT_FOR_YOU = "not_for_you"  # it is in the list of all only


@frozen
class Recipient:
    """What is known of the user that decides which news is theirs."""

    unit: str = ""
    groups: tuple[str, ...] = ()
    """Ids and titles of groups, either of which an audience may name."""
    followed_topics: tuple[str, ...] = ()


@frozen
class ArticleSummary:
    """An article as a list shows it: without its text."""

    id: str
    source: ArticleSource
    title: str
    lead: str
    published: datetime
    publisher: str | None = None
    author: str | None = None
    picture: Picture | None = None
    topics: tuple[str, ...] = ()
    acknowledge_by: date | None = None
    deadline: date | None = None
    deadline_label: str = ""
    address: str | None = None
    unread: bool = False
    """Not opened, and published in the last week, though not long before the user first came: older news is not new."""
    saved: bool = False
    acknowledged_at: datetime | None = None
    reason: ArticleReason = ArticleReason.FOR_EVERYBODY
    reason_value: str | None = None
    """The unit, group or topic that the reason speaks of."""


@frozen
class ArticleAsSeen:
    """A whole article with the user's marks. ``withdrawn_at`` is set when the editor has withdrawn it: then
    ``article.body_html`` and ``article.lead`` are empty."""

    article: Article
    read_at: datetime | None = None
    saved_at: datetime | None = None
    acknowledged_at: datetime | None = None
    withdrawn_at: datetime | None = None


@frozen
class NewsCounts:
    """How many articles each list holds; ``unread`` counts those for me."""

    for_me: int = 0
    all: int = 0
    saved: int = 0
    to_acknowledge: int = 0
    unread: int = 0


@frozen
class WorkspaceAsSeen:
    """A workspace with the user's choices. ``unread`` counts its open notifications that are not muted."""

    workspace: Workspace
    favourite: bool = False
    muted: bool = False
    unread: int = 0


@frozen
class ThreadAsSeen:
    """A thread of a channel or a group conversation: how it began and what was said last.

    ``first`` is None when the beginning is not in the cache; ``latest`` is the newest message, which is ``first`` when
    nobody has replied.
    """

    thread_id: str
    first: Message | None
    latest: Message
    messages: int


@frozen
class ThemeOfServices:
    """One of the site's themes with the number of its services and journeys."""

    theme: str
    services: int
    journeys: int


@frozen
class Letter:
    """An initial letter of an A–Ö list and how many names it has; "#" gathers what begins with none."""

    letter: str
    count: int


@frozen
class OutboxCounts:
    """``waiting`` includes what is being sent or whose answer is unknown; ``sent_today`` what has been confirmed.
    ``put_off`` are those of the waiting that wait for a better moment, or behind one that needs the user, and
    ``sending`` those that are leaving at this moment."""

    waiting: int = 0
    needs_you: int = 0
    sent_today: int = 0
    put_off: int = 0
    sending: int = 0


@frozen
class Badges:
    """The numbers of the rail; zero shows nothing."""

    tasks: int = 0
    """Open tasks that are late or due today."""
    news: int = 0
    """Unread articles for me."""
    notifications: int = 0
    """Open notifications that are not muted."""
    reminders: int = 0
    """Reminders that have rung and are not done."""
    answers: int = 0
    """Answers to the user's own questions that the user has not seen."""


@frozen
class SinceLast:
    """What has come since a moment ("Sedan sist")."""

    since: datetime
    tasks: int = 0
    news: int = 0
    to_acknowledge: int = 0
    notifications: int = 0
