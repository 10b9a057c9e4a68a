"""The reporter told, or tried: contacts and the ledger."""

from typing import TYPE_CHECKING

from csu_tui.data.connection import Connection
from csu_tui.data.queries import ledger as ledgers
from csu_tui.data.queries import report as reports
from csu_tui.data.queries import unit as units
from csu_tui.data.queries.incident import sharers
from csu_tui.desk.grouping import Grouping
from csu_tui.domain.action import Action
from csu_tui.domain.errors import RuleError
from csu_tui.domain.feedback import after_contact, due_date, move, refuse_against_wish, told_with
from csu_tui.domain.ids import AgencyId, ReportId
from csu_tui.domain.ledger import Feedback
from csu_tui.domain.moment import utc_text
from csu_tui.domain.reference import report_ref
from csu_tui.domain.stroke import ContactMade, Said
from csu_tui.domain.text import plural
from csu_tui.domain.words import FeedbackState, Means

if TYPE_CHECKING:
    from csu_tui.data.writing import Writing


class Telling(Grouping):
    """Contacts (SPEC 3.4) and feedback (SPEC 3.5)."""

    def contact(self, report_id: ReportId, made: ContactMade) -> Said:
        """Record one attempt to reach the reporter; it may settle the feedback in the same stroke."""
        with self._writing() as writing:
            others = self._write_contact(writing, report_id, made, None)
            self._after(writing, report_id)
            result = "reached" if made.reached else "no answer"
            writing.record(
                f"contact: {made.means}, {result}", report_ref(report_id), meeting_id=self._scope(writing, report_id)
            )
            step = self._step_of(writing.connection, report_id)
            settles = ", feedback given" if made.settles else ""
            return Said(f"{report_ref(report_id)}: {made.means}, {result}{settles}{others}.", step, report_id=report_id)

    def set_feedback(
        self,
        feedback: Feedback,
        to: FeedbackState,
        *,
        reason: str = "",
        means: Means | None = None,
        wish_changed: str = "",
    ) -> Said:
        """Move a report's line of the ledger; `attempted` and `given` write the contact that they rest on."""
        report_id = feedback.report_id
        with self._writing() as writing:
            connection = writing.connection
            self._refuse_taken_back(connection, report_id)
            writing.check("feedback", report_id, feedback.version, report_ref(report_id))
            standing = ledgers.feedback(connection, report_id)
            report = reports.report(connection, report_id)
            refuse_against_wish(standing, to, report.reporter, wish_changed)
            setting = units.settings(connection)
            again = to is standing.state is FeedbackState.VIA_ORGANISATION
            planned = due_date(
                self.today(), report.risk, int(setting["feedback_days"]), int(setting["feedback_days_high"])
            )
            owed = to in (FeedbackState.DUE, FeedbackState.ATTEMPTED)
            moved = move(
                standing,
                to,
                reason=reason.strip(),
                wish_changed=wish_changed.strip(),
                due=planned if owed and standing.due is None else None,
                agency_id=standing.agency_id or self._own_agency(connection).id,
                told=self.now() if again or to is FeedbackState.GIVEN else None,
                means=means,
                via_done=again,
            )
            if to in (FeedbackState.ATTEMPTED, FeedbackState.GIVEN) and means is not None:
                told = to is FeedbackState.GIVEN
                made = ContactMade(means, reached=told, settles=told, agency_id=_who_tells(connection, standing))
                self._insert_contact(writing, report_id, made, None)
            self._keep(writing, moved)
            others = self._tell_others(writing, moved) if to is FeedbackState.GIVEN or again else ""
            self._after(writing, report_id)
            what = f"feedback: {to}" + (f", wish changed from {standing.state}" if wish_changed.strip() else "")
            writing.record(what, report_ref(report_id), meeting_id=self._scope(writing, report_id))
            step = self._step_of(connection, report_id)
            done = " (done)" if moved.via_done else ""
            return Said(f"{report_ref(report_id)}: feedback {to}{done}{others}.", step, report_id=report_id)

    def settle_unknown(self) -> Said:
        """Settle every `unknown` of the open meeting in one choice: the source tells them."""
        with self._writing() as writing:
            connection = writing.connection
            meeting = self._driven(connection)
            unknown = [
                step
                for step in self._checklist(connection).unplanned
                if ledgers.feedback(connection, step.report_id).state is FeedbackState.UNKNOWN
            ]
            for step in unknown:
                writing.change(
                    "feedback",
                    step.report_id,
                    state=FeedbackState.VIA_ORGANISATION.value,
                    via_done=1,
                    told=utc_text(self.now()),
                    reason="the source tells them",
                    planned=1,
                )
                self._after(writing, step.report_id)
            if unknown:
                what = f"feedback: {len(unknown)} via organisation, the source tells them"
                writing.record(what, f"M{meeting.id}", meeting_id=meeting.id)
        return Said(f"{plural(len(unknown), 'report')}: via organisation, the source tells them.")

    def _write_contact(self, writing: "Writing", report_id: ReportId, made: ContactMade, action: Action | None) -> str:
        """Write one contact and what it does to the ledger; refused whole where it may not settle.

        Returns, in words, who else was told by it.
        """
        connection = writing.connection
        reports.report(connection, report_id)
        self._refuse_taken_back(connection, report_id)
        standing = ledgers.feedback(connection, report_id)
        at = made.at or self.now()
        if at > self.now():
            raise RuleError("A contact cannot lie in the future.")
        moved = after_contact(standing, made.reached, made.settles, means=made.means, at=at)
        self._insert_contact(writing, report_id, made, action)
        if moved != standing:
            self._keep(writing, moved)
        return self._tell_others(writing, moved) if made.settles else ""

    def _tell_others(self, writing: "Writing", told: Feedback) -> str:
        """Settle with one answer what is owed on the reports of the same incident that share it; say which."""
        connection = writing.connection
        done = []
        for number in sharers(connection, told.report_id):
            standing = ledgers.feedback(connection, number)
            reporter = reports.report(connection, number).reporter
            moved = told_with(standing, reporter, told, report_ref(told.report_id))
            if moved is not None:
                self._keep(writing, moved)
                self._after(writing, number)
                done.append(report_ref(number))
        return f"; {', '.join(done)} told with it" if done else ""

    def _insert_contact(
        self, writing: "Writing", report_id: ReportId, made: ContactMade, action: Action | None
    ) -> None:
        connection = writing.connection
        agency_id = made.agency_id or (action.agency_id if action else None)
        mine = next((o for o in units.officers(connection) if o.id == self._officer_id), None)
        if agency_id is None:
            agency_id = mine.agency_id if mine else self._own_agency(connection).id
        officer_id = made.officer_id or (action.officer_id if action else None)
        if officer_id is None and mine and mine.agency_id == agency_id:
            officer_id = mine.id
        # Whose the action is was settled when it was made: a retired agency or officer may still finish theirs.
        if made.agency_id:
            self._agency(connection, made.agency_id)
        if made.officer_id:
            self._refuse_strange_officer(connection, agency_id, made.officer_id)
        writing.add(
            "contact",
            report_id=report_id,
            action_id=action.id if action else None,
            meeting_id=self._scope(writing, report_id),
            agency_id=agency_id,
            officer_id=officer_id,
            at=utc_text(made.at or self.now()),
            means=made.means.value,
            reached=int(made.reached),
            note=made.note.strip(),
            settles=int(made.settles),
        )

    @staticmethod
    def _keep(writing: "Writing", moved: Feedback) -> None:
        writing.change(
            "feedback",
            moved.report_id,
            state=moved.state.value,
            due=moved.due.isoformat() if moved.due else None,
            agency_id=moved.agency_id,
            reason=moved.reason,
            attempts=moved.attempts,
            told=utc_text(moved.told) if moved.told else None,
            means=moved.means.value if moved.means else None,
            via_done=int(moved.via_done),
            planned=1,
        )


def _who_tells(connection: Connection, feedback: Feedback) -> AgencyId | None:
    """Return the agency that owes the answer, for it is theirs that the meeting records; None once it is retired."""
    return next((a.id for a in units.agencies(connection) if a.id == feedback.agency_id), None)
