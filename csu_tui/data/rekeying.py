"""The keys by which places and reporters are found again, computed anew for every report."""

import sqlite3

from csu_tui.domain.place import Place
from csu_tui.domain.places import place_key, reporter_keys, street_key
from csu_tui.domain.report import Reporter
from csu_tui.domain.words import ReporterKind

SLICE = 1_000
"""Reports read at once."""


def rekey(connection: sqlite3.Connection) -> None:
    """Compute all keys as the rules are now, in the caller's transaction."""
    last = 0
    while True:
        rows = connection.execute(
            "SELECT id, received, house, street, locality, postcode, unsplit, reporter_kind, name, phone, email"
            " FROM report WHERE id > ? ORDER BY id LIMIT ?",
            (last, SLICE),
        ).fetchall()
        if not rows:
            return
        last = rows[-1][0]
        places = {r[0]: Place(*r[2:7]) for r in rows}
        connection.executemany(
            "UPDATE report SET place_key = ?, street_key = ? WHERE id = ?",
            [(place_key(place), street_key(place), number) for number, place in places.items()],
        )
        connection.executemany("DELETE FROM reporter_key WHERE report_id = ?", [(number,) for number in places])
        connection.executemany(
            "INSERT INTO reporter_key (report_id, key, received) VALUES (?, ?, ?)",
            [
                (r[0], key, r[1])
                for r in rows
                for key in reporter_keys(Reporter(ReporterKind(r[7]), *r[8:11]), places[r[0]])
            ],
        )
