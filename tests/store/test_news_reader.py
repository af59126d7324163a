"""News as seen: four lists, no duplicates, nothing that an editor has withdrawn, and the reason why it is shown."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from tests.store.many_facts import articles as many_articles
from tests.store.stored import NOW, ago, ahead, keep
from workplace_app.domain.article import Article, ArticleSource, Picture, PictureData
from workplace_app.domain.as_seen import ArticleReason, NewsCounts, NewsFilter, Recipient
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection_type import Connection
from workplace_app.store.news_reader import article, articles, count_news, picture, topics
from workplace_app.store.own_things import article_marks
from workplace_app.store.own_things.visits import arrive

ELIN = Recipient("Bygglovsenheten", groups=("Stadsbyggnad",), followed_topics=("Arbetsmiljö",))


def _article(name: str, hours: float = 1, source: ArticleSource = ArticleSource.INTRANET) -> Article:
    return Article(f"{source.value}:{name}", source, name, f"Ingress {name}", f"<p>{name}</p>", ago(hours=hours))


def _titles(
    connection: Connection, news_filter: NewsFilter, now: datetime = NOW, recipient: Recipient = ELIN
) -> list[str]:
    return [each.title for each in articles(connection, news_filter, recipient, now).rows]


def test_news_comes_newest_first_and_in_pages(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, *many_articles(90))
    together = articles(screen, NewsFilter.ALL, ELIN, NOW).rows
    assert [each.published for each in together] == sorted((each.published for each in together), reverse=True)
    first = articles(screen, NewsFilter.ALL, ELIN, NOW, limit=50)
    second = articles(screen, NewsFilter.ALL, ELIN, NOW, first.after, limit=50)
    assert first.rows + second.rows == together
    assert second.after is None


def test_for_me_is_what_concerns_me_and_says_why(writer: CacheWriter, screen: Connection) -> None:
    keep(
        writer,
        _article("alla", 1),
        replace(_article("min enhet skrev", 2), publisher="Bygglovsenheten", audience=("Någon annan",)),
        replace(_article("till min enhet", 3), audience=("Rektorer", "Bygglovsenheten")),
        replace(_article("till min grupp", 4), audience=("Stadsbyggnad",)),
        replace(_article("mitt ämne", 5), audience=("Rektorer",), topics=("Arbetsmiljö",)),
        replace(_article("min yta", 6, ArticleSource.SITE_PAGE), workspace_id="site:1", publisher="Lovhandläggning"),
        replace(_article("måste läsas", 7), acknowledge_by=date(2026, 10, 16)),
        replace(_article("inte min", 8), audience=("Rektorer",), acknowledge_by=date(2026, 10, 16)),
    )
    found = {each.title: (each.reason, each.reason_value) for each in articles(screen, NewsFilter.ALL, ELIN, NOW).rows}
    assert found == {
        "alla": (ArticleReason.FOR_EVERYBODY, None),
        "min enhet skrev": (ArticleReason.YOUR_UNIT, "Bygglovsenheten"),
        "till min enhet": (ArticleReason.FOR_YOUR_UNIT, "Bygglovsenheten"),
        "till min grupp": (ArticleReason.FOR_YOUR_UNIT, "Stadsbyggnad"),
        "mitt ämne": (ArticleReason.FOLLOWED_TOPIC, "Arbetsmiljö"),
        "min yta": (ArticleReason.YOUR_WORKSPACE, "Lovhandläggning"),
        "måste läsas": (ArticleReason.MANDATORY, None),
        "inte min": (ArticleReason.NOT_FOR_YOU, None),
    }
    for_me = [title for title, (why, _) in found.items() if why is not ArticleReason.NOT_FOR_YOU]
    assert _titles(screen, NewsFilter.FOR_ME) == for_me
    assert _titles(screen, NewsFilter.TO_ACKNOWLEDGE) == ["måste läsas"]
    assert count_news(screen, ELIN, NOW) == NewsCounts(for_me=7, all=8, saved=0, to_acknowledge=1, unread=7)


def test_somebody_without_a_unit_sees_what_is_for_everybody(writer: CacheWriter, screen: Connection) -> None:
    keep(
        writer, replace(_article("utan avsändare"), publisher=""), replace(_article("inte min"), audience=("Rektorer",))
    )
    assert _titles(screen, NewsFilter.FOR_ME, recipient=Recipient()) == ["utan avsändare"]


def test_one_article_from_three_sources_is_shown_once_from_the_best(writer: CacheWriter, screen: Connection) -> None:
    same = "https://nacka.example/nyhet"
    keep(
        writer,
        *(
            replace(_article(source.value, 1, source), canonical_address=same)
            for source in (ArticleSource.PUBLIC, ArticleSource.SITE_PAGE, ArticleSource.INTRANET)
        ),
    )
    assert _titles(screen, NewsFilter.ALL) == ["intranet"]
    assert count_news(screen, ELIN, NOW).all == 1
    assert article(screen, "public:public", NOW) is not None, "search and links may still name it"


def test_a_duplicate_steps_forward_when_the_better_one_is_withdrawn(writer: CacheWriter, screen: Connection) -> None:
    same = "https://nacka.example/nyhet"
    keep(
        writer,
        replace(_article("intern"), canonical_address=same, stop_publish=ahead(hours=1)),
        replace(_article("publik", source=ArticleSource.PUBLIC), canonical_address=same),
    )
    assert _titles(screen, NewsFilter.ALL, NOW) == ["intern"]
    assert _titles(screen, NewsFilter.ALL, ahead(hours=1)) == ["publik"]


def test_a_withdrawn_article_is_hidden_at_its_moment_and_has_lost_its_words(
    writer: CacheWriter, screen: Connection
) -> None:
    stop = ahead(hours=1)
    keep(writer, replace(_article("kort"), stop_publish=stop))
    assert _titles(screen, NewsFilter.ALL, ahead(minutes=59)) == ["kort"]
    assert _titles(screen, NewsFilter.ALL, stop) == []
    seen = article(screen, "intranet:kort", stop)
    assert seen is not None
    assert (seen.withdrawn_at, seen.article.body_html, seen.article.lead) == (stop, "", "")
    before = article(screen, "intranet:kort", NOW)
    assert before is not None
    assert before.withdrawn_at is None
    assert before.article.body_html == "<p>kort</p>"


def test_reading_saving_and_acknowledging_show(writer: CacheWriter, screen: Connection) -> None:
    keep(
        writer, replace(_article("a"), acknowledge_by=date(2026, 10, 16)), _article("b", 2), _article("old", 24 * 7 + 1)
    )
    unread = {each.title: each.unread for each in articles(screen, NewsFilter.ALL, ELIN, NOW).rows}
    assert unread == {"a": True, "b": True, "old": False}, "news of last week is no longer new"
    article_marks.mark_read(screen, ["intranet:b"], NOW)
    article_marks.save(screen, ["intranet:b"], NOW)
    article_marks.acknowledge(screen, ["intranet:a"], NOW)
    assert count_news(screen, ELIN, NOW) == NewsCounts(for_me=3, all=3, saved=1, to_acknowledge=0, unread=0)
    (saved,) = articles(screen, NewsFilter.SAVED, ELIN, NOW).rows
    assert (saved.title, saved.saved, saved.unread) == ("b", True, False)
    seen = article(screen, "intranet:a", NOW)
    assert seen is not None
    assert (seen.read_at, seen.acknowledged_at) == (NOW, NOW)


def test_a_newcomer_has_three_days_of_news_to_read(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, _article("i går", 24), _article("i förrgår", 48), _article("förra veckan", 24 * 4))
    arrive(screen, NOW)
    assert count_news(screen, ELIN, NOW).unread == 2
    arrive(screen, ahead(hours=24))
    assert count_news(screen, ELIN, ahead(hours=24)).unread == 2, "the days before the first are counted, not the last"


def test_what_is_to_acknowledge_comes_by_its_last_day_in_pages(writer: CacheWriter, screen: Connection) -> None:
    days = [date(2026, 10, 20) + timedelta(days=n * 7 % 11) for n in range(11)]
    keep(writer, *(replace(_article(str(n)), acknowledge_by=day) for n, day in enumerate(days)))
    first = articles(screen, NewsFilter.TO_ACKNOWLEDGE, ELIN, NOW, limit=6)
    second = articles(screen, NewsFilter.TO_ACKNOWLEDGE, ELIN, NOW, first.after, limit=6)
    assert [each.acknowledge_by for each in first.rows + second.rows] == sorted(days)


def test_a_picture_is_known_once_it_has_been_fetched(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, replace(_article("a"), picture=Picture("k", "https://cms.example/a.jpg", "Alt")))
    assert picture(screen, "k") is None
    data = PictureData("k", "image/png", 2, 3, b"\x89PNG")
    keep(writer, data, feed="pictures")
    assert picture(screen, "k") == data


def test_topics_are_told_once_and_in_order(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, replace(_article("a"), topics=("Övrigt", "Arbetsmiljö")), replace(_article("b"), topics=("Ärenden",)))
    assert topics(screen) == ("Arbetsmiljö", "Ärenden", "Övrigt")


def test_an_editors_deadline_stands_in_the_list_and_with_the_article(writer: CacheWriter, screen: Connection) -> None:
    by = date(2026, 10, 16)
    keep(writer, replace(_article("a"), deadline=by, deadline_label="Lämna synpunkter"), _article("b", 2))
    listed = articles(screen, NewsFilter.ALL, ELIN, NOW).rows
    assert [(each.deadline, each.deadline_label) for each in listed] == [(by, "Lämna synpunkter"), (None, "")]
    seen = article(screen, "intranet:a", NOW)
    assert seen is not None
    assert (seen.article.deadline, seen.article.deadline_label) == (by, "Lämna synpunkter")
    keep(writer, _article("a"))
    assert [each.deadline for each in articles(screen, NewsFilter.ALL, ELIN, NOW).rows] == [None, None]


def test_a_list_reads_deadlines_from_the_index_and_not_behind_the_texts(screen: Connection) -> None:
    plan = screen.execute(
        "EXPLAIN QUERY PLAN SELECT id, deadline, deadline_label FROM main.articles "
        "INDEXED BY articles_with_deadline WHERE deadline IS NOT NULL"
    ).fetchall()
    assert "COVERING INDEX articles_with_deadline" in str(plan)
