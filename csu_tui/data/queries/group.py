"""Task and Finish Groups: all, one, those of a report, and those that report back."""

import sqlite3
from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import date
from typing import Any

from csu_tui.data.queries.incident import incident
from csu_tui.domain.agenda import Step
from csu_tui.domain.errors import RuleError
from csu_tui.domain.group import Group, GroupNote, GroupReport, InGroup, Member, called
from csu_tui.domain.ids import NO_REPORT, AgencyId, GroupId, MeetingId, ReportId, StepId
from csu_tui.domain.moment import Moment, from_utc_text
from csu_tui.domain.order import DueGroup
from csu_tui.domain.place import Place
from csu_tui.domain.reference import group_ref
from csu_tui.domain.report import SENSITIVE_HEADLINE
from csu_tui.domain.words import About, Decision, FeedbackState, Review, Risk, StepKind

HIDDEN = (
    "(t.about = 'person' OR EXISTS (SELECT 1 FROM group_report x JOIN report y ON y.id = x.report_id"
    " JOIN category z ON z.id = y.category_id WHERE x.group_id = t.id AND z.sensitive = 1))"
)
"""Says whether what a group `t` is called and says is not for a room.

What was written while a sensitive report was in it is about that report still: once hidden, it stays so.
"""
SQL = (
    "SELECT t.id, t.version, t.name, t.about, t.concern, t.lead_agency_id, g.short, t.report_back, t.carried_over,"
    f" t.opened, t.closed, t.outcome, t.meeting_id, {HIDDEN},"
    f" (SELECT count(DISTINCT {incident('p')}) FROM group_report x JOIN report p ON p.id = x.report_id"
    "  WHERE x.group_id = t.id AND x.undone = 0)"
    " FROM taskgroup t JOIN agency g ON g.id = t.lead_agency_id WHERE t.undone = 0"
)
STEPS = (
    f"SELECT s.id, s.version, s.number, t.id, t.name, {HIDDEN}, g.short, s.review, s.comment"
    " FROM agenda_step s JOIN taskgroup t ON t.id = s.group_id JOIN agency g ON g.id = t.lead_agency_id"
)
REPORTS = (
    f"SELECT r.id, {incident()}, r.received, CASE WHEN c.sensitive THEN ? ELSE c.name END, r.house, r.street,"
    " r.locality, r.postcode, r.unsplit, c.sensitive, (SELECT s.decision FROM agenda_step s JOIN meeting m"
    "  ON m.id = s.meeting_id WHERE s.report_id = r.id AND s.kind = 'report' AND m.state != 'abandoned'"
    "  ORDER BY s.id DESC LIMIT 1), (SELECT count(*) FROM action a WHERE a.report_id = r.id AND a.status = 'open'"
    "  AND a.withdrawn = 0), f.state"
    " FROM group_report x JOIN report r ON r.id = x.report_id JOIN category c ON c.id = r.category_id"
    " JOIN feedback f ON f.report_id = r.id WHERE x.group_id = ? AND x.undone = 0 ORDER BY r.received, r.id"
)


def _group(r: Any) -> Group:  # noqa: ANN401  a row of SQL
    return Group(
        id=GroupId(r[0]),
        version=r[1],
        name=r[2],
        about=About(r[3]),
        concern=r[4],
        lead_id=AgencyId(r[5]),
        lead=r[6],
        report_back=date.fromisoformat(r[7]) if r[7] else None,
        carried_over=r[8],
        opened=from_utc_text(r[9]),
        closed=from_utc_text(r[10]) if r[10] else None,
        outcome=r[11],
        meeting_id=None if r[12] is None else MeetingId(r[12]),
        hidden=bool(r[13]),
        count=r[14],
    )


def groups(connection: sqlite3.Connection, *, open_only: bool = False) -> tuple[Group, ...]:
    """Return the groups without what belongs to each: the open ones by report-back, then the closed, newest first."""
    where = " AND t.closed IS NULL" if open_only else ""
    order = " ORDER BY t.closed IS NOT NULL, t.closed DESC, t.report_back IS NULL, t.report_back, t.id"
    return tuple(map(_group, connection.execute(SQL + where + order)))


def group(connection: sqlite3.Connection, group_id: int) -> Group:
    """Return one group whole, nothing left out; raises RuleError where there is none."""
    r = connection.execute(f"{SQL} AND t.id = ?", (group_id,)).fetchone()
    if r is None:
        raise RuleError(f"There is no group T{group_id}.")
    return replace(
        _group(r),
        members=_members(connection, group_id),
        reports=_reports(connection, group_id),
        notes=_notes(connection, group_id),
    )


def _members(connection: sqlite3.Connection, group_id: int) -> tuple[Member, ...]:
    rows = connection.execute(
        "SELECT m.id, m.agency_id, ifnull(g.short, ''), m.name FROM group_member m LEFT JOIN agency g"
        " ON g.id = m.agency_id WHERE m.group_id = ? AND m.undone = 0 ORDER BY m.id",
        (group_id,),
    )
    return tuple(Member(r[0], None if r[1] is None else AgencyId(r[1]), r[2], r[3]) for r in rows)


