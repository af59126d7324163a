"""Starts the demo municipality as a process of its own and stops it by its id."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from workplace_app.domain.configuration import ConfigurationError, Municipality, municipality_from_json


@dataclass(frozen=True, slots=True)
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
        self.municipality: Municipality = municipality_from_json(announced)
        self.people = tuple(
            DemoPerson(person["object_id"], person["name"], person["user_name"], person["role"])
            for person in announced.get("people", [])
        )
        self.control: str = announced["control"]

    @classmethod
    def start(cls, data_folder: Path, *arguments: str) -> Self:
        """Start it and wait until it announces its addresses. Raises ``ConfigurationError`` when it does not."""
        data_folder.mkdir(parents=True, exist_ok=True)
        packaged = getattr(sys, "frozen", False)
        program = [sys.executable, "demo"] if packaged else [sys.executable, "-m", "workplace_app.demo"]
        process = subprocess.Popen(  # noqa: S603  our own program, no shell, no text from outside
            [*program, "--data-dir", str(data_folder), "--until-stdin-closes", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        if process.stdout is None:
            raise ConfigurationError("the demo municipality has no output to announce itself on")
        line = process.stdout.readline()
        try:
            announced = json.loads(line)
        except ValueError as error:
            process.kill()
            process.wait()
            raise ConfigurationError("the demo municipality did not start") from error
        return cls(process, announced)

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
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
