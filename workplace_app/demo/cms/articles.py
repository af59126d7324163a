"""Writes the articles of the demo CMS: the pinned ones, the year's news, and what is published while it runs."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from workplace_app.demo.cms.content import NEWS_ROOT, Content, Property, guid_of
from workplace_app.demo.cms.hostile import hostile_html, is_hostile
from workplace_app.demo.cms.markup import html_from
from workplace_app.demo.cms.media import Media
from workplace_app.demo.cms.publishing_days import LOCAL, local_moment, slots_before
from workplace_app.demo.cms.shapes import REFERENCE, moment_text
from workplace_app.demo.cms.stories import Filling, PinnedStory, Story, StoryBook, working_days_from
from workplace_app.demo.settings import DemoSettings
from workplace_app.demo.tenant.dice import Dice

NEWS_COUNT = 600
"""How many articles are published at scale 1, the pinned ones included."""

ARTICLE_TYPE = ("Page", "StandardPage", "NewsPage")
PUBLIC_SITE = "https://www.nacka.se"
STAFF_FOLDER, PUBLIC_FOLDER = "medarbetare/nyhetslista", "nyheter-start"
_FIRST_PINNED, _FIRST_LIVING, _FIRST_DATED = 1_000, 50_000, 100_000
_DAY_BEGINS = "08:00"
_PLANNED_AHEAD = timedelta(days=1)
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Draft:
    """What one article is made from."""

    number: int
    guid: str
    story: Story
    headline: str
    lead: str
    filling: Filling
    published: datetime
    picture: str | None
    caption: str = ""
    acknowledge: date | None = None
    deadline: date | None = None
    deadline_label: str = ""
    changed: datetime | None = None
    stops: datetime | None = None
    public: bool = False
    readers: tuple[str, ...] = ()


class NewsDesk:
    """The editors. Everything that they write follows from the settings' seed and scale and from the day."""

    def __init__(self, settings: DemoSettings, book: StoryBook, media: Media) -> None:
        self._settings = settings
        self._book = book
        self._media = media
        self._origin = settings.addresses.cms

    def published(self, now: datetime) -> Iterator[Content]:
        """All articles of this moment, those whose publication has stopped, and what is planned for the next day."""
        left = NEWS_COUNT * self._settings.scale
        for place, pinned in enumerate(self._book.pinned):
            left -= 1
            yield self._article(self._pinned_draft(place, pinned, now))
        for slot in slots_before(now + _PLANNED_AHEAD, self._settings.scale, self._settings.seed):
            if left <= 0:
                return
            article = self._article(self._dated_draft(slot.ordinal, slot.moment))
            left -= article.published_at(now)
            yield article

    def living(self, place: int, at: datetime) -> Content:
        """The article number ``place`` that is published while the demo runs; every third is public too."""
        turn = 1 + place * 7
        guid = guid_of(f"living:{self._settings.seed}:{place}:{at.date()}")
        draft = self._story_draft(_FIRST_LIVING + place, guid, turn, at)
        return self._article(replace(draft, public=place % 3 == 2, stops=None, changed=None))

    def _pinned_draft(self, place: int, pinned: PinnedStory, now: datetime) -> Draft:
        local = now.astimezone(LOCAL)
        today = working_days_from(local.date() + timedelta(days=1), -1)
        begun = today != local.date() or f"{local:%H:%M}" >= _DAY_BEGINS
        first_day = today if begun else working_days_from(today, -1)
        day = working_days_from(first_day, pinned.days)
        headline, lead = pinned.story.openings[0]
        filling = Filling(self._book.words, day, Dice("pinned", self._settings.seed, pinned.story.id))
        return Draft(
            number=_FIRST_PINNED + place,
            guid=guid_of(f"pinned:{pinned.story.id}"),
            story=pinned.story,
            headline=_sentence(filling.fill(headline)),
            lead=_sentence(filling.fill(lead)),
            filling=filling,
            published=local_moment(day, pinned.time),
            picture=pinned.picture,
            caption=pinned.caption,
            acknowledge=None if pinned.acknowledge is None else working_days_from(first_day, pinned.acknowledge),
            deadline=None if pinned.deadline is None else working_days_from(first_day, pinned.deadline),
            deadline_label=pinned.deadline_label,
            public=pinned.public,
            readers=pinned.readers,
        )

    def _dated_draft(self, ordinal: int, moment: datetime) -> Draft:
        guid = guid_of(f"dated:{self._settings.seed}:{self._settings.scale}:{ordinal}")
        return self._story_draft(_FIRST_DATED + ordinal, guid, ordinal, moment)

    def _story_draft(self, number: int, guid: str, turn: int, moment: datetime) -> Draft:
        day = moment.astimezone(LOCAL).date()
        story, (headline, lead) = self._book.timely(turn, day.month)
        dice = Dice("article", self._settings.seed, guid)
        filling = Filling(self._book.words, day, dice)
        edited, withdrawn, limited = dice.chance(10), dice.chance(3), dice.chance(8)
        stops = timedelta(days=dice.between(20, 60)) if withdrawn else timedelta(days=dice.between(380, 500))
        return Draft(
            number=number,
            guid=guid,
            story=story,
            headline=_sentence(filling.fill(headline)),
            lead=_sentence(filling.fill(lead)),
            filling=filling,
            published=moment,
            picture=self._media.variant(story.pictures, dice) if dice.chance(75) else None,
            changed=moment + timedelta(minutes=dice.between(20, 4_000)) if edited else None,
            stops=moment + stops if withdrawn or limited else None,
        )

    def _article(self, draft: Draft) -> Content:
        segment = slug(draft.headline)
        day = draft.published.astimezone(LOCAL)
        site, folder = (PUBLIC_SITE, PUBLIC_FOLDER) if draft.public else (self._origin, STAFF_FOLDER)
        edited = draft.changed is not None and draft.changed <= self._settings.now()
        return Content(
            number=draft.number,
            guid=draft.guid,
            name=draft.headline,
            content_type=ARTICLE_TYPE,
            parent=NEWS_ROOT,
            segment=segment,
            address=f"{site}/{folder}/{day:%Y}/{day:%m}/{segment}/",
            created=draft.published - timedelta(hours=3),
            changed=draft.changed if edited and draft.changed else draft.published,
            start_publish=draft.published,
            stop_publish=draft.stops,
            properties=self._properties(draft),
            staff_only=True,
            readers=draft.readers,
        )

    def _properties(self, draft: Draft) -> dict[str, Property]:
        story, fill = draft.story, draft.filling.fill
        body = (
            hostile_html(story.body, self._origin)
            if is_hostile(story.body)
            else html_from([fill(line) for line in story.body])
        )
        properties = {
            "heading": Property("PropertyLongString", draft.headline),
            "mainIntro": Property("PropertyLongString", draft.lead),
            "mainBody": Property("PropertyXhtmlString", body),
            "author": Property("PropertyString", story.author),
            "publisher": Property("PropertyString", story.publisher),
            "topics": Property("PropertyStringList", list(story.topics)),
            "audience": Property("PropertyStringList", list(story.audience)),
            "category": Property("PropertyCategory", []),
        }
        number = None if draft.picture is None else self._media.number_of(draft.picture)
        if number is not None and draft.picture is not None:
            properties["mainImage"] = Property(REFERENCE, number)
            properties["imageAlt"] = Property("PropertyString", self._media.description(draft.picture))
            properties["imageCaption"] = Property("PropertyString", draft.caption)
        if draft.acknowledge is not None:
            properties["acknowledgeBy"] = _day_property(draft.acknowledge)
        if draft.deadline is not None:
            properties["deadline"] = _day_property(draft.deadline)
            properties["deadlineLabel"] = Property("PropertyString", draft.deadline_label)
        return properties


def _day_property(day: date) -> Property:
    return Property("PropertyDate", moment_text(datetime.combine(day, time(), UTC)))


def slug(headline: str) -> str:
    """The last part of an address: "Test av brandlarm" becomes "test-av-brandlarm"."""
    plain = unicodedata.normalize("NFKD", headline.lower()).encode("ascii", "ignore").decode()
    return _NOT_LETTERS.sub("-", plain).strip("-")[:80]


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
