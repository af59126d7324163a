"""Services, journeys, tools, people, drift information and the user's own profile."""

from dataclasses import replace

from tests.store.many_facts import people as many_people
from tests.store.stored import NOW, ago, ahead, all_pages, keep
from workplace_app.domain.as_seen import Letter, ThemeOfServices
from workplace_app.domain.disruption import Disruption
from workplace_app.domain.journey import Journey, JourneyStep
from workplace_app.domain.person import Person, Profile
from workplace_app.domain.service import Service
from workplace_app.domain.tool import Tool, ToolKind
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection_type import Connection
from workplace_app.store.disruption_reader import disruption, disruptions
from workplace_app.store.journey_reader import journey, journeys, journeys_through
from workplace_app.store.person_reader import letters as letters_of_people
from workplace_app.store.person_reader import people, person, profile, units
from workplace_app.store.service_reader import (
    letters,
    required_by,
    service,
    services,
    services_by_ids,
    services_of_theme,
    themes,
)
from workplace_app.store.tool_reader import tool, tools


def _service(title: str, theme: str = "Bygga", category: str = "Lov", requires: tuple[str, ...] = ()) -> Service:
    return Service(title.lower(), title, "", theme, category, None, requires=requires)


def test_services_stand_in_swedish_order(writer: CacheWriter, screen: Connection) -> None:
    names = ["Ö-trafik", "Zonindelning", "ängsvård", "Åtgärdsplan", "E-tjänst", "évenemang", "1:a hjälpen"]
    keep(writer, *map(_service, names))
    in_order = ["1:a hjälpen", "E-tjänst", "évenemang", "Zonindelning", "Åtgärdsplan", "ängsvård", "Ö-trafik"]
    assert [each.title for each in services(screen).rows] == in_order
    first = services(screen, limit=4)
    assert [each.title for each in first.rows + services(screen, first.after, limit=4).rows] == in_order
    assert letters(screen) == tuple(
        Letter(*pair) for pair in [("E", 2), ("Z", 1), ("Å", 1), ("Ä", 1), ("Ö", 1), ("#", 1)]
    )


def test_themes_keep_the_catalogues_order(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, _service("b", "Skola"), _service("a", "Bygga"), _service("c", "Skola"))
    keep(writer, Journey("journey:1", "Börja skolan", "", "Skola", (JourneyStep(1, "Välj"),)))
    assert themes(screen) == (ThemeOfServices("Skola", 2, 1), ThemeOfServices("Bygga", 1, 0))


def test_a_theme_is_told_by_category_in_the_catalogues_order(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, _service("c", category="Lov"), _service("b", category="Karta"), _service("a", category="Lov"))
    assert [each.title for each in services_of_theme(screen, "Bygga")] == ["a", "c", "b"]


def test_services_are_found_by_id_and_by_what_they_require(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, _service("karta"), _service("lov", requires=("karta", "plan")), _service("plan"))
    assert [each.id for each in services_by_ids(screen, ("plan", "unknown", "karta"))] == ["plan", "karta"]
    assert [each.id for each in required_by(screen, "karta")] == ["lov"]
    found = service(screen, "lov")
    assert found is not None
    assert found.requires == ("karta", "plan")
    assert service(screen, "unknown") is None


def test_journeys_are_found_through_their_services(writer: CacheWriter, screen: Connection) -> None:
    build = Journey("journey:b", "Bygga nytt hus", "", "Bygga", (JourneyStep(1, "Karta", service_id="karta"),))
    marry = Journey("journey:a", "Gifta sig", "", "Omsorg", (JourneyStep(1, "Prövning"),))
    keep(writer, marry, build)
    assert journeys(screen) == (build, marry)
    assert journeys(screen, "Omsorg") == (marry,)
    assert journeys_through(screen, "karta") == (build,)
    assert journey(screen, "journey:a") == marry


def test_tools_are_offered_to_their_units_in_the_catalogues_order(writer: CacheWriter, screen: Connection) -> None:
    def made(name: str, *names: str, kind: ToolKind = ToolKind.TOOL) -> Tool:
        return Tool(name, kind, name, f"https://{name}.example", "tool", units=names)

    keep(writer, made("z"), made("a", "Bygglovsenheten"), made("b", "Skolan"), made("q", kind=ToolKind.QUICK_TASK))
    assert [each.id for each in tools(screen, ToolKind.TOOL, "Bygglovsenheten")] == ["z", "a"]
    assert [each.id for each in tools(screen, ToolKind.TOOL)] == ["z", "a", "b"]
    assert [each.id for each in tools(screen, ToolKind.QUICK_TASK, "")] == ["q"]
    found = tool(screen, "b")
    assert found is not None
    assert found.units == ("Skolan",)


def test_people_are_paged_from_a_to_o(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, *many_people(150), Person("person:ö", "Örjan Östling", unit="Skolan"), Person("person:å", "Åsa Ålund"))
    paged = all_pages(lambda after: people(screen, after, limit=29))
    assert len({each.id for each in paged}) == len(paged) == 152
    assert paged == people(screen).rows
    assert [each.name for each in people(screen, unit="Skolan").rows] == ["Örjan Östling"]
    assert people(screen, from_letter="Å").rows[0].name.startswith("Å")
    assert sum(letter.count for letter in letters_of_people(screen)) == 152
    assert units(screen) == tuple(sorted(units(screen), key=str.lower))
    assert "Skolan" in units(screen)
    assert person(screen, "person:å") is not None


def test_the_profile_is_unknown_until_it_has_been_fetched(writer: CacheWriter, screen: Connection) -> None:
    assert profile(screen) is None
    mine = Profile(Person("person:1", "Elin Åkerholm", unit="Bygglovsenheten"), "Chef", ("group:1",), ("Lov",))
    keep(writer, mine, feed="profile")
    assert profile(screen) == mine


def test_drift_information_is_shown_while_it_lasts_current_ones_first(writer: CacheWriter, screen: Connection) -> None:
    base = Disruption("d", "d", "", shown_from=ago(days=1))
    keep(
        writer,
        replace(base, id="over", ends=ago(minutes=1)),
        replace(base, id="not yet", shown_from=ahead(hours=1)),
        replace(base, id="long", starts=ago(days=3)),
        replace(base, id="just begun", starts=ago(hours=1), ends=ahead(hours=1)),
        replace(base, id="next week", starts=ahead(days=7), planned=True),
        replace(base, id="tomorrow", starts=ahead(days=1), planned=True),
    )
    assert [each.id for each in disruptions(screen, NOW)] == ["just begun", "long", "tomorrow", "next week"]
    found = disruption(screen, "over")
    assert found is not None
    assert found.ends == ago(minutes=1)
