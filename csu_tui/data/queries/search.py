"""Search, read: what was typed as FTS5 is asked it, and the best of what it finds.

To rank a million hits takes a hundred times as long as to take the last of them. So among the `CANDIDATES` hits with
the highest numbers, which go by the order of import, the `LOOKED_AT` received last are taken, with what is exactly the
reference typed however old it is; and these are put in order. First that reference, then what has every word in its
reference, category, place or (in PRIVATE) person, then what has them anywhere. Where more than `CANDIDATES` are hit, a
report that was imported before all of these is left out even if it is newer by its date: only `from:` or another word
finds it. A filter walks every row of a word that stands in other columns.
"""

import sqlite3
from datetime import date, timedelta

from csu_tui.data.queries.match import hits, match, phrase, seen
from csu_tui.data.veil import bare, unveiled
from csu_tui.domain.found import Found, excerpt, says_all
from csu_tui.domain.ids import ReportId
from csu_tui.domain.moment import Moment, midnight, utc_text
from csu_tui.domain.place import Place
from csu_tui.domain.report import SENSITIVE_HEADLINE
from csu_tui.domain.search import Query, Term

LOOKED_AT = 300
"""How many of the newest hits are put in order."""
CANDIDATES = 2_000
"""Among how many of the hits imported last the newest by date are looked for: a large backlog, still read at once."""
_COUNTS = ("ref", "category", "place", "person", "real_category", "real_place")
_SHOWN_FIRST = ("words", "hidden", "person", "agency", "real_category")
"""The order in which a report's texts are looked through for what was found."""
_ELSE = ("real_place", "place", "category", "ref")
"""Looked through where none of those has it: they stand on the report's line already."""
_EARLIEST, _LATEST = date(1900, 1, 1), date(2199, 12, 31)
_OWN = {
    "R": "SELECT ?",
    "A": "SELECT report_id FROM action WHERE id = ?",
    "T": "SELECT report_id FROM group_report WHERE group_id = ?",
    "V": "SELECT report_id FROM case_review WHERE id = ?",
}


def search(connection: sqlite3.Connection, query: Query, *, private: bool, most: int) -> tuple[Found, ...]:
    """Return the best `most` reports for a query; without `private` only what a room may read is searched."""
    if query.empty:
        return ()
    whole = (Query((term,)) for term in query.plain if not term.prefix)
    if not all(hits(connection, match(connection, word, private=private)) for word in whole):
        return ()
    exact = _exact(connection, query, most, private=private)
    asked = match(connection, query.settled() if exact else query, private=private)
    found = _newest(connection, query, asked, 0, max(most, LOOKED_AT))
    best = _best(connection, query, [*exact, *found], exact, private=private)
    return _made(connection, query, best[:most], private=private)


def _best(
    connection: sqlite3.Connection, query: Query, found: list[int], exact: list[int], *, private: bool
) -> list[int]:
    """Put reports found in order: exactly that reference, every word where it counts, anywhere; of each the newest."""
    columns = seen(private=private)
    counts = [name for name in _COUNTS if name in columns]
    rows = connection.execute(
        f"SELECT search.rowid, r.received, {', '.join(counts)} FROM search JOIN report r ON r.id = search.rowid"
        f" WHERE search.rowid IN ({', '.join('?' * len(found))})",
        tuple(found),
    ).fetchall()
    rows.sort(key=lambda r: (r[1], r[0]), reverse=True)
    first = set(exact)
    rows.sort(key=lambda r: 0 if r[0] in first else 1 if says_all(query.plain, map(unveiled, r[2:])) else 2)
    return [r[0] for r in rows]


