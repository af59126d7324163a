"""Starts the demo municipality alone and prints, on one line, the JSON that points any client at it."""

import argparse
import asyncio
import contextlib
import json
import os
import signal
import sys
import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import platformdirs

from workplace_app.demo.clock import DemoClock
from workplace_app.demo.settings import DEFAULT_SEED

READ_SIZE = 1024


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def _options(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="workplace-app demo", description=__doc__)
    parser.add_argument("--port-base", type=int, metavar="N", help="listen on N to N+4 (else free ports)")
    parser.add_argument("--scale", type=int, default=1, metavar="N", help="N times as much content")
    parser.add_argument("--seed", type=int, default=DEFAULT_SEED, metavar="N", help="decides the content")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="what outlives a restart; one process at a time")
    parser.add_argument("--frozen", action="store_true", help="nothing happens by itself; a time given stands still")
    parser.add_argument("--now", type=_moment, metavar="ISO", help="the demo's time (else the system's)")
    parser.add_argument(
        "--cms-identity",
        choices=("entra", "broker", "anonymous"),
        default="entra",
        help="whom the CMS believes: Entra ID, an issuer of its own, or nobody",
    )
    parser.add_argument("--until-stdin-closes", action="store_true", help="end when standard input does")
    return parser.parse_args(words)


def _stop_with_standard_input(stop: asyncio.Event) -> None:
    """End when whoever started the demo has gone. Reads the descriptor itself: a thread that waits inside
    ``sys.stdin`` holds its lock, and the interpreter cannot end."""
    loop = asyncio.get_running_loop()
    descriptor = sys.stdin.fileno()

    def watch() -> None:
        with contextlib.suppress(OSError):
            while os.read(descriptor, READ_SIZE):
                pass
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(stop.set)

    threading.Thread(target=watch, name="standard input", daemon=True).start()


def _stop_with_signals(stop: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        try:
            loop.add_signal_handler(number, stop.set)
        except NotImplementedError:  # Windows
            signal.signal(number, lambda _number, _frame: loop.call_soon_threadsafe(stop.set))


async def _run(options: argparse.Namespace) -> None:
    from workplace_app.demo.cms.part import cms_part
    from workplace_app.demo.graph.part import graph_part
    from workplace_app.demo.running import Start, running_municipality

    stop = asyncio.Event()
    _stop_with_signals(stop)
    start = Start(
        data_dir=(options.data_dir or platformdirs.user_cache_path("nacka-arbetsplats-demo", False)).absolute(),
        clock=DemoClock(options.now, standing=options.frozen),
        port_base=options.port_base,
        scale=options.scale,
        seed=options.seed,
        frozen=options.frozen,
        cms_identity=options.cms_identity,
    )
    async with running_municipality(start, [graph_part, cms_part]) as town:
        print(json.dumps(town.configuration(), ensure_ascii=False), flush=True)
        if options.until_stdin_closes:
            _stop_with_standard_input(stop)
        await stop.wait()


def main(words: Sequence[str] | None = None) -> int:
    """Run until a signal, or until standard input closes when that was asked for."""
    options = _options(words)
    from workplace_app.demo.running import PortsTakenError

    try:
        asyncio.run(_run(options))
    except PortsTakenError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
