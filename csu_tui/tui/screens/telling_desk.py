"""The reporter told, or tried, from a desk: contacts and the ledger."""

from dataclasses import replace

from csu_tui.domain.feedback import OWED
from csu_tui.domain.ids import ReportId
from csu_tui.domain.ledger import Feedback
from csu_tui.domain.stroke import ContactMade
from csu_tui.domain.words import FeedbackState
from csu_tui.tui.dialogs.feedback import FeedbackChange
from csu_tui.tui.screens.duties import DutiesScreen

_MAY_BE_TOLD = OWED | {FeedbackState.GIVEN, FeedbackState.VIA_ORGANISATION, FeedbackState.NOT_APPROPRIATE}


class TellingDesk(DutiesScreen):
    """Contact and feedback on the report at the arrow."""

    @property
    def hides(self) -> bool:
        """Say whether what is typed now must show as dots (SPEC 10)."""
        return bool(self.here.sensitive) and not self.csu.private

    def hides_of(self, report_id: ReportId) -> bool:
        """Say the same of a report that may have left the list meanwhile."""
        return self.desk.report(report_id).report.sensitive and not self.csu.private

    @property
    def may_settle(self) -> bool:
        """Say whether a contact with this reporter may settle the feedback."""
        return self.item.feedback.state in _MAY_BE_TOLD

    def mine(self, made: ContactMade) -> ContactMade:
        """Put my name to a contact that my agency made."""
        if self.me and made.officer_id is None and made.agency_id in (None, self.me.agency_id):
            return replace(made, agency_id=self.me.agency_id, officer_id=self.me.officer_id)
        return made

    def do_contact(self) -> None:
        """Ask for one attempt to reach the reporter; it may settle the feedback in the same stroke."""
        from csu_tui.tui.dialogs.contact import ContactDialog

        report_id = self.item.report.id
        agencies = self.desk.agencies()
        own = self.me.agency_id if self.me else next((one.id for one in agencies if one.own), None)
        dialog = ContactDialog(agencies, own, hidden=self.hides, settle_allowed=self.may_settle)
        self.ask(dialog, lambda made: self.put(lambda desk: desk.contact(report_id, self.mine(made))))

    def do_feedback(self) -> None:
        """Ask for the new state of the ledger."""
        from csu_tui.tui.dialogs.feedback import FeedbackDialog

        feedback = self.item.feedback
        dialog = FeedbackDialog(feedback, self.desk.phrases("not appropriate"), hidden=self.hides)
        self.ask(dialog, lambda change: self._change(feedback, change))

    def _change(self, feedback: Feedback, change: FeedbackChange) -> None:

        def again() -> None:
            from csu_tui.tui.dialogs.clash import ClashDialog

            hidden = self.hides_of(feedback.report_id)
            now = self.desk.report(feedback.report_id).feedback
            words = change.reason or change.wish_changed
            if not words:
                return  # nothing was typed; the refusal names who was quicker
            said = "".join(("The feedback stands as ", now.state.value, " now. Enter saves your words all the same."))

            def take(typed: str) -> None:
                kept = replace(change, reason=typed) if change.reason else replace(change, wish_changed=typed)
                self._change(now, kept)

            self.ask(ClashDialog(said, words, hidden=hidden), take)

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
