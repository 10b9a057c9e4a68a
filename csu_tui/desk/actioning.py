"""An action finished, re-dated, handed over, reworded; in a meeting it is thereby reviewed."""

from datetime import date
from typing import TYPE_CHECKING

from csu_tui.data.queries import action as actions
from csu_tui.data.queries import agenda as agendas
from csu_tui.data.queries import meeting as meetings
from csu_tui.desk.telling import Telling
from csu_tui.domain.action import Action
from csu_tui.domain.dates import say_day
from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import AgencyId, OfficerId, StepId
from csu_tui.domain.moment import utc_text
from csu_tui.domain.reference import action_ref
from csu_tui.domain.stroke import ContactMade, Said
from csu_tui.domain.text import plural
from csu_tui.domain.words import ActionStatus, Family, Review

if TYPE_CHECKING:
    from csu_tui.data.writing import Writing

ENDS = (ActionStatus.DONE, ActionStatus.NOT_POSSIBLE, ActionStatus.NOT_UNDERTAKEN, ActionStatus.CANCELLED)
REVIEWS = {
    ActionStatus.DONE: Review.DONE,
    ActionStatus.NOT_POSSIBLE: Review.NOT_POSSIBLE,
    ActionStatus.NOT_UNDERTAKEN: Review.NOT_UNDERTAKEN,
}


