"""Words that a room may not read are indexed veiled, and the words of the index can be read in order."""

from typing import Any

from alembic import op

from csu_tui.data import search

revision = "0003"
down_revision = "0002"

STATEMENTS = (
    "DROP TABLE search",
    "CREATE VIRTUAL TABLE search USING fts5(ref, category, place, agency, month, words, person, real_category,"
    " real_place, hidden, prefix='2 3', columnsize=0, tokenize='unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE search_word USING fts5vocab(search, instance)",
)


def upgrade() -> None:
    """Index every report anew."""
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
    plain: Any = connection.connection.driver_connection
    search.fill(plain)
