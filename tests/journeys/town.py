"""The demo municipality as a process of its own, commanded over its control page."""

import json
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any

from workplace_app.demo.robot_browser import RobotBrowser
from workplace_app.demo_process import DemoProcess
from workplace_app.domain.configuration import Municipality

ELIN = "elin.ekhamn@nacka.example"
_SECONDS = 10


class Town:
    """``pull_the_plug`` ends the process at once; ``start`` brings it back at the same addresses."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self._folder = folder
        self._arguments = arguments
        self._process: DemoProcess | None = None
        self.start()

    def start(self) -> None:
        """Start it (again)."""
        self._process = DemoProcess.start(self._folder, "--frozen", *self._arguments)

    def pull_the_plug(self) -> None:
        """End the process at once."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()

    @property
    def running(self) -> DemoProcess:
        """The process while it runs."""
        assert self._process is not None
        return self._process

    @property
    def municipality(self) -> Municipality:
        """How the program reaches it."""
        return self.running.municipality

    def robot(self, user_name: str = ELIN, *, cancels: bool = False) -> RobotBrowser:
        """A browser in which this person signs in."""
        return RobotBrowser(user_name, self.municipality.ca_file, cancels=cancels)

    def order(self, command: str, **order: Any) -> dict[str, Any]:
        """Give the control a command."""
        request = urllib.request.Request(
            f"{self.running.control}/{command}", json.dumps(order).encode(), {"Content-Type": "application/json"}
        )
        return self._load(request)

    def requests(self, **query: str) -> list[dict[str, Any]]:
        """What has been asked of it since its start, or since the counting began anew."""
        words = urllib.parse.urlencode(query)
        found: list[dict[str, Any]] = self._load(urllib.request.Request(f"{self.running.control}/requests?{words}"))[
            "requests"
        ]
        return found

    def state(self, view: str) -> dict[str, Any]:
        """How something stands there: "tasks", "dialogue"."""
        return self._load(urllib.request.Request(f"{self.running.control}/{view}"))

    @staticmethod
    def _load(request: urllib.request.Request) -> dict[str, Any]:
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=_SECONDS) as answer:
            content: dict[str, Any] = json.loads(answer.read())
        return content
