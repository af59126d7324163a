"""The doctor's bundle for IT: report and logs in one file, without anything personal in it."""

import json
import os
import zipfile
from pathlib import Path

from ui.checkup_text import as_json, report_lines
from workplace_app.domain.checkup import Checkup
from workplace_app.logging_setup import LOG_NAME, redact, without_home

_LARGEST_LOG = 2_000_000


def write_bundle(checkup: Checkup, logs: Path, path: Path) -> None:
    """A zip file for IT: the report twice, and the logs. Everything passes the redaction of the logs once more, so that
    a log from before a rule was made is covered too. Raises ``OSError``."""
    texts = {
        "report.txt": "\n".join(report_lines(checkup)) + "\n",
        "report.json": json.dumps(as_json(checkup), ensure_ascii=False, indent=1) + "\n",
        **{f"logs/{log.name}": _beginning(log) for log in sorted(logs.glob(f"{LOG_NAME}*")) if log.is_file()},
    }
    draft = path.with_name(path.name + ".new")
    with (
        os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bundle,
    ):
        for name, text in texts.items():
            bundle.writestr(name, without_home(redact(text)))
    draft.replace(path)


def _beginning(log: Path) -> str:
    with log.open(encoding="utf-8", errors="replace") as file:
        return file.read(_LARGEST_LOG)
