"""Reads from a picture's first bytes what it is and how large it is, without decoding it."""

import struct

from workplace_app.domain.frozen import frozen
from workplace_app.domain.picture_limits import is_little_work

_PNG = b"\x89PNG\r\n\x1a\n"
_START_OF_FRAME = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD8)})


@frozen
class PictureHeader:
    """What a picture says of itself."""

    media_type: str
    width: int
    height: int


def picture_header(content: bytes) -> PictureHeader | None:
    """Type and size by content, never by name: PNG, JPEG and WebP only (SVG is a program). None for anything else, and
    for a picture without area or that would be too much work to decode: one of 16,000 × 16,000 is 180 kB as a file and
    a gigabyte once decoded."""
    header = _png(content) or _jpeg(content) or _webp(content)
    if header is None or not is_little_work(header.media_type, header.width, header.height, content):
        return None
    return header


def _png(content: bytes) -> PictureHeader | None:
    if not content.startswith(_PNG) or len(content) < 33 or content[12:16] != b"IHDR":
        return None
    width, height = struct.unpack(">II", content[16:24])
    return PictureHeader("image/png", width, height)


def _jpeg(content: bytes) -> PictureHeader | None:
    if not content.startswith(b"\xff\xd8\xff"):
        return None
    position = 2
    while position + 9 < len(content) and content[position] == 0xFF:
        marker = content[position + 1]
        if marker == 0xFF or marker in _WITHOUT_LENGTH:
            position += 1 if marker == 0xFF else 2
            continue
        if marker in _START_OF_FRAME:
            height, width = struct.unpack(">HH", content[position + 5 : position + 9])
            return PictureHeader("image/jpeg", width, height)
        (length,) = struct.unpack(">H", content[position + 2 : position + 4])
        position += 2 + max(length, 2)
    return None


def _webp(content: bytes) -> PictureHeader | None:
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP" or len(content) < 30:
        return None
    kind = content[12:16]
    if kind == b"VP8X":
        width, height = (int.from_bytes(content[start : start + 3], "little") + 1 for start in (24, 27))
    elif kind == b"VP8L" and content[20] == 0x2F:
        bits = int.from_bytes(content[21:25], "little")
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    elif kind == b"VP8 " and content[23:26] == b"\x9d\x01\x2a":
        width, height = (side & 0x3FFF for side in struct.unpack("<HH", content[26:30]))
    else:
        return None
    return PictureHeader("image/webp", width, height)
