"""Meetings and the steps of their agendas."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from csu_tui.data.tables.base import Numbered, numbered


class Meeting(Numbered, table=True):
    """One sitting; at most one is open. `present` and `apologies` are JSON lists; `snapshot` is what minutes show."""

    __table_args__ = numbered(
        Index("meeting_one_open", "state", unique=True, sqlite_where=text("state = 'open'")),
        Index("meeting_start", "start"),
    )

    state: str = "open"
    chair: str
    window_start: str
    window_end: str
    start: str
    end: str | None = None
    step: int = 0
    driver: str = ""
    driver_name: str = ""
    present: str = "[]"
    apologies: str = "[]"
    snapshot: str | None = None


class AgendaStep(Numbered, table=True):
    """One step of a meeting, on an action or a report, with what the meeting resolved."""

    __tablename__ = "agenda_step"
    __table_args__ = numbered(
        UniqueConstraint("meeting_id", "number"),
        Index("agenda_step_report", "report_id"),
        Index("agenda_step_action", "action_id"),
        Index("agenda_step_group", "group_id", sqlite_where=text("group_id IS NOT NULL")),
        Index("agenda_step_linked", "linked_id", sqlite_where=text("linked_id IS NOT NULL")),
        CheckConstraint("kind in ('action', 'report', 'group')"),
    )

    meeting_id: int = Field(foreign_key="meeting.id")
    number: int
    kind: str
    report_id: int | None = Field(default=None, foreign_key="report.id")
    action_id: int | None = Field(default=None, foreign_key="action.id")
    group_id: int | None = Field(default=None, foreign_key="taskgroup.id")
    late: int = 0
    held_over: int = 0
    raised: int = 0
    decision: str | None = None
    reason: str = ""
    linked_id: int | None = Field(default=None, foreign_key="report.id")
    decided: str | None = None
    decided_by: str = ""
    review: str | None = None
    review_note: str = ""
    comment: str = ""
