"""The words and options that `workplace-app` understands; what each does stands in ``command_line``."""

import argparse
from pathlib import Path

from workplace_app import __version__
from workplace_app.domain.search_hit import HitKind


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


def parser() -> argparse.ArgumentParser:
    """Gives options whose ``command`` is the name of what is to be done: "run" when none is named."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--configuration", type=Path, metavar="FILE", help="JSON file that names the municipality")
    common.add_argument("--demo", action="store_true", help="start the demo municipality and use it")
    common.add_argument("--as", dest="user_name", metavar="NAME", help="with --demo, headless: who signs in")
    common.add_argument("--scale", type=_positive, default=1, metavar="N", help="with --demo: N times as much content")

    made = argparse.ArgumentParser(prog="workplace-app", description="A workplace for municipal staff.")
    made.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    made.set_defaults(command="run", headless=False, screenshots=None)
    made.set_defaults(configuration=None, demo=False, user_name=None, scale=1, link=None)
    commands = made.add_subparsers(title="commands", metavar="COMMAND")
    _for_staff(commands, common)
    _for_it(commands)
    commands.add_parser("demo", help="run the demo municipality alone; it prints its addresses as JSON")
    return made


def _for_staff(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    run = commands.add_parser("run", parents=[common], help="open the window (this is also what no command means)")
    run.add_argument("--headless", action="store_true", help="no window: sign in, sync, draw the screens")
    run.add_argument("--screenshots", type=Path, metavar="DIR", help="headless: where the pictures go")
    run.set_defaults(command="run")

    opened = commands.add_parser("open", help="show one thing in the window: nacka-arbetsplats:show/KIND/ID")
    opened.add_argument("address", nargs="*")
    opened.set_defaults(command="open")

    sync = commands.add_parser("sync", parents=[common], help="one round of sync without a window")
    sync.add_argument("--once", action="store_true", required=True, help="one round, then end")
    sync.add_argument("--json", action="store_true", help="print the report as JSON")
    sync.set_defaults(command="sync")

    search = commands.add_parser("search", help="search what is kept on this computer")
    search.add_argument("text")
    search.add_argument("--type", choices=[kind.value for kind in HitKind], help="only things of one type")
    search.add_argument("--limit", type=_positive, default=20, metavar="N")
    search.add_argument("--json", action="store_true", help="print the hits as JSON")
    search.add_argument("--demo", action="store_true", help="search what the demo municipality's staff left here")
    search.add_argument("--scale", type=_positive, default=1, metavar="N", help="with --demo: of that scale")
    search.set_defaults(command="search")

    screenshots = commands.add_parser("screenshots", parents=[common], help="draw every screen to PNG files")
    screenshots.add_argument("folder", type=Path, metavar="DIR")
    screenshots.set_defaults(command="screenshots")


def _for_it(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    fleet = commands.add_parser("fleet", help="what all the municipality's clients together ask of its services")
    fleet.add_argument("--clients", type=_positive, metavar="N", help="how many; as configured when left out")
    fleet.add_argument("--hours", type=_hours, default=11.5, metavar="H", help="from 06:30 on, 4 to 24 (11.5)")
    fleet.add_argument("--seed", type=int, default=1, metavar="N", help="what chance begins with (1)")
    fleet.add_argument("--json", action="store_true", help="print the figures as JSON")
    fleet.add_argument("--picture", type=Path, metavar="FILE.png", help="draw the day's curves to a PNG file")
    fleet.add_argument("--configuration", type=Path, metavar="FILE", help="JSON file that names the municipality")
    fleet.set_defaults(command="fleet")

    policy = commands.add_parser("policy", help="what IT has decided here: each setting, its value and its origin")
    policy.add_argument("--json", action="store_true", help="print it as JSON")
    policy.add_argument("--configuration", type=Path, metavar="FILE", help="JSON file that names the municipality")
    policy.set_defaults(command="policy")

    doctor = commands.add_parser("doctor", help="look for what is wrong: network, sign-in, keyring, clock, saved files")
    doctor.add_argument("--configuration", type=Path, metavar="FILE", help="JSON file that names the municipality")
    doctor.add_argument("--json", action="store_true", help="print what was found as JSON")
    doctor.add_argument(
        "--bundle", type=Path, metavar="FILE.zip", help="write report and logs for IT, nothing personal"
    )
    doctor.set_defaults(command="doctor")
