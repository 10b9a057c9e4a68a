"""The ASB Case Review, once the Community Trigger (Anti-social Behaviour, Crime and Policing Act 2014, s.104).

Who has complained often enough may ask the agencies to review what they did. The law's own threshold is three
qualifying complaints; a second one is the unit's: so many people who report one problem.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Self

from csu_tui.domain.ids import CaseReviewId, ReportId
from csu_tui.domain.moment import Moment, local
from csu_tui.domain.months import months_on
from csu_tui.domain.place import Place

EXPLAIN = "explain the Case Review"
MET = "threshold looks met"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The unit's numbers; s.104(4) and (12) leave them to each area's review procedures."""

    months: int = 6
    """How far back a report counts."""
    behaviour_months: int = 1
    """Within how many months of the behaviour it was made."""
    explain: int = 2
    met: int = 3
    people: int = 5


@dataclass(frozen=True, slots=True)
class Complaint:
    """One report as the rule sees it.

    `incident` is the number under which it counts: that of the report it is linked to, else its own. `reporter` are
    the keys by which its reporter is known again, none for who is anonymous or not stated.
    """

    report_id: ReportId
    received: Moment
    occurred: Moment | None
    asb: bool
    sensitive: bool
    incident: int
    reporter: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CaseReview:
    """A case review's own record; days are London's, and what is not resolved yet is None.

    `why` and `outcome` are free words about its report.
    """

    id: CaseReviewId
    version: int
    report_id: ReportId
    headline: str
    place: Place
    sensitive: bool
    raised: date
    threshold_met: bool | None = None
    taken_forward: bool | None = None
    decided: date | None = None
    why: str = ""
    outcome: str = ""
    closed: date | None = None

    def public(self) -> Self:
        """Leave out the house, and of a sensitive report every free word."""
        shown = replace(self, place=self.place.public())
        return replace(shown, why="", outcome="") if self.sensitive else shown

    def stands(self) -> str:
        """Say where it stands, in words that a room may read."""
        if self.threshold_met is None:
            said = "threshold to be decided"
        elif not self.threshold_met:
            said = "threshold not met"
        elif self.taken_forward is None:
            said = "threshold met, to be taken forward or not"
        else:
            said = "threshold met, taken forward" if self.taken_forward else "threshold met, not taken forward"
        return f"{said}, closed" if self.closed else said


@dataclass(frozen=True, slots=True)
class CaseReviewFlag:
    """How near the reporter of a report, and the problem it is about, are to a case review."""

    thresholds: Thresholds = field(default_factory=Thresholds)
    qualifying: int = 0
    """Separate incidents that this reporter's qualifying reports tell of."""
    by_received: int = 0
    """How many of those count by the date received, for want of a date of the behaviour."""
    people: int = 0
    """Different people who reported separate incidents of this problem."""
    reports: tuple[ReportId, ...] = ()
    """The reporter's qualifying reports, newest first, sensitive ones apart."""
    reviews: tuple[CaseReview, ...] = ()
    """The case reviews raised for this reporter or incident, newest first."""
    others: tuple[CaseReview, ...] = ()
    """The case reviews of this place that others raised and that are being dealt with."""

    def public(self, report_id: ReportId, *, hide: bool) -> Self:
        """Leave out what SHARED never shows; with `hide`, of a sensitive report, what else its caller has reported."""
        # A review of another, sensitive report would tell a room who reported that.
        reviews, others = (
            tuple(one.public() for one in some if one.report_id == report_id or not one.sensitive)
            for some in (self.reviews, self.others)
        )
        if hide:
            return replace(self, reports=(), reviews=tuple(r for r in reviews if r.report_id == report_id), others=())
        return replace(self, reviews=reviews, others=others)

    @property
    def met(self) -> bool:
        """Say whether either threshold looks met; whether it is, people decide."""
        return self.qualifying >= self.thresholds.met or self.people_met

    @property
    def people_met(self) -> bool:
        """Say whether the unit's own threshold looks met: so many people, one problem."""
        return self.people >= self.thresholds.people

    @property
    def due(self) -> str:
        """Return what the meeting owes: `explain the Case Review`, `threshold looks met`, or nothing."""
        if self.met:
            return MET
        return EXPLAIN if self.qualifying >= self.thresholds.explain else ""

    @property
    def shows(self) -> bool:
        """Say whether there is anything to tell: something due, or a review raised."""
        return bool(self.due or self.reviews)

    def near(self) -> str:
        """Say how near it is: `2 of 3`."""
        return f"{self.qualifying} of {self.thresholds.met}{' needed' if self.qualifying > self.thresholds.met else ''}"

    def undated(self) -> str:
        """Say how many count for want of a date of the behaviour; empty where none does."""
        return f"{self.by_received} counted by date received" if self.by_received else ""

    def count(self) -> str:
        """Say how near it is, and on what ground: `3 of 3, 1 counted by date received`."""
        return ", ".join(part for part in (self.near(), self.undated()) if part)

    def many(self) -> str:
        """Say that the unit's own threshold looks met; empty where it does not."""
        return f"{self.people} people report one problem here" if self.people_met else ""

    def words(self) -> str:
        """Say what is due and why, in words that anybody may read; empty where nothing is due."""
        return ", ".join(part for part in (self.due, self.many()) if part)

    @property
    def open(self) -> CaseReview | None:
        """Return the review that is being dealt with, if one is."""
        return next((one for one in self.reviews if one.closed is None), None)

    def recent(self, today: date) -> CaseReview | None:
        """Return the newest review that answers these reports: one not closed, or raised in as many months."""
        since = months_on(today, -self.thresholds.months)
        return self.open or next((one for one in self.reviews if one.raised >= since), None)


