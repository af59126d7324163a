"""Lets MSAL speak through our own client: the system's trust, the proxy, time-outs, and one origin only."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
import msgspec
import requests.exceptions

from sync.allowed_hosts import AddressGuard
from sync.answer import Answer
from sync.http_client import packed_more_than_once
from sync.identity.named_endpoints import check_endpoints
from sync.problem_translation import problem_from_answer, require_json, unreadable
from workplace_app.domain.problem import ProblemRaised

_MOST_REDIRECTS = 2
_NOT_THE_PROVIDERS = {407, 408, 429, 500, 501, 502, 503, 504, 507, 509, 511}
"""Answers without words of the provider's own: a network's, a proxy's, or those of a server that is busy or broken."""
_METADATA = "/.well-known/openid-configuration"
_MOST_BYTES = 4 * 1024 * 1024
"""Token answers and discovery documents have some kilobytes."""


class MsalHttp:
    """MSAL's ``http_client``: it calls ``get`` and ``post`` and reads ``status_code``, ``text`` and ``headers``.

    Used on worker threads; httpx clients may be shared between threads. ``clock_offset`` is how far the server's clock
    is ahead of ours by the Date header of its last answer, ``told`` that moment itself until somebody takes it away,
    ``issuer`` the name that the provider's metadata give it.
    """

    def __init__(self, client: httpx.Client, guard: AddressGuard, now: Callable[[], datetime]) -> None:
        self._client = client
        self._guard = guard
        self._now = now
        self.clock_offset = timedelta()
        self.told: datetime | None = None
        self.issuer = ""

    def get(
        self,
        url: str,
        *,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str | None] | None = None,
        **_: Any,
    ) -> httpx.Response:
        """GET, following a redirect or two on the same origin: discovery documents may move."""
        response = self._send("GET", url, params, headers, None)
        for _redirect in range(_MOST_REDIRECTS):
            if not response.has_redirect_location:
                break
            target = str(response.url.join(response.headers["location"]))
            if not self._guard.allows(target):
                break  # discovery does not move to another origin; hotel networks send everybody to theirs
            response = self._send("GET", target, None, headers, None)
        return self._checked(response)

    def post(
        self,
        url: str,
        *,
        params: Mapping[str, str] | None = None,
        data: Mapping[str, str] | str | bytes | None = None,
        headers: Mapping[str, str | None] | None = None,
        **_: Any,
    ) -> httpx.Response:
        """POST; what goes to the token endpoint is never sent on."""
        return self._checked(self._send("POST", url, params, headers, data))

    def close(self) -> None:
        """End the connections."""
        self._client.close()

    def _send(
        self,
        method: str,
        url: str,
        params: Mapping[str, str] | None,
        headers: Mapping[str, str | None] | None,
        data: Mapping[str, str] | str | bytes | None,
    ) -> httpx.Response:
        address = httpx.URL(url, params=dict(params)) if params else httpx.URL(url)  # empty params would erase a query
        self._guard.check(str(address), "identity")
        sent = {name: value for name, value in (headers or {}).items() if value is not None}
        body: dict[str, Any] = {"content": data} if isinstance(data, (str, bytes)) else {"data": data}
        try:
            response = self._answer(method, address, sent, body)
        except httpx.TimeoutException as error:
            raise requests.exceptions.Timeout from error  # MSAL's silent path knows requests' errors only
        except httpx.HTTPError as error:
            raise requests.exceptions.ConnectionError from error
        self._note_time(response.headers.get("date"))
        return response

    def _checked(self, response: httpx.Response) -> httpx.Response:
        """An answer of the provider's own. MSAL takes whatever else comes for a wrong configuration or for a token that
        no longer holds, and the user would be asked to sign in again for a sign-in page of a hotel's network."""
        status = response.status_code
        answer = Answer(str(response.url), status, response.content, response.headers)
        if status in _NOT_THE_PROVIDERS or 300 <= status < 400:
            raise ProblemRaised(problem_from_answer(answer, "identity", self._now()))
        if status < 300:
            require_json(answer, "identity")
            try:
                said = msgspec.json.decode(answer.content, type=dict[str, Any])
            except (msgspec.MsgspecError, RecursionError) as error:
                raise ProblemRaised(unreadable(error, "identity")) from error
            check_endpoints(said, self._guard, response.url.host)
            if response.url.path.endswith(_METADATA):
                self.issuer = str(said.get("issuer", ""))
        return response

    def _answer(self, method: str, address: httpx.URL, headers: Mapping[str, str], body: Any) -> httpx.Response:
        """The whole answer, its body unpacked and no larger than the cap."""
        with self._client.stream(method, address, headers=headers, **body) as response:
            if packed_more_than_once(response.headers):
                raise httpx.DecodingError("packed more than once")
            content = bytearray()
            for part in response.iter_bytes():
                content += part
                if len(content) > _MOST_BYTES:
                    raise httpx.DecodingError("larger than the cap")
        plain = [(name, value) for name, value in response.headers.raw if name.lower() != b"content-encoding"]
        return httpx.Response(response.status_code, headers=plain, content=bytes(content), request=response.request)

    def _note_time(self, date: str | None) -> None:
        try:
            moment = parsedate_to_datetime(date or "")
        except ValueError:
            return
        self.told = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        self.clock_offset = self.told - self._now()
