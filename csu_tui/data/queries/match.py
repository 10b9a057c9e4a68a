"""A query as FTS5 is asked it: the columns that may be seen, and every word that a beginning may go on to."""

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date

from csu_tui.data.searchable import COLUMNS, PUBLIC
from csu_tui.data.veil import VEIL, bare, veiled
from csu_tui.domain.search import TOKEN, Field, Query, Term

_INDEXED = 3
"""Letters of the beginnings of words that FTS5's prefix index has: of longer ones it first puts all rows together."""
MOST = 64
"""Words that a beginning is asked as; where it has more, as that of telephone numbers may, it is left to FTS5."""
_FIELDS = {
    Field.AGENCY: ("agency",),
    Field.CATEGORY: ("category", "real_category"),
    Field.PLACE: ("place", "real_place"),
    Field.REF: ("ref",),
}
_DATED = re.compile(r"[my][0-9]*", re.IGNORECASE | re.ASCII)
"""Words that the token of a month or year begins with; "M2" is to find a meeting, not everything since 2000."""
_PLAIN = re.compile(rf"[0-9A-Za-z\u00c0-\u017e{VEIL}]+")
_LAST, _NEXT = "\U0010ffff", "\x01"


def seen(*, private: bool) -> tuple[str, ...]:
    """Return the columns that may be seen."""
    return COLUMNS if private else PUBLIC


def match(connection: sqlite3.Connection, query: Query, *, private: bool) -> str:
    """Write a query for FTS5: only the columns and words that may be seen, whatever was typed."""
    columns = seen(private=private)
    parts = [
        _in(
            [name for name in _FIELDS[term.field] if name in columns] if term.field else _anywhere(term, columns),
            _spellings(connection, term, private=private),
        )
        for term in query.terms
    ]
    if query.start or query.end:
        parts.append(_in(["month"], map(phrase, _months(connection, query))))
    return " AND ".join(parts)


def _anywhere(term: Term, columns: tuple[str, ...]) -> tuple[str, ...]:
    """Return the columns that a term without a filter is looked for in: the month's only where it meets nothing there.

    For then all are asked, and FTS5 need not look which column a word stands in.
    """
    dated = any(_DATED.fullmatch(bare(last).strip()) for spelling in term.spellings for last in spelling.split()[-1:])
    return columns if columns == COLUMNS and not dated else tuple(name for name in columns if name != "month")


def hits(connection: sqlite3.Connection, asked: str) -> bool:
    """Say whether any report is found so."""
    return connection.execute("SELECT 1 FROM search WHERE search MATCH ? LIMIT 1", (asked,)).fetchone() is not None


def phrase(text: str) -> str:
    """Write words in a row."""
    return '"' + text.replace('"', '""') + '"'


def _in(columns: Iterable[str], asked: Iterable[str]) -> str:
    named, any_of = tuple(columns), " OR ".join(asked)
    return f"({any_of})" if named == COLUMNS else f"({{{' '.join(named)}}} : ({any_of}))"


def _spellings(connection: sqlite3.Connection, term: Term, *, private: bool) -> Iterator[str]:
    for spelling in term.spellings:
        for text in (bare(spelling), *((veiled(spelling),) if private else ())):
            if term.goes_on(spelling):
                yield from _going_on(connection, text)
            else:
                yield phrase(text)


def _going_on(connection: sqlite3.Connection, text: str) -> Iterator[str]:
    """Write words in a row the last of which may go on: as each word that it goes on to, where these are few."""
    words: list[str] = []
    for last in list(TOKEN.finditer(text))[-1:]:
        begun = _kept(last[0])
        if len(begun) > _INDEXED:
            words = [text[: last.start()] + word for word in _words(connection, begun)] or [text]
    if 0 < len(words) < MOST:
        yield from map(phrase, words)
    else:
        yield f"{phrase(text)} *"


def _kept(word: str) -> str:
    """Return a word as the index keeps it, where that is sure; else empty: to `fold` alone ß is ss."""
    if not _PLAIN.fullmatch(word):
        return ""
    signs = unicodedata.normalize("NFD", word.lower())
    plain = "".join(sign for sign in signs if not unicodedata.combining(sign))
    return plain if plain.replace(VEIL, "").isascii() else ""


def _words(connection: sqlite3.Connection, begun: str) -> list[str]:
    """Return the first `MOST` words of the index that begin so.

    Each is sought, for of one there may be a million; and none where the prefix index says so, for a seek walks through
    the rows of the word before.
    """
    if not hits(connection, f"{phrase(begun[:_INDEXED])} *"):
        return []
    found: list[str] = []
    at = begun
    while len(found) < MOST:
        sql = "SELECT term FROM search_word WHERE term >= ? AND term <= ? ORDER BY term LIMIT 1"
        row = connection.execute(sql, (at, begun + _LAST)).fetchone()
        if row is None:
            break
        found.append(row[0])
        at = row[0] + _NEXT
    return found


def _months(connection: sqlite3.Connection, query: Query) -> list[str]:
    """Return the tokens of the years and months of a span in which reports were received, as few as there are."""
    sql = "SELECT (SELECT min(received) FROM report), (SELECT max(received) FROM report)"
    first, last = connection.execute(sql).fetchone()
    if not first:
        return [""]
    start, end = query.start or date.min, query.end or date.max
    found = []
    # A report's day in London may be of the year after that of its time in UTC.
    for year in range(max(start.year, int(first[:4])), min(end.year, int(last[:4]) + 1) + 1):
        begin, close = (start.month if year == start.year else 1), (end.month if year == end.year else 12)
        whole = (begin, close) == (1, 12)
        found += [f"y{year}"] if whole else [f"m{year}{month:02}" for month in range(begin, close + 1)]
    return found or [""]
