"""Data only: icons, style sheet, translations, services and the content of the demo municipality."""

import os.path

FOLDER = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 - pathlib costs the first frame 5 ms
"""The folder of the data, as text."""


def read_text(name: str) -> str:
    """The text of a file in this folder, named from here ("icons/bell.svg")."""
    with open(f"{FOLDER}/{name}", encoding="utf-8") as file:  # noqa: PTH123
        return file.read()
