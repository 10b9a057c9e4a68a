"""Actions, of one report or of everybody."""

import sqlite3
from collections.abc import Sequence
from datetime import date

from csu_tui.domain.action import Action
from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import ActionId, AgencyId, KindId, MeetingId, OfficerId, ReportId
from csu_tui.domain.stroke import ActionFilter
from csu_tui.domain.words import ActionStatus, Family

COLUMNS = (
    "a.id, a.version, a.report_id, a.meeting_id, a.agency_id, g.short, a.officer_id, ifnull(o.name, ''),"
    " a.kind_id, k.name, k.family, a.text, a.due, a.status, a.outcome, a.carried_over, a.touched"
)
SQL = (
    f"SELECT {COLUMNS}"
    " FROM action a JOIN agency g ON g.id = a.agency_id JOIN kind k ON k.id = a.kind_id"
    " LEFT JOIN officer o ON o.id = a.officer_id WHERE a.withdrawn = 0"
)


def made(r: Sequence[object]) -> Action:
    """Make an action of a row that begins with `COLUMNS`."""
    return Action(
        ActionId(int(str(r[0]))),
        int(str(r[1])),
        ReportId(int(str(r[2]))),
        None if r[3] is None else MeetingId(int(str(r[3]))),
        AgencyId(int(str(r[4]))),
        str(r[5]),
        None if r[6] is None else OfficerId(int(str(r[6]))),
        str(r[7]),
        KindId(int(str(r[8]))),
        str(r[9]),
        Family(str(r[10])),
        str(r[11]),
        date.fromisoformat(str(r[12])),
        ActionStatus(str(r[13])),
        str(r[14]),
        int(str(r[15])),
        bool(r[16]),
    )


def of_report(connection: sqlite3.Connection, report_id: int) -> tuple[Action, ...]:
    """Return a report's actions in the order they were made, the withdrawn ones apart."""
    return tuple(made(r) for r in connection.execute(f"{SQL} AND a.report_id = ? ORDER BY a.id", (report_id,)))


def of_reports(connection: sqlite3.Connection, report_ids: Sequence[int]) -> dict[int, tuple[Action, ...]]:
    """Return the actions of a few reports, by report."""
    marks = ", ".join("?" * len(report_ids))
    rows = connection.execute(f"{SQL} AND a.report_id IN ({marks}) ORDER BY a.id", tuple(report_ids))
    found: dict[int, tuple[Action, ...]] = {}
    for one in map(made, rows):
        found[one.report_id] = (*found.get(one.report_id, ()), one)
    return found


def action(connection: sqlite3.Connection, action_id: int) -> Action:
    """Return one action; raises RuleError where there is none or it was withdrawn."""
    found = connection.execute(f"{SQL} AND a.id = ?", (action_id,)).fetchone()
    if found is None:
        raise RuleError(f"There is no action A{action_id}.")
    return made(found)


def listed(connection: sqlite3.Connection, wanted: ActionFilter, today: date) -> tuple[Action, ...]:
    """Return the actions that a filter lets through, oldest due first."""
    where, values = "", list[object]()
    if wanted.agency_id is not None:
        where, values = where + " AND a.agency_id = ?", [*values, wanted.agency_id]
    if wanted.officer_id is not None:
        where, values = where + " AND a.officer_id = ?", [*values, wanted.officer_id]
    if wanted.status != "all":
        where, values = where + " AND a.status = ?", [*values, wanted.status]
    if wanted.overdue:
        where, values = where + " AND a.status = 'open' AND a.due < ?", [*values, today.isoformat()]
    return tuple(made(r) for r in connection.execute(f"{SQL}{where} ORDER BY a.due, g.name, a.id", values))


def due(connection: sqlite3.Connection, today: date) -> tuple[Action, ...]:
    """Return the open actions that are overdue or due today."""
    rows = connection.execute(
        f"{SQL} AND a.status = 'open' AND a.due <= ? ORDER BY g.name, a.due, a.id", (today.isoformat(),)
    )
    return tuple(made(r) for r in rows)


def due_counts(connection: sqlite3.Connection, today: date) -> tuple[int, int]:
    """Return how many open actions are overdue, and how many due today."""
    day = today.isoformat()
    r = connection.execute(
        "SELECT ifnull(sum(due < ?), 0), ifnull(sum(due = ?), 0) FROM action"
        " WHERE status = 'open' AND withdrawn = 0 AND due <= ?",
        (day, day, day),
    ).fetchone()
    return int(r[0]), int(r[1])


def made_in(connection: sqlite3.Connection, meeting_id: int) -> dict[int, tuple[Action, ...]]:
    """Return the standing actions made in a meeting, by report."""
    found: dict[int, tuple[Action, ...]] = {}
    for r in connection.execute(f"{SQL} AND a.meeting_id = ? ORDER BY a.id", (meeting_id,)):
        one = made(r)
        found[one.report_id] = (*found.get(one.report_id, ()), one)
    return found
