"""Reads which municipality this installation serves from a JSON file: a named one, the user's or the machine's."""

import json
from pathlib import Path
from typing import Any

from workplace_app.domain.configuration import Municipality
from workplace_app.domain.configuration_reading import ConfigurationError, municipality_from_json
from workplace_app.folders import Folders

FILE_NAME = "configuration.json"

NOBODY = Municipality(name="Nacka kommun")
"""What holds when nothing is configured: public-only mode with the built-in catalogue."""


_MOST_CHARACTERS = 1_000_000


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Two programs may choose differently between two values of one key."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ConfigurationError(f"it names {key} twice")
        found[key] = value
    return found


def _no_number(name: str) -> float:
    raise ValueError(name)


def read_configuration(path: Path) -> Municipality:
    """The municipality that a file describes.

    Raises ``ConfigurationError`` with one sentence that names the file and what is wrong with it.
    """
    try:
        with path.open(encoding="utf-8-sig") as file:
            text = file.read(_MOST_CHARACTERS + 1)
        if len(text) > _MOST_CHARACTERS:
            raise ConfigurationError("it is too large for a configuration")
        data = json.loads(text, object_pairs_hook=_without_doubles, parse_constant=_no_number)
    except ConfigurationError as error:
        raise ConfigurationError(f"{path}: {error}") from error
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
