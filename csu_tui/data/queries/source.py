"""Imports and the conflicts that they left."""

import sqlite3
from typing import Any

from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import ImportId
from csu_tui.domain.moment import from_utc_text
from csu_tui.domain.source import Import

SQL = (
    "SELECT id, started, who, file, source, map, history, read, added, updated, unchanged, conflicts, refused,"
    " taken_back FROM import"
)


def _import(r: Any) -> Import:  # noqa: ANN401  a row of SQL
    taken_back = from_utc_text(r[13]) if r[13] else None
    return Import(
        ImportId(r[0]),
        from_utc_text(r[1]),
        r[2],
        r[3],
        r[4],
        r[5],
        bool(r[6]),
        r[7],
        r[8],
        r[9],
        r[10],
        r[11],
        r[12],
        taken_back,
    )


def imports(connection: sqlite3.Connection) -> tuple[Import, ...]:
    """Return every import, newest first."""
    return tuple(_import(r) for r in connection.execute(f"{SQL} ORDER BY id DESC"))


def one_import(connection: sqlite3.Connection, import_id: int) -> Import:
    """Return one import; raises RuleError where there is none."""
    r = connection.execute(f"{SQL} WHERE id = ?", (import_id,)).fetchone()
    if r is None:
        raise RuleError(f"There is no import I{import_id}.")
    return _import(r)


def untouched(connection: sqlite3.Connection, import_id: int) -> tuple[tuple[int, bool], ...]:
    """Return an import's reports that nobody has decided, tasked, contacted or linked; True where one is on a step."""
    rows = connection.execute(
        "SELECT r.id, EXISTS (SELECT 1 FROM agenda_step s WHERE s.report_id = r.id) FROM report r"
        " WHERE r.import_id = ? AND r.taken_back IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM agenda_step s WHERE s.report_id = r.id AND (s.decision IS NOT NULL"
        "  OR s.comment != ''))"
        " AND NOT EXISTS (SELECT 1 FROM agenda_step s WHERE s.linked_id = r.id)"
        " AND NOT EXISTS (SELECT 1 FROM action a WHERE a.report_id = r.id)"
        " AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.report_id = r.id)"
        " AND NOT EXISTS (SELECT 1 FROM incident_link l WHERE l.report_id = r.id)"
        " AND NOT EXISTS (SELECT 1 FROM incident_link l WHERE l.same_as_id = r.id)"
        " AND NOT EXISTS (SELECT 1 FROM group_report g WHERE g.report_id = r.id)"
        " AND NOT EXISTS (SELECT 1 FROM case_review k WHERE k.report_id = r.id)"
        " AND NOT EXISTS (SELECT 1 FROM legal_hold h WHERE h.report_id = r.id)"
        " ORDER BY r.id",
        (import_id,),
    )
    return tuple((r[0], bool(r[1])) for r in rows)


def worked_on(connection: sqlite3.Connection, report_id: int) -> bool:
    """Say whether a contact, an action, a link, a case review or a group that stands belongs to a report."""
    r = connection.execute(
        "SELECT 1 WHERE EXISTS (SELECT 1 FROM contact WHERE report_id = ?1 AND undone = 0)"
        " OR EXISTS (SELECT 1 FROM action WHERE report_id = ?1 AND withdrawn = 0)"
        " OR EXISTS (SELECT 1 FROM incident_link WHERE report_id = ?1 AND undone = 0)"
        " OR EXISTS (SELECT 1 FROM incident_link WHERE same_as_id = ?1 AND undone = 0)"
        " OR EXISTS (SELECT 1 FROM case_review WHERE report_id = ?1 AND undone = 0)"
        " OR EXISTS (SELECT 1 FROM group_report WHERE report_id = ?1 AND undone = 0)",
        (report_id,),
    ).fetchone()
    return r is not None


def updated_since(connection: sqlite3.Connection, meeting_id: int) -> int:
    """Return how many reports, decided, got new content from their source since a meeting opened."""
    r = connection.execute(
        "SELECT count(DISTINCT r.id) FROM change c JOIN report r ON r.id = CAST(substr(c.subject, 2) AS INTEGER)"
        " WHERE c.id > (SELECT min(id) FROM change WHERE meeting_id = ?) AND c.what = 'update: source sent new content'"
        " AND r.taken_back IS NULL AND EXISTS (SELECT 1 FROM agenda_step s JOIN meeting m ON m.id = s.meeting_id"
        "  AND m.state != 'abandoned' WHERE s.report_id = r.id AND s.decided < c.at)",
        (meeting_id,),
    ).fetchone()
    return int(r[0])


def conflicts(connection: sqlite3.Connection) -> tuple[tuple[int, int, int | None, str, str], ...]:
    """Return the unsettled conflicts: number, report, import, field, what was sent."""
    rows = connection.execute(
        "SELECT v.id, v.report_id, v.import_id, v.field, v.value"
        " FROM source_value v INDEXED BY source_value_open JOIN report r ON r.id = v.report_id"
        " WHERE v.conflict = 1 AND v.settled IS NULL AND r.taken_back IS NULL ORDER BY v.id"
    )
    return tuple((r[0], r[1], r[2], r[3], r[4]) for r in rows)
