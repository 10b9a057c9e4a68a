"""Search, read: what was typed as FTS5 is asked it, and the best of what it finds.

To rank a million hits takes a hundred times as long as to take the last of them. So among the `CANDIDATES` hits with
the highest numbers, which go by the order of import, the `LOOKED_AT` received last are taken, with what is exactly the
reference typed however old it is; and these are put in order. First that reference, then what has every word in its
reference, category, place or (in PRIVATE) person, then what has them anywhere. Where more than `CANDIDATES` are hit, a
report that was imported before all of these is left out even if it is newer by its date: only `from:` or another word
finds it. A column is asked for by itself only where somebody typed its filter: FTS5 walks every row of a word that
stands in other columns. It also puts together all rows of all words that begin with more letters than its prefix index
has; so such a word is taken as typed first, and its longer ones looked for only where that finds too little.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from csu_tui.data.searchable import COLUMNS, PUBLIC
from csu_tui.domain.found import Found, excerpt, says_all
from csu_tui.domain.ids import ReportId
from csu_tui.domain.moment import Moment, midnight, utc_text
from csu_tui.domain.place import Place
from csu_tui.domain.report import SENSITIVE_HEADLINE
from csu_tui.domain.search import Field, Query, Term

LOOKED_AT = 300
"""How many of the newest hits are put in order."""
CANDIDATES = 2_000
"""Among how many of the hits imported last the newest by date are looked for: a large backlog, still read at once."""
_FIELDS = {
    Field.AGENCY: ("agency",),
    Field.CATEGORY: ("category", "real_category"),
    Field.PLACE: ("place", "real_place"),
    Field.REF: ("ref",),
}
_COUNTS = ("ref", "category", "place", "person", "real_category", "real_place")
_SHOWN_FIRST = ("words", "hidden", "person", "agency", "real_category")
"""The order in which a report's texts are looked through for what was found."""
_ELSE = ("real_place", "place", "category", "ref")
"""Looked through where none of those has it: they stand on the report's line already."""
_OWN = {
    "R": "SELECT ?",
    "A": "SELECT report_id FROM action WHERE id = ?",
    "T": "SELECT report_id FROM group_report WHERE group_id = ?",
    "V": "SELECT report_id FROM case_review WHERE id = ?",
}
_YEARS = range(1900, 2200)


def search(connection: sqlite3.Connection, query: Query, *, private: bool, most: int) -> tuple[Found, ...]:
    """Return the best `most` reports for a query; without `private` only what a room may read is searched."""
    if query.empty:
        return ()
    seen = COLUMNS if private else PUBLIC
    everywhere = _match(query, seen)
    if not everywhere:
        return ()
    exact = _exact(connection, query, everywhere, most)
    wanted = max(most, LOOKED_AT)
    found = _newest(connection, query, _match(query.whole(), seen), 0, wanted) if query.long_prefix else []
    if len(found) < wanted:
        found = _newest(connection, query, everywhere, 0, wanted)
    best = _best(connection, query, [*exact, *found], exact, seen)
    return _made(connection, query, best[:most], seen, private=private)


def _best(
    connection: sqlite3.Connection, query: Query, found: list[int], exact: list[int], seen: Sequence[str]
) -> list[int]:
    """Put reports found in order: exactly that reference, every word where it counts, anywhere; of each the newest."""
    counts = [name for name in _COUNTS if name in seen]
    rows = connection.execute(
        f"SELECT search.rowid, r.received, {', '.join(counts)} FROM search JOIN report r ON r.id = search.rowid"
        f" WHERE search.rowid IN ({', '.join('?' * len(found))})",
        tuple(found),
    ).fetchall()
    rows.sort(key=lambda r: (r[1], r[0]), reverse=True)
    first = set(exact)
    rows.sort(key=lambda r: 0 if r[0] in first else 1 if says_all(query.plain, r[2:]) else 2)
    return [r[0] for r in rows]


def _exact(connection: sqlite3.Connection, query: Query, everywhere: str, most: int) -> list[int]:
    """Return the reports whose own reference was typed, or their source's."""
    if own := query.own_reference():
        rows = connection.execute(_OWN[own[0]], (own[1],)).fetchall()
        numbers = [number for (number,) in rows]
    elif query.reference and not query.reference.isdigit():
        asked = f'{{ref}} : "{_plain(query.reference)}"'
        rows = connection.execute(
            "SELECT r.id FROM report r WHERE r.id IN (SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC"
            " LIMIT ?) AND lower(r.source_ref) = lower(?)",
            (asked, most, query.reference),
        ).fetchall()
        numbers = [number for (number,) in rows]
    else:
        return []
    return [n for n in numbers if n in _newest(connection, query, everywhere, n - 1, 1, n)]


