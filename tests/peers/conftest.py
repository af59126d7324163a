"""The issuers, each started once for all conversations with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.peers.issuers import Issuer, demo_issuer, oidc_provider


@pytest.fixture(scope="module", params=["demo", "oidc-provider", "oidc-provider with a path"])
def issuer(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Issuer]:
    folder: Path = tmp_path_factory.mktemp("issuer")
    if request.param == "demo":
        opened = demo_issuer(folder)
    else:
        opened = oidc_provider(folder, "/oidc" if request.param.endswith("path") else "")
    with opened as running:
        yield running
