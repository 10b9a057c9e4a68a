"""Repeats, case reviews, groups, search and figures: keys computed anew, and what they are found by."""

from typing import Any

from alembic import op

from csu_tui.data.rekeying import rekey

revision = "0002"
down_revision = "0001"

STATEMENTS = (
    "ALTER TABLE report ADD COLUMN street_key VARCHAR DEFAULT '' NOT NULL",
    "ALTER TABLE incident_link ADD COLUMN shares_feedback INTEGER DEFAULT '0' NOT NULL",
    "ALTER TABLE taskgroup ADD COLUMN about VARCHAR DEFAULT 'area' NOT NULL",
    "ALTER TABLE taskgroup ADD COLUMN undone INTEGER DEFAULT '0' NOT NULL",
    "ALTER TABLE taskgroup ADD COLUMN carried_over INTEGER DEFAULT '0' NOT NULL",
    "ALTER TABLE group_report ADD COLUMN meeting_id INTEGER REFERENCES meeting (id)",
    "ALTER TABLE case_review ADD COLUMN closed VARCHAR",
    "DROP INDEX report_place",
    "CREATE INDEX report_place ON report (place_key, received, taken_back)",
    "DROP INDEX incident_link_report",
    "CREATE INDEX incident_link_report ON incident_link (report_id, undone, same_as_id)",
    "CREATE INDEX action_open_report ON action (report_id) WHERE status = 'open' AND withdrawn = 0",
    "ALTER TABLE case_review ADD COLUMN reason VARCHAR DEFAULT '' NOT NULL",
    "CREATE INDEX group_member_group ON group_member (group_id)",
    "CREATE INDEX group_report_group ON group_report (group_id)",
    "CREATE INDEX group_report_meeting ON group_report (meeting_id) WHERE meeting_id IS NOT NULL",
    "CREATE INDEX group_note_group ON group_note (group_id)",
    "CREATE INDEX agenda_step_group ON agenda_step (group_id) WHERE group_id IS NOT NULL",
    "CREATE INDEX report_street ON report (street_key, received)",
    "CREATE INDEX action_finished ON action (finished) WHERE finished IS NOT NULL AND withdrawn = 0",
    "CREATE INDEX contact_at ON contact (at) WHERE undone = 0",
    "CREATE INDEX meeting_start ON meeting (start)",
    "CREATE VIRTUAL TABLE search USING fts5(ref, category, place, agency, month, words, person, real_category,"
    " real_place, hidden, prefix='2 3', tokenize='unicode61 remove_diacritics 2')",
)


def upgrade() -> None:
    """Add what is new, and compute every key anew; the next schema fills the index."""
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
    plain: Any = connection.connection.driver_connection
    rekey(plain)
