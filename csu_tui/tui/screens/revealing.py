"""Personal details at a desk, each look recorded (SPEC 10)."""

from collections.abc import Callable
from functools import partial

from csu_tui.domain.ids import ReportId
from csu_tui.domain.item import Item
from csu_tui.tui.screens.glimpse import Glimpse


class Revealing(Glimpse):
    """Reveal what is known of the report on screen; moving on ends it."""

    def report_here(self) -> ReportId | None:
        """Return the report on screen."""
        raise NotImplementedError

    def begin_reveal(self, put: Callable[[ReportId, Callable[[Item], None]], None]) -> None:
        """Ask for the details with `put`, which hands them over once the look is recorded; again restarts."""
        if (report_id := self.report_here()) is not None:
            self.look(self.report_here, partial(put, report_id))