def _exact(connection: sqlite3.Connection, query: Query, most: int, *, private: bool) -> list[int]:
    """Return the reports whose own reference was typed, or their source's."""
    if own := query.own_reference():
        rows = connection.execute(_OWN[own[0]], (own[1],)).fetchall()
        numbers = [number for (number,) in rows]
    elif query.reference and not query.reference.isdigit():
        in_ref = f"{{ref}} : {phrase(bare(query.reference))}"
        rows = connection.execute(
            "SELECT r.id FROM report r WHERE r.id IN (SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC"
            " LIMIT ?) AND lower(r.source_ref) = lower(?)",
            (in_ref, most, query.reference),
        ).fetchall()
        numbers = [number for (number,) in rows]
    else:
        return []
    asked = match(connection, query.settled(), private=private) if numbers else ""
    return [n for n in numbers if n in _newest(connection, query, asked, n - 1, 1, n)]


def _newest(
    connection: sqlite3.Connection, query: Query, asked: str, above: int, most: int, highest: int | None = None
) -> list[int]:
    """Return the newest by date of the last `CANDIDATES` above a number that match and were received in the span."""
    span, values = _span(query) if query.start or query.end else ("", [])
    top = "" if highest is None else f" AND search.rowid <= {int(highest)}"
    rows = connection.execute(
        "SELECT number FROM (SELECT search.rowid AS number, r.received AS received FROM search"
        f" CROSS JOIN report r ON r.id = search.rowid WHERE search MATCH ? AND search.rowid > ?{top}{span}"
        " ORDER BY search.rowid DESC LIMIT ?) ORDER BY received DESC, number DESC LIMIT ?",
        (asked, above, *values, max(most, CANDIDATES), most),
    )
    return [number for (number,) in rows.fetchall()]


def _span(query: Query) -> tuple[str, list[object]]:
    """Return the exact check of the days, on times, days and months as they were stated."""
    start, end = query.start or _EARLIEST, query.end or _LATEST
    return (
        " AND CASE length(r.received) WHEN 7 THEN r.received BETWEEN ? AND ? WHEN 10 THEN r.received BETWEEN ? AND ?"
        " ELSE r.received >= ? AND r.received < ? END",
        [
            *(start.isoformat()[:7], end.isoformat()[:7], start.isoformat(), end.isoformat()),
            *(utc_text(midnight(start)), utc_text(midnight(end + timedelta(days=1)))),
        ],
    )


def _made(connection: sqlite3.Connection, query: Query, numbers: list[int], *, private: bool) -> tuple[Found, ...]:
    """Return what is shown of reports found, in this order."""
    columns = seen(private=private)
    first, after = ([name for name in names if name in columns] for names in (_SHOWN_FIRST, _ELSE))
    marks = ", ".join("?" * len(numbers))
    rows = connection.execute(
        f"SELECT r.id, CASE WHEN c.sensitive THEN ? ELSE c.name END, r.received, r.house, r.street, r.locality,"
        f" r.postcode, r.unsplit FROM report r JOIN category c ON c.id = r.category_id WHERE r.id IN ({marks})",
        (SENSITIVE_HEADLINE, *numbers),
    ).fetchall()
    place = {number: at for at, number in enumerate(numbers)}
    rows.sort(key=lambda r: place[r[0]])
    texts = {
        number: tuple(map(unveiled, found))
        for number, *found in connection.execute(
            f"SELECT rowid, {', '.join((*first, *after))} FROM search WHERE rowid IN ({marks})", tuple(numbers)
        ).fetchall()
    }
    return tuple(
        Found(
            ReportId(r[0]),
            r[1],
            Place(*r[3:8]) if private else Place(*r[3:8]).public(),
            Moment.read(r[2]),
            excerpt(query, texts.get(r[0], ())[: len(first)], texts.get(r[0], ())[len(first) :]),
        )
        for r in rows
    )


def barren(connection: sqlite3.Connection, query: Query, *, private: bool) -> tuple[Term, ...]:
    """Return the filters of a query that no report fits, whatever else was typed."""
    asked = [term for term in query.terms if term.field]
    return tuple(term for term in asked if not hits(connection, match(connection, Query((term,)), private=private)))
