"""Logs hold no secret and no person, whatever a library writes into them."""

import logging
from pathlib import Path

import pytest

from workplace_app.logging_setup import RedactingFormatter, redact, set_up_logging

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
    ],
)
def test_a_secret_or_a_person_never_reaches_the_line(text: str) -> None:
    line = redact(text)
    assert "canary" not in line
    assert "eyJ" not in line


def test_a_traceback_is_redacted_too() -> None:
    try:
        raise ValueError(f"bad answer from https://graph.example/me?$skiptoken=canary {TOKEN}")
    except ValueError:
        record = logging.getLogger("x").makeRecord("x", logging.ERROR, __file__, 1, "failed", (), None)
        record.exc_info = __import__("sys").exc_info()
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
        assert (tmp_path / "logs" / "nacka-arbetsplats.log").read_text().endswith("INFO sync: round ended\n")
    finally:
        for handler in set(root.handlers) - set(before):
            root.removeHandler(handler)
            handler.close()
        root.setLevel(level)