def qualifies(complaint: Complaint, at_hand: Complaint, thresholds: Thresholds) -> bool:
    """Say whether a report counts on the day of the report at hand (s.104(11)).

    It is of an ASB category; it was made within one month of the behaviour, the same day of the next month included;
    and it was received in the last six months, from the same day of that month on, up to the day of the report at
    hand, whatever the hour. The law's "period beginning with" ends a day earlier: the resident has the benefit, as
    s.104(12) allows. Days are London's. A day that a month does not have is its last. What is stated as a month only
    counts where it would on every day of that month. A behaviour dated after the report has no date that can be right,
    and counts, like one without a date, by the date received.
    """
    if not complaint.asb or not _in_time(complaint, thresholds.behaviour_months):
        return False
    if complaint.report_id == at_hand.report_id:
        return True
    since = months_on(_last(at_hand.received), -thresholds.months)
    return since <= complaint.received.day and _last(complaint.received) <= at_hand.received.day


def earliest(at_hand: Moment, thresholds: Thresholds) -> date:
    """Return a day before which no report can count; the exact edge is `qualifies`."""
    return months_on(at_hand.day, -thresholds.months) - timedelta(days=1)


def flagged(
    at_hand: Complaint, theirs: Iterable[Complaint], here: Iterable[Complaint], thresholds: Thresholds
) -> CaseReviewFlag:
    """Count the qualifying reports of one reporter, and the people who report one problem.

    `theirs` are the reporter's reports, `here` those of the place; both may hold the report at hand. One problem is one
    place and any ASB: who takes a call chooses the category, and two callers are seldom given the same.
    """
    known = bool(at_hand.reporter)
    counted = [one for one in theirs if known and qualifies(one, at_hand, thresholds)]
    incidents = _first_of_each(counted)
    problem = [one for one in here if at_hand.asb and one.reporter and qualifies(one, at_hand, thresholds)]
    listed = sorted((one for one in counted if not one.sensitive), key=lambda one: (one.received.at, one.report_id))
    return CaseReviewFlag(
        thresholds,
        qualifying=len(incidents),
        by_received=sum(not _dated(one) for one in incidents),
        people=len(_people(one.reporter for one in _first_of_each(problem))),
        reports=tuple(one.report_id for one in reversed(listed)),
    )


def _in_time(complaint: Complaint, months: int) -> bool:
    if complaint.occurred is None or not _dated(complaint):
        return True
    return _last(complaint.received) <= months_on(complaint.occurred.day, months)


def _dated(complaint: Complaint) -> bool:
    """Say whether the date of the behaviour is known, and can be right."""
    return complaint.occurred is not None and complaint.occurred.day <= _last(complaint.received)


def _last(stated: Moment) -> date:
    """Return the last day that a stated time may be: a month only ends on its last."""
    return max(stated.day, local(stated.end - timedelta(microseconds=1)).date())


def _first_of_each(complaints: Iterable[Complaint]) -> list[Complaint]:
    """Keep one report of each incident: the one that the others are linked to, else the first."""
    kept: dict[int, Complaint] = {}
    for one in sorted(complaints, key=lambda c: (c.report_id != c.incident, c.received.at, c.report_id)):
        kept.setdefault(one.incident, one)
    return list(kept.values())


def _people(reporters: Iterable[frozenset[str]]) -> list[set[str]]:
    """Tell people apart: who shares a phone, an e-mail, or a name with its address is one."""
    people: list[set[str]] = []
    for keys in reporters:
        same = [one for one in people if one & keys]
        people = [one for one in people if one not in same] + [set(keys).union(*same)]
    return people
