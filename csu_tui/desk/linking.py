"""Reports of one incident, linked so that they count once (SPEC 3.2)."""

from typing import TYPE_CHECKING

from csu_tui.data.queries import incident as incidents
from csu_tui.data.queries import ledger as ledgers
from csu_tui.data.queries import meeting as meetings
from csu_tui.data.queries import report as reports
from csu_tui.desk.deciding import Deciding
from csu_tui.domain.agenda import Step
from csu_tui.domain.errors import RuleError
from csu_tui.domain.feedback import settled, told_with_words
from csu_tui.domain.ids import MeetingId, ReportId
from csu_tui.domain.reference import meeting_ref, report_ref
from csu_tui.domain.stroke import Said
from csu_tui.domain.words import Decision

if TYPE_CHECKING:
    from csu_tui.data.writing import Writing


class Linking(Deciding):
    """Link and take the link away: as a decision of the meeting, and at a desk, where no decision changes."""

    def same_incident(self, step: Step, other: ReportId, *, shares_feedback: bool = False) -> Said:
        """Resolve that a report tells of the same incident as another; the one linked to is the one that counts.

        With `shares_feedback` one answer tells both reporters. Linked to one that is linked itself, it goes to the one
        that counts; those linked to this report go with it.
        """
        with self._writing() as writing:
            meeting, standing = self._seen(writing, step)
            self._refuse_other_step(standing)
            number = standing.report_id
            first = self._head(writing, number, other)
            if first == incidents.head(writing.connection, number):
                if standing.decision is Decision.SAME_INCIDENT:
                    raise RuleError(f"{report_ref(number)} is linked to {report_ref(first)} already.")
                self._share(writing, number, first, shares_feedback)
            else:
                self._link(writing, number, first, meeting.id, shares_feedback=shares_feedback)
            kept = self._withdraw_for(writing, meeting.id, standing, Decision.SAME_INCIDENT)
            self._resolve(writing, standing, Decision.SAME_INCIDENT, "", linked_id=first)
            words = f"same incident as {report_ref(first)}"
            more = _why(first, other) + (", one answer tells both" if shares_feedback else "")
            return self._said(writing, meeting, standing, f"decide: {words}", f"{words}{more}{kept}")

    def unlink_step(self, step: Step) -> Said:
        """Take back that a report tells of the same incident as another: it is undecided again."""
        with self._writing() as writing:
            meeting, standing = self._seen(writing, step)
            first = incidents.head(writing.connection, standing.report_id)
            if first is None:
                raise RuleError(f"{report_ref(standing.report_id)} is linked to no other report.")
            told = _stay_told(writing, standing.report_id)
            self._unlink(writing, standing.report_id, keep=None)
            decided = standing.decision is Decision.SAME_INCIDENT
            if decided:
                self._resolve(writing, standing, None, "")
            words = f"no longer the same incident as {report_ref(first)}{'; undecided again' if decided else ''}{told}"
            return self._said(writing, meeting, standing, f"unlink: {report_ref(first)}", words)

    def link(self, report_id: ReportId, other: ReportId, *, shares_feedback: bool = False) -> Said:
        """Link a report at a desk to another of the same incident; whatever a meeting decided on it stands."""
        with self._writing() as writing:
            self._refuse_decided_now(writing, report_id)
            first = self._head(writing, report_id, other)
            if first == incidents.head(writing.connection, report_id):
                raise RuleError(f"{report_ref(report_id)} is linked to {report_ref(first)} already.")
            self._link(writing, report_id, first, None, shares_feedback=shares_feedback)
            more = _why(first, other) + (", one answer tells both" if shares_feedback else "")
            what = f"same incident as {report_ref(first)}"
            return self._linked(writing, report_id, f"link: {what}", f"{what}{more}")

    def unlink(self, report_id: ReportId) -> Said:
        """Take a report's link away at a desk; the decision of a closed meeting stays as it was minuted."""
        with self._writing() as writing:
            reports.report(writing.connection, report_id)
            self._refuse_decided_now(writing, report_id)
            first = incidents.head(writing.connection, report_id)
            if first is None:
                others = [report_ref(n) for n in incidents.mates(writing.connection, report_id) if n != report_id]
                counts = f": {', '.join(others)} is linked to it, unlink that one" if others else ""
                raise RuleError(f"{report_ref(report_id)} is linked to no other report{counts}.")
            told = _stay_told(writing, report_id)
            self._unlink(writing, report_id, keep=None)
            words = f"no longer the same incident as {report_ref(first)}{told}"
            return self._linked(writing, report_id, f"unlink: {report_ref(first)}", words)

    def _linked(self, writing: "Writing", report_id: ReportId, what: str, words: str) -> Said:
        self._after(writing, report_id)
        writing.record(what, report_ref(report_id), meeting_id=self._scope(writing, report_id))
        step = self._step_of(writing.connection, report_id)
        return Said(f"{report_ref(report_id)}: {words}.", step, report_id=report_id)

    def _head(self, writing: "Writing", report_id: ReportId, other: ReportId) -> ReportId:
        """Return the report that counts for the incident of `other`; refused where there is none to link to."""
        connection = writing.connection
        reports.report(connection, report_id)
        reports.report(connection, other)
        for number in (report_id, other):
            self._refuse_taken_back(connection, number)
        first = incidents.head(connection, other) or other
        if first == report_id:
            raise RuleError(f"{report_ref(other)} is {report_ref(report_id)} itself, or linked to it already.")
        return first

    def _link(
        self,
        writing: "Writing",
        report_id: ReportId,
        first: ReportId,
        meeting_id: MeetingId | None,
        *,
        shares_feedback: bool,
    ) -> None:
        """Link a report to the one that counts; those that it counted for until now go with it, one level deep."""
        connection = writing.connection
        if shares_feedback:
            self._refuse_told(writing, report_id, first)
        self._unlink(writing, report_id, keep=None)
        meeting = meetings.open_meeting(connection)
        behind = connection.execute(
            "SELECT id FROM incident_link WHERE same_as_id = ? AND undone = 0 ORDER BY id", (report_id,)
        ).fetchall()
        for (link,) in behind:
            writing.change("incident_link", link, same_as_id=first)
        steps = connection.execute(
            "SELECT id FROM agenda_step WHERE linked_id = ? AND meeting_id = ?",
            (report_id, meeting.id if meeting else None),
        ).fetchall()
        for (step,) in steps:
            writing.change("agenda_step", step, linked_id=first)
        writing.add(
            "incident_link",
            report_id=report_id,
            same_as_id=first,
            meeting_id=meeting_id,
            shares_feedback=int(shares_feedback),
        )

    @staticmethod
    def _refuse_told(writing: "Writing", report_id: ReportId, first: ReportId) -> None:
        """Refuse to share an answer that no longer comes while somebody is owed one: nobody would tell them."""
        theirs, own = (ledgers.feedback(writing.connection, number) for number in (first, report_id))
        if settled(theirs) and not settled(own):
            raise RuleError(
                f"{report_ref(first)} has its answer already ({theirs.state}):"
                f" {report_ref(report_id)} is owed an answer of its own. Link them without sharing."
            )

    def _share(self, writing: "Writing", report_id: ReportId, first: ReportId, shares_feedback: bool) -> None:
        row = writing.connection.execute(
            "SELECT id, shares_feedback FROM incident_link WHERE report_id = ? AND undone = 0", (report_id,)
        ).fetchone()
        if bool(row[1]) != shares_feedback:
            if shares_feedback:
                self._refuse_told(writing, report_id, first)
            writing.change("incident_link", row[0], shares_feedback=int(shares_feedback))

    @staticmethod
    def _refuse_decided_now(writing: "Writing", report_id: ReportId) -> None:
        """Refuse at a desk what the open meeting has just decided: it is changed there."""
        meeting = meetings.open_meeting(writing.connection)
        row = (
            meeting
            and writing.connection.execute(
                "SELECT 1 FROM agenda_step WHERE meeting_id = ? AND report_id = ? AND decision = ?",
                (meeting.id, report_id, Decision.SAME_INCIDENT.value),
            ).fetchone()
        )
        if meeting and row:
            raise RuleError(
                f"{report_ref(report_id)} was decided as the same incident in {meeting_ref(meeting.id)}, which is open:"
                " change it there."
            )


def _stay_told(writing: "Writing", report_id: ReportId) -> str:
    """Say which answers one telling gave for both before a link is taken away: they were told, and so it stays."""
    connection = writing.connection
    others = [ReportId(number) for number in incidents.mates(connection, report_id) if number != report_id]
    pairs = [(report_id, other) for other in others] + [(other, report_id) for other in others]
    told = [
        f"; {report_ref(one)} was told with {report_ref(other)} and stays told"
        for one, other in pairs
        if settled(line := ledgers.feedback(connection, one)) and line.reason == told_with_words(report_ref(other))
    ]
    return "".join(told)


def _why(first: ReportId, other: ReportId) -> str:
    """Say why a report went to another one than was named: that is linked to it."""
    return "" if first == other else f", as {report_ref(other)} is"
