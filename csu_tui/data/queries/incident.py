"""Reports of one incident count once: SQL that says which of them is the one that counts (SPEC 3.2).

A link always goes to the report that counts, never to one that is linked itself, so that one look-up is enough.
"""

import sqlite3

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
