"""The steps of a meeting, and what waits for the next one."""

import sqlite3
from typing import Any

from csu_tui.data.queries import action as actions
from csu_tui.data.queries import group as groups
from csu_tui.data.queries.incident import incident
from csu_tui.domain.agenda import Step
from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import ActionId, ReportId, StepId
from csu_tui.domain.lookback import LATELY
from csu_tui.domain.moment import Moment
from csu_tui.domain.order import Waiting
from csu_tui.domain.place import Place
from csu_tui.domain.report import SENSITIVE_HEADLINE
from csu_tui.domain.words import NOT_REVIEWED, Decision, Review, Risk, StepKind

SEEN = (
    f"CASE WHEN r.place_key = '' THEN 0 ELSE (SELECT count(DISTINCT nullif({incident('p')}, {incident('r')}))"
    " FROM report p WHERE p.place_key = r.place_key AND p.received <= r.received"
    f" AND p.received >= date(substr(r.received || '-01', 1, 10), '-{LATELY} days') AND p.taken_back IS NULL) END"
)
"""How many incidents there were at a report's place lately, its own apart; answered from indexes alone."""
SQL = (
    "SELECT s.id, s.version, s.number, s.kind, r.id, s.action_id, CASE WHEN c.sensitive THEN ? ELSE c.name END,"
    " r.house, r.street, r.locality, r.postcode, r.unsplit, r.risk, c.sensitive, s.late, s.held_over, s.raised,"
    f" s.decision, s.reason, s.linked_id, s.review, s.comment, g.short, {SEEN}, r.taken_back IS NOT NULL,"
    " r.history AND s.kind = 'report', k.name"
    " FROM agenda_step s LEFT JOIN action a ON a.id = s.action_id LEFT JOIN agency g ON g.id = a.agency_id"
    " LEFT JOIN kind k ON k.id = a.kind_id"
    " JOIN report r ON r.id = ifnull(s.report_id, a.report_id) JOIN category c ON c.id = r.category_id"
)


def _step(r: Any, owners: tuple[str, ...]) -> Step:  # noqa: ANN401  a row of SQL
    sensitive = bool(r[13])
    return Step(
        id=StepId(r[0]),
        version=r[1],
        number=r[2],
        kind=StepKind(r[3]),
        report_id=ReportId(r[4]),
        action_id=None if r[5] is None else ActionId(r[5]),
        headline=r[6],
        place=Place(*r[7:12]).public(),
        risk=Risk(r[12]),
        sensitive=sensitive,
        late=bool(r[14]),
        held_over=bool(r[15]),
        raised=bool(r[16]),
        decision=Decision(r[17]) if r[17] else None,
        reason=r[18],
        linked_id=None if r[19] is None else ReportId(r[19]),
        review=Review(r[20]) if r[20] else None,
        comment=r[21],
        agency=r[22] or "",
        task="" if sensitive else r[26] or "",
        owners=owners,
        seen=0 if sensitive else r[23],
        taken_back=bool(r[24]),
        history=bool(r[25]),
    )


def steps(connection: sqlite3.Connection, meeting_id: int) -> tuple[Step, ...]:
    """Return a meeting's steps in their fixed order, reasons and comments of what is sensitive included."""
    made = actions.made_in(connection, meeting_id)
    rows = connection.execute(f"{SQL} WHERE s.meeting_id = ? ORDER BY s.number", (SENSITIVE_HEADLINE, meeting_id))
    found = [
        _step(r, tuple(dict.fromkeys(a.agency for a in made.get(r[4], ()))) if r[3] == StepKind.REPORT else ())
        for r in rows
    ]
    due = groups.steps(connection, meeting_id)
    return tuple(sorted((*found, *due), key=lambda one: one.number) if due else found)


def step(connection: sqlite3.Connection, step_id: int) -> tuple[Step, int]:
    """Return one step and its meeting's number; raises RuleError where there is none."""
    found = connection.execute("SELECT meeting_id, kind FROM agenda_step WHERE id = ?", (step_id,)).fetchone()
    if found is None:
        raise RuleError("There is no such step: open the agenda again.")
    meeting = int(found[0])
    if found[1] == StepKind.GROUP:
        return groups.step(connection, step_id), meeting
    r = connection.execute(f"{SQL} WHERE s.id = ?", (SENSITIVE_HEADLINE, step_id)).fetchone()
    made = actions.made_in(connection, meeting).get(r[4], ())
    return _step(r, tuple(dict.fromkeys(a.agency for a in made))), meeting


