"""`workplace-app` and its subcommands; each imports what it needs when it runs, so that none pays for another."""

import argparse
import gc
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workplace_app import __version__
from workplace_app.already_running import AlreadyRunning
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
    options = _parser().parse_args(words)
    command: Callable[[argparse.Namespace], int] = options.command
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


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _hours(text: str) -> float:
    hours = float(text)
    if not 4 <= hours <= 24:
        raise argparse.ArgumentTypeError("must be from 4 to 24")
    return hours


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--configuration", type=Path, metavar="FILE", help="JSON file that names the municipality")
    common.add_argument("--demo", action="store_true", help="start the demo municipality and use it")
    common.add_argument("--as", dest="user_name", metavar="NAME", help="with --demo, headless: who signs in")
    common.add_argument("--scale", type=_positive, default=1, metavar="N", help="with --demo: N times as much content")

    parser = argparse.ArgumentParser(prog="workplace-app", description="A workplace for municipal staff.")
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    parser.set_defaults(command=_run, headless=False, screenshots=None)
    parser.set_defaults(configuration=None, demo=False, user_name=None, scale=1, link=None)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    run = commands.add_parser("run", parents=[common], help="open the window (this is also what no command means)")
    run.add_argument("--headless", action="store_true", help="no window: sign in, sync, draw the screens")
    run.add_argument("--screenshots", type=Path, metavar="DIR", help="headless: where the pictures go")
    run.set_defaults(command=_run)

    opened = commands.add_parser("open", help="show one thing in the window: nacka-arbetsplats:show/KIND/ID")
    opened.add_argument("address", nargs="*")
    opened.set_defaults(command=_open)

    sync = commands.add_parser("sync", parents=[common], help="one round of sync without a window")
    sync.add_argument("--once", action="store_true", required=True, help="one round, then end")
    sync.add_argument("--json", action="store_true", help="print the report as JSON")
    sync.set_defaults(command=_sync)

    search = commands.add_parser("search", help="search what is kept on this computer")
    search.add_argument("text")
    search.add_argument("--type", choices=[kind.value for kind in HitKind], help="only things of one type")
    search.add_argument("--limit", type=_positive, default=20, metavar="N")
    search.add_argument("--json", action="store_true", help="print the hits as JSON")
    search.add_argument("--demo", action="store_true", help="search what the demo municipality's staff left here")
    search.add_argument("--scale", type=_positive, default=1, metavar="N", help="with --demo: of that scale")
    search.set_defaults(command=_search)

    screenshots = commands.add_parser("screenshots", parents=[common], help="draw every screen to PNG files")
    screenshots.add_argument("folder", type=Path, metavar="DIR")
    screenshots.set_defaults(command=_screenshots)

    fleet = commands.add_parser("fleet", help="what all the municipality's clients together ask of its services")
    fleet.add_argument("--clients", type=_positive, metavar="N", help="how many; as configured when left out")
    fleet.add_argument("--hours", type=_hours, default=11.5, metavar="H", help="from 06:30 on, 4 to 24 (11.5)")
    fleet.add_argument("--seed", type=int, default=1, metavar="N", help="what chance begins with (1)")
    fleet.add_argument("--json", action="store_true", help="print the figures as JSON")
    fleet.add_argument("--picture", type=Path, metavar="FILE.png", help="draw the day's curves to a PNG file")
    fleet.add_argument("--configuration", type=Path, metavar="FILE", help="JSON file that names the municipality")
    fleet.set_defaults(command=_fleet)

    policy = commands.add_parser("policy", help="what IT has decided here: each setting, its value and its origin")
    policy.add_argument("--json", action="store_true", help="print it as JSON")
    policy.add_argument("--configuration", type=Path, metavar="FILE", help="JSON file that names the municipality")
    policy.set_defaults(command=_policy)
    doctor = commands.add_parser("doctor", help="look for what is wrong: network, sign-in, keyring, clock, saved files")
    doctor.add_argument("--configuration", type=Path, metavar="FILE", help="JSON file that names the municipality")
    doctor.add_argument("--json", action="store_true", help="print what was found as JSON")
    doctor.add_argument(
        "--bundle", type=Path, metavar="FILE.zip", help="write report and logs for IT, nothing personal"
    )
    doctor.set_defaults(command=_doctor)

    commands.add_parser("demo", help="run the demo municipality alone; it prints its addresses as JSON")
    return parser


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
        if report.needs_sign_in:
            print(f"workplace-app: {_SIGN_IN_AGAIN}", file=sys.stderr)
        return EXIT_PROBLEM if report.failed else EXIT_WELL


def _screenshots(options: argparse.Namespace) -> int:
    with _headless_round(options) as headless:
        report = headless.sync()
        _print_report(headless, report)
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


if __name__ == "__main__":
    sys.exit(main())
