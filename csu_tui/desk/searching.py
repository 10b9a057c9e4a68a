"""Search: every report by its words, and by those of what was done about it."""

from csu_tui.data.queries.search import search
from csu_tui.desk.figuring import Figuring
from csu_tui.domain.found import Found
from csu_tui.domain.search import read_query

PAGE = 100
"""Reports found at once."""


class Searching(Figuring):
    """Find reports."""

    def search(self, text: str, *, private: bool = False, limit: int = PAGE) -> tuple[Found, ...]:
        """Return the reports that what was typed finds, best first; none for an empty line.

        Best: exactly that reference, then every word in reference, category or place, then anywhere; of each kind the
        newest received. In SHARED only what a room may read is searched, else a hit would tell who reported it: with
        `private` names, details and sensitive words too, and that is for the caller to record.

        Raises RuleError for a date that is none.
        """
        query = read_query(text, self.today())
        with self._db.read() as connection:
            return search(connection, query, private=private, most=limit)
