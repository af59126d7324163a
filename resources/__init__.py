"""Data only: icons, style sheet, translations, services and the content of the demo municipality."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def read_text(name: str) -> str:
    """The text of a file in this folder, named from here ("icons/bell.svg")."""
    return (FOLDER / name).read_text(encoding="utf-8")
