"""What may stand next on a command line: references, for the shell."""

from csu_tui.data.queries import completing
from csu_tui.desk.setting import Setting
from csu_tui.domain.reference import action_ref, report_ref

MOST = 50
"""As many as a person looks through."""


class Completing(Setting):
    """Begin a reference, and see what it could be."""

    def open_actions_like(self, digits: str) -> tuple[tuple[str, str], ...]:
        """Return open actions whose number begins so, newest first, each with words that a room may read."""
        with self._db.read() as connection:
            return tuple((action_ref(n), words) for n, words in completing.open_actions(connection, digits, MOST))

    def reports_like(self, digits: str) -> tuple[tuple[str, str], ...]:
        """Return reports whose number begins so, newest first, each with its headline."""
        with self._db.read() as connection:
            return tuple((report_ref(n), headline) for n, headline in completing.reports(connection, digits, MOST))
