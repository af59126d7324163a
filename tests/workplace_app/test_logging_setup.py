"""Logs hold no secret and no person, whatever a library writes into them."""

import logging
import os
import sys
from pathlib import Path

import pytest

from workplace_app.logging_setup import (
    KEPT_FILES,
    LONGEST_MESSAGE,
    ONE_FILE_BYTES,
    RedactingFormatter,
    redact,
    set_up_logging,
)

TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJl"


@pytest.mark.parametrize(
    "text",
    [
        f"Authorization: Bearer {TOKEN}",
        f"token was {TOKEN}",
        "GET https://graph.example/v1.0/me/calendarView/delta?$deltatoken=canary-delta",
        "https://x.sharepoint.example/download?sig=canary-sig&se=2026",
        "posted refresh_token=canary-refresh&client_id=1",
        "redirect http://localhost:1/?code=canary-code&state=canary-state",
        "signed in as canary.person@nacka.example",
        "{'refresh_token': '0.AXcanary', 'access_token': 'opaque-canary', 'id_token': 'canary'}",
        '{"refresh_token":"1.Acanary","client_info":"canary"}',
        "refresh_token%3Dcanary%26x",
        "Authorization: Basic canary",
        "{'authorization': 'Basic canary', 'cookie': 'canary=1; canary=2'}",
        "Set-Cookie: ESTSAUTH=canary; Path=/",
        "https://canary:canary@host.example/",
        "PRAGMA key = \"x'0123456789abcdef0123456789abcdef'\"",
        "b'bearer\\tcanary'",
        "{'user_code': 'canary', 'device_code': 'canary'}",
        "GET https://graph.example/v1.0/me?$select=x&canary",
        "personnummer 19850112-2398",
    ],
)
def test_a_secret_or_a_person_never_reaches_the_line(text: str) -> None:
    line = redact(text)
    assert "canary" not in line
    assert "eyJ" not in line
    assert "0123456789abcdef" not in line
    assert "2398" not in line


def test_the_home_folder_names_its_owner_and_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/home/canary.person"))
    record = logging.getLogger("x").makeRecord(
        "x", logging.ERROR, __file__, 1, "cannot read /home/canary.person/.local/share/x.db", (), None
    )
    assert RedactingFormatter("%(message)s").format(record) == "cannot read ~/.local/share/x.db"


def test_a_message_cannot_pretend_to_be_another_line() -> None:
    record = logging.getLogger("x").makeRecord(
        "x", logging.INFO, __file__, 1, "answer: %s", ("a\r\n2026-11-23 INFO sync: all is well\x1b[2J\u2028",), None
    )
    line = RedactingFormatter("%(message)s").format(record)
    assert len(line.splitlines()) == 1
    assert "\x1b" not in line


def test_a_value_in_an_exceptions_words_is_left_out() -> None:
    """KeyError and ValueError quote what they were given, which may be anybody's name."""
    name = "canary person"[::-1]
    try:
        try:
            {"": 0}[name]
        except KeyError as error:
            raise ValueError(f"invalid literal: {name!r}") from error
    except ValueError:
        record = logging.getLogger("x").makeRecord("x", logging.ERROR, __file__, 1, "failed", (), None)
        record.exc_info = sys.exc_info()
    text = RedactingFormatter("%(message)s").format(record)
    assert text.index("KeyError") < text.index("ValueError")
    assert "test_logging_setup.py" in text
    assert name not in text


def test_a_traceback_is_redacted_too() -> None:
    try:
        raise ValueError(f"bad answer from https://graph.example/me?$skiptoken=canary {TOKEN}")
    except ValueError:
        record = logging.getLogger("x").makeRecord("x", logging.ERROR, __file__, 1, "failed", (), None)
        record.exc_info = sys.exc_info()
    line = RedactingFormatter("%(message)s").format(record)
    assert "ValueError" in line
    assert "canary" not in line
    assert "eyJ" not in line


def test_ordinary_words_stay() -> None:
    assert redact("feed calendar: 12 items, 3 requests") == "feed calendar: 12 items, 3 requests"


def test_the_log_is_a_file_and_libraries_do_not_log_addresses(tmp_path: Path) -> None:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    try:
        set_up_logging(tmp_path / "logs")
        logging.getLogger("sync").info("round ended")
        logging.getLogger("httpx").info("HTTP Request: GET https://graph.example/?$deltatoken=canary")
        for handler in root.handlers:
            handler.flush()
        assert sys.platform == "win32" or (tmp_path / "logs").stat().st_mode & 0o777 == 0o700
        assert (tmp_path / "logs" / "nacka-arbetsplats.log").read_text().endswith("INFO sync: round ended\n")
    finally:
        for handler in set(root.handlers) - set(before):
            root.removeHandler(handler)
            handler.close()
        root.setLevel(level)


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files as POSIX has them")
def test_each_file_of_the_log_is_its_owners_and_there_are_few(tmp_path: Path) -> None:
    root, mask = logging.getLogger(), os.umask(0)
    before, level = list(root.handlers), root.level
    try:
        set_up_logging(tmp_path / "logs")
        for _ in range(KEPT_FILES + 2):
            for _ in range(ONE_FILE_BYTES // LONGEST_MESSAGE):
                logging.getLogger("sync.quiet").warning("%s", "x" * 2 * LONGEST_MESSAGE)
        files = list((tmp_path / "logs").iterdir())
        assert len(files) == KEPT_FILES + 1
        assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
        assert all(file.stat().st_size <= ONE_FILE_BYTES for file in files)
    finally:
        os.umask(mask)
        for handler in set(root.handlers) - set(before):
            root.removeHandler(handler)
            handler.close()
        root.setLevel(level)


@pytest.mark.parametrize("noise", ["x" * 300_000, "http://" * 50_000, "key=" * 80_000, "x@" * 150_000, "1" * 300_000])
def test_a_message_without_end_is_cut_before_it_is_looked_through(noise: str) -> None:
    """Looking for a mail address in it took a minute: the test's own limit of time would end it."""
    record = logging.getLogger("x").makeRecord("x", logging.ERROR, __file__, 1, "answer: %s", (noise,), None)
    assert len(RedactingFormatter("%(message)s").format(record)) <= LONGEST_MESSAGE + 1
