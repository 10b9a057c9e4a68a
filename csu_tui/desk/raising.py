"""A report raised on the day, and what the meeting types over what a source said."""

from typing import TYPE_CHECKING, Any

from csu_tui.data.queries import report as reports
from csu_tui.data.queries import unit as units
from csu_tui.data.rekeying import rekey_reporter
from csu_tui.desk.actioning import Actioning
from csu_tui.domain.errors import RuleError
from csu_tui.domain.feedback import due_date, planned
from csu_tui.domain.ids import ReportId
from csu_tui.domain.moment import Moment, local, utc_text
from csu_tui.domain.order import Waiting
from csu_tui.domain.place import Place
from csu_tui.domain.places import place_key, street_key
from csu_tui.domain.reference import meeting_ref, report_ref
from csu_tui.domain.report import Report
from csu_tui.domain.stroke import NewReport, ReportEdit, Said
from csu_tui.domain.words import FeedbackState

if TYPE_CHECKING:
    from csu_tui.data.writing import Writing

PLACE = ("house", "street", "locality", "postcode", "unsplit")
KEYS = ("place_key", "street_key")
"""Columns that follow from the place."""


class Raising(Actioning):
    """Raise and edit."""

    def raise_report(self, new: NewReport) -> Said:
        """Take a report raised in the open meeting as its last step."""
        with self._writing() as writing:
            connection = writing.connection
            meeting = self._driven(connection)
            if not self._takes_new(meeting):
                raise RuleError(
                    f"{meeting_ref(meeting.id)} was left open on an earlier day and takes nothing new: end it, then"
                    " raise this in today's meeting."
                )
            if new.category_id not in {category.id for category in units.categories(connection)}:
                raise RuleError("There is no such category.")
            if not new.source.strip():
                raise RuleError("Say who raised it: a source is needed.")
            now = self.now()
            report_id = writing.add(
                "report",
                source=new.source.strip(),
                identity=f"raised:{self._salt()}",
                raised_in=meeting.id,
                received=utc_text(now),
                category_id=new.category_id,
                risk=new.risk.value,
                title=new.title.strip(),
                text=new.text.strip(),
                **place_columns(new.place),
                reporter_kind=new.reporter.kind.value,
                name=new.reporter.name.strip(),
                phone=new.reporter.phone.strip(),
                email=new.reporter.email.strip(),
                feedback_wanted=None if new.reporter.feedback_wanted is None else int(new.reporter.feedback_wanted),
                route=new.reporter.route.strip(),
                created=utc_text(now),
            )
            rekey_reporter(connection, report_id)
            writing.add("feedback", report_id=report_id, state=planned(new.reporter).value)
            self._join(writing, meeting, [Waiting(ReportId(report_id), new.risk, Moment(now))], raised=True)
            writing.record("raise", report_ref(report_id), meeting_id=meeting.id)
            step = self._step_of(connection, ReportId(report_id))
            return Said(f"{report_ref(report_id)} raised.", step, report_id=ReportId(report_id))

    def edit_report(self, report: Report, edit: ReportEdit) -> Said:
        """Type over a report's risk, category, qualifier or place; the source's own value is kept beside it."""
        with self._writing() as writing:
            connection = writing.connection
            self._refuse_taken_back(connection, report.id)
            writing.check("report", report.id, report.version, report_ref(report.id))
            values: dict[str, Any] = {}
            if edit.risk is not None:
                values["risk"] = edit.risk.value
            if edit.qualifier is not None:
                values["qualifier"] = edit.qualifier.value
            if edit.category_id is not None:
                if edit.category_id not in {category.id for category in units.categories(connection)}:
                    raise RuleError("There is no such category.")
                values["category_id"] = edit.category_id
            row = writing.row("report", report.id)
            if row is None:
                raise RuleError(f"There is no report {report_ref(report.id)}.")
            if edit.place is not None:
                stored = Place(**{part: row[part] or "" for part in PLACE})
                values |= place_columns(stored.typed_over(report.place, edit.place))
            changed = {key: value for key, value in values.items() if row[key] != value}
            if not changed:
                return Said(f"{report_ref(report.id)}: nothing changed.", self._step_of(connection, report.id))
            for key in changed:
                if key not in KEYS:
                    writing.add("source_value", report_id=report.id, field=key, value=str(row[key] or ""))
            writing.change("report", report.id, **changed)
            rekey_reporter(connection, report.id)
            if "risk" in changed:
                self._replan(writing, report.id)
            names = ", ".join(sorted({"place" if k in (*PLACE, *KEYS) else k.removesuffix("_id") for k in changed}))
            return self._edited(writing, report.id, names)

    def _edited(self, writing: "Writing", report_id: ReportId, names: str) -> Said:
        step = self._step_of(writing.connection, report_id)
        writing.record(f"edit: {names}", report_ref(report_id), meeting_id=self._scope(writing, report_id))
        return Said(f"{report_ref(report_id)}: {names} changed.", step, report_id=report_id)

    def _replan(self, writing: "Writing", report_id: ReportId) -> None:
        """Move the date of an answer that no person has set, as the risk demands."""
        connection = writing.connection
        row = writing.row("feedback", report_id)
        if row is None or row["planned"] or row["state"] != FeedbackState.DUE or row["due"] is None:
            return
        first = connection.execute(
            "SELECT m.start FROM agenda_step s JOIN meeting m ON m.id = s.meeting_id WHERE s.report_id = ?"
            " AND m.state != 'abandoned' ORDER BY s.id LIMIT 1",
            (report_id,),
        ).fetchone()
        if first is None:
            return
        setting = units.settings(connection)
        day = due_date(
            local(Moment.read(first[0]).at).date(),
            reports.report(connection, report_id).risk,
            int(setting["feedback_days"]),
            int(setting["feedback_days_high"]),
        )
        writing.change("feedback", report_id, due=day.isoformat())


def place_columns(place: Place) -> dict[str, str]:
    """Return a place as the columns that hold it, its repeat key among them."""
    return {
        "house": place.house.strip(),
        "street": place.street.strip(),
        "locality": place.locality.strip(),
        "postcode": place.postcode.strip(),
        "unsplit": place.unsplit.strip(),
        "place_key": place_key(place),
        "street_key": street_key(place),
    }
