"""The reports that likeliest tell of the same incident."""

import sqlite3
from datetime import timedelta

from csu_tui.data.queries.incident import mates
from csu_tui.data.queries.near import near_places
from csu_tui.data.queries.seen import SAME_PLACE, SAME_REPORTER, day_of, ones, others
from csu_tui.domain.ids import ReportId
from csu_tui.domain.item import Candidate
from csu_tui.domain.lookback import LATELY
from csu_tui.domain.moment import Moment
from csu_tui.domain.place import Place
from csu_tui.domain.report import Report

MOST = 20
"""How many are offered."""


def likely(connection: sqlite3.Connection, report: Report) -> tuple[Candidate, ...]:
    """Return them, the likeliest first: same place and category, same caller, same place, near place and category.

    They were received within 28 days of it, before or after; each incident is offered once, and nothing sensitive.
    """
    day = day_of(report.received)
    first, last = (day - timedelta(days=LATELY)).isoformat(), (day + timedelta(days=LATELY + 1)).isoformat()
    own = mates(connection, report.id)
    here = others(connection.execute(SAME_PLACE, (first, last, report.id)), own)
    theirs = others(connection.execute(SAME_REPORTER, (first, last, report.id)), own)
    near = near_places(connection, report.id, first, last)
    found = here | theirs | others(ones(connection, near.keys() - here.keys() - theirs.keys()), own)
    ranked = []
    for number, r in found.items():
        alike = r[5] == report.category_id
        place = "same place" if number in here else near.get(number, "")
        reasons = (place, "same caller" if number in theirs else "", "same category" if alike else "")
        rank = 0 if number in here and alike else 1 if number in theirs else 2 if number in here else 3 if alike else 4
        received = Moment.read(r[1])
        away = abs((received.at - report.received.at).total_seconds())
        ranked.append((rank, away, number, r, ", ".join(reason for reason in reasons if reason)))
    best: dict[int, Candidate] = {}
    for _, _, number, r, why in sorted(ranked, key=lambda one: one[:3]):
        if not r[3] and r[4] not in best:
            place = Place(*r[6:11]).public().line()
            best[r[4]] = Candidate(ReportId(number), r[2], place, Moment.read(r[1]), why)
    return tuple(best.values())[:MOST]
