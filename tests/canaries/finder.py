"""Finds marks and keys in raw bytes, in every spelling in which a program may leave them behind."""

import gzip
import zlib
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.canaries.marks import KINDS, Marks

_SEEN = 12
"""Bytes of a find that a report shows beside it."""
_GZIP = b"\x1f\x8b\x08"


@dataclass(frozen=True)
class Find:
    """A mark or key that lies where it may not: the place, the spelling, and what stands after its beginning."""

    place: str
    spelling: str
    rest: str

    def __str__(self) -> str:
        return f"{self.place}: {self.spelling}, going on {self.rest!r}"


def spellings(word: str) -> dict[str, bytes]:
    """How a word may be written, by the name of the way. Base64 has three, by where in a group of three the word
    begins; of each the part that does not depend on its neighbours."""
    plain = word.encode("ascii")
    escaped = "".join(f"\\u{ord(letter):04x}" for letter in word)
    percent = "".join(f"%{byte:02x}" for byte in plain)
    ways = {
        "UTF-8": plain,
        "capitals": plain.upper(),
        "UTF-16LE": word.encode("utf-16-le"),
        "UTF-16BE": word.encode("utf-16-be"),
        "UTF-32": word.encode("utf-32-le"),
        "backwards": plain[::-1],
        "hex": plain.hex().encode(),
        "hex in capitals": plain.hex().upper().encode(),
        "percent": percent.encode(),
        "percent in capitals": percent.upper().encode(),
        "JSON escapes": escaped.encode(),
    }
    for skipped in range(3):
        ways[f"base64 after {skipped}"] = _within_base64(plain, skipped)
        ways[f"base64 of UTF-16 after {skipped}"] = _within_base64(ways["UTF-16LE"], skipped)
    return ways


def _within_base64(content: bytes, skipped: int) -> bytes:
    written = b64encode(b"\0" * skipped + content)
    first = -(-skipped * 8 // 6)
    whole = (skipped + len(content)) * 8 // 6
    return written[first:whole]


class Finder:
    """Knows what to look for. ``secrets`` are whole byte strings that may be nowhere, such as keys, by their names."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._secrets: dict[str, bytes] = {}
        self._needles = {
            f"{part} in {way}": spelling
            for part, word in (("head", marks.head), ("tail", marks.tail))
            for way, spelling in spellings(word).items()
        }

    def add_keys(self, keys: Mapping[str, bytes]) -> None:
        """Look for these keys too, as they are and in hex."""
        for name, key in keys.items():
            self._secrets[f"{name}, raw"] = key
            self._secrets[f"{name}, hex"] = key.hex().encode()
            self._secrets[f"{name}, hex in capitals"] = key.hex().upper().encode()
            self._secrets[f"{name}, base64"] = b64encode(key).rstrip(b"=")[:-1]

    def finds(self, place: str, content: bytes) -> Iterator[Find]:
        """The first find of each spelling in this content."""
        for name, needle in (*self._needles.items(), *self._secrets.items()):
            at = content.find(needle)
            if at >= 0:
                after = content[at + len(needle) : at + len(needle) + _SEEN]
                yield Find(place, name, after.decode("latin-1") + self._whose(content[at : at + 4096]))

    def _whose(self, content: bytes) -> str:
        found = next(self._marks.found_in(content.decode("latin-1")), None)
        return "" if found is None else f" ({KINDS.get(found[1], found[1])} of {found[0]})"

    def finds_in_all(self, place: str, contents: Iterable[bytes]) -> list[Find]:
        """In several pieces; a find is told once."""
        found: dict[str, Find] = {}
        for content in contents:
            for each in self.finds(place, content):
                found.setdefault(each.spelling, each)
        return list(found.values())

    def finds_below(self, folder: Path) -> list[Find]:
        """In the names and contents of all files below a folder, also in what is compressed there."""
        found: list[Find] = []
        for path in sorted(folder.rglob("*")):
            found += self.finds(f"the name of {path.name}", path.name.encode("utf-8", "surrogateescape"))
            if path.is_file():
                found += self.finds_in_all(str(path.relative_to(folder)), _with_uncompressed(path.read_bytes()))
        return found


def _with_uncompressed(content: bytes) -> Iterator[bytes]:
    yield content
    if content.startswith(_GZIP):
        try:
            yield gzip.decompress(content)
        except (OSError, EOFError, zlib.error):  # cut off: what is there has been looked at as it is
            return
