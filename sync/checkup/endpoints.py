"""Which addresses a municipality's computer has to reach, and what an honest answer of each looks like."""

from enum import Enum
from urllib.parse import urlsplit

from sync.query import segment
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.frozen import frozen


class Honest(Enum):
    """What is expected of somebody who is asked without a token."""

    METADATA = "metadata"  # an OpenID Connect discovery document, which names its issuer
    INTERFACE = "interface"  # JSON, or a refusal: 401, 403
    DOCUMENT = "document"  # anything but a web page


@frozen
class Endpoint:
    """One address. ``service`` is its name in problems ("identity", "graph", "cms" …); ``issuer`` is whom metadata
    have to name, "" where any will do."""

    service: str
    address: str
    honest: Honest
    issuer: str = ""

    @property
    def origin(self) -> str:
        """Host, and port where it is not https's own: what a report names, without path and query."""
        parts = urlsplit(self.address)
        return (parts.hostname or "") + (f":{parts.port}" if parts.port else "")

    @property
    def subject(self) -> str:
        """What a report calls it: of public documents, several of one origin, also the path."""
        return self.origin + (urlsplit(self.address).path if self.honest is Honest.DOCUMENT else "")


def endpoints_of(municipality: Municipality) -> tuple[Endpoint, ...]:
    """Every address of the configuration, each origin's first path that says something."""
    found: list[Endpoint] = []
    if municipality.can_sign_in:
        root = f"{municipality.authority}/{municipality.tenant_id}/v2.0"
        found.append(
            Endpoint("identity", f"{root}/.well-known/openid-configuration", Honest.METADATA, _issuer_of(municipality))
        )
        found.append(Endpoint("graph", f"{municipality.graph}/me", Honest.INTERFACE))
    cms = municipality.cms
    if cms is not None:
        found.append(Endpoint("cms", f"{cms.address}/content/{segment(cms.news_root)}", Honest.INTERFACE))
        if cms.identity is not None:
            issuer = cms.identity.issuer
            metadata = f"{issuer.rstrip('/')}/.well-known/openid-configuration"
            found.append(Endpoint("content_identity", metadata, Honest.METADATA, issuer))
    if municipality.dialogue.address:
        found.append(Endpoint("dialogue", f"{municipality.dialogue.address}/remarks", Honest.INTERFACE))
    documents = (*municipality.public_news, municipality.public_disruptions, municipality.service_catalogue)
    found += [Endpoint("public", address, Honest.DOCUMENT) for address in documents if address]
    return tuple(found)


def _issuer_of(municipality: Municipality) -> str:
    """Entra ID's issuer is the authority with the tenant's GUID. A tenant that is named by its domain has it too, so
    its metadata name another than the configuration does: then any will do."""
    if len(municipality.tenant_id) != _GUID_LENGTH:
        return ""
    return f"{municipality.authority}/{municipality.tenant_id}/v2.0"


_GUID_LENGTH = 36
