"""Medians, and lines of a table; nothing here fails because something was slow."""

import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing: seconds of each run, and of what it is compared with."""

    name: str
    ours: Sequence[float]
    theirs: Sequence[float]
    against: str

    def line(self) -> str:
        """Say the medians in milliseconds, the quickest and slowest run, and the ratio of the medians."""
        ours, theirs = (statistics.median(times) * 1000 for times in (self.ours, self.theirs))
        span = f"{min(self.ours) * 1000:.1f}–{max(self.ours) * 1000:.1f}"
        return f"{self.name:<34}{ours:>10.2f}{span:>20}{theirs:>10.2f}{ours / theirs:>8.2f}  {self.against}"


HEAD = f"{'':<34}{'median ms':>10}{'from–to':>20}{'against':>10}{'ratio':>8}"


def say(line: str) -> None:
    """Print one line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def timed(step: Callable[[], object]) -> float:
    """Return the seconds that one step takes."""
    begun = perf_counter()
    step()
    return perf_counter() - begun
