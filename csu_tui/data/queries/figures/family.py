"""A family of records that figures count: one SQL, whichever of its columns are asked for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from csu_tui.data.queries.listing import HEADLINE
from csu_tui.domain.span import Span, bounds, summer_days

Join = tuple[str, str]
"""A short name, and how its table is joined; such a join never adds or drops a record."""

AGENCY: Join = ("g", " LEFT JOIN agency g ON g.id = {}")
REPORT: Join = ("r", " LEFT JOIN report r ON r.id = {}")
CATEGORY: Join = ("c", " LEFT JOIN category c ON c.id = r.category_id")
OF_REPORT = {
    "headline": HEADLINE,
    "place": "CASE WHEN c.sensitive OR r.unsplit != '' OR r.street = '' THEN r.locality"
    " WHEN r.locality = '' THEN r.street ELSE r.street || ', ' || r.locality END",
    "source": "r.source",
    "street": "CASE WHEN c.sensitive THEN '' ELSE r.street END",
    "locality": "r.locality",
    "postcode": "r.postcode",
    "unsplit": "r.unsplit",
    "report": "r.id",
}
"""What every family whose records lead to a report says of it; never the house.

`place` is what figures are told apart by, on pages that are printed: of a sensitive report its locality only.
"""


@dataclass(frozen=True, slots=True)
class Family:
    """Records of one sort: FROM and WHERE, and the SQL of each column that may be asked for.

    `at` is the stored time that lies in the span. With `unit` the rows that share it are one record, for which the row
    with the least `first` stands. `groups` are the columns that figures are told apart by, those counted together.
    """

    name: str
    table: str
    where: str
    at: str
    columns: Mapping[str, str]
    joins: tuple[Join, ...] = ()
    unit: str = ""
    first: str = ""
    groups: tuple[tuple[str, ...], ...] = ((),)
    values: tuple[str, ...] = ()
    """What stands for the question marks of `where`."""
    order: str = field(default="day, number")


def records(family: Family, span: Span, columns: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """Return the SQL of a family's records in a span with these columns, and its values: the one query of them all."""
    drawn = {name: _column(family, name, span) for name in dict.fromkeys(columns)}
    joins = _joins(family, " ".join((*drawn.values(), family.unit, family.first)))
    chosen = [f"{sql} AS {name}" for name, sql in drawn.items()]
    group = ""
    if family.unit:
        group = f" GROUP BY {family.unit}"
        if drawn:  # SQLite takes the other columns from the row that has the least
            chosen.append(f"min({family.first})")
    select = ", ".join(chosen) or "1"
    sql = f"SELECT {select} FROM {family.table}{joins} WHERE {family.where} AND {family.at} >= ? AND {family.at} < ?"
    return sql + group, (*family.values, *bounds(span))


def london_day(time: str, span: Span) -> str:
    """Return the SQL of the London day of a stored time that lies in a span, or in the ten years after it."""
    summers = summer_days(span.start.year - 1, span.end.year + 10)
    summer = " OR ".join(f"{time} >= '{begins}' AND {time} < '{ends}'" for begins, ends in summers)
    late = f"substr({time}, 12, 2) = '23' AND ({summer})"
    return f"CASE WHEN {late} THEN date(substr({time}, 1, 10), '+1 day') ELSE substr({time}, 1, 10) END"


def _column(family: Family, name: str, span: Span) -> str:
    sql = family.columns[name]
    days = re.findall(r"day\[(.+?)\]", sql)
    for time in days:
        sql = sql.replace(f"day[{time}]", london_day(time, span))
    return sql


def _joins(family: Family, used: str) -> str:
    """Return the joins that the columns asked for need, each after those it stands on itself."""
    kept: list[str] = []
    for short, sql in reversed(family.joins):
        if re.search(rf"\b{short}\.", used):
            kept.append(sql)
            used += sql
    return "".join(reversed(kept))
