"""What is wrong in a policy or a configuration stands in the log once, and without anybody's folder."""

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
from pathlib import Path
from workplace_app.domain.configuration_reading import read_settings
from workplace_app.domain.governance import Origin, OriginKind
from workplace_app.domain.layering import policy_layer
from workplace_app.folders import system_folders
from workplace_app.main import _watch_over
from workplace_app.municipality_here import municipality_or_problem

place = "/Library/Managed Preferences/elin.ekhamn/se.nacka.arbetsplats.plist"
layer = policy_layer(Origin(OriginKind.POLICY, place), read_settings({"access": {"grace_days": "soon"}}))
folders = system_folders()
municipality, _problem = municipality_or_problem(None, folders, lambda: (layer,))
_watch_over(folders, municipality)
"""


def test_each_thing_that_is_ignored_is_logged_once(tmp_path: Path) -> None:
    configuration = tmp_path / "configuration" / "configuration.json"
    configuration.parent.mkdir()
    configuration.write_text('{"name": "E", "clients": "many"}', encoding="utf-8")
    environment = {**os.environ, "NACKA_ARBETSPLATS_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    logged = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "logs").iterdir())
    for words in (
        "policy: access.grace_days must be a whole number from 0 to 3650; it is ignored",
        "user's configuration file: clients must be a whole number from 1 to 1000000; it is ignored",
    ):
        assert logged.count(words) == 1
    assert "elin" not in logged
    assert str(tmp_path) not in logged
