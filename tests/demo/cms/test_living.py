"""News and disruptions come and go while the demo runs, and stay so after a restart."""

from datetime import datetime
from pathlib import Path

from tests.demo.cms.newsreader import Cms

PUBLISH, BEGIN, END, WITHDRAW = range(4)


def happens(cms: Cms, what: int, now: datetime) -> str | None:
    return cms.part.living[what].live(now)


def test_a_published_article_comes_first_and_is_told_of(cms: Cms) -> None:
    told = happens(cms, PUBLISH, cms.pass_time(minutes=5))
    assert told is not None
    newest = cms.news()[0]
    assert newest["name"] in told
    assert newest["startPublish"] == "2026-11-23T08:45:00Z"


def test_an_article_is_withdrawn_only_after_it_has_stood_a_while(cms: Cms) -> None:
    happens(cms, PUBLISH, cms.clock())
    newest = cms.news()[0]
    assert happens(cms, WITHDRAW, cms.pass_time(minutes=19)) is None
    told = happens(cms, WITHDRAW, cms.pass_time(minutes=2))
    assert told is not None
    assert newest["name"] in told
    assert newest["contentLink"] not in [item["contentLink"] for item in cms.news()]


def test_nothing_is_withdrawn_that_was_there_from_the_start(cms: Cms) -> None:
    assert happens(cms, WITHDRAW, cms.pass_time(days=1)) is None


def test_a_disruption_comes_and_is_over(cms: Cms) -> None:
    before = len(cms.disruptions())
    assert happens(cms, END, cms.pass_time(hours=1)) is None
    assert happens(cms, BEGIN, cms.clock())
    assert len(cms.disruptions()) == before + 1
    assert happens(cms, END, cms.pass_time(minutes=5)) is None
    assert happens(cms, END, cms.pass_time(minutes=6))
    assert len(cms.disruptions()) == before


def test_there_are_never_more_than_three_unexpected_disruptions(cms: Cms) -> None:
    told = [happens(cms, BEGIN, cms.clock()) for _ in range(5)]
    assert [bool(each) for each in told] == [True, True, True, False, False]


def test_what_happened_is_still_so_after_a_restart(cms: Cms) -> None:
    for _ in range(3):
        happens(cms, PUBLISH, cms.pass_time(minutes=30))
    happens(cms, BEGIN, cms.clock())
    happens(cms, WITHDRAW, cms.pass_time(minutes=30))
    news, disruptions = cms.news(), cms.disruptions()
    cms.start()
    assert cms.news()[:500] == news[:500]
    assert cms.disruptions() == disruptions
    assert happens(cms, PUBLISH, cms.pass_time(minutes=1))
    assert cms.news()[1:500] == news[:499]


def test_a_week_later_it_is_forgotten(cms: Cms, tmp_path: Path) -> None:
    happens(cms, PUBLISH, cms.clock())
    living = cms.news()[0]["contentLink"]["guidValue"]
    cms.pass_time(days=8)
    cms.start()
    assert living not in [item["contentLink"]["guidValue"] for item in cms.news()]
    assert (tmp_path / "cms" / "deeds.json").exists()


def test_every_third_published_article_is_in_the_public_feed_too(cms: Cms) -> None:
    feed = cms.get("/nyheter-start/rss/", user=None).text
    for _ in range(3):
        happens(cms, PUBLISH, cms.pass_time(minutes=1))
    later = cms.get("/nyheter-start/rss/", user=None).text
    assert later.count("<item>") == feed.count("<item>") + 1
