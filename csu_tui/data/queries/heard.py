"""The meetings that had a report."""

import sqlite3

from csu_tui.domain.heard import Heard
from csu_tui.domain.ids import MeetingId, ReportId
from csu_tui.domain.moment import from_utc_text
from csu_tui.domain.words import Decision, MeetingState


def heard(connection: sqlite3.Connection, report_id: int, *, private: bool) -> tuple[Heard, ...]:
    """Return the meetings that had a report, abandoned ones apart, oldest first; masked where it is sensitive."""
    hide = "0" if private else "c.sensitive"
    rows = connection.execute(
        f"SELECT m.id, m.start, m.state, s.decision, CASE WHEN {hide} THEN '' ELSE s.reason END,"
        f" CASE WHEN {hide} THEN '' ELSE s.comment END, s.linked_id FROM agenda_step s"
        " JOIN meeting m ON m.id = s.meeting_id JOIN report r ON r.id = s.report_id"
        " JOIN category c ON c.id = r.category_id"
        " WHERE s.report_id = ? AND s.kind = 'report' AND m.state != 'abandoned' ORDER BY s.id",
        (report_id,),
    )
    return tuple(
        Heard(
            MeetingId(r[0]),
            from_utc_text(r[1]),
            MeetingState(r[2]),
            Decision(r[3]) if r[3] else None,
            r[4],
            r[5],
            None if r[6] is None else ReportId(r[6]),
        )
        for r in rows
    )


def held(connection: sqlite3.Connection, report_id: int, *, private: bool) -> Heard | None:
    """Return the closed meeting that held a report over last."""
    before = [one for one in heard(connection, report_id, private=private) if one.state is MeetingState.CLOSED]
    return before[-1] if before and before[-1].decision is Decision.HOLD_OVER else None
