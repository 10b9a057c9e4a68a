"""Hotspots: the reports of a few weeks by their place; no more of the history is read (SPEC 3.6)."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from csu_tui.data.queries.incident import incident
from csu_tui.data.queries.seen import ABOUT, earlier
from csu_tui.data.queries.unit import settings
from csu_tui.domain.hotspot import Hotspot, periods
from csu_tui.domain.ids import ReportId
from csu_tui.domain.item import Earlier
from csu_tui.domain.moment import midnight, utc_text
from csu_tui.domain.place import Place

SINCE = "(CASE length(r.received) WHEN 10 THEN r.received >= :{0} ELSE r.received >= :{0}_at END)"
"""Received from a London day on: a day is stored as such, a time in UTC."""
STANDS = (
    "r.received >= min(:{0}, :{0}_at) AND r.received < :after AND length(r.received) >= 10"
    f" AND {SINCE} AND (length(r.received) = 10 OR r.received < :after_at) AND r.taken_back IS NULL"
)
"""Received in a span; what is dated by its month only is in none."""
SQL = (
    "WITH busy AS MATERIALIZED (SELECT r.place_key FROM report r INDEXED BY report_received"
    f" WHERE {STANDS.format('since')} AND r.place_key != '' GROUP BY 1 HAVING count(*) >= :least)"
    f" SELECT r.place_key, {SINCE.format('since')}, {incident('r')}, r.id, c.sensitive, r.street, r.locality,"
    " r.postcode, r.unsplit FROM busy CROSS JOIN report r INDEXED BY report_place ON r.place_key = busy.place_key"
    f" JOIN category c ON c.id = r.category_id WHERE {STANDS.format('before')}"
    " ORDER BY r.place_key, r.received DESC, r.id DESC"
)

REPORTS = (
    f"SELECT {ABOUT} FROM report p JOIN category c ON c.id = p.category_id WHERE p.id IN ({{}})"
    " AND p.taken_back IS NULL ORDER BY p.received DESC, p.id DESC"
)


def hotspots(connection: sqlite3.Connection, today: date) -> tuple[Hotspot, ...]:
    """Return the places over the unit's threshold, most reports first; one statement beside the settings."""
    unit = settings(connection)
    least, days = int(unit["hotspot_reports"]), int(unit["hotspot_days"])
    named: dict[str, str | int] = {"least": least}
    for name, day in zip(("before", "since", "after"), periods(today, days), strict=True):
        named |= {name: day.isoformat(), f"{name}_at": utc_text(midnight(day))}
    rows = connection.execute(SQL, named).fetchall()
    found = [_hotspot(key, tuple(some), days) for key, some in groupby(rows, key=lambda r: r[0])]
    return tuple(sorted((spot for spot in found if spot.reports >= least), key=lambda s: (-s.reports, s.before, s.key)))


def reports(connection: sqlite3.Connection, spot: Hotspot) -> tuple[Earlier, ...]:
    """Return the reports of a hotspot that are not sensitive, newest first, with what came of each."""
    marks = ", ".join("?" * len(spot.listed))
    rows = connection.execute(REPORTS.format(marks), spot.listed).fetchall()
    return tuple(earlier(connection, [r for r in rows if not r[3]], same_place=spot.listed))


def _hotspot(key: str, rows: Sequence[Any], days: int) -> Hotspot:
    now = [r for r in rows if r[1]]
    incidents = {r[2] for r in now}
    plain = [r for r in now if not r[4]]
    named = next((r for r in plain if r[5] and not r[8]), (plain or now)[0])
    street, locality, postcode, unsplit = named[5:9]
    place = Place(street=street if plain else "", locality=locality, postcode=postcode, unsplit=unsplit)
    return Hotspot(
        key,
        place.public(),
        reports=len(incidents),
        before=len({r[2] for r in rows if not r[1]} - incidents),
        days=days,
        sensitive=len({r[2] for r in now if r[4]}),
        listed=tuple(ReportId(r[3]) for r in plain),
    )
