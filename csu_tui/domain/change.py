"""One entry of the record."""

from dataclasses import dataclass
from datetime import datetime

from csu_tui.domain.ids import MeetingId


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the record (SPEC 3.8)."""

    id: int
    at: datetime
    who: str
    what: str
    subject: str
    meeting_id: MeetingId | None
    undoes: int | None
    why: str = ""
    """Why an action was re-dated or handed over, in somebody's words; empty where a room may not read them."""

    beside: str = ""
    """In the record of a report: that this was done on another of the same incident, and what it did here."""

    @property
    def said(self) -> str:
        """What was done, and why."""
        return (f"{self.what} ({self.why})" if self.why else self.what) + (f" {self.beside}" if self.beside else "")
