"""Tjänster: found by theme, letter and word; every channel equal; opened at the address that the page says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.opened import Opened
from tests.ui.screens.a_day import JOURNEY, MAP, PERMIT, PRIMARY_MAP, service
from tests.ui.screens.finding import button, part, words
from ui.models.row_model import GroupRow
from ui.models.service_model import ServiceModel, ServiceRow
from ui.screens.services.channel_tile import ChannelTile
from ui.screens.services.journey_view import StepRow
from ui.screens.services.qr_code import QrCode
from ui.screens.services.service_page import ServicePage
from ui.screens.services.service_rows import A_TO_Z, JOURNEYS, PINNED
from ui.screens.services.services_screen import ServicesScreen
from ui.widgets.buttons import Button
from ui.widgets.fields import SearchField
from ui.widgets.row_list import RowList
from workplace_app.domain.changes import ChangeKind

THEME = "Bygga, bo & miljö"


@pytest.fixture
def services(day: Opened) -> Opened:
    day.workplace.go("services")
    return day


def screen(services: Opened) -> ServicesScreen:
    found = services.workplace.pages.shown
    assert isinstance(found, ServicesScreen)
    return found


def listed(services: Opened) -> RowList:
    return part(screen(services), RowList, "Services")


def model(services: Opened) -> ServiceModel:
    found = listed(services).model()
    assert isinstance(found, ServiceModel)
    return found


def rows(services: Opened) -> list[str]:
    return [row.id for row in model(services).rows if isinstance(row, ServiceRow)]


def headings(services: Opened) -> list[str]:
    return [row.title for row in model(services).rows if isinstance(row, GroupRow)]


def choose(services: Opened, choice: str) -> None:
    assert part(screen(services), RowList, "Themes").choose(choice)


def page(services: Opened) -> ServicePage:
    return next(
        each
        for each in screen(services).findChildren(ServicePage)
        if each.service.id == screen(services).shown_item() and each.isVisible()
    )


def test_a_theme_shows_its_services_by_category_and_its_journeys(services: Opened) -> None:
    choose(services, THEME)
    assert set(rows(services)) == {MAP.id, PRIMARY_MAP.id, PERMIT.id, JOURNEY.id}
    assert headings(services) == ["Kartor", "Lov", "Journeys"]


def test_a_to_z_stands_under_letters_and_is_read_by_pages(services: Opened) -> None:
    choose(services, A_TO_Z)
    assert headings(services) == ["B", "N", "P"]
    services.keep(*(service(f"s{number}", f"Tjänst {number:05}") for number in range(5_000)))
    screen(services).refresh(frozenset({ChangeKind.SERVICES}))
    assert len(rows(services)) == 200
    assert model(services).canFetchMore()


def test_journeys_have_a_list_of_their_own(services: Opened) -> None:
    choose(services, JOURNEYS)
    assert rows(services) == [JOURNEY.id]


def test_a_search_finds_and_says_when_it_does_not(services: Opened) -> None:
    field = part(screen(services), SearchField)
    field.setText("nybyggnadskarta")
    assert rows(services)[0] == MAP.id
    field.setText("xyzzy")
    assert rows(services) == []
    assert any("xyzzy" in each for each in words(screen(services)))


def test_enter_opens_the_page_of_the_service_at_its_own_address(services: Opened) -> None:
    listed(services).choose(MAP.id)
    listed(services).setFocus()
    QTest.keyClick(listed(services), Qt.Key.Key_Return)
    assert services.addresses == ["https://www.nacka.se/nybyggnadskarta"]


def test_the_button_says_where_it_leads(services: Opened) -> None:
    listed(services).choose(MAP.id)
    assert page(services).open_button.text() == "Open on nacka.se"
    page(services).open_button.click()
    assert services.addresses == ["https://www.nacka.se/nybyggnadskarta"]


def test_a_service_without_an_address_cannot_be_opened_and_shows_no_code(services: Opened) -> None:
    listed(services).choose(PRIMARY_MAP.id)
    assert not page(services).open_button.isEnabled()
    assert not part(page(services), QrCode).isVisible()
    page(services).open_outside()
    assert services.addresses == []


def test_every_channel_has_a_tile_and_an_unknown_one_says_so(services: Opened) -> None:
    listed(services).choose(MAP.id)
    tiles = page(services).findChildren(ChannelTile)
    assert [each.accessibleName() for each in tiles] == [
        "E-service, Beställ",
        "Form, Not known",
        "Phone, Kontaktcenter 08-718 80 00",
        "Visit, Nacka stadshus, Granitvägen 15",
    ]
    assert [each.isEnabled() for each in tiles] == [True, False, True, False]
    assert tiles[2]._words == "08-718 80 00", "the number is what one needs"
    tiles[0].click()
    tiles[2].click()
    assert services.addresses == ["https://www.nacka.se/bestall", "tel:+4687188000"]


def test_an_unknown_channel_is_drawn_dashed(services: Opened) -> None:
    listed(services).choose(MAP.id)
    tiles = page(services).findChildren(ChannelTile)

    def upper_edge(tile: ChannelTile) -> set[str]:
        image = tile.grab().toImage()
        return {image.pixelColor(x, 0).name() for x in range(20, image.width() - 20)}

    assert len(upper_edge(tiles[1])) > 1, "dashes and the gaps between"
    assert len(upper_edge(tiles[0])) == 1


def test_the_link_can_be_copied_mailed_and_shown_as_a_code(services: Opened) -> None:
    listed(services).choose(MAP.id)
    button(page(services), "Copy link").click()
    assert QApplication.clipboard().text() == MAP.address
    button(page(services), "Mail the link").click()
    assert services.addresses[-1].startswith("mailto:?subject=Nybyggnadskarta&body=")
    assert "https%3A//www.nacka.se/nybyggnadskarta" in services.addresses[-1]
    assert MAP.address in part(page(services), QrCode).accessibleName()


def test_no_act_of_a_service_is_an_icon_alone(services: Opened) -> None:
    services.workplace.go("services", PERMIT.id)
    assert all(each.text() for each in page(services).findChildren(Button) if each.isVisible())


def test_ctrl_d_pins_and_it_stands_on_idag_too(services: Opened) -> None:
    listed(services).choose(MAP.id)
    listed(services).setFocus()
    QTest.keyClick(listed(services), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    choose(services, PINNED)
    assert rows(services) == [MAP.id]
    services.workplace.go("today")
    mine = part(services.workplace.pages, RowList, "My services")
    assert str(mine.model().index(0, 0).data()) == MAP.title
    services.workplace._toasts.undo_last()
    services.workplace.go("services")
    assert rows(services) == []


def test_a_journey_says_what_must_come_first_what_is_optional_and_where_one_is(services: Opened) -> None:
    listed(services).choose(MAP.id)
    steps = [each.accessibleName() for each in page(services).findChildren(StepRow)]
    assert steps == ["1, Förhandsbesked, Optional", "2, Beställ karta, You are here", "3, Sök lov, Needs step 2"]


def test_a_step_leads_to_its_service(services: Opened) -> None:
    listed(services).choose(MAP.id)
    page(services).findChildren(StepRow)[2].click()
    assert screen(services).shown_item() == PERMIT.id
    assert "Before this" in words(page(services))
    button(page(services), "Nybyggnadskarta").click()
    assert screen(services).shown_item() == MAP.id


@pytest.mark.parametrize("width", [640, 1024, 1440])
def test_themes_list_and_page_are_reached_at_every_width(services: Opened, width: int) -> None:
    services.application.window.resize(width, 700)
    themes = part(screen(services), RowList, "Themes")
    if width < 1200:
        screen(services)._to_choices.click()
    assert themes.isVisible()
    screen(services).show_item(MAP.id)
    assert page(services).isVisible()


def test_a_narrow_page_puts_the_tiles_two_by_two_and_cuts_nothing(services: Opened) -> None:
    services.application.window.resize(560, 700)
    screen(services).show_item(MAP.id)
    QApplication.processEvents()
    tiles = page(services).findChildren(ChannelTile)
    assert len({each.y() for each in tiles}) == 2
    assert page(services).width() <= screen(services).width()


def test_nothing_fetched_is_unknown(unknown: Opened) -> None:
    unknown.workplace.go("services")
    assert any(each.startswith("We do not know yet") for each in words(screen(unknown)))


def test_a_row_speaks_all_it_shows(services: Opened) -> None:
    row = next(row for row in model(services).rows if isinstance(row, ServiceRow) and row.id == MAP.id)
    spoken = model(services).spoken(row)
    for each in (MAP.title, MAP.summary, "E-service", "Phone", "Visit"):
        assert each in spoken
