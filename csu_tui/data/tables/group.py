"""Task and Finish Groups and case reviews."""

from sqlalchemy import Index, text
from sqlmodel import Field

from csu_tui.data.tables.base import Numbered, numbered


class TaskGroup(Numbered, table=True):
    """A Task and Finish Group: several reports, a lead agency, a report-back date."""

    __table_args__ = numbered()

    name: str
    concern: str = ""
    lead_agency_id: int = Field(foreign_key="agency.id")
    report_back: str | None = None
    opened: str
    closed: str | None = None
    outcome: str = ""
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id")
    about: str = Field(default="area", sa_column_kwargs={"server_default": "area"})
    """`area` or `person`: the name of a group about a person is theirs, and never for a room."""
    undone: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    carried_over: int = Field(default=0, sa_column_kwargs={"server_default": "0"})


class GroupMember(Numbered, table=True):
    """An agency or person on a group."""

    __tablename__ = "group_member"
    __table_args__ = numbered(Index("group_member_group", "group_id"))

    group_id: int = Field(foreign_key="taskgroup.id")
    agency_id: int | None = Field(default=None, foreign_key="agency.id")
    name: str = ""
    undone: int = 0


class GroupReport(Numbered, table=True):
    """A report that a group works on; `meeting_id` is the meeting that put it in, None at a desk."""

    __tablename__ = "group_report"
    __table_args__ = numbered(
        Index("group_report_group", "group_id"),
        Index("group_report_meeting", "meeting_id", sqlite_where=text("meeting_id IS NOT NULL")),
    )

    group_id: int = Field(foreign_key="taskgroup.id")
    report_id: int = Field(foreign_key="report.id", index=True)
    undone: int = 0
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id")


class GroupNote(Numbered, table=True):
    """A progress note of a group."""

    __tablename__ = "group_note"
    __table_args__ = numbered(Index("group_note_group", "group_id"))

    group_id: int = Field(foreign_key="taskgroup.id")
    at: str
    who: str
    text: str
    undone: int = 0


class CaseReview(Numbered, table=True):
    """An ASB Case Review (Anti-social Behaviour, Crime and Policing Act 2014, s.104), a record of its own.

    `raised`, `decided` and `closed` are London's days.
    """

    __tablename__ = "case_review"
    __table_args__ = numbered()

    report_id: int = Field(foreign_key="report.id")
    raised: str
    threshold_met: int | None = None
    taken_forward: int | None = None
    decided: str | None = None
    outcome: str = ""
    undone: int = 0
    closed: str | None = None
    reason: str = Field(default="", sa_column_kwargs={"server_default": ""})
