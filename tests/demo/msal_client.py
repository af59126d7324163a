"""Microsoft's own client library against the demo: the conversation that the program will have."""

import re
from typing import Any
from urllib.parse import urljoin

import httpx
import msal

from tests.demo.town_thread import Town

SCOPES = ["User.Read", "Tasks.ReadWrite", "Chat.Read"]
REDIRECT = "http://localhost:49999"
ELIN = "elin.ekhamn@nacka.example"

Tokens = dict[str, Any]


class HttpForMsal:
    """What MSAL asks of an HTTP client, on httpx."""

    def __init__(self, web: httpx.Client) -> None:
        self._web = web

    def get(self, url: str, params: Any = None, headers: Any = None, **_more: Any) -> httpx.Response:
        return self._web.get(url, params=params or None, headers=headers, follow_redirects=True)

    def post(self, url: str, params: Any = None, data: Any = None, headers: Any = None, **_more: Any) -> httpx.Response:
        return self._web.post(url, params=params or None, data=data, headers=headers)

    def close(self) -> None:
        """The client is the test's."""


def msal_application(town: Town, **more: Any) -> Any:
    """A public client; a fresh one each time, since MSAL remembers refusals for a minute."""
    settings: dict[str, Any] = {
        "authority": town.authority,
        "instance_discovery": False,
        "http_client": HttpForMsal(town.web),
        **more,
    }
    return msal.PublicClientApplication(town.configuration["client_id"], **settings)


def form_fields(page: str) -> dict[str, str]:
    """The unseen fields of a page."""
    return dict(re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', page))


def sign_in(town: Town, application: Any, user_name: str = ELIN, **more: Any) -> Tokens:
    """Sign in by simple form posts, as the docstring of the sign-in pages describes. No waiting, no receiver."""
    settings: dict[str, Any] = {"redirect_uri": REDIRECT, "response_mode": "form_post", **more}
    flow = application.initiate_auth_code_flow(settings.pop("scopes", SCOPES), **settings)
    page = town.web.get(flow["auth_uri"])
    if page.status_code != 200:
        return {"error": "page", "error_description": page.text}
    action = re.search(r'<form method="post" action="([^"]*)">', page.text)
    if action is None:  # nobody needs to be asked
        answer = form_fields(page.text)
    else:
        target = urljoin(flow["auth_uri"], action[1].replace("&amp;", "&"))
        answer = form_fields(town.web.post(target, data={"user_name": user_name}).text)
    tokens: Tokens = application.acquire_token_by_auth_code_flow(flow, answer)
    return tokens


def call_graph(town: Town, tokens: Tokens, path: str = "/me") -> httpx.Response:
    """GET from Graph with an access token."""
    return town.web.get(f"{town.graph}{path}", headers={"Authorization": f"Bearer {tokens['access_token']}"})


def renew(application: Any, **more: Any) -> Tokens:
    """A new access token by the refresh token, never from the cache."""
    (account,) = application.get_accounts()
    settings: dict[str, Any] = {"force_refresh": True, **more}
    tokens: Tokens = application.acquire_token_silent_with_error(SCOPES, account, **settings)
    return tokens
