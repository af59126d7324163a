"""On a machine without a screen the same job is done by commands, and told in words and in JSON."""

import json
import sys
from pathlib import Path

import pytest

from sync.feeds.registry import FEEDS
from tests.journeys import keyrings
from tests.journeys.commands import printed, workplace_app
from tests.journeys.town import Town

NEEDS_KEYRING = pytest.mark.skipif(not keyrings.REAL, reason=keyrings.WHY_NOT_REAL)
BACKGROUND_FEEDS = {feed.name for feed in FEEDS if not feed.on_demand}
MOST_REQUESTS_OF_A_QUIET_ROUND = 20
"""PRODUCT allows one for each feed and a little more; measured 2026-11-23: 15."""
PETRA = "petra.lovsund@nacka.example"
ROBOT = """
import sys
sys.path.insert(0, sys.argv[1])
from workplace_app.demo.robot_browser import RobotBrowser
robot = RobotBrowser(sys.argv[2], sys.argv[3])
robot.open(sys.argv[4])
sys.exit(0 if robot.wait() and robot.problem is None else 1)
"""
"""What stands in for the user's own browser: the folder of the sources, who signs in, whom to trust, the address."""
NO_KEYRING = {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}


@NEEDS_KEYRING
def test_the_second_round_asks_for_changes_only(tmp_path: Path) -> None:
    first = printed(workplace_app(tmp_path, "sync", "--once", "--demo", "--json"))
    assert set(first) == {"feeds"}
    assert {feed["name"] for feed in first["feeds"]} == BACKGROUND_FEEDS
    for feed in first["feeds"]:
        assert set(feed) == {"name", "requests", "items", "bytes", "ms", "problems"}
        assert feed["problems"] == [] or feed["name"] == "pictures"

    second = printed(workplace_app(tmp_path, "sync", "--once", "--demo", "--json"))
    requests = sum(feed["requests"] for feed in second["feeds"])
    print(f"first round: {sum(feed['requests'] for feed in first['feeds'])} requests; second: {requests}")
    assert requests <= MOST_REQUESTS_OF_A_QUIET_ROUND
    assert sum(feed["bytes"] for feed in second["feeds"]) < sum(feed["bytes"] for feed in first["feeds"]) / 10

    found = printed(workplace_app(tmp_path, "search", "Elin Ekhamn", "--demo", "--json"))
    assert any(hit["type"] == "person" for hit in found["hits"])


@NEEDS_KEYRING
def test_another_person_who_is_named_signs_in_although_somebody_was_here(tmp_path: Path) -> None:
    for number, name in enumerate(("elin", "petra", "petra"), start=1):
        printed(workplace_app(tmp_path, "sync", "--once", "--demo", "--as", name, "--json"))
        kept = list(tmp_path.rglob("mine.db"))
        assert len(kept) == min(number, 2), "each has files of their own, and finds them again"


