"""The ASB Case Reviews: raised, decided, their outcomes."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from csu_tui.desk.desk import Desk
from csu_tui.domain.case_review import CaseReview
from csu_tui.domain.errors import RuleError
from csu_tui.domain.item import Item
from csu_tui.domain.reference import case_review_ref
from csu_tui.domain.stroke import Said
from csu_tui.tui.present.case_review import review_list, review_words
from csu_tui.tui.present.header import Top
from csu_tui.tui.present.listing import Listed
from csu_tui.tui.queue import WriteQueue
from csu_tui.tui.screens.base import HELP
from csu_tui.tui.screens.case_reviewing import CaseReviewing
from csu_tui.tui.screens.listing import ListScreen
from csu_tui.tui.widgets.keys import Hint


class CaseReviewsScreen(CaseReviewing, ListScreen):
    """Every review, newest first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("R", "move_on", "decide or close", show=False, id="reviews.move"),
        Binding("z", "undo", "undo", show=False, id="reviews.undo"),
        Binding("y", "copy", "copy the reference", show=False, id="reviews.copy"),
    ]
    EXPLAINED = (
        ("", "ASB Case Reviews"),
        ("↑ ↓", "move the arrow"),
        ("enter", "show the report"),
        ("R", "decide or close the review"),
        ("z", "undo my newest change"),
        ("y", "copy its reference"),
        ("esc", "back"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.reviews: tuple[CaseReview, ...] = ()

    def read(self) -> None:
        """Read the reviews; only in PRIVATE with the words about a sensitive report."""
        self.reviews = self.desk.case_reviews(private=self.csu.private)

    def count(self) -> int:
        """Return how many there are."""
        return len(self.reviews)

    def lay_out(self, room: int) -> Listed:
        """Lay them out."""
        return review_list(self.reviews, self.at, self.desk.today(), room, self.sign)

    def top(self) -> Top:
        """Say what this is."""
        return self.headed("ASB CASE REVIEWS")

    def hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Show the keys."""
        back, undo = Hint("esc", "back", "escape"), Hint("z", "undo", "z")
        if not self.reviews:
            return ((back, undo, HELP),)
        keys = (Hint("R", "decide or close", "R"), Hint("enter", "the report", "enter"), back, undo)
        return ((*keys, Hint("y", "copy", "y"), HELP),)

    @property
    def item(self) -> Item:
        """The report of the review at the arrow."""
        if not self.reviews:
            raise RuleError("No case review has been raised.")
        return self.desk.report(self.reviews[self.at].report_id, private=self.csu.private)

    def put(self, job: Callable[[Desk], object], *, again: Callable[[], None] | None = None) -> None:
        """Queue one stroke; `again` asks once more where somebody else was quicker."""
        self.write(job, again)

    def action_go(self) -> None:
        """Enter: the report."""
        from csu_tui.tui.screens.report import ReportScreen

        if self.reviews:
            self.app.push_screen(ReportScreen(self.reviews[self.at].report_id))

    def action_move_on(self) -> None:
        """Shift+R: decide or close the review at the arrow."""
        if not self.reviews:
            self.say("No case review has been raised.", bad=True)
        elif not self.looks_only():
            review = self.reviews[self.at]
            if review.closed is None:
                self.ask_case_review(review.report_id, review, review_words(review, self.desk.today()) + ".")
            else:
                self.say("It is closed. Another is raised on a report: enter shows this one's.", bad=True)

    def action_undo(self) -> None:
        """Z: undo my newest change."""
        if not self.looks_only():
            self.put(lambda desk: desk.undo())

    def action_copy(self) -> None:
        """Y: copy the review's reference."""
        if self.reviews:
            self.csu.copy(case_review_ref(self.reviews[self.at].id))

    @on(WriteQueue.Saved)
    def _saved(self, saved: WriteQueue.Saved) -> None:
        self.refresh_from_desk()
        if isinstance(saved.result, Said):
            self.say(saved.result.words)

    @on(WriteQueue.Refused)
    def _refused(self, refused: WriteQueue.Refused) -> None:
        if refused.stale and callable(refused.tag):
            self.call_after_refresh(self.once_on_top, refused.tag)