def waiting(connection: sqlite3.Connection) -> tuple[tuple[Waiting, str], ...]:
    """Return the reports that the next meeting takes, each with its source."""
    rows = connection.execute(
        "SELECT r.id, r.risk, r.received, EXISTS (SELECT 1 FROM agenda_step s JOIN meeting m ON m.id = s.meeting_id"
        " AND m.state = 'closed' WHERE s.report_id = r.id AND s.kind = 'report'), r.source"
        " FROM report r WHERE r.waiting = 1 AND r.history = 0"
    )
    return tuple((Waiting(ReportId(r[0]), Risk(r[1]), Moment.read(r[2]), bool(r[3])), r[4]) for r in rows)


def waiting_steps(connection: sqlite3.Connection, report_ids: tuple[int, ...]) -> dict[int, Any]:
    """Return what a room may read of reports not yet on an agenda: headline, place, risk, sensitive, seen."""
    found: dict[int, Any] = {}
    for report_id in report_ids:
        r = connection.execute(
            "SELECT CASE WHEN c.sensitive THEN ? ELSE c.name END, r.house, r.street, r.locality, r.postcode, r.unsplit,"
            f" r.risk, c.sensitive, {SEEN} FROM report r JOIN category c ON c.id = r.category_id WHERE r.id = ?",
            (SENSITIVE_HEADLINE, report_id),
        ).fetchone()
        found[report_id] = (r[0], Place(*r[1:6]).public(), Risk(r[6]), bool(r[7]), r[8])
    return found


def step_of_report(connection: sqlite3.Connection, meeting_id: int, report_id: int) -> int | None:
    """Return the step that a report has in a meeting."""
    r = connection.execute(
        "SELECT id FROM agenda_step WHERE report_id = ? AND meeting_id = ? AND kind = 'report'", (report_id, meeting_id)
    ).fetchone()
    return int(r[0]) if r else None


def step_of_action(connection: sqlite3.Connection, meeting_id: int, action_id: int) -> int | None:
    """Return the step that an action has in a meeting."""
    r = connection.execute(
        "SELECT id FROM agenda_step WHERE action_id = ? AND meeting_id = ?", (action_id, meeting_id)
    ).fetchone()
    return int(r[0]) if r else None


def standing(connection: sqlite3.Connection, report_id: int) -> str | None:
    """Return the decision that stands on a report: that of its latest meeting not abandoned."""
    r = connection.execute(
        "SELECT s.decision FROM agenda_step s JOIN meeting m ON m.id = s.meeting_id WHERE s.report_id = ?"
        " AND s.kind = 'report' AND m.state != 'abandoned' ORDER BY s.id DESC LIMIT 1",
        (report_id,),
    ).fetchone()
    return str(r[0]) if r and r[0] else None


def was_before(connection: sqlite3.Connection, report_id: int, meeting_id: int) -> bool:
    """Say whether an earlier meeting, not abandoned, had a report."""
    r = connection.execute(
        "SELECT 1 FROM agenda_step s JOIN meeting m ON m.id = s.meeting_id WHERE s.report_id = ? AND s.kind = 'report'"
        " AND m.state != 'abandoned' AND m.id < ? LIMIT 1",
        (report_id, meeting_id),
    ).fetchone()
    return r is not None


def was_on_one(connection: sqlite3.Connection, report_id: int) -> bool:
    """Say whether any meeting, not abandoned, had a report."""
    r = connection.execute(
        "SELECT 1 FROM agenda_step s JOIN meeting m ON m.id = s.meeting_id WHERE s.report_id = ? AND s.kind = 'report'"
        " AND m.state != 'abandoned' LIMIT 1",
        (report_id,),
    ).fetchone()
    return r is not None


def left_unreviewed(connection: sqlite3.Connection, meeting_id: int) -> frozenset[int]:
    """Return the steps of due actions that a meeting knowingly left unreviewed."""
    rows = connection.execute(
        "SELECT id FROM agenda_step WHERE meeting_id = ? AND review IS NULL AND review_note = ?",
        (meeting_id, NOT_REVIEWED),
    )
    return frozenset(r[0] for r in rows)
