"""Search: every report by its words, and by those of what was done about it; and the whole record of one."""

from dataclasses import replace

from csu_tui.data.queries import change as changes
from csu_tui.data.queries import incident as incidents
from csu_tui.data.queries.heard import heard
from csu_tui.data.queries.search import barren, search
from csu_tui.desk.figuring import Figuring
from csu_tui.domain.change import Change
from csu_tui.domain.found import Found
from csu_tui.domain.heard import Heard
from csu_tui.domain.ids import ReportId
from csu_tui.domain.item import Item
from csu_tui.domain.reference import action_ref, case_review_ref, report_ref
from csu_tui.domain.search import nothing_has, read_query

PAGE = 100
"""Reports found at once."""


class Searching(Figuring):
    """Find reports."""

    def search(self, text: str, *, private: bool = False, limit: int = PAGE) -> tuple[Found, ...]:
        """Return the reports that what was typed finds, best first; none for an empty line.

        Best, of the newest among the hits imported last (2,000 of them): exactly that reference, however old, then
        every word in reference, category or place, then anywhere; of each kind the newest received. In SHARED only what
        a room may read is searched, else a hit would tell who reported it: with `private` names, details and sensitive
        words too, and that is for the caller to record.

        Raises RuleError for a date that is none.
        """
        query = read_query(text, self.today())
        with self._db.read() as connection:
            return search(connection, query, private=private, most=limit)

    def barren(self, text: str, *, private: bool = False) -> str:
        """Say which filter of what was typed no report fits by itself; empty where each fits some.

        Raises RuleError for a date that is none.
        """
        query = read_query(text, self.today())
        with self._db.read() as connection:
            return nothing_has(barren(connection, query, private=private))

    def heard(self, report_id: ReportId, *, private: bool = False) -> tuple[Heard, ...]:
        """Return the meetings that had a report and what each resolved, oldest first."""
        with self._db.read() as connection:
            return heard(connection, report_id, private=private)

    def linked_to(self, report_id: ReportId) -> ReportId | None:
        """Return the report that another is linked to as the same incident."""
        with self._db.read() as connection:
            return incidents.head(connection, report_id)

    def record_of(self, item: Item) -> tuple[Change, ...]:
        """Return the changes of a report, its actions and its case reviews, and those of its incident that changed it.

        Oldest first. Why, in words, only where the item itself shows what was written of it.
        """
        reviews = (one for one in item.seen_before.case_review.reviews if one.report_id == item.report.id)
        refs = (*(action_ref(one.id) for one in item.actions), *(case_review_ref(one.id) for one in reviews))
        with self._db.read() as connection:
            found = (
                *changes.of_subjects(connection, (report_ref(item.report.id), *refs)),
                *changes.beside(connection, item.report.id),
            )
        found = tuple(sorted(found, key=lambda one: one.id))
        hidden = item.report.sensitive and not item.report.shown
        return tuple(replace(one, why="") for one in found) if hidden else found
