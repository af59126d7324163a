"""What the identity provider refuses, with Entra's numbers."""

from typing import Any

import httpx
import pytest

from tests.demo.msal_client import ELIN, REDIRECT, msal_application, renew, sign_in
from tests.demo.town_thread import Town


def authorize(town: Town, **changed: str) -> httpx.Response:
    parameters = {
        "client_id": town.configuration["client_id"],
        "response_type": "code",
        "redirect_uri": REDIRECT,
        "scope": "openid User.Read",
        "state": "a<b",
        "code_challenge": "x" * 43,
        "code_challenge_method": "S256",
        **changed,
    }
    address = f"{town.configuration['pages']}/{parameters.pop('tenant', town.configuration['tenant_id'])}"
    return town.web.get(f"{address}/oauth2/v2.0/authorize", params=parameters)


def redeem(town: Town, **form: str) -> dict[str, Any]:
    form = {"client_id": town.configuration["client_id"], "grant_type": "authorization_code", **form}
    content: dict[str, Any] = town.web.post(f"{town.authority}/oauth2/v2.0/token", data=form).json()
    return content


def test_a_tenant_that_is_not_here_is_named_by_discovery_page_and_token(town: Town) -> None:
    other = town.authority.replace("5b0f", "0000")
    answer = town.web.get(f"{other}/v2.0/.well-known/openid-configuration")
    assert answer.status_code == 400
    assert answer.json()["error"] == "invalid_tenant"
    assert "AADSTS90002" in answer.json()["error_description"]
    page = authorize(town, tenant="11111111-0000-0000-0000-000000000000")
    assert page.status_code == 400
    assert "AADSTS90002" in page.text
    with pytest.raises(ValueError, match="authority configuration"):
        msal_application(town, authority=other).get_authorization_request_url(["User.Read"])


def test_the_tenant_is_also_known_by_its_domain(town: Town) -> None:
    address = f"{town.configuration['authority']}/nacka.example/v2.0/.well-known/openid-configuration"
    assert town.web.get(address).json()["issuer"].endswith(f"{town.configuration['tenant_id']}/v2.0")


def test_an_unknown_client_is_told_on_the_page_and_never_redirected(town: Town) -> None:
    page = authorize(town, client_id="00000000-0000-0000-0000-000000000000")
    assert page.status_code == 400
    assert "AADSTS700016" in page.text
    assert redeem(town, client_id="another")["error_codes"] == [700016]


@pytest.mark.parametrize(
    "address",
    ["https://localhost:1/", "http://evil.example/", "http://localhost.evil.example/", "http://[", "javascript:1"],
)
def test_an_answer_goes_to_loopback_only(town: Town, address: str) -> None:
    page = authorize(town, redirect_uri=address)
    assert page.status_code == 400
    assert "AADSTS50011" in page.text


def test_a_request_without_pkce_is_refused_at_the_redirect_address(town: Town) -> None:
    answer = authorize(town, code_challenge="", code_challenge_method="plain")
    assert answer.status_code == 302
    assert answer.headers["location"].startswith(f"{REDIRECT}?error=invalid_request")
    assert "AADSTS9002325" in answer.headers["location"]


def test_what_the_client_sent_is_escaped_on_the_page(town: Town) -> None:
    page = authorize(town, state='"><script>alert(1)</script>', login_hint='"><b>')
    assert page.status_code == 200
    assert "<script>alert" not in page.text
    assert page.headers["content-security-policy"].startswith("default-src 'none'")


def test_a_code_is_redeemed_once_with_its_own_verifier_and_address(town: Town) -> None:
    application = msal_application(town)
    assert "access_token" in sign_in(town, application)
    assert redeem(town, code="1.Aunknown")["error_codes"] == [70008]
    flow = application.initiate_auth_code_flow(["User.Read"], redirect_uri=REDIRECT, response_mode="form_post")
    address = flow["auth_uri"].replace("/oauth2/v2.0/authorize", "/login").replace("form_post", "query")
    answer = httpx.URL(town.web.post(address, data={"user_name": ELIN}).headers["location"])
    code = answer.params["code"]
    assert redeem(town, code=code, code_verifier="wrong", redirect_uri=REDIRECT)["error_codes"] == [501481]
    assert redeem(town, code=code, code_verifier=flow["code_verifier"])["error_codes"] == [70008]


def test_a_closed_account_is_refused_on_the_page_at_renewal_and_at_graph(town: Town) -> None:
    application = msal_application(town)
    sign_in(town, application)
    assert town.order("account", user_name=ELIN, disabled=True) == {"disabled": [ELIN]}
    assert renew(application)["error_codes"] == [50057]
    with pytest.raises(ValueError, match="state"):  # the page stays, so there is no answer to hand on
        sign_in(town, msal_application(town))
    town.order("account", user_name=ELIN, disabled=False)
    assert "access_token" in sign_in(town, msal_application(town))


def test_a_scope_without_consent_is_left_out_of_the_token(town: Town) -> None:
    town.order("consent", scope="Chat.Read", granted=False)
    assert "Chat.Read" not in sign_in(town, msal_application(town))["scope"]


def test_strict_consent_refuses_the_sign_in_and_the_renewal(town: Town) -> None:
    application = msal_application(town)
    sign_in(town, application)
    town.order("consent", scope="Chat.Read", granted=False)
    town.order("tokens", strict_consent=True)
    assert renew(application)["error_codes"] == [65001]
    answer = sign_in(town, msal_application(town))
    assert answer["error"] == "consent_required"
    assert "AADSTS90094" in answer["error_description"]


def test_scopes_of_two_resources_cannot_share_a_token(town: Town) -> None:
    answer = authorize(town, scope="openid User.Read api://cms.nacka.example/Content.Read")
    assert "AADSTS28000" in answer.headers["location"]


@pytest.mark.parametrize(
    ("form", "number"),
    [
        ({"grant_type": "password"}, 70003),
        ({"grant_type": "refresh_token", "refresh_token": "1.Ajunk"}, 9002313),
        ({"grant_type": "urn:ietf:params:oauth:grant-type:device_code", "device_code": "junk"}, 70037),
    ],
)
def test_other_grants_are_refused_with_their_numbers(town: Town, form: dict[str, str], number: int) -> None:
    assert redeem(town, **form)["error_codes"] == [number]


def test_a_device_code_expires_by_the_demos_clock(town: Town) -> None:
    flow = msal_application(town).initiate_device_flow(["User.Read"])
    town.order("clock", shift_seconds=901)
    form = {"grant_type": "urn:ietf:params:oauth:grant-type:device_code", "device_code": flow["device_code"]}
    assert redeem(town, **form)["error_codes"] == [70020]


def test_an_id_token_can_be_verified_with_the_published_keys(town: Town) -> None:
    from joserfc import jwt
    from joserfc.jwk import KeySet

    document = town.web.get(f"{town.authority}/v2.0/.well-known/openid-configuration").json()
    keys = KeySet.import_key_set(town.web.get(document["jwks_uri"]).json())
    claims = jwt.decode(sign_in(town, msal_application(town))["id_token"], keys, algorithms=["RS256"]).claims
    assert claims["iss"] == document["issuer"]
    assert claims["aud"] == town.configuration["client_id"]
