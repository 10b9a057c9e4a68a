"""What else a meeting does: edit, comment, raise, undo, the roll, the minutes, the end."""

from csu_tui.domain.agenda import Step
from csu_tui.domain.dates import say_day
from csu_tui.domain.ids import StepId
from csu_tui.domain.moment import local
from csu_tui.domain.stroke import Roll
from csu_tui.domain.words import MeetingState, StepKind
from csu_tui.tui.palette import Command
from csu_tui.tui.present.agenda import step_ref
from csu_tui.tui.present.phrase import plural
from csu_tui.tui.screens.backlog import ask_history
from csu_tui.tui.screens.looking import Looking
from csu_tui.tui.widgets.bar import Notice


class Keeping(Looking):
    """Edit, comment, raise, undo, roll, minutes, end."""

    def do_edit(self) -> None:
        """Edit a report's risk, category and place, an action's words and due date, or what a group is called."""
        if self.step.kind is StepKind.ACTION:
            self.edit_action(self.open_action)
            return
        if self.step.kind is StepKind.GROUP:
            self.do_group_edit()
            return
        from csu_tui.tui.dialogs.edit import EditReportDialog

        report = self.item.report
        dialog = EditReportDialog(report, self.desk.categories())
        self.ask(dialog, lambda edit: self.put(lambda desk: desk.edit_report(report, edit)))

    def do_comment(self) -> None:
        """Ask for a comment for the minutes."""
        from csu_tui.tui.dialogs.words import WordsDialog

        step, hidden = self.step, self.hides

        def keep(text: str) -> None:
            if hidden and not text:
                return  # it is not shown, so an empty line is no wish to delete it
            self._comment(step, text)

        dialog = WordsDialog("Comment for the minutes", step.comment, hidden=hidden)
        dialog.subject = " ".join((step_ref(step), step.agency or step.headline))
        self.ask(dialog, keep)

    def _comment(self, step: Step, text: str) -> None:
        again = self.asks_again(step, text, self._comment)
        self.put(lambda desk: desk.comment(step, text), again=again)

    def do_raise_report(self) -> None:
        """Ask for a report raised on the day."""
        from csu_tui.tui.dialogs.raised import RaiseDialog

        dialog = RaiseDialog(self.desk.categories(), self.desk.sources(), hidden=not self.csu.private)
        self.ask(dialog, lambda new: self.put_and_go(lambda desk: desk.raise_report(new)))

    def do_undo(self) -> None:
        """Undo my newest change, and go to its step."""
        self.intents.undo()
        self.put_and_go(lambda desk: desk.undo(), undoes=self.intents.clear)

    def do_copy(self) -> None:
        """Copy the reference of the step on screen."""
        self.csu.copy(step_ref(self.step))

    def do_history(self) -> None:
        """Make the late reports of the first meeting history."""
        if self._is_first():
            ask_history(self, self._late(), lambda: self.put(lambda desk: desk.make_history()))
        else:
            self.say("Only the first meeting's backlog is made history in one stroke.", bad=True)

    def offer_history(self) -> None:
        """Say that one key makes the backlog history, where this is the first meeting."""
        late = self._late()
        if late and self._is_first() and not self.desk.read_only and not self.query_one(Notice).words:
            self.say(
                " ".join((plural(late, "late report"), self.keyed("on the first agenda: {H} makes them all history.")))
            )

    def _late(self) -> int:
        steps = self.walk.steps
        return sum(step.late and not step.settled and not step.gone for step in steps)

    def _is_first(self) -> bool:
        held = [one for one in self.desk.meetings() if one.state is not MeetingState.ABANDONED]
        return len(held) == 1

    def do_roll(self) -> None:
        """Call the roll again."""
        from csu_tui.tui.dialogs.roll import RollDialog

        if (meeting := self.meeting) is None:
            return
        dialog = RollDialog(
            meeting.chair, self.agencies, meeting.present, meeting.apologies, self.desk.unit().confidentiality
        )

        def call(roll: Roll) -> None:
            self.put(lambda desk: desk.call_roll(roll))

        self.ask(dialog, call)

    def do_minutes(self) -> None:
        """Show the minutes so far."""
        from csu_tui.tui.screens.minutes import MinutesScreen

        self.hide()
        self.app.push_screen(MinutesScreen())

    def do_end(self) -> None:
        """Go to the checklist."""
        from csu_tui.tui.screens.checklist import ChecklistScreen

        self.hide()

        def answered(step: StepId | None) -> None:
            if step is not None:
                self.go_to(step)

        self.app.push_screen(ChecklistScreen(), answered)

    def commands(self) -> tuple[Command, ...]:
        """Return this screen's keys by name, and what has none."""
        return (*super().commands(), Command("", "Abandon the meeting: its reports wait again", self._ask_abandon))

    def _ask_abandon(self) -> None:
        from csu_tui.tui.dialogs.confirm import ConfirmDialog

        question = "Abandon this meeting? Nothing may have been decided in it; its reports wait for the next one."
        dialog = ConfirmDialog(question, "abandon it", "go on with it")
        if self.looks_only():
            return

        def answered(sure: bool) -> None:
            if sure:
                self.put(lambda desk: desk.abandon_meeting())

        self.ask(dialog, answered)

    def ask_left_open(self) -> None:
        """Offer to end a meeting that was left open on an earlier day (SPEC 3.1)."""
        from csu_tui.tui.dialogs.confirm import ConfirmDialog

        if (meeting := self.meeting) is None or self.desk.read_only:
            return
        opened, today = local(meeting.start).date(), self.desk.today()
        if opened >= today:
            self.offer_history()
            return
        question = "".join(("The meeting of ", say_day(opened, today), " was left open. It takes nothing new."))
        # y ends: a chair who types ahead types n, never y
        dialog = ConfirmDialog(question, "end it as it stood, the rest held over as not reached", "go on with it")

        def answered(end: bool) -> None:
            if end:
                self.put(lambda desk: desk.hold_over_rest("not reached"))
                self.do_end()

        self.ask(dialog, answered)
