"""Writes docs/module_map.md from the first sentence of every module, so that the map cannot lag behind the house.

python -m tools.module_map [--check]
"""

import argparse
import ast
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MAP = ROOT / "docs" / "module_map.md"
ROOMS = ["workplace_app", "sync", "ui", "resources", "tools"]
HEAD = """# Module map

The first sentence of every module, by folder. Written by `python -m tools.module_map` and checked by `make test`:
change the module's docstring, not this file.
"""


def first_sentence(source: str) -> str:
    """The first sentence of a module's docstring on one line; nothing where there is none."""
    paragraph = (ast.get_docstring(ast.parse(source)) or "").split("\n\n")[0]
    return " ".join(paragraph.split())


def modules(root: Path) -> dict[str, list[Path]]:
    """Every module of the rooms by folder."""
    folders: dict[str, list[Path]] = {}
    for room in ROOMS:
        for path in sorted((root / room).rglob("*.py"), key=lambda found: (found.parent.as_posix(), found.name)):
            if "__pycache__" not in path.parts:
                folders.setdefault(path.parent.relative_to(root).as_posix(), []).append(path)
    return folders


def write_map(root: Path) -> str:
    lines = [HEAD]
    for folder, paths in modules(root).items():
        sentences = {path.name: first_sentence(path.read_text(encoding="utf-8")) for path in paths}
        lines.append(f"## {folder}/")
        if about := sentences.pop("__init__.py", ""):
            lines.append(f"{about}\n")
        lines += [f"- `{name}` {sentence}" for name, sentence in sentences.items()]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--check", action="store_true", help="only say whether the map is the present one")
    wanted = write_map(ROOT)
    if not parser.parse_args().check:
        MAP.write_text(wanted, encoding="utf-8")
        return 0
    if MAP.exists() and MAP.read_text(encoding="utf-8") == wanted:
        return 0
    print("docs/module_map.md is not the present one: run python -m tools.module_map and commit it.")
    return 1


if __name__ == "__main__":
    sys.exit(main())
