"""Runs the program as a command in a process of its own, in a home of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from workplace_app.folders import HOME_VARIABLE

_SECONDS = 90


def workplace_app(
    home: Path, *words: str, module: str = "workplace_app", **more: str
) -> "subprocess.CompletedProcess[str]":
    """What a command printed and how it ended."""
    environment = {**os.environ, HOME_VARIABLE: str(home), "QT_QPA_PLATFORM": "offscreen", **more}
    return subprocess.run(
        [sys.executable, "-m", module, *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=_SECONDS,
    )


def printed(answer: "subprocess.CompletedProcess[str]") -> dict[str, Any]:
    """The one JSON object that a command printed."""
    assert answer.returncode == 0, answer.stderr
    (line,) = answer.stdout.splitlines()
    content: dict[str, Any] = json.loads(line)
    return content
