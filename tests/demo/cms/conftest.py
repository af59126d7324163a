"""A CMS of its own for each test."""

from pathlib import Path

import pytest

from tests.demo.cms.newsreader import Cms


@pytest.fixture
def cms(tmp_path: Path) -> Cms:
    return Cms(tmp_path)
