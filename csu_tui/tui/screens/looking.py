"""Personal details in the meeting, for 15 seconds."""

from collections.abc import Callable

from csu_tui.domain.ids import ReportId
from csu_tui.domain.item import Item
from csu_tui.domain.words import StepKind
from csu_tui.tui.screens.grouping import Grouping
from csu_tui.tui.screens.revealing import Revealing
from csu_tui.tui.screens.sitting import Asked


class Looking(Revealing, Grouping):
    """Reveal what is known of the step on screen; any step ends it."""

    def do_reveal(self) -> None:
        """Show personal details for 15 seconds, once the look is recorded; again restarts."""
        step = self.step
        if step.kind is StepKind.GROUP:
            self.do_group_reveal()
            return

        def put(seen: Callable[[Item], None]) -> None:
            self.write(lambda desk: desk.reveal(step.report_id, step.id), Asked(seen))

        self.look(lambda: self.step.id, put)

    def left_behind(self) -> bool:
        """Say whether what is revealed is not the step on screen any more: who drives went on."""
        step, item, group = self.walk.step, self.revealed, self.revealed_group
        gone = item is not None and (step is None or item.step is None or step.id != item.step.id)
        return gone or (group is not None and (step is None or step.group_id != group.id))

    def report_here(self) -> ReportId | None:
        """Return the report of the step on screen."""
        return self.step.report_id

    def draw_details(self) -> None:
        """Draw again what a reveal changes."""
        self.draw()
