"""What a meeting walks through, and what waits before it opens."""

from dataclasses import dataclass

from csu_tui.domain.hotspot import Hotspot
from csu_tui.domain.ids import ActionId, GroupId, ReportId, StepId
from csu_tui.domain.meeting import Attendee, Meeting, Window
from csu_tui.domain.place import Place
from csu_tui.domain.words import Decision, Review, Risk, StepKind


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the agenda, in what a room may read; `owners` are the short names tasked in this meeting.

    A group's step has `NO_REPORT`; it is `sensitive` where nothing that the group is called or says is for a room.
    """

    id: StepId
    version: int
    number: int
    kind: StepKind
    report_id: ReportId
    action_id: ActionId | None
    headline: str
    place: Place
    risk: Risk
    sensitive: bool
    late: bool
    held_over: bool
    raised: bool
    decision: Decision | None
    reason: str
    linked_id: ReportId | None
    review: Review | None
    comment: str
    agency: str = ""
    """For an action: whose it is; for a group: who leads it."""
    task: str = ""
    """For an action: its kind, which a room does not read of a sensitive report's."""
    owners: tuple[str, ...] = ()
    seen: int = 0
    """How many reports this place had in 28 days before, itself apart."""
    taken_back: bool = False
    history: bool = False
    """A report of the first meeting's backlog that was made history (SPEC 3.1)."""
    group_id: GroupId | None = None
    """The Task and Finish Group that reports back."""

    @property
    def gone(self) -> bool:
        """Say whether the meeting has nothing to do with it any more: taken back by its source, or made history."""
        return self.taken_back or self.history

    @property
    def settled(self) -> bool:
        """Say whether the meeting has dealt with it."""
        return (self.decision if self.kind is StepKind.REPORT else self.review) is not None


@dataclass(frozen=True, slots=True)
class Agenda:
    """The steps of the open meeting, or those that the next one would hold (`meeting` is None)."""

    meeting: Meeting | None
    window: Window
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """What waits before a meeting opens."""

    window: Window
    first: bool
    reports_by_source: tuple[tuple[str, int], ...]
    late: int
    held_over: int
    actions_overdue: int
    actions_due_today: int
    feedback_overdue: int
    last_present: tuple[Attendee, ...]
    last_chair: str
    unit: str
    confidentiality: str
    conflicts: int = 0
    """What sources sent that differs from what the unit knows, and nobody has settled."""
    groups_due: int = 0
    """Task and Finish Groups that report back today, or should have."""
    updated: int = 0
    """Reports decided whose source sent new text since."""
    hotspots: tuple[Hotspot, ...] = ()

    @property
    def reports(self) -> int:
        """How many reports wait."""
        return sum(count for _, count in self.reports_by_source)


@dataclass(frozen=True, slots=True)
class Checklist:
    """What stands between a meeting and its close; steps are by number."""

    undecided: tuple[Step, ...]
    unreviewed: tuple[Step, ...]
    """Due actions, and groups' report-backs, that were not heard."""
    unplanned: tuple[Step, ...]
    """Reports whose feedback is `unknown` or has no plan."""

    @property
    def clear(self) -> bool:
        """Say whether the meeting can be closed without holding anything over."""
        return not (self.undecided or self.unreviewed or self.unplanned)
