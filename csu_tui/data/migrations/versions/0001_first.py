"""The first schema, frozen as it was: what later revisions change is not changed here."""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = (
    """
    CREATE TABLE change (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, at VARCHAR NOT NULL, machine_at VARCHAR
    NOT NULL, who VARCHAR NOT NULL, officer_id INTEGER, session VARCHAR NOT NULL, what VARCHAR NOT NULL, subject
    VARCHAR NOT NULL, meeting_id INTEGER, undoes INTEGER, digest_before VARCHAR NOT NULL, digest_after VARCHAR NOT
    NULL, previous VARCHAR NOT NULL, hash VARCHAR NOT NULL)
    """,
    "CREATE INDEX change_meeting ON change (meeting_id)",
    "CREATE INDEX change_session ON change (session)",
    "CREATE INDEX change_subject ON change (subject)",
    "CREATE INDEX change_undoes ON change (undoes)",
    """
    CREATE TABLE meeting (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL, state VARCHAR
    NOT NULL, chair VARCHAR NOT NULL, window_start VARCHAR NOT NULL, window_end VARCHAR NOT NULL, start VARCHAR
    NOT NULL, "end" VARCHAR, step INTEGER NOT NULL, driver VARCHAR NOT NULL, driver_name VARCHAR NOT NULL, present
    VARCHAR NOT NULL, apologies VARCHAR NOT NULL, snapshot VARCHAR)
    """,
    "CREATE UNIQUE INDEX meeting_one_open ON meeting (state) WHERE state = 'open'",
    """
    CREATE TABLE import (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL, started VARCHAR
    NOT NULL, who VARCHAR NOT NULL, file VARCHAR NOT NULL, digest VARCHAR NOT NULL, source VARCHAR NOT NULL,
    format VARCHAR NOT NULL, map VARCHAR NOT NULL, encoding VARCHAR NOT NULL, date_order VARCHAR NOT NULL, history
    INTEGER NOT NULL, read INTEGER NOT NULL, added INTEGER NOT NULL, updated INTEGER NOT NULL, unchanged INTEGER
    NOT NULL, conflicts INTEGER NOT NULL, refused INTEGER NOT NULL, taken_back VARCHAR)
    """,
    """
    CREATE TABLE setting ("key" VARCHAR NOT NULL, value VARCHAR NOT NULL, version INTEGER NOT NULL, PRIMARY KEY
    ("key"))
    """,
    """
    CREATE TABLE agency (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL, name VARCHAR NOT
    NULL, short VARCHAR NOT NULL, digit INTEGER, own INTEGER NOT NULL, retired INTEGER NOT NULL)
    """,
    """
    CREATE TABLE category (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL, name VARCHAR
    NOT NULL, asb INTEGER NOT NULL, sensitive INTEGER NOT NULL, position INTEGER NOT NULL, retired INTEGER NOT
    NULL, UNIQUE (name))
    """,
    """
    CREATE TABLE kind (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL, name VARCHAR NOT
    NULL, family VARCHAR NOT NULL, topic VARCHAR NOT NULL, usual INTEGER NOT NULL, position INTEGER NOT NULL,
    retired INTEGER NOT NULL)
    """,
    """
    CREATE TABLE phrase (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL, list VARCHAR NOT
    NULL, text VARCHAR NOT NULL, position INTEGER NOT NULL, retired INTEGER NOT NULL)
    """,
    """
    CREATE TABLE fieldmap (name VARCHAR NOT NULL, toml VARCHAR NOT NULL, version INTEGER NOT NULL, PRIMARY KEY
    (name))
    """,
    """
    CREATE TABLE change_value (change_id INTEGER NOT NULL, salt VARCHAR NOT NULL, "before" VARCHAR NOT NULL,
    "after" VARCHAR NOT NULL, PRIMARY KEY (change_id), FOREIGN KEY(change_id) REFERENCES change (id))
    """,
    """
    CREATE TABLE taskgroup (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL, name VARCHAR
    NOT NULL, concern VARCHAR NOT NULL, lead_agency_id INTEGER NOT NULL, report_back VARCHAR, opened VARCHAR NOT
    NULL, closed VARCHAR, outcome VARCHAR NOT NULL, meeting_id INTEGER, FOREIGN KEY(lead_agency_id) REFERENCES
    agency (id), FOREIGN KEY(meeting_id) REFERENCES meeting (id))
    """,
    """
    CREATE TABLE report (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL, source VARCHAR
    NOT NULL, source_ref VARCHAR NOT NULL, identity VARCHAR NOT NULL, content VARCHAR NOT NULL, import_id INTEGER,
    raised_in INTEGER, received VARCHAR NOT NULL, occurred VARCHAR, category_id INTEGER NOT NULL, source_category
    VARCHAR NOT NULL, qualifier VARCHAR, risk VARCHAR NOT NULL, title VARCHAR NOT NULL, text VARCHAR NOT NULL,
    house VARCHAR NOT NULL, street VARCHAR NOT NULL, locality VARCHAR NOT NULL, postcode VARCHAR NOT NULL, unsplit
    VARCHAR NOT NULL, place_key VARCHAR NOT NULL, latitude FLOAT, longitude FLOAT, reporter_kind VARCHAR NOT NULL,
    name VARCHAR NOT NULL, phone VARCHAR NOT NULL, email VARCHAR NOT NULL, feedback_wanted INTEGER, route VARCHAR
    NOT NULL, status VARCHAR NOT NULL, history INTEGER NOT NULL, waiting INTEGER NOT NULL, taken_back VARCHAR,
    finished_on VARCHAR, purged VARCHAR, created VARCHAR NOT NULL, UNIQUE (identity), FOREIGN KEY(import_id)
    REFERENCES import (id), FOREIGN KEY(raised_in) REFERENCES meeting (id), FOREIGN KEY(category_id) REFERENCES
    category (id))
    """,
    "CREATE INDEX report_waiting ON report (waiting) WHERE waiting = 1",
    "CREATE INDEX report_received ON report (received)",
    "CREATE INDEX report_place ON report (place_key, received)",
    "CREATE INDEX report_import ON report (import_id)",
    """
    CREATE TABLE officer (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL, agency_id
    INTEGER NOT NULL, name VARCHAR NOT NULL, login VARCHAR, retired INTEGER NOT NULL, FOREIGN KEY(agency_id)
    REFERENCES agency (id))
    """,
    """
    CREATE TABLE action (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL, report_id
    INTEGER NOT NULL, meeting_id INTEGER, agency_id INTEGER NOT NULL, officer_id INTEGER, kind_id INTEGER NOT
    NULL, text VARCHAR NOT NULL, due VARCHAR NOT NULL, status VARCHAR NOT NULL, outcome VARCHAR NOT NULL, finished
    VARCHAR, carried_over INTEGER NOT NULL, touched INTEGER NOT NULL, withdrawn INTEGER NOT NULL, created VARCHAR
    NOT NULL, made_by VARCHAR NOT NULL, FOREIGN KEY(report_id) REFERENCES report (id), FOREIGN KEY(meeting_id)
    REFERENCES meeting (id), FOREIGN KEY(agency_id) REFERENCES agency (id), FOREIGN KEY(officer_id) REFERENCES
    officer (id), FOREIGN KEY(kind_id) REFERENCES kind (id))
    """,
    "CREATE INDEX action_report ON action (report_id)",
    "CREATE INDEX action_open ON action (due, agency_id) WHERE status = 'open' AND withdrawn = 0",
    "CREATE INDEX action_meeting ON action (meeting_id)",
    """
    CREATE TABLE feedback (report_id INTEGER NOT NULL, version INTEGER NOT NULL, state VARCHAR NOT NULL, due
    VARCHAR, agency_id INTEGER, reason VARCHAR NOT NULL, attempts INTEGER NOT NULL, told VARCHAR, means VARCHAR,
    via_done INTEGER NOT NULL, planned INTEGER NOT NULL, PRIMARY KEY (report_id), FOREIGN KEY(report_id)
    REFERENCES report (id), FOREIGN KEY(agency_id) REFERENCES agency (id))
    """,
    "CREATE INDEX feedback_state ON feedback (state)",
    "CREATE INDEX feedback_owed ON feedback (due) WHERE state IN ('due', 'attempted') AND due IS NOT NULL",
    """
    CREATE TABLE group_member (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL, group_id
    INTEGER NOT NULL, agency_id INTEGER, name VARCHAR NOT NULL, undone INTEGER NOT NULL, FOREIGN KEY(group_id)
    REFERENCES taskgroup (id), FOREIGN KEY(agency_id) REFERENCES agency (id))
    """,
    """
    CREATE TABLE group_report (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL, group_id
    INTEGER NOT NULL, report_id INTEGER NOT NULL, undone INTEGER NOT NULL, FOREIGN KEY(group_id) REFERENCES
    taskgroup (id), FOREIGN KEY(report_id) REFERENCES report (id))
    """,
    "CREATE INDEX ix_group_report_report_id ON group_report (report_id)",
    """
    CREATE TABLE group_note (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL, group_id
    INTEGER NOT NULL, at VARCHAR NOT NULL, who VARCHAR NOT NULL, text VARCHAR NOT NULL, undone INTEGER NOT NULL,
    FOREIGN KEY(group_id) REFERENCES taskgroup (id))
    """,
    """
    CREATE TABLE case_review (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL, report_id
    INTEGER NOT NULL, raised VARCHAR NOT NULL, threshold_met INTEGER, taken_forward INTEGER, decided VARCHAR,
    outcome VARCHAR NOT NULL, undone INTEGER NOT NULL, FOREIGN KEY(report_id) REFERENCES report (id))
    """,
    """
    CREATE TABLE reporter_key (report_id INTEGER NOT NULL, "key" VARCHAR NOT NULL, received VARCHAR NOT NULL,
    PRIMARY KEY (report_id, "key"), FOREIGN KEY(report_id) REFERENCES report (id)) WITHOUT ROWID
    """,
    """
    CREATE INDEX reporter_key_key ON reporter_key ("key", received)
    """,
    """
    CREATE TABLE source_value (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL, report_id
    INTEGER NOT NULL, import_id INTEGER, field VARCHAR NOT NULL, value VARCHAR NOT NULL, "conflict" INTEGER NOT
    NULL, settled VARCHAR, FOREIGN KEY(report_id) REFERENCES report (id), FOREIGN KEY(import_id) REFERENCES import
    (id))
    """,
    "CREATE INDEX source_value_open ON source_value (report_id) WHERE conflict = 1 AND settled IS NULL",
    "CREATE INDEX source_value_report ON source_value (report_id)",
    """
    CREATE TABLE incident_link (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL, report_id
    INTEGER NOT NULL, same_as_id INTEGER NOT NULL, meeting_id INTEGER, undone INTEGER NOT NULL, FOREIGN
    KEY(report_id) REFERENCES report (id), FOREIGN KEY(same_as_id) REFERENCES report (id), FOREIGN KEY(meeting_id)
    REFERENCES meeting (id))
    """,
    "CREATE INDEX incident_link_same_as ON incident_link (same_as_id)",
    "CREATE INDEX incident_link_report ON incident_link (report_id)",
    """
    CREATE TABLE legal_hold (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL, report_id
    INTEGER NOT NULL, why VARCHAR NOT NULL, at VARCHAR NOT NULL, who VARCHAR NOT NULL, released VARCHAR, FOREIGN
    KEY(report_id) REFERENCES report (id))
    """,
    """
    CREATE TABLE contact (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL, report_id
    INTEGER NOT NULL, action_id INTEGER, meeting_id INTEGER, agency_id INTEGER NOT NULL, officer_id INTEGER, at
    VARCHAR NOT NULL, means VARCHAR NOT NULL, reached INTEGER NOT NULL, note VARCHAR NOT NULL, settles INTEGER NOT
    NULL, undone INTEGER NOT NULL, FOREIGN KEY(report_id) REFERENCES report (id), FOREIGN KEY(action_id)
    REFERENCES action (id), FOREIGN KEY(meeting_id) REFERENCES meeting (id), FOREIGN KEY(agency_id) REFERENCES
    agency (id), FOREIGN KEY(officer_id) REFERENCES officer (id))
    """,
    "CREATE INDEX contact_report ON contact (report_id)",
    """
    CREATE TABLE agenda_step (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL, meeting_id
    INTEGER NOT NULL, number INTEGER NOT NULL, kind VARCHAR NOT NULL, report_id INTEGER, action_id INTEGER,
    group_id INTEGER, late INTEGER NOT NULL, held_over INTEGER NOT NULL, raised INTEGER NOT NULL, decision
    VARCHAR, reason VARCHAR NOT NULL, linked_id INTEGER, decided VARCHAR, decided_by VARCHAR NOT NULL, review
    VARCHAR, review_note VARCHAR NOT NULL, comment VARCHAR NOT NULL, UNIQUE (meeting_id, number), CHECK (kind in
    ('action', 'report', 'group')), FOREIGN KEY(meeting_id) REFERENCES meeting (id), FOREIGN KEY(report_id)
    REFERENCES report (id), FOREIGN KEY(action_id) REFERENCES action (id), FOREIGN KEY(group_id) REFERENCES
    taskgroup (id), FOREIGN KEY(linked_id) REFERENCES report (id))
    """,
    "CREATE INDEX agenda_step_report ON agenda_step (report_id)",
    "CREATE INDEX agenda_step_action ON agenda_step (action_id)",
    "CREATE INDEX agenda_step_linked ON agenda_step (linked_id) WHERE linked_id IS NOT NULL",
    "CREATE TRIGGER change_never_updated BEFORE update ON change BEGIN SELECT RAISE(ABORT, 'the record stays'); END",
    "CREATE TRIGGER change_never_deleted BEFORE delete ON change BEGIN SELECT RAISE(ABORT, 'the record stays'); END",
    """
    CREATE TRIGGER change_value_never_updated BEFORE update ON change_value BEGIN SELECT RAISE(ABORT, 'the record
    stays'); END
    """,
    """
    CREATE TRIGGER change_value_never_replaced BEFORE INSERT ON change_value WHEN EXISTS (SELECT 1 FROM change_value
    WHERE change_id = NEW.change_id) BEGIN SELECT RAISE(ABORT, 'the record stays'); END
    """,
)


def upgrade() -> None:
    """Make every table, index and trigger of the first schema."""
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(" ".join(statement.split()))
