"""Reads which municipality this installation serves from a JSON file: a named one, the user's or the machine's."""

import json
from pathlib import Path

from workplace_app.domain.configuration import ConfigurationError, Municipality, municipality_from_json
from workplace_app.folders import Folders

FILE_NAME = "configuration.json"

NOBODY = Municipality(name="Nacka kommun")
"""What holds when nothing is configured: public-only mode with the built-in catalogue."""


def read_configuration(path: Path) -> Municipality:
    """The municipality that a file describes.

    Raises ``ConfigurationError`` with one sentence that names the file and what is wrong with it.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise ConfigurationError(f"{path} is not JSON") from error
    if not isinstance(data, dict):
        raise ConfigurationError(f"{path} must hold a JSON object")
    try:
        return municipality_from_json(data)
    except ConfigurationError as error:
        raise ConfigurationError(f"{path}: {error}") from error


def find_configuration(named: Path | None, folders: Folders) -> Municipality:
    """The named file, else the user's, else the machine's, else public-only mode. Raises ``ConfigurationError``."""
    if named is not None:
        return read_configuration(named)
    for folder in (folders.configuration, folders.machine):
        if (folder / FILE_NAME).is_file():
            return read_configuration(folder / FILE_NAME)
    return NOBODY
