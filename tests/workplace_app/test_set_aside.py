"""What cannot be read now is put aside, and nothing is put over what lies there already."""

from pathlib import Path

from workplace_app.set_aside import asides_of, remove_aside_folders, set_aside_database, set_aside_folder


def test_a_folder_is_put_beside_the_ones_before_it(tmp_path: Path) -> None:
    folder = tmp_path / "elin"
    for number in range(3):
        folder.mkdir()
        (folder / "mine.db").write_text(str(number))
        set_aside_folder(folder)
    assert [(aside / "mine.db").read_text() for aside in asides_of(folder)] == ["0", "1", "2"]
    assert not folder.exists()
    remove_aside_folders(folder)
    assert asides_of(folder) == []


def test_a_database_goes_with_its_journals(tmp_path: Path) -> None:
    file = tmp_path / "mine.db"
    for number in range(2):
        for suffix in ("", "-wal", "-shm"):
            Path(f"{file}{suffix}").write_text(f"{number}{suffix}")
        set_aside_database(file)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "mine.db.unreadable",
        "mine.db.unreadable-2",
        "mine.db.unreadable-2-wal",
        "mine.db.unreadable-wal",
    ]
    assert (tmp_path / "mine.db.unreadable-wal").read_text() == "0-wal"


def test_what_was_cut_off_goes_on_under_the_same_name(tmp_path: Path) -> None:
    (tmp_path / "mine.db").write_text("file")
    (tmp_path / "mine.db.unreadable-wal").write_text("journal")  # as far as it came
    set_aside_database(tmp_path / "mine.db")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.db.unreadable", "mine.db.unreadable-wal"]


def test_a_journal_without_its_file_is_put_aside_too(tmp_path: Path) -> None:
    (tmp_path / "cache.db-wal").write_text("journal")
    set_aside_database(tmp_path / "cache.db")
    assert [path.name for path in tmp_path.iterdir()] == ["cache.db.unreadable-wal"]
