"""References that begin as typed, for the shell: a few rows by their numbers, whatever the years hold."""

import sqlite3

from csu_tui.domain.report import SENSITIVE_HEADLINE

_DIGITS = 9
_HEADLINE = f"CASE WHEN c.sensitive THEN '{SENSITIVE_HEADLINE}' ELSE c.name END"


def open_actions(connection: sqlite3.Connection, digits: str, most: int) -> tuple[tuple[int, str], ...]:
    """Return the newest open actions whose number begins with `digits`, with what a room may read of them."""
    ranges, values = _ranges("a.id", digits)
    rows = connection.execute(
        f"SELECT a.id, g.short || ', ' || k.name || ', ' || {_HEADLINE} FROM action a"
        " JOIN agency g ON g.id = a.agency_id JOIN kind k ON k.id = a.kind_id JOIN report r ON r.id = a.report_id"
        " JOIN category c ON c.id = r.category_id"
        f" WHERE a.status = 'open' AND a.withdrawn = 0 AND ({ranges}) ORDER BY a.id DESC LIMIT ?",
        (*values, most),
    )
    return tuple((r[0], r[1]) for r in rows)


def reports(connection: sqlite3.Connection, digits: str, most: int) -> tuple[tuple[int, str], ...]:
    """Return the newest reports whose number begins with `digits`, with their headlines."""
    ranges, values = _ranges("r.id", digits)
    rows = connection.execute(
        f"SELECT r.id, {_HEADLINE} FROM report r JOIN category c ON c.id = r.category_id"
        f" WHERE r.taken_back IS NULL AND ({ranges}) ORDER BY r.id DESC LIMIT ?",
        (*values, most),
    )
    return tuple((r[0], r[1]) for r in rows)


def _ranges(column: str, digits: str) -> tuple[str, list[int]]:
    """Return the numbers that begin so as ranges of the column, which its index answers: 12, 120–129, 1200–1299 …."""
    if not digits:
        return f"{column} > 0", []
    first = int(digits)
    values = [bound for power in range(_DIGITS) for bound in (first * 10**power, (first + 1) * 10**power - 1)]
    return " OR ".join([f"{column} BETWEEN ? AND ?"] * _DIGITS), values
