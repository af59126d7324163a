"""Somebody works, writes, is reminded and signs out: every file that comes about is named in docs/privacy.md."""

from fnmatch import fnmatchcase
from pathlib import Path

from tests.journeys.desk import Desk
from tests.journeys.town import ELIN, Town
from tools.data_map import KEPT_FILES
from workplace_app.logging_setup import set_up_logging
from workplace_app.store.task_reader import open_tasks


def unknown(home: Path) -> list[str]:
    """The files below a home that no line of the map speaks of."""
    found = [path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()]
    return [name for name in found if not any(fnmatchcase(name, each.place) for each in KEPT_FILES)]


def test_every_file_of_a_day_is_on_the_map(desk: Desk, town: Town) -> None:
    set_up_logging(desk.folders.logs)
    desk.start(town.municipality)
    desk.sign_in(town.robot(ELIN))
    desk.until(lambda: len(open_tasks(desk.connection, desk.page.context.clock()).rows) > 0)
    during = unknown(desk.home)
    desk.close()
    assert [*during, *unknown(desk.home)] == []
    assert list(desk.home.rglob("cache.db"))
    assert list(desk.home.rglob("window.ini"))


def test_a_file_that_nobody_has_put_on_the_map_is_found(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "history.txt").write_text("x")
    assert unknown(tmp_path) == ["data/history.txt"]
