"""Search finds what a person expects, in the order in which they expect it, and is surprised by nothing."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from resources.locations import journeys_file, services_file, tools_file
from tests.store.many_facts import (
    articles,
    channels,
    day_of_work,
    events,
    messages,
    notifications,
    people,
    site_files,
    tasks,
    workspaces,
)
from tests.store.stored import NOW, ago, ahead, keep
from workplace_app.domain.article import ArticleSource
from workplace_app.domain.catalogue import journeys_from_json, services_from_json, tools_from_json
from workplace_app.domain.disruption import Disruption
from workplace_app.domain.journey import Journey, JourneyStep
from workplace_app.domain.reminder import ReminderKind, ReminderSubject
from workplace_app.domain.search_hit import HitKind
from workplace_app.domain.service import Service
from workplace_app.domain.task import Task, TaskSource
from workplace_app.domain.tool import Tool, ToolKind
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection_type import Connection
from workplace_app.store.own_things import reminders
from workplace_app.store.search import Search
from workplace_app.store.search_texts import SEARCHED
from workplace_app.store.sync_connection import open_in_memory

ONLY_SERVICES = frozenset({HitKind.SERVICE})


def _task(title: str, notes: str = "") -> Task:
    return Task(f"planner:{title}", TaskSource.PLANNER, title, None, None, None, False, False, notes=notes)


def _found(connection: Connection, text: str) -> list[str]:
    return [hit.title for hit in Search(connection, lambda: NOW).find(text)]


@pytest.fixture(scope="module")
def nacka() -> Iterator[Search]:
    """The catalogue that the program comes with, in the midst of a working day's facts."""
    connection = open_in_memory()
    writer = CacheWriter(connection)

    def read(file: Path) -> object:
        return json.loads(file.read_text("utf-8"))

    keep(writer, *services_from_json(read(services_file()))[0], *journeys_from_json(read(journeys_file()))[0])
    keep(writer, *tools_from_json(read(tools_file()))[0], *day_of_work(2_000))
    yield Search(connection, lambda: NOW)
    connection.close()


@pytest.mark.parametrize(
    ("typed", "first", "among"),
    [
        ("forskola", "Ansök om plats i förskola", "Vanliga frågor om förskola"),
        ("förskolan", "örskola", "Ansök om plats i förskola"),
        ("bygglovet", "bygglov", "Bra att veta om bygglov"),
        ("vatten avlopp", "vatten och avlopp", "Anslut till kommunalt vatten och avlopp"),
        ("lov", "Terminer och lov", "bygglov"),
        ("hemtj", "Hemtjänst", "Hemtjänst (lättläst)"),
        ("dagis", "", "Ansök om plats i förskola"),
        ("parkering", "arkering", "Infartsparkeringar"),
    ],
)
def test_a_resident_finds_the_service(nacka: Search, typed: str, first: str, among: str) -> None:
    titles = [hit.title for hit in nacka.find(typed, ONLY_SERVICES)][:5]
    assert first in titles[0]
    assert any(among in title for title in titles), titles


@pytest.mark.parametrize("typed", ["forskola", "bygglovet", "vatten avlopp", "lov", "hemtjänst"])
def test_services_come_before_the_papers_of_the_day(nacka: Search, typed: str) -> None:
    kinds = [hit.kind for hit in nacka.find(typed)]
    assert kinds[0] in (HitKind.SERVICE, HitKind.JOURNEY)
    assert kinds.index(HitKind.SERVICE) < 3


def test_the_title_comes_before_inflections_those_before_parts_the_text_last(
    writer: CacheWriter, screen: Connection
) -> None:
    keep(
        writer,
        _task("Något annat", notes="här står karta"),
        _task("Nybyggnadskarta"),
        _task("Kartan över marken"),
        _task("Karta över marken"),
    )
    assert _found(screen, "karta") == ["Karta över marken", "Kartan över marken", "Nybyggnadskarta", "Något annat"]


def test_dots_make_a_difference_and_are_forgiven(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, _task("Får i hagen"), _task("Far i hagen"))
    assert _found(screen, "får") == ["Får i hagen", "Far i hagen"]
    assert _found(screen, "far") == ["Far i hagen", "Får i hagen"]


def test_the_last_word_may_go_on_until_a_space_ends_it(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, _task("Budgetmöte"), _task("Bud på huset"))
    assert set(_found(screen, "bud")) == {"Budgetmöte", "Bud på huset"}
    assert _found(screen, "budget") == ["Budgetmöte"]
    assert _found(screen, "bu ") == []


def test_every_word_must_be_found(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, _task("Vatten och avlopp"), _task("Vatten"), _task("Avlopp", notes="och vatten"))
    assert _found(screen, "vatten avlopp") == ["Vatten och avlopp", "Avlopp"]


def test_parts_of_compounds_are_found_only_where_they_stand_together(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, _task("Barnomsorgsavgift"), _task("Avgå gift"))
    assert _found(screen, "avgift") == ["Barnomsorgsavgift"]


