"""The index that search reads, written in the same transaction as what it indexes.

FTS5 keeps the words of a deleted row in its older segments until they are merged, and writes them once more into the
newest as a mark of their deletion: seen in the file's bytes with SQLite 3.40.1 and 3.51.1, `secure_delete` or not.
`optimize` merges all segments into one and leaves none of it (the freed pages are overwritten, `secure_delete` being
on); so does `rebuild`. SQLite 3.42 and later could also delete words at once (FTS5's option `secure-delete`), but an
older SQLite cannot read an index so written, and a unit's computers are of different ages: it is not used.
"""

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from csu_tui.data.searchable import COLUMNS, Searchable, searchable

SLICE = 500
"""Reports read at once."""
SAMPLED = 500
"""How many of the newest reports, and of the others, a check compares."""

_NAMES = ", ".join(COLUMNS)
_MARKS = ", ".join("?" * len(COLUMNS))
_OF_GROUP = "SELECT report_id FROM group_report WHERE group_id IN ({})"
_OWNERS: dict[str, tuple[str, ...]] = {
    "report": ("SELECT id FROM report WHERE id IN ({})",),
    "feedback": ("SELECT report_id FROM feedback WHERE report_id IN ({})",),
    **{
        table: (f"SELECT report_id FROM {table} WHERE id IN ({{}})",)
        for table in ("action", "contact", "source_value", "legal_hold", "case_review", "group_report")
    },
    "agenda_step": (
        "SELECT ifnull(s.report_id, a.report_id) FROM agenda_step s LEFT JOIN action a ON a.id = s.action_id"
        " WHERE s.id IN ({})",
    ),
    "taskgroup": (_OF_GROUP,),
    **{
        table: (_OF_GROUP.replace("{}", f"SELECT group_id FROM {table} WHERE id IN ({{}})"),)
        for table in ("group_member", "group_note")
    },
    # What a new import brought; its numbers follow those of every report before.
    "import": (
        "SELECT id FROM report WHERE import_id IN ({}) AND NOT EXISTS"
        " (SELECT 1 FROM search_content d WHERE d.id = report.id)",
    ),
    "category": ("SELECT id FROM report WHERE category_id IN ({})",),
    "agency": (
        *(f"SELECT report_id FROM {table} WHERE agency_id IN ({{}})" for table in ("action", "contact", "feedback")),
        _OF_GROUP.replace("{}", "SELECT id FROM taskgroup WHERE lead_agency_id IN ({})"),
    ),
    "officer": tuple(f"SELECT report_id FROM {table} WHERE officer_id IN ({{}})" for table in ("action", "contact")),
    "kind": ("SELECT report_id FROM action WHERE kind_id IN ({})",),
}
"""By table: the reports that a touched row belongs to."""
_NAMED = {
    "category": ("name", "sensitive"),
    "agency": ("name", "short"),
    "officer": ("name",),
    "kind": ("name", "topic"),
}
"""Lists whose reports are many, and the columns of them that the index knows."""
_SHARE_A_NAME = frozenset({"report", "category", "taskgroup", "group_report"})
"""A sensitive report hides its group's name: what may change that concerns the group's other reports too."""

Rows = Mapping[str, Mapping[str, Any] | None]


def follow(connection: sqlite3.Connection, before: Rows, after: Rows) -> None:
    """Index again the reports of the rows `table:id` that a change touched."""
    touched: dict[str, list[int]] = {}
    for key, row in after.items():
        table, _, number = key.partition(":")
        if table not in _OWNERS or not number.isdigit():
            continue
        old = before.get(key)
        if table in _NAMED and (old is None or row is None or all(old[name] == row[name] for name in _NAMED[table])):
            continue
        touched.setdefault(table, []).append(int(number))
    reports: set[int] = set()
    for table, numbers in touched.items():
        for sql in _OWNERS[table]:
            reports.update(_numbers(connection, sql, numbers))
    if _SHARE_A_NAME & touched.keys() and connection.execute("SELECT 1 FROM group_report LIMIT 1").fetchone():
        groups = "SELECT group_id FROM group_report WHERE report_id IN ({})"
        reports.update(_numbers(connection, _OF_GROUP.replace("{}", groups), sorted(reports)))
    index(connection, sorted(reports))


