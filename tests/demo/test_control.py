"""The control: network, certificates, clock, life, log, and the page with the same switches."""

import ssl
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import httpx
import pytest

from tests.demo.msal_client import msal_application, sign_in
from tests.demo.town_thread import Town, client_for
from workplace_app.demo.clock import DemoClock
from workplace_app.demo.identity.scopes import CONSENTED_SCOPES
from workplace_app.demo.staff import STAFF

MORNING = datetime(2026, 10, 12, 6, 2, tzinfo=UTC)


def news(town: Town) -> httpx.Response:
    return town.web.get(f"{town.cms_origin}/nyheter")


def test_offline_refuses_every_origin_and_the_sign_in_pages_and_online_brings_them_back(town: Town) -> None:
    application = msal_application(town)
    assert news(town).status_code == 200
    states = town.order("network", online=False)
    assert [state["online"] for state in states.values()] == [False, False, False, False]
    for address in (f"{town.cms_origin}/nyheter", f"{town.graph}/me", f"{town.authority}/v2.0/x"):
        with pytest.raises(httpx.ConnectError):
            town.web.get(address)
    with pytest.raises(httpx.ReadError):
        town.web.get(f"{town.configuration['pages']}/devicelogin")
    town.order("network", online=True)
    assert news(town).status_code == 200
    assert "access_token" in sign_in(town, application)


def test_one_origin_can_be_offline_alone(town: Town) -> None:
    town.order("network", origin="graph", online=False)
    assert news(town).status_code == 200
    with pytest.raises(httpx.ConnectError):
        town.web.get(f"{town.graph}/me")


@pytest.mark.parametrize(
    ("kind", "words"),
    [("unknown_authority", "unable to get local issuer"), ("expired", "expired"), ("wrong_host", "mismatch")],
)
def test_a_certificate_that_must_be_refused_is_refused(town: Town, kind: str, words: str) -> None:
    town.order("certificate", origin="cms", kind=kind)
    with pytest.raises(httpx.ConnectError, match=words):
        news(town)
    town.order("certificate", kind="good")
    assert news(town).status_code == 200


def test_a_client_without_the_demos_authority_does_not_trust_it(town: Town) -> None:
    with (
        httpx.Client(verify=ssl.create_default_context(), trust_env=False) as stranger,
        pytest.raises(httpx.ConnectError),
    ):
        stranger.get(f"{town.cms_origin}/nyheter")


def test_every_answer_is_dated_with_the_demos_clock_also_when_it_is_wrong(town: Town) -> None:
    assert parsedate_to_datetime(news(town).headers["date"]) == MORNING
    town.order("clock", shift_seconds=3_600)
    assert parsedate_to_datetime(news(town).headers["date"]) == MORNING + timedelta(hours=1)
    town.order("clock", reset=True)
    assert parsedate_to_datetime(news(town).headers["date"]) == MORNING


def test_things_happen_when_ordered(town: Town) -> None:
    assert len(town.order("live", times=3)["happened"]) == 3
    assert "Klockan i entrén" in town.look("state")["happenings"][0]["what"]


def test_requests_are_counted_by_path_and_from_zero_after_a_reset(town: Town) -> None:
    news(town)
    town.order("requests/reset")
    for _ in range(3):
        town.web.get(f"{town.cms_origin}/nyheter", params={"top": 5, "expand": "*"})
    log = town.look("requests", origin="cms")
    assert log["total"] == 3
    assert log["counts"] == {"/nyheter": 3}
    assert log["bytes"] == sum(one["bytes"] for one in log["requests"]) > 0
    assert log["requests"][0]["query"] == ["top", "expand"]
    assert town.look("requests", origin="graph")["total"] == 0


def test_the_page_shows_the_switches_and_its_forms_work(town: Town) -> None:
    control = town.configuration["control"]
    page = town.web.get(control).text
    for word in ["Styr demokommunen", *(person.name for person in STAFF), *CONSENTED_SCOPES]:
        assert word in page
    posted = town.web.post(f"{control}/consent", data={"scope": "Chat.Read", "granted": "false"})
    assert posted.status_code == 303
    assert posted.headers["location"] == "/control"
    town.web.post(f"{control}/faults", data={"kind": "throttled", "origin": "*", "path": "*", "times": ""})
    state = town.look("state")
    assert state["scopes_without_consent"] == ["chat.read"]
    assert state["faults"][0]["times"] is None
    assert news(town).headers["retry-after"] == "10"
    assert "För många anrop (429)" in town.web.get(control).text


def test_another_sites_page_cannot_give_orders(town: Town) -> None:
    address = f"{town.configuration['control']}/network"
    refused = town.web.post(address, data={"online": "false"}, headers={"Origin": "https://elsewhere.example"})
    assert refused.status_code == 403
    own = {"Origin": town.configuration["pages"]}
    assert town.web.post(address, data={"online": "true"}, headers=own).status_code == 303
    assert town.web.get(town.configuration["control"], headers={"Host": "elsewhere.example"}).status_code == 400


def test_the_configuration_is_announced_with_what_the_parts_add(town: Town) -> None:
    announced = town.look("configuration")
    assert announced == town.configuration
    assert announced["cms"] == {"address": f"{town.cms_origin}/api/episerver/v3.0"}
    assert [person["role"] for person in announced["people"]] == [person.role for person in STAFF]
    with client_for(announced) as web:
        assert web.get(f"{town.cms_origin}/nyheter").status_code == 200


def test_a_clock_runs_on_from_a_given_time_or_stands() -> None:
    ticks = iter([10.0, 12.5])
    assert DemoClock(MORNING, monotonic=lambda: next(ticks))() == MORNING + timedelta(seconds=2.5)
    standing = DemoClock(MORNING, standing=True)
    standing.shift(timedelta(days=1))
    assert standing() == MORNING + timedelta(days=1)
