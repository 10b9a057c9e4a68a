"""The schema, private to `data`: every table of the unit's one file.

Times are text in one form (`2022-04-01T08:00:00Z`), days `2022-04-01`; words are those of the domain's enumerations.
Every row that a person can change carries `version`, the number that optimistic locking compares.
"""

from sqlalchemy import Table
from sqlmodel import SQLModel

from csu_tui.data.tables import action, change, group, meeting, report, unit

__all__ = ["SEARCH", "SEARCH_WORD", "TABLES", "TRIGGERS", "action", "change", "group", "meeting", "report", "unit"]

TABLES: dict[str, Table] = dict(SQLModel.metadata.tables)

SEARCH = (
    "CREATE VIRTUAL TABLE search USING fts5(ref, category, place, agency, month, words, person, real_category,"
    " real_place, hidden, prefix='2 3', columnsize=0, tokenize='unicode61 remove_diacritics 2')"
)
"""One row a report, its number the row's. The first six columns are for a room, the last four, veiled, for PRIVATE.

No sizes of columns are kept: they would be for FTS5's own ranking.
"""
SEARCH_WORD = "CREATE VIRTUAL TABLE search_word USING fts5vocab(search, instance)"
"""The words that the index has, in order: a view of it that is stored nowhere."""

TRIGGERS = (
    *(
        f"CREATE TRIGGER {table}_never_{verb}d BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT,"
        " 'the record stays'); END"
        for table, verb in (("change", "update"), ("change", "delete"), ("change_value", "update"))
    ),
    # Deleting values is for a purge; REPLACE would put others in their place.
    "CREATE TRIGGER change_value_never_replaced BEFORE INSERT ON change_value WHEN EXISTS (SELECT 1 FROM change_value"
    " WHERE change_id = NEW.change_id) BEGIN SELECT RAISE(ABORT, 'the record stays'); END",
)
