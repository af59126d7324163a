"""Policy on Linux: one JSON file below /etc, in the shape of a configuration file, that only root can write."""

from pathlib import Path

from workplace_app.careful_json import NotJsonError, read_json
from workplace_app.domain.configuration_reading import STANDS_TWICE, read_settings
from workplace_app.domain.governance import Ignored, Origin, OriginKind
from workplace_app.domain.layering import Layer, policy_layer
from workplace_app.managed.protected_file import ADMINISTRATOR, NotPolicyError, read_protected

POLICY_FILE = Path("/etc/nacka-arbetsplats/policy.json")
"""No variable of the environment moves it: those are the user's."""


def file_policy(path: Path = POLICY_FILE, administrator: int = ADMINISTRATOR) -> tuple[Layer, ...]:
    """The policy in the file; none where there is no file. A file that is no policy is told in one sentence."""
    origin = Origin(OriginKind.POLICY, str(path))
    try:
        raw = read_protected(path, administrator)
        if raw is None:
            return ()
        return (policy_layer(origin, read_settings(read_json(raw, lambda _key: STANDS_TWICE))),)
    except (NotPolicyError, NotJsonError) as error:
        return (Layer(origin, {}, (Ignored(origin, "", str(error)),)),)
