"""The record, read."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from csu_tui.domain.change import Change
from csu_tui.domain.feedback import told_with_words
from csu_tui.domain.ids import MeetingId
from csu_tui.domain.moment import from_utc_text

SQL = "SELECT id, at, who, what, subject, meeting_id, undoes FROM change"

OUTSIDE_UNDO = (
    "open meeting",
    "close meeting",
    "abandon meeting",
    "take over",
    "resume",
    "amend",
    "import",
    "update",
    "take back import",
    "look",
    "export",
    "first start",
    "repair",
)


def _change(r: Any) -> Change:  # noqa: ANN401  a row of SQL
    return Change(r[0], from_utc_text(r[1]), r[2], r[3], r[4], None if r[5] is None else MeetingId(r[5]), r[6])


def of_subject(connection: sqlite3.Connection, subject: str) -> tuple[Change, ...]:
    """Return the changes of one subject, oldest first, with why an action was re-dated or handed over."""
    return of_subjects(connection, (subject,))


def of_subjects(connection: sqlite3.Connection, subjects: Sequence[str]) -> tuple[Change, ...]:
    """Return the changes of a few subjects, oldest first, with why an action was re-dated or handed over."""
    rows = connection.execute(
        f"{SQL.partition(' FROM')[0]}, (SELECT after FROM change_value WHERE change_id = change.id"
        " AND (what = 'redate' OR what LIKE 'hand over:%')) FROM change"
        f" WHERE subject IN ({', '.join('?' * len(subjects))}) ORDER BY id",
        tuple(subjects),
    )
    return tuple(replace(_change(r), why=_why(r[7])) for r in rows)


BESIDE = (
    "WITH mate(id) AS (SELECT same_as_id FROM incident_link WHERE report_id = ?1"
    " UNION SELECT report_id FROM incident_link WHERE same_as_id = ?1"
    " UNION SELECT b.report_id FROM incident_link a JOIN incident_link b ON b.same_as_id = a.same_as_id"
    "  WHERE a.report_id = ?1 AND b.report_id <> ?1),"
    " done(id) AS (SELECT c.id FROM mate JOIN change c ON c.subject = 'R' || mate.id"
    " UNION SELECT c.id FROM mate JOIN action a ON a.report_id = mate.id JOIN change c ON c.subject = 'A' || a.id)"
    " SELECT c.id, c.at, c.who, c.what, c.subject, c.meeting_id, c.undoes, v.after FROM done"
    " CROSS JOIN change c ON c.id = done.id CROSS JOIN change_value v ON v.change_id = c.id"
    " WHERE instr(v.after, '\"feedback:' || ?1 || '\":') OR EXISTS (SELECT 1 FROM incident_link l"
    "  WHERE (l.report_id = ?1 OR l.same_as_id = ?1) AND instr(v.after, '\"incident_link:' || l.id || '\":'))"
    " ORDER BY c.id"
)
"""The changes on reports that were ever linked to one, and on their actions, that touched its feedback or its links."""


def beside(connection: sqlite3.Connection, report_id: int) -> tuple[Change, ...]:
    """Return what was done on other reports of the same incident that changed this one too, oldest first.

    One answer tells both, and a link has two ends, but a change has one subject; purged ones are not found.
    """
    found = []
    for r in connection.execute(BESIDE, (report_id,)):
        line = json.loads(r[7]).get(f"feedback:{report_id}") or {}
        told = r[6] is None and str(line.get("reason")).startswith(told_with_words("R"))
        found.append(replace(_change(r), beside=f"on {r[4]}{', told with it' if told else ''}"))
    return tuple(found)


def _why(after: str | None) -> str:
    images = json.loads(after) if after else {}
    return next((image["why"] for image in images.values() if image and image.get("why")), "")


def to_undo(connection: sqlite3.Connection, login: str, meeting_id: int | None, session: str) -> Change | None:
    """Return somebody's newest change not yet undone: in the open meeting, or outside any since the session began.

    What was done in a meeting that has ended is for `amend`: to undo it would leave its report decided nowhere.
    """
    r = connection.execute(
        f"{SQL} c WHERE id IN (SELECT id FROM change WHERE meeting_id = ? UNION ALL"
        " SELECT id FROM change WHERE session = ? AND meeting_id IS NULL) AND who = ? AND undoes IS NULL"
        f" AND substr(what, 1, instr(what || ':', ':') - 1) NOT IN ({','.join('?' * len(OUTSIDE_UNDO))})"
        " AND NOT EXISTS (SELECT 1 FROM change u WHERE u.undoes = c.id) ORDER BY id DESC LIMIT 1",
        (meeting_id, session, login, *OUTSIDE_UNDO),
    ).fetchone()
    return _change(r) if r else None


def images(connection: sqlite3.Connection, change_id: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a change's rows before and after; empty once purged."""
    r = connection.execute("SELECT before, after FROM change_value WHERE change_id = ?", (change_id,)).fetchone()
    return (json.loads(r[0]), json.loads(r[1])) if r else ({}, {})


def later(connection: sqlite3.Connection, change_id: int, key: str) -> Change | None:
    """Return the newest change after one that touched the row `table:id`, undone ones and undoings apart."""
    r = connection.execute(
        f"{SQL} c JOIN change_value v ON v.change_id = c.id WHERE c.id > ? AND instr(v.after, ?) AND undoes IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM change u WHERE u.undoes = c.id) ORDER BY c.id DESC LIMIT 1",
        (change_id, f'"{key}":'),
    ).fetchone()
    return _change(r) if r else None


def image_after(connection: sqlite3.Connection, change_id: int, key: str) -> dict[str, Any] | None:
    """Return the row `table:id` as a change left it; None if nobody has touched it since."""
    r = connection.execute(
        "SELECT before FROM change_value WHERE change_id > ? AND instr(after, ?) ORDER BY change_id LIMIT 1",
        (change_id, f'"{key}":'),
    ).fetchone()
    found: dict[str, Any] | None = json.loads(r[0]).get(key) if r else None
    return found


def as_opened(connection: sqlite3.Connection, meeting_id: int, key: str) -> dict[str, Any] | None:
    """Return the row `table:id` as a meeting found it when it opened; None if nobody has touched it since."""
    r = connection.execute(
        "SELECT v.before FROM change c JOIN change_value v ON v.change_id = c.id WHERE c.id >"
        " (SELECT min(id) FROM change WHERE meeting_id = ?) AND instr(v.after, ?) ORDER BY c.id LIMIT 1",
        (meeting_id, f'"{key}":'),
    ).fetchone()
    found: dict[str, Any] | None = json.loads(r[0]).get(key) if r else None
    return found
