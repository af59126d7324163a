"""Where the data files lie, in a checkout and in an installed application alike."""

from pathlib import Path

_ROOT = Path(__file__).parent


def services_file() -> Path:
    """The built-in catalogue of public services."""
    return _ROOT / "services" / "services.json"


def journeys_file() -> Path:
    """The built-in journeys through those services."""
    return _ROOT / "services" / "journeys.json"


def tools_file() -> Path:
    """The demo municipality's tools and quick tasks."""
    return _ROOT / "services" / "tools.json"


def demo_folder() -> Path:
    """Texts and pictures of the demo municipality."""
    return _ROOT / "demo"


def folder(name: str) -> Path:
    """A folder of data by its name ("icons", "translations", "styles"); it need not exist."""
    return _ROOT / name
