"""Files that are small and stand for much: what little of them is decoded costs little time and memory.

They are decoded in a process of its own that the system ends when it takes more.
"""

import struct
import subprocess
import sys
import zlib
from collections.abc import Iterator
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QImage, QImageWriter
from pytestqt.qtbot import QtBot

from sync.wire.picture_header import picture_header
from tests.architecture.source_tree import ROOT
from ui.widgets.decoded_picture import decoded_picture

resource = pytest.importorskip("resource", reason="limits of processes as POSIX has them")
MOST_CPU_SECONDS = 20
"""For the start of Qt and the whole corpus. A single bomb that goes off takes longer."""
MOST_MEMORY_BYTES = 1_200_000_000
"""Of addresses, which Qt alone takes half a gigabyte of."""
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def packed(byte: bytes, count: int) -> bytes:
    """So many equal bytes, a thousandth in size."""
    packing = zlib.compressobj(9)
    block = byte * 1_000_000
    return b"".join(packing.compress(block) for _ in range(count // len(block))) + packing.flush()


def png(width: int, height: int, data: bytes, *more: bytes, interlaced: int = 0) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, interlaced))
    return SIGNATURE + head + b"".join(more) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def written(width: int, height: int, kind: str, *, progressive: bool = False) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind.encode()))
    writer.setProgressiveScanWrite(progressive)
    assert writer.write(image)
    return bytes(buffer.data().data())


def many_scans(width: int, height: int, scans: int) -> bytes:
    """A progressive JPEG whose last scan is there again and again."""
    whole = written(width, height, "jpeg", progressive=True)
    last = whole[whole.rindex(b"\xff\xda") : -2]
    return whole[:-2] + last * scans + whole[-2:]


def webp_canvas(width: int, height: int, inner: bytes) -> bytes:
    """An extended WebP of one size around a picture of another."""
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    chunks = b"VP8X" + struct.pack("<I", 10) + b"\x02\x00\x00\x00" + sides
    chunks += b"ANIM" + struct.pack("<I", 6) + bytes(6)
    frame = bytes(6) + (15_999).to_bytes(3, "little") * 2 + bytes(4) + inner[12:]
    chunks += (b"ANMF" + struct.pack("<I", len(frame)) + frame) * 50
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WEBP" + chunks


@pytest.fixture(scope="module")
def bombs(qapp: object) -> dict[str, bytes]:
    point = zlib.compress(b"\0" + bytes(4))
    huge = packed(b"\0", 1_000_000_000)
    text = b"Comment\0\0" + huge
    return {
        "16000 squared": png(16_000, 16_000, packed(b"\0", 100_000_000)),
        "of 40 million points": png(7000, 5700, packed(b"\0", 160_000_000)),
        "data without end": png(8, 8, huge),
        "a gigabyte of comment": png(1, 1, point, *[chunk(b"zTXt", text)] * 3),
        "a gigabyte of international comment": png(1, 1, point, chunk(b"iTXt", b"a\0\1\0\0\0" + huge)),
        "a gigabyte of colour profile": png(1, 1, point, chunk(b"iCCP", b"p\0\0" + huge)),
        "a hundred thousand chunks": png(1, 1, point, chunk(b"tEXt", b"a\0b") * 100_000),
        "a chunk longer than the file": SIGNATURE + struct.pack(">I", 0x7FFFFFFF) + b"IHDR" + bytes(13),
        "interlaced and cut": png(3000, 3000, packed(b"\0", 36_000_000)[:2000], interlaced=1),
        "a JPEG in thousands of scans": many_scans(6000, 4000, 100_000),
        "a small JPEG in very many scans": many_scans(1000, 1000, 300_000),
        "a JPEG that says 65500 squared": written(8, 8, "jpeg").replace(b"\0\x08\0\x08", b"\xff\xdc\xff\xdc", 1),
        "a WebP of frames larger than itself": webp_canvas(16, 16, written(16, 16, "webp")),
        "a WebP of 16383 squared": webp_canvas(16_384, 16_384, written(16, 16, "webp")),
        "a GIF": b"GIF89a" + struct.pack("<HH", 65_535, 65_535) + bytes(200),
        "an SVG": b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='file:///x'/></svg>",
        "an SVG in gzip": b"\x1f\x8b\x08\0" + bytes(40),
        "a PNG that is a JPEG": SIGNATURE + written(8, 8, "jpeg"),
        "a JPEG that is a page": b"\xff\xd8\xff\xe0<html><script>alert(1)</script>" + bytes(60),
    }


