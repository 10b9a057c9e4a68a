"""Reports, where they came from, and how their reporters are known again."""

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from csu_tui.data.tables.base import Numbered, numbered


class Import(Numbered, table=True):
    """One file taken in."""

    __table_args__ = numbered()

    started: str
    who: str
    file: str
    digest: str
    source: str
    format: str
    map: str
    encoding: str
    date_order: str
    history: int = 0
    read: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    conflicts: int = 0
    refused: int = 0
    taken_back: str | None = None


class Report(Numbered, table=True):
    """One thing reported to the unit.

    `waiting` is 1 while the next meeting must take it. Repeat keys are computed when it is written.
    """

    __table_args__ = numbered(
        Index("report_waiting", "waiting", sqlite_where=text("waiting = 1")),
        Index("report_place", "place_key", "received", "taken_back"),
        Index("report_street", "street_key", "received"),
        Index("report_received", "received"),
        Index("report_import", "import_id"),
    )

    source: str
    source_ref: str = ""
    identity: str = Field(unique=True)
    content: str = ""
    import_id: int | None = Field(default=None, foreign_key="import.id")
    raised_in: int | None = Field(default=None, foreign_key="meeting.id")
    received: str
    occurred: str | None = None
    category_id: int = Field(foreign_key="category.id")
    source_category: str = ""
    qualifier: str | None = None
    risk: str = "standard"
    title: str = ""
    text: str = ""
    house: str = ""
    street: str = ""
    locality: str = ""
    postcode: str = ""
    unsplit: str = ""
    place_key: str = ""
    latitude: float | None = None
    longitude: float | None = None
    reporter_kind: str = "not stated"
    name: str = ""
    phone: str = ""
    email: str = ""
    feedback_wanted: int | None = None
    route: str = ""
    status: str = ""
    history: int = 0
    waiting: int = 0
    taken_back: str | None = None
    finished_on: str | None = None
    purged: str | None = None
    created: str
    street_key: str = Field(default="", sa_column_kwargs={"server_default": ""})


class ReporterKey(SQLModel, table=True):
    """One normalised phone, e-mail or name with address by which a reporter is known again."""

    __tablename__ = "reporter_key"
    __table_args__ = (Index("reporter_key_key", "key", "received"), {"sqlite_with_rowid": False})

    report_id: int = Field(foreign_key="report.id", primary_key=True)
    key: str = Field(primary_key=True)
    received: str


class SourceValue(Numbered, table=True):
    """The source's own value of a field that the meeting typed, or that conflicts; kept until a person settles it."""

    __tablename__ = "source_value"
    __table_args__ = numbered(
        Index("source_value_report", "report_id"),
        Index("source_value_open", "report_id", sqlite_where=text("conflict = 1 AND settled IS NULL")),
    )

    report_id: int = Field(foreign_key="report.id")
    import_id: int | None = Field(default=None, foreign_key="import.id")
    field: str
    value: str
    conflict: int = 0
    settled: str | None = None


class IncidentLink(Numbered, table=True):
    """Two reports of the same incident, counted once; always to the one that counts, never to one linked itself.

    `undone` takes the link away; `shares_feedback` says that one answer tells both reporters.
    """

    __tablename__ = "incident_link"
    __table_args__ = numbered(
        Index("incident_link_report", "report_id", "undone", "same_as_id"),
        Index("incident_link_same_as", "same_as_id"),
    )

    report_id: int = Field(foreign_key="report.id")
    same_as_id: int = Field(foreign_key="report.id")
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id")
    undone: int = 0
    shares_feedback: int = Field(default=0, sa_column_kwargs={"server_default": "0"})


class LegalHold(Numbered, table=True):
    """A report that no purge may touch."""

    __tablename__ = "legal_hold"
    __table_args__ = numbered()

    report_id: int = Field(foreign_key="report.id")
    why: str
    at: str
    who: str
    released: str | None = None
