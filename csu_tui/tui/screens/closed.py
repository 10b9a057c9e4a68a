"""After a meeting: where its minutes are, and what next."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from csu_tui.domain.reference import meeting_ref
from csu_tui.domain.stroke import Closed
from csu_tui.tui.present.closed import closed_lines
from csu_tui.tui.present.header import Top
from csu_tui.tui.screens.base import HELP, DeskScreen
from csu_tui.tui.widgets.keys import Hint
from csu_tui.tui.widgets.paper import Paper


class ClosedScreen(DeskScreen[None]):
    """Says that the meeting is closed; nothing can be changed here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "minutes", "read the minutes", show=False, id="closed.minutes"),
        Binding("enter,escape", "next", "what waits next", show=False, id="closed.next"),
        Binding("q", "app.leave", "leave", show=False, id="closed.leave"),
    ]
    EXPLAINED = (
        ("", "After the meeting"),
        ("m", "read the minutes"),
        ("enter", "what waits for the next meeting"),
        ("q", "leave"),
    )

    def __init__(self, closed: Closed) -> None:
        super().__init__()
        self.closed = closed

    def compose_body(self) -> ComposeResult:
        """Lay out the one text."""
        with VerticalScroll(can_focus=False):
            yield Paper()

    def read(self) -> None:
        """Read nothing: what happened has happened."""

    def draw(self) -> None:
        """Draw it."""
        closed = self.closed
        self.query_one(Paper).show(lambda room: closed_lines(closed, room, self.sign, self.desk.command))

    def top(self) -> Top:
        """Say which meeting."""
        return self.headed("DAILY TASKING", " ".join((meeting_ref(self.closed.meeting_id), "closed")))

    def hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Show the keys."""
        keys = (Hint("m", "read the minutes", "m"), Hint("enter", "what waits next", "enter"), Hint("q", "leave", "q"))
        return ((*keys, HELP),)

    def action_minutes(self) -> None:
        """M: the minutes of this meeting."""
        from csu_tui.tui.screens.minutes import MinutesScreen

        self.app.push_screen(MinutesScreen(self.closed.meeting_id))

    def action_next(self) -> None:
        """Enter: what waits next."""
        self.csu.action_meeting()
