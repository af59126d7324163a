"""What becomes of a code that somebody has written to unlock an account or to change its code."""

from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem


@frozen
class CodeRefused:
    """``wrong``: it is another code. ``wait_seconds``: so long before the next one is looked at. ``problem``: it
    could not be looked at."""

    wrong: bool = False
    wait_seconds: int = 0
    problem: Problem | None = None
