"""A process that holds a key leaves neither readable files nor a memory image behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from workplace_app.private_process import NEVER_FROM_OUTSIDE

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


ENVIRONMENT = """
import os, sys
import workplace_app.command_line
early = sorted({"_ssl", "_hashlib", "PySide6.QtCore"} & set(sys.modules))
from workplace_app.private_process import NEVER_FROM_OUTSIDE, keep_private
keep_private()
left = [name for name in os.environ if name in NEVER_FROM_OUTSIDE or name.startswith("KEYRING_PROPERTY_")]
print(early, left, os.environ["LANGUAGE"])
"""


def test_what_would_load_or_trust_something_else_is_gone_before_anybody_reads_it() -> None:
    planted = dict.fromkeys(NEVER_FROM_OUTSIDE, "/nowhere") | {"KEYRING_PROPERTY_PREFERRED_COLLECTION": "/open/to/all"}
    told = subprocess.run(
        [sys.executable, "-c", ENVIRONMENT],
        env={**os.environ, **planted, "LANGUAGE": "sv"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "[] [] sv"


LIBRARY_PATHS = """
from workplace_app.private_process import keep_private
{guard}
from PySide6.QtCore import QCoreApplication
app = QCoreApplication([])
print("\\n".join(QCoreApplication.libraryPaths()))
"""


def test_qt_looks_for_libraries_in_its_own_folder_alone(tmp_path: Path) -> None:
    """The control first: without the guard the planted folder is looked through before Qt's own."""
    planted = {**os.environ, "QT_PLUGIN_PATH": str(tmp_path)}
    for guard, looked_through in (("", True), ("keep_private()", False)):
        program = LIBRARY_PATHS.format(guard=guard)
        told = subprocess.run([sys.executable, "-c", program], env=planted, capture_output=True, text=True, check=True)
        assert (str(tmp_path) in told.stdout.splitlines()) is looked_through
