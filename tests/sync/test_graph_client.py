"""The Graph client against a real server over TLS, with real faults: each ends in exactly one outcome."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from sync.answer import Answer, BookmarkExpired
from sync.graph_batch import BatchAnswer, BatchRequest
from sync.service_gates import PATIENCE
from tests.demo.town_thread import Town
from tests.sync.fakes import MORNING, FakeClock, GivenTokens, MemoryLedger
from tests.sync.town_clients import Desk, ask, token_of
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

TASKS = "/me/planner/tasks"


async def tasks(desk: Desk) -> Answer:
    return await desk.graph().get(TASKS)


def problem_of(town: Town, question: Callable[[Desk], Awaitable[Any]], **given: Any) -> Problem:
    with pytest.raises(ProblemRaised) as raised:
        ask(town, question, **given)
    return raised.value.problem


def test_a_collection_comes_as_bytes_and_is_counted(town: Town) -> None:
    async def count(desk: Desk) -> tuple[Answer, int, int]:
        answer = await desk.graph().get(TASKS, {"$select": "id,title"})
        return answer, desk.usage.requests, desk.usage.bytes

    answer, requests, size = ask(town, count)
    assert len(json.loads(answer.content)["value"]) == 6
    assert answer.address == f"{town.graph}{TASKS}?$select=id,title"
    assert requests == 1
    assert size > 0


def test_what_graph_wants_to_be_told_is_told(town: Town) -> None:
    ask(town, lambda desk: desk.graph("outlook").get(TASKS, headers={"Prefer": "odata.maxpagesize=50"}))
    (request,) = [each for each in town.look("requests")["requests"] if each["origin"] == "graph"]
    assert request["path"] == f"/v1.0{TASKS}"


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ({"kind": "status", "status": 400}, ProblemKind.REQUEST_REFUSED),
        ({"kind": "status", "status": 403, "code": "Authorization_RequestDenied"}, ProblemKind.ACCESS_DENIED),
        ({"kind": "status", "status": 403, "code": "MaximumTasksAssignedToUser"}, ProblemKind.ACCESS_DENIED),
        ({"kind": "status", "status": 404}, ProblemKind.NOT_FOUND),
        ({"kind": "status", "status": 409}, ProblemKind.REQUEST_REFUSED),
        ({"kind": "status", "status": 501, "times": 5}, ProblemKind.SERVICE_UNAVAILABLE),
        ({"kind": "status", "status": 500, "times": 5}, ProblemKind.SERVICE_UNAVAILABLE),
        ({"kind": "status", "status": 504, "times": 5}, ProblemKind.TIMED_OUT),
        ({"kind": "status", "status": 511}, ProblemKind.CAPTIVE_PORTAL),
        ({"kind": "captive_portal"}, ProblemKind.CAPTIVE_PORTAL),
        ({"kind": "redirect_foreign"}, ProblemKind.CAPTIVE_PORTAL),
        ({"kind": "redirect_plain_http"}, ProblemKind.CAPTIVE_PORTAL),
        ({"kind": "gzip_bomb"}, ProblemKind.UNREADABLE_ANSWER),
        ({"kind": "gzip_lie"}, ProblemKind.UNREADABLE_ANSWER),
        ({"kind": "endless_body"}, ProblemKind.UNREADABLE_ANSWER),
        ({"kind": "empty_body"}, ProblemKind.UNREADABLE_ANSWER),
        ({"kind": "null"}, ProblemKind.UNREADABLE_ANSWER),
        ({"kind": "cut_body", "times": 5}, ProblemKind.SERVICE_UNAVAILABLE),
        ({"kind": "closed", "times": 5}, ProblemKind.SERVICE_UNAVAILABLE),
        ({"kind": "reset", "times": 5}, ProblemKind.OFFLINE),
        ({"kind": "reset_in_body", "times": 5}, ProblemKind.OFFLINE),
        ({"kind": "resync", "location": "foreign"}, ProblemKind.FOREIGN_ADDRESS),
    ],
    ids=lambda value: "-".join(map(str, value.values())) if isinstance(value, dict) else value.value,
)
def test_each_fault_has_its_problem(town: Town, fault: dict[str, Any], kind: ProblemKind) -> None:
    token = token_of(town)
    town.order("faults", origin="graph", **fault)
    capped = lambda desk: desk.graph(maximum_bytes=1_000_000).get(TASKS)  # noqa: E731
    problem = problem_of(town, capped, credentials=GivenTokens([token]))
    assert problem.kind is kind
    assert "token" not in (problem.detail or "").lower()


@pytest.mark.parametrize("code", ["Authorization_RequestDenied", "Forbidden", "accessDenied", " "])
def test_a_refusal_to_a_token_without_the_scope_is_a_missing_consent_whatever_its_code(town: Town, code: str) -> None:
    town.order("consent", scope="Tasks.ReadWrite", granted=False)
    token = token_of(town)
    town.order("faults", origin="graph", kind="status", status=403, code=code)
    problem = problem_of(town, tasks, credentials=GivenTokens([token]))
    assert (problem.kind, problem.scope) == (ProblemKind.CONSENT_MISSING, "Tasks.ReadWrite")


@pytest.mark.parametrize("fault", ["reset", "closed", "cut_body"])
def test_a_connection_that_breaks_once_costs_one_more_request(town: Town, fault: str) -> None:
    token = token_of(town)
    town.order("faults", origin="graph", kind=fault, times=1)

    async def count(desk: Desk) -> int:
        await tasks(desk)
        return desk.usage.requests

    assert ask(town, count, GivenTokens([token])) == 2


def test_a_server_that_dribbles_is_given_up(town: Town) -> None:
    token = token_of(town)
    town.order("faults", origin="graph", kind="slow_body", seconds=30)
    slow = lambda desk: desk.graph(whole_answer_seconds=0.3).get(TASKS)  # noqa: E731
    assert problem_of(town, slow, credentials=GivenTokens([token])).kind is ProblemKind.TIMED_OUT


@pytest.mark.parametrize("kind", ["unknown_authority", "expired", "wrong_host"])
def test_a_certificate_that_does_not_hold_is_never_accepted(town: Town, kind: str) -> None:
    token = token_of(town)
    town.order("certificate", origin="graph", kind=kind)
    assert problem_of(town, tasks, credentials=GivenTokens([token])).kind is ProblemKind.TLS_UNTRUSTED


def test_without_a_network_it_says_so(town: Town) -> None:
    token = token_of(town)
    town.order("network", origin="graph", online=False)
    assert problem_of(town, tasks, credentials=GivenTokens([token])).kind is ProblemKind.OFFLINE


def test_a_short_retry_after_is_waited_for_and_the_question_asked_again(town: Town) -> None:
    token = token_of(town)
    town.order("faults", origin="graph", kind="throttled", retry_after="7", times=2)
    clock, ledger = FakeClock(), MemoryLedger()
    answer = ask(town, tasks, GivenTokens([token]), clock, ledger)
    assert answer.status == 200
    assert clock.waits == [7.0, 7.0]
    assert ledger.pauses == {"planner": MORNING + timedelta(seconds=14)}


def test_a_long_retry_after_ends_the_question_and_is_remembered(town: Town) -> None:
    token = token_of(town)
    town.order("faults", origin="graph", kind="throttled", retry_after="600", times=9)
    ledger = MemoryLedger()
    problem = problem_of(town, tasks, credentials=GivenTokens([token]), ledger=ledger)
    assert problem.kind is ProblemKind.THROTTLED
    assert problem.retry_at == MORNING + timedelta(seconds=600)
    assert ledger.pauses == {"planner": MORNING + timedelta(seconds=600)}
    town.order("requests/reset")
    problem_of(town, tasks, credentials=GivenTokens([token]), ledger=ledger)
    assert town.look("requests")["total"] == 0, "nobody asks before the time that the server named"


def test_throttling_without_retry_after_backs_off_with_jitter(town: Town) -> None:
    token = token_of(town)
    town.order("faults", origin="graph", kind="throttled", retry_after="", times=2)
    clock = FakeClock(chance=0.5)
    ask(town, tasks, GivenTokens([token]), clock)
    assert clock.waits == [1.0, 2.0]
    assert max(clock.waits) < PATIENCE.total_seconds()


def test_a_refused_token_is_renewed_once(town: Town) -> None:
    good = token_of(town)
    credentials = GivenTokens(["stale", good])
    assert ask(town, tasks, credentials).status == 200
    assert credentials.asked == [("stale", None)]


def test_a_server_that_refuses_every_token_is_asked_twice_and_no_more(town: Town) -> None:
    credentials = GivenTokens([token_of(town)] * 9)
    town.order("faults", origin="graph", kind="token_refused", times=9)
    town.order("requests/reset")
    assert problem_of(town, tasks, credentials=credentials).kind is ProblemKind.SIGN_IN_NEEDED
    assert town.look("requests")["total"] == 2


def test_a_claims_challenge_is_handed_on_once_and_never_in_a_loop(town: Town) -> None:
    credentials = GivenTokens([token_of(town)] * 9)
    town.order("faults", origin="graph", kind="claims_challenge", times=9)
    assert problem_of(town, tasks, credentials=credentials).kind is ProblemKind.CLAIMS_CHALLENGE
    ((_, claims),) = credentials.asked
    assert json.loads(claims or "") == {"access_token": {"nbf": {"essential": True, "value": "1"}}}


@pytest.mark.parametrize("status", [400, 404, 410])
def test_a_forgotten_sync_state_is_known_by_its_code_whatever_the_status(town: Town, status: int) -> None:
    token = token_of(town)
    town.order("faults", origin="graph", kind="sync_state_not_found", status=status)
    with pytest.raises(BookmarkExpired) as raised:
        ask(town, tasks, GivenTokens([token]))
    assert raised.value.location is None


def test_an_expired_link_carries_the_place_where_to_begin_anew(town: Town) -> None:
    token = token_of(town)
    town.order("faults", origin="graph", kind="resync")
    with pytest.raises(BookmarkExpired) as raised:
        ask(town, lambda desk: desk.graph().get(f"{town.graph}{TASKS}?$deltatoken=old&a=b"), GivenTokens([token]))
    assert raised.value.location == f"{town.graph}{TASKS}?a=b"


@pytest.mark.parametrize(
    "address", ["https://localhost:1/v1.0/me", "http://localhost/v1.0/me", "https://evil.example/me"]
)
def test_a_foreign_link_is_refused_before_a_token_is_asked_for(town: Town, address: str) -> None:
    credentials = GivenTokens([])
    problem = problem_of(town, lambda desk: desk.graph().get(address), credentials=credentials)
    assert problem.kind is ProblemKind.FOREIGN_ADDRESS


def test_a_batch_of_forty_five_takes_three_requests(town: Town) -> None:
    async def batch(desk: Desk) -> tuple[dict[str, BatchAnswer], int]:
        parts = [BatchRequest(str(number), f"/me/planner/tasks?n={number}") for number in range(45)]
        return await desk.graph().batch(parts), desk.usage.requests

    answers, requests = ask(town, batch)
    assert requests == 3
    assert sorted(answers, key=int) == [str(number) for number in range(45)]
    assert all(answer.problem is None for answer in answers.values())
    assert json.loads(answers["44"].content) == {"url": "/me/planner/tasks?n=44"}


def test_a_part_that_was_throttled_is_asked_again_alone_after_its_pause(town: Town) -> None:
    token = token_of(town)
    town.order("faults", origin="graph", kind="throttled", path="/v1.0/me/chats", retry_after="5", times=1)
    clock = FakeClock()

    async def batch(desk: Desk) -> tuple[dict[str, BatchAnswer], int]:
        parts = [BatchRequest("a", TASKS), BatchRequest("b", "/me/chats")]
        return await desk.graph().batch(parts), desk.usage.requests

    answers, requests = ask(town, batch, GivenTokens([token]), clock)
    assert {name: answer.status for name, answer in answers.items()} == {"a": 200, "b": 200}
    assert requests == 2
    assert clock.waits == [5.0]


def test_a_part_that_stays_refused_has_a_problem_and_the_others_their_answers(town: Town) -> None:
    token = token_of(town)
    town.order("faults", origin="graph", kind="status", status=403, path="/v1.0/me/chats", code="", times=9)
    parts = [BatchRequest("a", TASKS), BatchRequest("b", "/me/chats")]
    answers = ask(town, lambda desk: desk.graph().batch(parts), GivenTokens([token]))
    assert answers["a"].problem is None
    assert answers["b"].problem is not None
    assert answers["b"].problem.kind is ProblemKind.ACCESS_DENIED


def test_a_batch_waits_until_the_mailbox_is_free_for_all_its_parts(town: Town) -> None:
    async def beside_another(desk: Desk) -> tuple[int, int]:
        parts = [BatchRequest(str(number), TASKS) for number in range(20)]
        async with desk.gates.passage("outlook"):
            batch = asyncio.ensure_future(desk.graph("outlook").batch(parts))
            for _ in range(50):
                await asyncio.sleep(0)
            before = desk.usage.requests
        await batch
        return before, desk.usage.requests

    assert ask(town, beside_another) == (0, 1)


def test_a_page_of_the_networks_own_is_no_answer_to_a_change(town: Town) -> None:
    town.order("faults", kind="captive_portal", path="/v1.0/planner/tasks/*", origin="graph", times=1)
    with pytest.raises(ProblemRaised) as raised:
        ask(town, lambda desk: desk.graph().send("PATCH", "/planner/tasks/one", {"percentComplete": 100}))
    assert raised.value.problem.kind is ProblemKind.CAPTIVE_PORTAL
