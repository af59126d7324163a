"""The window's own settings: text and nothing but text, whoever has written the file."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from tests.ui.shell_parts import Storage
from ui.main_window import MainWindow
from ui.settings_file import LARGEST_BYTES, LONGEST_TEXT, MOST_SETTINGS, SettingsFile
from workplace_app.domain.settings import SETTINGS, TEXT_PERCENT

OLD = "[General]\nlanguage=en\ntext_percent=150\nsplitter.news=400 600\nplace=news\n"
"""As versions before this one have written it, with Qt."""
READ_BY_QT = """
import sys
from PySide6.QtCore import QSettings
QSettings(sys.argv[1], QSettings.Format.IniFormat).value("theme")
"""
READ_BY_US = """
import sys
from ui.settings_file import SettingsFile
print(SettingsFile(sys.argv[1]).setting("theme"))
"""
WRITE_WITH_QT = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings

class Order:
    def __reduce__(self):
        return (Path(sys.argv[2]).write_text, ("ran",))

settings = QSettings(sys.argv[1], QSettings.Format.IniFormat)
settings.setValue("theme", Order())
settings.setValue("text_percent", "175")
settings.sync()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "window.ini"


def test_what_is_kept_is_there_again(path: Path) -> None:
    first = SettingsFile(str(path))
    first.set_setting("text_percent", "150")
    first.set_setting("splitter.news", "400 600")
    first.set_setting("place", 'news = "å"\\n\r\n@x')
    again = SettingsFile(str(path))
    assert TEXT_PERCENT.value_in(again) == 150
    assert again.setting("splitter.news") == "400 600"
    assert again.setting("place") == 'news = "å"\\n\r\n@x'
    again.set_setting("text_percent", None)
    again.set_setting("never.there", None)
    assert again.setting("text_percent") is None
    assert SettingsFile(str(path)).setting("text_percent") is None


def test_a_file_of_an_earlier_version_is_read(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(OLD, encoding="utf-8")
    read = SettingsFile(str(path))
    assert [read.setting(name) for name in ("language", "text_percent", "splitter.news", "place")] == [
        "en",
        "150",
        "400 600",
        "news",
    ]


@given(st.dictionaries(st.from_regex(r"[a-z][a-z0-9_.]{0,30}", fullmatch=True), st.text(max_size=60), max_size=8))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_kept_is_there_again(path: Path, kept: dict[str, str]) -> None:
    path.unlink(missing_ok=True)
    file = SettingsFile(str(path))
    written = {name: text for name, text in kept.items() if not text.startswith("@") and text.isprintable()}
    for name, text in written.items():
        file.set_setting(name, text)
    again = SettingsFile(str(path))
    assert {name: again.setting(name) for name in written} == written


def test_a_line_that_is_a_program_to_qt_is_nothing_to_us(path: Path) -> None:
    """The control first: Qt's own reader of such files runs it."""
    ran = path.parent / "ran"
    path.parent.mkdir()

    def run(program: str, *words: str) -> str:
        command = [sys.executable, "-c", program, str(path), *words]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    run(WRITE_WITH_QT, str(ran))
    assert not ran.exists()
    run(READ_BY_QT)
    assert ran.exists()
    ran.unlink()
    assert run(READ_BY_US) == "None\n"
    assert not ran.exists()
    assert SettingsFile(str(path)).setting("text_percent") == "175"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 5000,
        b"\xff\xfe" + "theme=dark".encode("utf-16-le"),
        b"theme=@ByteArray(dark)\n",
        b"theme=@Variant(\\0\\0\\0\\x7f)\ntext_percent=@Size(9 9)\nlanguage=@Invalid()\n",
        b"theme=" + b"x" * 10_000_000,
        b"theme\n=\n[\n]\n%=1\n",
        b"theme=dark\n" * 100_000,
        b"".join(b"a%d=1\n" % number for number in range(100_000)),
        b"text_percent=1e999\nlanguage=\xc3\x28\ntheme=../../etc/passwd\ngeometry=AAAA\n",
        b"text_percent=99999999999999999999999999\n",
        b"theme=\\\\\\\n",
    ],
    ids=range(12),
)
def test_a_hostile_file_gives_defaults_or_text(content: bytes, path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    file = SettingsFile(str(path))
    for setting in SETTINGS:
        value = setting.value_in(file)
        assert setting.read(setting.write(value)) == value
    assert len(file.setting("theme") or "") <= LONGEST_TEXT
    assert sum(file.setting(f"a{number}") is not None for number in range(100_000)) <= MOST_SETTINGS
    file.set_setting("language", "en")
    assert SettingsFile(str(path)).setting("language") == "en"
    assert path.stat().st_size <= LARGEST_BYTES


@pytest.mark.skipif(sys.platform == "win32", reason="rights and links as POSIX has them")
def test_the_file_is_its_owners_and_follows_no_link(path: Path, tmp_path: Path) -> None:
    prey = tmp_path / "prey"
    prey.write_text("mine")
    path.parent.mkdir()
    path.with_name("window.ini.new").symlink_to(prey)
    path.symlink_to(prey)
    SettingsFile(str(path)).set_setting("theme", "dark")
    assert prey.read_text() == "mine"
    assert not path.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_cannot_be_written_holds_for_now_and_is_logged_once(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path.parent.write_text("no folder")
    file = SettingsFile(str(path))
    file.set_setting("theme", "dark")
    file.set_setting("language", "en")
    assert (file.setting("theme"), file.setting("language")) == ("dark", "en")
    assert [record.levelno for record in caplog.records] == [logging.WARNING]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.binary(max_size=90), st.integers(0, 80))
def test_a_hostile_geometry_does_not_lose_the_window(qtbot: QtBot, noise: bytes, place: int) -> None:
    honest = MainWindow("x", Storage())
    qtbot.addWidget(honest)
    good = bytes(honest.saveGeometry().data())
    bent = QByteArray(good[:place] + noise + good[place + len(noise) :]).toBase64().data()
    window = MainWindow("x", Storage(**{"window.geometry": bytes(bent).decode("ascii")}))
    qtbot.addWidget(window)
    window.show()
    assert window.frameGeometry().intersects(window.screen().availableGeometry())
