"""Keeps what this process holds to its owner, and takes away what would make it load or trust something else.

The files that it makes are its owner's, and it leaves no core file. Variables of the environment are no setting of this
program: a line that somebody has once put into a profile, or that another program hands down, must not choose which
plug-ins are loaded into the window, whom its connections trust, or where their keys are written.
"""

import os
import sys

if sys.platform != "win32":
    import resource

OWNER_ONLY = 0o077
KEYRING_PROPERTIES = "KEYRING_PROPERTY_"
"""The library ``keyring`` sets what begins so on its backends: another collection, another name for whoever asks."""
NEVER_FROM_OUTSIDE = (
    "SSL_CERT_FILE",  # trust: the system's own store, and "ca_file" of the configuration beside it
    "SSL_CERT_DIR",
    "SSLKEYLOGFILE",  # a file with the keys of every connection
    "OPENSSL_CONF",  # loads providers and engines, which are code, and lowers what is accepted
    "OPENSSL_MODULES",
    "OPENSSL_ENGINES",
    "QT_PLUGIN_PATH",  # libraries that Qt loads into the window
    "QT_QPA_PLATFORM_PLUGIN_PATH",
    "QT_QPA_GENERIC_PLUGINS",
    "QT_LOGGING_RULES",  # Qt then writes each sign that is painted on the error channel, which a desktop keeps
    "QT_LOGGING_CONF",
    "QT_DEBUG_PLUGINS",
)
"""Read by OpenSSL (its manual, openssl-env(7)), by Python's ``ssl`` and by Qt 6 when they are first used, which is
later than this. ``PYTHONPATH`` and its like have been read before any line of ours; the start that PyInstaller gives a
package ignores them (its issue 1104, read 2026-11)."""


def keep_private() -> None:
    """Called once, before anything is opened. A core file would hold the key of the store in plain sight."""
    os.umask(OWNER_ONLY)
    for name in [*NEVER_FROM_OUTSIDE, *(each for each in os.environ if each.startswith(KEYRING_PROPERTIES))]:
        os.environ.pop(name, None)
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
