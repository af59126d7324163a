"""Files that are not the pictures they claim to be, for the hostile articles: each has to be refused, none may harm."""

import struct
import zlib

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_SIDE = 30_000
_ROWS_WRITTEN = 200

_PAGE = b"<!doctype html><html><body><script>alert('inte en bild')</script></body></html>"
_DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="alert(1)"><script>2</script></svg>'


def odd_file(name: str, whole_jpeg: bytes) -> tuple[bytes, str] | None:
    """Content and declared media type; None when there is no file of this name."""
    if name == "webbsida.png":
        return _PAGE, "image/png"
    if name == "ritning.svg":
        return _DRAWING, "image/svg+xml"
    if name == "enorm.png":
        return enormous_png(), "image/png"
    if name == "avbruten.jpg":
        return whole_jpeg[: len(whole_jpeg) // 3], "image/jpeg"
    return None


def enormous_png() -> bytes:
    """A few hundred bytes that claim 30,000 × 30,000 points: 2.7 GB for whoever unpacks them without looking first."""
    header = struct.pack(">IIBBBBB", _SIDE, _SIDE, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes((1 + 3 * _SIDE) * _ROWS_WRITTEN), 9)
    return _SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
