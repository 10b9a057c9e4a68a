"""What waits before a meeting: the window in words, reports by source, what is due; Enter calls the roll and opens."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from csu_tui.domain.agenda import Opening
from csu_tui.domain.meeting import Meeting
from csu_tui.domain.stroke import Roll
from csu_tui.tui.present.header import Top
from csu_tui.tui.present.opening import opening_lines
from csu_tui.tui.queue import WriteQueue
from csu_tui.tui.screens.base import HELP, DeskScreen
from csu_tui.tui.widgets.keys import Hint
from csu_tui.tui.widgets.paper import Paper


class OpeningScreen(DeskScreen[None]):
    """Calm and large: nothing is changed here but by Enter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open_meeting", "open the meeting", show=False, id="opening.open"),
        Binding("m", "read_minutes", "last minutes", show=False, id="opening.minutes"),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
    ]
    EXPLAINED = (
        ("", "Before the meeting"),
        ("enter", "call the roll and open the meeting on everything that waits"),
        ("m", "read the minutes of the latest meeting"),
        ("↑ ↓", "scroll"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.opening: Opening | None = None
        self.meetings: tuple[Meeting, ...] = ()
        self._busy = False

    def compose_body(self) -> ComposeResult:
        """Lay out the one text."""
        with VerticalScroll(can_focus=False):
            yield Paper()

    def read(self) -> None:
        """Read what waits; if somebody opened the meeting meanwhile, go there."""
        self.opening = self.desk.opening()
        self.meetings = self.desk.meetings()
        if not self._busy and self.desk.meeting() is not None:
            self.csu.action_meeting()

    def draw(self) -> None:
        """Draw it."""
        if self.opening is not None:
            opening, meetings, database = self.opening, self.meetings, str(self.desk.path)
            self.query_one(Paper).show(lambda room: opening_lines(opening, meetings, database, room))

    def top(self) -> Top:
        """Say where we are."""
        place = "before the meeting"
        return Top(
            "DAILY TASKING",
            self.desk.now(),
            place=place,
            private=self.csu.private,
            clock_is_set=self.desk.clock_is_set,
            read_only=self.desk.read_only,
        )

    def hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Show the keys."""
        minutes = (Hint("m", "latest minutes", "m"),) if self.meetings else ()
        leave = Hint("ctrl+q", "leave", "ctrl+q")
        return ((Hint("enter", "open the meeting", "enter"), *minutes, leave, HELP),)

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_read_minutes(self) -> None:
        """M: the minutes of the latest meeting."""
        from csu_tui.tui.screens.minutes import MinutesScreen

        self.app.push_screen(MinutesScreen())

    def action_open_meeting(self) -> None:
        """Enter: call the roll, then open."""
        from csu_tui.tui.dialogs.roll import RollDialog

        if self._busy or self.opening is None:
            return
        if self.desk.read_only:
            self.say("The database is read-only here: a meeting cannot be opened.", bad=True)
            return
        last = self.meetings[0] if self.meetings else None
        dialog = RollDialog(
            self.opening.last_chair,
            self.desk.agencies(),
            self.opening.last_present,
            last.apologies if last else (),
            self.opening.confidentiality,
        )
        self.app.push_screen(dialog, self._rolled)

    def _rolled(self, roll: Roll | None) -> None:
        if roll is not None:
            self._busy = True
            self.say("Opening the meeting…")
            self.write(lambda desk: desk.open_meeting(roll), "open")

    @on(WriteQueue.Saved)
    def _opened(self) -> None:
        self._busy = False
        self.csu.action_meeting()

    @on(WriteQueue.Refused)
    def _not_opened(self) -> None:
        self._busy = False