def index(connection: sqlite3.Connection, report_ids: Sequence[int]) -> None:
    """Index reports as they stand now; a report that was taken back, or is gone, is taken out."""
    for numbers in _slices(report_ids):
        fresh, known = searchable(connection, numbers), _known(connection, numbers)
        connection.executemany("DELETE FROM search WHERE rowid = ?", [(n,) for n in known.keys() - fresh.keys()])
        connection.executemany(
            f"UPDATE search SET ({_NAMES}) = ({_MARKS}) WHERE rowid = ?",
            [(*texts, n) for n, texts in fresh.items() if n in known and known[n] != texts],
        )
        _insert(connection, {n: texts for n, texts in fresh.items() if n not in known})


def remove(connection: sqlite3.Connection, report_ids: Collection[int]) -> None:
    """Take reports out, and leave none of their words in the file."""
    connection.executemany("DELETE FROM search WHERE rowid = ?", [(number,) for number in report_ids])
    forget(connection)


def forget(connection: sqlite3.Connection) -> None:
    """Leave no word of a deleted or changed row in the file: seconds for each hundred thousand reports."""
    connection.execute("INSERT INTO search(search) VALUES('optimize')")


def fill(connection: sqlite3.Connection) -> None:
    """Index every report into an empty index."""
    last = 0
    while numbers := [
        row[0]
        for row in connection.execute(
            "SELECT id FROM report WHERE id > ? ORDER BY id LIMIT ?", (last, SLICE)
        ).fetchall()
    ]:
        last = numbers[-1]
        _insert(connection, searchable(connection, numbers))


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the index anew from what it indexes, whatever became of it; no word of before stays in the file."""
    from csu_tui.data.tables import SEARCH, SEARCH_WORD

    for name, made in (("search_word", SEARCH_WORD), ("search", SEARCH)):
        connection.execute(f"DROP TABLE IF EXISTS {name}")
        connection.execute(made)
    fill(connection)


def differs(connection: sqlite3.Connection) -> bool:
    """Say whether the index disagrees with the reports: their number, and samples of the newest and of all.

    Each sample is compared as it is stored, and asked for by its reference.
    """
    try:
        return _differs(connection)
    except sqlite3.DatabaseError as error:
        # What FTS5 keeps its rows in is damaged, or gone.
        if not error.sqlite_errorname.startswith(("SQLITE_CORRUPT", "SQLITE_ERROR")):
            raise
        return True


def _differs(connection: sqlite3.Connection) -> bool:
    reports = "SELECT count(*), ifnull(max(id), 0) FROM report WHERE taken_back IS NULL"
    count, highest = connection.execute(reports).fetchone()
    if connection.execute("SELECT count(*) FROM search_content").fetchone()[0] != count:
        return True
    connection.execute("SELECT 1 FROM search_word LIMIT 1").fetchone()
    every = max(1, highest // SAMPLED)
    sampled = "SELECT id FROM report WHERE id > ? OR id % ? = 0 ORDER BY id"
    numbers = [row[0] for row in connection.execute(sampled, (highest - SAMPLED, every)).fetchall()]
    for some in _slices(numbers):
        fresh = searchable(connection, some)
        if fresh != _known(connection, some):
            return True
        for number in list(fresh)[::10]:
            asked = (f'ref : "R{number}"', number)
            if not connection.execute("SELECT 1 FROM search WHERE search MATCH ? AND rowid = ?", asked).fetchone():
                return True
    return False


def _known(connection: sqlite3.Connection, report_ids: Sequence[int]) -> dict[int, Searchable]:
    marks = ", ".join("?" * len(report_ids))
    rows = connection.execute(f"SELECT rowid, {_NAMES} FROM search WHERE rowid IN ({marks})", tuple(report_ids))
    return {row[0]: tuple(row[1:]) for row in rows.fetchall()}


def _insert(connection: sqlite3.Connection, texts: Mapping[int, Searchable]) -> None:
    connection.executemany(
        f"INSERT INTO search (rowid, {_NAMES}) VALUES (?, {_MARKS})",
        [(number, *found) for number, found in texts.items()],
    )


def _numbers(connection: sqlite3.Connection, sql: str, values: Sequence[int]) -> Iterator[int]:
    for some in _slices(values):
        for (number,) in connection.execute(sql.format(", ".join("?" * len(some))), tuple(some)).fetchall():
            if number is not None:
                yield number


def _slices(values: Sequence[int]) -> Iterator[Sequence[int]]:
    return (values[at : at + SLICE] for at in range(0, len(values), SLICE))
