"""Who has decided each setting of the municipality, and what was not obeyed and why."""

from enum import Enum
from typing import NamedTuple

from workplace_app.domain.setting_kinds import Value


class OriginKind(Enum):
    """From the strongest to the weakest; the demo's addresses take the place of a configuration file."""

    POLICY = "policy"
    NAMED_FILE = "named configuration file"
    USER_FILE = "user's configuration file"
    MACHINE_FILE = "machine's configuration file"
    DEMO = "demo municipality"
    DEFAULT = "default"


class Origin(NamedTuple):
    """``place`` is the file or the registry's key; "" for what is built in."""

    kind: OriginKind
    place: str = ""


BUILT_IN = Origin(OriginKind.DEFAULT)


class Held(NamedTuple):
    """A setting's value and where it comes from."""

    name: str
    value: Value
    origin: Origin


class Ignored(NamedTuple):
    """Something that is not obeyed. ``reason`` goes on after the setting's name ("must be text"); without a name it
    goes on after the place ("is not JSON")."""

    origin: Origin
    name: str
    reason: str

    @property
    def what(self) -> str:
        """The place, the setting and what is wrong."""
        return f"{self.origin.place}: {self.name} {self.reason}" if self.name else f"{self.origin.place} {self.reason}"

    @property
    def sentence(self) -> str:
        """The same as a sentence that says what becomes of it."""
        return f"{self.what}; it is ignored."

    @property
    def log_words(self) -> str:
        """The same for the log, which names no folder of a person."""
        return f"{self.origin.kind.value}: {' '.join(filter(None, (self.name, self.reason)))}; it is ignored"


class Governance(NamedTuple):
    """``held`` has every setting once, unless nobody has said where the municipality comes from."""

    held: tuple[Held, ...] = ()
    ignored: tuple[Ignored, ...] = ()

    def origin_of(self, name: str) -> Origin:
        """Who decided a setting."""
        return next((held.origin for held in self.held if held.name == name), BUILT_IN)

    def decided_by_it(self, name: str) -> bool:
        """True where IT has decided: by policy, or in the file that holds for everybody who uses this computer."""
        return self.origin_of(name).kind in (OriginKind.POLICY, OriginKind.MACHINE_FILE)
