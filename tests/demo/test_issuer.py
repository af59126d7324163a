"""The demo's second issuer is as strict as the one that it stands for."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
import pytest

from sync.identity.openid_client import SignInAttempt
from tests.demo.town_thread import Town
from tests.peers.issuers import ELIN, cms_takes, demo_town
from workplace_app.demo.robot_browser import RobotBrowser


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    with demo_town(tmp_path / "town") as running:
        yield running


class Client:
    """A public client that asks by hand, so that it can ask wrongly."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.identity = town.configuration["issuer"]
        self.attempt = SignInAttempt.new()
        self.redirect = f"http://127.0.0.1:{self.identity['redirect_ports'][0]}/callback"

    def authorize(self, **changed: str | None) -> httpx.Response:
        asked: dict[str, str | None] = {
            "response_type": "code",
            "client_id": self.identity["client_id"],
            "redirect_uri": self.redirect,
            "scope": "openid offline_access",
            "state": "s",
            "nonce": "n",
            "code_challenge": self.attempt.challenge,
            "code_challenge_method": "S256",
            "audience": self.identity["audience"],
            **changed,
        }
        query = urlencode({name: value for name, value in asked.items() if value is not None})
        return self.town.web.get(f"{self.town.configuration['pages']}/issuer/authorize?{query}")

    def answer(self, **changed: str | None) -> dict[str, str]:
        """What comes to the callback address, somebody having been chosen on the issuer's own page."""
        page = self.authorize(**changed)
        if page.status_code == 200:
            action = unescape(re.findall(r'<form method="post" action="([^"]*)">', page.text)[0])
            page = self.town.web.post(f"{self.town.configuration['pages']}{action}", data={"user_name": ELIN})
            assert page.status_code == 302, page.text
        address = urlsplit(page.headers["location"])
        assert f"{address.scheme}://{address.netloc}{address.path}" == self.redirect
        return {name: values[0] for name, values in parse_qs(address.query).items()}

    def token(self, **form: str) -> httpx.Response:
        sent = {"client_id": self.identity["client_id"], **form}
        return self.town.web.post(f"{self.identity['issuer']}oauth/token", data=sent)

    def redeem(self, code: str, **changed: str) -> httpx.Response:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self.redirect,
            "code_verifier": self.attempt.verifier,
            **changed,
        }
        return self.token(**form)


def test_without_an_audience_the_token_is_opaque_and_good_for_nothing_but_a_name(town: Town) -> None:
    client = Client(town)
    with_audience = client.redeem(client.answer()["code"]).json()["access_token"]
    without = client.redeem(client.answer(audience=None)["code"]).json()["access_token"]
    assert with_audience.count(".") == 2
    assert "." not in without
    assert cms_takes(town, with_audience)
    assert not cms_takes(town, without)
    userinfo = f"{client.identity['issuer']}userinfo"
    answers = {
        token: town.web.get(userinfo, headers={"Authorization": f"Bearer {token}"}).status_code
        for token in (with_audience, without)
    }
    assert answers == {with_audience: 401, without: 200}


@pytest.mark.parametrize(
    "redirect", ["http://127.0.0.1:9/callback", "http://localhost:8765/callback", "http://127.0.0.1:8765/", ""]
)
def test_a_callback_that_is_not_registered_letter_by_letter_gets_no_answer(town: Town, redirect: str) -> None:
    answer = Client(town).authorize(redirect_uri=redirect)
    assert answer.status_code == 400
    assert "location" not in answer.headers


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"code_challenge": None}, "invalid_request"),
        ({"code_challenge_method": "plain"}, "invalid_request"),
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"audience": "https://another.example/api"}, "invalid_target"),
        ({"connection": "another"}, "invalid_request"),
        ({"organization": "org_another"}, "invalid_request"),
        ({"prompt": "none"}, "login_required"),
    ],
)
def test_what_is_asked_wrongly_is_answered_with_an_error(town: Town, changed: dict[str, str], error: str) -> None:
    assert Client(town).answer(**changed) == {"error": error, "state": "s"}


def test_the_connection_sends_the_browser_to_entra_id_and_asks_there_only_once(town: Town) -> None:
    client = Client(town)
    first = client.authorize(connection="nacka-entra")
    assert urlsplit(first.headers["location"]).path.endswith("/oauth2/v2.0/authorize")
    assert parse_qs(urlsplit(first.headers["location"]).query)["prompt"] == ["none"]
    robot = RobotBrowser(ELIN)
    for _ in range(2):
        robot.open(str(client.authorize(connection="nacka-entra").request.url))
        robot.wait()
    assert robot.asked == 1


def test_a_code_works_once_with_its_own_verifier_and_address(town: Town) -> None:
    client = Client(town)
    for changed in ({"code_verifier": "x" * 43}, {"redirect_uri": f"{client.redirect}/"}, {"code": "nothing"}):
        refused = client.redeem(**{"code": client.answer()["code"], **changed})
        assert (refused.status_code, refused.json()["error"]) == (403, "invalid_grant")
    code = client.answer()["code"]
    assert client.redeem(code).status_code == 200
    assert client.redeem(code).status_code == 403


def test_a_family_outlives_a_restart_and_ends_with_the_second_use_of_a_token(tmp_path: Path) -> None:
    with demo_town(tmp_path / "town") as town:
        client = Client(town)
        first = client.redeem(client.answer()["code"]).json()["refresh_token"]
    with demo_town(tmp_path / "town") as town:
        client = Client(town)
        second = client.token(grant_type="refresh_token", refresh_token=first).json()["refresh_token"]
        assert second != first
        assert client.token(grant_type="refresh_token", refresh_token=first).status_code == 403
        assert client.token(grant_type="refresh_token", refresh_token=second).status_code == 403
        assert town.look("issuer")["reuses"] == 1


def test_the_organization_that_was_asked_for_stands_in_the_token(town: Town) -> None:
    client = Client(town)
    tokens = client.redeem(client.answer(organization="org_nackademo")["code"]).json()
    assert cms_takes(town, tokens["access_token"])


def test_where_the_cms_believes_entra_id_the_issuers_tokens_are_worth_nothing(tmp_path: Path) -> None:
    with demo_town(tmp_path / "town", cms_identity="entra") as town:
        client = Client(town)
        assert not cms_takes(town, client.redeem(client.answer()["code"]).json()["access_token"])
        assert "identity" not in town.configuration.get("cms", {})


def test_the_control_page_says_whom_the_cms_believes(town: Town) -> None:
    page = town.web.get(town.configuration["control"]).text
    assert "Webben litar på webbens egen inloggning" in page
    assert "Byt nyckel för webbens egen inloggning" in page


@pytest.mark.parametrize("online", [True, False])
def test_the_issuer_can_be_cut_off_by_itself(town: Town, *, online: bool) -> None:
    town.order("network", online=online, origin="issuer")
    address = f"{town.configuration['pages']}/issuer/login"
    if online:
        assert town.web.get(address).status_code == 400
    else:
        with pytest.raises(httpx.TransportError):
            town.web.get(address)
    assert town.web.get(f"{town.configuration['pages']}/devicelogin").status_code == 200
