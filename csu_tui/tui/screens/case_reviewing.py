"""The ASB Case Review of the report on screen: raised, decided, closed; the same in the meeting and at a desk."""

from csu_tui.domain.case_review import CaseReview
from csu_tui.domain.ids import ReportId
from csu_tui.tui.present.case_review import about_words, review_words
from csu_tui.tui.screens.telling import Telling


class CaseReviewing(Telling):
    """R: raise one, or move the one that stands."""

    def do_case_review(self) -> None:
        """Ask for the next move of the case review of the report on screen."""
        item, flag = self.item, self.item.seen_before.case_review
        self.ask_case_review(item.report.id, flag.open, about_words(flag, self.desk.today()))

    def ask_case_review(self, report_id: ReportId, review: CaseReview | None, about: str, *, typed: str = "") -> None:
        """Ask for the next move of a review, of None to raise one.

        Where somebody else was quicker it is asked again, of the review as it stands then, the words typed kept.
        """
        from csu_tui.tui.dialogs.case_review import CaseReviewDialog, CaseReviewMove

        hidden = self.hides_of(report_id)

        def take(move: CaseReviewMove) -> None:
            def again() -> None:
                if review is not None:
                    self._ask_again(review, "" if hidden else move.words, move.words)

            self.put(lambda desk: move.make(desk, report_id, review), again=again)

        self.ask(CaseReviewDialog(review, about, hidden=hidden, typed=typed), take)

    def _ask_again(self, review: CaseReview, said: str, typed: str) -> None:
        now = self.desk.case_review(review.id, private=self.csu.private)
        words = " ".join(("Somebody was quicker:", review_words(now, self.desk.today()) + "."))
        if now.closed is None:
            self.ask_case_review(now.report_id, now, words, typed=typed)
        else:
            self.say(" ".join((words, " ".join(("Your words:", said)) if said else "")), bad=True)
