"""Starts the demo municipality as a process of its own and stops it by its id."""

import contextlib
import json
import logging
import secrets
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

from workplace_app.domain.configuration import Municipality
from workplace_app.domain.configuration_reading import ConfigurationError
from workplace_app.domain.frozen import frozen
from workplace_app.municipality_here import demo_municipality
from workplace_app.own_process import own_command, own_environment

_LOG = logging.getLogger(__name__)
_FIRST_PORT, _LAST_PORT, _PORTS = 20_000, 32_000, 5
_PLACES_TO_TRY = 5


@frozen
class DemoPerson:
    """One of the demo's invented members of staff."""

    object_id: str
    name: str
    user_name: str
    role: str


class DemoProcess:
    """The running demo municipality. It ends with this process, also when this process is killed: it watches the pipe
    that is its standard input."""

    def __init__(self, process: "subprocess.Popen[str]", announced: dict[str, Any]) -> None:
        self._process = process
        self.announced = announced
        self.municipality: Municipality = demo_municipality(announced)
        self.people = tuple(
            DemoPerson(person["object_id"], person["name"], person["user_name"], person["role"])
            for person in announced.get("people", [])
        )
        self.control: str = announced["control"]

    @classmethod
    def start(cls, data_folder: Path, *arguments: str) -> Self:
        """Start it and wait until it announces its addresses. Raises ``ConfigurationError`` when it does not.

        It listens where it listened the last time, since what was kept of it (delta links) names those addresses; only
        when another program has taken them it moves.
        """
        data_folder.mkdir(parents=True, exist_ok=True)
        kept = data_folder / "port-base"
        for base in _port_bases(kept):
            found = cls._try_to_start(data_folder, base, arguments)
            if found is not None:
                kept.write_text(str(base), encoding="ascii")
                return found
        raise ConfigurationError("the demo municipality did not start")

    @classmethod
    def _try_to_start(cls, data_folder: Path, port_base: int, arguments: tuple[str, ...]) -> Self | None:
        process = subprocess.Popen(  # noqa: S603  our own program, no shell, no text from outside
            [
                *own_command("workplace_app.demo", "demo"),
                *("--data-dir", str(data_folder), "--port-base", str(port_base), "--until-stdin-closes"),
                *arguments,
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=own_environment(),
        )
        try:
            if process.stdout is not None:
                return cls(process, json.loads(process.stdout.readline()))
        except ValueError:
            _LOG.warning("the demo municipality did not start at port %d", port_base)
        _end(process)
        return None

    @property
    def process_id(self) -> int:
        """The id of the process, so that a test can end exactly this one."""
        return self._process.pid

    def stop(self) -> None:
        """Close its standard input, which ends it; after ten seconds end it by force."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def kill(self) -> None:
        """End it at once, as a pulled plug would."""
        _end(self._process)


def _end(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()


def _port_bases(kept: Path) -> Iterator[int]:
    """Where it listened the last time, then some places at random below the range that systems give out themselves."""
    with contextlib.suppress(OSError, ValueError):
        yield int(kept.read_text(encoding="ascii"))
    for _ in range(_PLACES_TO_TRY):
        yield secrets.randbelow((_LAST_PORT - _FIRST_PORT) // _PORTS) * _PORTS + _FIRST_PORT
