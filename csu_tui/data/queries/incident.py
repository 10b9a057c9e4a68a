"""Reports of one incident count once: SQL that says which of them is the one that counts (SPEC 3.2).

A link always goes to the report that counts, never to one that is linked itself, so that one look-up is enough.
"""


def incident(report: str = "r") -> str:
    """Return the SQL of the number under which a report counts: its own, or that of the one it is linked to."""
    return (
        f"ifnull((SELECT l.same_as_id FROM incident_link l WHERE l.report_id = {report}.id AND l.undone = 0 LIMIT 1),"
        f" {report}.id)"
    )
