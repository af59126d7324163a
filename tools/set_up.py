"""Makes a checkout ready for use: a fit Python, .venv, the pinned packages and, on Debian, the system libraries of Qt.

Standard library only, and it must be readable by an older Python than the application needs, since its first task may
be to find a newer one. It never asks: what it may not do itself it prints as one line to run.

    python -m tools.set_up run|test|bench|package|maintain
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
VENV_PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
OLDEST, NEWEST = (3, 11), (3, 14)

LOCKS = {"run": "run", "test": "test", "bench": "test", "package": "package", "maintain": "maintain"}

# What the wheels of PySide6-Essentials load but do not carry, by Debian package. Measured in a bare Debian 12 with ldd
# over the modules and plug-ins that the application uses (offscreen, xcb and Wayland).
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
IMAGES = {"mkfs.ext4": "e2fsprogs", "mount": "mount", "losetup": "mount"}
KEYRING = {"dbus-run-session": "dbus", "gnome-keyring-daemon": "gnome-keyring"}
# Programs that make a purpose complete; without them it still does what it can and says what it left out.
PROGRAMS: dict[str, dict[str, str]] = {
    "run": {},
    "test": {**KEYRING, **IMAGES, "gcc": "build-essential", "strace": "strace"},
    "bench": {**KEYRING, "Xvfb": "xvfb"},
    "package": {"objdump": "binutils", "debootstrap": "debootstrap", "ip": "iproute2"},
    "maintain": {},
}


# Servers that others wrote and that run in node; the tests that talk to them skip, with the reason, where they are not.
PEERS = ROOT / "tests" / "peers" / "oidc_provider"


def say(text: str) -> None:
    print(text, flush=True)


def run(*command: str | Path, quiet: bool = False, errors: bool = True) -> int:
    """Runs a command that may not ask for anything; returns its exit code."""
    out = subprocess.DEVNULL if quiet else None
    err = None if errors else subprocess.DEVNULL
    line = [str(part) for part in command]
    return subprocess.run(line, stdin=subprocess.DEVNULL, stdout=out, stderr=err, check=False).returncode


def answer(*command: str | Path) -> str:
    """What a command prints, or nothing where it cannot be run."""
    try:
        done = subprocess.run(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=20,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode(errors="replace").strip() if done.returncode == 0 else ""


def version_of(python: str | Path, *arguments: str) -> tuple[int, ...]:
    """The version of an interpreter, (0,) where it does not run: a pyenv shim may name a version that is not there."""
    text = answer(python, *arguments, "-c", "import sys; print(*sys.version_info[:2])")
    return tuple(int(part) for part in text.split()) if text else (0,)


def find_python() -> list[str]:
    """The command line of a Python that the application runs on: this one when it will do."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return [sys.executable]
    minors = range(NEWEST[1], OLDEST[1] - 1, -1)
    found = [[name] for minor in minors for name in [shutil.which(f"python3.{minor}")] if name]
    if WINDOWS and shutil.which("py"):
        found += [["py", f"-3.{minor}"] for minor in minors]
    found += [[str(path)] for path in sorted((Path.home() / ".pyenv" / "versions").glob("3.*/bin/python3"))]
    for command in found:
        if OLDEST <= version_of(*command) <= NEWEST:
            return command
    sys.exit(
        f"Python {OLDEST[0]}.{OLDEST[1]} to {NEWEST[0]}.{NEWEST[1]} is needed; this is {sys.version.split()[0]} and no "
        "fit one was found. Install one and run the command again."
    )


def administrator() -> list[str] | None:
    """The prefix for a command that changes the system, or None where that would have to ask for a password."""
    if not shutil.which("apt-get"):
        return None
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    if shutil.which("sudo") and run("sudo", "-n", "true", quiet=True, errors=False) == 0:
        return ["sudo", "-n"]
    return None


def install_debian_packages(packages: list[str]) -> bool:
    """Installs with apt where it may; else says the one line to run. True when they are there afterwards."""
    line = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    prefix = administrator()
    if prefix is None:
        say(f"  to be installed by an administrator: sudo {' '.join(line)}")
        return False
    say(f"  {' '.join(line)}")
    silent = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive"]
    options = ["-qq", "-o", "DPkg::Lock::Timeout=120", "-o", "Dpkg::Use-Pty=0"]
    command = [*silent, line[0], *options, *line[1:]]
    if run(*command, quiet=True, errors=False) == 0:
        return True
    run(*silent, "apt-get", *options, "update", quiet=True)
    return run(*command, quiet=True) == 0


def missing_libraries() -> list[str]:
    missing = []
    for name in QT_LIBRARIES:
        try:
            ctypes.CDLL(name)
        except OSError:
            missing.append(name)
    return missing


