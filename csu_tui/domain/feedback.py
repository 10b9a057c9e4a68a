"""The ledger's rules: what a report's feedback may become (SPEC 3.5)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import AgencyId
from csu_tui.domain.ledger import Feedback
from csu_tui.domain.report import Reporter
from csu_tui.domain.words import FeedbackState, Means, ReporterKind, Risk
from csu_tui.domain.working_days import add_working_days

KEYS: dict[str, FeedbackState] = {
    "d": FeedbackState.DUE,
    "t": FeedbackState.ATTEMPTED,
    "g": FeedbackState.GIVEN,
    "a": FeedbackState.ANONYMOUS,
    "n": FeedbackState.DECLINED,
    "v": FeedbackState.VIA_ORGANISATION,
    "x": FeedbackState.NOT_APPROPRIATE,
}
"""The letter of each state that a person may choose; nobody chooses `unknown`."""

OWED = frozenset({FeedbackState.DUE, FeedbackState.ATTEMPTED})
"""An agency owes the reporter an answer."""
_UNREACHABLE = frozenset({FeedbackState.ANONYMOUS, FeedbackState.DECLINED})
_TOLD = frozenset({FeedbackState.ATTEMPTED, FeedbackState.GIVEN})
_PLAN = {
    ReporterKind.ANONYMOUS: FeedbackState.ANONYMOUS,
    ReporterKind.ORGANISATION: FeedbackState.VIA_ORGANISATION,
    ReporterKind.PARTNER_OFFICER: FeedbackState.VIA_ORGANISATION,
    ReporterKind.NOT_STATED: FeedbackState.UNKNOWN,
}


def planned(reporter: Reporter) -> FeedbackState:
    """Plan the feedback of a fresh report; anonymity comes before a wish, and a wish before the kind."""
    if reporter.kind is ReporterKind.ANONYMOUS:
        return FeedbackState.ANONYMOUS
    if reporter.feedback_wanted is False:
        return FeedbackState.DECLINED
    return _PLAN.get(reporter.kind, FeedbackState.DUE)


def due_date(first_meeting_day: date, risk: Risk, days: int = 3, days_high: int = 1) -> date:
    """Return the day the answer is due, in working days after the first meeting that had the report."""
    return add_working_days(first_meeting_day, days_high if risk is Risk.HIGH else days)


def settled(feedback: Feedback) -> bool:
    """Say whether nothing more is owed: told, cannot or must not be told, or told through the organisation."""
    if feedback.state is FeedbackState.VIA_ORGANISATION:
        return feedback.via_done
    return feedback.state not in OWED | {FeedbackState.UNKNOWN}


def overdue(feedback: Feedback, today: date) -> bool:
    """Say whether an answer is owed past its due date."""
    return feedback.state in OWED and feedback.due is not None and feedback.due < today


def move(
    feedback: Feedback,
    to: FeedbackState,
    *,
    reason: str = "",
    wish_changed: str | None = None,
    due: date | None = None,
    agency_id: AgencyId | None = None,
    agency: str = "",
    told: datetime | None = None,
    means: Means | None = None,
    via_done: bool = False,
) -> Feedback:
    """Return the line in its new state, or refuse with a sentence.

    `wish_changed` is the recorded reason why an anonymous or declining reporter is now to be told; without it such a
    line may only go from the one to the other. `due` and `agency`
    replace the plan where given. `told` (aware UTC) and `means` are for `given` and a done `via organisation`;
    `means` for `attempted` too. The contact itself is the caller's to write: see `after_contact` for counting tries.
    """
    _refuse_impossible(feedback, to, reason, wish_changed, means)
    if to is FeedbackState.GIVEN and told is None:
        raise RuleError("Say when the reporter was told.")
    line = replace(
        feedback,
        state=to,
        due=due or feedback.due,
        agency_id=agency_id or feedback.agency_id,
        agency=agency or feedback.agency,
        reason=(reason or wish_changed or "").strip(),
        told=None,
        means=None,
        via_done=False,
    )
    if to is FeedbackState.VIA_ORGANISATION:
        return replace(line, via_done=via_done, told=told if via_done else None, means=means if via_done else None)
    if to is FeedbackState.ATTEMPTED:
        return replace(line, means=means, attempts=feedback.attempts + 1)
    if to is FeedbackState.GIVEN:
        return replace(line, told=told, means=means, attempts=0)
    return line


def _refuse_impossible(
    feedback: Feedback, to: FeedbackState, reason: str, wish_changed: str | None, means: Means | None
) -> None:
    if to is FeedbackState.UNKNOWN:
        raise RuleError("Feedback cannot be set to unknown: choose what is to happen.")
    # Any other way out would be a detour to telling them: anonymous, via organisation, due.
    if feedback.state in _UNREACHABLE and to not in _UNREACHABLE and not (wish_changed or "").strip():
        raise RuleError(_wish_needed(feedback.state))
    if feedback.state is FeedbackState.UNKNOWN and to in _TOLD:
        raise RuleError(
            "The source did not say who reported this, so nobody can have been contacted: "
            "make the feedback due first, or leave it to the organisation."
        )
    if to is FeedbackState.NOT_APPROPRIATE and not reason.strip():
        raise RuleError("“Not appropriate” needs its safety or legal reason.")
    if to in _TOLD and means is None:
        raise RuleError("Say how the reporter was contacted: visit, call, letter or e-mail.")


def refuse_against_wish(feedback: Feedback, to: FeedbackState, reporter: Reporter, wish_changed: str) -> None:
    """Refuse to owe an answer anew to who is anonymous or wants none, though the line may stand at given (SPEC 3.5)."""
    wish = planned(reporter)
    if to in OWED and feedback.state not in OWED and wish in _UNREACHABLE and not wish_changed.strip():
        raise RuleError(_wish_needed(wish))


def _wish_needed(state: FeedbackState) -> str:
    if state is FeedbackState.ANONYMOUS:
        return "The reporter is anonymous and cannot be told: record first, with a reason, that they now want to be."
    return "The reporter does not want to be told: record first, with a reason, that their wish has changed."


def after_contact(
    feedback: Feedback, reached: bool, settles: bool, *, at: datetime, means: Means, attempts: int | None = None
) -> Feedback:
    """Return the line after one contact (SPEC 3.4); `settles` says that the reporter was told by it.

    On an anonymous or declined reporter the contact is recorded and the line stays; settling there is refused, and
    nothing is to be written. `attempts` is the count of contacts without answer since last told, where the caller has
    counted it; otherwise one is added.
    """
    if settles and not reached:
        raise RuleError("Nobody answered, so the reporter has not been told.")
    if feedback.state in _UNREACHABLE:
        if settles:
            raise RuleError(_wish_needed(feedback.state))
        return feedback
    if settles and feedback.state is FeedbackState.VIA_ORGANISATION:
        return replace(feedback, via_done=True, told=at, means=means, attempts=0)
    if settles:
        return move(feedback, FeedbackState.GIVEN, reason=feedback.reason, told=at, means=means)
    if reached:
        return feedback
    tried = replace(feedback, attempts=feedback.attempts + 1 if attempts is None else attempts)
    return replace(tried, state=FeedbackState.ATTEMPTED, means=means) if feedback.state in OWED else tried


def told_with(feedback: Feedback, reporter: Reporter, told: Feedback, ref: str) -> Feedback | None:
    """Return the line of another report of the same incident once one answer told both; None where it stays.

    Only what is owed is settled by it: never a reporter who is anonymous, declined, not to be told, or not known.
    """
    if planned(reporter) in _UNREACHABLE or settled(feedback) or feedback.state is FeedbackState.UNKNOWN:
        return None
    line = replace(feedback, reason=told_with_words(ref), told=told.told, means=told.means, attempts=0)
    if feedback.state is FeedbackState.VIA_ORGANISATION:
        return replace(line, via_done=True)
    return replace(line, state=FeedbackState.GIVEN, via_done=False)


def told_with_words(ref: str) -> str:
    """Return what stands as the reason of an answer that was given with that of another report."""
    return f"told with {ref}"


@dataclass(frozen=True, slots=True)
class Proof:
    """What became of the answers on decided reports: each report is in one of the counts; `via` is part of `told`."""

    told: int = 0
    via: int = 0
    anonymous: int = 0
    declined: int = 0
    not_appropriate: int = 0
    outstanding: int = 0

    @property
    def reports(self) -> int:
        """How many reports that is."""
        return self.told + self.anonymous + self.declined + self.not_appropriate + self.outstanding

    def say(self, when: str) -> str:
        """Say the proof in one line (SPEC 4.3); `when` is `this month` or another span."""
        told = f"{self.told} told" + (f" ({self.via} via organisation)" if self.via else "")
        parts = [told, f"{self.anonymous} anonymous", f"{self.declined} declined"]
        parts += [f"{self.not_appropriate} not appropriate"] if self.not_appropriate else []
        noun = "report" if self.reports == 1 else "reports"
        return f"of {self.reports} {noun} {when}: {', '.join(parts)}, {self.outstanding} outstanding"


def prove(counts: Mapping[tuple[FeedbackState, bool], int]) -> Proof:
    """Add up decided reports, counted by state and by whether the organisation has told them."""

    def of(state: FeedbackState) -> int:
        return counts.get((state, False), 0) + counts.get((state, True), 0)

    via = counts.get((FeedbackState.VIA_ORGANISATION, True), 0)
    waits = counts.get((FeedbackState.VIA_ORGANISATION, False), 0)
    return Proof(
        told=of(FeedbackState.GIVEN) + via,
        via=via,
        anonymous=of(FeedbackState.ANONYMOUS),
        declined=of(FeedbackState.DECLINED),
        not_appropriate=of(FeedbackState.NOT_APPROPRIATE),
        outstanding=of(FeedbackState.DUE) + of(FeedbackState.ATTEMPTED) + of(FeedbackState.UNKNOWN) + waits,
    )
