"""IT installs the .deb on a Debian that has never seen the program, and it does its round there without a network."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT
from tests.real_desktop.clean_debian import CleanDebian

PNG = b"\x89PNG\r\n\x1a\n"


def missing(config: pytest.Config) -> str:
    """Why this cannot be tried here; nothing when it can."""
    if not config.getoption("--real-desktop"):
        return "takes minutes and makes a Debian: make test-package runs it"
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "making a clean Debian takes root"
    absent = [name for name in ("debootstrap", "unshare", "ip", "dpkg-deb") if not shutil.which(name)]
    return f"not on this machine: {', '.join(absent)}" if absent else ""


@pytest.fixture(scope="module")
def package(request: pytest.FixtureRequest) -> Path:
    if reason := missing(request.config):
        pytest.skip(reason)
    found = sorted((ROOT / "dist").glob("nacka-arbetsplats_*.deb"))
    assert len(found) == 1, "make package builds exactly one"
    return found[0]


@pytest.fixture(scope="module")
def debian(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CleanDebian]:
    clean = CleanDebian(tmp_path_factory.mktemp("debian") / "root")
    shutil.copy(package, clean.root / "tmp" / package.name)
    update = clean.run("apt-get", "-qq", "update")
    assert update.returncode == 0, update.stderr
    yield clean
    shutil.rmtree(clean.root)


@pytest.mark.timeout(1200)
def test_it_installs_does_the_demo_round_without_a_network_and_goes_away(debian: CleanDebian, package: Path) -> None:
    install = debian.run("apt-get", "install", "-y", "--no-install-recommends", f"/tmp/{package.name}", timeout=600)
    assert install.returncode == 0, install.stderr[-3000:]

    version = debian.run("nacka-arbetsplats", "--version", offline=True)
    assert version.returncode == 0, version.stderr[-3000:]
    assert package.name.split("_")[1] in version.stdout

    command = ["nacka-arbetsplats", "run", "--demo", "--headless", "--screenshots", "/tmp/pictures"]
    round_trip = debian.run(*command, offline=True, timeout=400)
    assert round_trip.returncode == 0, round_trip.stdout[-3000:] + round_trip.stderr[-3000:]
    pictures = list((debian.root / "tmp" / "pictures").rglob("*.png"))
    assert pictures
    assert all(picture.read_bytes().startswith(PNG) for picture in pictures)

    for part in ("applications/nacka-arbetsplats.desktop", "icons/hicolor/scalable/apps/nacka-arbetsplats.svg"):
        assert (debian.root / "usr" / "share" / part).is_file()

    removed = debian.run("apt-get", "purge", "-y", "nacka-arbetsplats")
    assert removed.returncode == 0, removed.stderr[-3000:]
    assert not (debian.root / "opt" / "nacka-arbetsplats").exists()
