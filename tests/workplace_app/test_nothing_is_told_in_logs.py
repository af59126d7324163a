"""A canary in everything that can go wrong: it is in no file and on no channel, and where it happened is in the log."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT

CANARY = "kanariefågel"
TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJrYW5hcmllIn0.kanariesignatur"
CHILD = """
import asyncio, gc, logging, os, sys, threading, time, warnings
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, qCritical, qDebug, qWarning
from workplace_app.folders import system_folders
from workplace_app.private_process import keep_private
from workplace_app.watching_over import watch_over

keep_private()
app = QCoreApplication(["child"])
C, T = sys.argv[1:3]
watch_over(system_folders())

def fail(kind):
    raise kind(f"{C} hade {C} som titel, {T}")

def slot():
    try:
        fail(KeyError)
    except KeyError as error:
        raise ValueError(C) from error

class Dying:
    def __del__(self):
        fail(ValueError)

class Odd(str):
    def __str__(self):
        fail(ValueError)

def in_thread():
    fail(LookupError)

# Qt: its own messages, and what escapes a slot
for say in (qDebug, qWarning, qCritical):
    say(f'QWidget::setX: "{C}" is no name; access_token={T}')
QTimer.singleShot(0, slot)
QTimer.singleShot(0, lambda: fail(OSError))
QTimer.singleShot(0, lambda: QTimer.singleShot(0, app.quit))
app.exec()
# Python: a thread, the end of an object, a task that nobody waits for, a warning
thread = threading.Thread(target=in_thread)
thread.start()
thread.join()
Dying()
gc.collect()

async def forget():
    async def lost():
        fail(ValueError)
    task = asyncio.ensure_future(lost())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    gc.collect()

asyncio.run(forget())
warnings.warn(f"access_token={T}", stacklevel=1)
# Libraries, as loud as they can be
for name in ("httpx", "httpcore", "msal", "msal.token_cache", "urllib3", "keyring", "hpack"):
    logging.getLogger(name).info("GET https://x.example/?$deltatoken=%s %s", C, C)
for line in (f"Authorization: Bearer {T}", f"https://x.example/a?$deltatoken={C}", f"refresh_token={C}", f"x {T}",
             f"Proxy-Authorization: Negotiate {C}", f"{C}@nacka.example skrev"):
    logging.getLogger("library").error(line)
logging.getLogger("library").error("%d %s", C)  # arguments that do not fit
logging.getLogger("library").error("%s", Odd())
try:
    slot()
except ValueError:
    logging.getLogger("library").exception("failed")
print("ended")
"""
HAPPENED = ("KeyError", "ValueError", "OSError", "LookupError", "in_thread", "__del__", "Task exception", "qt: default")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def told_by(home: Path) -> "subprocess.CompletedProcess[str]":
    surroundings = {"NACKA_ARBETSPLATS_HOME": str(home), "PYTHONWARNINGS": "default", "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-X", "dev", "-c", CHILD, CANARY, TOKEN],
        env={**os.environ, **surroundings},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )


def test_whatever_goes_wrong_is_told_without_words_or_secrets(home: Path) -> None:
    ended = told_by(home)
    log = (home / "logs" / "nacka-arbetsplats.log").read_text(encoding="utf-8")
    for where, text in {"log": log, "error channel": ended.stderr, "output": ended.stdout}.items():
        hits = [line for line in text.splitlines() if CANARY in line or "eyJ" in line or "kanarie" in line]
        assert hits == [], where
    assert [word for word in HAPPENED if word not in log] == []
    assert ended.stdout == "ended\n"


PAINTED = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
from ui.application import make_qt_application
from workplace_app.private_process import keep_private
guarded = sys.argv[1] == "guarded"
if guarded:
    keep_private()
app = make_qt_application(["child"]) if guarded else QApplication(["child"])
label = QLabel("a title that is somebody's")
label.show()
label.grab()
"""


@pytest.mark.parametrize("way", ["variable", "file"])
def test_nothing_makes_qt_spell_out_what_it_paints(tmp_path: Path, way: str) -> None:
    """The control first: it does so for whoever asks by a variable or by a file of settings."""
    asked = {"QT_LOGGING_RULES": "*=true"}
    if way == "file":
        (tmp_path / "QtProject").mkdir()
        (tmp_path / "QtProject" / "qtlogging.ini").write_text("[Rules]\n*=true\n", encoding="ascii")
        asked = {"XDG_CONFIG_HOME": str(tmp_path)}
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **asked}
    said = {}
    for manner in ("as it is", "guarded"):
        command = [sys.executable, "-c", PAINTED, manner]
        said[manner] = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=60
        ).stderr
    assert len(said["as it is"]) > 10_000
    assert said["guarded"] == ""


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files as POSIX has them")
def test_the_log_is_its_owners(home: Path) -> None:
    told_by(home)
    for path in [home / "logs", *(home / "logs").iterdir()]:
        assert not stat.S_IMODE(path.stat().st_mode) & 0o077, path
