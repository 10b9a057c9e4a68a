"""What the meeting hears about an action that was due."""

from collections.abc import Callable
from functools import partial

from csu_tui.desk.desk import Desk
from csu_tui.domain.action import Action
from csu_tui.domain.errors import RuleError
from csu_tui.tui.screens.deciding import Deciding


class Reviewing(Deciding):
    """The action of the step on screen; a whole agency's at once."""

    @property
    def action(self) -> Action:
        """The action of the step on screen, as it is drawn."""
        step = self.step
        for action in self.item.actions:
            if action.id == step.action_id:
                return action
        raise RuleError("This action has been withdrawn: there is nothing to review.")

    def to_action(self, action: Action) -> None:
        """Go to an action's step, or to its report's where it has none."""
        steps = self.walk.steps
        found = next((step for step in steps if step.action_id == action.id), None)
        found = found or next((step for step in steps if step.report_id == action.report_id), None)
        if found:
            self.go_to(found.id)

    def put_review(self, action: Action, job: Callable[[Desk], object], *, again: Callable[[], None]) -> None:
        """Queue a stroke that settles the action's step."""
        step = next((step.id for step in self.walk.steps if step.action_id == action.id), None)
        if step is None:
            self.put(job, again=again)
            return
        self.intents.settle(step)
        self.put(job, undoes=partial(self.intents.undecide, step), again=again)

    def do_redate_agency(self) -> None:
        """Ask for one new date for all due actions of this agency."""
        from csu_tui.tui.dialogs.when import DueDialog

        action = self.action
        title = "".join(("Carry over all due actions of ", action.agency, " to when?"))
        dialog = DueDialog(title, self.desk.today(), self.desk.phrases("carry over"), hidden=self.hides)
        self.ask(
            dialog,
            lambda due: self.put(lambda desk: desk.carry_over_agency(action.agency_id, due.day, due.why)),
        )
