"""The built-in catalogue is whole, its edges meet, and its words are our own."""

import json
import re
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from resources.locations import folder, journeys_file, services_file, tools_file
from workplace_app.domain.catalogue import journeys_from_json, services_from_json, tools_from_json
from workplace_app.domain.journey import Journey
from workplace_app.domain.service import Known, Service, ServiceChannelKind
from workplace_app.domain.tool import Tool, ToolKind

RESEARCH = Path(__file__).parents[3] / "shared" / "data" / "nacka"
THEMES = (
    "Förskola & skola",
    "Omsorg & stöd",
    "Uppleva & göra",
    "Bygga, bo & miljö",
    "Stadsutveckling & trafik",
    "Jobb & vuxenutbildning",
    "Näringsliv & företag",
    "Kommun & politik",
    "Nacka vatten och avfall",
)
NOT_KLARSPRAK = re.compile(r"!|\btyvärr\b|\bvänligen\b|\bnyss\b|\berhåll|\bbeakta|\bgällande\b|;", re.IGNORECASE)
with_research = pytest.mark.skipif(not RESEARCH.is_dir(), reason="the research data is not beside this checkout")


def loaded(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))


@cache
def services() -> dict[str, Service]:
    facts, problems = services_from_json(loaded(services_file()))
    assert problems == ()
    return {service.id: service for service in facts}


@cache
def journeys() -> tuple[Journey, ...]:
    facts, problems = journeys_from_json(loaded(journeys_file()))
    assert problems == ()
    return facts


@cache
def tools() -> tuple[Tool, ...]:
    facts, problems = tools_from_json(loaded(tools_file()))
    assert problems == ()
    return facts


def found(text: str) -> set[str]:
    """A rough search: every word begins a word of the title or the keywords, with å ä ö forgiven."""
    plain = str.maketrans("åäöé", "aaoe")
    words = text.lower().translate(plain).split()
    hits = set()
    for service in services().values():
        tokens = re.findall(r"[a-z0-9-]+", " ".join((service.title, *service.keywords)).lower().translate(plain))
        if all(any(token.startswith(word) for token in tokens) for word in words):
            hits.add(service.id)
    return hits


def test_there_are_96_services_in_nine_themes_and_13_journeys() -> None:
    assert len(services()) == 96
    assert {service.theme for service in services().values()} == set(THEMES)
    assert tuple(loaded(services_file())["themes"]) == THEMES
    assert len(journeys()) == 13


def test_every_edge_leads_to_a_service_and_none_to_itself() -> None:
    for service in services().values():
        for other in (*service.requires, *service.related):
            assert other in services(), (service.id, other)
            assert other != service.id


def test_requirements_never_go_in_a_circle() -> None:
    def before(identifier: str, seen: tuple[str, ...]) -> None:
        assert identifier not in seen, seen
        for other in services()[identifier].requires:
            before(other, (*seen, identifier))

    for identifier in services():
        before(identifier, ())


def test_every_step_leads_to_a_service_or_to_nobody_of_ours() -> None:
    for journey in journeys():
        assert journey.summary
        assert journey.keywords
        assert journey.theme in THEMES
        for step in journey.steps:
            assert step.service_id is None or step.service_id in services(), (journey.id, step.title)


def test_building_a_house_needs_the_map_before_the_permit() -> None:
    journey = next(journey for journey in journeys() if journey.title == "Bygga nytt hus")
    permit = next(step for step in journey.steps if step.service_id == "guide-sa-ansoker-du-bygglov")
    assert [journey.steps[number - 1].service_id for number in permit.requires] == ["nybyggnadskarta"]
    assert [step.number for step in journey.steps if step.optional] == [2]
    assert "nybyggnadskarta" in services()["guide-sa-ansoker-du-bygglov"].requires


def test_an_existing_e_service_has_an_address_and_an_unknown_one_is_not_called_missing() -> None:
    states = []
    for service in services().values():
        channels = {channel.kind: channel for channel in service.channels}
        e_service = channels[ServiceChannelKind.E_SERVICE]
        states.append(e_service.known)
        if e_service.known is Known.YES:
            assert e_service.address, service.id
            assert e_service.label, service.id
        else:
            assert e_service.address is None, service.id
    assert (states.count(Known.YES), states.count(Known.NO), states.count(Known.UNKNOWN)) == (37, 29, 30)


def test_the_switchboard_is_not_given_as_the_water_companys_telephone() -> None:
    for service in services().values():
        phone = service.channels[list(ServiceChannelKind).index(ServiceChannelKind.PHONE)]
        if service.theme == "Nacka vatten och avfall":
            assert phone.known is Known.UNKNOWN
        elif phone.known is Known.YES:
            assert phone.address == "tel:+4687188000"


def test_every_summary_is_one_plain_line() -> None:
    for service in services().values():
        assert 20 <= len(service.summary) <= 130, service.id
        assert service.summary.endswith("."), service.id
        assert not NOT_KLARSPRAK.search(service.summary), service.summary
        assert service.keywords, service.id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("forskola", "ansok-om-plats-i-forskola-och-pedagogisk-omsorg"),
        ("dagis", "ansok-om-plats-i-forskola-och-pedagogisk-omsorg"),
        ("bygglovet", "guide-sa-ansoker-du-bygglov"),
        ("vatten avlopp", "anslut-till-kommunalt-vatten-och-avlopp"),
        ("vatten avlopp", "avgifter-for-vatten-och-avlopp"),
        ("lov", "terminer-och-lov"),
        ("lov", "guide-sa-ansoker-du-bygglov"),
        ("sportlovet", "terminer-och-lov"),
        ("sopor", "avgifter-for-avfall"),
        ("parkera", "parkeringsavgifter-och-boendeparkering-fragor-och-svar"),
        ("gifta sig", "borgerlig-vigsel-gifta-sig"),
        ("socialbidrag", "ekonomiskt-bistand"),
        ("skolkort", "resor-till-och-fran-skolan-skolskjuts"),
        ("larmklocka", "trygghetslarm"),
        ("gatlampa", "felanmalan-fragor-och-synpunkter"),
        ("alkohol", "serveringstillstand"),
        ("brygga", "strandskyddsdispens"),
    ],
)
def test_a_residents_own_words_find_the_service(text: str, expected: str) -> None:
    assert expected in found(text)


def test_tools_lead_to_demo_addresses_and_have_icons_that_exist() -> None:
    icons = {path.stem for path in folder("icons").glob("*.svg")}
    for tool in tools():
        assert tool.address.startswith("https://intranat.nacka.example/")
        assert not icons or tool.icon in icons, tool.icon
    assert [tool.title for tool in tools() if tool.kind is ToolKind.QUICK_TASK and not tool.units][:4] == [
        "Sjukanmäl dig",
        "Boka rum",
        "Beställ IT",
        "Reseräkning",
    ]


@with_research
def test_titles_and_addresses_are_those_of_the_site() -> None:
    for item in loaded(RESEARCH / "services.json")["services"]:
        service = services()[item["id"]]
        assert (service.title, service.address, service.theme) == (item["title"], item["url"], item["theme"])
    assert [journey.title for journey in journeys()] == [
        item["journey"] for item in loaded(RESEARCH / "journeys.json")["journeys"]
    ]


@with_research
def test_no_sentence_is_carried_over_from_the_research() -> None:
    for item in loaded(RESEARCH / "services.json")["services"]:
        ours, theirs = services()[item["id"]].summary.lower(), item["description"].lower()
        assert SequenceMatcher(None, ours, theirs).ratio() < 0.75, item["id"]
