"""Pictures made to exhaust the program are decoded small, or not at all."""

import struct
import zlib
from collections.abc import Iterator
from typing import Any, cast

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QSize, QUrl
from PySide6.QtGui import QImage, QImageWriter, QTextDocument
from pytestqt.qtbot import QtBot

from tests.sync.fakes import MORNING
from ui.widgets.article_text import ArticleText
from ui.widgets.cached_pictures import CachedPictures
from ui.widgets.decoded_picture import decoded_picture
from workplace_app.domain.article import PictureData
from workplace_app.domain.page import Page
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection_type import Connection
from workplace_app.store.sync_connection import open_in_memory

KEY = "a" * 64
ROOM = QSize(800, 2400)


def png(width: int, height: int, *, rows: int | None = None) -> bytes:
    """A picture of one colour with transparency; with fewer ``rows`` it ends too early."""

    def chunk(name: bytes, content: bytes) -> bytes:
        checked = name + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    packing = zlib.compressobj(9)
    row = b"\0" + b"\x10\x80\xc0\xff" * width
    points = b"".join(packing.compress(row) for _ in range(height if rows is None else rows)) + packing.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", points) + chunk(b"IEND", b"")


def written(width: int, height: int, kind: str) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFF1080C0)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind.encode())).write(image)
    return bytes(buffer.data().data())


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_a_large_picture_is_read_as_small_as_it_is_shown(qtbot: QtBot, kind: str) -> None:
    image = decoded_picture(written(3200, 1600, kind), ROOM)
    assert (image.width(), image.height()) == (800, 400)
    assert image.pixelColor(400, 200).blue() > 150


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_a_small_picture_is_not_made_larger(qtbot: QtBot, kind: str) -> None:
    assert decoded_picture(written(40, 20, kind), ROOM).size() == QSize(40, 20)


def test_a_long_strip_is_held_to_the_room_too(qtbot: QtBot) -> None:
    image = decoded_picture(png(100, 20_000), ROOM)
    assert (image.width(), image.height()) == (12, 2400)
    assert decoded_picture(png(20_000, 10), ROOM).width() == 800


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>",
        written(40, 20, "bmp"),
        written(40, 20, "ppm"),
        png(0, 10),
        png(1, 1_000_000),
        png(60_000, 60_000, rows=1),
        b"GIF89a" + bytes(20),
    ],
)
def test_what_is_no_picture_of_ours_is_none(qtbot: QtBot, content: bytes) -> None:
    assert decoded_picture(content, ROOM).isNull()


@pytest.fixture
def sync() -> Iterator[Connection]:
    connection = open_in_memory()
    yield connection
    connection.close()


def test_an_article_full_of_large_pictures_stays_small(qtbot: QtBot, sync: Connection) -> None:
    keep(sync, png(3000, 3000))
    text = ArticleText(sync, "Text")
    qtbot.addWidget(text)
    text.resize(700, 400)
    text.show_html(f'<img src="cache:{KEY}">')
    image = text.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(f"cache:{KEY}"))
    assert isinstance(image, QImage)
    assert 0 < image.sizeInBytes() < 3000 * 3000
    text.show_html("")


def test_a_store_that_cannot_be_read_costs_the_picture_and_not_the_program(qtbot: QtBot) -> None:
    class Busy:
        def execute(self, *_: object) -> Any:
            raise ProblemRaised(Problem(ProblemKind.STORE_BUSY))

    text = ArticleText(cast(Connection, Busy()), "Text")
    qtbot.addWidget(text)
    text.show_html(f'<p>ord</p><img src="cache:{KEY}">')
    text.grab()
    assert "ord" in text.toPlainText()


def test_a_thumbnail_is_read_small_and_covers_its_place(qtbot: QtBot, sync: Connection) -> None:
    keep(sync, png(3000, 1500))
    made = CachedPictures(sync).pixmap(KEY, QSize(64, 64), 1.0)
    assert made is not None
    assert (made.width(), made.height()) == (128, 64)


def keep(connection: Connection, content: bytes) -> None:
    picture = PictureData(KEY, "image/png", 1, 1, content)
    CacheWriter(connection).store_page("pictures", Page((picture,)), MORNING)
