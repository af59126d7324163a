"""The municipality's dialogue without its CMS: articles, a book of what came, an editor who withdraws articles."""

from dataclasses import replace
from datetime import datetime, timedelta

from starlette.applications import Starlette

from workplace_app.demo.cms.content import Content, ContentTree, guid_of
from workplace_app.demo.cms.dialogue import Dialogue
from workplace_app.demo.cms.dialogue_book import DialogueBook, Remark
from workplace_app.demo.settings import DemoSettings
from workplace_app.demo.staff import Staff

ARTICLES = 200
_FIRST_NUMBER = 1_000
_EARLIER = "0190b4a0-0000-7000-8000-000000000000"


class BookInMemory(DialogueBook):
    """The town's own disk is not what is tried here."""

    def _write(self) -> None:
        return


class TownDialogue:
    """``person`` has asked something long ago, so that nobody's list is empty."""

    def __init__(self, settings: DemoSettings, begins: datetime, person: Staff) -> None:
        self._now = settings.now
        self._tree = ContentTree(_article(number, begins - timedelta(days=7)) for number in range(ARTICLES))
        self.book = BookInMemory(settings.data_dir / "cms" / "dialogue.json")
        long_ago = (begins - timedelta(days=3)).isoformat()
        about = {"id": articles()[0], "title": "Nyhet"}
        earlier = Remark(
            _EARLIER, person.user_name, "idea", "Förr", about, long_ago, long_ago, long_ago, "closed", puts=0
        )
        self.book.put_remark(earlier)
        self.app = Starlette(routes=Dialogue(self.book, self._tree, settings.now).routes())

    def revision(self) -> int:
        """How much has been received."""
        return len(self.book.remarks) + len(self.book.acknowledgements)

    def withdraw(self, article_id: str) -> None:
        """An editor takes an article away for good."""
        content = self._tree.by_identifier(_guid(article_id))
        assert content is not None, article_id
        self._tree.put(replace(content, stop_publish=content.stop_publish or self._now()))

    def count(self, words: str) -> int:
        """How many remarks hold these words."""
        return sum(words in remark.text for remark in self.book.remarks.values())

    def acknowledged_at(self, article_id: str, person: Staff) -> datetime | None:
        """When somebody read an article, as the municipality knows it."""
        kept = self.book.acknowledgements.get((_guid(article_id), person.user_name))
        return None if kept is None else datetime.fromisoformat(kept.read_at)


def articles() -> tuple[str, ...]:
    """Their ids, as the program names them."""
    return tuple(f"intranet:{guid_of(f'random {number}')}" for number in range(ARTICLES))


def _guid(article_id: str) -> str:
    return article_id.removeprefix("intranet:")


def _article(number: int, published: datetime) -> Content:
    return Content(
        number=_FIRST_NUMBER + number,
        guid=guid_of(f"random {number}"),
        name=f"Nyhet {number}",
        content_type=("Page",),
        parent=None,
        segment=str(number),
        address=None,
        created=published,
        changed=published,
        start_publish=published,
    )
