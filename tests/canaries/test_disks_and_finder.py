"""What was on a disk for a moment is still found on it, in every spelling; and nothing where nothing was."""

import base64
import gzip
import json
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.canaries.disks import Disk, ImageDisk, RecordedFolder, why_no_image
from tests.canaries.finder import Finder
from tests.canaries.marks import KINDS, Marks

MARKS = Marks.drawn(5)
WORD = MARKS.of("a", "ti")
WRITTEN: dict[str, Callable[[str], bytes]] = {
    "as it is": str.encode,
    "in capitals": lambda word: word.upper().encode(),
    "UTF-16": lambda word: word.encode("utf-16"),
    "UTF-16, the other way": lambda word: word.encode("utf-16-be"),
    "backwards": lambda word: word[::-1].encode(),
    "in hex": lambda word: word.encode().hex().encode(),
    "percent": lambda word: "".join(f"%{letter:02X}" for letter in word.encode()).encode(),
    "JSON that escapes": lambda word: "".join(f"\\u{ord(letter):04x}" for letter in word).encode(),
    "a part of JSON": lambda word: json.dumps({"title": word}).encode(),
    "an address": lambda word: f"https://town.example/?q={quote(word)}".encode(),
    "half of it": lambda word: word[: len(word) // 2].encode(),
    "the other half": lambda word: word[len(word) // 2 :].encode(),
    "base64 for addresses": lambda word: base64.urlsafe_b64encode(f'{{"name":"{word}"}}'.encode()),
    "base64 of UTF-16": lambda word: base64.b64encode(word.encode("utf-16-le")),
    "base64": lambda word: base64.b64encode(word.encode()),
    "base64 after a letter": lambda word: base64.b64encode(b"x" + word.encode()),
    "base64 after two": lambda word: base64.b64encode(b"xx" + word.encode()),
}


@pytest.fixture(params=["image", "recorded folder"])
def disk(request: pytest.FixtureRequest) -> Iterator[Disk]:
    if request.param == "image" and (reason := why_no_image()) is not None:
        pytest.skip(reason)
    with closing(ImageDisk(8) if request.param == "image" else RecordedFolder()) as made:
        yield made


@pytest.mark.parametrize("way", WRITTEN)
def test_a_mark_is_found_however_it_is_written(way: str) -> None:
    content = b"before " + WRITTEN[way](WORD) + b" after"
    assert list(Finder(MARKS).finds("here", content))


def test_a_find_says_whose_mark_it_is_and_of_what() -> None:
    (first, *_) = Finder(MARKS).finds("the log", f"stored {WORD}".encode())
    assert "the log" in str(first)
    assert f"{KINDS['ti']} of a" in str(first)


def test_nothing_is_found_where_nothing_is() -> None:
    assert list(Finder(MARKS).finds("here", Marks.drawn(6).of("a", "ti").encode() * 100)) == []


def test_a_key_is_found_raw_and_written_out() -> None:
    key = bytes(range(32))
    finder = Finder(MARKS)
    finder.add_keys({"key": key})
    for written in (key, key.hex().encode(), base64.b64encode(key)):
        assert list(finder.finds("here", b"--" + written + b"--"))
    assert list(finder.finds("here", key[:-1])) == []


def test_compressed_logs_and_names_of_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "old.log.gz").write_bytes(gzip.compress(f"stored {WORD}".encode()))
    (tmp_path / f"{WORD}.txt").touch()
    places = {find.place for find in Finder(MARKS).finds_below(tmp_path)}
    assert places == {"old.log.gz", f"the name of {WORD}.txt"}


def test_what_was_written_and_removed_is_still_on_an_image() -> None:
    if (reason := why_no_image()) is not None:
        pytest.skip(reason)
    with closing(ImageDisk(8)) as disk:
        (disk.root / "moment.txt").write_text(f"{WORD}\n" * 100)
        (disk.root / "moment.txt").unlink()
        assert Finder(MARKS).finds_in_all("disk", disk.raw())


def test_what_is_on_a_disk_is_found(disk: Disk) -> None:
    assert Finder(MARKS).finds_in_all("disk", disk.raw()) == []
    (disk.root / "kept.txt").write_text(WORD)
    assert Finder(MARKS).finds_in_all("disk", disk.raw())


def test_a_disk_is_put_away_with_everything_on_it(disk: Disk) -> None:
    with closing(type(disk)()) as other:
        (other.root / "kept.txt").write_text(WORD)
    assert not other.root.exists()
    assert not other.root.is_mount()


def test_a_full_image_takes_nothing_more_until_it_is_emptied() -> None:
    if (reason := why_no_image()) is not None:
        pytest.skip(reason)
    with closing(ImageDisk(8)) as disk:
        assert disk.fill()
        with pytest.raises(OSError, match="No space left"):
            (disk.root / "more").write_bytes(b"x" * 100_000)
        disk.empty()
        (disk.root / "more").write_bytes(b"x" * 100_000)
