"""The kinds of action that figures count, retired ones included."""

import sqlite3

from csu_tui.domain.figure_list import CountedKind


def counted_kinds(connection: sqlite3.Connection) -> tuple[CountedKind, ...]:
    """Return every kind that was ever in use."""
    rows = connection.execute("SELECT id, name, family, topic, position FROM kind ORDER BY position, id")
    return tuple(CountedKind(*row) for row in rows)