def _notes(connection: sqlite3.Connection, group_id: int) -> tuple[GroupNote, ...]:
    rows = connection.execute(
        "SELECT at, who, text FROM group_note WHERE group_id = ? AND undone = 0 ORDER BY id", (group_id,)
    )
    return tuple(GroupNote(from_utc_text(r[0]), r[1], r[2]) for r in rows)


def _reports(connection: sqlite3.Connection, group_id: int) -> tuple[GroupReport, ...]:
    return tuple(
        GroupReport(
            report_id=ReportId(r[0]),
            incident=ReportId(r[1]),
            received=Moment.read(r[2]),
            headline=r[3],
            place=Place(*r[4:9]).public(),
            sensitive=bool(r[9]),
            decision=Decision(r[10]) if r[10] else None,
            open_actions=r[11],
            feedback=FeedbackState(r[12]),
        )
        for r in connection.execute(REPORTS, (SENSITIVE_HEADLINE, group_id))
    )


def of_report(connection: sqlite3.Connection, report_id: int) -> tuple[InGroup, ...]:
    """Return the groups that a report is in: at most one that is open, first, and closed ones."""
    rows = connection.execute(
        f"SELECT t.id, t.name, {HIDDEN}, g.short, t.report_back, t.closed FROM group_report q"
        " JOIN taskgroup t ON t.id = q.group_id JOIN agency g ON g.id = t.lead_agency_id"
        " WHERE q.report_id = ? AND q.undone = 0 AND t.undone = 0 ORDER BY t.closed IS NOT NULL, t.id DESC",
        (report_id,),
    )
    return tuple(
        InGroup(GroupId(r[0]), r[1], bool(r[2]), r[3], date.fromisoformat(r[4]) if r[4] else None, r[5] is not None)
        for r in rows
    )


def came_of(connection: sqlite3.Connection, report_ids: Sequence[int]) -> dict[int, str]:
    """Say of each report which group took it last, and what came of that as far as a room may read it."""
    rows = connection.execute(
        f"SELECT q.report_id, t.id, t.closed IS NOT NULL, CASE WHEN {HIDDEN} THEN '' ELSE t.outcome END"
        " FROM group_report q JOIN taskgroup t ON t.id = q.group_id WHERE q.undone = 0 AND t.undone = 0"
        f" AND q.report_id IN ({', '.join('?' * len(report_ids))}) ORDER BY t.id",
        tuple(report_ids),
    )
    return {r[0]: group_ref(r[1]) + (f", closed{f': {r[3]}' if r[3] else ''}" if r[2] else "") for r in rows}


def standing(connection: sqlite3.Connection, report_id: int) -> tuple[tuple[int, int, int | None], ...]:
    """Return where a report stands in an open group: the row, the group, and the meeting that put it in."""
    rows = connection.execute(
        "SELECT x.id, x.group_id, x.meeting_id FROM group_report x JOIN taskgroup t ON t.id = x.group_id"
        " WHERE x.report_id = ? AND x.undone = 0 AND t.undone = 0 AND t.closed IS NULL",
        (report_id,),
    )
    return tuple((r[0], r[1], r[2]) for r in rows)


def due(connection: sqlite3.Connection, today: date) -> tuple[DueGroup, ...]:
    """Return the open groups that report back today, or should have."""
    rows = connection.execute(
        "SELECT t.id, g.short, t.report_back FROM taskgroup t JOIN agency g ON g.id = t.lead_agency_id"
        " WHERE t.undone = 0 AND t.closed IS NULL AND t.report_back <= ?",
        (today.isoformat(),),
    )
    return tuple(DueGroup(GroupId(r[0]), r[1], date.fromisoformat(r[2])) for r in rows)


def steps(connection: sqlite3.Connection, meeting_id: int) -> tuple[Step, ...]:
    """Return a meeting's steps on groups; the comment of a hidden group's step included."""
    rows = connection.execute(f"{STEPS} WHERE s.meeting_id = ? AND s.kind = 'group' ORDER BY s.number", (meeting_id,))
    return tuple(map(_step, rows))


def step(connection: sqlite3.Connection, step_id: int) -> Step:
    """Return one step on a group."""
    return _step(connection.execute(f"{STEPS} WHERE s.id = ?", (step_id,)).fetchone())


def _step(r: Any) -> Step:  # noqa: ANN401  a row of SQL
    found = coming(GroupId(r[3]), r[6], r[2], name=r[4], hidden=bool(r[5]))
    return replace(found, id=StepId(r[0]), version=r[1], review=Review(r[7]) if r[7] else None, comment=r[8])


