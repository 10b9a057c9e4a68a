"""The reporter told, or tried: contacts and the ledger, the same in the meeting and at a desk."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from csu_tui.desk.desk import Desk
from csu_tui.domain.feedback import OWED
from csu_tui.domain.ids import AgencyId, ReportId
from csu_tui.domain.item import Item
from csu_tui.domain.ledger import Feedback
from csu_tui.domain.stroke import ContactMade
from csu_tui.domain.unit import Agency
from csu_tui.domain.words import FeedbackState
from csu_tui.tui.screens.base import DeskScreen

if TYPE_CHECKING:
    from csu_tui.tui.dialogs.feedback import FeedbackChange

_MAY_BE_TOLD = OWED | {FeedbackState.GIVEN, FeedbackState.VIA_ORGANISATION, FeedbackState.NOT_APPROPRIATE}


class Telling(DeskScreen[None]):
    """Contact and feedback on the report on screen, which a screen names by `item`, `hides` and `put`."""

    @property
    def item(self) -> Item:
        """Everything known of the report on screen; raises RuleError where there is none."""
        raise NotImplementedError

    @property
    def hides(self) -> bool:
        """Say whether what is typed now must show as dots (SPEC 10)."""
        return self.item.report.sensitive and not self.csu.private

    def hides_of(self, report_id: ReportId) -> bool:
        """Say the same of a report that may have left the screen meanwhile."""
        return self.desk.report(report_id).report.sensitive and not self.csu.private

    def put(self, job: Callable[[Desk], object], *, again: Callable[[], None] | None = None) -> None:
        """Queue one stroke; `again` asks once more where somebody else was quicker."""
        raise NotImplementedError

    def own_agency(self, agencies: Sequence[Agency]) -> AgencyId | None:
        """Return the agency whose contacts are logged here: that which owes the answer, else the unit's own."""
        owing = (agency.id for agency in agencies if agency.id == self.item.feedback.agency_id)
        return next(owing, None) or next((agency.id for agency in agencies if agency.own), None)

    def mine(self, made: ContactMade) -> ContactMade:
        """Put a name to a contact; the meeting's is its agency's."""
        return made

    @property
    def may_settle(self) -> bool:
        """Say whether a contact with this reporter may settle the feedback."""
        return self.item.feedback.state in _MAY_BE_TOLD

    def do_contact(self) -> None:
        """Ask for one attempt to reach the reporter; it may settle the feedback in the same stroke."""
        from csu_tui.tui.dialogs.contact import ContactDialog

        report_id, agencies = self.item.report.id, self.desk.agencies()
        own = self.own_agency(agencies)
        dialog = ContactDialog(agencies, own, hidden=self.hides, settle_allowed=self.may_settle)
        self.ask(dialog, lambda made: self.put(lambda desk: desk.contact(report_id, self.mine(made))))

    def do_feedback(self) -> None:
        """Ask for the new state of the ledger."""
        from csu_tui.tui.dialogs.feedback import FeedbackDialog

        feedback = self.item.feedback
        dialog = FeedbackDialog(feedback, self.desk.phrases("not appropriate"), hidden=self.hides)
        self.ask(dialog, lambda change: self._change(feedback, change))

    def _change(self, feedback: Feedback, change: "FeedbackChange") -> None:
        def again() -> None:
            from csu_tui.tui.dialogs.clash import ClashDialog

            hidden = self.hides_of(feedback.report_id)
            now = self.desk.report(feedback.report_id).feedback
            words = change.reason or change.wish_changed
            if not words:
                return  # nothing was typed; the refusal names who was quicker
            said = " ".join(("The feedback stands as", now.state.value, "now."))
            asked = "".join((said, " Enter saves ", change.state.value, ", with your words, all the same."))

            def take(typed: str) -> None:
                kept = replace(change, reason=typed) if change.reason else replace(change, wish_changed=typed)
                self._change(now, kept)

            self.ask(ClashDialog(asked, words, hidden=hidden), take)

        self.put(
            lambda desk: desk.set_feedback(
                feedback,
                change.state,
                reason=change.reason,
                means=change.means,
                wish_changed=change.wish_changed,
            ),
            again=again,
        )
