"""Figures as CSV: no cell is a live formula, whatever an agency or a kind is called."""

import csv
import io
from collections.abc import Iterable

from csu_tui.domain.figure import FigureRecord, Figures, Number
from csu_tui.domain.reference import report_ref
from csu_tui.domain.text import clean, csv_cell

HEAD = ("name", "section", "label", "value", "before", "difference", "per_cent", "definition")
RECORDS = ("record", "report", "date", "agency", "headline", "street", "locality", "outward", "what")
Cell = str | Number | None


def figures_csv(figures: Figures) -> str:
    """Return a line for each figure; split, one for each of its parts."""
    if figures.by is not None:
        rows: Iterable[tuple[Cell, ...]] = (
            (split.definition.name, split.definition.section.value, split.definition.label, value, number)
            for split in figures.splits
            for value, number in split.values
        )
        return _written(("name", "section", "label", figures.by.value, "value"), rows)
    return _written(
        HEAD,
        (
            (
                *(one.name, one.definition.section.value, one.label, one.value, one.before, one.difference),
                *(one.per_cent, one.definition.says),
            )
            for one in figures.figures
        ),
    )


def records_csv(records: Iterable[FigureRecord]) -> str:
    """Return a line for each record that a figure counts."""
    return _written(
        RECORDS,
        (
            (
                *(one.ref, report_ref(one.report_id) if one.report_id else "", one.day.isoformat(), one.agency),
                *(one.headline, one.place.street, one.place.locality, one.place.postcode, one.what),
            )
            for one in records
        ),
    )


def _written(head: tuple[str, ...], rows: Iterable[tuple[Cell, ...]]) -> str:
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return page.getvalue()


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    return csv_cell(clean(cell)) if isinstance(cell, str) else str(cell)
