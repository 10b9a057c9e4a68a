"""Personal details at a desk, each look recorded (SPEC 10)."""

from collections.abc import Callable

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
        if self.csu.private:
            self.say("Details are shown already: F7 hides them.")
            return
        report_id = self.report_here()
        if report_id is None:
            return
        self._looks += 1
        look = self._looks

        def seen(item: Item) -> None:
            if look == self._looks and self.report_here() == report_id:
                self.show_details(item)

        put(report_id, seen)
