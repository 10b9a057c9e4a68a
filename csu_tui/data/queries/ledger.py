"""The ledger: contacts, feedback, who is owed an answer."""

import sqlite3
from datetime import date

from csu_tui.domain.action import Contact
from csu_tui.domain.ids import ActionId, AgencyId, ContactId, ReportId
from csu_tui.domain.ledger import Feedback
from csu_tui.domain.moment import from_utc_text
from csu_tui.domain.words import FeedbackState, Means

COLUMNS = (
    "f.report_id, f.version, f.state, f.due, f.agency_id, ifnull(g.short, ''), f.reason, f.attempts, f.told, f.means,"
    " f.via_done"
)
FEEDBACK = f"SELECT {COLUMNS} FROM feedback f LEFT JOIN agency g ON g.id = f.agency_id"


def made(r: sqlite3.Row | tuple[object, ...]) -> Feedback:
    """Make a line of the ledger of a row that begins with `COLUMNS`."""
    return Feedback(
        report_id=ReportId(int(str(r[0]))),
        version=int(str(r[1])),
        state=FeedbackState(str(r[2])),
        due=date.fromisoformat(str(r[3])) if r[3] else None,
        agency_id=None if r[4] is None else AgencyId(int(str(r[4]))),
        agency=str(r[5]),
        reason=str(r[6]),
        attempts=int(str(r[7])),
        told=from_utc_text(str(r[8])) if r[8] else None,
        means=Means(str(r[9])) if r[9] else None,
        via_done=bool(r[10]),
    )


def feedback(connection: sqlite3.Connection, report_id: int) -> Feedback:
    """Return the ledger's line of one report; history that was never touched has an `unknown` one."""
    r = connection.execute(f"{FEEDBACK} WHERE f.report_id = ?", (report_id,)).fetchone()
    return made(r) if r else Feedback(ReportId(report_id), 0, FeedbackState.UNKNOWN)


def contacts(connection: sqlite3.Connection, report_id: int) -> tuple[Contact, ...]:
    """Return the attempts to reach a report's reporter, oldest first."""
    rows = connection.execute(
        "SELECT c.id, c.report_id, c.action_id, c.agency_id, g.short, ifnull(o.name, ''), c.at, c.means,"
        " c.reached, c.note"
        " FROM contact c JOIN agency g ON g.id = c.agency_id LEFT JOIN officer o ON o.id = c.officer_id"
        " WHERE c.report_id = ? AND c.undone = 0 ORDER BY c.at, c.id",
        (report_id,),
    )
    return tuple(
        Contact(
            ContactId(r[0]),
            ReportId(r[1]),
            None if r[2] is None else ActionId(r[2]),
            AgencyId(r[3]),
            r[4],
            r[5],
            from_utc_text(r[6]),
            Means(r[7]),
            bool(r[8]),
            r[9],
        )
        for r in rows
    )


DECIDED = (
    " FROM feedback f JOIN report r ON r.id = f.report_id WHERE r.history = 0 AND r.taken_back IS NULL AND EXISTS"
    " (SELECT 1 FROM agenda_step s JOIN meeting m ON m.id = s.meeting_id AND m.state != 'abandoned'"
    "  WHERE s.report_id = r.id AND s.kind = 'report' AND s.decision IS NOT NULL AND s.decision != 'hold over')"
)


def counts(connection: sqlite3.Connection) -> dict[FeedbackState, int]:
    """Return how many decided reports that are not history stand in each state."""
    found = dict.fromkeys(FeedbackState, 0)
    for state, number in connection.execute(f"SELECT f.state, count(*){DECIDED} GROUP BY f.state"):
        found[FeedbackState(state)] = number
    return found


def owed(connection: sqlite3.Connection) -> tuple[tuple[Feedback, str], ...]:
    """Return who is owed an answer, with the route by which they want it, the earliest due first."""
    rows = connection.execute(
        "SELECT f.report_id, f.version, f.state, f.due, f.agency_id, ifnull(g.short, ''), f.reason, f.attempts, f.told,"
        " f.means, f.via_done, r.route FROM feedback f INDEXED BY feedback_owed JOIN report r ON r.id = f.report_id"
        " LEFT JOIN agency g ON g.id = f.agency_id WHERE f.state IN ('due', 'attempted') AND f.due IS NOT NULL"
        " AND r.history = 0 AND r.taken_back IS NULL ORDER BY f.due, f.report_id"
    )
    return tuple((made(r), r[11]) for r in rows)


def overdue(connection: sqlite3.Connection, today: date) -> int:
    """Return how many reporters should have been told before today."""
    r = connection.execute(
        "SELECT count(*) FROM feedback f INDEXED BY feedback_owed JOIN report r ON r.id = f.report_id"
        " WHERE f.state IN ('due', 'attempted') AND f.due IS NOT NULL AND f.due < ? AND r.history = 0"
        " AND r.taken_back IS NULL",
        (today.isoformat(),),
    ).fetchone()
    return int(r[0])
