"""ASB Case Reviews: what their rule counts, by the keys of reporter and place, and the record of those raised."""

import sqlite3
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from csu_tui.data.queries.incident import incident
from csu_tui.data.queries.unit import settings
from csu_tui.domain.case_review import CaseReview, CaseReviewFlag, Complaint, Thresholds, earliest, flagged
from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import CaseReviewId, MeetingId, ReportId
from csu_tui.domain.moment import Moment
from csu_tui.domain.place import Place
from csu_tui.domain.report import SENSITIVE_HEADLINE

_BETWEEN = "\x1f"
"""Keeps keys apart that are read as one text."""
_COMPLAINT = (
    f"p.id, p.received, p.occurred, c.asb, c.sensitive, {incident('p')}, CASE WHEN p.reporter_kind IN"
    " ('anonymous', 'not stated') THEN NULL ELSE (SELECT group_concat(k.key, char(31)) FROM reporter_key k"
    " WHERE k.report_id = p.id) END"
)
AT_HAND = f"SELECT {_COMPLAINT}, p.place_key FROM report p JOIN category c ON c.id = p.category_id WHERE p.id = ?"
THEIRS = (
    f"SELECT DISTINCT {_COMPLAINT} FROM reporter_key m CROSS JOIN reporter_key o ON o.key = m.key"
    " AND o.received >= ? AND o.received < ? CROSS JOIN report p ON p.id = o.report_id AND p.taken_back IS NULL"
    " JOIN category c ON c.id = p.category_id WHERE m.report_id = ? AND c.asb"
)
HERE = (
    f"SELECT {_COMPLAINT} FROM report p JOIN category c ON c.id = p.category_id WHERE p.place_key = ?"
    " AND p.received >= ? AND p.received < ? AND p.taken_back IS NULL AND c.asb"
)
_REVIEW = (
    "SELECT v.id, v.version, v.report_id, CASE WHEN c.sensitive THEN ? ELSE c.name END, r.house, r.street, r.locality,"
    " r.postcode, r.unsplit, c.sensitive, v.raised, v.threshold_met, v.taken_forward, v.decided, v.reason, v.outcome,"
    " v.closed{more} FROM case_review v JOIN report r ON r.id = v.report_id JOIN category c ON c.id = r.category_id"
)
ALL = _REVIEW.format(more="") + " WHERE v.undone = 0{where} ORDER BY v.id DESC"
_THEIRS = (
    f"(v.report_id = a.id OR {incident('r')} = {incident('a')} OR EXISTS (SELECT 1 FROM reporter_key m"
    " JOIN reporter_key o ON o.key = m.key AND o.report_id = v.report_id WHERE m.report_id = a.id))"
)
RELATED = (
    f"SELECT * FROM ({_REVIEW.format(more=f', {_THEIRS} AS theirs, r.place_key = a.place_key AS here')}"
    " JOIN report a ON a.id = ? WHERE v.undone = 0) WHERE theirs OR here ORDER BY id DESC"
)


def thresholds(connection: sqlite3.Connection) -> Thresholds:
    """Return the unit's numbers."""
    found = settings(connection)
    names = ("months", "behaviour_months", "explain", "met", "people")
    return Thresholds(**{name: int(found[f"case_review_{name}"]) for name in names})


def flag(connection: sqlite3.Connection, report_id: int) -> CaseReviewFlag:
    """Return how near a report's reporter and its problem are to a case review, and the reviews there are.

    Statements do not grow with history; a taken back report counts nowhere.
    """
    row = connection.execute(AT_HAND, (report_id,)).fetchone()
    if row is None:
        raise RuleError(f"There is no report R{report_id}.")
    unit, at_hand, place = thresholds(connection), _complaint(row), str(row[7])
    # A month only is the first seven signs of its days, and the day after is greater than any time of the day.
    span = earliest(at_hand.received, unit).isoformat()[:7], (at_hand.received.day + timedelta(days=1)).isoformat()
    theirs = [_complaint(r) for r in connection.execute(THEIRS, (*span, report_id))] if at_hand.reporter else []
    here = [_complaint(r) for r in connection.execute(HERE, (place, *span))] if place and at_hand.asb else []
    found = flagged(at_hand, theirs, here, unit)
    rows = connection.execute(RELATED, (SENSITIVE_HEADLINE, report_id)).fetchall()
    return replace(
        found,
        reviews=tuple(_review(r) for r in rows if r[17]),
        others=tuple(_review(r) for r in rows if not r[17] and r[16] is None and place),
    )


def case_reviews(connection: sqlite3.Connection) -> tuple[CaseReview, ...]:
    """Return every case review, newest first."""
    return tuple(map(_review, connection.execute(ALL.format(where=""), (SENSITIVE_HEADLINE,))))


def case_review(connection: sqlite3.Connection, review_id: int) -> CaseReview:
    """Return one case review; raises RuleError where there is none, or its raising was undone."""
    r = connection.execute(ALL.format(where=" AND v.id = ?"), (SENSITIVE_HEADLINE, review_id)).fetchone()
    if r is None:
        raise RuleError(f"There is no case review V{review_id}.")
    return _review(r)


def moved_in(connection: sqlite3.Connection, meeting_id: MeetingId) -> tuple[CaseReview, ...]:
    """Return the case reviews that a meeting raised, decided or closed, oldest first; what was undone is not."""
    rows = connection.execute(
        ALL.format(where=" AND 'V' || v.id IN (SELECT h.subject FROM change h WHERE h.meeting_id = ?"
                         " AND h.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM change u WHERE u.undoes = h.id))"),
        (SENSITIVE_HEADLINE, meeting_id),
    )  # fmt: skip
    return tuple(reversed([_review(r) for r in rows]))


def _complaint(r: Any) -> Complaint:  # noqa: ANN401  a row of SQL
    return Complaint(
        ReportId(r[0]),
        Moment.read(r[1]),
        Moment.read(r[2]) if r[2] else None,
        bool(r[3]),
        bool(r[4]),
        r[5],
        frozenset(r[6].split(_BETWEEN) if r[6] else ()),
    )


def _review(r: Any) -> CaseReview:  # noqa: ANN401  a row of SQL
    return CaseReview(
        id=CaseReviewId(r[0]),
        version=r[1],
        report_id=ReportId(r[2]),
        headline=r[3],
        place=Place(*r[4:9]),
        sensitive=bool(r[9]),
        raised=date.fromisoformat(r[10]),
        threshold_met=None if r[11] is None else bool(r[11]),
        taken_forward=None if r[12] is None else bool(r[12]),
        decided=date.fromisoformat(r[13]) if r[13] else None,
        why=r[14],
        outcome=r[15],
        closed=date.fromisoformat(r[16]) if r[16] else None,
    )
