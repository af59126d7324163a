"""Which municipality this installation serves: its tenant, its CMS, its public sources.

A municipality makes the program its own by writing one such JSON file; the demo municipality prints one.
"""

from workplace_app.domain.access import AccessRules
from workplace_app.domain.content_identity import ContentIdentity
from workplace_app.domain.frozen import frozen
from workplace_app.domain.governance import Governance
from workplace_app.domain.keeping import Keeping
from workplace_app.domain.permissions import PERMISSIONS

GRAPH_SCOPES = tuple(permission.scope for permission in PERMISSIONS if permission.asked)
"""Delegated Graph scopes that sync asks for where the configuration names no others."""

SAYING_SCOPES = frozenset({"ChannelMessage.Read.All", "Chat.Read", "Group-Conversation.Read.All"})
"""Those that serve nothing but reading what people say: not asked for where IT has turned that off."""
SAYING_FEEDS = frozenset({"channel_messages", "chats", "group_conversations"})
"""Those that read it."""

USUAL_CLIENTS = 6_000
"""What holds when nobody says: so many fit into Microsoft's limits without waiting longer for each other."""
MOST_CLIENTS = 1_000_000


@frozen
class CmsSource:
    """A Content Delivery API: ``address`` up to and including the version ("…/api/episerver/v3.0").

    ``scope`` is the delegated permission of the CMS's own API where it trusts Entra ID ("api://…/Content.Read"); ""
    means that it is asked anonymously and answers what everybody may read. ``identity`` is the issuer of its own that
    it trusts instead; then ``scope`` is "".
    """

    address: str
    news_root: str
    disruption_root: str
    language: str = "sv"
    scope: str = ""
    identity: ContentIdentity | None = None


@frozen
class Dialogue:
    """Where questions, ideas, corrections and acknowledgements of staff go (docs/for-municipalities.md, section 4).

    ``address`` is the root of the municipality's interface and ``scope`` its delegated permission
    ("api://…/Dialogue.ReadWrite"); "" for both where there is none. ``mail`` receives what staff write where there is
    no interface, from their own mail program.
    """

    address: str = ""
    scope: str = ""
    mail: str = ""


@frozen
class Municipality:
    """Everything that differs between two municipalities.

    Addresses are https and end without a slash. ``graph`` includes the version ("https://graph.microsoft.com/v1.0").
    ``instance_discovery`` is False for an identity provider that Microsoft's discovery does not know (the demo).
    ``ca_file`` is an extra certificate authority to trust beside the system's. ``clients`` is how many computers run
    the program: they share what Microsoft's services give to one application in one tenant. ``access`` and ``keeping``
    are IT's rules; without ``teams_reading`` nothing that is said in channels, chats and groups is asked for or kept.
    ``governance`` tells who has decided which of these.
    """

    name: str
    tenant_id: str = ""
    client_id: str = ""
    authority: str = "https://login.microsoftonline.com"
    instance_discovery: bool = True
    graph: str = "https://graph.microsoft.com/v1.0"
    scopes: tuple[str, ...] = GRAPH_SCOPES
    cms: CmsSource | None = None
    dialogue: Dialogue = Dialogue()
    public_news: tuple[str, ...] = ()
    public_disruptions: str | None = None
    service_catalogue: str | None = None
    ca_file: str | None = None
    clients: int = USUAL_CLIENTS
    access: AccessRules = AccessRules()
    keeping: Keeping = Keeping()
    teams_reading: bool = True
    governance: Governance = Governance()

    @property
    def can_sign_in(self) -> bool:
        """False means public-only mode: nobody has told the program which tenant it belongs to."""
        return bool(self.tenant_id and self.client_id)

    def asks(self, feed: str) -> bool:
        """False for what IT has turned off: that feed is never read here."""
        return self.teams_reading or feed not in SAYING_FEEDS
