"""Personal details for 15 seconds at a desk, each look recorded (SPEC 10)."""

import time
from collections.abc import Callable

from textual.timer import Timer

from csu_tui.domain.ids import ReportId
from csu_tui.domain.item import Item
from csu_tui.tui.screens.base import DeskScreen
from csu_tui.tui.screens.telling import REVEAL, TICK


class Revealing(DeskScreen[None]):
    """Reveal what is known of the report on screen; moving on ends it."""

    clock: Callable[[], float] = staticmethod(time.monotonic)
    """Counts the seconds of a reveal."""

    def __init__(self) -> None:
        super().__init__()
        self.revealed: Item | None = None
        """The report with its personal details, while they are shown."""
        self._timer: Timer | None = None
        self._ends = 0.0
        self._looks = 0

    def report_here(self) -> ReportId | None:
        """Return the report on screen."""
        raise NotImplementedError

    def draw_details(self) -> None:
        """Draw what is beside the list again."""
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
                self.revealed = item
                self._ends = self.clock() + REVEAL
                self._restart(self.set_interval(TICK, self.tick_reveal))
                self.draw_details()

        put(report_id, seen)

    @property
    def reveal_left(self) -> int | None:
        """How many seconds personal details are still shown; None where they are not."""
        return None if self.revealed is None else max(1, round(self._ends - self.clock()))

    def tick_reveal(self) -> None:
        """Count a reveal down, and end it in its time."""
        if self.clock() >= self._ends:
            self.hide()
        else:
            self.draw_details()

    def hide(self) -> None:
        """End a reveal, also one still on its way."""
        self._looks += 1
        self._restart(None)
        if self.revealed is not None:
            self.revealed = None
            self.draw_details()

    def _restart(self, timer: Timer | None) -> None:
        if self._timer:
            self._timer.stop()
        self._timer = timer
