"""The long lists of an officer's desk: actions, who is owed an answer, and the proof that nobody was forgotten."""

from dataclasses import replace
from datetime import date

from csu_tui.data.queries import hotspot as hotspots
from csu_tui.data.queries import listing
from csu_tui.data.queries import report as reports
from csu_tui.data.queries import seen as repeats
from csu_tui.data.queries.figures.counting import counts
from csu_tui.data.queries.likely import likely
from csu_tui.desk.reading import Reading
from csu_tui.domain.feedback import Proof, prove
from csu_tui.domain.hotspot import Hotspot
from csu_tui.domain.ids import AgencyId, ReportId
from csu_tui.domain.item import Candidate, Earlier, SeenBefore
from csu_tui.domain.listed import Listed, ListedAction, ListedFeedback
from csu_tui.domain.moment import midnight
from csu_tui.domain.span import month_of
from csu_tui.domain.stroke import ActionFilter
from csu_tui.domain.words import FeedbackState


class Listing(Reading):
    """Each list is one query, masked by field unless `private`."""

    def action_list(self, wanted: ActionFilter, *, private: bool = False) -> Listed[ListedAction]:
        """Return the actions that a filter lets through, with what a list says of their reports, oldest due first."""
        with self._db.read() as connection:
            return listing.action_list(connection, wanted, self.today(), private=private)

    def ledger_list(
        self, *, agency_id: AgencyId | None = None, settled_since: date | None = None, private: bool = False
    ) -> Listed[ListedFeedback]:
        """Return who is owed an answer, overdue first; with a day also those settled of meetings since then.

        Nobody who is anonymous or declined is among those who are owed one.
        """
        since = midnight(settled_since) if settled_since else None
        with self._db.read() as connection:
            return listing.ledger_list(connection, agency_id=agency_id, since=since, private=private)

    def seen(self, report_id: ReportId, *, private: bool = False) -> SeenBefore:
        """Return all that was seen before, and what is near; of a sensitive report the list only in private."""
        with self._db.read() as connection:
            report = reports.report(connection, report_id)
            found = repeats.seen_before(connection, report_id, report.received, everything=True)
            return replace(found, earlier=()) if report.sensitive and not private else found

    def likely(self, report_id: ReportId, *, private: bool = False) -> tuple[Candidate, ...]:
        """Return the reports that likeliest tell of the same incident; of a sensitive report only in private."""
        with self._db.read() as connection:
            report = reports.report(connection, report_id)
            return () if report.sensitive and not private else likely(connection, report)

    def proof(self, month: date) -> Proof:
        """Return what became of the answers on the reports decided in a month, each counted once (SPEC 4.3)."""
        with self._db.read() as connection:
            found = counts(connection, "feedback", ("state", "via"), month_of(month))
        return prove({(FeedbackState(str(state)), bool(via)): number for (state, via), number in found.items()})

    def hotspots(self) -> tuple[Hotspot, ...]:
        """Return the places over the unit's threshold today, as a room may read them, most reports first."""
        with self._db.read() as connection:
            return hotspots.hotspots(connection, self.today())

    def hotspot_reports(self, spot: Hotspot) -> tuple[Earlier, ...]:
        """Return a hotspot's reports, sensitive ones apart, newest first, with what came of each."""
        with self._db.read() as connection:
            return hotspots.reports(connection, spot)
