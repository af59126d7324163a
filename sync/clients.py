"""Builds the clients that one feed gets: guarded for its origins, counted for it alone, paced with everybody else's."""

from collections.abc import Iterable

import httpx

from sync.allowed_hosts import AddressGuard, AllowedOrigin
from sync.answer import Usage
from sync.authorized_exchange import Credentials
from sync.clock import Clock
from sync.cms_client import CmsClient
from sync.dialogue_client import SERVICE as DIALOGUE
from sync.dialogue_client import DialogueClient
from sync.exchange import MAXIMUM_ANSWER_BYTES, Exchange
from sync.feed import Feed, FeedContext, KnownFacts
from sync.graph_client import GraphClient
from sync.public_client import PublicClient
from sync.service_gates import ServiceGates
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.frozen import frozen


@frozen
class Clients:
    """What all clients of one account share. ``cms_credentials`` is None where the CMS is asked anonymously,
    ``dialogue_credentials`` where there is no dialogue or nobody is signed in. No answer may be larger than
    ``maximum_bytes``."""

    municipality: Municipality
    http: httpx.AsyncClient
    gates: ServiceGates
    credentials: Credentials
    clock: Clock
    cms_credentials: Credentials | None = None
    dialogue_credentials: Credentials | None = None
    maximum_bytes: int = MAXIMUM_ANSWER_BYTES

    def context(
        self, feed: Feed, usage: Usage, known: KnownFacts, me: str, target: str | None, *, asked: bool = False
    ) -> FeedContext:
        """Everything that one feed may touch in one round."""
        municipality = self.municipality
        cms = cms_files = None
        if municipality.cms is not None:
            guard = AddressGuard(AllowedOrigin.of(municipality.cms.address))
            exchange = self._exchange(guard, feed.service, usage)
            cms = CmsClient(exchange, municipality.cms.address, municipality.cms.language, self.cms_credentials)
            if self.cms_credentials is not None:
                origin = AddressGuard(AllowedOrigin.of(municipality.cms.address, whole_origin=True))
                cms_files = PublicClient(self._exchange(origin, feed.service, usage), self.cms_credentials)
        public = AddressGuard(*_public_origins(municipality))
        return FeedContext(
            graph=self.graph(feed.service, usage, feed.scopes[0] if feed.scopes else None),
            cms=cms,
            web=PublicClient(self._exchange(public, feed.service, usage)),
            municipality=municipality,
            now=self.clock.now,
            known=known,
            me=me,
            target=target,
            dialogue=self.dialogue(usage),
            asked=asked,
            cms_files=cms_files,
        )

    def graph(self, service: str, usage: Usage, scope: str | None) -> GraphClient:
        """Graph through one service's gate; only addresses below its version root ever carry the token."""
        root = self.municipality.graph
        exchange = self._exchange(AddressGuard(AllowedOrigin.of(root)), service, usage)
        return GraphClient(exchange, root, self.credentials, scope)

    def dialogue(self, usage: Usage) -> DialogueClient | None:
        """The municipality's dialogue, with a token for its own scope to its own address; None where there is none."""
        configured = self.municipality.dialogue
        if not configured.address or self.dialogue_credentials is None:
            return None
        exchange = self._exchange(AddressGuard(AllowedOrigin.of(configured.address)), DIALOGUE, usage)
        return DialogueClient(exchange, configured.address, configured.scope, self.dialogue_credentials)

    def _exchange(self, guard: AddressGuard, service: str, usage: Usage) -> Exchange:
        return Exchange(self.http, guard, service, self.gates, usage, self.clock, self.maximum_bytes)


def _public_origins(municipality: Municipality) -> Iterable[AllowedOrigin]:
    addresses = [*municipality.public_news, municipality.public_disruptions, municipality.service_catalogue]
    if municipality.cms is not None:
        addresses.append(municipality.cms.address)  # the pictures of its articles
    return {AllowedOrigin.of(address, whole_origin=True) for address in addresses if address}
