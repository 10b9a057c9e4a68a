"""The records behind a figure as text, a line each."""

from collections.abc import Sequence

from csu_tui.domain.figure import FigureRecord
from csu_tui.domain.text import clean, shorten, width

WIDEST = (14, 26, 32)
"""How wide agency, headline and place get; what comes last stays whole."""


def records_text(records: Sequence[FigureRecord]) -> str:
    """Return a line for each record: reference, day, agency, headline, place, and what."""
    if not records:
        return "No record.\n"
    rows = [record_cells(one) for one in records]
    caps = (max(width(row[0]) for row in rows), 10, *WIDEST)
    sizes = [min(cap, max(width(row[at]) for row in rows)) for at, cap in enumerate(caps)]
    lines = []
    for row in rows:
        cells = [_filled(cell, size) for cell, size in zip(row, sizes, strict=False) if size]
        lines.append("  ".join((*cells, row[-1])).rstrip())
    return "\n".join(lines) + "\n"


def record_cells(one: FigureRecord) -> tuple[str, ...]:
    """Return what is said of a record, each part made harmless."""
    parts = (one.ref, one.day.isoformat(), one.agency, one.headline, one.place.line(), one.what)
    return tuple(clean(part) for part in parts)


def _filled(text: str, size: int) -> str:
    short = shorten(text, size)
    return short + " " * (size - width(short))
