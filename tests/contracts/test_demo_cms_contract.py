"""Every answer of the demo's Content Delivery API is one that Optimizely's own OpenAPI description allows."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openapi_schema_validator import OAS30ReadValidator, oas30_format_checker

from tests.demo.cms.newsreader import CASE_WORKER, V2, V3, V3_FLAT, Cms
from workplace_app.demo.staff import Staff

DESCRIPTION = Path(__file__).parents[3] / "shared" / "data" / "cms" / "cda-v3-openapi.json"
CAPTURED = DESCRIPTION.parent
pytestmark = pytest.mark.skipif(not DESCRIPTION.is_file(), reason="Optimizely's description is not at hand")


@pytest.fixture
def cms(tmp_path: Path) -> Cms:
    return Cms(tmp_path)


@cache
def description() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(DESCRIPTION.read_text(encoding="utf-8"))
    return content


def validator(schema: dict[str, Any]) -> OAS30ReadValidator:
    """A validator of a schema, with the components that its references lead to beside it."""
    return OAS30ReadValidator(
        {**schema, "components": description()["components"]}, format_checker=oas30_format_checker
    )


def described(path: str, status: int) -> dict[str, Any]:
    """The schema that the description gives for an answer of a path."""
    answers = description()["paths"]["/api/episerver/v3.0" + path]["get"]["responses"]
    (content,) = answers[str(status)]["content"].values()
    schema: dict[str, Any] = content["schema"]
    return schema


REQUESTS: tuple[tuple[str, str, Staff | None, int], ...] = (
    ("/content/{contentIdentifier}", "/content/1000", CASE_WORKER, 200),
    ("/content/{contentIdentifier}", "/content/1000?expand=*", CASE_WORKER, 200),
    ("/content/{contentIdentifier}", "/content/1000?select=heading", CASE_WORKER, 200),
    ("/content/{contentIdentifier}", "/content/1000", None, 403),
    ("/content/{contentIdentifier}", "/content/987654", CASE_WORKER, 404),
    ("/content/{contentIdentifier}/children", "/content/210/children?expand=*", CASE_WORKER, 200),
    ("/content/{contentIdentifier}/children", "/content/320/children?top=3", CASE_WORKER, 200),
    ("/content/{contentIdentifier}/children", "/content/320/children", None, 200),
    ("/content/{contentIdentifier}/children", "/content/3/children", None, 200),
    ("/content/{contentIdentifier}/children", "/content/210/children?top=0", CASE_WORKER, 400),
    ("/content/{contentIdentifier}/children", "/content/210/children", None, 403),
    ("/content/{contentIdentifier}/ancestors", "/content/1000/ancestors", CASE_WORKER, 200),
    ("/content", "/content?references=1000,5,2000", CASE_WORKER, 200),
    ("/content", "/content?contentUrl=https://localhost:50003/", None, 200),
    ("/content", "/content", CASE_WORKER, 400),
    ("/site", "/site", None, 200),
    ("/site/{id}", "/site/00000000-0000-0000-0000-000000000000", None, 404),
)


@pytest.mark.parametrize(("path", "request_path", "user", "status"), REQUESTS)
@pytest.mark.parametrize("base", [V3, V3_FLAT])
def test_an_answer_is_one_that_the_description_allows(
    cms: Cms, base: str, path: str, request_path: str, user: Staff | None, status: int
) -> None:
    answer = cms.get(base + request_path, user)
    assert answer.status_code == status
    errors = list(validator(described(path, status)).iter_errors(answer.json()))
    assert errors == []


def test_the_check_can_fail(cms: Cms) -> None:
    item = cms.json(f"{V3}/content/1000")
    item["contentLink"]["id"] = "one thousand"
    item["contentLink"]["guidValue"] = "not a guid"
    errors = list(validator(described("/content/{contentIdentifier}", 200)).iter_errors(item))
    assert {tuple(error.path) for error in errors} == {("contentLink", "id"), ("contentLink", "guidValue")}


def test_every_path_of_the_description_is_served_and_tried() -> None:
    tried = {"/api/episerver/v3.0" + path for path, *_ in REQUESTS}
    assert tried == set(description()["paths"])


def keys_of(value: Any) -> Iterator[tuple[str, str]]:
    for key, inner in value.items():
        yield key, type(inner).__name__


def test_version_2_has_the_metadata_of_an_answer_captured_from_a_real_site(cms: Cms) -> None:
    captured = json.loads((CAPTURED / "v2-content-page-alloy.json").read_text(encoding="utf-8"))
    ours = cms.json(f"{V2}/content/1000")
    metadata = {key for key, value in captured.items() if not (isinstance(value, dict) and "propertyDataType" in value)}
    assert metadata <= set(ours)
    for part in ("contentLink", "language", "parentLink"):
        assert dict(keys_of(captured[part])).keys() == dict(keys_of(ours[part])).keys(), part
    assert set(captured["mainBody"]) == set(ours["mainBody"])
    assert captured["mainBody"]["propertyDataType"] == ours["mainBody"]["propertyDataType"]


def test_an_expanded_reference_has_the_form_of_one_captured_from_a_real_site(cms: Cms) -> None:
    (captured,) = json.loads((CAPTURED / "v3-content-by-url-expanded-dxcloud.json").read_text(encoding="utf-8"))
    theirs, ours = captured["backgroundImage"], cms.json(f"{V3}/content/1000?expand=*")["mainImage"]
    assert set(theirs) == set(ours)
    # Real sites send "expanded": null here, which their own description does not allow; the demo leaves it out.
    assert set(theirs["value"]) - {"expanded"} == set(ours["value"])
    assert theirs["expandedValue"]["contentType"] == ours["expandedValue"]["contentType"]
    assert theirs["expandedValue"]["mimeType"].keys() == ours["expandedValue"]["mimeType"].keys()
