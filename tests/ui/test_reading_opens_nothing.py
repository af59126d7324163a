"""What is read opens no file and asks no host, whatever it names: seen at the system's own calls.

Python's audit hooks do not see what Qt opens by itself. strace does: a process shows every hostile text in the widgets
that show words from outside, without the cleaning that has taken all of it away before, and every path and every socket
between its two marks is looked at.
"""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from sync.wire.html_cleaning import clean_html
from tests.architecture.source_tree import ROOT
from tests.ui.reading_process import BEGIN, CANARY, END, hostile_texts

pytestmark = pytest.mark.skipif(
    shutil.which("strace") is None or sys.platform != "linux",
    reason="strace is missing (on Debian: apt-get install strace)",
)
OUR_OWN = re.compile(
    r"/usr/share/(fonts|fontconfig|icons|mime|X11|glib|locale|zoneinfo)|/usr/local/share/(fonts|icons)|/etc/(fonts|localtime)"
    r"|/var/cache/fontconfig|.*/(\.cache/fontconfig|\.fonts|\.local/share/fonts|\.fonts\.conf)|/proc/|/sys/|/dev/"
    rf"|{re.escape(str(ROOT))}/(resources|ui|workplace_app|sync|tests)/|{re.escape(sys.prefix)}/|{re.escape(sys.base_prefix)}/"
)
"""Fonts, and the program's own code and translations, which may be read late; nothing of the user's."""


@dataclass
class Seen:
    """What a process touched between its marks."""

    paths: list[str]
    sockets: list[str]

    @property
    def foreign(self) -> list[str]:
        return [path for path in self.paths if not OUR_OWN.match(path)]


def watched(folder: Path, how: str) -> Seen:
    trace = folder / f"{how}.trace"
    (folder / f"{CANARY}.png").write_bytes(b"\x89PNG\r\n\x1a\n")  # one that is there: Qt looks before it opens
    command = ["strace", "-f", "-y", "-s", "8192", "-o", str(trace), "-e", "trace=%file,%network", sys.executable]
    command += ["-m", "tests.ui.reading_process", str(folder), how]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=300)
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    (begin,) = [number for number, line in enumerate(lines) if f'"{BEGIN}"' in line]
    (end,) = [number for number, line in enumerate(lines) if f'"{END}"' in line]
    between = lines[begin + 1 : end]
    sockets = [line for line in between if re.search(r" (socket|connect|sendto|sendmsg|bind)\(", line)]
    paths = [path for line in between if line not in sockets for path in re.findall(r'"((?:[^"\\]|\\.)*)"', line)]
    return Seen(paths, sockets)


@pytest.mark.parametrize("how", ["article", "text"])
def test_no_text_opens_a_file_or_asks_a_host(how: str, tmp_path: Path) -> None:
    seen = watched(tmp_path, how)
    assert not [path for path in seen.paths if CANARY in path]
    assert seen.foreign == []
    assert seen.sockets == []


def test_the_same_texts_in_qts_own_widget_are_found_out(tmp_path: Path) -> None:
    """The control: what our widgets keep from happening does happen, and is seen."""
    touched = {path for path in watched(tmp_path, "plain-qt").foreign if CANARY in path}
    assert f"{tmp_path}/{CANARY}.png" in touched
    assert any(path.startswith(f"//{CANARY}.example/") for path in touched)  # on Windows: a log-in to that host


def test_cleaning_has_taken_all_of_it_away_before() -> None:
    for text in hostile_texts(Path("/home/elin")):
        clean = clean_html(text, "https://www.nacka.example/nyheter/")
        for name, value in re.findall(r'(\w+)="([^"]*)"', clean.html):
            assert name in ("src", "href", "alt", "colspan", "rowspan", "start"), clean.html
            assert name != "src" or re.fullmatch(r"cache:[0-9a-f]{64}", value), clean.html
            assert name != "href" or value.startswith(("https://", "mailto:", "tel:")), clean.html
        assert all(picture.address.startswith("https://") for picture in clean.pictures)
