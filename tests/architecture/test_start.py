"""What is imported before the window's first frame: Qt and the readers, none of the network's libraries."""

import json
import os
import subprocess
import sys
from pathlib import Path

# Each costs between 10 and 80 ms, which the user would wait for before seeing anything.
AFTER_THE_FIRST_FRAME = {
    "asyncio",
    "httpx",
    "httpcore",
    "msal",
    "requests",
    "sqlite_utils",
    "msgspec",
    "nh3",
    "feedparser",
}
AFTER_THE_FIRST_FRAME |= {"starlette", "uvicorn", "segno", "icalendar", "Stemmer", "ui.workplace", "sync.attendant"}
AFTER_THE_FIRST_FRAME |= {
    "keyring",
    "secretstorage",
    "jeepney",
    "cryptography",
    "sqlcipher3",
    "secrets",
    "subprocess",
    "plistlib",
}

PROGRAM = """
import json, os, sys
from workplace_app import start_marks

def told(point):
    print(json.dumps({"point": point, "modules": sorted(sys.modules)}), flush=True)
    os._exit(0)

start_marks.mark = told
from workplace_app.main import run
sys.exit(run(None, demo=False, scale=1))
"""


def test_the_first_frame_waits_for_no_library_of_the_network(tmp_path: Path) -> None:
    environment = {**os.environ, "NACKA_ARBETSPLATS_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["point"] == "first frame"
    assert sorted(AFTER_THE_FIRST_FRAME & set(told["modules"])) == []
