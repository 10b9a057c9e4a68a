"""What waits before a meeting: the window in words, reports by source, what is due; Enter calls the roll and opens."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from csu_tui.domain.agenda import Opening
from csu_tui.domain.meeting import Meeting
from csu_tui.domain.stroke import Roll, Said
from csu_tui.tui.present.header import Top
from csu_tui.tui.present.opening import opening_lines
from csu_tui.tui.queue import WriteQueue
from csu_tui.tui.screens.backlog import ask_history
from csu_tui.tui.screens.base import HELP, DeskScreen
from csu_tui.tui.widgets.keys import Hint
from csu_tui.tui.widgets.paper import Paper


class OpeningScreen(DeskScreen[None]):
    """Calm and large: what waits, and Enter to open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open_meeting", "open the meeting", show=False, id="opening.open"),
        Binding("m", "read_minutes", "last minutes", show=False, id="opening.minutes"),
        Binding("h", "app.past", "past meetings", show=False, id="opening.past"),
        Binding("c", "app.conflicts", "conflicts", show=False, id="opening.conflicts"),
        Binding("s", "app.hotspots", "hotspots", show=False, id="opening.hotspots"),
        Binding("t", "app.groups", "Task and Finish Groups", show=False, id="opening.groups"),
        Binding("H", "history", "make the backlog history", show=False, id="opening.history"),
        Binding("z", "undo", "undo", show=False, id="opening.undo"),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
    ]
    EXPLAINED = (
        ("", "Before the meeting"),
        ("enter", "call the roll and open the meeting on everything that waits"),
        ("m", "read the minutes of the latest meeting"),
        ("h", "past meetings: read, write to a file, amend"),
        ("c", "conflicts: what sources sent that differs from what stands here"),
        ("s", "hotspots: places with many reports in a few weeks, and which reports those are"),
        ("t", "Task and Finish Groups: list, start, note, close"),
        ("H", "before the first meeting: make all late reports history"),
        ("z", "undo my newest change of this sitting"),
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
        self.meetings = self.desk.meetings(newest=20)  # a few are shown; some may have been abandoned
        if not self._busy and self.desk.meeting() is not None:
            self.csu.action_meeting()

    def draw(self) -> None:
        """Draw it."""
        if self.opening is not None:
            opening, meetings, desk = self.opening, self.meetings, self.desk
            self.query_one(Paper).show(
                lambda room: opening_lines(
                    opening, meetings, str(desk.path), room, read_only=desk.read_only, sign=self.sign
                )
            )

    def top(self) -> Top:
        """Say where we are."""
        place = "before the meeting"
        return self.headed("DAILY TASKING", place)

    def hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Show the keys."""
        keys = [] if self.desk.read_only else [Hint("enter", "open the meeting", "enter")]
        if self._late and not self.desk.read_only:
            keys.append(Hint("H", "late: make history", "H"))
        if self.opening is not None and self.opening.conflicts:
            keys.append(Hint("c", "conflicts", "c"))
        if self.opening is not None and self.opening.hotspots:
            keys.append(Hint("s", "hotspots", "s"))
        if self.meetings:
            keys += [Hint("m", "latest minutes", "m"), Hint("h", "past meetings", "h"), Hint("t", "groups", "t")]
        return ((*keys, Hint("ctrl+q", "leave", "ctrl+q"), HELP),)

    @property
    def _late(self) -> int:
        """How many late reports the first meeting would have; 0 where it is not the first."""
        return self.opening.late if self.opening is not None and self.opening.first else 0

    def action_history(self) -> None:
        """Shift+H: make the first meeting's backlog history."""
        if self.opening is not None and not self.opening.first:
            self.say("Only the first meeting's backlog is made history in one stroke.", bad=True)
        elif not self.looks_only():
            ask_history(self, self._late, lambda: self.write(lambda desk: desk.make_history(), "history"))

    def action_undo(self) -> None:
        """Z: undo my newest change of this sitting."""
        if not self.looks_only():
            self.write(lambda desk: desk.undo(), "undo")

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
        from csu_tui.tui.identity import known_by_login

        if self._busy or self.opening is None:
            return
        if self.looks_only():
            return
        last = self.meetings[0] if self.meetings else None
        me = known_by_login(self.desk)
        dialog = RollDialog(
            self.opening.last_chair or (me.officer if me else ""),
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
    def _saved(self, saved: WriteQueue.Saved) -> None:
        if isinstance(saved.result, Said):
            self.refresh_from_desk()
            self.say(saved.result.words)
        else:
            self._busy = False
            self.csu.action_meeting()

    @on(WriteQueue.Refused)
    def _not_opened(self) -> None:
        self._busy = False
