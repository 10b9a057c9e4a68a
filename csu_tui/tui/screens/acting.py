"""What an officer does to an action: end it, re-date it, hand it over, reword it, add a note."""

from collections.abc import Callable
from dataclasses import replace

from csu_tui.desk.desk import Desk
from csu_tui.domain.action import Action
from csu_tui.domain.errors import RuleError
from csu_tui.domain.reference import action_ref
from csu_tui.domain.stroke import Assignment
from csu_tui.domain.words import ActionStatus, Family, Means
from csu_tui.tui.dialogs.outcome import Outcome
from csu_tui.tui.present.clash import say_change
from csu_tui.tui.screens.telling_desk import TellingDesk

Submit = Callable[[Action, str], None]
"""Puts a stroke with words into the queue, on an action as it was seen."""


class Acting(TellingDesk):
    """The strokes on the action at the arrow; each carries it as it is drawn."""

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

        action = self.open_action
        contact = action.family is Family.CONTACT and status is ActionStatus.DONE
        dialog = OutcomeDialog(
            title,
            self.desk.phrases(status.value),
            contact_kind=contact,
            means=Means(action.kind) if contact else None,
            agency_id=action.agency_id,
            officer_id=action.officer_id,
            hidden=self.hides,
            settle_allowed=self.may_settle,
        )
        self.ask(dialog, lambda outcome: self._end(action, status, outcome))

    def _end(self, action: Action, status: ActionStatus, outcome: Outcome) -> None:
        def submit(seen: Action, words: str) -> None:
            self._end(seen, status, replace(outcome, words=words))

        made = self.mine(outcome.made) if outcome.made else None
        self.act(action, outcome.words, submit, lambda desk: desk.finish(action, status, outcome.words, made))

    def do_redate(self) -> None:
        """Ask for a new date and why."""
        from csu_tui.tui.dialogs.when import DueDialog, NewDate

        action = self.open_action
        dialog = DueDialog("A new date: when?", self.desk.today(), self.desk.phrases("carry over"), hidden=self.hides)

        def redate(seen: Action, new: NewDate) -> None:
            self.act(
                seen,
                new.why,
                lambda now, why: redate(now, NewDate(new.day, why)),
                lambda desk: desk.redate(seen, new.day, new.why),
            )

        self.ask(dialog, lambda new: redate(action, new))

    def do_hand_over(self) -> None:
        """Ask who takes it, and why."""
        from csu_tui.tui.dialogs.hand_over import HandOver, HandOverDialog

        action = self.open_action
        dialog = HandOverDialog(
            self.desk.agencies(), self.desk.officers(), self.desk.phrases("hand over"), hidden=self.hides
        )

        def hand_over(seen: Action, to: HandOver) -> None:
            self.act(
                seen,
                to.why,
                lambda now, why: hand_over(now, replace(to, why=why)),
                lambda desk: desk.hand_over(seen, to.agency_id, to.officer_id, to.why, feedback_too=to.feedback_too),
            )

        self.ask(dialog, lambda to: hand_over(action, to))

    def do_edit(self) -> None:
        """Edit the action's words and due date."""
        from csu_tui.tui.dialogs.assign import AssignDialog

        action, hidden = self.open_action, self.hides
        lists = (self.desk.agencies(), self.desk.officers(), self.desk.kinds())
        dialog = AssignDialog(*lists, today=self.desk.today(), due=action.due, action=action, hidden=hidden)

        def edit(seen: Action, changed: Assignment) -> None:
            due = changed.due if changed.due != action.due else None  # a date that is past already may stay
            self.act(
                seen,
                changed.text,
                lambda now, words: edit(now, replace(changed, text=words)),
                lambda desk: desk.edit_action(seen, changed.text, due),
            )

        def answered(changed: Assignment) -> None:
            whose = (action.agency_id, action.officer_id, action.kind_id)
            if hidden and not changed.text:
                said = "The words of a sensitive report are not shown here, and so stay: type them all, or o for a date"
                self.say(said + ".", bad=True)
                return
            if (changed.agency_id, changed.officer_id, changed.kind_id) != whose:
                self.say("e keeps words and date; whose it is stays: a hands it over.")
            edit(action, changed)

        self.ask(dialog, answered)

    def do_comment(self) -> None:
        """Ask for a note on the action."""
        from csu_tui.tui.dialogs.words import WordsDialog

        action = self.action
        title = "".join(("A note on ", action_ref(action.id), ": it joins the action's words"))

        def note(words: str) -> None:
            if words:
                self._note(action, words)

        self.ask(WordsDialog(title, "", hidden=self.hides), note)

    def _note(self, action: Action, words: str) -> None:
        self.act(action, words, self._note, lambda desk: desk.note_action(action, words))

    def act(self, action: Action, words: str, submit: Submit, job: Callable[[Desk], object]) -> None:
        """Queue a stroke on an action; where somebody else was quicker, tell what they changed and ask once more.

        No words are lost: where the action has ended meanwhile, they may join it as a note.
        """

        def again() -> None:
            from csu_tui.tui.dialogs.clash import ClashDialog

            hidden = self.hides_of(action.report_id)
            now = self.desk.action(action.id)
            said = say_change(action, now, self._who_changed(action), self.desk.today())
            ended = now.status is not ActionStatus.OPEN and submit != self._note
            said += " Enter adds your words as a note." if ended else " Enter saves your words all the same."
            self.go_to(action.id)
            self.say(said, bad=True)
            take = self._note if ended else submit
            self.ask(ClashDialog(said, words, hidden=hidden), lambda typed: take(now, typed))

        self.put(job, again=again)

    def _who_changed(self, action: Action) -> str:
        changes = self.desk.changes(action_ref(action.id))
        return changes[-1].who if changes else ""

    @property
    def action(self) -> Action:
        """The action at the arrow, as it is drawn beside the list."""
        listed: Action = self.here.action
        return next((one for one in self.item.actions if one.id == listed.id), listed)

    @property
    def open_action(self) -> Action:
        """The action at the arrow, refusing one that has ended."""
        action = self.action
        if action.status is not ActionStatus.OPEN:
            raise RuleError(
                "".join((action_ref(action.id), " is ", action.status.value, " already: z undoes your own."))
            )
        return action
