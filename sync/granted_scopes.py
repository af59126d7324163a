"""Which delegated scopes a token was given, and whether the one that a request needs is among them."""

from collections.abc import Mapping

_EVERYBODY = ("Directory.Read.All", "Directory.ReadWrite.All")
_GROUPS = ("Group.Read.All", "Group.ReadWrite.All")
_WIDER: Mapping[str, tuple[str, ...]] = {
    "User.Read": ("User.ReadWrite", "User.ReadBasic.All", "User.Read.All", "User.ReadWrite.All", *_EVERYBODY),
    "User.ReadBasic.All": ("User.Read.All", "User.ReadWrite.All", *_EVERYBODY),
    "User.Read.All": ("User.ReadWrite.All", *_EVERYBODY),
    "GroupMember.Read.All": ("GroupMember.ReadWrite.All", *_GROUPS, *_EVERYBODY),
    "Calendars.Read": ("Calendars.ReadWrite",),
    "Mail.ReadBasic": ("Mail.Read", "Mail.ReadWrite"),
    "Team.ReadBasic.All": (
        "TeamSettings.Read.All",
        "TeamSettings.ReadWrite.All",
        "User.Read.All",
        "User.ReadWrite.All",
        *_EVERYBODY,
    ),
    "Channel.ReadBasic.All": ("ChannelSettings.Read.All", "ChannelSettings.ReadWrite.All", *_GROUPS, *_EVERYBODY),
    "ChannelMessage.Read.All": _GROUPS,
    "ChannelMessage.Send": ("Group.ReadWrite.All",),
    "Chat.Read": ("Chat.ReadWrite",),
    "ChatMessage.Send": ("Chat.ReadWrite",),
    "Sites.Read.All": ("Sites.ReadWrite.All",),
    "Files.Read.All": ("Files.ReadWrite.All", "Sites.Read.All", "Sites.ReadWrite.All"),
    "Group-Conversation.ReadWrite.All": ("Group.ReadWrite.All",),
    "Group-Conversation.Read.All": ("Group-Conversation.ReadWrite.All", *_GROUPS),
}
"""For each scope that sync needs, those that allow the same and more (Microsoft's permission reference, v1.0, 2026-08):
a municipality may have consented to a wider one."""


def scopes_in(text: str) -> frozenset[str]:
    """The scopes of a token answer's ``scope``, or of a token's ``scp``, without the resource before their names."""
    return frozenset(map(_name, text.split()))


def is_granted(scope: str, granted: frozenset[str]) -> bool:
    """True when ``granted`` (from ``scopes_in``) holds the scope or a wider one."""
    return any(_name(each) in granted for each in (scope, *_WIDER.get(scope, ())))


def _name(scope: str) -> str:
    return scope.rpartition("/")[2].casefold()
