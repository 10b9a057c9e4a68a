"""The published figures counted by plain SQL that shares nothing with the product's own."""

import sqlite3
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

INCIDENT = "coalesce((SELECT l.same_as_id FROM incident_link l WHERE l.report_id = r.id AND l.undone = 0), r.id)"
DONE = (
    "SELECT count(*) FROM action a JOIN kind k ON k.id = a.kind_id WHERE a.status = 'done' AND a.withdrawn = 0"
    " AND a.finished >= :start AND a.finished < :end AND k.name = "
)
COUNTED = {
    "daily_taskings": (
        f"SELECT count(*) FROM (SELECT DISTINCT m.id, {INCIDENT} FROM action a JOIN report r ON r.id = a.report_id"
        " JOIN meeting m ON m.id = a.meeting_id WHERE m.state != 'abandoned' AND m.start >= :start AND m.start < :end"
        " AND a.withdrawn = 0 AND r.taken_back IS NULL)"
    ),
    "contacts": (
        "SELECT count(*) FROM contact WHERE undone = 0 AND means IN ('visit', 'call') AND at >= :start AND at < :end"
    ),
    "groups": "SELECT count(*) FROM taskgroup WHERE undone = 0 AND opened >= :start AND opened < :end",
    "case_reviews_raised": "SELECT count(*) FROM case_review WHERE undone = 0 AND raised >= :start AND raised < :end",
    "case_reviews_taken_forward": (
        "SELECT count(*) FROM case_review WHERE undone = 0 AND taken_forward = 1 AND decided >= :start"
        " AND decided < :end"
    ),
    "site_visits": f"{DONE}'site visit'",
    "cbo": f"{DONE}'CBO'",
    "cpw": f"{DONE}'CPW'",
    "cpn": f"{DONE}'CPN'",
    "cpn_breaches": f"{DONE}'CPN breach'",
    "closure_orders": f"{DONE}'closure order'",
    "vehicle_warning_letters": f"{DONE}'warning letter' AND k.topic = 'vehicle'",
    "asb_warning_letters": f"{DONE}'warning letter' AND k.topic = 'ASB'",
    "aba": f"{DONE}'ABA'",
    "aba_breach_letters": f"{DONE}'ABA breach letter'",
    "prevent_referrals": f"{DONE}'Prevent' AND k.family = 'referral'",
    "resident_asb_reports": (
        f"SELECT count(DISTINCT {INCIDENT}) FROM report r JOIN category c ON c.id = r.category_id WHERE c.asb = 1"
        " AND r.source = 'Resident, direct to the unit' AND r.history = 0 AND r.taken_back IS NULL"
        " AND CASE WHEN length(r.received) = 10 THEN r.received >= :first AND r.received < :after"
        " ELSE r.received >= :start AND r.received < :end END"
    ),
}


def span(year: str) -> dict[str, str]:
    """Return a financial year's first instant and the first after it, stored as the database stores them."""
    first = int(year[:4])
    days = (date(first, 4, 1), date(first + 1, 4, 1))
    begin = [datetime.combine(day, time(), ZoneInfo("Europe/London")).astimezone(UTC) for day in days]
    start, end = (f"{at:%Y-%m-%dT%H:%M:%SZ}" for at in begin)
    return {"start": start, "end": end, "first": days[0].isoformat(), "after": days[1].isoformat()}


def counted(connection: sqlite3.Connection, year: str) -> dict[str, int]:
    """Return a financial year's figures by name."""
    return {name: connection.execute(sql, span(year)).fetchone()[0] for name, sql in COUNTED.items()}
