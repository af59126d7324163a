"""Which scope belongs to which resource, and what consent lets through."""

from dataclasses import dataclass

GRAPH_AUDIENCE = "https://graph.microsoft.com"
CMS_AUDIENCE = "api://cms.nacka.example"
OPENID_SCOPES = frozenset({"openid", "profile", "email", "offline_access"})
EVERYTHING_CONSENTED = ".default"
CONSENTED_SCOPES = (
    "User.Read",
    "User.Read.All",
    "User.ReadBasic.All",
    "GroupMember.Read.All",
    "Tasks.ReadWrite",
    "Calendars.ReadWrite",
    "Mail.ReadBasic",
    "Team.ReadBasic.All",
    "Channel.ReadBasic.All",
    "ChannelMessage.Read.All",
    "ChannelMessage.Send",
    "Chat.Read",
    "ChatMessage.Send",
    "Sites.Read.All",
    "Files.Read.All",
    "Group-Conversation.Read.All",
    "Group-Conversation.ReadWrite.All",
)
"""What ``.default`` stands for: the list that the demo's IT has consented to for the whole tenant."""


class SeveralResourcesError(ValueError):
    """One token was asked for two resources (AADSTS28000)."""


@dataclass(frozen=True, slots=True)
class RequestedScopes:
    """A scope parameter, taken apart. ``names`` are the resource's scopes without its prefix, in the order asked."""

    audience: str
    names: tuple[str, ...]
    openid: frozenset[str]

    @property
    def text(self) -> str:
        """The parameter again, so that it can travel in a refresh token."""
        prefix = f"{CMS_AUDIENCE}/" if self.audience == CMS_AUDIENCE else ""
        return " ".join([*(prefix + name for name in self.names), *sorted(self.openid)])


def read_scopes(parameter: str) -> RequestedScopes:
    """Take a scope parameter apart. Raises ``SeveralResourcesError``."""
    openid = frozenset(scope for scope in parameter.split() if scope in OPENID_SCOPES)
    audiences: dict[str, None] = {}
    names: dict[str, None] = {}
    for scope in parameter.split():
        if scope in OPENID_SCOPES:
            continue
        audience, slash, name = scope.rpartition("/")
        audiences[audience if slash else GRAPH_AUDIENCE] = None
        names[name] = None
    if len(audiences) > 1:
        raise SeveralResourcesError(parameter)
    return RequestedScopes(next(iter(audiences), GRAPH_AUDIENCE), tuple(names) or ("User.Read",), openid)


def granted(requested: RequestedScopes, without_consent: frozenset[str]) -> tuple[str, ...]:
    """The scopes that the token gets: those asked for, ``.default`` spelt out, less those without consent."""
    names: dict[str, None] = {}
    for name in requested.names:
        names.update(dict.fromkeys(CONSENTED_SCOPES if name == EVERYTHING_CONSENTED else (name,)))
    return tuple(name for name in names if name.casefold() not in without_consent)
