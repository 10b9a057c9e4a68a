"""A meeting that had a report, and what it resolved."""

from dataclasses import dataclass
from datetime import datetime

from csu_tui.domain.ids import MeetingId, ReportId
from csu_tui.domain.words import Decision, MeetingState


@dataclass(frozen=True, slots=True)
class Heard:
    """One meeting's step on a report; reason and comment are empty where they may not be shown."""

    meeting_id: MeetingId
    start: datetime
    state: MeetingState
    decision: Decision | None
    reason: str = ""
    comment: str = ""
    linked_id: ReportId | None = None
