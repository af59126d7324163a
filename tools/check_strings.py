"""Checks the translations as code is checked: extracts the words anew and fails for one that lacks its Swedish.

python -m tools.check_strings
"""

import ast
import re
import shutil
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

from tools.build_translations import FOLDER, LANGUAGES, ROOT, extract, messages, sources, ts_file

_PLACE = re.compile(r"%n|\{\w*\}|<[a-z/][^>]*>")


def problems_of(language: str, folder: Path) -> list[str]:
    """What is wrong with one language."""
    found = []
    for context, key, message in messages(ET.parse(ts_file(language, folder))):  # noqa: S314 - our own file
        translation = message.find("translation")
        where = f"{language}: {context}: {key!r}"
        if translation is None or translation.get("type"):
            found.append(f"{where} is {'unfinished' if translation is None else translation.get('type')}")
            continue
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        if not all(form.strip() for form in forms):
            found.append(f"{where} is empty")
        wanted = places(message.findtext("source") or "")
        # "en minut" may leave out the number; nothing may leave out or invent another place.
        found += [
            f"{where}: {form!r} has other places to fill in"
            for form in forms
            if places(form) - wanted or (wanted - places(form)).keys() - {"%n"}
        ]
    return found


def places(text: str) -> Counter[str]:
    """The places in a text that are filled in, and its markup."""
    return Counter(_PLACE.findall(text))


def unseen_words(path: Path) -> list[str]:
    """Calls that the extraction does not see, or sees under another context than the one in which it is looked up:
    then the window stays English without a word. ``tr`` belongs to ``self`` and both take literals; a count is known
    in ``self.tr`` only."""
    found = []
    tree = ast.parse(path.read_text(encoding="utf-8"))
    formatted = {id(inner) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called, where = node.func, f"{path.relative_to(ROOT)}:{node.lineno}"
        if isinstance(called, ast.Attribute) and called.attr == "tr":
            if id(node) in formatted:
                found.append(f"{where}: tr within an f-string")
            elif not (isinstance(called.value, ast.Name) and called.value.id == "self"):
                found.append(f"{where}: tr of something else than self")
            elif not _literal(node.args[0]):
                found.append(f"{where}: tr of what is no literal")
        elif (called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")) == "translate":
            if not all(_literal(argument) for argument in node.args[:2]):
                found.append(f"{where}: translate of what is no literal")
            elif len(node.args) > 3 or node.keywords:
                found.append(f"{where}: translate with a count, which only self.tr knows")
    return found


def _literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def main() -> int:
    found = [problem for name in sources() for problem in unseen_words(ROOT / name)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for language in LANGUAGES:
            if not ts_file(language).exists():
                print(f"{ts_file(language).relative_to(FOLDER.parent.parent)} is missing")
                return 1
            shutil.copy(ts_file(language), folder)
        extract(folder)
        for language in LANGUAGES:
            found += problems_of(language, folder)
    for problem in found:
        print(problem)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
