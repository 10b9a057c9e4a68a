"""Personal details on screen for 15 seconds and no longer (SPEC 10)."""

import time
from collections.abc import Callable

from textual.timer import Timer

from csu_tui.domain.group import Group
from csu_tui.domain.item import Item
from csu_tui.tui.screens.base import DeskScreen

REVEAL = 15.0
"""Seconds that personal details stay on screen."""
TICK = 0.5
"""Seconds between two looks at how long they still do."""


class Glimpse(DeskScreen[None]):
    """What a recorded look showed, counted down; moving on ends it."""

    clock: Callable[[], float] = staticmethod(time.monotonic)
    """Counts the seconds of a reveal."""
    revealed: Item | None = None
    """The report with its personal details, while they are shown."""
    revealed_group: Group | None = None
    """The hidden group with what it is called and says, while that is shown."""
    _timer: Timer | None = None
    _ends = 0.0
    _looks = 0
    """Counts the looks asked for and ended: the answer to an older one is dropped."""

    def draw_details(self) -> None:
        """Draw again what a reveal changes."""
        raise NotImplementedError

    def look(self, here: Callable[[], object], put: Callable[[Callable[[Item | Group], None]], None]) -> None:
        """Ask for details with `put`, which hands them over once the look is recorded; again restarts the seconds.

        They are shown only where `here` still says what it said when the key was pressed.
        """
        if self.csu.private:
            self.say(self.keyed("Details are shown already: {F7} hides them."))
            return
        self._looks += 1
        number, asked = self._looks, here()

        def seen(found: Item | Group) -> None:
            if number == self._looks and here() == asked:
                self.show_details(found)

        put(seen)

    def show_details(self, found: Item | Group) -> None:
        """Show what a look brought; again restarts the seconds."""
        self.revealed, self.revealed_group = (None, found) if isinstance(found, Group) else (found, None)
        self._ends = self.clock() + REVEAL
        self._restart(self.set_interval(TICK, self.tick_reveal))
        self.draw_details()

    @property
    def reveal_left(self) -> int | None:
        """How many seconds personal details are still shown; None where they are not."""
        shown = self.revealed or self.revealed_group
        return None if shown is None else max(1, round(self._ends - self.clock()))

    def renew_reveal(self) -> None:
        """Read again what is shown, for a stroke may have changed it: the look that was recorded goes on.

        It ends where the report came into a hidden group since: no look at that one is recorded.
        """
        if (item := self.revealed) is not None:
            step = item.step
            anew = self.desk.item(step.id, private=True) if step else self.desk.report(item.report.id, private=True)
            self.revealed = anew
            looked_at = {one.group_id for one in item.groups}
            if any(one.hidden and one.group_id not in looked_at for one in anew.groups):
                self.hide()
        if self.revealed_group is not None:
            self.revealed_group = self.desk.group(self.revealed_group.id, private=True)

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
        if self.revealed is not None or self.revealed_group is not None:
            self.revealed = self.revealed_group = None
            self.draw_details()

    def _restart(self, timer: Timer | None) -> None:
        if self._timer:
            self._timer.stop()
        self._timer = timer