def _newest(
    connection: sqlite3.Connection, query: Query, match: str, above: int, most: int, highest: int | None = None
) -> list[int]:
    """Return the newest by date of the last `CANDIDATES` above a number that match and were received in the span."""
    span, values = _span(query) if query.start or query.end else ("", [])
    top = "" if highest is None else f" AND search.rowid <= {int(highest)}"
    rows = connection.execute(
        "SELECT number FROM (SELECT search.rowid AS number, r.received AS received FROM search"
        f" CROSS JOIN report r ON r.id = search.rowid WHERE search MATCH ? AND search.rowid > ?{top}{span}"
        " ORDER BY search.rowid DESC LIMIT ?) ORDER BY received DESC, number DESC LIMIT ?",
        (match, above, *values, max(most, CANDIDATES), most),
    )
    return [number for (number,) in rows.fetchall()]


def _span(query: Query) -> tuple[str, list[object]]:
    """Return the exact check of the days, on times, days and months as they were stated."""
    start, end = query.start or date(_YEARS[0], 1, 1), query.end or date(_YEARS[-1], 12, 31)
    return (
        " AND CASE length(r.received) WHEN 7 THEN r.received BETWEEN ? AND ? WHEN 10 THEN r.received BETWEEN ? AND ?"
        " ELSE r.received >= ? AND r.received < ? END",
        [
            *(start.isoformat()[:7], end.isoformat()[:7], start.isoformat(), end.isoformat()),
            *(utc_text(midnight(start)), utc_text(midnight(end + timedelta(days=1)))),
        ],
    )


def _made(
    connection: sqlite3.Connection, query: Query, numbers: list[int], seen: Sequence[str], *, private: bool
) -> tuple[Found, ...]:
    """Return what is shown of reports found, in this order."""
    first, after = ([name for name in names if name in seen] for names in (_SHOWN_FIRST, _ELSE))
    marks = ", ".join("?" * len(numbers))
    rows = connection.execute(
        f"SELECT r.id, CASE WHEN c.sensitive THEN ? ELSE c.name END, r.received, r.house, r.street, r.locality,"
        f" r.postcode, r.unsplit FROM report r JOIN category c ON c.id = r.category_id WHERE r.id IN ({marks})",
        (SENSITIVE_HEADLINE, *numbers),
    ).fetchall()
    place = {number: at for at, number in enumerate(numbers)}
    rows.sort(key=lambda r: place[r[0]])
    texts = {
        number: found
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
    seen = COLUMNS if private else PUBLIC
    asked = [term for term in query.terms if term.field]
    return tuple(term for term in asked if not _any(connection, _match(Query((term,)), seen)))


def _any(connection: sqlite3.Connection, match: str) -> bool:
    return connection.execute("SELECT 1 FROM search WHERE search MATCH ? LIMIT 1", (match,)).fetchone() is not None


def _match(query: Query, seen: Sequence[str]) -> str:
    """Write a query as FTS5 asks it: only the columns that may be seen, whatever was typed."""
    parts = [
        _term(term, [name for name in _FIELDS[term.field] if name in seen] if term.field else seen)
        for term in query.terms
    ]
    if months := _months(query):
        parts.append(_in(["month"], " OR ".join(f'"{month}"' for month in months)))
    return " AND ".join(parts)


def _term(term: Term, columns: Iterable[str]) -> str:
    star = " *" if term.prefix else ""
    return _in(columns, " OR ".join(f'"{_plain(spelling)}"{star}' for spelling in term.spellings))


def _in(columns: Iterable[str], asked: str) -> str:
    named = tuple(columns)
    return f"({asked})" if named == COLUMNS else f"({{{' '.join(named)}}} : ({asked}))"


def _plain(text: str) -> str:
    return text.replace('"', '""')


def _months(query: Query) -> list[str]:
    """Return the tokens of the years and months that a span touches, as few as there are."""
    if query.start is None and query.end is None:
        return []
    start, end = query.start or date(_YEARS[0], 1, 1), query.end or date(_YEARS[-1], 12, 31)
    found = []
    for year in range(max(start.year, _YEARS[0]), min(end.year, _YEARS[-1]) + 1):
        first, last = (start.month if year == start.year else 1), (end.month if year == end.year else 12)
        whole = (first, last) == (1, 12)
        found += [f"y{year}"] if whole else [f"m{year}{month:02}" for month in range(first, last + 1)]
    return found
