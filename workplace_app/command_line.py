"""`workplace-app` and its subcommands; each imports what it needs when it runs, so that none pays for another."""

import argparse
import gc
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workplace_app.already_running import AlreadyRunning
from workplace_app.command_options import parser
from workplace_app.domain.configuration_reading import ConfigurationError
from workplace_app.domain.inner_link import NotAnInnerLink
from workplace_app.domain.problem import ProblemRaised
from workplace_app.domain.search_hit import HitKind
from workplace_app.private_process import keep_private

if TYPE_CHECKING:
    from sync.round_report import RoundReport
    from workplace_app.headless import HeadlessRound

EXIT_WELL, EXIT_PROBLEM, EXIT_USAGE, EXIT_ALREADY_RUNNING = 0, 1, 2, 3
EXIT_INTERRUPTED = 130
"""What a shell expects of a program that was ended with Ctrl+C: 128 and the number of the signal."""

_SESSION_ONLY = "There is no keyring here: everything was kept in memory, for this session only."
_OUTDATED = "What is saved here is older than this program: open workplace-app once, and it is brought up to date."
_SIGN_IN_AGAIN = "The sign-in no longer holds: open workplace-app, sign in there, and run this again."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand (the window when none is named) and give back the exit status."""
    keep_private()
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == ["demo"]:
        from workplace_app.demo.__main__ import main as run_demo

        return run_demo(words[1:])
    if words[:1] == ["fetch-key"]:
        from sync.identity.fetch_key import main as fetch_key

        return fetch_key(words[1:])
    if words[:1] == ["open"]:
        words.insert(1, "--")  # whoever wrote the address wrote no option
    options = parser().parse_args(words)
    command = COMMANDS[options.command]
    try:
        return command(options)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone: nothing to say, and nobody to say it to
        return EXIT_PROBLEM
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except (ConfigurationError, NotAnInnerLink, ProblemRaised, AlreadyRunning, OSError) as error:
        status, sentence = _understood(error)
        print(f"workplace-app: {sentence}", file=sys.stderr)
        return status


def _understood(error: Exception) -> tuple[int, str]:
    """The exit status and one line of words for what a command ended in."""
    if isinstance(error, ConfigurationError | NotAnInnerLink):
        return EXIT_USAGE, str(error)
    if isinstance(error, AlreadyRunning):
        return EXIT_ALREADY_RUNNING, "it is already running here: look for its window, or wait until it has ended."
    if isinstance(error, OSError):
        return EXIT_PROBLEM, f"{error.strerror or type(error).__name__}: {error.filename or ''}".rstrip(": ")
    if isinstance(error, ProblemRaised):
        from ui.problem_wording import problem_words
        from workplace_app.clock import now_utc

        problem = error.problem
        remark = " ".join(part for part in (problem.kind.value, problem.detail) if part)
        return EXIT_PROBLEM, f"{problem_words(problem, now_utc()).whole} ({remark})"
    raise error


def _run(options: argparse.Namespace) -> int:
    from workplace_app.display import has_display

    if options.headless or not has_display():
        if not options.headless:
            print("There is no display here, so the same is done without a window.")
        options.folder = options.screenshots or Path("build") / "screenshots"
        return _screenshots(options)
    from workplace_app.early_key import begin_early_key

    gc.disable()  # nothing of what a start makes is to be thrown away; main.py turns it on again
    early_key = begin_early_key(demo=options.demo, scale=options.scale)
    from workplace_app.main import run

    return run(options.configuration, demo=options.demo, scale=options.scale, early_key=early_key, link=options.link)


def _open(options: argparse.Namespace) -> int:
    from workplace_app.display import has_display
    from workplace_app.link_handler import link_in

    options.link = link_in(options.address)
    if has_display():
        return _run(options)
    print("workplace-app: There is no display here to show it on.", file=sys.stderr)
    return EXIT_PROBLEM


def _sync(options: argparse.Namespace) -> int:
    with _headless_round(options) as headless:
        report = headless.sync()
        if options.json:
            print(json.dumps(report.as_json(), ensure_ascii=False))
            if headless.session_only:
                print(f"workplace-app: {_SESSION_ONLY}", file=sys.stderr)
        else:
            _print_report(headless, report)
        headless.admit()
        if report.needs_sign_in:
            print(f"workplace-app: {_SIGN_IN_AGAIN}", file=sys.stderr)
        return EXIT_PROBLEM if report.failed else EXIT_WELL


def _screenshots(options: argparse.Namespace) -> int:
    with _headless_round(options) as headless:
        report = headless.sync()
        _print_report(headless, report)
        headless.admit()
        from workplace_app.screenshots import draw_screens

        pictures = draw_screens(headless.opened, headless.municipality, options.folder)
        print(f"{len(pictures)} pictures in {options.folder}:")
        print(" ".join(picture.name for picture in pictures))
        return EXIT_PROBLEM if report.failed else EXIT_WELL


def _print_report(headless: "HeadlessRound", report: "RoundReport") -> None:
    from workplace_app.headless import report_lines

    print("\n".join(report_lines(report)))
    if headless.session_only:
        print(_SESSION_ONLY)


def _headless_round(options: argparse.Namespace) -> "HeadlessRound":
    from workplace_app.headless import HeadlessRound

    return HeadlessRound(options.configuration, demo=options.demo, user_name=options.user_name, scale=options.scale)


def _fleet(options: argparse.Namespace) -> int:
    from sync.fleet.day import Day
    from sync.fleet.simulation import Simulation
    from workplace_app.fleet_words import as_json, table_lines, verdict_lines
    from workplace_app.folders import system_folders
    from workplace_app.municipality_here import find_municipality

    clients = options.clients or find_municipality(options.configuration, system_folders()).clients
    simulation = Simulation(Day(clients, options.hours, options.seed))
    simulation.run(_progress if sys.stderr.isatty() else lambda _share: None)
    if sys.stderr.isatty():
        print(file=sys.stderr)
    report = simulation.report()
    if options.picture is not None:
        from workplace_app.fleet_picture import draw_fleet

        draw_fleet(report, options.picture)
    if options.json:
        print(json.dumps(as_json(report), ensure_ascii=False))
    else:
        print("\n".join([*table_lines(report), "", *verdict_lines(report)]))
        if options.picture is not None:
            print(f"The day's curves are in {options.picture}.")
    return EXIT_WELL if report.held else EXIT_PROBLEM


def _policy(options: argparse.Namespace) -> int:
    from workplace_app.folders import system_folders
    from workplace_app.policy_report import print_policy

    print_policy(options.configuration, system_folders(), as_json=options.json)
    return EXIT_WELL


def _doctor(options: argparse.Namespace) -> int:
    from workplace_app.doctor_command import run_doctor

    well = run_doctor(options.configuration, options.bundle, json_wanted=options.json)
    return EXIT_WELL if well else EXIT_PROBLEM


def _progress(share: float) -> None:
    print(f"\rSimulating the day: {share:.0%} ", end="", file=sys.stderr, flush=True)


def _search(options: argparse.Namespace) -> int:
    from workplace_app.local_search import find

    kind = HitKind(options.type) if options.type else None
    hits, left_out, outdated = find(options.text, kind, options.limit, demo=options.demo, scale=options.scale)
    if left_out is not None or outdated:
        sentence = _OUTDATED if left_out is None else _understood(ProblemRaised(left_out))[1]
        print(f"workplace-app: Only the public services were searched. {sentence}", file=sys.stderr)
    if options.json:
        listed = [{"id": hit.id, "type": hit.kind.value, "title": hit.title, "address": hit.address} for hit in hits]
        print(json.dumps({"hits": listed}, ensure_ascii=False))
        return EXIT_WELL
    for hit in hits:
        print(f"{hit.title}\n    {hit.kind.value}{'  ' + hit.address if hit.address else ''}")
    if not hits:
        print(f"Nothing on this computer matches “{options.text}”.")
    return EXIT_WELL


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "run": _run,
    "open": _open,
    "sync": _sync,
    "search": _search,
    "screenshots": _screenshots,
    "fleet": _fleet,
    "policy": _policy,
    "doctor": _doctor,
}
"""What each word of ``command_options`` does."""


if __name__ == "__main__":
    sys.exit(main())
