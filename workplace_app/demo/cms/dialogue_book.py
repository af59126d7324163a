"""What staff have asked, suggested, corrected and acknowledged in the demo municipality, and what was answered; kept in
a file so that it is still so after a restart."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from workplace_app.demo.whole_files import write_whole

LOOKED_AT_AFTER = timedelta(minutes=2)
ANSWERED_AFTER = timedelta(minutes=6)
"""How long somebody at the municipality takes, when nobody at the control is quicker."""
ANSWERS = {
    "question": (
        "Kontaktcenter",
        "Tack för frågan. Svaret står nu också på sidan, så att nästa som undrar hittar det där.",
    ),
    "idea": ("Kommunikationsenheten", "Tack för förslaget. Vi tar upp det på redaktionsmötet på torsdag."),
    "correction": ("Kommunikationsenheten", "Du har rätt. Felet är rättat på sidan."),
}


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer."""

    text: str
    author: str
    at: str


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark as it was received. Moments are ISO text; ``puts`` counts how often it came: 0 for what
    was there before the demo began, with which nothing more happens by itself."""

    id: str
    person: str
    kind: str
    text: str
    about: Mapping[str, Any]
    written_at: str
    received_at: str
    changed_at: str
    state: str = "received"
    answers: tuple[Reply, ...] = ()
    puts: int = 1

    def same_as(self, other: "Remark") -> bool:
        """True when the other one says the same of the same."""
        return (self.person, self.kind, self.text, self.about) == (other.person, other.kind, other.text, other.about)

    def public(self) -> dict[str, Any]:
        """As the interface shows it to the one who wrote it."""
        shown = asdict(self)
        return {name: value for name, value in shown.items() if name not in ("person", "puts")}


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """One person's acknowledgement of one article; the first one stands."""

    article: str
    person: str
    read_at: str
    received_at: str
    puts: int = 1


@dataclass
class DialogueBook:
    """Reads and writes the file; the order is that of receipt."""

    file: Path
    remarks: dict[str, Remark] = field(default_factory=dict)
    acknowledgements: dict[tuple[str, str], Acknowledged] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.file.exists():
            return
        kept = json.loads(self.file.read_text(encoding="utf-8"))
        for each in kept["remarks"]:
            answers = tuple(Reply(**answer) for answer in each.pop("answers"))
            self.remarks[each["id"]] = Remark(**each, answers=answers)
        for each in kept["acknowledgements"]:
            acknowledged = Acknowledged(**each)
            self.acknowledgements[acknowledged.article, acknowledged.person] = acknowledged

    def put_remark(self, remark: Remark) -> None:
        """Keep one, or what has become of it."""
        self.remarks[remark.id] = remark
        self._write()

    def put_acknowledgement(self, acknowledged: Acknowledged) -> None:
        """Keep one."""
        self.acknowledgements[acknowledged.article, acknowledged.person] = acknowledged
        self._write()

    def forget_acknowledgements(self, article: str) -> bool:
        """As if nobody had acknowledged this article; False when nobody has."""
        found = [key for key in self.acknowledgements if key[0] == article]
        for key in found:
            del self.acknowledgements[key]
        self._write()
        return bool(found)

    def of_person(self, person: str) -> list[Remark]:
        """All that somebody has written, the latest change first."""
        own = [remark for remark in self.remarks.values() if remark.person == person]
        return sorted(own, key=lambda remark: (remark.changed_at, remark.id), reverse=True)

    def answer(self, remark: Remark, text: str, author: str, at: datetime) -> Remark:
        """Answer it now."""
        reply = Reply(text, author, at.isoformat())
        changed = replace(remark, state="answered", changed_at=reply.at, answers=(*remark.answers, reply))
        self.put_remark(changed)
        return changed

    def move(self, remark: Remark, state: str, at: datetime) -> Remark:
        """Bring it to another state."""
        changed = replace(remark, state=state, changed_at=at.isoformat())
        self.put_remark(changed)
        return changed

    def go_on(self, now: datetime) -> None:
        """Let the municipality have done by now what it does by itself: look at what came, then answer it. Each step is
        dated with the moment when it was due, so that it does not matter when somebody looks."""
        for remark in list(self.remarks.values()):
            if not remark.puts:
                continue
            current = remark
            received = datetime.fromisoformat(remark.received_at)
            if current.state == "received" and now >= received + LOOKED_AT_AFTER:
                current = self.move(current, "looked_at", received + LOOKED_AT_AFTER)
            if current.state == "looked_at" and not current.answers and now >= received + ANSWERED_AFTER:
                author, text = ANSWERS[current.kind]
                self.answer(current, text, author, received + ANSWERED_AFTER)

    def log(self) -> dict[str, Any]:
        """Everything, with how often each came: what really took effect."""
        return {
            "remarks": [asdict(remark) for remark in self.remarks.values()],
            "acknowledgements": [asdict(each) for each in self.acknowledgements.values()],
        }

    def _write(self) -> None:
        write_whole(self.file, json.dumps(self.log(), ensure_ascii=False).encode(), secret=False)
