"""The ledger and the reporter: feedback, contacts, and personal details for 15 seconds."""

from dataclasses import replace

from csu_tui.domain.item import Item
from csu_tui.domain.words import FeedbackState
from csu_tui.tui.screens.glimpse import Glimpse
from csu_tui.tui.screens.reviewing import Reviewing
from csu_tui.tui.screens.sitting import Asked

_NEVER_SETTLED = frozenset({FeedbackState.ANONYMOUS, FeedbackState.DECLINED})


class Telling(Glimpse, Reviewing):
    """Feedback, contact, reveal."""

    def do_feedback(self) -> None:
        """Ask for the new state of the ledger."""
        from csu_tui.tui.dialogs.feedback import FeedbackChange, FeedbackDialog

        feedback = self.item.feedback
        dialog = FeedbackDialog(feedback, self.desk.phrases("not appropriate"), hidden=self.sensitive)

        def change(to: FeedbackChange) -> None:
            self.put(
                lambda desk: desk.set_feedback(
                    feedback, to.state, reason=to.reason, means=to.means, wish_changed=to.wish_changed
                )
            )

        self.ask(dialog, change)

    def do_contact(self) -> None:
        """Ask for one attempt to reach the reporter."""
        from csu_tui.tui.dialogs.contact import ContactDialog

        item = self.item
        own = next((agency.id for agency in self.agencies if agency.own), None)
        report_id = item.report.id
        allowed = item.feedback.state not in _NEVER_SETTLED
        dialog = ContactDialog(self.agencies, own, hidden=self.sensitive, settle_allowed=allowed)
        self.ask(dialog, lambda made: self.put(lambda desk: desk.contact(report_id, made)))

    def do_reveal(self) -> None:
        """Show personal details for 15 seconds, once the look is recorded; again restarts."""
        if self.csu.private:
            self.say("Details are shown already: F7 hides them.")
            return
        step = self.step
        self._looks += 1
        look = self._looks

        def seen(item: Item) -> None:
            if look == self._looks and self.step.id == step.id:
                self.show_details(replace(item, step=self.step))

        self.write(lambda desk: desk.reveal(step.report_id), Asked(seen))

    def draw_details(self) -> None:
        """Draw again what a reveal changes."""
        self.draw()
