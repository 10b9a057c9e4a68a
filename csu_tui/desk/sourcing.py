"""What sources sent, afterwards: imports listed and taken back, conflicts settled, a backlog made history."""

import json
from typing import TYPE_CHECKING, Any

from csu_tui.data import search
from csu_tui.data.connection import Connection
from csu_tui.data.queries import agenda as agendas
from csu_tui.data.queries import ledger as ledgers
from csu_tui.data.queries import meeting as meetings
from csu_tui.data.queries import report as reports
from csu_tui.data.queries import source as sources
from csu_tui.data.queries import unit as units
from csu_tui.data.rekeying import rekey_reporter
from csu_tui.desk.intake import Intake
from csu_tui.desk.raising import place_columns
from csu_tui.domain.dates import say_moment
from csu_tui.domain.errors import RuleError
from csu_tui.domain.feedback import due_date, planned
from csu_tui.domain.ids import ImportId, ReportId
from csu_tui.domain.meeting import Meeting
from csu_tui.domain.moment import Moment, utc_text
from csu_tui.domain.place import Place
from csu_tui.domain.reference import import_ref, meeting_ref, report_ref
from csu_tui.domain.report import Reporter
from csu_tui.domain.source import Conflict, Import
from csu_tui.domain.stroke import Said
from csu_tui.domain.text import plural
from csu_tui.domain.window import is_late, next_window
from csu_tui.domain.words import FeedbackState, MeetingState, Precision, ReporterKind, StepKind

if TYPE_CHECKING:
    from csu_tui.data.writing import Writing

EMPTIED = dict.fromkeys(
    (
        "title",
        "text",
        "house",
        "street",
        "locality",
        "postcode",
        "unsplit",
        "place_key",
        "street_key",
        "name",
        "phone",
        "email",
        "route",
    ),
    "",
)


