"""Everything the room may know of one step."""

from dataclasses import dataclass, field

from csu_tui.domain.action import Action, Contact
from csu_tui.domain.agenda import Step
from csu_tui.domain.case_review import CaseReviewFlag
from csu_tui.domain.group import InGroup
from csu_tui.domain.heard import Heard
from csu_tui.domain.ids import ReportId
from csu_tui.domain.ledger import Feedback
from csu_tui.domain.moment import Moment
from csu_tui.domain.report import Report
from csu_tui.domain.words import Decision, FeedbackState


@dataclass(frozen=True, slots=True)
class Earlier:
    """One earlier report in SEEN BEFORE; a sensitive one enters as a count only and never as this."""

    report_id: ReportId
    received: Moment
    headline: str
    same_place: bool
    same_reporter: bool
    actions: tuple[Action, ...] = ()
    decision: Decision | None = None
    reason: str = ""
    """Why it was decided; of a report that a Task and Finish Group took, which one and what came of that."""
    feedback: FeedbackState | None = None
    incident: ReportId | None = None
    """The report that it was counted with, where it tells of the same incident."""
    near: str = ""
    """Why its place may be the same, in words; such a one is offered and never counted."""
    place: str = ""
    """What a room may read of its place, where that is not the same."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A report that may tell of the same incident; `why` says so in words that a room may read."""

    report_id: ReportId
    headline: str
    place: str
    received: Moment
    why: str


@dataclass(frozen=True, slots=True)
class SeenBefore:
    """What the unit has seen before (SPEC 3.6); reports of one incident count once, this report's own not at all."""

    place_28_days: int = 0
    place_6_months: int = 0
    reporter_6_months: int = 0
    sensitive: int = 0
    """How many of them are sensitive, which are counted and not listed."""
    open_actions: int = 0
    """Actions open on other reports of the same place, however old."""
    earlier: tuple[Earlier, ...] = ()
    """The newest of them; none in SHARED where this report is sensitive itself."""
    incident: tuple[ReportId, ...] = ()
    """The other reports of the same incident, the one that counts first."""
    case_review: CaseReviewFlag = field(default_factory=CaseReviewFlag)


@dataclass(frozen=True, slots=True)
class Item:
    """Everything the room may know of one step: its report with actions, contacts, feedback and repeats."""

    step: Step | None
    report: Report
    actions: tuple[Action, ...]
    contacts: tuple[Contact, ...]
    feedback: Feedback
    seen_before: SeenBefore = field(default_factory=SeenBefore)
    groups: tuple[InGroup, ...] = ()
    """The Task and Finish Groups that work on it: at most one open, first."""
    told_with: tuple[ReportId, ...] = ()
    """The other reports of the same incident whose reporters one answer tells too."""
    held: Heard | None = None
    """The meeting that held it over to this one."""
