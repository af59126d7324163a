"""Writes the tables of settings in docs/ from the declarations that the program reads by, so that none lags behind.

python -m tools.settings_tables [--check]
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from workplace_app.domain.configuration import GRAPH_SCOPES
from workplace_app.domain.policy import DECLARATIONS, Declaration
from workplace_app.managed.registry import registry_type
from workplace_app.policy_report import value_words

ROOT = Path(__file__).resolve().parent.parent
BEGIN = "<!-- settings: written by python -m tools.settings_tables -->"
END = "<!-- end of settings -->"


def _default(declaration: Declaration) -> str:
    if declaration.default == GRAPH_SCOPES:
        return "all that the program can use"
    words = value_words(declaration.default)
    return "none" if words == "-" else f"`{words}`"


def table_for_it() -> str:
    """Name, value, registry type, default, meaning; a rule holds in the demo too."""
    rows = ["| setting | value | in the registry | default | meaning |", "| --- | --- | --- | --- | --- |"]
    for each in DECLARATIONS:
        name = f"`{each.name}`{' *' if each.rule else ''}"
        rows.append(f"| {name} | {each.kind.words} | {registry_type(each)} | {_default(each)} | {each.meaning} |")
    return "\n".join(rows)


def table_for_municipalities() -> str:
    """Key, value, default, meaning."""
    rows = ["| key | value | without it | meaning |", "| --- | --- | --- | --- |"]
    rows += [f"| `{each.name}` | {each.kind.words} | {_default(each)} | {each.meaning} |" for each in DECLARATIONS]
    return "\n".join(rows)


TABLES: dict[str, Callable[[], str]] = {
    "for-it.md": table_for_it,
    "for-municipalities.md": table_for_municipalities,
}


def with_table(text: str, table: str) -> str:
    """The document with the table between its marks. Raises ``ValueError`` where the marks are missing."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("the marks of the table are missing")
    return f"{before}{BEGIN}\n{table}\n{END}{after}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--check", action="store_true", help="only say whether the tables are the present ones")
    check = parser.parse_args().check
    lagging = []
    for name, table in TABLES.items():
        path = ROOT / "docs" / name
        text = path.read_text(encoding="utf-8")
        wanted = with_table(text, table())
        if wanted != text:
            lagging.append(name)
            if not check:
                path.write_text(wanted, encoding="utf-8")
    if check and lagging:
        print(f"docs/{', docs/'.join(lagging)}: run python -m tools.settings_tables and commit it.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
