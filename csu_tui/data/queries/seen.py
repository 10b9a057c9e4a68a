"""What the unit has seen before (SPEC 3.6), computed from the database."""

import sqlite3

from csu_tui.data.queries import action as actions
from csu_tui.domain.ids import ReportId
from csu_tui.domain.item import Earlier, SeenBefore
from csu_tui.domain.moment import Moment

LISTED = 5
"""How many earlier reports are listed; all are counted."""


def seen_before(connection: sqlite3.Connection, report_id: int, received: Moment) -> SeenBefore:
    """Count and list the earlier reports of the same place and of the same reporter.

    Both spans end with this report; sensitive ones are counted and never listed.
    """
    day = received.day.isoformat()
    month_ago, half_year_ago = connection.execute(
        "SELECT date(?, '-28 days'), date(?, '-6 months')", (day, day)
    ).fetchone()
    until = received.stored()
    same_place = {
        r[0]: r[1]
        for r in connection.execute(
            "SELECT p.id, p.received FROM report r JOIN report p ON p.place_key = r.place_key AND p.received >= ?"
            " AND p.received <= ? AND p.id != r.id AND p.taken_back IS NULL WHERE r.id = ? AND r.place_key != ''",
            (half_year_ago, until, report_id),
        )
    }
    same_reporter = {
        r[0]: r[1]
        for r in connection.execute(
            "SELECT DISTINCT o.report_id, o.received FROM reporter_key k JOIN reporter_key o ON o.key = k.key"
            " AND o.received >= ? AND o.received <= ? AND o.report_id != k.report_id WHERE k.report_id = ?",
            (half_year_ago, until, report_id),
        )
    }
    found = same_place | same_reporter
    earlier: list[Earlier] = []
    sensitive = open_actions = 0
    for other, _ in sorted(found.items(), key=lambda pair: (pair[1], pair[0]), reverse=True):
        name, hidden = connection.execute(
            "SELECT c.name, c.sensitive FROM report r JOIN category c ON c.id = r.category_id WHERE r.id = ?", (other,)
        ).fetchone()
        made = actions.of_report(connection, other)
        open_actions += sum(a.status == "open" for a in made) if other in same_place else 0
        if hidden:
            sensitive += 1
        elif len(earlier) < LISTED:
            earlier.append(
                Earlier(
                    ReportId(other), Moment.read(found[other]), name, other in same_place, other in same_reporter, made
                )
            )
    return SeenBefore(
        place_28_days=sum(when >= month_ago for when in same_place.values()),
        place_6_months=len(same_place),
        reporter_6_months=len(same_reporter),
        sensitive=sensitive,
        open_actions=open_actions,
        earlier=tuple(earlier),
    )
