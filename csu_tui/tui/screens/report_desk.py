"""The strokes on one report by itself, and on the action at its arrow."""

from typing import TYPE_CHECKING

from csu_tui.domain.feedback import settled
from csu_tui.domain.ids import ActionId, ReportId
from csu_tui.domain.reference import action_ref, report_ref
from csu_tui.domain.stroke import SameAs
from csu_tui.domain.words import FeedbackState
from csu_tui.tui.present.seen import offer_words
from csu_tui.tui.screens.acting import Acting
from csu_tui.tui.screens.group_starting import GroupStarting
from csu_tui.tui.screens.signing import Signing
from csu_tui.tui.screens.stroking import Stroking

if TYPE_CHECKING:
    from csu_tui.tui.dialogs.group import Picked

ON_ACTION = (
    ("d", "done", "done", "done, with the outcome; of a visit, call, letter or e-mail also whether reached"),
    ("b", "not_possible", "not possible", "not possible: circumstances changed"),
    ("k", "not_undertaken", "not undertaken", "not undertaken: the agency did not do it"),
    ("o", "redate", "new date", "a new date, with a reason"),
    ("a", "hand_over", "hand over", "hand over to another agency or officer"),
    ("c", "comment", "note", "a note, which joins the action's words with your name"),
)
"""Key, stroke, what the footer says, what help says."""
ON_REPORT = (
    ("b", "seen", "seen before", "all that was seen before here and from this caller"),
    ("s", "same_incident", "same as…", "the same incident as another report; or take that link away"),
    ("g", "group", "group", "its Task and Finish Group; or put it into one, or start one"),
    ("R", "case_review", "case review", "ASB Case Review: raise one, or decide or close the one that stands"),
)
ON_BOTH = (
    ("l", "contact", "contact", "log a visit, call, letter or e-mail to the reporter; it may settle the feedback"),
    ("f", "feedback", "feedback", "whether the reporter has been told"),
    ("e", "edit", "edit", "at an action its words and due date; at the report its risk, category, qualifier, place"),
    ("z", "undo", "undo", "undo my newest change of this sitting"),
    ("v", "reveal", "reveal", "personal details for 15 seconds; it is recorded; leaving ends it"),
    ("y", "copy", "copy", "copy the reference of what the arrow is at"),
)


class ReportDesk(Stroking, Signing, Acting, GroupStarting):
    """Strokes in the name of whoever sits here; where no action is at the arrow, the report is."""

    LOOKS = frozenset({"copy", "seen"})
    report_id: ReportId
    chosen: ActionId | None = None
    """The action at the arrow."""

    def action_stroke(self, name: str) -> None:
        """Do what a key means; at the report b lists what was seen before, as in the meeting."""
        super().action_stroke("seen" if (name, self.chosen) == ("not_possible", None) else name)

    def do_seen(self) -> None:
        """List all that was seen before of the place and the caller."""
        from csu_tui.tui.screens.seen import SeenScreen

        self.app.push_screen(SeenScreen(self.report_id))

    def do_same_incident(self) -> None:
        """Ask which report is of the same incident, the likeliest first; a link that stands can be taken away."""
        from csu_tui.tui.dialogs.incident import IncidentDialog, Offer

        report_id, today, feedback = self.report_id, self.desk.today(), self.item.feedback
        found = self.desk.likely(report_id, private=self.csu.private)
        offers = tuple(Offer(one.report_id, one.headline, offer_words(one, today)) for one in found)
        owed = not settled(feedback) and feedback.state is not FeedbackState.UNKNOWN
        linked = self.desk.linked_to(report_id)

        def take(answer: SameAs) -> None:
            if (other := answer.other) is None:
                self.put(lambda desk: desk.unlink(report_id))
            else:
                self.put(lambda desk: desk.link(report_id, other, shares_feedback=answer.shares_feedback))

        self.ask(IncidentDialog(offers, report_id, linked=linked, owed=owed), take)

    def do_edit(self) -> None:
        """Edit the action at the arrow, or the report."""
        if self.chosen is not None:
            self.edit_action(self.open_action)
            return
        from csu_tui.tui.dialogs.edit import EditReportDialog

        report = self.item.report
        dialog = EditReportDialog(report, self.desk.categories())
        self.ask(dialog, lambda edit: self.put(lambda desk: desk.edit_report(report, edit)))

    def do_comment(self) -> None:
        """Ask for a note on the action at the arrow."""
        self.ask_note()

    def do_reveal(self) -> None:
        """Show personal details for 15 seconds."""
        self.begin_reveal(lambda report_id, seen: self.put(lambda desk: desk.reveal(report_id), done=seen))

    def do_undo(self) -> None:
        """Undo my newest change of this sitting."""
        self.put(lambda desk: desk.undo())

    def do_copy(self) -> None:
        """Copy the reference of what the arrow is at."""
        self.csu.copy(report_ref(self.report_id) if self.chosen is None else action_ref(self.chosen))

    def do_group(self) -> None:
        """Go to its group; where it has none, ask which takes it."""
        from csu_tui.tui.dialogs.group import Begin, PickGroupDialog

        item, report_id = self.item, self.report_id
        if theirs := next((one.group_id for one in item.groups if not one.closed), None):
            from csu_tui.tui.screens.group import GroupScreen

            self.app.push_screen(GroupScreen(theirs))
            return

        place = item.report.place.public()
        named = "" if item.report.sensitive else ", ".join(part for part in (place.street, place.locality) if part)

        def picked(one: "Picked") -> None:
            group_id = one.group_id
            if group_id is None:
                self.ask_start(named, Begin("this report", (report_id,)))
            else:
                self.put(lambda desk: desk.add_to_group(group_id, (report_id,)))

        groups = self.desk.groups(open_only=True, private=self.csu.private)
        if groups:
            self.ask(PickGroupDialog(groups, self.desk.today()), picked)
        else:
            self.ask_start(named, Begin("this report", (report_id,)))
