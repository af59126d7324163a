"""The papers for IT say what the code says, and the manifest is one that Entra ID can take."""

import json
import re

import pytest

from sync.feeds.registry import FEEDS
from tools.consent_paper import GRAPH, OPENID, registration_manifest
from tools.papers import DOCS, outdated, with_part
from workplace_app.domain.content_identity import USUAL_REDIRECT_PORTS
from workplace_app.domain.permissions import PERMISSIONS

GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def test_no_paper_lags_behind_the_code() -> None:
    assert outdated() == [], "python -m tools.papers writes them"


def test_a_part_is_replaced_and_what_stands_around_it_stays() -> None:
    text = "before\n<!-- x: by hand -->\nold\n<!-- end of x -->\nafter\n"
    assert with_part(text, "x", "new") == "before\n<!-- x: by hand -->\n\nnew\n\n<!-- end of x -->\nafter\n"
    assert with_part(with_part(text, "x", "new"), "x", "new") == with_part(text, "x", "new")


def test_a_paper_without_its_marks_is_not_written_in_silence() -> None:
    with pytest.raises(ValueError, match="marks of x"):
        with_part("nothing", "x", "new")


def test_the_manifest_asks_for_what_the_program_asks_for_and_nothing_else() -> None:
    manifest = json.loads(registration_manifest())
    (graph,) = manifest["requiredResourceAccess"]
    assert graph["resourceAppId"] == GRAPH
    asked = {each["id"] for each in graph["resourceAccess"]}
    assert asked == {each.id for each in PERMISSIONS if each.asked} | {guid for _name, guid in OPENID}
    assert {each["type"] for each in graph["resourceAccess"]} == {"Scope"}, "Role would be an application permission"
    assert all(GUID.fullmatch(guid) for guid in asked)


def test_the_manifest_registers_a_public_client_of_one_tenant_without_a_secret() -> None:
    manifest = json.loads(registration_manifest())
    assert manifest["signInAudience"] == "AzureADMyOrg"
    assert manifest["isFallbackPublicClient"] is True
    assert manifest["publicClient"] == {"redirectUris": ["http://localhost"]}
    assert not {"passwordCredentials", "keyCredentials", "web", "spa"} & manifest.keys()


def test_the_paper_on_consent_names_every_permission_feed_and_callback() -> None:
    text = (DOCS / "consent.md").read_text(encoding="utf-8")
    for permission in PERMISSIONS:
        assert permission.without in text
        assert permission.purpose in text
    for feed in FEEDS:
        assert not feed.scopes or re.search(rf"Used by: [^\n]*\b{feed.name}\b", text), feed.name
    assert all(f"http://127.0.0.1:{port}/callback" in text for port in USUAL_REDIRECT_PORTS)
