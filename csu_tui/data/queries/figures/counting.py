"""A family's records counted, split and listed, always by its one SQL."""

import sqlite3
from datetime import date
from typing import Any

from csu_tui.data.queries.figures.families import FAMILIES
from csu_tui.data.queries.figures.family import Family, records
from csu_tui.domain.figure import By, Counts, Definition, FigureRecord, Keys
from csu_tui.domain.ids import ReportId
from csu_tui.domain.listed import Listed
from csu_tui.domain.place import Place
from csu_tui.domain.span import Span

COLUMNS = {By.MONTH: "month", By.AGENCY: "agency", By.CATEGORY: "headline", By.PLACE: "place", By.SOURCE: "source"}
_LISTED = ("report", "ref", "day", "agency", "headline", "street", "locality", "postcode", "unsplit", "what", "number")


def counts(connection: sqlite3.Connection, family: str, columns: tuple[str, ...], span: Span) -> Counts:
    """Count a family's records of a span by every combination of these columns."""
    sql, values = records(FAMILIES[family], span, columns)
    group = f" GROUP BY {', '.join(columns)}" if columns else ""
    rows = connection.execute(f"SELECT {''.join(f'{one}, ' for one in columns)}count(*) FROM ({sql}){group}", values)
    return {tuple(row[:-1]): row[-1] for row in rows}


def columns_of(definition: Definition, by: By | None = None) -> tuple[str, ...] | None:
    """Return the columns by which a figure's family is counted for it; None where it cannot be split so."""
    family = FAMILIES[definition.family]
    used = {column for column, _ in (*definition.where, *definition.of)}
    group = next(group for group in family.groups if used <= set(group))
    if by is None:
        return group
    if COLUMNS[by] not in family.columns:
        return None
    return tuple(dict.fromkeys((*group, COLUMNS[by])))


def figure_records(connection: sqlite3.Connection, definition: Definition, span: Span) -> Listed[FigureRecord]:
    """Return the very records that a figure counts in a span, by day, without anything that a room may not read."""
    family = FAMILIES[definition.family]
    keys = [column for column, _ in definition.where]
    have = [name for name in _LISTED if name in family.columns]
    sql, values = records(family, span, (*have, *keys))
    drawn = ", ".join(name if name in have else f"'' AS {name}" for name in _LISTED)
    tests = "".join(f" AND {column} IN ({', '.join('?' * len(taken))})" for column, taken in definition.where)
    more: Keys = tuple(value for _, taken in definition.where for value in taken)
    rows = connection.execute(f"SELECT {drawn} FROM ({sql}) WHERE 1{tests} ORDER BY day, number", (*values, *more))
    return Listed(rows.fetchall(), _record)


def plans(family: Family, span: Span) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the statements by which a family is counted, for a look at how SQLite goes about them."""
    return tuple(records(family, span, group) for group in family.groups)


def _record(r: tuple[Any, ...]) -> FigureRecord:
    place = Place("", r[5] or "", r[6] or "", r[7] or "", r[8] or "").public()
    report = ReportId(r[0]) if r[0] else None
    return FigureRecord(r[1], report, date.fromisoformat(r[2]), r[3] or "", r[4] or "", place, r[9])
