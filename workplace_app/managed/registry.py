"""Policy on Windows: values of the registry below Software\\Policies, which users cannot write, under dotted names."""

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from workplace_app.domain.configuration_reading import Reading, Wrong, read_settings
from workplace_app.domain.governance import Ignored, Origin, OriginKind
from workplace_app.domain.layering import Layer, policy_layer
from workplace_app.domain.policy import DECLARED, Declaration
from workplace_app.domain.setting_kinds import Shape

if sys.platform == "win32":
    import winreg

KEY = r"Software\Policies\Nacka kommun\Nacka arbetsplats"
HIVES = ("HKEY_LOCAL_MACHINE", "HKEY_CURRENT_USER")
"""The computer's policy over the user's. Windows shows this key alike to programs of 32 and 64 bits."""
REG_SZ, REG_DWORD, REG_MULTI_SZ = 1, 4, 7
"""As in winreg, which other systems do not have (winnt.h)."""
_TYPES = {
    Shape.TEXT: (REG_SZ, "REG_SZ"),
    Shape.WHOLE: (REG_DWORD, "REG_DWORD"),
    Shape.SWITCH: (REG_DWORD, "REG_DWORD, 0 or 1"),
    Shape.TEXTS: (REG_MULTI_SZ, "REG_MULTI_SZ"),
    Shape.WHOLES: (REG_MULTI_SZ, "REG_MULTI_SZ of numbers"),
}
_MOST_VALUES = 500


class RegistryValue(NamedTuple):
    """A value of a key, as ``winreg.EnumValue`` gives it."""

    name: str
    data: object
    type: int


ReadKey = Callable[[str, str], Sequence[RegistryValue] | None]
"""The values of a key in a hive, None where there is no such key. Raises ``OSError``."""


def registry_type(declaration: Declaration) -> str:
    """The registry's type for a setting, in words."""
    return _TYPES[declaration.kind.shape][1]


def registry_policy(read_key: ReadKey) -> tuple[Layer, ...]:
    """The policy of both hives, the computer's first."""
    return tuple(layer for hive in HIVES for layer in _layer(hive, read_key))


def _layer(hive: str, read_key: ReadKey) -> Iterator[Layer]:
    origin = Origin(OriginKind.POLICY, f"{hive}\\{KEY}")
    try:
        values = read_key(hive, KEY)
    except OSError as error:
        yield Layer(origin, {}, (Ignored(origin, "", f"cannot be read ({error.strerror})"),))
        return
    if values is not None:
        yield policy_layer(origin, _reading(values))


def _reading(values: Sequence[RegistryValue]) -> Reading:
    """Names are the registry's: alike in capitals and small letters. A key's default value has none."""
    found: dict[str, object] = {}
    wrong: list[Wrong] = []
    for name, data, kind in values:
        name = name.lower()
        declaration = DECLARED.get(name)
        if declaration is None:
            if name:
                found[name] = data
            continue
        wanted, words = _TYPES[declaration.kind.shape]
        if kind != wanted:
            wrong.append(Wrong(name, f"must be {words}"))
        else:
            found[name] = _as_json(declaration.kind.shape, data)
    reading = read_settings(found)
    return Reading(reading.values, (*wrong, *reading.wrong), reading.unknown)


def _as_json(shape: Shape, data: object) -> object:
    """What winreg makes of its types, in the shape that JSON would have; what does not fit is left for the check."""
    if shape is Shape.SWITCH:
        return bool(data) if data in (0, 1) else data
    if isinstance(data, list):
        lines = [line for line in data if line]  # editors leave empty lines at the end
        return [int(line) if _is_number(line) else line for line in lines] if shape is Shape.WHOLES else lines
    return [] if data is None and shape in (Shape.TEXTS, Shape.WHOLES) else data


def _is_number(line: object) -> bool:
    return isinstance(line, str) and len(line) < 10 and line.isascii() and line.isdigit()


if sys.platform == "win32":

    def read_windows_key(hive: str, path: str) -> Sequence[RegistryValue] | None:
        """The same from the real registry."""
        root = winreg.HKEY_LOCAL_MACHINE if hive == HIVES[0] else winreg.HKEY_CURRENT_USER
        try:
            key = winreg.OpenKey(root, path, 0, winreg.KEY_READ)
        except FileNotFoundError:
            return None
        with key:
            number = min(winreg.QueryInfoKey(key)[1], _MOST_VALUES)
            return [RegistryValue(*winreg.EnumValue(key, index)) for index in range(number)]
