"""Reports whose place may be the same though its key differs: offered, never counted (SPEC 3.6)."""

import sqlite3

NEWEST = 2_000
"""How many reports of a span are looked at, the newest; beside them all of the same street."""
LATEST = (
    "SELECT p.id, p.place_key, p.street_key FROM report p WHERE p.received >= ? AND p.received <= ?"
    " AND p.taken_back IS NULL ORDER BY p.received DESC LIMIT ?"
)
SAME_STREET = (
    "SELECT p.id, p.place_key, p.street_key FROM report p WHERE p.street_key = ? AND p.received >= ?"
    " AND p.received <= ? AND p.taken_back IS NULL ORDER BY p.received DESC LIMIT ?"
)


def near_places(connection: sqlite3.Connection, report_id: int, first: str, last: str) -> dict[int, str]:
    """Return the reports of a span whose places are near a report's, each with why; `first` and `last` as stored."""
    from csu_tui.domain.nearness import near

    own = connection.execute("SELECT place_key, street_key FROM report WHERE id = ?", (report_id,)).fetchone()
    if own is None or not own[1]:
        return {}
    rows = connection.execute(LATEST, (first, last, NEWEST)).fetchall()
    rows += connection.execute(SAME_STREET, (own[1], first, last, NEWEST)).fetchall()
    reasons = {place: near(own, place) for place in {(r[1], r[2]) for r in rows}}
    return {r[0]: why for r in rows if r[0] != report_id and (why := reasons[r[1], r[2]])}