class Actioning(Telling):
    """What becomes of an action (SPEC 3.3)."""

    def finish(self, action: Action, status: ActionStatus, outcome: str, made: ContactMade | None = None) -> Said:
        """End an action with one line of outcome; a contact kind writes its one contact with it."""
        if status not in ENDS:
            raise RuleError("An action ends as done, not possible, not undertaken or cancelled.")
        if not outcome.strip():
            raise RuleError(f"'{status}' needs one line of outcome.")
        if made is not None and action.family is not Family.CONTACT:
            raise RuleError(f"{action_ref(action.id)} is no contact: log the contact by itself.")
        if made is None and action.family is Family.CONTACT and status is ActionStatus.DONE:
            raise RuleError(f"{action_ref(action.id)} is a {action.kind}: say whether the reporter was reached.")
        with self._writing() as writing:
            standing = self._standing(writing, action)
            self._change_action(
                writing, standing, status=status.value, outcome=outcome.strip(), finished=utc_text(self.now())
            )
            others = self._write_contact(writing, standing.report_id, made, standing) if made is not None else ""
            return self._acted(writing, standing, REVIEWS.get(status), outcome, f"{status}", f"{status}{others}")

    def redate(self, action: Action, due: date, why: str) -> Said:
        """Carry an action over to a new date; the old one, who and why are kept."""
        if not why.strip():
            raise RuleError("A new date needs a reason.")
        if due < self.today():
            raise RuleError("A due date cannot lie in the past.")
        with self._writing() as writing:
            standing = self._standing(writing, action)
            self._change_action(writing, standing, due=due.isoformat(), carried_over=standing.carried_over + 1)
            day = say_day(due, self.today())
            return self._acted(
                writing, standing, Review.CARRIED_OVER, why, "redate", f"carried over to {day}", why=why.strip()
            )

    def hand_over(
        self,
        action: Action,
        agency_id: AgencyId,
        officer_id: OfficerId | None,
        why: str,
        *,
        feedback_too: bool = False,
    ) -> Said:
        """Hand an action to another agency or officer; the feedback stays where it is unless asked."""
        if not why.strip():
            raise RuleError("Handing over needs a reason.")
        with self._writing() as writing:
            connection = writing.connection
            standing = self._standing(writing, action)
            agency = self._agency(connection, agency_id)
            if (agency_id, officer_id) == (standing.agency_id, standing.officer_id):
                raise RuleError(f"{action_ref(action.id)} is theirs already.")
            self._refuse_strange_officer(connection, agency_id, officer_id)
            self._change_action(writing, standing, agency_id=agency_id, officer_id=officer_id)
            if feedback_too:
                writing.change("feedback", standing.report_id, agency_id=agency_id, planned=1)
            words = f"handed over to {agency.short}"
            what = f"hand over: {agency.short}"
            return self._acted(writing, standing, Review.HANDED_OVER, why, what, words, why=why.strip())

    def edit_action(self, action: Action, text: str, due: date | None = None) -> Said:
        """Reword an action, and correct its date without carrying it over."""
        if due is not None and due < self.today():
            raise RuleError("A due date cannot lie in the past.")
        with self._writing() as writing:
            standing = self._standing(writing, action)
            self._change_action(writing, standing, text=text.strip(), due=(due or standing.due).isoformat())
            return self._acted(writing, standing, None, "", "edit", "reworded")

    def note_action(self, action: Action, text: str) -> Said:
        """Add one line to an action's words, with the day and whose it is; also to one that has ended.

        It joins the words, which it never replaces, so that every list, paper and sheet with them has it too.
        """
        if not text.strip():
            raise RuleError("Write a few words first.")
        with self._writing() as writing:
            writing.check("action", action.id, action.version, action_ref(action.id))
            standing = actions.action(writing.connection, action.id)
            day = say_day(self.today(), self.today())
            words = f"{standing.text or standing.kind} · {day}, {self.login}: {text.strip()}"
            self._change_action(writing, standing, text=words)
            return self._acted(writing, standing, None, "", "note", "note kept")

    def carry_over_agency(self, agency_id: AgencyId, due: date, why: str) -> Said:
        """Carry over all unreviewed due actions of one agency in the open meeting."""
        if not why.strip():
            raise RuleError("A new date needs a reason.")
        if due < self.today():
            raise RuleError("A due date cannot lie in the past.")
        with self._writing() as writing:
            connection = writing.connection
            meeting = self._driven(connection)
            count = 0
            for step in self._checklist(connection).unreviewed:
                if step.action_id is None:
                    continue
                action = actions.action(connection, step.action_id)
                if action.agency_id != agency_id or action.status is not ActionStatus.OPEN:
                    continue
                self._change_action(writing, action, due=due.isoformat(), carried_over=action.carried_over + 1)
                self._review(writing, action, Review.CARRIED_OVER, why)
                count += 1
            if not count:
                raise RuleError("That agency has no due action left to review.")
            agency = self._agency(connection, agency_id)
            writing.record(f"carry over: {count} of {agency.short}", f"M{meeting.id}", meeting_id=meeting.id)
            return Said(f"{plural(count, 'action')} of {agency.short} carried over to {say_day(due, self.today())}.")

    def _standing(self, writing: "Writing", action: Action) -> Action:
        writing.check("action", action.id, action.version, action_ref(action.id))
        standing = actions.action(writing.connection, action.id)
        if standing.status is not ActionStatus.OPEN:
            raise RuleError(f"{action_ref(action.id)} is {standing.status} already.")
        return standing

    def _change_action(self, writing: "Writing", action: Action, **values: object) -> None:
        row = writing.row("action", action.id)
        touched = int(bool(row and (row["touched"] or row["made_by"] != self.login)))
        writing.change("action", action.id, touched=touched, **values)

    def _review(self, writing: "Writing", action: Action, review: Review, note: str) -> StepId | None:
        connection = writing.connection
        meeting = meetings.open_meeting(connection)
        step = agendas.step_of_action(connection, meeting.id, action.id) if meeting else None
        if step is not None:
            writing.change("agenda_step", step, review=review.value, review_note=note.strip())
        return StepId(step) if step else None

    def _acted(
        self,
        writing: "Writing",
        action: Action,
        review: Review | None,
        note: str,
        what: str,
        words: str,
        *,
        why: str = "",
    ) -> Said:
        step = self._review(writing, action, review, note) if review else None
        meeting = meetings.open_meeting(writing.connection)
        self._after(writing, action.report_id)
        scope = meeting.id if meeting and (step or action.meeting_id == meeting.id) else None
        writing.record(what, action_ref(action.id), meeting_id=scope, why=why)
        return Said(f"{action_ref(action.id)}: {words}.", step, report_id=action.report_id)