def test_every_kind_is_found_and_can_be_asked_for_alone(writer: CacheWriter, screen: Connection) -> None:
    first_message = replace(next(messages(1)), subject="Kastanj")
    keep(
        writer,
        _task("Kastanj"),
        replace(next(events(1)), title="Kastanj"),
        replace(next(articles(1)), title="Kastanj"),
        replace(next(notifications(1)), title="Kastanj"),
        replace(next(workspaces(1)), title="Kastanj"),
        replace(next(channels(1)), title="Kastanj"),
        first_message,
        replace(next(site_files(1)), name="Kastanj"),
        Service("s", "Kastanj", "", "", "", None),
        Journey("j", "Kastanj", "", "", (JourneyStep(1, "x"),)),
        replace(next(people(1)), name="Kastanj"),
        Tool("t", ToolKind.TOOL, "Kastanj", "https://a.example", "tool"),
        Disruption("d", "Kastanj", "", ago(hours=1)),
    )
    reminders.remind(screen, ReminderSubject(ReminderKind.TEXT, "Kastanj"), ahead(hours=1), NOW)
    search = Search(screen, lambda: NOW)
    assert {hit.kind for hit in search.find("kastanj")} == set(HitKind)
    assert {each.kind for each in SEARCHED} == set(HitKind) - {HitKind.REMINDER}, "which lie where no index reaches"
    for kind in HitKind:
        (hit,) = search.find("kastanj", frozenset({kind}))
        assert hit.kind is kind
    assert search.find("kastanj", frozenset()) == ()
    assert len(search.find("kastanj", limit=4)) == 4


def test_a_message_without_a_subject_is_called_by_its_first_words(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, replace(next(messages(1)), text="Kan någon titta på altanen i dag?"))
    (hit,) = Search(screen).find("altanen")
    assert hit.title == "Kan någon titta på altanen i dag?"


def test_what_is_hidden_in_the_lists_is_hidden_in_the_search(writer: CacheWriter, screen: Connection) -> None:
    withdrawn = replace(next(articles(1)), title="Kastanj", stop_publish=ahead(hours=1))
    copy = replace(withdrawn, id="public:1", source=ArticleSource.PUBLIC, canonical_address=withdrawn.canonical_address)
    keep(writer, withdrawn, copy, replace(next(messages(1)), subject="Kastanj", deleted=True))
    assert [hit.id for hit in Search(screen, lambda: NOW).find("kastanj")] == [withdrawn.id]
    assert Search(screen, lambda: ahead(hours=1)).find("kastanj") == ()


def test_newer_comes_before_older_of_the_same_name(writer: CacheWriter, screen: Connection) -> None:
    article = replace(next(articles(1)), title="Kastanj")
    keep(
        writer, *(replace(article, id=f"a:{n}", canonical_address=None, published=ago(days=90 * n)) for n in (2, 0, 1))
    )
    assert [hit.id for hit in Search(screen, lambda: NOW).find("kastanj")] == ["a:0", "a:1", "a:2"]


def test_a_telephone_number_is_found_however_it_is_typed(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, replace(next(people(1)), name="Åsa", phone="08-718 80 17"))
    for typed in ("08-718 80 17", "087188017", "80 17"):
        assert _found(screen, typed) == ["Åsa"], typed


def test_a_common_word_still_finds_what_bears_it_as_a_name(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, *(replace(task, notes="kommun") for task in tasks(3_000)))
    keep(writer, *(replace(person, unit="Kommun") for person in people(400)))
    keep(writer, _task("Kommun"), replace(next(site_files(1)), name="Kommun"))
    assert set(_found(screen, "kommun")[:2]) == {"Kommun"}


_NAUGHTY = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="\"'*()^:-+{}[]NEARANDOT \\;%_å\0\ud800", max_size=40),
    st.lists(st.sampled_from(["AND", "OR", "NOT", "NEAR(", '"', "*", "title:", "^a", "a*b", "--", "';", "lov"])).map(
        " ".join
    ),
)


@given(text=_NAUGHTY)
@settings(max_examples=2_500, deadline=None)
@example("")
@example('"')
@example("NEAR(a b, 3)")
@example("title : lov")
@example("lov" * 5_000)
def test_nothing_that_is_typed_is_an_error(nacka: Search, text: str) -> None:
    for hit in nacka.find(text, limit=5):
        assert hit.title is not None


def test_every_way_of_typing_a_title_finds_it_from_its_third_letter_on(nacka: Search) -> None:
    title = "Strandskyddsdispens"
    for length in range(3, len(title) + 1):
        for typed in (title[:length], title[:length].upper(), title[:length].lower()):
            assert title in [hit.title for hit in nacka.find(typed, ONLY_SERVICES)], typed


def test_a_hit_tells_what_a_list_shows(writer: CacheWriter, screen: Connection) -> None:
    service = Service("s", "Kastanj", "", "Bygga", "", "https://nacka.example/s", keywords=("kastanjer",))
    keep(writer, service, replace(next(articles(1)), title="Kastanj", acknowledge_by=date(2026, 10, 16)))
    first, second = Search(screen, lambda: NOW).find("kastanj")
    assert (first.id, first.kind, first.context, first.address) == ("s", HitKind.SERVICE, "Bygga", service.address)
    assert second.at == NOW
    assert first.rank < second.rank
