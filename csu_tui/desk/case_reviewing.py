"""ASB Case Reviews raised, decided and closed: a record of their own (the 2014 Act, s.104; SPEC 3.6)."""

from typing import TYPE_CHECKING, Any

from csu_tui.data.queries import agenda as agendas
from csu_tui.data.queries import case_review as case_reviews
from csu_tui.data.queries import meeting as meetings
from csu_tui.data.queries import report as reports
from csu_tui.desk.lists import Lists
from csu_tui.domain.case_review import CaseReview
from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import CaseReviewId, MeetingId, ReportId
from csu_tui.domain.reference import case_review_ref, report_ref
from csu_tui.domain.stroke import Said

if TYPE_CHECKING:
    from csu_tui.data.writing import Writing


class CaseReviewing(Lists):
    """Raise, decide, close."""

    def case_reviews(self, *, private: bool = False) -> tuple[CaseReview, ...]:
        """Return every case review, newest first; words about a sensitive report only in private."""
        with self._db.read() as connection:
            found = case_reviews.case_reviews(connection)
            return found if private else tuple(review.public() for review in found)

    def case_review(self, review_id: CaseReviewId, *, private: bool = False) -> CaseReview:
        """Return one case review; raises RuleError where there is none."""
        with self._db.read() as connection:
            found = case_reviews.case_review(connection, review_id)
            return found if private else found.public()

    def raise_case_review(self, report_id: ReportId) -> Said:
        """Raise a case review on a report, whether or not its threshold looks met: that is for people to decide.

        Refused, naming it, where one that is not closed stands for the same reporter or incident.
        """
        with self._writing() as writing:
            connection = writing.connection
            report = reports.report(connection, report_id)
            self._refuse_taken_back(connection, report_id)
            standing = case_reviews.flag(connection, report_id).open
            if standing is not None:
                # Who reported a sensitive one is not to be told by what else they reported.
                named = not (report.sensitive or standing.sensitive)
                on = f"{case_review_ref(standing.id)}, raised on {report_ref(standing.report_id)}," if named else "One"
                raise RuleError(f"{on} is open for the same reporter or incident: decide and close that one.")
            number = writing.add("case_review", report_id=report_id, raised=self.today().isoformat())
            return self._reviewed(writing, number, report_id, "raise case review", "raised")

    def decide_case_review(
        self, review: CaseReview, *, threshold_met: bool | None = None, taken_forward: bool | None = None, why: str = ""
    ) -> Said:
        """Resolve whether the threshold is met, whether the review is taken forward, or both.

        A review is taken forward only where the threshold is met (s.104(1)). Why it is not met, or not taken forward
        although it is, the applicant must be told, and so it is needed here. Until it is closed this may change; the
        day decided moves with the answers only, not with the words.
        """
        if threshold_met is None and taken_forward is None:
            raise RuleError("Say whether the threshold is met, or whether the review is taken forward.")
        with self._writing() as writing:
            standing = self._open_review(writing, review)
            ref = case_review_ref(standing.id)
            met = standing.threshold_met if threshold_met is None else threshold_met
            if met is None:
                raise RuleError(f"Decide first whether the threshold of {ref} is met.")
            if taken_forward and not met:
                raise RuleError(
                    f"{ref} cannot be taken forward while its threshold is not met: persistence, harm or a poor"
                    " response may meet it too; decide it as met then, and say why."
                )
            forward = (standing.taken_forward if taken_forward is None else taken_forward) if met else False
            moved = (met, forward) != (standing.threshold_met, standing.taken_forward)
            kept = why.strip() or ("" if moved else standing.why)
            if not kept and (not met or forward is False):
                what = "is not taken forward" if met else "is not met"
                raise RuleError(f"Say why {ref if met else f'the threshold of {ref}'} {what}: the applicant is told.")
            if not moved and kept == standing.why:
                raise RuleError(f"{ref} stands so already: {standing.stands()}.")
            values: dict[str, Any] = {"threshold_met": int(met), "reason": kept}
            values["taken_forward"] = None if forward is None else int(forward)
            if moved:
                values["decided"] = self.today().isoformat()
            writing.change("case_review", standing.id, **values)
            now = case_reviews.case_review(writing.connection, standing.id).stands()
            return self._reviewed(writing, standing.id, standing.report_id, f"decide case review: {now}", now)

    def close_case_review(self, review: CaseReview, outcome: str) -> Said:
        """Close a decided case review with its outcome: what was recommended, and that the applicant was told."""
        if not outcome.strip():
            raise RuleError("Say what came of the case review.")
        with self._writing() as writing:
            standing = self._open_review(writing, review)
            if standing.taken_forward is None:
                raise RuleError(f"{case_review_ref(standing.id)} cannot be closed yet: {standing.stands()}.")
            values = {"outcome": outcome.strip(), "closed": self.today().isoformat()}
            writing.change("case_review", standing.id, **values)
            return self._reviewed(writing, standing.id, standing.report_id, "close case review", "closed")

    @staticmethod
    def _open_review(writing: "Writing", review: CaseReview) -> CaseReview:
        """Return the review as it stands, refusing one closed, undone, or changed since it was seen."""
        standing = case_reviews.case_review(writing.connection, review.id)
        ref = case_review_ref(review.id)
        writing.check("case_review", review.id, review.version, ref)
        if standing.closed is not None:
            raise RuleError(f"{ref} is closed: a new one can be raised on {report_ref(standing.report_id)}.")
        return standing

    def _reviewed(self, writing: "Writing", number: int, report_id: ReportId, what: str, words: str) -> Said:
        ref = case_review_ref(number)
        writing.record(what, ref, meeting_id=self._sits(writing, report_id))
        step = self._step_of(writing.connection, report_id)
        return Said(f"{ref}, ASB Case Review on {report_ref(report_id)}: {words}.", step, report_id=report_id)

    def _sits(self, writing: "Writing", report_id: ReportId) -> MeetingId | None:
        """Return the open meeting where the report is on its agenda or its chair does it: its minutes tell it."""
        meeting = meetings.open_meeting(writing.connection)
        if meeting is None:
            return None
        on_agenda = agendas.step_of_report(writing.connection, meeting.id, report_id) is not None
        chairs = meetings.driver(writing.connection, meeting.id)[0] == self._token()
        return meeting.id if on_agenda or chairs else None
