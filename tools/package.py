"""Builds the one-folder application with PyInstaller and, where dpkg-deb is, a .deb of it; says how big they are.

python -m tools.package
"""

import os
import platform
import re
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

from tools.package_contents import DEPENDS, RECOMMENDS
from workplace_app import __version__

ROOT = Path(__file__).resolve().parent.parent
DIST, BUILD, DEBIAN = ROOT / "dist", ROOT / "build" / "package", ROOT / "packaging" / "debian"
NAME = "nacka-arbetsplats"
MOST_MEGABYTES_ON_DISK = 150
MOST_MEGABYTES_TO_FETCH = 60
MEGABYTE = 1_000_000
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}


def run(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], cwd=ROOT, stdin=subprocess.DEVNULL, check=True)


def megabytes(path: Path) -> float:
    found = [path] if path.is_file() else list(path.rglob("*"))
    return sum(each.stat().st_size for each in found if each.is_file() and not each.is_symlink()) / MEGABYTE


def build_folder() -> Path:
    run(sys.executable, "-m", "tools.build_translations")
    options = ["--noconfirm", "--log-level", "ERROR", f"--distpath={DIST}", f"--workpath={BUILD}"]
    run(sys.executable, "-m", "PyInstaller", *options, ROOT / "packaging" / f"{NAME}.spec")
    folder = DIST / NAME
    if sys.platform.startswith("linux") and shutil.which("strip"):
        strip_symbols(folder / "_internal")
    shutil.copy(ROOT / "LICENSE", folder / "LICENSE")
    copy_notices(folder / "licences")
    return folder


def strip_symbols(internal: Path) -> None:
    """Takes the debugging symbols out of Python and its extensions (13 of sqlcipher3's 21 MB are such).

    Qt's libraries come stripped, and stripping what the wheel's makers have patched breaks some of them.
    """
    for library in [*internal.rglob("*.so"), *internal.glob("libpython*")]:
        if not {"PySide6", "shiboken6"} & set(library.parts):
            run("strip", "--strip-unneeded", library)


def shipped_packages() -> list[str]:
    """The packages of the application's own lock file, as far as they are installed on this system."""
    lines = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8").splitlines()
    names = [match[1] for line in lines if (match := re.match(r"([A-Za-z0-9][\w.-]*)==", line))]
    return [name for name in names if name not in {"pip", "setuptools"}]


def copy_notices(target: Path) -> None:
    """The licence texts of everything that is shipped, one folder for each package.

    Qt for Python's wheels carry none, so the texts of its licence lie in packaging/licences.
    """
    for name in shipped_packages():
        try:
            files = metadata.files(name) or []
        except metadata.PackageNotFoundError:
            continue
        inside = [file for file in files if ".dist-info" in str(file)]
        texts = [Path(str(file.locate())) for file in inside if re.match(r"(?i)licen[cs]e|copying|notice", file.name)]
        if re.match(r"(?i)pyside6|shiboken6", name):
            texts = sorted((ROOT / "packaging" / "licences").iterdir())
        (target / name).mkdir(parents=True, exist_ok=True)
        for text in texts:
            shutil.copy(text, target / name / text.name)
        about = metadata.metadata(name).json
        terms = str(about.get("license_expression") or about.get("license") or "see the texts here").splitlines()[0]
        summary = f"{name} {metadata.version(name)}\n{terms}\n"
        (target / name / "terms.txt").write_text(summary, encoding="utf-8")


def control(architecture: str, kilobytes: int) -> str:
    fields = {
        "Package": NAME,
        "Version": __version__,
        "Architecture": architecture,
        "Maintainer": "Nacka kommun <info@nacka.se>",
        "Installed-Size": str(kilobytes),
        "Section": "misc",
        "Priority": "optional",
        "Homepage": "https://www.nacka.se/",
        "Depends": ", ".join(DEPENDS),
        "Recommends": ", ".join(RECOMMENDS),
        "Description": "workplace for a municipality's staff\n"
        " Tasks, news, Office 365 workspaces and public services in one native window,\n"
        " kept encrypted on the computer and usable without a network.",
    }
    return "".join(f"{field}: {value}\n" for field, value in fields.items())


def committed_at() -> str:
    """The time of the last commit, so that the same source gives the same package."""
    command = ["git", "log", "-1", "--format=%ct"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "0"


def release_date() -> str:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    match = re.search(rf"^## {re.escape(__version__)}, (\d{{4}}-\d{{2}}-\d{{2}})", changes, re.MULTILINE)
    if match:
        return match[1]
    command = ["git", "log", "-1", "--format=%cs"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()


def build_deb(folder: Path) -> Path:
    architecture = ARCHITECTURES.get(platform.machine(), platform.machine())
    tree = BUILD / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    share = tree / "usr" / "share"
    for place in ("DEBIAN", "opt", "usr/bin"):
        (tree / place).mkdir(parents=True)
    shutil.copytree(folder, tree / "opt" / NAME, symlinks=True)
    (tree / "usr" / "bin" / NAME).symlink_to(f"/opt/{NAME}/{NAME}")
    metainfo = (DEBIAN / f"{NAME}.metainfo.xml").read_text(encoding="utf-8")
    icon = (ROOT / "resources" / "icons" / "app-mark.svg").read_text(encoding="utf-8")
    texts = {
        share / "applications" / f"{NAME}.desktop": (DEBIAN / f"{NAME}.desktop").read_text(encoding="utf-8"),
        share / "metainfo" / "se.nacka.arbetsplats.metainfo.xml": metainfo.replace("@VERSION@", __version__).replace(
            "@DATE@", release_date()
        ),
        share / "icons" / "hicolor" / "scalable" / "apps" / f"{NAME}.svg": icon,
        share / "doc" / NAME / "copyright": (DEBIAN / "copyright").read_text(encoding="utf-8"),
        tree / "DEBIAN" / "control": control(architecture, round(megabytes(folder) * MEGABYTE / 1024)),
    }
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    package = DIST / f"{NAME}_{__version__}_{architecture}.deb"
    os.environ["SOURCE_DATE_EPOCH"] = committed_at()
    os.umask(0o022)
    run("chmod", "-R", "go=rX", tree)
    run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, package)
    return package


def main() -> int:
    folder = build_folder()
    sizes = [(folder, megabytes(folder), MOST_MEGABYTES_ON_DISK)]
    if shutil.which("dpkg-deb"):
        package = build_deb(folder)
        sizes.append((package, megabytes(package), MOST_MEGABYTES_TO_FETCH))
    else:
        print("No dpkg-deb here, so no .deb.")
    for path, size, most in sizes:
        print(f"{path.relative_to(ROOT)}  {size:.0f} MB (at most {most})")
    return 0 if all(size <= most for _, size, most in sizes) else 1


if __name__ == "__main__":
    sys.exit(main())
