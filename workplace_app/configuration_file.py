"""Reads the one configuration file that holds here: a named one, else the user's, else the machine's."""

from collections.abc import Mapping
from pathlib import Path

from workplace_app.careful_json import MOST_BYTES, NotJsonError, read_json
from workplace_app.domain.configuration_reading import ConfigurationError, Given, strictly_read
from workplace_app.domain.governance import Origin, OriginKind
from workplace_app.domain.layering import Layer
from workplace_app.folders import Folders

FILE_NAME = "configuration.json"


def _stands_twice(key: str) -> object:
    raise NotJsonError(f"names {key} twice")


def configuration_layer(named: Path | None, folders: Folders) -> Layer | None:
    """What the file that holds here gives: it is taken whole, so that no address of one municipality meets a tenant of
    another. None where there is no file. Raises ``ConfigurationError``."""
    origin = configuration_origin(named, folders)
    return None if origin is None else Layer(origin, _read(Path(origin.place)))


def configuration_origin(named: Path | None, folders: Folders) -> Origin | None:
    """Which file holds here; None where there is none."""
    if named is not None:
        return Origin(OriginKind.NAMED_FILE, str(named))
    places: Mapping[OriginKind, Path] = {
        OriginKind.USER_FILE: folders.configuration / FILE_NAME,
        OriginKind.MACHINE_FILE: folders.machine / FILE_NAME,
    }
    return next((Origin(kind, str(path)) for kind, path in places.items() if path.is_file()), None)


def _read(path: Path) -> Given:
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
        return strictly_read(read_json(raw, _stands_twice))
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read: {error.strerror}") from error
    except NotJsonError as error:
        raise ConfigurationError(f"{path} {error}") from error
    except ConfigurationError as error:
        raise ConfigurationError(f"{path}: {error}") from error
