"""The record."""

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from csu_tui.data.tables.base import numbered


class ChangeRow(SQLModel, table=True):
    """One entry of the record (SPEC 3.8), chained by hash; never altered or deleted."""

    __tablename__ = "change"
    __table_args__ = numbered(
        Index("change_subject", "subject"),
        Index("change_meeting", "meeting_id"),
        Index("change_session", "session"),
        Index("change_undoes", "undoes"),
    )

    id: int | None = Field(default=None, primary_key=True)
    at: str
    machine_at: str
    who: str
    officer_id: int | None = None
    session: str = ""
    what: str
    subject: str
    meeting_id: int | None = None
    undoes: int | None = None
    digest_before: str = ""
    digest_after: str = ""
    previous: str
    hash: str


class ChangeValue(SQLModel, table=True):
    """The rows of a change before and after, as JSON with a salt; only a purge may remove them."""

    __tablename__ = "change_value"

    change_id: int = Field(primary_key=True, foreign_key="change.id")
    salt: str
    before: str
    after: str