def coming(group_id: GroupId, lead: str, number: int, *, name: str, hidden: bool) -> Step:
    """Return the step that a group takes on an agenda, before it is on one."""
    return Step(
        id=StepId(0),
        version=0,
        number=number,
        kind=StepKind.GROUP,
        report_id=NO_REPORT,
        action_id=None,
        headline=called(group_id) if hidden else name,
        place=Place(),
        risk=Risk.STANDARD,
        sensitive=hidden,
        late=False,
        held_over=False,
        raised=False,
        decision=None,
        reason="",
        linked_id=None,
        review=None,
        comment="",
        agency=lead,
        group_id=group_id,
    )


def step_of(connection: sqlite3.Connection, meeting_id: int, group_id: int) -> int | None:
    """Return the step that a group has in a meeting."""
    r = connection.execute(
        "SELECT id FROM agenda_step WHERE group_id = ? AND meeting_id = ?", (group_id, meeting_id)
    ).fetchone()
    return int(r[0]) if r else None


def of_meeting(connection: sqlite3.Connection, meeting_id: int) -> tuple[GroupId, ...]:
    """Return the groups that a meeting heard, started, or put reports into."""
    rows = connection.execute(
        "SELECT group_id FROM agenda_step WHERE meeting_id = ?1 AND kind = 'group'"
        " UNION SELECT id FROM taskgroup WHERE meeting_id = ?1 AND undone = 0"
        " UNION SELECT x.group_id FROM group_report x JOIN taskgroup t ON t.id = x.group_id AND t.undone = 0"
        "  WHERE x.meeting_id = ?1 AND x.undone = 0 ORDER BY 1",
        (meeting_id,),
    )
    return tuple(GroupId(r[0]) for r in rows)


def added_in(connection: sqlite3.Connection, meeting_id: int, group_id: int) -> tuple[int, ...]:
    """Return the reports that a meeting put into a group."""
    rows = connection.execute(
        "SELECT report_id FROM group_report WHERE meeting_id = ? AND group_id = ? AND undone = 0 ORDER BY report_id",
        (meeting_id, group_id),
    )
    return tuple(int(r[0]) for r in rows)


def touched_since(connection: sqlite3.Connection, group_id: int, own: Set[str]) -> bool:
    """Say whether anything but the rows `own` (`table:id`) hangs on a group: a note, a report, a member, a step."""
    rows = connection.execute(
        "SELECT 'group_note:' || id FROM group_note WHERE group_id = ?1 AND undone = 0"
        " UNION ALL SELECT 'group_report:' || id FROM group_report WHERE group_id = ?1 AND undone = 0"
        " UNION ALL SELECT 'group_member:' || id FROM group_member WHERE group_id = ?1 AND undone = 0"
        " UNION ALL SELECT 'agenda_step:' || id FROM agenda_step WHERE group_id = ?1",
        (group_id,),
    )
    return any(r[0] not in own for r in rows)


def decided_now(connection: sqlite3.Connection, report_id: int) -> int | None:
    """Return the step by which the open meeting has decided that a group works on a report, if it has."""
    r = connection.execute(
        "SELECT s.id FROM agenda_step s JOIN meeting m ON m.id = s.meeting_id AND m.state = 'open'"
        " WHERE s.report_id = ? AND s.kind = 'report' AND s.decision = 'task and finish group'",
        (report_id,),
    ).fetchone()
    return int(r[0]) if r else None


def near(connection: sqlite3.Connection, report_id: int, since: date) -> tuple[ReportId, ...]:
    """Return the reports of a report's place since a day, itself among them; no sensitive one else."""
    rows = connection.execute(
        "SELECT p.id FROM report r JOIN report p ON p.place_key = r.place_key JOIN category c ON c.id = p.category_id"
        " WHERE r.id = ?1 AND r.place_key != '' AND p.received >= ?2 AND p.taken_back IS NULL AND p.history = 0"
        "  AND (c.sensitive = 0 OR p.id = r.id)"
        " UNION SELECT id FROM report WHERE id = ?1 ORDER BY 1",
        (report_id, since.isoformat()),
    )
    return tuple(ReportId(r[0]) for r in rows)


def of_caller(connection: sqlite3.Connection, report_id: int) -> tuple[ReportId, ...]:
    """Return the reports of a report's reporter from 6 months before it on, itself among them.

    A person's other sensitive reports are added by hand, knowingly.
    """
    rows = connection.execute(
        "SELECT p.id FROM report r JOIN reporter_key k ON k.report_id = r.id JOIN reporter_key o ON o.key = k.key"
        " AND o.received >= date(substr(r.received || '-01', 1, 10), '-6 months')"
        " JOIN report p ON p.id = o.report_id JOIN category c ON c.id = p.category_id"
        " WHERE r.id = ?1 AND p.taken_back IS NULL AND (c.sensitive = 0 OR p.id = r.id)"
        " UNION SELECT id FROM report WHERE id = ?1 ORDER BY 1",
        (report_id,),
    )
    return tuple(ReportId(r[0]) for r in rows)
