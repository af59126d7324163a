"""One thing that is measured: our samples, those of what it is compared with, and the target."""

import statistics
from dataclasses import dataclass, field


def spread(samples: list[float]) -> str:
    """Median with the smallest and the largest; a mean would hide the one slow start that the user remembers."""
    if len(samples) == 1:
        return f"{samples[0]:.4g}"
    return f"{statistics.median(samples):.4g} ({min(samples):.4g} to {max(samples):.4g})"


def percentile(samples: list[float], share: float) -> float:
    """The smallest sample that at least this share of the samples does not exceed."""
    ordered = sorted(samples)
    rank = max(1, -(-len(ordered) * round(share * 1000) // 1000))
    return ordered[rank - 1]


@dataclass(frozen=True)
class Ratio:
    """Ours against a reference, both measured in this run, in the same unit."""

    name: str
    items: int
    unit: str
    ours: list[float]
    reference: list[float]
    reference_name: str
    most: float | None = None  # the target, as a ratio; None: told, nothing promised
    most_absolute: float | None = None  # a target in the unit itself, where PRODUCT gives one
    notes: list[str] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        return statistics.median(self.ours) / statistics.median(self.reference)

    @property
    def verdict(self) -> str:
        if self.most is None and self.most_absolute is None:
            return "–"
        well = self.most is None or self.ratio <= self.most
        well = well and (self.most_absolute is None or statistics.median(self.ours) <= self.most_absolute)
        return "met" if well else "short"

    @property
    def target(self) -> str:
        told = [f"≤ {self.most:g} ×"] if self.most is not None else []
        if self.most_absolute is not None:
            told.append(f"≤ {self.most_absolute:g} {self.unit}")
        return ", ".join(told) or "–"

    def as_json(self) -> dict[str, object]:
        return {
            "name": self.name,
            "items": self.items,
            "unit": self.unit,
            "ours": [round(sample, 4) for sample in self.ours],
            "reference": [round(sample, 4) for sample in self.reference],
            "reference_name": self.reference_name,
            "ratio": round(self.ratio, 3),
            "target": self.target,
            "verdict": self.verdict,
            "notes": self.notes,
        }
