"""Actions, contacts and the ledger."""

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from csu_tui.data.tables.base import Numbered, numbered


class Action(Numbered, table=True):
    """A task given to exactly one agency; a withdrawn one keeps its number and is on no list."""

    __table_args__ = numbered(
        Index("action_report", "report_id"),
        Index("action_open", "due", "agency_id", sqlite_where=text("status = 'open' AND withdrawn = 0")),
        Index("action_open_report", "report_id", sqlite_where=text("status = 'open' AND withdrawn = 0")),
        Index("action_meeting", "meeting_id"),
        Index("action_finished", "finished", sqlite_where=text("finished IS NOT NULL AND withdrawn = 0")),
    )

    report_id: int = Field(foreign_key="report.id")
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id")
    agency_id: int = Field(foreign_key="agency.id")
    officer_id: int | None = Field(default=None, foreign_key="officer.id")
    kind_id: int = Field(foreign_key="kind.id")
    text: str = ""
    due: str
    status: str = "open"
    outcome: str = ""
    finished: str | None = None
    carried_over: int = 0
    touched: int = 0
    withdrawn: int = 0
    created: str
    made_by: str


class Contact(Numbered, table=True):
    """One attempt to reach the reporter; `undone` takes it off every list and count."""

    __table_args__ = numbered(
        Index("contact_report", "report_id"), Index("contact_at", "at", sqlite_where=text("undone = 0"))
    )

    report_id: int = Field(foreign_key="report.id")
    action_id: int | None = Field(default=None, foreign_key="action.id")
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id")
    agency_id: int = Field(foreign_key="agency.id")
    officer_id: int | None = Field(default=None, foreign_key="officer.id")
    at: str
    means: str
    reached: int
    note: str = ""
    settles: int = 0
    undone: int = 0


class Feedback(SQLModel, table=True):
    """The ledger's line of one report."""

    __table_args__ = (
        Index("feedback_owed", "due", sqlite_where=text("state IN ('due', 'attempted') AND due IS NOT NULL")),
        Index("feedback_state", "state"),
    )

    report_id: int = Field(primary_key=True, foreign_key="report.id")
    version: int = 1
    state: str
    due: str | None = None
    agency_id: int | None = Field(default=None, foreign_key="agency.id")
    reason: str = ""
    attempts: int = 0
    told: str | None = None
    means: str | None = None
    via_done: int = 0
    planned: int = 0
    """1 once a person, not the import, has set it."""
