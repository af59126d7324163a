"""`workplace-app policy`: each setting with its value and where it comes from, and what is ignored and why."""

import json
import shutil
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workplace_app.domain.configuration import Municipality
from workplace_app.domain.governance import Held, Origin, OriginKind
from workplace_app.domain.policy import DECLARED
from workplace_app.domain.setting_kinds import Value
from workplace_app.folders import Folders
from workplace_app.managed_policy import managed_policy
from workplace_app.municipality_here import ReadPolicy, municipality_or_problem

_NARROWEST = 60
_STRENGTH = {kind: number for number, kind in enumerate(OriginKind)}


def print_policy(named: Path | None, folders: Folders, *, as_json: bool, policy: ReadPolicy = managed_policy) -> None:
    """Print what holds on standard output, what is ignored on standard error; nothing here is secret.

    Raises ``ConfigurationError`` for a named file that cannot be used.
    """
    municipality, _problem = municipality_or_problem(named, folders, policy)
    if as_json:
        print(json.dumps(as_data(municipality), ensure_ascii=False, indent=1))
    else:
        width = max(_NARROWEST, shutil.get_terminal_size().columns - 1)
        print("\n".join(lines(municipality, width)))
    for ignored in municipality.governance.ignored:
        print(f"workplace-app: {ignored.sentence}", file=sys.stderr)


def as_data(municipality: Municipality) -> dict[str, Any]:
    """The report for other programs. ``decided_by_it`` is true for a policy and for the machine's file."""
    governance = municipality.governance
    return {
        "settings": [
            {
                "name": held.name,
                "value": held.value,
                "origin": held.origin.kind.value,
                "place": held.origin.place,
                "decided_by_it": governance.decided_by_it(held.name),
                "default": DECLARED[held.name].default,
                "meaning": DECLARED[held.name].meaning,
            }
            for held in governance.held
        ],
        "ignored": [
            {
                "name": each.name,
                "origin": each.origin.kind.value,
                "place": each.origin.place,
                "reason": each.reason,
                "sentence": each.sentence,
            }
            for each in governance.ignored
        ],
    }


def lines(municipality: Municipality, width: int) -> Iterator[str]:
    """The report for people: what somebody has decided first, then what is built in."""
    held = municipality.governance.held
    decided = [each for each in held if each.origin.place]
    yield "Decided:" if decided else "Nothing is decided by policy or in a configuration file."
    yield from _rows(decided, width)
    yield ""
    yield "Built in:"
    yield from _rows([each for each in held if not each.origin.place], width)


def _rows(held: list[Held], width: int) -> Iterator[str]:
    longest = max(map(len, DECLARED)) + 2
    last: Origin | None = None
    for each in sorted(held, key=lambda one: (_STRENGTH[one.origin.kind], one.origin.place)):
        if each.origin != last and each.origin.place:
            yield f"  {each.origin.kind.value}: {each.origin.place}"
        last = each.origin
        yield from textwrap.wrap(
            value_words(each.value),
            width,
            initial_indent=f"    {each.name:{longest}}",
            subsequent_indent=" " * (longest + 4),
            break_long_words=False,
            break_on_hyphens=False,
        )


def value_words(value: Value) -> str:
    """A value as IT writes it; "-" for none."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "-"
    return str(value) or "-"
