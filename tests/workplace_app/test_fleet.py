"""`workplace-app fleet`: figures, words and a picture for whoever runs the municipality's services."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from sync.fleet.day import Day
from sync.fleet.report import Check, Finding, FleetReport
from sync.fleet.simulation import Simulation
from ui.theme import LIGHT
from workplace_app.command_line import EXIT_PROBLEM, EXIT_USAGE, EXIT_WELL, main
from workplace_app.fleet_picture import draw_fleet
from workplace_app.fleet_words import NAMES, as_json, table_lines, verdict_lines


@pytest.fixture(scope="module")
def report() -> FleetReport:
    simulation = Simulation(Day(30, 6.0))
    simulation.run()
    return simulation.report()


def test_the_table_has_a_line_for_every_service_and_its_columns_stand_under_each_other(report: FleetReport) -> None:
    lines = table_lines(report)
    assert all(any(line.startswith(name) for line in lines) for name in NAMES.values())
    assert "1,200 units in a minute" in "\n".join(lines)
    limits = lines[0].index("limit")
    assert all(line[limits - 1 : limits] in ("", " ") and line[limits : limits + 1] != " " for line in lines[2:-1])


def test_each_promise_is_a_sentence_and_a_broken_one_comes_first(report: FleetReport) -> None:
    assert len(verdict_lines(report)) == len(report.findings) + 2
    broken = Finding(Check.PEAK, 4.2, 2.0, "outlook")
    lines = verdict_lines(replace(report, findings=(*report.findings, broken)))
    assert lines[0].startswith("BROKEN")
    assert "4.20 times the steady load" in lines[0]
    assert "1 of" in lines[-1]


def test_the_figures_are_there_for_programs_too(report: FleetReport) -> None:
    told = json.loads(json.dumps(as_json(report)))
    assert {service["name"] for service in told["services"]} == set(NAMES)
    assert told["held"] == all(promise["kept"] for promise in told["promises"])


def test_the_picture_shows_the_curve_the_limit_and_what_failed(
    report: FleetReport, tmp_path: Path, qtbot: QtBot
) -> None:
    assert qtbot
    path = tmp_path / "fleet.png"
    draw_fleet(report, path)
    image = QImage(str(path))
    seen = {image.pixelColor(x, y).name().upper() for x in range(0, image.width(), 2) for y in range(image.height())}
    for role in (LIGHT.canvas, LIGHT.surface, LIGHT.accent, LIGHT.danger, LIGHT.warning_soft):
        assert QColor(role).name().upper() in seen


def test_a_picture_that_cannot_be_written_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], qtbot: QtBot
) -> None:
    assert qtbot
    place = tmp_path / "nowhere" / "fleet.png"
    assert main(["fleet", "--clients", "3", "--hours", "4", "--picture", str(place)]) == EXIT_PROBLEM
    assert capsys.readouterr().err == f"workplace-app: the picture cannot be written: {place}\n"


def test_the_command_prints_table_and_verdict(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fleet", "--clients", "30", "--hours", "4"]) == EXIT_WELL
    out = capsys.readouterr().out
    assert out.splitlines()[0].startswith("service")
    assert "30 clients: every promise was kept." in out


def test_the_number_of_clients_is_the_configured_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "municipality.json"
    path.write_text(json.dumps({"name": "Exempel", "clients": 7}))
    main(["fleet", "--hours", "4", "--json", "--configuration", str(path)])
    assert json.loads(capsys.readouterr().out)["clients"] == 7


@pytest.mark.parametrize("hours", ["3", "25", "many"])
def test_hours_that_are_none_are_refused(hours: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["fleet", "--hours", hours])
    assert ended.value.code == EXIT_USAGE
    assert "--hours" in capsys.readouterr().err
