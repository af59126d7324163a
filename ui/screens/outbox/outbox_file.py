"""The whole outbox as a file of its own: as text to be read, or as JSON."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from ui.dates import local
from ui.file_saving import ToSave
from ui.screens.outbox.intent_details import step_words
from ui.screens.outbox.intent_rows import IntentRow
from workplace_app.domain.frozen import frozen
from workplace_app.domain.intent import Attempt

translate = QCoreApplication.translate


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


def to_save(kept: Callable[[], Sequence[Kept]], now: datetime) -> ToSave:
    """What the dialog asks about: JSON when the chosen name ends so, else text. ``kept`` is read when it is written."""

    def content(path: Path) -> bytes:
        rows = kept()
        written = as_json(rows) if path.suffix.lower() == ".json" else as_text(rows, now)
        return written.encode()

    def saved(path: Path) -> str:
        return translate("outbox", "The outbox is saved in {file}.").format(file=path.name)

    name = translate("outbox", "Outbox {day}").format(day=f"{local(now):%Y-%m-%d}")
    kinds = (translate("outbox", "Text") + " (*.txt)", "JSON (*.json)")
    return ToSave(translate("outbox", "Save the outbox"), name, "txt", kinds, content, saved)
