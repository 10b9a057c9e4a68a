"""Reports of one incident count once: SQL that says which of them is the one that counts (SPEC 3.2).

A link always goes to the report that counts, never to one that is linked itself, so that one look-up is enough.
"""

import sqlite3

from csu_tui.domain.ids import ReportId

MATES = (
    "SELECT h.id FROM (SELECT ifnull((SELECT same_as_id FROM incident_link WHERE report_id = ?1 AND undone = 0), ?1)"
    " AS id) h UNION ALL SELECT l.report_id FROM incident_link l WHERE l.undone = 0 AND l.same_as_id ="
    " ifnull((SELECT same_as_id FROM incident_link WHERE report_id = ?1 AND undone = 0), ?1)"
)


def incident(report: str = "r") -> str:
    """Return the SQL of the number under which a report counts: its own, or that of the one it is linked to."""
    return (
        f"ifnull((SELECT l.same_as_id FROM incident_link l WHERE l.report_id = {report}.id AND l.undone = 0 LIMIT 1),"
        f" {report}.id)"
    )


def mates(connection: sqlite3.Connection, report_id: int) -> tuple[int, ...]:
    """Return the reports of one incident, the one that counts first; of a report without a link itself alone."""
    first, *rest = (int(r[0]) for r in connection.execute(MATES, (report_id,)))
    return (first, *sorted(rest))


def head(connection: sqlite3.Connection, report_id: int) -> ReportId | None:
    """Return the report that a report is linked to."""
    r = connection.execute(
        "SELECT same_as_id FROM incident_link WHERE report_id = ? AND undone = 0", (report_id,)
    ).fetchone()
    return ReportId(r[0]) if r else None


def sharers(connection: sqlite3.Connection, report_id: int) -> tuple[ReportId, ...]:
    """Return the other reports of the same incident whose reporters one answer tells too."""
    first = head(connection, report_id) or ReportId(report_id)
    rows = connection.execute(
        "SELECT report_id FROM incident_link WHERE same_as_id = ? AND undone = 0 AND shares_feedback = 1", (first,)
    )
    sharing = {first, *(ReportId(r[0]) for r in rows)}
    return tuple(sorted(sharing - {report_id})) if report_id in sharing else ()


def doubled(connection: sqlite3.Connection, report_id: int) -> bool:
    """Say whether a report is linked twice, or to one that is linked itself, or is linked and counts for others."""
    r = connection.execute(
        "SELECT (SELECT count(*) FROM incident_link WHERE report_id = ?1 AND undone = 0) AS own,"
        " EXISTS (SELECT 1 FROM incident_link WHERE same_as_id = ?1 AND undone = 0),"
        " EXISTS (SELECT 1 FROM incident_link a JOIN incident_link b ON b.report_id = a.same_as_id AND b.undone = 0"
        "  WHERE a.report_id = ?1 AND a.undone = 0)",
        (report_id,),
    ).fetchone()
    return bool(r[0] > 1 or (r[0] and r[1]) or r[2])
