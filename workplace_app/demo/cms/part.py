"""Builds the CMS of the demo municipality: its content, its interfaces and what happens in it."""

from dataclasses import replace
from datetime import UTC, datetime

from starlette.routing import BaseRoute

from resources.locations import demo_folder
from workplace_app.demo.cms.articles import NewsDesk
from workplace_app.demo.cms.content import (
    DISRUPTION_ROOT,
    MEDIA_ROOT,
    NEWS_ROOT,
    ROOT,
    SITE_START,
    Content,
    ContentTree,
    guid_of,
)
from workplace_app.demo.cms.delivery import DeliveryApi
from workplace_app.demo.cms.dialogue import BASE, SCOPE, Dialogue
from workplace_app.demo.cms.dialogue_desk import DialogueDesk
from workplace_app.demo.cms.disruptions import DisruptionDesk
from workplace_app.demo.cms.media import Media
from workplace_app.demo.cms.newsroom import Happens, Newsroom
from workplace_app.demo.cms.public_news import PublicNews
from workplace_app.demo.cms.shapes import SHAPES
from workplace_app.demo.cms.site import OpenSite
from workplace_app.demo.cms.stories import read_story_book
from workplace_app.demo.identity.scopes import CMS_AUDIENCE
from workplace_app.demo.parts import Part
from workplace_app.demo.settings import DemoSettings

_FOLDERS = (
    (ROOT, "root", "Root", None, False),
    (SITE_START, "start", "Nacka kommun", ROOT, False),
    (MEDIA_ROOT, "media", "Bilder", SITE_START, False),
    (NEWS_ROOT, "news", "Nyheter för medarbetare", SITE_START, True),
    (DISRUPTION_ROOT, "disruptions", "Driftinformation", SITE_START, False),
)
_SET_UP = datetime(2021, 5, 31, 8, tzinfo=UTC)
"""When folders and pictures were made: a fixed day, since a restart must not look like a change."""


def cms_part(settings: DemoSettings) -> Part:
    """The part that serves the "cms" origin.

    The Content Delivery API is served in four shapes at once: /api/episerver/v3.0, …/v3.0-flat, …/v2.0 and
    …/v2.0-flat; which one a client meets is decided by the address in its configuration.
    """
    now = settings.now()
    media = Media(demo_folder(), settings.addresses.cms)
    tree = ContentTree(_folders(settings))
    for picture in media.contents(_SET_UP):
        tree.put(picture)
    desk = NewsDesk(settings, read_story_book(demo_folder(), settings.seed), media)
    for article in desk.published(now):
        tree.put(article)
    disruptions = DisruptionDesk(demo_folder(), settings.addresses.cms)
    for disruption in disruptions.announced(now):
        tree.put(disruption)
    newsroom = Newsroom(tree, desk, disruptions, settings.data_dir / "cms" / "deeds.json")
    newsroom.remember(now)
    site = OpenSite(settings, tree, PublicNews(tree, demo_folder(), now), media)
    answering = DialogueDesk(settings, tree)
    dialogue = Dialogue(answering.book, tree, settings.now)
    routes: list[BaseRoute] = [*site.routes(), *dialogue.routes()]
    for shape in SHAPES:
        own = replace(shape, origin=settings.addresses.cms)
        routes.extend(DeliveryApi(tree, own, settings.now).routes())
    happenings = (
        newsroom.publish_news,
        newsroom.begin_disruption,
        newsroom.end_disruption,
        newsroom.withdraw_news,
    )
    return Part(
        origin="cms",
        routes=routes,
        living=tuple(Happens(happening) for happening in happenings),
        configuration={
            "cms": {
                "address": settings.addresses.cms + SHAPES[0].base,
                "news_root": str(NEWS_ROOT),
                "disruption_root": str(DISRUPTION_ROOT),
                "scope": f"{CMS_AUDIENCE}/Content.Read",
                "language": "sv",
            },
            "dialogue": {"address": settings.addresses.cms + BASE, "scope": f"{CMS_AUDIENCE}/{SCOPE}"},
        },
        orders={
            "dialogue/answer": answering.answer,
            "dialogue/close": answering.close,
            "dialogue/forget": answering.forget,
        },
        views={"dialogue": answering.log},
        cards=[answering.card],
        notices=dialogue.notices,
    )


def _folders(settings: DemoSettings) -> list[Content]:
    origin = settings.addresses.cms
    return [
        Content(
            number=number,
            guid=guid_of(name),
            name=title,
            content_type=("Page", "ContainerPage"),
            parent=parent,
            segment=name,
            address=None if parent is None else f"{origin}/" if number == SITE_START else f"{origin}/{name}/",
            created=_SET_UP,
            changed=_SET_UP,
            start_publish=_SET_UP,
            staff_only=staff_only,
        )
        for number, name, title, parent, staff_only in _FOLDERS
    ]
