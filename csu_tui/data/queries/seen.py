"""What the unit has seen before (SPEC 3.6), computed from the database."""

import sqlite3

from csu_tui.data.queries import action as actions
from csu_tui.domain.ids import ReportId
from csu_tui.domain.item import Earlier, SeenBefore
from csu_tui.domain.moment import Moment

LISTED = 5
"""How many earlier reports are listed; all are counted."""


_ABOUT = (
    " p.id, p.received, c.name, c.sensitive, (SELECT count(*) FROM action a WHERE a.report_id = p.id"
    " AND a.status = 'open' AND a.withdrawn = 0)"
)
SAME_PLACE = (
    f"SELECT{_ABOUT} FROM report r JOIN report p ON p.place_key = r.place_key AND p.received >= ? AND p.received <= ?"
    " AND p.id != r.id AND p.taken_back IS NULL JOIN category c ON c.id = p.category_id"
    " WHERE r.id = ? AND r.place_key != ''"
)
SAME_REPORTER = (
    f"SELECT DISTINCT{_ABOUT} FROM reporter_key k JOIN reporter_key o ON o.key = k.key AND o.received >= ?"
    " AND o.received <= ? AND o.report_id != k.report_id JOIN report p ON p.id = o.report_id"
    " JOIN category c ON c.id = p.category_id WHERE k.report_id = ?"
)


def seen_before(connection: sqlite3.Connection, report_id: int, received: Moment) -> SeenBefore:
    """Count and list the earlier reports of the same place and of the same reporter.

    Both spans end with this report; sensitive ones are counted and never listed.
    """
    day = received.day.isoformat()
    month_ago, half_year_ago = connection.execute(
        "SELECT date(?, '-28 days'), date(?, '-6 months')", (day, day)
    ).fetchone()
    span = (half_year_ago, received.stored(), report_id)
    same_place = {r[0]: r for r in connection.execute(SAME_PLACE, span)}
    same_reporter = {r[0]: r for r in connection.execute(SAME_REPORTER, span)}
    found = sorted((same_place | same_reporter).values(), key=lambda r: (r[1], r[0]), reverse=True)
    listed = [r for r in found if not r[3]][:LISTED]
    made = actions.of_reports(connection, [r[0] for r in listed])
    return SeenBefore(
        place_28_days=sum(r[1] >= month_ago for r in same_place.values()),
        place_6_months=len(same_place),
        reporter_6_months=len(same_reporter),
        sensitive=sum(bool(r[3]) for r in found),
        open_actions=sum(r[4] for r in same_place.values()),
        earlier=tuple(
            Earlier(
                ReportId(r[0]), Moment.read(r[1]), r[2], r[0] in same_place, r[0] in same_reporter, made.get(r[0], ())
            )
            for r in listed
        ),
    )
