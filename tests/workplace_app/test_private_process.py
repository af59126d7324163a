"""A process that holds a key leaves neither readable files nor a memory image behind."""

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import os, resource, sys
from pathlib import Path
from workplace_app.private_process import keep_private
keep_private()
made = Path(sys.argv[1])
made.write_text("x")
print(oct(made.stat().st_mode & 0o777), resource.getrlimit(resource.RLIMIT_CORE)[0])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither a umask nor core files")
def test_files_are_the_owners_and_no_core_is_written(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, str(tmp_path / "made")]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["0o600", "0"]
