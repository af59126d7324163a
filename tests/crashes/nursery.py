"""Bears processes in which the program has been imported already, so that a life costs milliseconds to begin.

``python -m tests.crashes.nursery`` imports once, has one thread and no open file of the program, and forks for each
order: what it bears is a process like any other, which opens its files and sockets itself and can be killed.
"""

import ctypes
import gc
import importlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType, TracebackType
from typing import Any, Self

ROOT = Path(__file__).resolve().parents[2]
PRELOADED = (
    "sync.background",
    "sync.once",
    "sync.feeds.registry",
    "tests.crashes.scenarios",
    "tests.crashes.disk_trials",
    # the HTTP client imports these at its first request
    "httpcore",
    "httpcore._backends.anyio",
    "anyio._backends._asyncio",
    "anyio.streams.tls",
    "anyio.to_thread",
    "h2.connection",
    "concurrent.futures.thread",
)
_LIFE = "tests.crashes.life"
_MOST_BYTES = 1 << 20
_PATIENCE_SECONDS = 300.0
"""A machine that is busy with other things takes ten times as long."""
_DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG of prctl(2)."""
Mark = list[Any]
"""What a process tells: a word and what belongs to it."""
Tell = Callable[..., None]


class Newborn:
    """A process from its birth to its end."""

    def __init__(self, nursery: "Nursery", process_id: int, told: int, go: int) -> None:
        self._nursery = nursery
        self.process_id = process_id
        self._told = told
        self._go = go
        self._rest = b""
        self._ended = False

    def go(self) -> None:
        """Let one that was born waiting begin."""
        os.write(self._go, b"!")

    def mark(self, seconds: float) -> Mark | None:
        """The next thing it tells; None when it has ended, or tells nothing for so long."""
        until = time.monotonic() + seconds
        while b"\n" not in self._rest and not self._ended:
            left = until - time.monotonic()
            if left <= 0 or not select.select([self._told], [], [], left)[0]:
                return None
            self._read()
        line, found, rest = self._rest.partition(b"\n")
        if not found:
            return None
        self._rest = rest
        mark: Mark = json.loads(line)
        return mark

    def kill(self) -> None:
        """SIGKILL, now."""
        os.kill(self.process_id, signal.SIGKILL)

    def end(self, seconds: float = _PATIENCE_SECONDS) -> tuple[list[Mark], int]:
        """Wait for its end; gives what it still told, and its exit code (negative: the signal that ended it)."""
        marks: list[Mark] = []
        until = time.monotonic() + seconds
        while not self._ended and time.monotonic() < until:
            mark = self.mark(until - time.monotonic())
            if mark is not None:
                marks.append(mark)
        while (mark := self.mark(0)) is not None:
            marks.append(mark)
        if not self._ended:
            self.kill()
        os.close(self._told)
        os.close(self._go)
        return marks, self._nursery.exit_code(self.process_id)

    def _read(self) -> None:
        found = os.read(self._told, 65536)
        self._rest += found
        self._ended = not found


class Nursery:
    """A context manager around the process that bears others. ``library`` is loaded before the C library; ``life`` is
    the module whose functions they live."""

    def __init__(self, library: Path | None = None, life: str = _LIFE) -> None:
        ours, theirs = socket.socketpair()
        environment = dict(os.environ)
        if library is not None:
            environment["LD_PRELOAD"] = str(library)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.crashes.nursery", str(theirs.fileno()), life],
            cwd=ROOT,
            env=environment,
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
        )
        theirs.close()
        self._socket = ours

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()
        self._process.wait(20)

    def bear(self, function: str, order: Mapping[str, Any], *, waiting: bool = False) -> Newborn:
        """Begin ``<function>(order, tell)`` of the module of lives in a process of its own."""
        read, write = os.pipe()
        hear, go = os.pipe()
        words = json.dumps({"function": function, "order": order, "waiting": waiting}).encode()
        socket.send_fds(self._socket, [len(words).to_bytes(4, "big")], [write, hear])
        self._socket.sendall(words)
        os.close(write)
        os.close(hear)
        return Newborn(self, self._number(), read, go)

    def exit_code(self, process_id: int) -> int:
        """Wait for the end of one of its children."""
        words = json.dumps({"wait": process_id}).encode()
        self._socket.sendall(len(words).to_bytes(4, "big") + words)
        return self._number()

    def _number(self) -> int:
        answer = b""
        while len(answer) < 8:
            more = self._socket.recv(8 - len(answer))
            if not more:
                raise RuntimeError("the nursery has ended")
            answer += more
        return int.from_bytes(answer, "big", signed=True)


def _orders(control: socket.socket) -> Iterator[tuple[dict[str, Any], list[int]]]:
    while True:
        size, files, _, _ = socket.recv_fds(control, 4, 2)
        if not size:
            return
        words = b""
        while len(words) < int.from_bytes(size, "big"):
            words += control.recv(_MOST_BYTES)
        yield json.loads(words), files


def _end_with_parent() -> None:
    """Nobody is left behind when a test is ended from outside; where the system has no such thing, they may be."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_DEATH_SIGNAL, signal.SIGKILL)


def _live(life: ModuleType, order: dict[str, Any], tell_to: int, hear: int) -> int:
    """In the new process: do as ordered; its exit code."""

    def tell(*mark: Any) -> None:
        os.write(tell_to, json.dumps(mark).encode() + b"\n")

    _end_with_parent()
    if order["waiting"]:
        os.read(hear, 1)
    try:
        getattr(life, order["function"])(order["order"], tell)
    except BaseException:  # noqa: BLE001  told to the test, whose finding it is
        tell("crashed", traceback.format_exc())
        return 1
    return 0


def main(control: socket.socket, life_module: str) -> None:
    """Bear until the test has gone."""
    _end_with_parent()
    for module in PRELOADED:
        importlib.import_module(module)
    life = importlib.import_module(life_module)
    gc.freeze()
    for order, files in _orders(control):
        if "wait" in order:
            _, status = os.waitpid(order["wait"], 0)
            control.sendall(os.waitstatus_to_exitcode(status).to_bytes(8, "big", signed=True))
            continue
        process_id = os.fork()
        if process_id == 0:
            control.close()
            os._exit(_live(life, order, *files))
        for file in files:
            os.close(file)
        control.sendall(process_id.to_bytes(8, "big", signed=True))


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])), sys.argv[2])
