"""A demo that ended and was started again at the same addresses is the same municipality."""

import socket
from datetime import UTC, datetime
from pathlib import Path

import msal
import pytest

from tests.demo.msal_client import ELIN, call_graph, msal_application, renew, sign_in
from tests.demo.small_parts import small_cms, small_graph
from tests.demo.town_thread import Town, town_on_thread
from workplace_app.demo.clock import DemoClock
from workplace_app.demo.listeners import bound_socket
from workplace_app.demo.robot_browser import RobotBrowser
from workplace_app.demo.running import PortsTakenError, Start, bound_sockets

PARTS = [small_graph, small_cms]


def begin(folder: Path, port_base: int | None = None) -> Start:
    clock = DemoClock(datetime(2026, 10, 12, 6, 2, tzinfo=UTC), standing=True)
    return Start(data_dir=folder, clock=clock, port_base=port_base, frozen=True)


def test_sessions_tokens_authority_and_addresses_live_on(tmp_path: Path) -> None:
    cache = msal.TokenCache()
    with town_on_thread(begin(tmp_path), PARTS) as town:
        tokens = sign_in(town, msal_application(town, token_cache=cache))
        before, web_before = town.configuration, Path(town.configuration["ca_file"]).read_bytes()
        assert call_graph(town, tokens).status_code == 200
    with town_on_thread(begin(tmp_path), PARTS) as town:
        assert town.configuration == before
        assert Path(town.configuration["ca_file"]).read_bytes() == web_before
        assert call_graph(town, tokens).status_code == 200
        later = msal_application(town, token_cache=cache)
        assert call_graph(town, renew(later)).status_code == 200


def test_revocation_and_consent_are_remembered(tmp_path: Path) -> None:
    with town_on_thread(begin(tmp_path), PARTS) as town:
        tokens = sign_in(town, msal_application(town))
        town.order("revoke", user_name=ELIN)
        town.order("consent", scope="Chat.Read", granted=False)
    with town_on_thread(begin(tmp_path), PARTS) as town:
        assert call_graph(town, tokens).status_code == 401
        assert town.look("state")["scopes_without_consent"] == ["chat.read"]


def test_ports_that_were_taken_meanwhile_are_replaced(tmp_path: Path) -> None:
    first = bound_sockets(begin(tmp_path))
    second = bound_sockets(begin(tmp_path))
    ports = [bound.getsockname()[1] for bound in (*first.values(), *second.values())]
    for bound in (*first.values(), *second.values()):
        bound.close()
    assert len(set(ports)) == 10


def test_small_answers_are_not_held_back_by_the_network(tmp_path: Path) -> None:
    with bound_socket(0) as bound:
        assert bound.proto == socket.IPPROTO_TCP  # what asyncio looks at before it sets TCP_NODELAY


def test_ports_that_were_asked_for_and_are_taken_are_an_error(tmp_path: Path) -> None:
    taken = bound_socket(0)
    with taken, pytest.raises(PortsTakenError, match="taken"):
        bound_sockets(begin(tmp_path, port_base=taken.getsockname()[1]))


def test_keys_are_readable_by_their_owner_only(tmp_path: Path) -> None:
    with town_on_thread(begin(tmp_path), PARTS):
        pass
    modes = {file.name: file.stat().st_mode & 0o777 for file in tmp_path.iterdir()}
    assert modes["signing-key.pem"] == modes["ca.key"] == 0o600


def test_a_robot_says_why_it_could_not_sign_in(town: Town) -> None:
    robot = RobotBrowser("nobody@nacka.example")
    application = msal_application(town)
    flow = application.initiate_auth_code_flow(
        ["User.Read"], redirect_uri="http://localhost:1", response_mode="form_post"
    )
    robot.open(flow["auth_uri"])
    assert robot.wait()
    assert robot.problem == "RobotError: the choice was not accepted"
    robot.open("file:///etc/passwd")
    assert robot.wait()
    assert robot.problem == "RobotError: not an address of the web"
