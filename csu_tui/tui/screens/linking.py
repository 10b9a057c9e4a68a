"""What went before the report on screen, and whether it is the same incident."""

from csu_tui.domain.feedback import settled
from csu_tui.domain.stroke import SameAs
from csu_tui.domain.words import FeedbackState, StepKind
from csu_tui.tui.present.seen import offer_words
from csu_tui.tui.screens.acting import Acting
from csu_tui.tui.screens.walking import Walking


class Linking(Walking, Acting):
    """S links or unlinks; B lists what was seen before."""

    def do_same_incident(self) -> None:
        """Ask which report is of the same incident, the likeliest first; a link that stands can be taken away."""
        from csu_tui.tui.dialogs.incident import IncidentDialog, Offer

        step, today = self.step, self.desk.today()
        found = self.desk.likely(step.report_id, private=self.csu.private)
        offers = [Offer(one.report_id, one.headline, offer_words(one, today)) for one in found]
        known = {one.report_id for one in found}
        offers += [
            Offer(one.report_id, one.headline, one.place.public().line())
            for one in self.walk.steps
            if one.kind is StepKind.REPORT and not one.gone and one.report_id not in known
        ]
        feedback = self.item.feedback
        owed = not settled(feedback) and feedback.state is not FeedbackState.UNKNOWN
        linked = self.desk.linked_to(step.report_id)

        def take(answer: SameAs) -> None:
            if (other := answer.other) is None:
                self.intents.undecide(step.id)
                self.put(lambda desk: desk.unlink_step(step))
                return
            self.intents.decide(step.id)
            self.put(
                lambda desk: desk.same_incident(step, other, shares_feedback=answer.shares_feedback),
                undoes=lambda: self.intents.undecide(step.id),
            )

        self.ask(IncidentDialog(tuple(offers), step.report_id, linked=linked, owed=owed), take)

    def do_seen(self) -> None:
        """List all that was seen before of the place and the caller."""
        from csu_tui.tui.screens.seen import SeenScreen

        self.app.push_screen(SeenScreen(self.step.report_id))
