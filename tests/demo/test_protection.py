"""Tokens, scopes and batches: what reaches a part, and what does not."""

from typing import Any

import httpx
import pytest

from tests.demo.msal_client import SCOPES, call_graph, msal_application, sign_in
from tests.demo.town_thread import Town

BATCH = [
    {"id": "1", "method": "GET", "url": "/me"},
    {"id": "2", "method": "GET", "url": "/me/planner/tasks?$top=5"},
    {"id": "3", "method": "GET", "url": "/me/chats", "dependsOn": ["2"]},
    {"id": "4", "method": "GET", "url": "/me/messages"},
]


@pytest.fixture
def tokens(town: Town) -> dict[str, Any]:
    return sign_in(town, msal_application(town))


def post_batch(town: Town, tokens: dict[str, Any], parts: object) -> httpx.Response:
    headers = {"Authorization": f"Bearer {tokens['access_token']}"}
    return town.web.post(f"{town.graph}/$batch", json={"requests": parts}, headers=headers)


def test_graph_without_a_token_or_with_junk_is_401(town: Town) -> None:
    for headers in (
        {},
        {"Authorization": "Bearer junk"},
        {"Authorization": "Basic eDp5"},
        {"Authorization": "Bearer å"},
    ):
        raw = {name.encode(): value.encode() for name, value in headers.items()}
        answer = town.web.get(f"{town.graph}/me", headers=raw)
        assert answer.status_code == 401
        assert answer.json()["error"]["code"] == "InvalidAuthenticationToken"
        assert answer.headers["www-authenticate"].startswith("Bearer ")


def test_a_refresh_token_and_an_id_token_are_no_access_tokens(town: Town, tokens: dict[str, Any]) -> None:
    assert call_graph(town, {"access_token": tokens["id_token"]}).status_code == 401
    assert call_graph(town, {"access_token": tokens["refresh_token"].removeprefix("1.A")}).status_code == 401


def test_a_token_for_one_origin_is_refused_by_the_other(town: Town, tokens: dict[str, Any]) -> None:
    news = f"{town.cms_origin}/nyheter"
    assert town.web.get(news).json()["reader"] is None
    assert town.web.get(news, headers={"Authorization": f"Bearer {tokens['access_token']}"}).status_code == 401
    cms = sign_in(town, msal_application(town), scopes=["api://cms.nacka.example/Content.Read"])
    answer = town.web.get(news, headers={"Authorization": f"Bearer {cms['access_token']}"})
    assert answer.json()["reader"] == "Elin Ekhamn"
    assert call_graph(town, cms).status_code == 401


def test_a_missing_scope_is_403_at_once_and_for_its_own_requests_only(town: Town, tokens: dict[str, Any]) -> None:
    assert call_graph(town, tokens, "/me/chats").status_code == 200
    town.order("consent", scope="chat.read", granted=False)
    refused = call_graph(town, tokens, "/me/chats")
    assert refused.status_code == 403
    assert "Chat.Read" in refused.json()["error"]["message"]
    assert call_graph(town, tokens, "/me/planner/tasks").status_code == 200
    town.order("consent", scope="Chat.Read", granted=True)
    assert call_graph(town, tokens, "/me/chats").status_code == 200


def test_planner_refuses_with_an_empty_code_as_it_really_does(town: Town, tokens: dict[str, Any]) -> None:
    town.order("consent", scope="Tasks.ReadWrite", granted=False)
    assert call_graph(town, tokens, "/me/planner/tasks").json()["error"]["code"] == ""


def test_each_part_of_a_batch_is_judged_alone(town: Town, tokens: dict[str, Any]) -> None:
    answer = post_batch(town, tokens, BATCH).json()["responses"]
    statuses = {part["id"]: part["status"] for part in answer}
    assert statuses == {"1": 200, "2": 200, "3": 200, "4": 403}


def test_a_throttled_part_keeps_its_retry_after_and_takes_its_dependants_along(
    town: Town, tokens: dict[str, Any]
) -> None:
    town.order("faults", kind="throttled", origin="graph", path="/v1.0/me/planner/*", retry_after="7")
    answer = post_batch(town, tokens, BATCH)
    assert answer.status_code == 200
    parts = {part["id"]: part for part in answer.json()["responses"]}
    assert {name: part["status"] for name, part in parts.items()} == {"1": 200, "2": 429, "3": 424, "4": 403}
    assert {name.lower(): value for name, value in parts["2"]["headers"].items()}["retry-after"] == "7"
    again = post_batch(town, tokens, BATCH).json()["responses"]
    assert {part["id"]: part["status"] for part in again}["2"] == 200


def test_a_batch_whose_every_part_is_refused_never_reaches_graph(town: Town, tokens: dict[str, Any]) -> None:
    assert [part["status"] for part in post_batch(town, tokens, BATCH[3:]).json()["responses"]] == [403]


def test_the_parts_of_a_batch_are_logged_but_counted_as_one_request(town: Town, tokens: dict[str, Any]) -> None:
    town.order("requests/reset")
    post_batch(town, tokens, BATCH)
    log = town.look("requests", origin="graph")
    assert log["total"] == 1
    assert [(one["path"], one["query"], one["status"]) for one in log["requests"] if one["batched"]] == [
        ("/v1.0/me", [], 200),
        ("/v1.0/me/planner/tasks", ["$top"], 200),
        ("/v1.0/me/chats", [], 200),
        ("/v1.0/me/messages", [], 403),
    ]
    assert town.look("requests", batched="false")["requests"][0]["path"] == "/v1.0/$batch"


def test_a_batch_that_is_none_goes_on_as_it_is(town: Town, tokens: dict[str, Any]) -> None:
    assert post_batch(town, tokens, [{"method": "GET"}]).status_code == 500


def test_an_address_that_nobody_serves_is_refused_in_the_origins_own_shape(town: Town, tokens: dict[str, Any]) -> None:
    answer = call_graph(town, tokens, "/me/nothing")
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "ResourceNotFound"
    assert town.web.get(f"{town.cms_origin}/nothing").json()["status"] == 404


def test_every_scope_that_the_program_asks_for_can_be_consented_to() -> None:
    from workplace_app.demo.identity.scopes import CONSENTED_SCOPES
    from workplace_app.domain.configuration import GRAPH_SCOPES

    assert set(GRAPH_SCOPES) <= set(CONSENTED_SCOPES)
    assert set(SCOPES) <= set(GRAPH_SCOPES)
