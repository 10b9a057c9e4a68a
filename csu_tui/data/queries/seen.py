"""What the unit has seen before (SPEC 3.6), computed from the database."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from csu_tui.data.queries import action as actions
from csu_tui.data.queries.incident import incident, mates
from csu_tui.domain.ids import ReportId
from csu_tui.domain.item import Earlier, SeenBefore
from csu_tui.domain.lookback import since
from csu_tui.domain.moment import Moment
from csu_tui.domain.words import Decision, FeedbackState

LISTED = 3
"""How many earlier reports the panel lists; all are counted."""

ABOUT = f" p.id, p.received, c.name, c.sensitive, {incident('p')}"
SAME_PLACE = (
    f"SELECT{ABOUT} FROM report r JOIN report p ON p.place_key = r.place_key AND p.received >= ? AND p.received <= ?"
    " AND p.id != r.id AND p.taken_back IS NULL JOIN category c ON c.id = p.category_id"
    " WHERE r.id = ? AND r.place_key != ''"
)
SAME_REPORTER = (
    f"SELECT DISTINCT{ABOUT} FROM reporter_key k JOIN reporter_key o ON o.key = k.key AND o.received >= ?"
    " AND o.received <= ? AND o.report_id != k.report_id JOIN report p ON p.id = o.report_id AND p.taken_back IS NULL"
    " JOIN category c ON c.id = p.category_id WHERE k.report_id = ?"
)
OPEN_HERE = (
    "SELECT count(*) FROM report r CROSS JOIN action a INDEXED BY action_open_report"
    " CROSS JOIN report p ON p.id = a.report_id WHERE r.id = ? AND r.place_key != '' AND p.place_key = r.place_key"
    " AND p.id != r.id AND p.taken_back IS NULL AND a.status = 'open' AND a.withdrawn = 0"
)
DECIDED = (
    "SELECT s.report_id, s.decision, s.reason FROM agenda_step s JOIN meeting m ON m.id = s.meeting_id"
    " AND m.state != 'abandoned' WHERE s.kind = 'report' AND s.report_id IN ({}) ORDER BY s.id"
)
TOLD = "SELECT report_id, state FROM feedback WHERE report_id IN ({})"


def seen_before(
    connection: sqlite3.Connection, report_id: int, received: Moment, *, listed: int | None = LISTED
) -> SeenBefore:
    """Count the earlier incidents of the same place and of the same reporter, and list the newest of their reports.

    Both spans end with this report. Sensitive ones are counted and never listed; `listed` None lists all others.
    """
    day = date.fromisoformat(f"{received.stored()}-01"[:10])
    lately, half_year = (first.isoformat() for first in since(day))
    own = mates(connection, report_id)
    span = (half_year, received.stored(), report_id)
    same_place = _others(connection.execute(SAME_PLACE, span), own)
    same_reporter = _others(connection.execute(SAME_REPORTER, span), own)
    found = sorted((same_place | same_reporter).values(), key=lambda r: (r[1], r[0]), reverse=True)
    shown = [r for r in found if not r[3]][:listed]
    open_here = connection.execute(OPEN_HERE, (report_id,)).fetchone()
    return SeenBefore(
        place_28_days=_incidents(r for r in same_place.values() if r[1] >= lately),
        place_6_months=_incidents(same_place.values()),
        reporter_6_months=_incidents(same_reporter.values()),
        sensitive=_incidents(r for r in found if r[3]),
        open_actions=open_here[0],
        earlier=tuple(
            earlier(connection, shown, same_place=same_place.keys(), same_reporter=same_reporter.keys()),
        ),
        incident=tuple(ReportId(number) for number in own if number != report_id),
    )


def earlier(
    connection: sqlite3.Connection,
    rows: Sequence[Any],
    *,
    same_place: Iterable[int] = (),
    same_reporter: Iterable[int] = (),
) -> Iterable[Earlier]:
    """Make rows of `ABOUT` into values, with what was done about each and what came of it."""
    numbers = [r[0] for r in rows]
    marks = ", ".join("?" * len(numbers))
    made = actions.of_reports(connection, numbers)
    decided = {r[0]: r for r in connection.execute(DECIDED.format(marks), numbers)}
    told = {r[0]: r for r in connection.execute(TOLD.format(marks), numbers)}
    here, theirs = frozenset(same_place), frozenset(same_reporter)
    for number, received, headline, _, counts in (r[:5] for r in rows):
        decision = decided.get(number)
        yield Earlier(
            ReportId(number),
            Moment.read(received),
            headline,
            number in here,
            number in theirs,
            made.get(number, ()),
            Decision(decision[1]) if decision and decision[1] else None,
            decision[2] if decision else "",
            FeedbackState(told[number][1]) if number in told else None,
            ReportId(counts) if counts != number else None,
        )


def _others(rows: Iterable[Any], own: tuple[int, ...]) -> dict[int, Any]:
    return {r[0]: r for r in rows if r[0] not in own}


def _incidents(rows: Iterable[Any]) -> int:
    return len({r[4] for r in rows})
