"""The demo's dialogue answers as docs/dialogue-openapi.json says, and what sync sends there is what it allows."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from openapi_schema_validator import OAS30ReadValidator, oas30_format_checker

from sync.wire.dialogue import SentAcknowledgement, remark_from_dialogue, sent_remark
from tests.demo.cms.correspondent import FIRST, Correspondent, remark
from tests.demo.cms.newsreader import MORNING, Cms
from workplace_app.domain.remark import LONGEST_REMARK, About, RemarkKind

DESCRIPTION = Path(__file__).parents[2] / "docs" / "dialogue-openapi.json"


@pytest.fixture
def elin(tmp_path: Path) -> Correspondent:
    return Correspondent(Cms(tmp_path))


@cache
def description() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(DESCRIPTION.read_text(encoding="utf-8"))
    return content


def errors(name: str, content: Any) -> list[str]:
    schema = {"$ref": f"#/components/schemas/{name}", "components": description()["components"]}
    found = OAS30ReadValidator(schema, format_checker=oas30_format_checker).iter_errors(content)
    return [error.message for error in found]


def answered(path: str, method: str, status: int) -> str:
    """The name of the schema that the description gives for an answer."""
    answer = description()["paths"][path][method]["responses"][str(status)]
    if "$ref" in answer:
        answer = description()["components"]["responses"][answer["$ref"].rpartition("/")[2]]
    reference: str = answer["content"]["application/json"]["schema"]["$ref"]
    return reference.rpartition("/")[2]


def test_every_answer_of_the_demo_is_one_that_the_description_allows(elin: Correspondent) -> None:
    guid = elin.cms.news()[0]["contentLink"]["guidValue"]
    read = {"read_at": "2026-11-23T08:00:00Z"}
    tried = [
        ("/remarks/{id}", "put", elin.put()),
        ("/remarks/{id}", "put", elin.put()),
        ("/remarks/{id}", "put", elin.put(text="Annat")),
        ("/remarks/{id}", "put", elin.put(about={"id": "intranet:unknown"}, text="Annat igen")),
        ("/remarks/{id}", "put", elin.ask("PUT", f"/remarks/{FIRST}", remark(text="x" * 5_000))),
        ("/remarks/{id}", "put", elin.ask("PUT", f"/remarks/{FIRST}", {})),
        ("/remarks", "get", elin.ask("GET", "/remarks")),
        ("/remarks", "get", elin.ask("GET", "/remarks?since=never")),
        ("/acknowledgements/{article}", "put", elin.ask("PUT", f"/acknowledgements/{guid}", read)),
        ("/acknowledgements/{article}", "put", elin.ask("PUT", f"/acknowledgements/{guid}", read)),
        ("/acknowledgements/{article}", "put", elin.ask("PUT", "/acknowledgements/unknown", read)),
        ("/acknowledgements/{article}", "put", elin.ask("PUT", f"/acknowledgements/{guid}", {})),
    ]
    for path, method, answer in tried:
        assert errors(answered(path, method, answer.status_code), answer.json()) == [], (path, answer.status_code)
    assert {path for path, _, _ in tried} == set(description()["paths"])
    assert {answer.status_code for _, _, answer in tried} >= {200, 201, 400, 404, 409, 413}


def test_the_check_can_fail(elin: Correspondent) -> None:
    shown = elin.put().json()
    assert errors("Remark", {**shown, "state": "lost"})
    assert errors("Remark", {name: value for name, value in shown.items() if name != "answers"})


@pytest.mark.parametrize("kind", RemarkKind)
def test_what_sync_sends_is_what_the_description_allows_and_the_demo_takes(
    elin: Correspondent, kind: RemarkKind
) -> None:
    about = About("bygglov", "Bygglov", "https://www.nacka.se/bygglov/")
    sent = json.loads(msgspec.json.encode(sent_remark(kind, "å" * LONGEST_REMARK, about, MORNING)))
    assert errors("NewRemark", sent) == []
    assert elin.ask("PUT", f"/remarks/{FIRST}", sent).status_code == 201
    assert errors("NewAcknowledgement", json.loads(msgspec.json.encode(SentAcknowledgement(MORNING, "T")))) == []


def test_sync_reads_what_the_demo_lists(elin: Correspondent) -> None:
    elin.put(text="Rad ett\nRad två")
    read = [remark_from_dialogue(msgspec.json.encode(each)) for each in elin.mine()]
    assert [each.text for each in read if each.id == f"remark:{FIRST}"] == ["Rad ett\nRad två"]
    assert [len(each.answers) for each in read] == [0, 1, 1]
