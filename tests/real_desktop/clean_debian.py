"""A clean Debian in a folder: made by debootstrap, entered in namespaces of its own, so that no mount stays behind."""

import shutil
import subprocess
from pathlib import Path

RELEASE = "bookworm"
ENVIRONMENT = {
    "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
    "HOME": "/home",
    "LANG": "C.UTF-8",
    "DEBIAN_FRONTEND": "noninteractive",
}
# The mounts live and die with the private mount namespace: no /proc is ever left under the folder. Where there is no
# network, the loopback interface has to be brought up by hand.
ENTER = """
set -e
root=$1; shift
mkdir -p "$root/proc" "$root/dev/shm" "$root/dev/pts"
mount -t proc proc "$root/proc"
mount -t tmpfs tmpfs "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
if [ "$1" = --offline ]; then shift; ip link set lo up; fi
chroot "$root" "$@"
exit $?
"""


def mirror() -> str:
    """Where this machine gets its Debian from: a clean one is made of the same."""
    targets = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(REPO_URI)", f"Release: {RELEASE}", "Created-By: Packages"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    if not targets:
        raise LookupError(f"this machine's apt names no source for {RELEASE}")
    return targets[0]


class CleanDebian:
    """A minimal Debian that no test has touched yet."""

    def __init__(self, root: Path) -> None:
        self.root = root
        made = subprocess.run(
            ["debootstrap", "--variant=minbase", RELEASE, str(root), mirror()],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )
        if made.returncode:
            raise RuntimeError(f"debootstrap failed:\n{made.stdout[-2000:]}\n{made.stderr[-2000:]}")
        # Debian's installer writes this file, debootstrap leaves it to whoever installs.
        (root / "etc" / "hosts").write_text("127.0.0.1 localhost\n", encoding="ascii")
        # What this machine's apt was told about its sources (old mirrors, missing translations) holds there too.
        for options in Path("/etc/apt/apt.conf.d").glob("99*"):
            shutil.copy(options, root / "etc" / "apt" / "apt.conf.d" / options.name)

    def run(self, *command: str, offline: bool = False, timeout: float = 300) -> "subprocess.CompletedProcess[str]":
        """Runs a command inside; offline it has loopback and no other interface."""
        unshare = ["unshare", "--mount", "--pid", "--fork", "--kill-child", *(["--net"] if offline else [])]
        inside = ["--offline", *command] if offline else list(command)
        return subprocess.run(
            [*unshare, "bash", "-c", ENTER, "enter", str(self.root), *inside],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=timeout,
            env=ENVIRONMENT,
        )
