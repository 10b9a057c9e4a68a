"""What the meeting hears about an action that was due."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from csu_tui.domain.action import Action
from csu_tui.domain.agenda import Step
from csu_tui.domain.errors import RuleError
from csu_tui.domain.words import ActionStatus, Family, Means
from csu_tui.tui.screens.deciding import Deciding

if TYPE_CHECKING:
    from csu_tui.tui.dialogs.outcome import Outcome


class Reviewing(Deciding):
    """Done, not possible, not undertaken, a new date, handed over."""

    @property
    def action(self) -> Action:
        """The action of the step on screen, as it is drawn."""
        step = self.step
        for action in self.item.actions:
            if action.id == step.action_id:
                return action
        raise RuleError("This action has been withdrawn: there is nothing to review.")

    def do_done(self) -> None:
        """Ask what came of it."""
        self._finish("Done: what came of it?", ActionStatus.DONE)

    def do_not_possible(self) -> None:
        """Ask which circumstances changed."""
        self._finish("Not possible: what has changed?", ActionStatus.NOT_POSSIBLE)

    def do_not_undertaken(self) -> None:
        """Ask why the agency did not do it."""
        self._finish("Not undertaken: why did the agency not do it?", ActionStatus.NOT_UNDERTAKEN)

    def _finish(self, title: str, status: ActionStatus) -> None:
        from csu_tui.tui.dialogs.outcome import OutcomeDialog

        step, action = self.step, self.action
        contact = action.family is Family.CONTACT and status is ActionStatus.DONE
        dialog = OutcomeDialog(
            title,
            self.desk.phrases(status.value),
            contact_kind=contact,
            means=Means(action.kind) if contact else None,
            agency_id=action.agency_id,
            officer_id=action.officer_id,
            hidden=self.sensitive,
        )
        self.ask(dialog, lambda outcome: self._end(step, action, status, outcome))

    def _end(self, step: Step, action: Action, status: ActionStatus, outcome: "Outcome") -> None:
        def reworded(now: Step, words: str) -> None:
            self._end(now, self.desk.action(action.id), status, replace(outcome, words=words))

        self.intents.settle(step.id)
        again = self.asks_again(step, outcome.words, reworded)
        undoes = partial(self.intents.undecide, step.id)
        self.put(lambda desk: desk.finish(action, status, outcome.words, outcome.made), undoes=undoes, again=again)

    def do_redate(self) -> None:
        """Ask for a new date and why."""
        from csu_tui.tui.dialogs.when import DueDialog

        action = self.action
        dialog = DueDialog(
            "Carry over to when?", self.desk.today(), self.desk.phrases("carry over"), hidden=self.sensitive
        )
        self.ask(dialog, lambda due: self.put(lambda desk: desk.redate(action, due.day, due.why)))

    def do_redate_agency(self) -> None:
        """Ask for one new date for all due actions of this agency."""
        from csu_tui.tui.dialogs.when import DueDialog

        action = self.action
        title = "".join(("Carry over all due actions of ", action.agency, " to when?"))
        dialog = DueDialog(title, self.desk.today(), self.desk.phrases("carry over"), hidden=self.sensitive)
        self.ask(
            dialog,
            lambda due: self.put(lambda desk: desk.carry_over_agency(action.agency_id, due.day, due.why)),
        )

    def do_hand_over(self) -> None:
        """Ask who takes it, and why."""
        from csu_tui.tui.dialogs.hand_over import HandOverDialog

        action = self.action
        dialog = HandOverDialog(
            self.agencies, self.desk.officers(), self.desk.phrases("hand over"), hidden=self.sensitive
        )
        self.ask(
            dialog,
            lambda to: self.put(
                lambda desk: desk.hand_over(action, to.agency_id, to.officer_id, to.why, feedback_too=to.feedback_too)
            ),
        )
