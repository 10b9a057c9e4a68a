"""What an action sheet is known again by."""

import sqlite3


def record_began(connection: sqlite3.Connection) -> str:
    """Return the hash of the record's first change: one unit's alone, and the same for ever, renamed or not."""
    found = connection.execute("SELECT hash FROM change ORDER BY id LIMIT 1").fetchone()
    return str(found[0]) if found else ""


def contact_known(
    connection: sqlite3.Connection, action_id: int, means: str, reached: bool, since: str, to: str
) -> bool:
    """Say whether an attempt for this action was kept already, between two stored times (`to` not included)."""
    found = connection.execute(
        "SELECT 1 FROM contact WHERE report_id = (SELECT report_id FROM action WHERE id = ?) AND action_id = ?"
        " AND means = ? AND reached = ? AND at >= ? AND at < ? AND undone = 0 LIMIT 1",
        (action_id, action_id, means, int(reached), since, to),
    ).fetchone()
    return found is not None
