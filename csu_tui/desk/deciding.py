"""What the meeting resolves on a report: one decision stands at a time."""

from typing import TYPE_CHECKING, Any

from csu_tui.data.queries import action as actions
from csu_tui.data.queries import group as grouped
from csu_tui.data.queries import unit as units
from csu_tui.desk.sitting import Sitting, subject_of
from csu_tui.domain.action import Action
from csu_tui.domain.agenda import Step
from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import ActionId, AgencyId, MeetingId, ReportId
from csu_tui.domain.meeting import Meeting
from csu_tui.domain.moment import utc_text
from csu_tui.domain.reference import action_ref, group_ref, report_ref
from csu_tui.domain.stroke import Assignment, Said
from csu_tui.domain.text import plural
from csu_tui.domain.words import NOT_REVIEWED, ActionStatus, Decision, FeedbackState, StepKind

if TYPE_CHECKING:
    from csu_tui.data.writing import Writing


class Deciding(Sitting):
    """Task and decide (SPEC 3.2)."""

    def task(self, step: Step, agency_id: AgencyId) -> Said:
        """Task an agency with the default action."""
        return self.assign(step, Assignment(agency_id))

    def assign(self, step: Step, assignment: Assignment) -> Said:
        """Task an agency, or one officer of it, with an action of any kind."""
        with self._writing() as writing:
            meeting, standing = self._seen(writing, step)
            self._refuse_other_step(standing)
            made = self._make(writing, meeting.id, standing.report_id, assignment)
            left = self._leave_group(writing, meeting.id, standing.report_id)
            self._resolve(writing, standing, Decision.TASK, "")
            self._own_feedback(writing, standing.report_id)
            what = f"task: {made.agency} {action_ref(made.id)}"
            words = f"task {made.agency}, {made.public(standing.sensitive).kind} ({action_ref(made.id)}){left}"
            return self._said(writing, meeting, standing, what, words)

    def withdraw(self, step: Step, agency_id: AgencyId) -> Said:
        """Withdraw an agency's actions made for this report in this meeting, if nobody else has touched them."""
        with self._writing() as writing:
            meeting, standing = self._seen(writing, step)
            self._refuse_other_step(standing)
            made = [a for a in self._made(writing, meeting.id, standing.report_id) if a.agency_id == agency_id]
            if not made:
                raise RuleError(f"{report_ref(standing.report_id)} has no action of that agency from this meeting.")
            kept = [a for a in made if not _withdrawable(a)]
            if kept:
                raise RuleError(f"{action_ref(kept[0].id)} has been worked on since: finish or cancel it instead.")
            for action in made:
                writing.change("action", action.id, withdrawn=1)
            left = self._made(writing, meeting.id, standing.report_id)
            if not left and standing.decision is Decision.TASK:
                self._resolve(writing, standing, None, "")
            self._own_feedback(writing, standing.report_id)
            refs = ", ".join(action_ref(a.id) for a in made)
            rest = "" if left or standing.decision is not Decision.TASK else "; undecided again"
            return self._said(
                writing, meeting, standing, f"withdraw: {refs}", f"withdrew {refs} of {made[0].agency}{rest}"
            )

    def decide(self, step: Step, decision: Decision, reason: str = "") -> Said:
        """Resolve no further action, for information or hold over; a reason where one is due."""
        if decision in (Decision.TASK, Decision.SAME_INCIDENT, Decision.GROUP):
            raise RuleError(f"'{decision}' is not made this way.")
        if decision is not Decision.FOR_INFORMATION and not reason.strip():
            raise RuleError(f"'{decision}' needs a reason.")
        with self._writing() as writing:
            meeting, standing = self._seen(writing, step)
            self._refuse_other_step(standing)
            kept = self._withdraw_for(writing, meeting.id, standing, decision)
            self._resolve(writing, standing, decision, reason.strip())
            return self._said(writing, meeting, standing, f"decide: {decision}", f"{decision}{kept}")

    def comment(self, step: Step, text: str) -> Said:
        """Keep a comment for the minutes on a step; it replaces the one the person saw, and joins one they did not."""
        with self._writing() as writing:
            meeting, standing = self._seen(writing, step)
            unseen = standing.comment if step.comment != standing.comment else ""
            kept = " ".join(part for part in (unseen, text.strip()) if part)
            writing.change("agenda_step", standing.id, comment=kept)
            return self._said(writing, meeting, standing, "comment", "comment kept for the minutes")

    def hold_over_rest(self, reason: str) -> Said:
        """Hold over every report still undecided, with one reason; due actions not reviewed stay due."""
        if not reason.strip():
            raise RuleError("'hold over' needs a reason.")
        with self._writing() as writing:
            meeting = self._driven(writing.connection)
            rest = self._checklist(writing.connection)
            for step in rest.undecided:
                self._resolve(writing, step, Decision.HOLD_OVER, reason.strip())
            for step in rest.unreviewed:
                writing.change("agenda_step", step.id, review_note=NOT_REVIEWED)
            due = [step for step in rest.unreviewed if step.kind is StepKind.ACTION]
            groups = len(rest.unreviewed) - len(due)
            if rest.undecided or rest.unreviewed:
                parts = (
                    (f"{len(rest.undecided)} reports", rest.undecided),
                    (f"{len(due)} actions not reviewed", due),
                    (f"{groups} groups not heard", groups),
                )
                what = f"hold over the rest: {', '.join(words for words, some in parts if some)}"
                writing.record(what, f"M{meeting.id}", meeting_id=meeting.id)
        said = (
            *((f"{plural(len(rest.undecided), 'report')} held over",) if rest.undecided else ()),
            *((f"{plural(len(due), 'action stays', 'actions stay')} due, not reviewed",) if due else ()),
            *((f"{plural(groups, 'group')} not heard",) if groups else ()),
        )
        return Said(f"{'; '.join(said) or 'Nothing was left to hold over'}.")

    @staticmethod
    def _refuse_other_step(step: Step) -> None:
        if step.kind is StepKind.GROUP:
            raise RuleError("That is a group to hear, not a report to decide.")
        if step.kind is not StepKind.REPORT:
            raise RuleError("That is an action to review, not a report to decide.")

    @staticmethod
    def _made(writing: "Writing", meeting_id: MeetingId, report_id: ReportId) -> tuple[Action, ...]:
        return actions.made_in(writing.connection, meeting_id).get(report_id, ())

    def _make(
        self, writing: "Writing", meeting_id: MeetingId | None, report_id: ReportId, assignment: Assignment
    ) -> Action:
        """Write one action, with the unit's default kind and due date where none is given."""
        from csu_tui.domain.working_days import add_working_days

        connection = writing.connection
        self._agency(connection, assignment.agency_id)
        known = units.kinds(connection)
        kind = next((k for k in known if k.id == assignment.kind_id), None) or next(k for k in known if k.default)
        self._refuse_strange_officer(connection, assignment.agency_id, assignment.officer_id)
        due = assignment.due or add_working_days(self.today(), int(units.settings(connection)["default_due_days"]))
        if due < self.today():
            raise RuleError("A due date cannot lie in the past.")
        made = writing.add(
            "action",
            report_id=report_id,
            meeting_id=meeting_id,
            agency_id=assignment.agency_id,
            officer_id=assignment.officer_id,
            kind_id=kind.id,
            text=assignment.text.strip(),
            due=due.isoformat(),
            created=utc_text(self.now()),
            made_by=self.login,
        )
        return actions.action(connection, ActionId(made))

    def _resolve(
        self,
        writing: "Writing",
        step: Step,
        decision: Decision | None,
        reason: str,
        *,
        linked_id: int | None = None,
    ) -> None:
        if step.linked_id is not None:
            self._unlink(writing, step.report_id, keep=linked_id)
        writing.change(
            "agenda_step",
            step.id,
            decision=decision.value if decision else None,
            reason=reason,
            linked_id=linked_id,
            decided=utc_text(self.now()) if decision else None,
            decided_by=self.login if decision else "",
        )

    @staticmethod
    def _unlink(writing: "Writing", report_id: ReportId, keep: int | None) -> None:
        rows = writing.connection.execute(
            "SELECT id FROM incident_link WHERE report_id = ? AND undone = 0 AND same_as_id IS NOT ?", (report_id, keep)
        ).fetchall()
        for (link,) in rows:
            writing.change("incident_link", link, undone=1)

    def _withdraw_for(self, writing: "Writing", meeting_id: MeetingId, step: Step, decision: Decision) -> str:
        """Take back what a new decision takes back, and say so with what stays open (SPEC 3.2: hold over keeps it all).

        That is the actions of this meeting that nobody else has touched, and the group that this meeting put it in.
        """
        if decision is Decision.HOLD_OVER:
            return ""
        left = self._leave_group(writing, meeting_id, step.report_id)
        made = self._made(writing, meeting_id, step.report_id)
        if not made:
            return left
        gone = [a for a in made if _withdrawable(a)]
        kept = [a for a in made if a not in gone and a.status is ActionStatus.OPEN]
        for action in gone:
            writing.change("action", action.id, withdrawn=1)
        self._own_feedback(writing, step.report_id)
        words = f"; withdrew {', '.join(action_ref(a.id) for a in gone)}" if gone else ""
        return words + (f"; {', '.join(action_ref(a.id) for a in kept)} stays open" if kept else "") + left

    @staticmethod
    def _leave_group(writing: "Writing", meeting_id: MeetingId, report_id: ReportId) -> str:
        """Take a report out of the group that this meeting put it in; one that others put it in keeps it."""
        words = ""
        for row, group_id, put_in in grouped.standing(writing.connection, report_id):
            if put_in == meeting_id:
                writing.change("group_report", row, undone=1)
                words += f"; taken out of {group_ref(group_id)}"
        return words

    def _own_feedback(self, writing: "Writing", report_id: ReportId) -> None:
        """Give the feedback to the first agency tasked, else to the unit's own, unless a person has set it."""
        connection = writing.connection
        row: dict[str, Any] | None = writing.row("feedback", report_id)
        if row is None or row["planned"] or row["state"] not in (FeedbackState.DUE, FeedbackState.VIA_ORGANISATION):
            return
        standing = actions.of_report(connection, report_id)
        owner = standing[0].agency_id if standing else self._own_agency(connection).id
        if row["agency_id"] != owner:
            writing.change("feedback", report_id, agency_id=owner)

    def _said(self, writing: "Writing", meeting: Meeting, step: Step, what: str, words: str) -> Said:
        subject = subject_of(step)
        if step.kind is not StepKind.GROUP:
            self._after(writing, step.report_id)
        writing.record(what, subject, meeting_id=meeting.id)
        report_id = None if step.kind is StepKind.GROUP else step.report_id
        return Said(f"{subject}: {words}.", step.id, report_id=report_id, group_id=step.group_id)


def _withdrawable(action: Action) -> bool:
    return action.status is ActionStatus.OPEN and not action.touched
