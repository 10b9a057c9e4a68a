"""One sitting of the daily tasking: its window, roll and place."""

from dataclasses import dataclass
from datetime import datetime

from csu_tui.domain.ids import AgencyId, MeetingId
from csu_tui.domain.words import MeetingState


@dataclass(frozen=True, slots=True)
class Window:
    """The time a meeting covers: from the previous window's end to this opening, both aware UTC."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Attendee:
    """One line of the roll."""

    agency_id: AgencyId | None
    agency: str
    name: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """One sitting of the daily tasking; `step` is the number of the step reached, from 1; 0 before the first."""

    id: MeetingId
    version: int
    state: MeetingState
    chair: str
    window: Window
    start: datetime
    end: datetime | None
    step: int
    driver: str
    present: tuple[Attendee, ...] = ()
    apologies: tuple[Attendee, ...] = ()
