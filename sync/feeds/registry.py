"""Every feed once: its name, its budget, how old its facts may become, the permissions it needs and what it changes.

The intervals are Microsoft's limits spread over 6,000 clients (``tests/sync/feeds/test_a_day_of_requests.py`` counts a
day): own mailbox every five minutes, Planner every ten, SharePoint within 600 resource units a day, what seldom changes
once a day, Teams' messages only when somebody looks.
"""

from datetime import timedelta

from sync.feed import Feed
from sync.feeds.calendar import calendar
from sync.feeds.channel_messages import channel_messages
from sync.feeds.chats import chats
from sync.feeds.disruptions import disruptions
from sync.feeds.group_conversations import group_conversations
from sync.feeds.groups import groups
from sync.feeds.intranet_news import intranet_news
from sync.feeds.mail import mail
from sync.feeds.people import people
from sync.feeds.pictures import pictures
from sync.feeds.planner import planner
from sync.feeds.profile import profile
from sync.feeds.public_news import public_news
from sync.feeds.remarks import remarks
from sync.feeds.services import services
from sync.feeds.site_files import site_files
from sync.feeds.site_news import site_news
from sync.feeds.sites import sites
from sync.feeds.teams import teams
from sync.feeds.todo import todo
from workplace_app.domain.changes import ChangeKind

_OFTEN = timedelta(minutes=5)
_TEN_MINUTES = timedelta(minutes=10)
_QUARTER = timedelta(minutes=15)
_HALF_HOUR = timedelta(minutes=30)
_THREE_HOURS = timedelta(hours=3)
_DAILY = timedelta(hours=24)


def _kinds(*kinds: ChangeKind) -> frozenset[ChangeKind]:
    return frozenset(kinds)


FEEDS: tuple[Feed, ...] = (
    Feed(
        "profile",
        profile,
        "directory",
        _DAILY,
        _kinds(ChangeKind.PROFILE),
        ("User.Read", "User.Read.All", "GroupMember.Read.All"),
    ),
    Feed(
        "planner",
        planner,
        "planner",
        _TEN_MINUTES,
        _kinds(ChangeKind.TASKS, ChangeKind.NOTIFICATIONS),
        ("Tasks.ReadWrite", "User.ReadBasic.All"),
    ),
    Feed("todo", todo, "outlook", _OFTEN, _kinds(ChangeKind.TASKS), ("Tasks.ReadWrite",)),
    Feed(
        "calendar",
        calendar,
        "outlook",
        _OFTEN,
        _kinds(ChangeKind.EVENTS, ChangeKind.NOTIFICATIONS),
        ("Calendars.ReadWrite",),
    ),
    Feed("mail", mail, "outlook", _OFTEN, _kinds(ChangeKind.MAIL, ChangeKind.TASKS), ("Mail.ReadBasic",)),
    Feed(
        "services",
        services,
        "public",
        _DAILY,
        _kinds(ChangeKind.SERVICES, ChangeKind.JOURNEYS, ChangeKind.TOOLS),
        needs_sign_in=False,
    ),
    Feed(
        "disruptions",
        disruptions,
        "public",
        _TEN_MINUTES,
        _kinds(ChangeKind.DISRUPTIONS),
        needs_sign_in=False,
        metered_stretch=1,
    ),
    Feed("intranet_news", intranet_news, "cms", _QUARTER, _kinds(ChangeKind.NEWS)),
    Feed("remarks", remarks, "dialogue", _QUARTER, _kinds(ChangeKind.REMARKS)),
    Feed("public_news", public_news, "public", _QUARTER, _kinds(ChangeKind.NEWS), needs_sign_in=False),
    Feed(
        "teams", teams, "teams", _DAILY, _kinds(ChangeKind.WORKSPACES), ("Team.ReadBasic.All", "Channel.ReadBasic.All")
    ),
    Feed("groups", groups, "directory", _DAILY, _kinds(ChangeKind.WORKSPACES), ("GroupMember.Read.All",)),
    Feed("sites", sites, "sharepoint", _DAILY, _kinds(ChangeKind.WORKSPACES), ("Sites.Read.All",)),
    Feed(
        "site_files",
        site_files,
        "sharepoint",
        _HALF_HOUR,
        _kinds(ChangeKind.FILES, ChangeKind.NOTIFICATIONS),
        ("Sites.Read.All",),
        after=("sites",),
    ),
    Feed(
        "site_news",
        site_news,
        "sharepoint",
        _THREE_HOURS,
        _kinds(ChangeKind.NEWS, ChangeKind.NOTIFICATIONS),
        ("Sites.Read.All",),
        after=("sites",),
    ),
    Feed("people", people, "directory", _DAILY, _kinds(ChangeKind.PEOPLE), ("User.ReadBasic.All", "User.Read.All")),
    Feed(
        "pictures",
        pictures,
        "public",
        _TEN_MINUTES,
        _kinds(ChangeKind.PICTURES),
        needs_sign_in=False,
        after=("intranet_news", "public_news", "site_news"),
        metered_stretch=None,
    ),
    Feed(
        "channel_messages",
        channel_messages,
        "teams",
        _DAILY,
        _kinds(ChangeKind.MESSAGES, ChangeKind.NOTIFICATIONS),
        ("ChannelMessage.Read.All",),
        on_demand=True,
    ),
    Feed(
        "chats",
        chats,
        "teams",
        _DAILY,
        _kinds(ChangeKind.WORKSPACES, ChangeKind.MESSAGES, ChangeKind.NOTIFICATIONS),
        ("Chat.Read",),
        on_demand=True,
    ),
    Feed(
        "group_conversations",
        group_conversations,
        "outlook",
        _DAILY,
        _kinds(ChangeKind.MESSAGES, ChangeKind.NOTIFICATIONS),
        ("Group-Conversation.Read.All",),
        on_demand=True,
    ),
)
"""In the order in which a first sync serves the day's work: who one is, what waits, what is on, then the rest."""
