"""Policy on Linux: only root's file counts, and whatever stands in it costs one sentence at most."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workplace_app.domain.governance import OriginKind
from workplace_app.domain.layering import Layer, lay_over
from workplace_app.folders import HOME_VARIABLE
from workplace_app.managed.policy_file import POLICY_FILE, file_policy

ME = os.getuid()
"""Who owns the files of this test: it stands for root."""


def written(folder: Path, content: object) -> Path:
    path = folder / "policy.json"
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    path.chmod(0o644)
    folder.chmod(0o755)
    return path


def said(layers: tuple[Layer, ...]) -> list[str]:
    return [each.reason for layer in layers for each in layer.ignored]


def test_a_policy_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, {"access": {"grace_days": 5}, "public_news": ["https://n.example/rss"]})
    municipality = lay_over(file_policy(path, ME))
    assert municipality.access.grace_days == 5
    assert municipality.public_news == ("https://n.example/rss",)
    origin = municipality.governance.origin_of("access.grace_days")
    assert (origin.kind, origin.place) == (OriginKind.POLICY, str(path))


def test_no_file_is_no_policy(tmp_path: Path) -> None:
    assert file_policy(tmp_path / "policy.json", ME) == ()
    assert file_policy(tmp_path / "none" / "policy.json", ME) == ()
    (tmp_path / "file").touch()
    assert file_policy(tmp_path / "file" / "policy.json", ME) == ()


def test_no_variable_of_the_user_moves_the_policy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    assert POLICY_FILE.is_absolute()
    assert file_policy.__defaults__ == (POLICY_FILE, 0)


def test_a_file_that_is_not_roots_is_no_policy(tmp_path: Path) -> None:
    (layer,) = file_policy(written(tmp_path, {"teams_reading": False}), ME + 1)
    assert not layer.values
    assert said((layer,)) == ["is no policy, since it or its folder does not belong to root"]


@pytest.mark.parametrize("mode", [0o664, 0o646])
def test_a_file_that_others_may_write_is_no_policy(tmp_path: Path, mode: int) -> None:
    path = written(tmp_path, {"teams_reading": False})
    path.chmod(mode)
    (layer,) = file_policy(path, ME)
    assert not layer.values
    assert said((layer,)) == ["is no policy, since others than root may write it or its folder"]


def test_a_folder_that_others_may_write_makes_it_no_policy(tmp_path: Path) -> None:
    path = written(tmp_path, {"teams_reading": False})
    tmp_path.chmod(0o777)
    assert not file_policy(path, ME)[0].values


def test_a_pipe_in_its_place_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "policy.json", 0o644)
    assert said(file_policy(tmp_path / "policy.json", ME)) == ["is no file"]
    (tmp_path / "folder").mkdir()
    assert len(said(file_policy(tmp_path / "folder", ME))) == 1


def test_an_editors_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = written(tmp_path, b'\xef\xbb\xbf{"clients": 5}')
    assert file_policy(path, ME)[0].values == {"clients": 5}


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "is not JSON"),
        (b"{", "is not JSON"),
        (b'{"clients": NaN}', "is not JSON"),
        (b'{"clients": 1' + b"0" * 9_000 + b"}", "is not JSON"),
        (b'{"a": ' * 100_000, "is not JSON"),
        ('{"name": "E"}'.encode("utf-16"), "is not JSON"),
        (b"[]", "must hold a JSON object"),
        (b'{"name": "' + b"x" * 1_000_000 + b'"}', "is too large for a policy"),
    ],
    ids=["empty", "open", "NaN", "huge number", "deep", "UTF-16", "list", "large"],
)
def test_a_policy_that_is_none_costs_one_sentence(tmp_path: Path, raw: bytes, reason: str) -> None:
    (layer,) = file_policy(written(tmp_path, raw), ME)
    assert not layer.values
    assert said((layer,)) == [reason]
    assert lay_over((layer,)).governance.ignored[0].sentence == f"{tmp_path / 'policy.json'} {reason}; it is ignored."


def test_a_key_that_stands_twice_costs_itself(tmp_path: Path) -> None:
    path = written(tmp_path, b'{"teams_reading": false, "clients": 5, "clients": 6, "access": {}, "access": {}}')
    (layer,) = file_policy(path, ME)
    assert layer.values == {"teams_reading": False}
    assert [each.name for each in layer.ignored] == ["clients", "access"]
    assert {each.reason for each in layer.ignored} == {"stands twice"}


@given(
    raw=st.binary(max_size=60) | st.text(alphabet='{}[]":,0truefalsenu.access_grace_days ', max_size=60).map(str.encode)
)
def test_no_bytes_at_all_keep_the_program_from_starting(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    folder = tmp_path_factory.getbasetemp() / "any"
    folder.mkdir(exist_ok=True)
    assert lay_over(file_policy(written(folder, raw), ME)).name == "Nacka kommun"
