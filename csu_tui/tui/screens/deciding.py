"""What the meeting resolves on a report."""

from collections.abc import Callable
from functools import partial

from csu_tui.desk.desk import Desk
from csu_tui.domain.action import Action
from csu_tui.domain.agenda import Step
from csu_tui.domain.errors import BusyError
from csu_tui.domain.ids import AgencyId
from csu_tui.domain.stroke import Assignment, Said
from csu_tui.domain.unit import Agency
from csu_tui.domain.words import ActionStatus, Decision
from csu_tui.tui.screens.linking import Linking


class Deciding(Linking):
    """Task, assign, no further action, for information, hold over."""

    def do_digit(self, digit: int) -> None:
        """1 to 9: task that agency; pressed again, withdraw it. Which of the two is settled now, at the key."""
        agency = next((one for one in self.agencies if one.digit == digit), None)
        if agency is None:
            self.say("".join((str(digit), " has no agency: 0 assigns in full.")))
            return
        step = self.step
        try:
            standing = self._made_here(agency)
            shown = bool(standing)
        except BusyError:  # the agenda, read before, knows it too: no key is lost to somebody's write
            standing, shown = [], agency.short in step.owners
        if not self.intents.owned(step.id, agency.id, shown=shown):
            self._intend(step, agency.id, owned=True, job=lambda desk: desk.task(step, agency.id))
        elif any(action.touched for action in standing):
            self.edit_action(standing[0])  # others have worked on it: it is changed, never withdrawn
        else:
            self._intend(step, agency.id, owned=False, job=lambda desk: desk.withdraw(step, agency.id))

    def _intend(self, step: Step, agency_id: AgencyId, *, owned: bool, job: Callable[[Desk], Said]) -> None:
        self.intents.intend(step.id, agency_id, owned=owned)
        self.put(job, undoes=lambda: self.intents.forget(step.id, agency_id))

    def _made_here(self, agency: Agency) -> list[Action]:
        """Return the agency's open actions on this report that this meeting made, as they are on screen."""
        meeting_id = self.meeting.id if self.meeting else None
        return [
            action
            for action in self.item.actions
            if action.agency_id == agency.id and action.meeting_id == meeting_id and action.status is ActionStatus.OPEN
        ]

    def do_assign(self) -> None:
        """0: any agency, officer, kind, words and due date."""
        from csu_tui.tui.dialogs.assign import AssignDialog

        step, today = self.step, self.desk.today()
        dialog = AssignDialog(
            self.agencies,
            self.desk.officers(),
            self.desk.kinds(),
            today=today,
            due=self.desk.usual_due(),
            hidden=self.hides,
        )

        def assign(assignment: Assignment) -> None:
            self._intend(step, assignment.agency_id, owned=True, job=lambda desk: desk.assign(step, assignment))

        self.ask(dialog, assign)

    def _resolve(self, step: Step, decision: Decision, reason: str = "") -> None:
        again = None
        if reason:
            again = self.asks_again(step, reason, lambda now, words: self._resolve(now, decision, words))
        if decision is Decision.HOLD_OVER:  # it keeps actions
            self.intents.settle(step.id)
            undoes = partial(self.intents.undecide, step.id)
            self.put(lambda desk: desk.decide(step, decision, reason), undoes=undoes, again=again)
            return
        self.intents.decide(step.id)
        undoes = partial(self.intents.undecide, step.id)
        self.put(lambda desk: desk.decide(step, decision, reason), undoes=undoes, again=again)

    def do_for_information(self) -> None:
        """Take note: for information."""
        self._resolve(self.step, Decision.FOR_INFORMATION)

    def do_no_further_action(self) -> None:
        """Ask the reason for no further action."""
        self._with_reason("No further action: why?", Decision.NO_FURTHER_ACTION)

    def do_hold_over(self) -> None:
        """Ask the reason for holding over."""
        self._with_reason("Hold over to the next meeting: why?", Decision.HOLD_OVER)

    def _with_reason(self, title: str, decision: Decision) -> None:
        from csu_tui.tui.dialogs.phrase import PhraseDialog

        step = self.step
        dialog = PhraseDialog(title, self.desk.phrases(decision.value), hidden=self.hides, prompt="Reason")
        self.ask(dialog, lambda reason: self._resolve(step, decision, reason))
