"""Which municipality this computer serves and by which rules: IT's policy over a configuration file over what is built
in. The one road to it for the window, for work without one, and for every subcommand."""

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from workplace_app.configuration_file import configuration_layer, configuration_origin
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.configuration_reading import ConfigurationError, strictly_read
from workplace_app.domain.governance import Ignored, Origin, OriginKind
from workplace_app.domain.layering import Layer, lay_over, rules_only
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.folders import Folders
from workplace_app.managed_policy import managed_policy

_LOG = logging.getLogger(__name__)

ReadPolicy = Callable[[], tuple[Layer, ...]]
"""Gives the layers of policy; the system's own unless a test gives others."""

NOBODY = lay_over(())
"""What holds when nothing is configured: public-only mode with the built-in catalogue."""


def find_municipality(named: Path | None, folders: Folders, policy: ReadPolicy = managed_policy) -> Municipality:
    """Policy over the file that holds here; without either public-only mode. Raises ``ConfigurationError`` for a file
    that cannot be used; a policy that cannot is told in the municipality's ``governance``."""
    layer = configuration_layer(named, folders)
    return lay_over(policy() if layer is None else (*policy(), layer))


def municipality_or_problem(
    named: Path | None, folders: Folders, policy: ReadPolicy = managed_policy
) -> tuple[Municipality, Problem | None]:
    """The same, and what is wrong with the configuration file: then policy still holds, and everything that needs no
    file works.

    A file that was named on the command line must be right: raises ``ConfigurationError``.
    """
    try:
        return find_municipality(named, folders, policy), None
    except ConfigurationError as error:
        if named is not None:
            raise
        origin = configuration_origin(named, folders) or Origin(OriginKind.USER_FILE)
        reason = str(error).removeprefix(origin.place).lstrip(": ")
        broken = Layer(origin, {}, (Ignored(origin, "", reason),))
        return lay_over((*policy(), broken)), Problem(ProblemKind.CONFIGURATION_WRONG, detail=str(error))


def demo_municipality(announced: Mapping[str, Any], policy: ReadPolicy = managed_policy) -> Municipality:
    """The demo as it announces itself, by the rules that IT has set for this computer: what may be done and kept, no
    addresses. Raises ``ConfigurationError``."""
    demo = Layer(Origin(OriginKind.DEMO), strictly_read(announced))
    return lay_over((*rules_only(policy()), demo))


def log_ignored(municipality: Municipality) -> None:
    """Note what is not obeyed and why; once, when the log has been set up."""
    for ignored in municipality.governance.ignored:
        _LOG.warning("%s", ignored.log_words)
