"""Those who answer the demo municipality's staff: by themselves after some minutes, and when the control says so."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from workplace_app.demo.cms.content import NEWS_ROOT, ContentTree
from workplace_app.demo.cms.dialogue_book import ANSWERS, DialogueBook, Remark, Reply
from workplace_app.demo.parts import CardButton, OrderRefused, PartCard
from workplace_app.demo.settings import DemoSettings
from workplace_app.demo.staff import STAFF

REMARKS_SHOWN = 6
_NAMESPACE = UUID("3f2f6c0e-7d0a-5a3b-9c55-2b1f0d5e8a41")
_BYGGLOV = {"id": "guide-sa-ansoker-du-bygglov", "title": "Guide – så ansöker du (bygglov)"}


class DialogueDesk:
    """Owns the book. What Elin asked before the demo began is in it from the start."""

    def __init__(self, settings: DemoSettings, tree: ContentTree) -> None:
        self._now = settings.now
        self.book = DialogueBook(settings.data_dir / "cms" / "dialogue.json")
        if not self.book.remarks:
            for remark in _earlier(settings.now(), tree):
                self.book.put_remark(remark)

    def answer(self, order: Mapping[str, Any]) -> str:
        """{"remark": id, "text": …, "author": …}: answer one, the latest that has no answer when none is named. Raises
        ``OrderRefused``."""
        remark = self._wanted(order, [each for each in self.book.remarks.values() if not each.answers])
        author, text = ANSWERS[remark.kind]
        words = str(order.get("text") or text)
        by = str(order.get("author") or author)
        self.book.answer(remark, words, by, self._now())
        return f"{by} svarade på ”{_first_line(remark)}”."

    def close(self, order: Mapping[str, Any]) -> str:
        """{"remark": id}: close one, the latest when none is named. Raises ``OrderRefused``."""
        remark = self._wanted(order, list(self.book.remarks.values()))
        self.book.move(remark, "closed", self._now())
        return f"”{_first_line(remark)}” avslutades."

    def forget(self, order: Mapping[str, Any]) -> str:
        """{"article": id}: forget who has acknowledged an article, so that it can be tried again. Raises
        ``OrderRefused``."""
        article = str(order.get("article") or "")
        if not self.book.forget_acknowledgements(article):
            raise OrderRefused("nobody has acknowledged it")
        return "Kvittenserna av nyheten är borta."

    def card(self) -> PartCard:
        """What staff have written, the latest first, for the control page."""
        latest = list(reversed(self.book.remarks.values()))[:REMARKS_SHOWN]
        return PartCard("Frågor från medarbetare", [_line(each) for each in latest])

    def log(self) -> dict[str, Any]:
        """What has taken effect, and how often each thing was put."""
        return self.book.log()

    def _wanted(self, order: Mapping[str, Any], latest_of: list[Remark]) -> Remark:
        named = str(order.get("remark") or "")
        found = self.book.remarks.get(named) if named else next(reversed(latest_of), None)
        if found is None:
            raise OrderRefused("there is no such remark")
        return found


def _first_line(remark: Remark) -> str:
    return remark.text.strip().splitlines()[0]


def _line(remark: Remark) -> tuple[str, Sequence[CardButton]]:
    words = f"{remark.person}: {_first_line(remark)}"
    if remark.state == "closed":
        return words, ()
    fields = {"remark": remark.id}
    answer = CardButton("dialogue/answer", "Svara", f"Svara på {_first_line(remark)}", fields)
    close = CardButton("dialogue/close", "Avsluta", f"Avsluta {_first_line(remark)}", fields)
    return words, (answer, close)


def _earlier(now: datetime, tree: ContentTree) -> tuple[Remark, ...]:
    """What Elin wrote in the days before: one answered, one closed."""
    elin = STAFF[0]
    asked, answered = now - timedelta(days=6, hours=3), now - timedelta(days=5, hours=1)
    news = tree.children(NEWS_ROOT)
    articles = [
        each for each in news if each.start_publish <= asked and each.published_at(now) and each.readable_by(elin.unit)
    ]
    suggested, closed = now - timedelta(days=9, hours=2), now - timedelta(days=7, hours=4)
    thanks = Reply("Gjort. Tack för förslaget.", "Bygglovsenheten", closed.isoformat())
    idea = Remark(
        str(uuid5(_NAMESPACE, "idea")),
        elin.user_name,
        "idea",
        "Skriv ut i första stycket vilka handlingar som ska följa med. Många ringer och frågar om just det.",
        _BYGGLOV,
        suggested.isoformat(),
        suggested.isoformat(),
        closed.isoformat(),
        state="closed",
        answers=(thanks,),
        puts=0,
    )
    if not articles:
        return (idea,)
    about = {"id": f"intranet:{articles[0].guid}", "title": articles[0].name}
    reply = Reply("Det gäller alla kontor. Vi har lagt till det i texten.", "Petra Lövsund", answered.isoformat())
    question = Remark(
        str(uuid5(_NAMESPACE, "question")),
        elin.user_name,
        "question",
        "Gäller det här också oss som arbetar i Fisksätra, eller bara stadshuset?",
        {**about, "address": articles[0].address} if articles[0].address else about,
        asked.isoformat(),
        asked.isoformat(),
        answered.isoformat(),
        state="answered",
        answers=(reply,),
        puts=0,
    )
    return (question, idea)
