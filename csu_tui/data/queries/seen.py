"""What the unit has seen before (SPEC 3.6), computed from the database."""

import sqlite3
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from csu_tui.data.queries import action as actions
from csu_tui.data.queries.group import came_of
from csu_tui.data.queries.incident import incident, mates
from csu_tui.data.queries.near import near_places
from csu_tui.domain.ids import ReportId
from csu_tui.domain.item import Earlier, SeenBefore
from csu_tui.domain.lookback import since
from csu_tui.domain.moment import Moment
from csu_tui.domain.place import Place
from csu_tui.domain.words import Decision, FeedbackState

LISTED = 3
"""How many earlier reports the panel lists; all are counted."""

ABOUT = (
    f" p.id, p.received, c.name, c.sensitive, {incident('p')}, c.id, p.house, p.street, p.locality, p.postcode,"
    " p.unsplit"
)
ONES = f"SELECT{ABOUT} FROM report p JOIN category c ON c.id = p.category_id WHERE p.id IN ({{}})"
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
    connection: sqlite3.Connection, report_id: int, received: Moment, *, everything: bool = False
) -> SeenBefore:
    """Count the earlier incidents of the same place and of the same reporter, and list the newest of their reports.

    Both spans end with this report. Sensitive ones are counted and never listed. With `everything` all others are
    listed, and among them those of places that are near, which are not counted.
    """
    day = day_of(received)
    lately, half_year = (first.isoformat() for first in since(day))
    own = mates(connection, report_id)
    span = (half_year, received.stored(), report_id)
    same_place = others(connection.execute(SAME_PLACE, span), own)
    same_reporter = others(connection.execute(SAME_REPORTER, span), own)
    found = same_place | same_reporter
    near: dict[int, str] = {}
    if everything:
        near = near_places(connection, report_id, half_year, received.stored())
        found |= others(ones(connection, near.keys() - found.keys()), own)
    shown = [r for r in sorted(found.values(), key=lambda r: (r[1], r[0]), reverse=True) if not r[3]]
    open_here = connection.execute(OPEN_HERE, (report_id,)).fetchone()
    return SeenBefore(
        place_28_days=_incidents(r for r in same_place.values() if r[1] >= lately),
        place_6_months=_incidents(same_place.values()),
        reporter_6_months=_incidents(same_reporter.values()),
        sensitive=_incidents(r for r in (same_place | same_reporter).values() if r[3]),
        open_actions=open_here[0],
        earlier=tuple(
            earlier(
                connection,
                shown[: None if everything else LISTED],
                same_place=same_place,
                same_reporter=same_reporter,
                near=near,
            )
        ),
        incident=tuple(ReportId(number) for number in own if number != report_id),
    )


def day_of(received: Moment) -> date:
    """Return the day that both spans end with, as the agenda's count has it."""
    return date.fromisoformat(f"{received.stored()}-01"[:10])


def ones(connection: sqlite3.Connection, numbers: Iterable[int]) -> Iterable[Any]:
    """Return the rows of a few reports."""
    wanted = sorted(numbers)
    return connection.execute(ONES.format(", ".join("?" * len(wanted))), wanted)


def others(rows: Iterable[Any], own: tuple[int, ...]) -> dict[int, Any]:
    """Return rows by their report, those of one's own incident apart."""
    return {r[0]: r for r in rows if r[0] not in own}


def earlier(
    connection: sqlite3.Connection,
    rows: Sequence[Any],
    *,
    same_place: Container[int] = (),
    same_reporter: Container[int] = (),
    near: Mapping[int, str] = MappingProxyType({}),
) -> Iterable[Earlier]:
    """Make rows of `ABOUT` into values, with what was done about each and what came of it."""
    numbers = [r[0] for r in rows]
    marks = ", ".join("?" * len(numbers))
    made = actions.of_reports(connection, numbers)
    decided = {r[0]: r for r in connection.execute(DECIDED.format(marks), numbers)}
    told = {r[0]: r for r in connection.execute(TOLD.format(marks), numbers)}
    grouped = [number for number, r in decided.items() if r[1] == Decision.GROUP]
    groups = came_of(connection, grouped) if grouped else {}
    for r in rows:
        number, counts = r[0], r[4]
        decision = decided.get(number)
        yield Earlier(
            ReportId(number),
            Moment.read(r[1]),
            r[2],
            number in same_place,
            number in same_reporter,
            made.get(number, ()),
            Decision(decision[1]) if decision and decision[1] else None,
            groups.get(number, decision[2]) if decision else "",
            FeedbackState(told[number][1]) if number in told else None,
            ReportId(counts) if counts != number else None,
            near.get(number, "") if number not in same_place else "",
            "" if number in same_place else Place(*r[6:11]).public().line(),
        )


def _incidents(rows: Iterable[Any]) -> int:
    return len({r[4] for r in rows})
