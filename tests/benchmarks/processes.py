"""Starts a program, reads the marks that it writes on standard error, and weighs its memory."""

import contextlib
import json
import os
import selectors
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from shutil import which

BORN = "NACKA_ARBETSPLATS_BORN"
PATIENCE_SECONDS = 60.0
MEGABYTE = 1024 * 1024
ONLY_SYNC_LOADS = "/nh3"
OWN_FILES = (sys.prefix, sys.base_prefix)


@dataclass
class Started:
    """What one start took: milliseconds to each mark, those spent on a processor, and the memory it settled at (None
    where /proc does not tell)."""

    marks: dict[str, float] = field(default_factory=dict)
    processor: dict[str, float] = field(default_factory=dict)
    memory_mb: float | None = None
    has_loaded_sync: bool = False


class NoMarkError(RuntimeError):
    """A program ended, or was silent for too long, before it had written the mark that was waited for."""


def start_once(command: list[str], until: str, *, settle_seconds: float | None = None) -> Started:
    """Start, wait for the mark, and end it. With ``settle_seconds`` its memory is read after that time of idling."""
    started = Started()
    environment = {**os.environ, BORN: str(time.monotonic_ns())}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its modules compiled
    process = subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    try:
        _read_marks(process, started, until)
        if settle_seconds is not None:
            time.sleep(settle_seconds)
            started.memory_mb = memory_of(process.pid)
            started.has_loaded_sync = _has_loaded(process.pid, ONLY_SYNC_LOADS)
    finally:
        process.kill()
        process.wait()
        if process.stderr:
            process.stderr.close()
    return started


def _read_marks(process: "subprocess.Popen[str]", started: Started, until: str) -> None:
    told: list[str] = []
    end = time.monotonic() + PATIENCE_SECONDS
    with selectors.DefaultSelector() as ready:
        if process.stderr is None:
            raise NoMarkError("no standard error to read")
        ready.register(process.stderr, selectors.EVENT_READ)
        while until not in started.marks:
            if not ready.select(timeout=max(0.0, end - time.monotonic())):
                raise NoMarkError(f"no “{until}” within {PATIENCE_SECONDS:.0f} s: {''.join(told)[-2000:]}")
            line = process.stderr.readline()
            if not line:
                raise NoMarkError(f"ended with {process.wait()} before “{until}”: {''.join(told)[-2000:]}")
            told.append(line)
            with contextlib.suppress(ValueError, KeyError, TypeError):
                said = json.loads(line)
                started.marks[said["mark"]] = float(said["ms"])
                started.processor[said["mark"]] = float(said["cpu"])


def memory_of(process_id: int) -> float | None:
    """What a process and its children would weigh if nobody else on this machine ran Python or Qt, in MB.

    That is the proportional set size, but whole for pages of our own environment's files: another Qt program that
    happens to run (a test, the benchmark itself) would else make this one look lighter.
    """
    try:
        return sum(_weight(each) for each in [process_id, *_children(process_id)]) / MEGABYTE
    except OSError:
        return None


def _has_loaded(process_id: int, library: str) -> bool:
    try:
        return library in Path(f"/proc/{process_id}/maps").read_text(encoding="utf-8")
    except OSError:
        return False


def _weight(process_id: int) -> int:
    total, ours = 0, False
    for line in Path(f"/proc/{process_id}/smaps").read_text(encoding="utf-8").splitlines():
        first, _, rest = line.partition(" ")
        if not first.endswith(":"):  # a mapping begins: addresses, rights, offset, device, inode, path
            ours = rest.rpartition("  ")[2].startswith(OWN_FILES)
        elif first == ("Rss:" if ours else "Pss:"):
            total += int(rest.split()[0]) * 1024
    return total


def _children(process_id: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{process_id}/task").iterdir():
        for child in (task / "children").read_text(encoding="ascii").split():
            found += [int(child), *_children(int(child))]
    return found


@contextlib.contextmanager
def display() -> Iterator[str]:
    """A screen of our own: Xvfb where it is installed, else Qt's offscreen platform. Yields what it is."""
    if not which("Xvfb"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        yield "offscreen"
        return
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading, encoding="ascii") as told:
            os.environ["DISPLAY"] = f":{told.readline().strip()}"
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        yield "Xvfb"
    finally:
        server.terminate()
        server.wait()
