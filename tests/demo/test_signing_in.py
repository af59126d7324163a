"""Microsoft's own client library signs in, renews, is revoked and challenged, as it would be at Entra."""

import webbrowser

import pytest

from tests.demo.msal_client import ELIN, SCOPES, call_graph, msal_application, renew, sign_in
from tests.demo.town_thread import Town
from workplace_app.demo.robot_browser import RobotBrowser


@pytest.fixture
def robot(monkeypatch: pytest.MonkeyPatch) -> RobotBrowser:
    """A browser that signs in by itself and that MSAL finds before any other."""
    browser = RobotBrowser(ELIN)
    monkeypatch.setattr(webbrowser, "_tryorder", ["robot"])
    monkeypatch.setattr(webbrowser, "_browsers", {"robot": [None, browser]})
    return browser


def test_interactive_sign_in_through_the_browser_gives_tokens_that_graph_takes(town: Town, robot: RobotBrowser) -> None:
    application = msal_application(town)
    tokens = application.acquire_token_interactive(SCOPES, timeout=20)
    assert robot.wait()
    assert robot.problem is None
    assert tokens["id_token_claims"]["preferred_username"] == ELIN
    me = call_graph(town, tokens).json()
    assert me["displayName"] == "Elin Ekhamn"
    assert me["scopes"] == sorted(SCOPES)
    (account,) = application.get_accounts()
    assert account["home_account_id"] == f"{me['id']}.{town.configuration['tenant_id']}"


def test_cancelling_in_the_browser_reaches_the_app(town: Town, robot: RobotBrowser) -> None:
    robot._choice = {"cancel": "1"}
    answer = msal_application(town).acquire_token_interactive(SCOPES, timeout=20)
    assert answer["error"] == "access_denied"
    assert "AADSTS65004" in answer["error_description"]


def test_a_token_that_lives_is_taken_from_the_cache_without_a_request(town: Town) -> None:
    application = msal_application(town)
    sign_in(town, application)
    town.order("requests/reset")
    (account,) = application.get_accounts()
    assert "access_token" in application.acquire_token_silent(SCOPES, account)
    assert town.look("requests")["total"] == 0


def test_silent_renewal_rotates_the_refresh_token(town: Town) -> None:
    application = msal_application(town)
    first = sign_in(town, application)
    second = renew(application)
    assert second["access_token"] != first["access_token"]
    assert second["refresh_token"] != first["refresh_token"]
    assert call_graph(town, second).status_code == 200


def test_with_strict_rotation_a_refresh_token_works_once(town: Town) -> None:
    town.order("tokens", strict_rotation=True)
    application = msal_application(town)
    spent = sign_in(town, application)["refresh_token"]
    assert "access_token" in renew(application)
    answer = msal_application(town).acquire_token_by_refresh_token(spent, SCOPES)
    assert answer["error"] == "invalid_grant"
    assert answer["error_codes"] == [700082]


def test_signing_in_with_a_code_on_another_screen(town: Town) -> None:
    application = msal_application(town)
    flow = application.initiate_device_flow(SCOPES)
    robot = RobotBrowser("jonas.tallmo@nacka.example")
    robot.enter_code(flow["verification_uri"], flow["user_code"])
    assert robot.wait()
    assert robot.problem is None
    tokens = application.acquire_token_by_device_flow(flow)
    assert tokens["id_token_claims"]["name"] == "Jonas Tallmo"
    assert call_graph(town, tokens).status_code == 200


def test_a_device_code_that_nobody_enters_is_pending_and_one_that_is_declined_ends(town: Town) -> None:
    application = msal_application(town)
    flow = application.initiate_device_flow(SCOPES)
    once = {"exit_condition": lambda flow: True}
    assert application.acquire_token_by_device_flow(flow, **once)["error"] == "authorization_pending"
    robot = RobotBrowser(ELIN, cancels=True)
    robot.enter_code(flow["verification_uri"], flow["user_code"].lower())
    assert robot.wait()
    assert msal_application(town).acquire_token_by_device_flow(flow, **once)["error"] == "authorization_declined"


