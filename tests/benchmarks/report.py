"""Shows what was measured: a table to read, JSON to keep, and a plot that needs no plotting library."""

import json
import os
import platform
from html import escape
from pathlib import Path

from tests.benchmarks.ratio import Ratio, spread

HEADER = ["what", "items", "ours", "compared with", "ratio", "target", ""]
FONT = 'font-family="sans-serif" font-size="12"'
BAR_HEIGHT, LABEL_WIDTH, SCALE_WIDTH = 26, 330, 420  # pixels


def circumstances() -> dict[str, object]:
    """What the numbers depend on beside the program."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    return {
        "python": platform.python_version(),
        "system": platform.platform(terse=True),
        "cores": os.cpu_count(),
        "load_before": load,
        "display": os.environ.get("QT_QPA_PLATFORM", "the system's own"),
    }


def row(measured: Ratio) -> list[str]:
    return [
        measured.name,
        f"{measured.items:,}".replace(",", " "),
        f"{spread(measured.ours)} {measured.unit}",
        f"{measured.reference_name}: {spread(measured.reference)} {measured.unit}",
        f"{measured.ratio:.2f}",
        measured.target,
        measured.verdict,
    ]


def table(results: list[Ratio]) -> str:
    """Columns for a terminal."""
    rows = [HEADER, *(row(measured) for measured in results)]
    widths = [max(len(cells[column]) for cells in rows) for column in range(len(HEADER))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip() for cells in rows]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines)


def markdown(results: list[Ratio], about: dict[str, object]) -> str:
    lines = ["# Benchmark", "", ", ".join(f"{name} {value}" for name, value in about.items()), ""]
    lines += ["| " + " | ".join(HEADER) + " |", "| " + " | ".join("---" for _ in HEADER) + " |"]
    lines += ["| " + " | ".join(row(measured)) + " |" for measured in results]
    notes = [f"- {measured.name}, {measured.items}: {note}" for measured in results for note in measured.notes]
    return "\n".join([*lines, "", *notes]).rstrip() + "\n"


def plot(results: list[Ratio]) -> str:
    """Each ratio as a bar, its target as a stroke across it, in SVG."""
    most = max([measured.ratio for measured in results] + [measured.most or 1.0 for measured in results]) * 1.1
    height = BAR_HEIGHT * (len(results) + 1)
    width = LABEL_WIDTH + SCALE_WIDTH + 80
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" {FONT}>',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
    ]
    for number, measured in enumerate(results):
        top = number * BAR_HEIGHT + 8
        length = measured.ratio / most * SCALE_WIDTH
        colour = {"met": "#2e6b4f", "short": "#a4402f"}.get(measured.verdict, "#5b6670")
        label = escape(f"{measured.name}, {measured.items:,}".replace(",", " ").replace("  ", ", "))
        parts.append(f'<text x="{LABEL_WIDTH - 8}" y="{top + 13}" text-anchor="end" fill="#222">{label}</text>')
        parts.append(f'<rect x="{LABEL_WIDTH}" y="{top}" width="{length:.1f}" height="16" fill="{colour}"/>')
        text = f"{measured.ratio:.2f}"
        parts.append(f'<text x="{LABEL_WIDTH + length + 6:.1f}" y="{top + 13}" fill="#222">{text}</text>')
        if measured.most is not None:
            place = LABEL_WIDTH + measured.most / most * SCALE_WIDTH
            parts.append(f'<rect x="{place - 1:.1f}" y="{top - 3}" width="2" height="22" fill="#222"/>')
    legend = "ratio to what it is compared with; the stroke is the target"
    parts.append(f'<text x="{LABEL_WIDTH}" y="{height - 6}" fill="#5b6670">{legend}</text></svg>')
    return "\n".join(parts) + "\n"


def write(results: list[Ratio], about: dict[str, object], folder: Path) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    texts = {
        "bench.json": json.dumps({"about": about, "results": [each.as_json() for each in results]}, indent=2) + "\n",
        "bench.md": markdown(results, about),
        "bench.svg": plot(results),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in texts]
