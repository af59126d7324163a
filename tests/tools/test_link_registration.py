"""The system knows the scheme, and hands over one word behind "open", after which no option is read."""

import re
from configparser import ConfigParser

from tests.architecture.source_tree import ROOT
from workplace_app.domain.inner_link import SCHEME


def test_the_desktop_entry_names_the_scheme_and_gives_one_address() -> None:
    entry = ConfigParser(interpolation=None)
    entry.read(ROOT / "packaging" / "debian" / "nacka-arbetsplats.desktop", encoding="utf-8")
    assert entry["Desktop Entry"]["MimeType"] == f"x-scheme-handler/{SCHEME};"
    assert entry["Desktop Entry"]["Exec"] == "nacka-arbetsplats open %u"


def test_windows_is_told_to_quote_it() -> None:
    text = (ROOT / "packaging" / "windows" / "links.reg").read_text(encoding="utf-8")
    assert f"Classes\\{SCHEME}]" in text
    (command,) = re.findall(r"^@=\"(.*exe.*)\"$", text, re.MULTILINE)
    assert command.replace('\\"', '"').endswith('nacka-arbetsplats.exe" open "%1"')
