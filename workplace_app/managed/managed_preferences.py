"""Policy on macOS: what a configuration profile puts into /Library/Managed Preferences."""

import plistlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.parsers.expat import ExpatError

from workplace_app.domain.configuration_reading import read_settings
from workplace_app.domain.governance import Ignored, Origin, OriginKind
from workplace_app.domain.layering import Layer, policy_layer
from workplace_app.managed.protected_file import ADMINISTRATOR, NotPolicyError, read_protected

DOMAIN = "se.nacka.arbetsplats"
"""The payload type of the profile."""
FOLDER = Path("/Library/Managed Preferences")
_OF_THE_PROFILE = "Payload"
"""PayloadUUID and its like describe the profile itself, and are copied along with what it says."""
_UNREADABLE = (
    plistlib.InvalidFileException,
    ExpatError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    OverflowError,
    RecursionError,
)
"""What plistlib raises for files that are none, some of it from deep inside."""


def preferences_policy(user_name: str, folder: Path = FOLDER, administrator: int = ADMINISTRATOR) -> tuple[Layer, ...]:
    """The computer's profile over the user's, as in the registry. ``user_name`` is the system's word for who runs this,
    not the environment's, which the user could set."""
    places = (folder / f"{DOMAIN}.plist", folder / user_name / f"{DOMAIN}.plist")
    return tuple(layer for place in places for layer in _layer(place, administrator))


def _layer(path: Path, administrator: int) -> Sequence[Layer]:
    origin = Origin(OriginKind.POLICY, str(path))
    try:
        raw = read_protected(path, administrator)
        return () if raw is None else (policy_layer(origin, read_settings(_settings(raw))),)
    except NotPolicyError as error:
        return (Layer(origin, {}, (Ignored(origin, "", str(error)),)),)


def _settings(raw: bytes) -> dict[str, Any]:
    try:
        data: object = plistlib.loads(raw)
    except _UNREADABLE as error:
        raise NotPolicyError("is no property list") from error
    if not isinstance(data, dict):
        raise NotPolicyError("must hold a dictionary")
    return {
        name: value for name, value in data.items() if isinstance(name, str) and not name.startswith(_OF_THE_PROFILE)
    }
