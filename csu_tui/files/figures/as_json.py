"""Figures as JSON: the contract of SPEC 5."""

from collections.abc import Iterable
from typing import Any

from csu_tui.domain.figure import Figure, FigureRecord, Figures
from csu_tui.domain.reference import report_ref
from csu_tui.domain.span import Span


def figures_json(figures: Figures) -> dict[str, Any]:
    """Return the contract's shape, its keys in this order always; with a split each figure that has one names it."""
    splits = {split.definition.name: split for split in figures.splits}
    found: list[dict[str, Any]] = []
    for figure in figures.figures:
        entry = _entry(figure)
        if figures.by is not None and figure.name in splits:
            by = figures.by.value
            entry["split"] = [{by: value, "value": number} for value, number in splits[figure.name].values]
        found.append(entry)
    return {"span": _span(figures.span), "before": _span(figures.before), "figures": found}


def records_json(records: Iterable[FigureRecord]) -> list[dict[str, Any]]:
    """Return the records that a figure counts."""
    return [
        {
            "record": one.ref,
            "report": report_ref(one.report_id) if one.report_id else None,
            "date": one.day.isoformat(),
            "agency": one.agency or None,
            "headline": one.headline or None,
            "place": {"street": one.place.street, "locality": one.place.locality, "outward": one.place.postcode},
            "what": one.what,
        }
        for one in records
    ]


def _entry(figure: Figure) -> dict[str, Any]:
    return {
        "name": figure.name,
        "label": figure.label,
        "value": figure.value,
        "before": figure.before,
        "definition": figure.definition.says,
    }


def _span(span: Span) -> dict[str, str]:
    return {"start": span.start.isoformat(), "end": span.end.isoformat()}
