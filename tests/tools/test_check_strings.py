"""The check of the window's words finds what would silently stay English."""

from pathlib import Path

import pytest

from tools import check_strings
from tools.build_translations import ROOT, sources
from tools.check_strings import places, problems_of, unseen_words

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en"><context><name>Rail</name>{}</context></TS>
"""


@pytest.mark.parametrize(
    "call",
    [
        'window.tr("Today")',
        'self.tr(f"{name} today")',
        "self.tr(text)",
        "f\"<b>{self.tr('Today')}</b>\"",
        'QCoreApplication.translate("Rail", text)',
        'translate(context, "Today")',
        'translate("Rail", "%n unread", "", count)',
        'QCoreApplication.translate("Rail", "%n unread", n=count)',
    ],
)
def test_a_call_that_the_extraction_does_not_see_is_found(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_strings, "ROOT", tmp_path)
    source = tmp_path / "rail.py"
    source.write_text(f"class Rail:\n    def name(self, text, name, count):\n        return {call}\n")
    assert len(unseen_words(source)) == 1


@pytest.mark.parametrize(
    "call",
    ['self.tr("Today")', 'self.tr("%n unread", "", count)', 'translate("Rail", "Today", "remark")', 'x.trim("a")'],
)
def test_a_call_as_it_should_be_is_left_alone(call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_strings, "ROOT", tmp_path)
    source = tmp_path / "rail.py"
    source.write_text(f"{call}\n")
    assert unseen_words(source) == []


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        ('<message><source>Today</source><translation type="unfinished"></translation></message>', "unfinished"),
        ('<message><source>Today</source><translation type="vanished">Idag</translation></message>', "vanished"),
        ("<message><source>Today</source></message>", "unfinished"),
        ("<message><source>Today</source><translation> </translation></message>", "empty"),
        ("<message><source>By {day}</source><translation>Senast {dag}</translation></message>", "other places"),
        ("<message><source>&lt;b&gt;a&lt;/b&gt;</source><translation>a</translation></message>", "other places"),
    ],
)
def test_what_is_wrong_with_a_translation_is_found(message: str, fault: str, tmp_path: Path) -> None:
    (tmp_path / "nacka_sv.ts").write_text(TS.format(message))
    found = problems_of("sv", tmp_path)
    assert len(found) == 1
    assert fault in found[0]


def test_a_singular_may_leave_out_its_number(tmp_path: Path) -> None:
    forms = "<numerusform>en minut</numerusform><numerusform>%n minuter</numerusform>"
    message = f'<message numerus="yes"><source>%n minutes</source><translation>{forms}</translation></message>'
    (tmp_path / "nacka_sv.ts").write_text(TS.format(message))
    assert problems_of("sv", tmp_path) == []


def test_places_are_told_apart() -> None:
    assert places("{a} and {b}") == places("{b} och {a}")
    assert places("{a}") != places("{a} {a}")


def test_every_source_of_the_window_is_looked_at() -> None:
    assert "ui/rail.py" in sources()
    assert all((ROOT / name).exists() for name in sources())
