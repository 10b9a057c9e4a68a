"""A year's figures out of 1,000,000 reports, against the same counts in hand-written SQL on a bare connection."""

import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from csu_tui.domain.span import Span, bounds, read_year
from tests import factories
from tests.bench.measure import Figure, timed
from tests.history import fill

REPORTS = 1_000_000
TODAY = date(2022, 4, 1)
SHORT, LONG = read_year("2020-21"), Span(date(2007, 4, 1), date(2021, 3, 31))
"""A year of 20 reports a day; and 14 years, as many reports as a year of 280 a day."""

_INCIDENT = "ifnull((SELECT l.same_as_id FROM incident_link l WHERE l.report_id = r.id AND l.undone = 0 LIMIT 1), r.id)"
_RECEIVED = "r.history = 0 AND r.taken_back IS NULL AND r.received >= :a AND r.received < :b"
_MEETING = "m.state != 'abandoned' AND m.start >= :a AND m.start < :b"
BY_HAND = (
    "SELECT count(*) FROM (SELECT DISTINCT m.id, " + _INCIDENT + " FROM meeting m JOIN action a ON a.meeting_id = m.id"
    f" JOIN report r ON r.id = a.report_id WHERE {_MEETING} AND a.withdrawn = 0 AND r.taken_back IS NULL)",
    "SELECT a.status, count(*) FROM meeting m JOIN action a ON a.meeting_id = m.id JOIN report r ON r.id = a.report_id"
    f" WHERE {_MEETING} AND a.withdrawn = 0 AND r.taken_back IS NULL GROUP BY 1",
    "SELECT means, g.short, count(*) FROM contact c JOIN agency g ON g.id = c.agency_id WHERE undone = 0"
    " AND means IN ('visit', 'call') AND at >= :a AND at < :b GROUP BY 1, 2",
    "SELECT count(*) FROM taskgroup WHERE undone = 0 AND opened >= :a AND opened < :b",
    "SELECT count(*) FROM case_review WHERE undone = 0 AND raised >= :a AND raised < :b",
    "SELECT count(*) FROM case_review WHERE undone = 0 AND taken_forward AND decided >= :a AND decided < :b",
    "SELECT status, kind_id, count(*) FROM action WHERE withdrawn = 0 AND finished >= :a"
    " AND finished < :b GROUP BY 1, 2",
    f"SELECT r.source, c.name, count(DISTINCT {_INCIDENT}) FROM report r JOIN category c ON c.id = r.category_id"
    f" WHERE {_RECEIVED} GROUP BY 1, 2",
    f"SELECT r.street, r.locality, count(DISTINCT {_INCIDENT}) FROM report r WHERE {_RECEIVED} GROUP BY 1, 2",
    f"SELECT count(DISTINCT {_INCIDENT}) FROM report r JOIN category c ON c.id = r.category_id"
    f" WHERE {_RECEIVED} AND c.asb AND r.source = 'Resident, direct to the unit'",
    "SELECT state, via_done, count(*) FROM (SELECT DISTINCT f.report_id, f.state, f.via_done FROM meeting m JOIN"
    " agenda_step s ON s.meeting_id = m.id JOIN report r ON r.id = s.report_id JOIN feedback f ON f.report_id = r.id"
    f" WHERE {_MEETING} AND s.kind = 'report' AND s.decision IS NOT NULL AND s.decision != 'hold over'"
    " AND r.history = 0 AND r.taken_back IS NULL) GROUP BY 1, 2",
    "SELECT CAST(julianday(date((SELECT min(c.at) FROM contact c WHERE c.report_id = r.id AND c.undone = 0)))"
    f" - julianday(date(r.received)) AS INTEGER) AS days, count(*) FROM report r WHERE {_RECEIVED} GROUP BY 1",
    "SELECT CAST(julianday(date(r.finished_on)) - julianday(date(r.received)) AS INTEGER) AS days, count(*)"
    f" FROM report r WHERE {_RECEIVED} AND r.finished_on IS NOT NULL GROUP BY 1",
)
"""The same counts as one who knows SQLite writes them; linked reports that share an answer are left aside."""


def by_hand(path: Path, span: Span) -> None:
    """Count a span and the one before."""
    connection = sqlite3.connect(path)
    for one in (span, span.before()):
        start, end = bounds(one)
        for sql in BY_HAND:
            connection.execute(sql, {"a": start, "b": end}).fetchall()
    connection.close()


def figures() -> Iterator[Figure]:
    """Measure the figures of a year and of 14 years, and their pictures."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        factories.make_desk(folder).close()
        path = folder / "unit.db"
        fill(path, REPORTS, TODAY)
        desk = factories.make_desk(folder, create=False)
        for name, span, runs in (("a year", SHORT, 9), ("14 years", LONG, 3)):
            desk.figures(span)
            by_hand(path, span)
            ours, theirs = list[float](), list[float]()
            for _ in range(runs):
                ours.append(timed(partial(desk.figures, span)))
                theirs.append(timed(partial(by_hand, path, span)))
            yield Figure(f"figures of {name} of 1,000,000", ours, theirs, "hand-written SQL")
            drawn = [timed(partial(desk.pictures, span)) for _ in range(runs)]
            yield Figure(f"pictures of {name}", drawn, theirs, "hand-written SQL of the figures")
            listed = [timed(partial(desk.figure_records, "contacts", span)) for _ in range(runs)]
            yield Figure(f"records of contacts, {name}", listed, theirs, "hand-written SQL of the figures")
        desk.close()
