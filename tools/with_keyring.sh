#!/bin/sh
# Runs a command with a session bus and an unlocked GNOME Keyring of its own, in a home that is thrown away after it.
# Needs the Debian packages dbus and gnome-keyring, and no display.
#   usage: tools/with_keyring.sh COMMAND [ARGUMENT …]
set -eu
for needed in dbus-run-session gnome-keyring-daemon; do
    if ! command -v "$needed" >/dev/null; then
        echo "with_keyring: $needed is missing; on Debian: apt-get install dbus gnome-keyring" >&2
        exit 127
    fi
done
home="$(mktemp -d)"
trap 'rm -rf "$home"' EXIT INT TERM
mkdir -m 700 "$home/run"
unset DISPLAY WAYLAND_DISPLAY XDG_DATA_HOME XDG_CONFIG_HOME PYTHON_KEYRING_BACKEND
export HOME="$home" XDG_RUNTIME_DIR="$home/run" KEYRING_IS_UNLOCKED=1
status=0
# The password is what stands on standard input up to its end: printf, since a newline would belong to it.
dbus-run-session -- sh -c '
    printf %s "only for this run" | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null 2>&1
    exec "$@"
' with_keyring "$@" || status=$?
exit "$status"