class Sourcing(Intake):
    """Imports, conflicts (SPEC 7) and history (SPEC 3.1)."""

    def imports(self) -> tuple[Import, ...]:
        """Return every file taken in, newest first."""
        with self._db.read() as connection:
            return sources.imports(connection)

    def take_back(self, import_id: ImportId) -> Said:
        """Remove an import's reports that nobody has worked on; a step that one has stays, marked taken back.

        The same file can then be imported again.
        """
        with self._writing() as writing:
            connection = writing.connection
            taken = sources.one_import(connection, import_id)
            if taken.taken_back is not None:
                raise RuleError(f"{import_ref(import_id)} was taken back already.")
            untouched = sources.untouched(connection, import_id)
            for report_id, on_step in untouched:
                connection.execute("DELETE FROM reporter_key WHERE report_id = ?", (report_id,))
                connection.execute("DELETE FROM source_value WHERE report_id = ?", (report_id,))
                if on_step:
                    freed = {"identity": f"taken back {report_id}", "taken_back": utc_text(self.now()), "waiting": 0}
                    writing.unseen("report", report_id, **freed, **EMPTIED)
                else:
                    connection.execute("DELETE FROM feedback WHERE report_id = ?", (report_id,))
                    connection.execute("DELETE FROM report WHERE id = ?", (report_id,))
            search.remove(connection, [report_id for report_id, _ in untouched])
            kept = connection.execute(
                "SELECT count(*) FROM report WHERE import_id = ? AND taken_back IS NULL", (import_id,)
            ).fetchone()[0]
            writing.change("import", import_id, taken_back=utc_text(self.now()))
            writing.record(f"take back import: {len(untouched)} removed, {kept} kept", import_ref(import_id))
        rest = f" {kept} stay: they have been worked on." if kept else ""
        return Said(f"{import_ref(import_id)} taken back: {plural(len(untouched), 'report')} removed.{rest}")

    def conflicts(self) -> tuple[Conflict, ...]:
        """Return what sources sent that differs from what the unit knows, in words that a room may read."""
        with self._db.read() as connection:
            found = []
            for number, report_id, import_id, field, value in sources.conflicts(connection):
                report = reports.report(connection, report_id)
                standing, sent = self._words(field, report.received, report.place, report.reporter, value)
                found.append(
                    Conflict(
                        number, ReportId(report_id), ImportId(import_id) if import_id else None, field, standing, sent
                    )
                )
            return tuple(found)

    def settle_conflict(self, conflict: Conflict, *, take: bool) -> Said:
        """Settle one conflict: take what the source sent, or keep what stands."""
        with self._writing() as writing:
            connection = writing.connection
            row = writing.row("source_value", conflict.id)
            if row is None or row["settled"] is not None:
                raise RuleError(f"That conflict of {report_ref(conflict.report_id)} is settled already.")
            if take:
                if row["field"] == "received":
                    self._take_date(writing, conflict.report_id, Moment.read(row["value"]))
                writing.change("report", conflict.report_id, **_columns(row["field"], row["value"]))
                if row["field"] == "reporter":
                    self._take_wish(writing, conflict.report_id, _reporter(row["value"]))
                rekey_reporter(connection, conflict.report_id)
            writing.change("source_value", conflict.id, settled="taken" if take else "kept")
            self._after(writing, conflict.report_id)
            words = "the source's taken" if take else "ours kept"
            scope = self._scope(writing, conflict.report_id)
            writing.record(f"conflict: {conflict.field}, {words}", report_ref(conflict.report_id), meeting_id=scope)
            step = self._step_of(connection, conflict.report_id)
            return Said(f"{report_ref(conflict.report_id)}: {conflict.field}, {words}.", step)

    @staticmethod
    def _take_date(writing: "Writing", report_id: ReportId, received: Moment) -> None:
        """Let a report that now has a day wait for a meeting; one with only a month left is history (SPEC 3.1)."""
        connection = writing.connection
        row = writing.row("report", report_id) or {}
        taken = sources.one_import(connection, row["import_id"]) if row.get("import_id") else None
        if agendas.was_on_one(connection, report_id) or (taken is not None and taken.history):
            return
        if received.precision is Precision.MONTH:
            writing.change("report", report_id, history=1)
        elif Moment.read(row["received"]).precision is Precision.MONTH:
            writing.change("report", report_id, history=0)
            writing.unseen("report", report_id, waiting=1)

    def _take_wish(self, writing: "Writing", report_id: ReportId, reporter: Reporter) -> None:
        """Owe an answer again where the wish has changed, by a date and by an agency once a meeting has had it."""
        connection = writing.connection
        report = reports.report(connection, report_id)
        standing = ledgers.feedback(connection, report_id)
        if standing.state not in (FeedbackState.ANONYMOUS, FeedbackState.DECLINED, FeedbackState.UNKNOWN):
            return
        wish, due, agency_id = planned(reporter), None, standing.agency_id
        if wish is FeedbackState.DUE and agendas.was_on_one(connection, report_id):
            setting = units.settings(connection)
            days = int(setting["feedback_days"]), int(setting["feedback_days_high"])
            due = due_date(self.today(), report.risk, *days).isoformat()
            agency_id = agency_id or self._own_agency(connection).id
        reason = "the source says that the reporter's wish has changed"
        writing.change("feedback", report_id, state=wish.value, reason=reason, due=due, agency_id=agency_id)

    def make_history(self) -> Said:
        """Make the late, undecided reports of the first meeting history, before it opens or while it runs."""
        with self._writing() as writing:
            connection = writing.connection
            meeting = self._driven(connection) if meetings.open_meeting(connection) else None
            here = meeting.id if meeting else None
            if any(m.id != here and m.state is not MeetingState.ABANDONED for m in meetings.meetings(connection)):
                raise RuleError("Only the first meeting's backlog is made history in one stroke.")
            late = self._late(connection, meeting)
            if not late:
                raise RuleError("No late report is left undecided.")
            for report_id in late:
                writing.change("report", report_id, history=1)
            subject = meeting_ref(meeting.id) if meeting else "backlog"
            writing.record(f"make history: {len(late)} reports", subject, meeting_id=here)
        said = "1 late report is history now" if len(late) == 1 else f"{len(late)} late reports are history now"
        return Said(f"{said}; undo takes it back.")

    def _late(self, connection: Connection, meeting: Meeting | None) -> list[ReportId]:
        """Return the late reports that nobody has decided: of the open meeting, else of those that wait."""
        if meeting is None:
            window = next_window(None, self.now())
            return [one.report_id for one, _ in agendas.waiting(connection) if is_late(one.received, window)]
        return [
            step.report_id
            for step in agendas.steps(connection, meeting.id)
            if step.kind is StepKind.REPORT and step.late and step.decision is None and not step.gone
        ]

    def _words(self, field: str, received: Moment, place: Place, reporter: Reporter, value: str) -> tuple[str, str]:
        today = self.today()
        if field == "received":
            return say_moment(received, today), say_moment(Moment.read(value), today)
        if field == "place":
            standing, sent = place.public().line(), Place(**json.loads(value)).public().line()
            same = standing == sent
            return standing or "no place", (f"{sent} (another house)" if same else sent) or "no place"
        return _wish(reporter), _wish(_reporter(value))


def _wish(reporter: Reporter) -> str:
    if reporter.kind is ReporterKind.ANONYMOUS:
        return "anonymous"
    return f"{reporter.kind}, {'no feedback wanted' if reporter.feedback_wanted is False else 'may be told'}"


def _reporter(value: str) -> Reporter:
    stored = json.loads(value)
    return Reporter(**{**stored, "kind": ReporterKind(stored["kind"])})


def _columns(field: str, value: str) -> dict[str, Any]:
    if field == "received":
        return {"received": value}
    if field == "place":
        return place_columns(Place(**json.loads(value)))
    sent = _reporter(value)
    wanted = None if sent.feedback_wanted is None else int(sent.feedback_wanted)
    return {
        "reporter_kind": sent.kind.value,
        "name": sent.name,
        "phone": sent.phone,
        "email": sent.email,
        "feedback_wanted": wanted,
        "route": sent.route,
    }
