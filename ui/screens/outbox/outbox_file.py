"""The whole outbox as a file of its own: as text to be read, or as JSON."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.dates import local
from ui.screens.outbox.intent_details import step_words
from ui.screens.outbox.intent_rows import IntentRow
from workplace_app.domain.frozen import frozen
from workplace_app.domain.intent import Attempt
from workplace_app.domain.settings import SettingsStorage

translate = QCoreApplication.translate
FOLDER = "outbox.folder"
"""By this name the folder is remembered in which somebody saved last."""
AskWhere = Callable[[QWidget, str], str]
"""Asks for a file, given a widget and a proposal; "" when nobody wants one after all."""


@frozen
class Kept:
    """A row with what has happened to it."""

    row: IntentRow
    history: tuple[Attempt, ...]


def as_text(kept: Sequence[Kept], now: datetime) -> str:
    """To be read, printed and copied from: nothing that anybody has written is cut."""
    parts = []
    for each in kept:
        row = each.row
        lines = [row.title, row.words, row.standing.words, *([row.text] if row.text else [])]
        steps = (f"  {step_words(step, now, first=not number)}" for number, step in enumerate(each.history))
        parts.append("\n".join([*lines, *steps]))
    return "\n\n".join(parts) + "\n"


def as_json(kept: Sequence[Kept]) -> str:
    """To be read by a program: the outbox as it is kept, with the moments in UTC."""
    made = [
        {
            "id": each.row.id,
            "kind": each.row.intent.kind.value,
            "target": each.row.intent.target_id,
            "about": each.row.intent.about,
            "state": each.row.intent.state.value,
            "filed_at": each.row.intent.filed_at.isoformat(),
            "payload": each.row.intent.payload,
            "history": [
                {
                    "at": step.at.isoformat(),
                    "state": step.state.value,
                    "problem": step.problem.kind.value if step.problem is not None else None,
                }
                for step in each.history
            ],
        }
        for each in kept
    ]
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def save(kept: Sequence[Kept], path: Path, now: datetime) -> None:
    """Write the file: JSON when its name ends so, else text. Raises ``OSError`` when it cannot be written."""
    path.write_text(as_json(kept) if path.suffix.lower() == ".json" else as_text(kept, now), encoding="utf-8")


def proposal(storage: SettingsStorage, now: datetime) -> str:
    """The folder of last time, and a name that says what it is and of which day."""
    folder = storage.setting(FOLDER)
    name = translate("outbox", "Outbox {day}").format(day=f"{local(now):%Y-%m-%d}")
    return str(Path(folder or Path.home()) / f"{name}.txt")


def ask_where(parent: QWidget, proposed: str) -> str:
    """The system's own dialog."""
    kinds = translate("outbox", "Text") + " (*.txt);;JSON (*.json)"
    chosen, _kind = QFileDialog.getSaveFileName(parent, translate("outbox", "Save the outbox"), proposed, kinds)
    return chosen
