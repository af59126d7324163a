"""The map is made of opening sentences and of nothing else."""

from pathlib import Path

from tools.module_map import first_sentence, write_map


def test_the_first_paragraph_becomes_one_line() -> None:
    assert first_sentence('"""Opens the files\nof one account.\n\nMore."""\n') == "Opens the files of one account."


def test_a_folder_says_what_it_is_for_and_lists_its_modules(tmp_path: Path) -> None:
    room = tmp_path / "sync" / "feeds"
    room.mkdir(parents=True)
    (room / "__init__.py").write_text('"""One module per collection."""\n', encoding="utf-8")
    (room / "planner.py").write_text('"""Tasks of Planner."""\n', encoding="utf-8")
    lines = write_map(tmp_path).splitlines()
    assert lines[-3:] == ["One module per collection.", "", "- `planner.py` Tasks of Planner."]
