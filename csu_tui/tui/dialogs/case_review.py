"""An ASB Case Review raised, or the one that stands moved on."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from csu_tui.desk.desk import Desk
from csu_tui.domain.case_review import CaseReview
from csu_tui.domain.ids import ReportId
from csu_tui.domain.stroke import Said
from csu_tui.tui.dialogs.ask import Ask
from csu_tui.tui.dialogs.choices import Choice
from csu_tui.tui.dialogs.page import Page, phrase_page


@dataclass(frozen=True, slots=True)
class CaseReviewMove:
    """What is to become of a review: without any answer it is raised, with an `outcome` it is closed."""

    threshold_met: bool | None = None
    taken_forward: bool | None = None
    why: str = ""
    outcome: str = ""

    @property
    def words(self) -> str:
        """What was typed."""
        return self.why or self.outcome

    def make(self, desk: Desk, report_id: ReportId, review: CaseReview | None) -> Said:
        """Make the move on the review as it was seen, which is None where it is to be raised."""
        if review is None:
            return desk.raise_case_review(report_id)
        if self.outcome:
            return desk.close_case_review(review, self.outcome)
        return desk.decide_case_review(
            review, threshold_met=self.threshold_met, taken_forward=self.taken_forward, why=self.why
        )


class CaseReviewDialog(Ask[CaseReviewMove]):
    """Asks for the next move: raise; threshold met or not; taken forward or not; the outcome.

    `about` says what is known; `typed` are words that stood in the way of somebody else's change, kept.
    """

    def __init__(self, review: CaseReview | None, about: str, *, hidden: bool = False, typed: str = "") -> None:
        super().__init__("ASB Case Review")
        self._review = review
        self._about = about
        self._hidden = hidden
        self._words = typed

    def rows(self) -> int:
        """Return how many lines the longest list has: forward, not, or later."""
        return 3

    def opening(self) -> Page:
        """Ask for what comes next."""
        if self._review is None:
            raises = Choice("raise one on this report", partial(self.finish, CaseReviewMove()), "r")
            return Page("Press r", (raises,), pointed=None, about=self._about)
        if self._review.threshold_met is None:
            return self._threshold()
        if self._review.taken_forward is None:
            return self._forward(met=None)
        return Page(
            "What now?",
            (
                Choice("close it, with its outcome", self._ask_outcome, "c"),
                Choice("decide it anew", lambda: self.turn(self._threshold(back=True)), "d"),
            ),
            pointed=None,
            about=self._about,
        )

    def _threshold(self, *, back: bool = False) -> Page:
        return Page(
            "Is the threshold met?",
            (
                Choice("met", lambda: self.turn(self._forward(met=True)), "m"),
                Choice("not met", self._not_met, "n", note="the applicant is told why"),
            ),
            pointed=None,
            about=self._about,
            back=self._restart if back else None,
        )

    def _forward(self, *, met: bool | None) -> Page:
        choices = [
            Choice("taken forward", partial(self.finish, CaseReviewMove(met, True)), "f"),
            Choice("not taken forward", partial(self._not_forward, met), "n", note="the applicant is told why"),
        ]
        if met:
            choices.append(Choice("to be decided later", partial(self.finish, CaseReviewMove(met)), "l"))
        else:
            choices.append(Choice("the threshold is not met after all", self._not_met, "t"))
        return Page(
            "Is it taken forward?",
            tuple(choices),
            pointed=None,
            about=self._about,
            back=self._restart if met else None,
        )

    def _not_met(self) -> None:
        self._ask("Why is the threshold not met?", lambda why: CaseReviewMove(False, False, why))

    def _not_forward(self, met: bool | None) -> None:
        self._ask(
            "Why is it not taken forward?",
            lambda why: CaseReviewMove(met, False, why),
            back=lambda: self.turn(self._forward(met=met)),
        )

    def _ask_outcome(self) -> None:
        self._ask("What came of it?", lambda words: CaseReviewMove(outcome=words))

    def _ask(
        self, about: str, make: Callable[[str], CaseReviewMove], *, back: Callable[[], None] | None = None
    ) -> None:
        def take(words: str) -> None:
            self.finish(make(words))

        back = back or self._restart
        self.turn(phrase_page("Words", (), take, hidden=self._hidden, text=self._words, about=about, back=back))

    def _restart(self) -> None:
        self.turn(self.opening())
