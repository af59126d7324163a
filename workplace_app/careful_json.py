"""Reads JSON of files that people write: of any size, with or without a byte order mark, and never more than JSON."""

import json
from collections.abc import Callable
from typing import Any

MOST_BYTES = 1_000_000


class NotJsonError(ValueError):
    """The message goes on after the file's name ("is not JSON")."""


def read_json(raw: bytes, twice: Callable[[str], object]) -> dict[str, Any]:
    """The object that the file holds. ``twice`` is asked what a key that stands twice in one object means, since two
    programs may choose differently between its values. It may raise
    ``NotJsonError``, as this does."""

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for key, value in found:
            made[key] = twice(key) if key in made else value
        return made

    if len(raw) > MOST_BYTES:
        raise NotJsonError("is too large")
    try:
        data = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=pairs, parse_constant=_no_number)
    except NotJsonError:
        raise
    except (ValueError, RecursionError) as error:
        raise NotJsonError("is not JSON") from error
    if not isinstance(data, dict):
        raise NotJsonError("must hold a JSON object")
    return data


def _no_number(name: str) -> float:
    """NaN and Infinity are Python's, not JSON's."""
    raise ValueError(name)
