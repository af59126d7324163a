"""Whether there is a screen to open a window on, asked without loading Qt."""

import os
import sys

_INVISIBLE = {"offscreen", "minimal", "vnc"}
"""Qt platforms that draw where nobody looks."""


def has_display() -> bool:
    """True where a window can be seen: always on Windows and macOS, elsewhere where a display server is named."""
    if os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in _INVISIBLE:
        return False
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
