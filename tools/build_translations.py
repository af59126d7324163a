"""Keeps the translations: extracts the window's words, fills in Swedish from tables, compiles what the window loads.

    python -m tools.build_translations            compile resources/translations/*.ts to .qm (what set_up does)
    python -m tools.build_translations --extract  also bring the .ts files up to date with the sources
    python -m tools.build_translations --add TABLE.json   also fill in; then lists what is still missing

A table is {"Context": {"English": "Svenska", "%n unread": {"sv": ["%n oläst", "%n olästa"], "en": ["%n unread", …]}}};
"English||remark" names a source with a disambiguating remark. English needs words of its own for plurals only.
"""

import argparse
import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
SCRIPTS = Path(sys.executable).parent
LANGUAGES = ("sv", "en")
FORMS = 2
"""Swedish and English each have a singular and a plural."""

Table = dict[str, dict[str, str | dict[str, list[str]]]]


def ts_file(language: str, folder: Path = FOLDER) -> Path:
    """The translations of one language, in Qt Linguist's format."""
    return folder / f"nacka_{language}.ts"


@contextmanager
def only_one_at_a_time() -> Iterator[None]:
    """Two people's runs of this tool on one checkout must not overwrite each other's work."""
    with (FOLDER / ".lock").open("w") as lock:
        if sys.platform != "win32":
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def run(tool: str, *arguments: str) -> str:
    done = subprocess.run(
        [str(SCRIPTS / tool), *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    if done.returncode:
        raise SystemExit(f"{tool} failed:\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def sources() -> list[str]:
    return sorted(str(path.relative_to(ROOT)) for path in (ROOT / "ui").rglob("*.py"))


def extract(folder: Path = FOLDER, *, keep_vanished: bool = True) -> None:
    """Bring the .ts files up to date; what has vanished from the sources is kept marked, until it is cleared away."""
    for language in LANGUAGES:
        options = ["-source-language", "en", "-target-language", language, "-locations", "none"]
        options += ["-pluralonly"] if language == "en" else []
        options += [] if keep_vanished else ["-no-obsolete"]
        run("pyside6-lupdate", *sources(), "-ts", str(ts_file(language, folder)), *options)


def compile_all(folder: Path = FOLDER) -> None:
    """Write the .qm files that the window loads; each is put in place whole, since a running window reads from it."""
    for language in LANGUAGES:
        source = ts_file(language, folder)
        if source.exists():
            draft = source.with_suffix(".qm.new")
            run("pyside6-lrelease", "-silent", str(source), "-qm", str(draft))
            draft.replace(source.with_suffix(".qm"))


def messages(tree: "ET.ElementTree[ET.Element]") -> Iterator[tuple[str, str, ET.Element]]:
    """Context, key in a table, and the message itself."""
    for context in tree.iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            remark = message.findtext("comment")
            source = message.findtext("source") or ""
            yield name, f"{source}||{remark}" if remark else source, message


def fill(message: ET.Element, words: str | list[str]) -> None:
    translation = message.find("translation")
    if translation is None:
        translation = ET.SubElement(message, "translation")
    translation.attrib.pop("type", None)
    for child in list(translation):
        translation.remove(child)
    if isinstance(words, str):
        translation.text = words
        return
    if message.get("numerus") != "yes" or len(words) != FORMS:
        raise SystemExit(f"{message.findtext('source')!r} wants one text, or two for a plural")
    translation.text = None
    for form in words:
        ET.SubElement(translation, "numerusform").text = form


def add(table: Table) -> None:
    """Fill in the words of a table; a source that does not exist is an error, since it would never be shown."""
    for language in LANGUAGES:
        path = ts_file(language)
        tree = ET.parse(path)  # noqa: S314 - our own file
        known = {(context, key): message for context, key, message in messages(tree)}
        for context, entries in table.items():
            for key, value in entries.items():
                words = value.get(language) if isinstance(value, dict) else value if language == "sv" else None
                if words is None:
                    continue
                if (context, key) not in known:
                    raise SystemExit(f"no such source: {context!r}, {key!r}")
                fill(known[context, key], words)
        ET.indent(tree, "    ")
        text = ET.tostring(tree.getroot(), encoding="unicode")
        path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def missing(language: str, folder: Path = FOLDER) -> Table:
    """What has no translation yet, in the shape of a table."""
    found: Table = {}
    for context, key, message in messages(ET.parse(ts_file(language, folder))):  # noqa: S314 - our own file
        translation = message.find("translation")
        kind = translation.get("type") if translation is not None else "unfinished"
        if kind == "unfinished":
            plural = message.get("numerus") == "yes"
            found.setdefault(context, {})[key] = {language: ["", ""]} if plural else ""
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--extract", action="store_true", help="bring the .ts files up to date")
    parser.add_argument("--add", type=Path, metavar="TABLE.json", help="fill in translations")
    parser.add_argument("--clear-vanished", action="store_true", help="forget what the sources no longer say")
    options = parser.parse_args()
    with only_one_at_a_time():
        if options.extract or options.add or options.clear_vanished:
            extract(keep_vanished=not options.clear_vanished)
        if options.add:
            add(json.loads(options.add.read_text(encoding="utf-8")))
            extract()  # so that the files are always written in one way, and a change shows what changed
        compile_all()
    if options.extract or options.add:
        for language in LANGUAGES:
            gaps = missing(language)
            if gaps:
                print(f"{language}: {sum(len(entries) for entries in gaps.values())} missing")
                print(json.dumps(gaps, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