def test_the_whole_job_draws_its_screens_and_says_what_it_fetched(tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    answer = workplace_app(tmp_path, "run", "--demo", "--headless", "--screenshots", str(pictures), **NO_KEYRING)
    assert answer.returncode == 0, answer.stderr
    assert "planner" in answer.stdout
    assert "There is no keyring here: everything was kept in memory, for this session only." in answer.stdout
    names = {picture.name.partition("-")[2] for picture in pictures.glob("*.png")}
    assert {"today-light.png", "today-dark.png", "news-light.png", "sign-in-light.png"} <= names
    assert not list((tmp_path / "data").rglob("*.db"))


def test_searching_without_an_account_finds_the_public_services(tmp_path: Path) -> None:
    hits = printed(workplace_app(tmp_path, "search", "forskola", "--json"))["hits"]
    assert set(hits[0]) == {"id", "type", "title", "address"}
    assert [hit["type"] for hit in hits[:3]] == ["service", "service", "service"]
    assert all("förskola" in hit["title"].lower() for hit in hits[:3])
    only = printed(workplace_app(tmp_path, "search", "bygglovet", "--type", "service", "--json", "--limit", "3"))[
        "hits"
    ]
    assert len(only) == 3
    assert {hit["type"] for hit in only} == {"service"}
    assert all(hit["address"].startswith("https://") for hit in only)


def test_a_round_told_in_json_says_beside_it_that_nothing_is_kept(tmp_path: Path) -> None:
    answer = workplace_app(tmp_path, "sync", "--once", "--demo", "--json", **NO_KEYRING)
    assert set(printed(answer)) == {"feeds"}
    assert answer.stderr.splitlines() == [
        "workplace-app: There is no keyring here: everything was kept in memory, for this session only."
    ]


@pytest.mark.parametrize(
    ("module", "more", "sentence"),
    [
        ("tests.workplace_app.locked_keyring", {}, "The computer's keyring is locked."),
        ("workplace_app", NO_KEYRING, "This computer has no keyring."),
    ],
    ids=["locked", "none"],
)
def test_a_search_says_when_it_could_search_the_public_services_only(
    tmp_path: Path, module: str, more: dict[str, str], sentence: str
) -> None:
    current = tmp_path / "data" / "accounts" / "current"
    current.parent.mkdir(parents=True)
    current.write_text("e" * 32, encoding="ascii")
    answer = workplace_app(tmp_path, "search", "bygglov", "--json", module=module, **more)
    assert printed(answer)["hits"]
    (said,) = answer.stderr.splitlines()
    assert said.startswith(f"workplace-app: Only the public services were searched. {sentence}")


@NEEDS_KEYRING
def test_the_demos_round_signs_in_again_when_its_sign_in_no_longer_holds(tmp_path: Path) -> None:
    words = ("sync", "--once", "--demo", "--as", "jonas", "--json")
    printed(workplace_app(tmp_path, *words))
    (tmp_path / "municipality" / "scale-1" / "signing-key.pem").unlink()  # no token that it has given is known any more
    report = printed(workplace_app(tmp_path, *words))
    assert all(feed["problems"] == [] or feed["name"] == "pictures" for feed in report["feeds"])


@NEEDS_KEYRING
def test_a_round_whose_sign_in_was_ended_from_elsewhere_tells_both(tmp_path: Path, town: Town) -> None:
    configuration = tmp_path / "municipality.json"
    configuration.write_text(json.dumps(town.running.announced), encoding="utf-8")
    browser = tmp_path / "browser.py"
    browser.write_text(ROBOT, encoding="utf-8")
    words = ("sync", "--once", "--configuration", str(configuration))
    by_robot = f"{sys.executable} {browser} {Path.cwd()} {PETRA} {town.municipality.ca_file} %s"
    first = workplace_app(tmp_path, *words, BROWSER=by_robot)
    assert first.returncode == 0, first.stderr
    town.order("revoke", user_name=PETRA)
    second = workplace_app(tmp_path, *words, BROWSER="false %s")
    assert second.returncode == 1
    assert second.stderr == (
        "workplace-app: Your sign-in has been ended from elsewhere. Everything you have is still here, locked. "
        "Sign in again to open it. (access_revoked)\n"
    )
    assert "planner" in second.stdout


@NEEDS_KEYRING
def test_where_somebodys_things_are_kept_the_browser_alone_lets_nobody_in(tmp_path: Path, town: Town) -> None:
    """Somebody else has signed in and out since, so no account is named as the one that was left locked."""
    configuration = tmp_path / "municipality.json"
    configuration.write_text(json.dumps(town.running.announced), encoding="utf-8")
    browser = tmp_path / "browser.py"
    note = f"import sys\nopen({str(tmp_path / 'asked')!r}, 'a').write(sys.argv[-1] + chr(10))\n"
    browser.write_text(note + ROBOT, encoding="utf-8")
    words = ("sync", "--once", "--configuration", str(configuration))
    robot = f"{sys.executable} {browser} {Path.cwd()} {PETRA} {town.municipality.ca_file} %s"
    for _ in range(2):
        answer = workplace_app(tmp_path, *words, BROWSER=robot)
        assert answer.returncode == 0, answer.stderr
        (current,) = tmp_path.rglob("current")
        current.unlink()
    first, second = (tmp_path / "asked").read_text(encoding="utf-8").splitlines()
    assert "prompt=login" not in first
    assert "prompt=login" in second


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (("sync", "--once", "--configuration", "nowhere.json"), 2, "nowhere.json cannot be read: No such file"),
        (("sync", "--once", "--demo", "--as", "nobody"), 2, "the demo has no nobody; it has elin.ekhamn@nacka.example"),
        (("sync",), 2, "--once"),
        (("run", "--demo", "--scale", "0"), 2, "must be 1 or more"),
        (("search",), 2, "text"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_sentence(
    tmp_path: Path, words: tuple[str, ...], status: int, sentence: str
) -> None:
    answer = workplace_app(tmp_path, *words, **NO_KEYRING)
    assert answer.returncode == status
    assert sentence in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_round_without_a_network_ends_with_a_sentence(tmp_path: Path) -> None:
    configuration = tmp_path / "municipality.json"
    configuration.write_text(
        '{"name": "Prov", "tenant_id": "t", "client_id": "c", "authority": "https://localhost:9", '
        '"instance_discovery": false, "graph": "https://localhost:9/v1.0"}',
        encoding="utf-8",
    )
    answer = workplace_app(tmp_path, "sync", "--once", "--configuration", str(configuration), **NO_KEYRING)
    assert answer.returncode == 1
    assert "There is no network." in answer.stderr
    assert "Traceback" not in answer.stderr
