"""A Task and Finish Group: several reports about one area or vulnerable person, a lead agency, a report-back date."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import AgencyId, GroupId, MeetingId, ReportId
from csu_tui.domain.moment import Moment
from csu_tui.domain.place import Place
from csu_tui.domain.reference import group_ref
from csu_tui.domain.setting import NAME, one_line
from csu_tui.domain.words import About, Decision, FeedbackState

NOT_NAMED = "name not shown"
"""What stands beside a hidden group's reference."""
REPORT_BACK_DAYS = 20
"""Working days in which a group reports back where nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class Member:
    """An agency on a group, or a person of it or of none."""

    id: int
    agency_id: AgencyId | None
    agency: str
    name: str

    @property
    def called(self) -> str:
        """Name the member as a list does."""
        return ", ".join(part for part in (self.agency, self.name) if part)


@dataclass(frozen=True, slots=True)
class GroupNote:
    """One progress note: who wrote it, and when."""

    at: datetime
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class GroupReport:
    """A report that a group works on, and where it stands; headline and place are what a room may read.

    `incident` is the number under which it counts: linked reports count once (SPEC 3.2).
    """

    report_id: ReportId
    incident: ReportId
    received: Moment
    headline: str
    place: Place
    sensitive: bool
    decision: Decision | None
    open_actions: int
    feedback: FeedbackState


@dataclass(frozen=True, slots=True)
class Group:
    """A Task and Finish Group.

    `hidden` is one about a person, or with a sensitive report in it: what it is called and says is not for a room.
    `shown` is False once that has been left out.
    """

    id: GroupId
    version: int
    name: str
    about: About
    concern: str
    lead_id: AgencyId
    lead: str
    report_back: date | None
    carried_over: int
    opened: datetime
    closed: datetime | None
    outcome: str
    meeting_id: MeetingId | None
    hidden: bool
    count: int
    """How many reports it works on, linked ones once."""
    members: tuple[Member, ...] = ()
    reports: tuple[GroupReport, ...] = ()
    notes: tuple[GroupNote, ...] = ()
    shown: bool = True

    @property
    def named(self) -> str:
        """What stands beside its reference: its name, or that this is not shown."""
        return self.name if self.shown else NOT_NAMED

    @property
    def open(self) -> bool:
        """Say whether it is still at work."""
        return self.closed is None

    def due(self, today: date) -> bool:
        """Say whether it reports back today, or should have."""
        return self.open and self.report_back is not None and self.report_back <= today

    def public(self) -> "Group":
        """Leave out of a hidden group what SHARED never shows: name, concern, members, notes, outcome.

        Lead agency, dates, counts and references stay.
        """
        if not self.hidden:
            return self
        return replace(
            self, name=called(self.id), concern="", outcome="", members=(), notes=(), reports=self.reports, shown=False
        )


@dataclass(frozen=True, slots=True)
class InGroup:
    """The group that a report is in, in one line of the report."""

    group_id: GroupId
    name: str
    hidden: bool
    lead: str
    report_back: date | None
    closed: bool

    def public(self) -> "InGroup":
        """Leave out the name of a hidden group."""
        return replace(self, name=called(self.group_id)) if self.hidden else self


@dataclass(frozen=True, slots=True)
class NewGroup:
    """What a group begins with; `reports` are those that it begins with, `members` agencies beside the lead."""

    name: str
    lead_id: AgencyId
    about: About = About.AREA
    concern: str = ""
    report_back: date | None = None
    reports: tuple[ReportId, ...] = ()
    members: tuple[AgencyId, ...] = field(default=())


def called(group_id: GroupId) -> str:
    """Return what a room may call a hidden group: `Group T3`."""
    return f"Group {group_ref(group_id)}"


def checked_name(name: str) -> str:
    """Return a group's name as it is kept; refused empty, too long or of several lines."""
    return one_line(name, "A group", NAME)


def refuse_closed(group: Group) -> None:
    """Refuse a group that has finished."""
    if not group.open:
        raise RuleError(f"{group_ref(group.id)} is closed: choose another group, or start a new one.")
