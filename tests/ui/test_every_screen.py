"""Every real screen over real content: nothing without a name, nothing cut, nothing sideways, no English left."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from tests.ui.opened import Opened, open_window
from tests.ui.shell_parts import ELIN, NOW, SPEAKING, Storage
from tests.ui.test_translation import Stretched
from tests.ui.widgets.accessible import faults
from ui.rail import Rail
from ui.screens.settings.keyboard_page import key_table
from ui.translation import Translation
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.rail import RailItem
from ui.widgets.row_list import RowList
from workplace_app.built_in_catalogue import built_in_page
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.article import Article, ArticleSource
from workplace_app.domain.disruption import Disruption
from workplace_app.domain.event import Event, PlaceKind
from workplace_app.domain.notification import Notification, NotificationKind
from workplace_app.domain.page import Fact
from workplace_app.domain.person import Person, Profile
from workplace_app.domain.remark import ReceivedRemark, RemarkAnswer, RemarkKind, RemarkState
from workplace_app.domain.task import Task, TaskSource
from workplace_app.domain.workspace import SiteFile, Workspace, WorkspaceKind
from workplace_app.window_parts import screens

SOON, HOURS_AGO = NOW + timedelta(minutes=18), NOW - timedelta(hours=3)
JONAS = Person("person:jonas", "Jonas Vretlund", "Kartingenjör", "Lantmäterienheten", "Stadshuset", "08-718 80 01")
ME = Person("person:elin", "Elin Ekhamn", "Handläggare", "Bygglovsenheten")
SITE = Workspace("site:1", WorkspaceKind.SITE, "Mallar och rutiner", last_activity=HOURS_AGO)
MINE: tuple[Fact, ...] = (
    Task("todo:1/1", TaskSource.TODO, "Granska nybyggnadskarta", "1", "Mina", SOON, False, False),
    Event("event:1", "Morgonavstämning", SOON, SOON + timedelta(minutes=20), False, "Teams", PlaceKind.ONLINE),
    Article(
        "intranet:1",
        ArticleSource.INTRANET,
        "Nya mallar",
        "Läs dem",
        "<p>Så här</p>",
        HOURS_AGO,
        publisher="Bygglovsenheten",
        acknowledge_by=date(2026, 10, 16),
    ),
    Article("public:1", ArticleSource.PUBLIC, "Vattnet fylls på", "Simhallen", "<p>Bad</p>", HOURS_AGO),
    Notification("n:1", NotificationKind.FILE_NEW, SITE.id, "file:1/1", "Pernilla Åskog", "Mall.docx", "", HOURS_AGO),
    Disruption("d:1", "Ärendesystemet stängt", "Spara innan dess.", HOURS_AGO),
    SITE,
    SiteFile("file:1/1", SITE.id, "1", "Mall.docx", HOURS_AGO),
    Profile(ME, "Samira Tjärnvik"),
    ME,
    JONAS,
    ReceivedRemark(
        "remark:1",
        RemarkKind.QUESTION,
        "Gäller det också oss?",
        "intranet:1",
        "Nya mallar",
        HOURS_AGO,
        RemarkState.ANSWERED,
        HOURS_AGO,
        answers=(RemarkAnswer("Det gäller alla.", "Petra Lövsund", HOURS_AGO),),
    ),
)
PLACES = [*sorted(screens())]
LAYOUTS = [(1440, 900, 100), (1024, 768, 100), (1920, 1080, 100), (1440, 900, 200), (640, 480, 100)]
CONTENT_WORDS = {"Nacka arbetsplats", "Elin Ekhamn", "Bygglovsenheten", "Svenska", "English", "A", "100 %"}


@contextmanager
def opened_at(qapp: QApplication, folder: Path, place: str, layout: tuple[int, int, int]) -> Iterator[Opened]:
    account = PUBLIC_ACCOUNT if place == "sign_in" else ELIN
    facts = (*built_in_page().facts, *MINE)
    storage = Storage(language="en", text_percent=str(layout[2]))
    made = open_window(
        qapp,
        folder,
        screens(),
        account=account,
        storage=storage,
        facts=facts,
        size=layout[:2],
        municipality=SPEAKING,
    )
    made.workplace.go(place)
    qapp.processEvents()
    qapp.processEvents()
    try:
        yield made
    finally:
        made.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def sideways(window: QWidget) -> list[str]:
    """Scrolling areas whose content is wider than they are."""
    areas = [(area, area.widget()) for area in window.findChildren(QScrollArea) if area.isVisible()]
    return [
        f"{type(content).__name__}: {content.width()} in {area.viewport().width()}"
        for area, content in areas
        if content is not None and content.width() > area.viewport().width() + 1
    ]


def cut(window: QWidget) -> list[str]:
    """Words on buttons and labels that are not whole, nor meant to be cut."""
    buttons = [each for each in window.findChildren(Button) if each.isVisible()]
    labels = [each for each in window.findChildren(Label) if each.isVisible()]
    rail = window.findChild(Rail)
    places = [each for each in window.findChildren(RailItem) if each.isVisible() and rail is not None and rail.narrow]
    hidden = [each.text() for each in places if each.width() < each.narrow_width()]
    return [*hidden, *(each.text() for each in buttons if each.width() < each.sizeHint().width())] + [
        each.text()
        for each in labels
        if not each.wordWrap()
        and not each._elide
        and each.width() < QFontMetrics(each.font()).horizontalAdvance(each.text())
    ]


@pytest.mark.parametrize("place", sorted({*PLACES} - {"sign_in"}))
def test_every_key_of_a_screen_stands_in_the_settings_and_means_one_thing(
    qapp: QApplication, tmp_path: Path, place: str
) -> None:
    """Two commands with one key are ambiguous to Qt: neither is given."""
    told = {key.strip() for _, keys in key_table() for key, _words in keys for key in key.split(", ")}
    with opened_at(qapp, tmp_path, place, LAYOUTS[0]) as shown:
        lists = shown.application.window.findChildren(RowList)
        bound = {key for each in lists for key in each._bound}
        letters = {key for key in bound if len(key) == 1}
        assert {key for key in letters if key not in told} == set()
        assert {key for key in bound - letters if key.startswith("F") and key not in told} == set()
        keys = [each.shortcut for each in shown.workplace.commands.offered() if each.shortcut]
        assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: "x".join(str(each) for each in layout))
@pytest.mark.parametrize("place", PLACES)
def test_everything_has_a_name_and_stands_whole_at_every_size(
    qapp: QApplication, tmp_path: Path, place: str, layout: tuple[int, int, int]
) -> None:
    with opened_at(qapp, tmp_path, place, layout) as shown:
        window = shown.application.window
        assert faults(window) == []
        assert cut(window) == []
        assert sideways(window) == []
        assert (window.width(), window.height()) == layout[:2]


@pytest.mark.parametrize("place", PLACES)
def test_no_word_of_ours_is_left_in_english(
    qapp: QApplication, tmp_path: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Translation, "use", lambda _self, _language: None)  # its plurals would hide the stretched ones
    stretched = Stretched()
    qapp.installTranslator(stretched)
    try:
        with opened_at(qapp, tmp_path, place, LAYOUTS[0]) as shown:
            window = shown.application.window
            words = [each.text() for each in window.findChildren(QLabel) if each.isVisible()]
            words += [each.text() for each in window.findChildren(Button) if each.isVisible()]
            content = {str(value) for fact in (*MINE, *built_in_page().facts) for value in texts_of(fact)}
            plain = {word for word in words if word and "[" not in word and word[0].isalpha()}
            assert plain - CONTENT_WORDS - content == set()
    finally:
        qapp.removeTranslator(stretched)


def texts_of(fact: Fact) -> Iterator[str]:
    """What the content itself says, which is not ours to translate."""
    for name in fact.__dataclass_fields__:
        value = getattr(fact, name)
        if isinstance(value, str):
            yield value
        elif name == "person":
            yield from texts_of(value)
        elif isinstance(value, tuple):
            for each in value:
                if isinstance(each, str):
                    yield each
                elif hasattr(each, "__dataclass_fields__"):
                    yield from texts_of(each)
