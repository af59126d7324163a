"""Writes the parts of docs/ that come from tables of the code, so that they cannot lag behind it.

python -m tools.papers [--check]

A part stands between two marks in a document that is otherwise written by hand; the manifest is written whole.
"""

import argparse
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tools.consent_paper import callback_addresses, permission_list, registration_manifest, what_is_lost
from tools.privacy_paper import fetched_tables, kept_files, own_tables

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"

PARTS: Mapping[str, Mapping[str, Callable[[], str]]] = {
    "consent.md": {
        "permissions": permission_list,
        "without": what_is_lost,
        "callbacks": callback_addresses,
    },
    "privacy.md": {"fetched": fetched_tables, "own": own_tables, "files": kept_files},
}
WHOLE: Mapping[str, Callable[[], str]] = {"app-registration.json": registration_manifest}


def with_part(text: str, name: str, part: str) -> str:
    """The document with one part written anew. Raises ``ValueError`` for a document without the part's two marks."""
    pattern = re.compile(rf"(<!-- {name}: [^\n]*-->\n).*?(<!-- end of {name} -->)", re.DOTALL)
    written, count = pattern.subn(lambda marks: f"{marks[1]}\n{part.strip()}\n\n{marks[2]}", text)
    if count != 1:
        raise ValueError(f"the marks of {name} stand {count} times")
    return written


def present() -> dict[Path, str]:
    """What each paper has to hold now."""
    papers = {DOCS / name: write() for name, write in WHOLE.items()}
    for name, parts in PARTS.items():
        text = (DOCS / name).read_text(encoding="utf-8")
        for part, write in parts.items():
            text = with_part(text, part, write())
        papers[DOCS / name] = text
    return papers


def outdated() -> list[str]:
    """The papers that do not say what the code says."""
    return [
        path.name for path, text in present().items() if not path.exists() or path.read_text(encoding="utf-8") != text
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--check", action="store_true", help="only say whether the papers are the present ones")
    if not parser.parse_args().check:
        for path, text in present().items():
            path.write_text(text, encoding="utf-8")
        return 0
    stale = outdated()
    if stale:
        print(f"docs/{', docs/'.join(stale)}: not as the code has it. Run python -m tools.papers and commit it.")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
