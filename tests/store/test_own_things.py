"""What the user keeps: marks, pins, cards, settings, visits; each with its undo."""

from tests.store.stored import NOW, ago, ahead
from workplace_app.domain.own_things import ArticleMark, CardHeight, PinKind, PlacedCard, Visit
from workplace_app.domain.settings import DENSITY, Density
from workplace_app.store.connection_type import Connection
from workplace_app.store.own_things import article_marks, card_layout, pins, visits
from workplace_app.store.own_things.choices import Choices


def test_the_first_reading_and_the_first_statement_count(screen: Connection) -> None:
    article_marks.acknowledge(screen, ["a"], NOW)
    before = article_marks.acknowledge(screen, ["a"], ahead(days=1))
    assert before == (ArticleMark("a", read_at=NOW, saved_at=None, acknowledged_at=NOW),)
    assert article_marks.mark_read(screen, ["a"], ahead(days=2)) == before
    assert article_marks.save(screen, ["a"], ahead(days=2)) == before


def test_undo_of_reading_saving_and_acknowledging_leaves_no_trace(screen: Connection) -> None:
    read = article_marks.mark_read(screen, ["a", "b"], NOW)
    article_marks.restore(screen, read)
    assert screen.execute("SELECT COUNT(*) FROM mine.article_marks").fetchone() == (0,)
    article_marks.save(screen, ["a"], NOW)
    taken = article_marks.unsave(screen, ["a"])
    assert screen.execute("SELECT COUNT(*) FROM mine.article_marks").fetchone() == (0,)
    article_marks.restore(screen, taken)
    assert article_marks.mark_unread(screen, ["a"]) == (ArticleMark("a", saved_at=NOW),)


def test_pins_keep_the_users_order(screen: Connection) -> None:
    for service_id in ("a", "b", "c", "b"):
        pins.pin(screen, PinKind.SERVICE, service_id)
    pins.pin(screen, PinKind.TOOL, "x")
    assert pins.pinned(screen, PinKind.SERVICE) == ("a", "b", "c")
    before = pins.move_pin(screen, PinKind.SERVICE, "c", 0)
    assert pins.pinned(screen, PinKind.SERVICE) == ("c", "a", "b")
    pins.move_pin(screen, PinKind.SERVICE, "unknown", 0)
    pins.unpin(screen, PinKind.SERVICE, "a")
    assert pins.pinned(screen, PinKind.SERVICE) == ("c", "b")
    pins.restore(screen, PinKind.SERVICE, before)
    assert pins.pinned(screen, PinKind.SERVICE) == ("a", "b", "c")
    assert pins.pinned(screen, PinKind.TOOL) == ("x",)


def test_cards_stay_where_they_were_placed(screen: Connection) -> None:
    assert card_layout.placed_cards(screen) == ()
    placed = (PlacedCard("news", columns=2), PlacedCard("tasks", shown=False, height=CardHeight.LONG))
    assert card_layout.place_cards(screen, placed) == ()
    assert card_layout.place_cards(screen, placed[::-1]) == placed
    assert card_layout.placed_cards(screen) == placed[::-1]
    card_layout.place_cards(screen, ())
    assert card_layout.placed_cards(screen) == ()


def test_a_setting_is_kept_until_it_is_forgotten(screen: Connection) -> None:
    choices = Choices(screen)
    assert DENSITY.value_in(choices) is Density.NORMAL
    choices.set_setting("density", "airy")
    choices.set_setting("density", "compact")
    assert DENSITY.value_in(choices) is Density.COMPACT
    choices.set_setting("density", None)
    assert choices.setting("density") is None


def test_who_comes_back_soon_has_not_been_away(screen: Connection) -> None:
    assert visits.present_visit(screen) is None
    assert visits.arrive(screen, ago(days=3)) is None
    visits.still_here(screen, ago(days=2, hours=20))
    assert visits.arrive(screen, ago(hours=1)) == ago(days=2, hours=20)
    assert visits.arrive(screen, ago(minutes=40)) == ago(days=2, hours=20), "twenty minutes later"
    assert visits.present_visit(screen) == Visit(ago(hours=1), ago(minutes=40))
    assert visits.arrive(screen, NOW) == ago(minutes=40)
    assert visits.last_left(screen) == ago(minutes=40)
