"""One report by itself: what a room may read of it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from csu_tui.domain.ids import ReportId
from csu_tui.domain.item import Item
from csu_tui.domain.reference import report_ref
from csu_tui.tui.present.header import Top
from csu_tui.tui.present.page import Page
from csu_tui.tui.present.report import report_page
from csu_tui.tui.screens.base import HELP, DeskScreen
from csu_tui.tui.widgets.keys import Hint
from csu_tui.tui.widgets.pane import Pane


class ReportScreen(DeskScreen[None]):
    """Shows one report, its actions, contacts and feedback; nothing is changed here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,left,enter", "leave", "back", show=False),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("b", "seen", "seen before", show=False, id="report.seen"),
        Binding("y", "copy", "copy the reference", show=False, id="report.copy"),
    ]
    EXPLAINED = (
        ("", "One report"),
        ("↑ ↓", "scroll"),
        ("b", "all that was seen before"),
        ("y", "copy its reference"),
        ("esc", "back"),
    )
    DEFAULT_CSS = "ReportScreen Pane { height: 1fr; }"

    def __init__(self, report_id: ReportId) -> None:
        super().__init__()
        self._report_id = report_id
        self._item: Item | None = None
        self._drawn = False

    def compose_body(self) -> ComposeResult:
        """Lay out the pane."""
        yield Pane()

    def read(self) -> None:
        """Read the report; only in PRIVATE with its personal details."""
        self._item = self.desk.report(self._report_id, private=self.csu.private)

    def draw(self) -> None:
        """Draw it."""
        if (item := self._item) is not None:
            today = self.desk.today()

            def page(room: int) -> Page:
                return report_page(item, None, today, room)

            self.query_one(Pane).show(page, again=self._drawn)
            self._drawn = True

    def top(self) -> Top:
        """Say which report."""
        return Top(
            "REPORT",
            self.desk.now(),
            place=report_ref(self._report_id),
            private=self.csu.private,
            clock_is_set=self.desk.clock_is_set,
            read_only=self.desk.read_only,
        )

    def hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Show the keys."""
        return (
            (
                Hint("esc", "back", "escape"),
                Hint("↓", "scroll", "down"),
                Hint("b", "seen before", "b"),
                Hint("y", "copy", "y"),
                HELP,
            ),
        )

    def action_leave(self) -> None:
        """Escape: back."""
        self.dismiss()

    def action_scroll(self, lines: int) -> None:
        """Arrows."""
        self.query_one(Pane).scroll_lines(lines)

    def action_page(self, pages: int) -> None:
        """Page keys."""
        self.query_one(Pane).scroll_screens(pages)

    def action_copy(self) -> None:
        """Y: copy the reference."""
        self.csu.copy(report_ref(self._report_id))

    def action_seen(self) -> None:
        """B: all that was seen before."""
        from csu_tui.tui.screens.seen import SeenScreen

        self.app.push_screen(SeenScreen(self._report_id))