def test_a_wrong_device_code_is_refused_on_the_page(town: Town) -> None:
    robot = RobotBrowser(ELIN)
    robot.enter_code(f"{town.configuration['pages']}/devicelogin", "WRONGONE")
    assert robot.wait()
    assert robot.problem is not None
    assert "400" in robot.problem


def test_after_revocation_only_a_new_sign_in_helps(town: Town) -> None:
    application = msal_application(town, client_capabilities=["cp1"])
    tokens = sign_in(town, application)
    town.order("revoke", user_name=ELIN)
    refused = call_graph(town, tokens)
    assert refused.status_code == 401
    assert 'error="insufficient_claims"' in refused.headers["www-authenticate"]
    answer = renew(application)
    assert answer["error"] == "invalid_grant"
    assert answer["error_codes"] == [50173]
    assert call_graph(town, sign_in(town, application)).status_code == 200


def test_a_claims_challenge_is_met_by_silent_renewal(town: Town) -> None:
    application = msal_application(town, client_capabilities=["cp1"])
    tokens = sign_in(town, application)
    town.order("challenge", user_name=ELIN)
    assert 'error="insufficient_claims"' in call_graph(town, tokens).headers["www-authenticate"]
    claims = '{"access_token": {"nbf": {"essential": true, "value": "1"}}}'
    assert call_graph(town, renew(application, force_refresh=False, claims_challenge=claims)).status_code == 200


def test_a_strong_claims_challenge_needs_a_new_sign_in_with_the_challenge(town: Town) -> None:
    application = msal_application(town, client_capabilities=["cp1"])
    tokens = sign_in(town, application)
    town.order("challenge", user_name=ELIN, strong=True)
    assert call_graph(town, tokens).status_code == 401
    answer = renew(application)
    assert answer["suberror"] == "basic_action"
    assert answer["error_codes"] == [50076]
    stronger = sign_in(town, application, claims_challenge=answer["claims"])
    assert call_graph(town, stronger).status_code == 200
    assert "access_token" in renew(application)


def test_a_client_that_cannot_be_challenged_only_learns_that_its_token_is_dead(town: Town) -> None:
    tokens = sign_in(town, msal_application(town))
    town.order("challenge")
    refused = call_graph(town, tokens)
    assert refused.status_code == 401
    assert "claims=" not in refused.headers["www-authenticate"]


def test_the_life_of_access_tokens_is_an_hour_or_a_day_or_what_was_ordered(town: Town) -> None:
    assert sign_in(town, msal_application(town))["expires_in"] == 3_600
    assert sign_in(town, msal_application(town, client_capabilities=["cp1"]))["expires_in"] == 86_400
    town.order("tokens", access_token_seconds=299)
    assert sign_in(town, msal_application(town))["expires_in"] == 299
    town.order("tokens", access_token_seconds=0)
    assert sign_in(town, msal_application(town))["expires_in"] == 3_600


def test_a_token_expires_by_the_demos_clock(town: Town) -> None:
    tokens = sign_in(town, msal_application(town))
    town.order("clock", shift_seconds=3_599)
    assert call_graph(town, tokens).status_code == 200
    town.order("clock", shift_seconds=1)
    assert call_graph(town, tokens).status_code == 401


def test_a_browser_that_knows_somebody_answers_without_asking_only_when_nobody_may_be_asked(town: Town) -> None:
    application = msal_application(town)
    assert sign_in(town, application, prompt="none")["error"] == "login_required"
    sign_in(town, application)
    assert sign_in(town, application, prompt="none")["id_token_claims"]["name"] == "Elin Ekhamn"


def test_default_stands_for_all_that_it_has_consented_to(town: Town) -> None:
    application = msal_application(town)
    tokens = sign_in(town, application, scopes=["https://graph.microsoft.com/.default"])
    assert "Sites.Read.All" in tokens["scope"]
    assert "Sites.Read.All" in call_graph(town, tokens).json()["scopes"]
