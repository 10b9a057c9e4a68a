"""The keys by which places and reporters are found again, computed anew for every report or for one."""

import sqlite3
from collections.abc import Iterable
from typing import Any

from csu_tui.domain.people import reporter_keys
from csu_tui.domain.place import Place
from csu_tui.domain.places import place_key, street_key
from csu_tui.domain.report import Reporter
from csu_tui.domain.words import ReporterKind

SLICE = 1_000
"""Reports read at once."""
SQL = (
    "SELECT id, received, house, street, locality, postcode, unsplit, reporter_kind, name, phone, email, place_key,"
    " street_key FROM report WHERE taken_back IS NULL AND"
)


def rekey(connection: sqlite3.Connection) -> None:
    """Compute all keys as the rules are now, in the caller's transaction."""
    last = 0
    while rows := connection.execute(f"{SQL} id > ? ORDER BY id LIMIT ?", (last, SLICE)).fetchall():
        last = rows[-1][0]
        connection.executemany(
            "UPDATE report SET place_key = ?, street_key = ? WHERE id = ?",
            [(*keys, r[0]) for r in rows if (keys := place_keys(_place(r))) != (r[11], r[12])],
        )
        _rekey_reporters(connection, [r[0] for r in rows], rows)


def rekey_reporter(connection: sqlite3.Connection, report_id: int) -> None:
    """Compute one reporter's keys after their name, address or wish to be unnamed changed, or the day of the report."""
    _rekey_reporters(connection, [report_id], connection.execute(f"{SQL} id = ?", (report_id,)).fetchall())


def place_keys(place: Place) -> tuple[str, str]:
    """Return a place's key and its street's."""
    return place_key(place), street_key(place)


def _rekey_reporters(connection: sqlite3.Connection, numbers: Iterable[int], rows: Iterable[Any]) -> None:
    connection.executemany("DELETE FROM reporter_key WHERE report_id = ?", [(number,) for number in numbers])
    connection.executemany(
        "INSERT INTO reporter_key (report_id, key, received) VALUES (?, ?, ?)",
        [(r[0], key, r[1]) for r in rows for key in reporter_keys(_reporter(r), _place(r))],
    )


def _place(r: Any) -> Place:  # noqa: ANN401  a row of SQL
    return Place(*r[2:7])


def _reporter(r: Any) -> Reporter:  # noqa: ANN401  a row of SQL
    return Reporter(ReporterKind(r[7]), *r[8:11])