CHILD = """
import sys
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from ui.widgets.decoded_picture import decoded_picture
from sync.wire.picture_header import picture_header
app = QGuiApplication(["bombs", "-platform", "offscreen"])
while size := sys.stdin.buffer.read(8):
    content = sys.stdin.buffer.read(int.from_bytes(size, "big"))
    picture_header(content)
    image = decoded_picture(content, QSize(800, 2400))
    assert image.width() <= 800 and image.height() <= 2400
    print(image.width(), image.height(), flush=True)
"""


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU_SECONDS, MOST_CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY_BYTES, MOST_MEMORY_BYTES))


def test_no_picture_goes_off(bombs: dict[str, bytes]) -> None:
    told = BytesIO()
    for content in bombs.values():
        told.write(len(content).to_bytes(8, "big") + content)
    child = subprocess.run(
        [sys.executable, "-c", CHILD],
        input=told.getvalue(),
        capture_output=True,
        cwd=ROOT,
        preexec_fn=_limit,
        check=False,
    )
    decoded = child.stdout.decode().splitlines()
    assert child.returncode == 0, (list(bombs)[len(decoded)], child.stderr.decode()[-400:])
    assert len(decoded) == len(bombs)


def test_what_is_too_much_is_not_even_kept(bombs: dict[str, bytes]) -> None:
    for name in (
        "16000 squared",
        "of 40 million points",
        "a JPEG in thousands of scans",
        "a small JPEG in very many scans",
        "a JPEG that says 65500 squared",
        "a WebP of 16383 squared",
        "a GIF",
        "an SVG",
        "an SVG in gzip",
    ):
        assert picture_header(bombs[name]) is None, name


def test_what_cameras_and_programs_write_is_kept_and_shown(qapp: object) -> None:
    """The control: 24 million points of a camera, in one scan and in ten, and a screen."""
    for content in (
        written(6000, 4000, "jpeg"),
        written(6000, 4000, "jpeg", progressive=True),
        written(3840, 2160, "png"),
        written(1920, 1080, "webp"),
    ):
        assert picture_header(content) is not None
        assert decoded_picture(content, QSize(800, 2400)).width() == 800


def pieces() -> Iterator[bytes]:
    yield from (written(24, 16, "png"), written(24, 16, "jpeg"), written(24, 16, "webp"))
    yield written(24, 16, "jpeg", progressive=True)


@pytest.mark.qt_log_level_fail("CRITICAL")  # Qt says what is broken, as it should
@given(
    st.integers(0, 3),
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 6), st.binary(max_size=6)), max_size=5),
    st.integers(0, 2000),
)
def test_whatever_is_broken_in_a_picture_it_is_shown_small_or_not_at_all(
    qapp_for_examples: tuple[bytes, ...], which: int, cuts: list[tuple[int, int, bytes]], length: int
) -> None:
    content = qapp_for_examples[which]
    for place, cut, noise in cuts:
        content = content[:place] + noise + content[place + cut :]
    content = content[:length]
    picture_header(content)
    image = decoded_picture(content, QSize(80, 240))
    assert image.width() <= 80
    assert image.height() <= 240


@pytest.fixture(scope="module")
def qapp_for_examples(qapp: object) -> tuple[bytes, ...]:
    return tuple(pieces())


def test_a_name_and_a_media_type_prove_nothing(qtbot: QtBot) -> None:
    """By content alone: there is no argument for a name."""
    jpeg = written(8, 8, "jpeg")
    header = picture_header(jpeg)
    assert header is not None
    assert header.media_type == "image/jpeg"
    assert not decoded_picture(jpeg, QSize(8, 8)).isNull()
