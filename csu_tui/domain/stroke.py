"""What a person puts into one stroke, and the sentence that comes back."""

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from csu_tui.domain.ids import AgencyId, CategoryId, ChangeId, GroupId, KindId, MeetingId, OfficerId, ReportId, StepId
from csu_tui.domain.meeting import Attendee
from csu_tui.domain.place import Place
from csu_tui.domain.report import Reporter
from csu_tui.domain.words import Means, Qualifier, Risk


@dataclass(frozen=True, slots=True)
class Assignment:
    """A task in full; without a due date the unit's default working days count from today."""

    agency_id: AgencyId
    officer_id: OfficerId | None = None
    kind_id: KindId | None = None
    text: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class ContactMade:
    """One attempt to reach the reporter; without a time it was now, without an agency it was the unit's own."""

    means: Means
    reached: bool
    note: str = ""
    at: datetime | None = None
    agency_id: AgencyId | None = None
    officer_id: OfficerId | None = None
    settles: bool = False


@dataclass(frozen=True, slots=True)
class SameAs:
    """Which report tells of the same incident; without one the link that stands is taken away."""

    other: ReportId | None
    shares_feedback: bool = False


@dataclass(frozen=True, slots=True)
class NewReport:
    """A report raised on the day; category, place, source, reporter kind and wish are enough."""

    category_id: CategoryId
    source: str
    place: Place = field(default_factory=Place)
    reporter: Reporter = field(default_factory=Reporter)
    risk: Risk = Risk.STANDARD
    title: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class ReportEdit:
    """What a meeting may type over what the source said; None leaves a field as it is."""

    risk: Risk | None = None
    category_id: CategoryId | None = None
    place: Place | None = None
    qualifier: Qualifier | None = None


@dataclass(frozen=True, slots=True)
class Roll:
    """The roll of a meeting."""

    chair: str
    present: tuple[Attendee, ...] = ()
    apologies: tuple[Attendee, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What a stroke did, in a sentence that a room may read; `step` is where to go, if anywhere."""

    words: str
    step: StepId | None = None
    change: ChangeId | None = None
    report_id: ReportId | None = None
    group_id: GroupId | None = None


@dataclass(frozen=True, slots=True)
class Closed:
    """A meeting closed; `problem` says why its minutes could not be written, which leaves it closed all the same."""

    meeting_id: MeetingId
    minutes: Path | None
    problem: str


@dataclass(frozen=True, slots=True)
class ActionFilter:
    """Which actions a list shows; empty means all open ones."""

    agency_id: AgencyId | None = None
    officer_id: OfficerId | None = None
    status: str = "open"
    """One of the action statuses, or `all`."""
    overdue: bool = False
