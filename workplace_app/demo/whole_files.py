"""Writes a file so that a kill at any moment leaves the old content or the new, never half of it."""

import os
from pathlib import Path


def write_whole(file: Path, content: bytes, *, secret: bool = True) -> None:
    """Replace the file's content; a ``secret`` one can be read by its owner only."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(file.name + ".new")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600 if secret else 0o644)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
    beside.replace(file)
