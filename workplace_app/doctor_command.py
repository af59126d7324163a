"""The command line's `doctor`: progress on a terminal, the report, and the bundle."""

import json
import sys
from pathlib import Path

from sync.identity.key_vault import KeyVault
from ui.checkup_text import as_json, report_lines
from workplace_app.doctor import Patient, examine
from workplace_app.doctor_bundle import write_bundle
from workplace_app.domain.checkup import CheckState
from workplace_app.folders import system_folders


def run_doctor(configuration: Path | None, bundle: Path | None, *, json_wanted: bool) -> bool:
    """Look at this computer and print what was found; True when nothing is wrong. Raises ``OSError`` for a bundle that
    cannot be written."""
    folders = system_folders()
    terminal = sys.stderr.isatty()
    checkup = examine(Patient(folders, KeyVault, configuration), _progress if terminal else lambda _done, _of: None)
    if terminal:
        print(file=sys.stderr)
    if bundle is not None:
        write_bundle(checkup, folders.logs, bundle)
        print(f"The bundle for IT is in {bundle}.", file=sys.stderr)
    if json_wanted:
        print(json.dumps(as_json(checkup), ensure_ascii=False))
    else:
        print("\n".join(report_lines(checkup)))
    return checkup.worst is not CheckState.PROBLEM


def _progress(done: int, of: int) -> None:
    """On standard error, so that a report may go into a file."""
    print(f"\rLooking at this computer: {done} of {of}", end="", file=sys.stderr, flush=True)
