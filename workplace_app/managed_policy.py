"""IT's policy for this computer and this user, read once at the start by the reader of this operating system."""

import os
import sys

from workplace_app.domain.layering import Layer

if sys.platform == "win32":
    from workplace_app.managed.registry import read_windows_key, registry_policy
elif sys.platform == "darwin":
    import pwd

    from workplace_app.managed.managed_preferences import preferences_policy
else:
    from workplace_app.managed.policy_file import file_policy


def managed_policy() -> tuple[Layer, ...]:
    """The layers of policy, the strongest first; none where IT has set none. Never fails, and executes nothing."""
    if sys.platform == "win32":
        return registry_policy(read_windows_key)
    elif sys.platform == "darwin":  # noqa: RET505  a type checker follows branches, not early returns
        return preferences_policy(pwd.getpwuid(os.getuid()).pw_name)
    else:
        return file_policy()
