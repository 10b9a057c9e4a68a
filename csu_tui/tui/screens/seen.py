"""All that was seen before of a report's place and caller, and what is near, with what came of it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from csu_tui.domain.ids import ReportId
from csu_tui.domain.item import SeenBefore
from csu_tui.domain.reference import report_ref
from csu_tui.tui.present.header import Top
from csu_tui.tui.present.line import Line, flowed
from csu_tui.tui.present.seen import TALL, count_pieces, earlier_row
from csu_tui.tui.screens.base import HELP, DeskScreen
from csu_tui.tui.widgets.keys import Hint
from csu_tui.tui.widgets.long_list import LongList
from csu_tui.tui.widgets.paper import Paper

NOTHING = "Nothing was seen before here, or from this caller, in six months."
COUNTED = "What was seen before in six months is sensitive: it is counted and never listed."
SENSITIVE = (
    "What went before a sensitive report is counted and not listed to the room: {F7} lists it once the room is private."
)


class SeenScreen(DeskScreen[None]):
    """Newest first; Enter opens a report."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,right", "go", "open", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown,space", "move(7)", show=False),
        Binding("pageup", "move(-7)", show=False),
        Binding("home", "move(-1000000)", show=False),
        Binding("end", "move(1000000)", show=False),
        Binding("escape,q,left,p,b", "leave", "back", show=False),
        Binding("y", "copy", "copy the reference", show=False, id="seen.copy"),
    ]
    EXPLAINED = (
        ("", "Seen before"),
        ("×3", "in the agenda's list: so many others here in the 28 days before"),
        ("↑ ↓", "move the arrow"),
        ("enter", "show the report"),
        ("y", "copy its reference"),
        ("esc", "back (also b)"),
    )
    DEFAULT_CSS = """
    SeenScreen {
        & Paper { height: auto; }
        & LongList { height: 1fr; }
    }
    """

    def __init__(self, report_id: ReportId) -> None:
        super().__init__()
        self._report_id = report_id
        self._seen = SeenBefore()
        self._sensitive = False
        self.at = 0
        self.counts = Paper()
        self.list = LongList()

    def compose_body(self) -> ComposeResult:
        """Lay out the counts and the list."""
        yield self.counts
        yield self.list

    def read(self) -> None:
        """Read all that was seen before; of a sensitive report the list only in PRIVATE."""
        self._seen = self.desk.seen(self._report_id, private=self.csu.private)
        self._sensitive = self.desk.report(self._report_id).report.sensitive and not self.csu.private

    def draw(self) -> None:
        """Draw counts and list."""
        rows = len(self._seen.earlier)
        self.at = max(0, min(self.at, rows - 1))
        self.counts.show(lambda room: tuple(flowed(count_pieces(self._seen, self.desk.today()), room - 1)))
        nothing = COUNTED if self._seen.sensitive else NOTHING
        self.list.show(rows, self.at, self._row, self.keyed(SENSITIVE) if self._sensitive else nothing, TALL)

    def _row(self, at: int, here: bool, room: int) -> tuple[Line, ...]:
        return earlier_row(self._seen.earlier[at], here=here, today=self.desk.today(), room=room)

    def top(self) -> Top:
        """Say which report."""
        return self.headed("SEEN BEFORE", report_ref(self._report_id))

    def hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Show the keys."""
        back = Hint("esc", "back", "escape")
        if not self._seen.earlier:
            return ((back, HELP),)
        return ((Hint("enter", "the report", "enter"), Hint("↓", "next", "down"), Hint("y", "copy", "y"), back, HELP),)

    def action_move(self, by: int) -> None:
        """Arrows and page keys."""
        if rows := len(self._seen.earlier):
            self.at = max(0, min(self.at + by, rows - 1))
            self.list.point(self.at)

    def action_go(self) -> None:
        """Enter: the report at the arrow."""
        from csu_tui.tui.screens.report import ReportScreen

        if self._seen.earlier:
            self.app.push_screen(ReportScreen(self._seen.earlier[self.at].report_id))

    def action_copy(self) -> None:
        """Y: copy the reference at the arrow."""
        if self._seen.earlier:
            self.csu.copy(report_ref(self._seen.earlier[self.at].report_id))

    def action_leave(self) -> None:
        """Escape: back."""
        self.dismiss()

    @on(LongList.Chosen)
    def _chosen(self, chosen: LongList.Chosen) -> None:
        if chosen.at == self.at:
            self.action_go()
        else:
            self.action_move(chosen.at - self.at)
