"""What is done to an action: ended, re-dated, handed over, reworded, noted; the same in the meeting and at a desk."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from csu_tui.desk.desk import Desk
from csu_tui.domain.action import Action
from csu_tui.domain.dates import say_day
from csu_tui.domain.errors import RuleError
from csu_tui.domain.reference import action_ref
from csu_tui.domain.stroke import Assignment
from csu_tui.domain.words import ActionStatus, Family, Means
from csu_tui.tui.present.clash import say_change
from csu_tui.tui.present.phrase import named_action
from csu_tui.tui.screens.case_reviewing import CaseReviewing

if TYPE_CHECKING:
    from csu_tui.tui.dialogs.hand_over import HandOver
    from csu_tui.tui.dialogs.outcome import Outcome
    from csu_tui.tui.dialogs.when import NewDate

Again = Callable[[Action, str], None]
"""Asks once more for a stroke: on the action as it stands now, with a sentence that says what somebody changed."""
Submit = Callable[[Action, str], None]
"""Puts a stroke with words into the queue, on an action as it was seen."""
ENDINGS = {
    ActionStatus.DONE: "Done: what came of it?",
    ActionStatus.NOT_POSSIBLE: "Not possible: what has changed?",
    ActionStatus.NOT_UNDERTAKEN: "Not undertaken: why did the agency not do it?",
}


class Acting(CaseReviewing):
    """The strokes on the action on screen; each carries it as it is drawn.

    A screen names it by `action`, and by `to_action` how to go where it is; the meeting also what a stroke settles.
    """

    @property
    def action(self) -> Action:
        """The action on screen, as it is drawn; raises RuleError where there is none."""
        raise NotImplementedError

    def to_action(self, action: Action) -> None:
        """Go to where an action is drawn, which somebody changed."""

    def put_review(self, action: Action, job: Callable[[Desk], object], *, again: Callable[[], None]) -> None:
        """Queue a stroke by which a meeting has reviewed an action."""
        del action
        self.put(job, again=again)

    @property
    def open_action(self) -> Action:
        """The action on screen, refusing one that has ended."""
        action = self.action
        if action.status is not ActionStatus.OPEN:
            raise RuleError(
                "".join(
                    (action_ref(action.id), " is ", action.status.value, self.keyed(" already: {z} undoes your own."))
                )
            )
        return action

    def ask_on(self, action: Action, dialog: Any, take: Callable[[Any], None], *, hides: bool) -> None:  # noqa: ANN401  as `ask`
        """Open a dialog that names the action it acts on."""
        dialog.subject = named_action(action, hides=hides)
        self.ask(dialog, take)

    def do_done(self) -> None:
        """Ask what came of it."""
        self._finish(ActionStatus.DONE)

    def do_not_possible(self) -> None:
        """Ask which circumstances changed."""
        self._finish(ActionStatus.NOT_POSSIBLE)

    def do_not_undertaken(self) -> None:
        """Ask why the agency did not do it."""
        self._finish(ActionStatus.NOT_UNDERTAKEN)

    def _finish(self, status: ActionStatus) -> None:
        from csu_tui.tui.dialogs.outcome import OutcomeDialog

        action = self.open_action
        contact = action.family is Family.CONTACT and status is ActionStatus.DONE
        dialog = OutcomeDialog(
            ENDINGS[status],
            self.desk.phrases(status.value),
            contact_kind=contact,
            means=Means(action.kind) if contact else None,
            agency_id=action.agency_id,
            officer_id=action.officer_id,
            hidden=self.hides,
            settle_allowed=self.may_settle,
        )
        self.ask_on(action, dialog, lambda outcome: self._end(action, status, outcome), hides=self.hides)

    def _end(self, action: Action, status: ActionStatus, outcome: "Outcome") -> None:
        saves = "".join(("saves it as ", status.value, ", with your words,"))
        again = self._asks(
            outcome.words, saves, lambda now, typed: self._end(now, status, replace(outcome, words=typed))
        )
        made = self.mine(outcome.made) if outcome.made else None
        self.put_review(
            action,
            lambda desk: desk.finish(action, status, outcome.words, made),
            again=self._clash(action, outcome.words, again),
        )

    def do_redate(self) -> None:
        """Ask for a new date and why."""
        from csu_tui.tui.dialogs.when import DueDialog

        action = self.open_action
        phrases = self.desk.phrases("carry over")
        dialog = DueDialog("A new date: when?", self.desk.today(), phrases, hidden=self.hides)
        self.ask_on(action, dialog, lambda new: self._redate(action, new), hides=self.hides)

    def _redate(self, action: Action, new: "NewDate") -> None:
        saves = "".join(("saves ", say_day(new.day, self.desk.today()), ", with your reason,"))
        again = self._asks(new.why, saves, lambda now, why: self._redate(now, replace(new, why=why)))
        self.put_review(
            action,
            lambda desk: desk.redate(action, new.day, new.why),
            again=self._clash(action, new.why, again),
        )

    def do_hand_over(self) -> None:
        """Ask who takes it, and why."""
        from csu_tui.tui.dialogs.hand_over import HandOverDialog

        action = self.open_action
        lists = (self.desk.agencies(), self.desk.officers(), self.desk.phrases("hand over"))
        dialog = HandOverDialog(*lists, hidden=self.hides)
        self.ask_on(action, dialog, lambda to: self._hand_over(action, to), hides=self.hides)

    def _hand_over(self, action: Action, to: "HandOver") -> None:
        too = ", and the feedback too," if to.feedback_too else ", with your reason,"
        saves = "".join(("hands it over to ", to.name, too))
        again = self._asks(to.why, saves, lambda now, why: self._hand_over(now, replace(to, why=why)))
        self.put_review(
            action,
            lambda desk: desk.hand_over(action, to.agency_id, to.officer_id, to.why, feedback_too=to.feedback_too),
            again=self._clash(action, to.why, again),
        )

    def edit_action(self, action: Action, *, typed: Assignment | None = None, said: str = "") -> None:
        """Ask for an action's words and due date; with `typed` what was typed stands, and `said` says why again."""
        from csu_tui.tui.dialogs.assign import AssignDialog

        hidden = self.hides_of(action.report_id) if typed else self.hides
        lists = (self.desk.agencies(), self.desk.officers(), self.desk.kinds())
        dialog = AssignDialog(*lists, today=self.desk.today(), action=action, typed=typed, about=said, hidden=hidden)

        def answered(changed: Assignment) -> None:
            whose = (action.agency_id, action.officer_id, action.kind_id)
            if hidden and not changed.text:
                words = "The words of a sensitive report are not shown here, and so stay: type them all, or "
                self.say(words + self.keyed("{o} for a date."), bad=True)
                return
            if (changed.agency_id, changed.officer_id, changed.kind_id) != whose:
                self.say(self.keyed("{e} keeps words and date; whose it is stays: {a} hands it over."))
            self._edit(action, changed)

        self.ask_on(action, dialog, answered, hides=hidden)

    def _edit(self, action: Action, changed: Assignment) -> None:
        def again(now: Action, said: str) -> None:
            text = changed.text if changed.text != action.text else now.text
            due = changed.due if changed.due != action.due else now.due
            kept = Assignment(now.agency_id, now.officer_id, now.kind_id, text, due)
            self.edit_action(now, typed=kept, said=said + " Your words and date stand here: enter saves them.")

        words = changed.text if changed.text != action.text else ""
        due = changed.due if changed.due != action.due else None  # a date that is past already may stay
        self.put(lambda desk: desk.edit_action(action, changed.text, due), again=self._clash(action, words, again))

    def ask_note(self) -> None:
        """Ask for a note on the action; it joins its words, also of one that has ended."""
        from csu_tui.tui.dialogs.words import WordsDialog

        action = self.action
        dialog = WordsDialog("A note: it joins the action's words", "", hidden=self.hides)

        def note(words: str) -> None:
            if words:
                self._note(action, words)

        self.ask_on(action, dialog, note, hides=self.hides)

    def _note(self, action: Action, words: str) -> None:
        again = self._asks(words, "adds your note", self._note)
        self.put(lambda desk: desk.note_action(action, words), again=self._clash(action, words, again, joins=True))

    def _asks(self, words: str, saves: str, submit: Submit) -> Again:
        """Return what asks once more with the words typed, saying what Enter then does."""

        def ask(now: Action, said: str) -> None:
            from csu_tui.tui.dialogs.clash import ClashDialog

            asked = "".join((said, " Enter ", saves, " all the same."))
            hidden = self.hides_of(now.report_id)
            self.ask_on(now, ClashDialog(asked, words, hidden=hidden), lambda typed: submit(now, typed), hides=hidden)

        return ask

    def _clash(self, action: Action, words: str, again: Again, *, joins: bool = False) -> Callable[[], None]:
        """Return what tells the later of two what the other changed, and asks once more; no words are lost.

        Where the action has ended meanwhile they may join it as a note; `joins` says that they are one.
        """

        def tell() -> None:
            now = self.desk.action(action.id, private=self.csu.private)
            changes = self.desk.changes(action_ref(action.id))
            said = say_change(action, now, changes[-1].who if changes else "", self.desk.today())
            self.to_action(now)
            self.say(said, bad=True)
            if now.status is ActionStatus.OPEN or joins:
                again(now, said)
            elif words:
                self._asks(words, "adds your words as a note", self._note)(now, said)

        return tell
