"""A task given to one agency, and an attempt to reach the reporter."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from csu_tui.domain.ids import ActionId, AgencyId, ContactId, KindId, MeetingId, OfficerId, ReportId
from csu_tui.domain.words import ActionStatus, Family, Means

TELLING = frozenset({Family.INTERVENTION, Family.REFERRAL})
"""Families whose kinds name the concern: of a sensitive report's action a room reads the family alone."""


@dataclass(frozen=True, slots=True)
class Action:
    """A task given to exactly one agency; `meeting_id` is where it was made, None at a desk."""

    id: ActionId
    version: int
    report_id: ReportId
    meeting_id: MeetingId | None
    agency_id: AgencyId
    agency: str
    officer_id: OfficerId | None
    officer: str
    kind_id: KindId
    kind: str
    family: Family
    text: str
    due: date
    status: ActionStatus
    outcome: str
    carried_over: int
    touched: bool
    """True once anybody but its maker has changed it: then no later decision withdraws it."""

    def overdue(self, today: date) -> bool:
        """Say whether it is open past its due date."""
        return self.status is ActionStatus.OPEN and self.due < today

    def public(self, sensitive: bool) -> "Action":
        """Leave out the words of a sensitive report's action, and a kind that names the concern, such as Prevent."""
        if not sensitive:
            return self
        return replace(self, text="", outcome="", kind=self.family.value if self.family in TELLING else self.kind)


@dataclass(frozen=True, slots=True)
class Contact:
    """One attempt to reach the reporter."""

    id: ContactId
    report_id: ReportId
    action_id: ActionId | None
    agency_id: AgencyId
    agency: str
    officer: str
    at: datetime
    means: Means
    reached: bool
    note: str

    def public(self, sensitive: bool) -> "Contact":
        """Leave out the note of a sensitive report's contact."""
        return replace(self, note="") if sensitive else self
