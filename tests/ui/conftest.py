"""What every test of the window needs: a look that is the same before each test."""

from collections.abc import Iterator

import pytest

from ui.look import Situation, look
from ui.theme import LIGHT
from workplace_app.domain.settings import Density


@pytest.fixture(autouse=True)
def _plain_look() -> Iterator[None]:
    look.change(theme=LIGHT, text_scale=1.0, density=Density.NORMAL, situation=Situation.DESK, still=True)
    yield
    look.change(theme=LIGHT, text_scale=1.0, density=Density.NORMAL, situation=Situation.DESK, still=True)
