"""Makes MSAL's application for one municipality and asks it on worker threads, in our own words when it goes wrong."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any

import httpx
import requests.exceptions
from msal import PublicClientApplication, SerializableTokenCache
from msal.exceptions import MsalError

from sync.allowed_hosts import AddressGuard, AllowedOrigin
from sync.clock import Clock
from sync.identity.entra_problems import CLOCK_TOLERANCE, SERVICE, problem_from_msal
from sync.identity.msal_http import MsalHttp
from sync.identity.os_broker import OsBroker, why_not_usable
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

_MICROSOFT = "https://login.microsoftonline.com"
_GRAPH = "https://graph.microsoft.com"
_GRAPHS_OF_OTHER_CLOUDS = (
    "https://graph.microsoft.us",
    "https://dod-graph.microsoft.us",
    "https://microsoftgraph.chinacloudapi.cn",
)
"""Where Graph is called by the name under which its cloud's Entra knows it (learn.microsoft.com, "National cloud
deployments", read 2026-11). What stands before Graph elsewhere (a gateway, the demo) is known to no Entra."""
_FROM_MSAL = (requests.exceptions.RequestException, MsalError, ValueError, RuntimeError, KeyError, ProblemRaised)
_LOG = logging.getLogger(__name__)
# Its error log holds whole token answers that are not JSON.
logging.getLogger("msal").setLevel(logging.CRITICAL)


@frozen
class SignInQuestion:
    """What whoever signs in is asked: for which scopes, with which claims, and who it probably is."""

    scopes: tuple[str, ...]
    claims: str | None
    user_name: str | None
    prompt: str | None


class EntraApplications:
    """``broker`` is the operating system's own sign-in where IT wants it; an application that cannot be made with it is
    made without. Belongs to the event loop's thread, but for ``build``."""

    def __init__(
        self, municipality: Municipality, client: httpx.Client, clock: Clock, broker: OsBroker | None = None
    ) -> None:
        self._municipality = municipality
        self._clock = clock
        self.broker = broker
        origins = [AllowedOrigin.of(municipality.authority, whole_origin=True)]
        if municipality.instance_discovery:
            origins.append(AllowedOrigin.of(_MICROSOFT, whole_origin=True))
        self.http = MsalHttp(client, AddressGuard(*origins), clock.now)

    @property
    def provider_now(self) -> datetime:
        """The time by the provider's clock."""
        return self._clock.now() + self.http.clock_offset

    async def start(self, cache: SerializableTokenCache) -> PublicClientApplication:
        """An application to sign in with: ask the provider for its addresses, and compare clocks before anybody is sent
        anywhere."""
        application: PublicClientApplication = await self.ask(self.build, cache)
        if abs(self.http.clock_offset) > CLOCK_TOLERANCE:
            minutes = round(self.http.clock_offset.total_seconds() / 60)
            raise ProblemRaised(Problem(ProblemKind.CLOCK_WRONG, service=SERVICE, detail=f"{minutes:+d} min"))
        return application

    async def application(self, cache: SerializableTokenCache) -> PublicClientApplication:
        """An application for renewing in silence."""
        made: PublicClientApplication = await self.ask(self.build, cache)
        return made

    def build(self, cache: SerializableTokenCache) -> PublicClientApplication:
        """The application; asks the provider for its metadata. On a worker thread, through ``ask``."""
        if self.broker is not None:
            reason = why_not_usable()
            if reason is not None:
                _LOG.warning("the system's own sign-in cannot be used (%s): the browser is", reason)
                self.broker = None
        return self._build(cache, self.broker.keywords if self.broker is not None else {})

    async def ask(self, question: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """Call MSAL on a worker thread, since it blocks, and put what goes wrong into our own words."""
        try:
            return await asyncio.to_thread(question, *arguments, **named)
        except _FROM_MSAL as error:
            raise ProblemRaised(problem_from_msal(error)) from error

    def _build(self, cache: SerializableTokenCache, broker: dict[str, bool]) -> PublicClientApplication:
        municipality = self._municipality
        return PublicClientApplication(
            municipality.client_id,
            authority=f"{municipality.authority}/{municipality.tenant_id}",
            # MSAL: None asks Microsoft only for hosts that it does not know; False never asks.
            instance_discovery=None if municipality.instance_discovery else False,
            client_capabilities=["cp1"],  # we understand claims challenges, so tokens live long and end at once
            http_client=self.http,
            token_cache=cache,
            **broker,
        )


def scopes_to_ask_for(scopes: tuple[str, ...], graph: str) -> list[str]:
    """How scopes are asked for: one by its name, several as all that there is consent to. Those that name no resource
    are Graph's, whose address is ``graph``.

    Entra refuses a whole question when one scope of it lacks consent (AADSTS65001; for a person, a page that wants an
    administrator, AADSTS90094), and one feed's missing scope would keep everybody out. ``.default`` gives a token with
    the scopes that have consent, and asks nobody where there is consent to any (learn.microsoft.com, "Scopes and
    permissions", the .default scope, example 1, 2026-11). What the token was given is in its answer.
    """
    if len(scopes) < 2:
        return list(scopes)
    resource = scopes[0].rpartition("/")[0]
    if not resource:
        resource = next((each for each in _GRAPHS_OF_OTHER_CLOUDS if graph.casefold().startswith(f"{each}/")), _GRAPH)
    return [f"{resource}/.default"]
