"""A meeting opened, its roll called, walked, and abandoned."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from csu_tui.data.connection import Connection
from csu_tui.data.queries import action as actions
from csu_tui.data.queries import agenda as agendas
from csu_tui.data.queries import group as grouped
from csu_tui.data.queries import ledger as ledgers
from csu_tui.data.queries import meeting as meetings
from csu_tui.data.queries import unit as units
from csu_tui.desk.driving import Driving
from csu_tui.domain.agenda import Step
from csu_tui.domain.errors import RuleError
from csu_tui.domain.feedback import due_date
from csu_tui.domain.ids import ReportId, StepId
from csu_tui.domain.meeting import Attendee, Meeting
from csu_tui.domain.moment import local, utc_text
from csu_tui.domain.order import DueAction, DueGroup, Waiting, due_in_order, reports_in_order
from csu_tui.domain.reference import action_ref, group_ref, meeting_ref, report_ref
from csu_tui.domain.stroke import Roll, Said
from csu_tui.domain.window import is_late, next_window
from csu_tui.domain.words import FeedbackState, MeetingState, StepKind

if TYPE_CHECKING:
    from csu_tui.data.writing import Writing


class Sitting(Driving):
    """Open, call the roll, walk, abandon (SPEC 3.1)."""

    def open_meeting(self, roll: Roll) -> Meeting:
        """Open the next meeting on everything that waits; two cannot be open at once."""
        if not roll.chair.strip():
            raise RuleError("A meeting needs a chair: type the name.")
        with self._writing() as writing:
            connection = writing.connection
            if (standing := meetings.open_meeting(connection)) is not None:
                raise RuleError(
                    f"{meeting_ref(standing.id)} is open already, chaired by {standing.chair}: go on with it."
                )
            last = meetings.last_held(connection)
            now = self.now()
            window = next_window(last.window.end if last else None, now)
            meeting_id = writing.add(
                "meeting",
                state=MeetingState.OPEN.value,
                chair=roll.chair.strip(),
                window_start=utc_text(window.start),
                window_end=utc_text(window.end),
                start=utc_text(now),
                step=1,
                driver=self._token(),
                driver_name=self.login,
                present=_roll(roll.present),
                apologies=_roll(roll.apologies),
            )
            due = (DueAction(a.id, a.agency, a.due) for a in actions.due(connection, self.today()))
            for number, one in enumerate(due_in_order(due, grouped.due(connection, self.today())), 1):
                writing.add(
                    "agenda_step",
                    meeting_id=meeting_id,
                    number=number,
                    **(
                        {"kind": StepKind.GROUP.value, "group_id": one.group_id}
                        if isinstance(one, DueGroup)
                        else {"kind": StepKind.ACTION.value, "action_id": one.action_id}
                    ),
                )
            opened = meetings.meeting(connection, meeting_id)
            self._join(writing, opened, (found for found, _ in agendas.waiting(connection)))
            writing.record("open meeting", meeting_ref(opened.id), meeting_id=meeting_id)
            return meetings.meeting(connection, meeting_id)

    def call_roll(self, roll: Roll) -> Said:
        """Call the roll of the open meeting again."""
        if not roll.chair.strip():
            raise RuleError("A meeting needs a chair: type the name.")
        with self._writing() as writing:
            meeting = self._driven(writing.connection)
            writing.change(
                "meeting",
                meeting.id,
                chair=roll.chair.strip(),
                present=_roll(roll.present),
                apologies=_roll(roll.apologies),
            )
            writing.record("call roll", meeting_ref(meeting.id), meeting_id=meeting.id)
        return Said(f"Roll called: {len(roll.present)} present, {len(roll.apologies)} apologies.")

    def reach(self, number: int) -> None:
        """Save the step that the open meeting has reached."""
        with self._writing() as writing:
            meeting = meetings.open_meeting(writing.connection)
            if meeting is not None and self._is_mine(writing.connection, meeting) and meeting.step != number:
                writing.unseen("meeting", meeting.id, step=number)

    def abandon_meeting(self) -> Said:
        """Abandon a meeting in which nothing was decided: its window and reports return."""
        with self._writing() as writing:
            connection = writing.connection
            meeting = self._driven(connection)
            steps = agendas.steps(connection, meeting.id)
            settled = next((step for step in steps if step.settled or step.comment or step.raised), None)
            if settled is not None:
                raise RuleError(
                    f"{meeting_ref(meeting.id)} has settled step {settled.number}: undo that, or end the meeting."
                )
            for step in steps:
                if step.kind is StepKind.REPORT:
                    writing.unseen("report", step.report_id, waiting=int(not step.taken_back))
                    self._unplan(writing, meeting, step.report_id)
            writing.change("meeting", meeting.id, state=MeetingState.ABANDONED.value, end=utc_text(self.now()))
            writing.record("abandon meeting", meeting_ref(meeting.id), meeting_id=meeting.id)
        return Said(f"{meeting_ref(meeting.id)} is abandoned: its reports wait for the next meeting.")

    def _takes_new(self, meeting: Meeting) -> bool:
        """Say whether what comes in joins a meeting: one left open from an earlier day takes nothing new."""
        return local(meeting.start).date() == self.today()

    @staticmethod
    def _unplan(writing: "Writing", meeting: Meeting, report_id: ReportId) -> None:
        """Take back the date of an answer that this meeting planned: the next one is the report's first."""
        connection = writing.connection
        row = writing.row("feedback", report_id)
        if row is None or row["planned"] or row["state"] != FeedbackState.DUE:
            return
        if not agendas.was_before(connection, report_id, meeting.id):
            writing.change("feedback", report_id, due=None, agency_id=None)

    def _join(self, writing: "Writing", meeting: Meeting, waiting: Iterable[Waiting], *, raised: bool = False) -> None:
        """Append steps for waiting reports to a meeting, in order, and plan their feedback's date."""
        connection = writing.connection
        setting = units.settings(connection)
        own = self._own_agency(connection)
        last = connection.execute(
            "SELECT ifnull(max(number), 0) FROM agenda_step WHERE meeting_id = ?", (meeting.id,)
        ).fetchone()[0]
        for number, report in enumerate(reports_in_order(waiting), last + 1):
            writing.add(
                "agenda_step",
                meeting_id=meeting.id,
                number=number,
                kind=StepKind.REPORT.value,
                report_id=report.report_id,
                late=int(is_late(report.received, meeting.window) and not report.held_over and not raised),
                held_over=int(report.held_over),
                raised=int(raised),
            )
            writing.unseen("report", report.report_id, waiting=0)
            feedback = ledgers.feedback(connection, report.report_id)
            if feedback.state is FeedbackState.DUE and feedback.due is None:
                day = due_date(
                    local(meeting.start).date(),
                    report.risk,
                    int(setting["feedback_days"]),
                    int(setting["feedback_days_high"]),
                )
                writing.change(
                    "feedback", report.report_id, due=day.isoformat(), agency_id=feedback.agency_id or own.id
                )

    def _seen(self, writing: "Writing", step: Step) -> tuple[Meeting, Step]:
        """Return the open meeting and the step as it stands, refusing one that others changed since it was seen."""
        connection = writing.connection
        meeting = self._driven(connection)
        row = writing.row("agenda_step", step.id)
        if row is None or row["meeting_id"] != meeting.id:
            raise RuleError("That step belongs to a meeting that has ended: open the agenda again.")
        writing.check("agenda_step", step.id, step.version, subject_of(step))
        standing, _ = agendas.step(connection, step.id)
        if standing.taken_back:
            raise RuleError(f"{report_ref(standing.report_id)} was taken back: there is nothing to decide.")
        if standing.history:
            raise RuleError(f"{report_ref(standing.report_id)} is history: undo takes that back, if it was you.")
        return meeting, standing

    def _step_of(self, connection: Connection, report_id: ReportId) -> StepId | None:
        meeting = meetings.open_meeting(connection)
        found = agendas.step_of_report(connection, meeting.id, report_id) if meeting else None
        return StepId(found) if found else None


def subject_of(step: Step) -> str:
    """Return whose step it is, as people say it: `A2207`, `T3` or `R1042`."""
    if step.action_id is not None:
        return action_ref(step.action_id)
    return group_ref(step.group_id) if step.group_id is not None else report_ref(step.report_id)


def _roll(attendees: tuple[Attendee, ...]) -> str:
    return json.dumps([{"id": a.agency_id, "agency": a.agency, "name": a.name} for a in attendees], ensure_ascii=False)