def set_up_system(purpose: str) -> bool:
    """Looks for the libraries that Qt needs and the programs of this purpose; True when nothing is lacking."""
    if not sys.platform.startswith("linux"):
        return True
    libraries = missing_libraries()
    programs = [name for name in PROGRAMS[purpose] if not shutil.which(name)]
    if not libraries and not programs:
        return True
    if not shutil.which("apt-get"):
        say(f"  not found, to be installed with this system's package manager: {' '.join(libraries + programs)}")
        return False
    wanted = [*(QT_LIBRARIES[name] for name in libraries), *(PROGRAMS[purpose][name] for name in programs)]
    packages = list(dict.fromkeys(wanted))
    say(f"Installing {len(packages)} system packages …")
    return install_debian_packages(packages) and not missing_libraries()


def make_venv() -> None:
    """Creates .venv, or builds it again where its Python is gone or too old, or the checkout has been moved."""
    home = VENV / "checkout"
    if home.exists() and home.read_text(encoding="utf-8") != str(ROOT):
        say("The checkout has moved: building .venv again …")
        shutil.rmtree(VENV)
    if OLDEST <= version_of(VENV_PYTHON) <= NEWEST:
        home.write_text(str(ROOT), encoding="utf-8")
        return
    python = find_python()
    say(f"Creating .venv with Python {'.'.join(map(str, version_of(*python)))} …")
    if run(*python, "-c", "import ensurepip", quiet=True, errors=False) != 0:
        # Debian and Ubuntu ship Python without the part that venv needs.
        version = version_of(*python)
        install_debian_packages([f"python{version[0]}.{version[1]}-venv"])
    if run(*python, "-m", "venv", "--clear", VENV) != 0:
        sys.exit("A virtual environment could not be made; what Python said stands above.")
    home.write_text(str(ROOT), encoding="utf-8")


def install_packages(lock: Path) -> None:
    count = sum(line[:1].isalnum() for line in lock.read_text(encoding="utf-8").splitlines())
    say(f"Installing the {count} pinned packages of requirements/{lock.name} (a minute or two, the first time) …")
    pip: list[str | Path] = [VENV_PYTHON, "-m", "pip", "--disable-pip-version-check", "--no-input", "-qq"]
    if run(*pip, "install", "--require-hashes", "--requirement", lock) != 0:
        sys.exit("The packages could not be installed; what pip said stands above.")
    # The compatible mode writes one line into a .pth file; the default adds an import hook that every start pays for.
    # setuptools calls that mode transitional at length, so its words are shown only when something went wrong.
    link: list[str | Path] = ["install", "--no-build-isolation", "--no-deps", "--editable", ROOT]
    link += ["--config-settings", "editable_mode=compat"]
    if run(*pip, *link, quiet=True, errors=False) != 0 and run(*pip, *link) != 0:
        sys.exit("The checkout could not be linked into .venv; what pip said stands above.")


def compile_translations() -> None:
    """Makes the .qm files that the window loads, where the .ts files are newer."""
    sources = (ROOT / "resources" / "translations").glob("*.ts")
    pairs = [(source, source.with_suffix(".qm")) for source in sources]
    if all(made.exists() and made.stat().st_mtime >= source.stat().st_mtime for source, made in pairs):
        return
    if run(VENV_PYTHON, "-m", "tools.build_translations") != 0:
        sys.exit("The translations could not be compiled; what was said stands above.")


def install_peers(purpose: str, folder: Path = PEERS) -> bool:
    """Installs what the tests talk to in node, as pinned, and runs no script of any package. False when it could not:
    everything else still works, and the next set-up tries again."""
    if purpose != "test":
        return True
    lock = folder / "package-lock.json"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    stamp = folder / "node_modules" / "set-up"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return True
    npm = shutil.which("npm")
    if npm is None or not shutil.which("node"):
        say("The certified OpenID Connect provider is left out of the tests: node and npm are not here.")
        return False
    say("Installing the certified OpenID Connect provider that the tests sign in at …")
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0", "--loglevel=error"]
    if run(npm, "--prefix", folder, "ci", *options, quiet=True) != 0:
        say("It could not be installed; what npm said stands above. The tests that need it are skipped.")
        return False
    stamp.write_text(wanted, encoding="utf-8")
    return True


def fingerprint(lock: Path) -> str:
    """What has to be the same for an earlier set-up to hold."""
    parts = [lock.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), Path(__file__).read_bytes(), str(ROOT).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def set_up(purpose: str) -> int:
    lock = ROOT / "requirements" / f"{LOCKS[purpose]}.txt"
    stamp = VENV / f"set-up-for-{purpose}"
    wanted = fingerprint(lock)
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted and VENV_PYTHON.exists():
        compile_translations()
        install_peers(purpose)
        return 0
    make_venv()
    install_packages(lock)
    complete = set_up_system(purpose)
    missing = missing_libraries() if sys.platform.startswith("linux") else []
    if missing:
        say(f"Qt cannot start without {', '.join(missing)}: run the line above, then this command again.")
        return 1
    compile_translations()  # with Qt's own tool, which needs those libraries too
    install_peers(purpose)
    if complete:
        stamp.write_text(wanted, encoding="utf-8")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description="Makes this checkout ready for use.")
    parser.add_argument("purpose", nargs="?", default="run", choices=sorted(LOCKS))
    return set_up(parser.parse_args().purpose)


if __name__ == "__main__":
    sys.exit(main())
