"""The very records that a figure counts, in its span or in the one before."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from csu_tui.domain.figure import Figure, FigureRecord
from csu_tui.domain.ids import GroupId
from csu_tui.domain.listed import Listed
from csu_tui.domain.reference import read_reference
from csu_tui.domain.span import Span
from csu_tui.tui.present.figures import record_line
from csu_tui.tui.present.header import Top
from csu_tui.tui.present.line import Line, Role, piece
from csu_tui.tui.present.phrase import plural
from csu_tui.tui.screens.base import HELP
from csu_tui.tui.screens.counting import CountingScreen
from csu_tui.tui.widgets.filter_line import Told
from csu_tui.tui.widgets.keys import Hint
from csu_tui.tui.widgets.long_list import LongList

TALL = 2


class FigureRecordsScreen(CountingScreen[Listed[FigureRecord]]):
    """A list as long as the figure says; Enter opens the report, or the group."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", "move(-1000000000)", show=False),
        Binding("end", "move(1000000000)", show=False),
        Binding("enter", "open", "the report", show=False),
        Binding("escape,q,left", "leave", "back", show=False),
        Binding("b", "before", "the span before", show=False, id="records.before"),
        Binding("y", "copy", "copy the reference", show=False, id="records.copy"),
    ]
    EXPLAINED = (
        ("", "The records behind a figure"),
        ("enter", "the report or the group at the arrow"),
        ("b", "those of the span before, and back"),
        ("y", "copy the reference"),
        ("esc", "back"),
    )
    DEFAULT_CSS = "FigureRecordsScreen LongList { height: 1fr; }"

    def __init__(self, figure: Figure, span: Span) -> None:
        super().__init__()
        self._figure = figure
        self._span = span
        self._before = False
        self.records: Listed[FigureRecord] | None = None
        self.at = 0
        self.list = LongList()

    def compose_body(self) -> ComposeResult:
        """Lay out what it is, and the list."""
        yield Told()
        yield self.list

    def asked(self) -> Span:
        """Return the span, or the one before."""
        return self._span.before() if self._before else self._span

    def count(self, span: Span) -> Listed[FigureRecord]:
        """Read the records."""
        return self.desk.figure_records(self._figure.definition, span)

    def take(self, found: Listed[FigureRecord]) -> None:
        """Keep them."""
        self.records = found
        self.at = max(0, min(self.at, len(found) - 1))

    def draw(self) -> None:
        """Draw the list."""
        number = len(self.records) if self.records is not None else 0
        said = plural(number, "record") if self.records is not None else "reading…"
        left = (piece(" " + self._figure.label, Role.HEAD), piece("  " + said), piece("  " + self.asked().say()))
        other = "this span" if self._before else "the span before"
        self.query_one(Told).show(left, (piece(self.sign("b"), Role.KEY), piece(" ".join(("", other, "")))))
        empty = "Reading…" if self.records is None else "No record in this span."
        self.list.show(number, self.at, self._draw_row, empty, TALL)

    def top(self) -> Top:
        """Say what this is."""
        return self.headed("RECORDS", self.asked().say())

    def hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Show the keys."""
        keys = (Hint("enter", "open", "enter"), Hint("y", "copy", "y")) if self.records else ()
        return ((*keys, Hint("b", "span before", "b"), Hint("esc", "back", "escape"), HELP),)

    def action_move(self, by: int) -> None:
        """Arrows."""
        if self.records:
            self.at = max(0, min(self.at + by, len(self.records) - 1))
            self.list.point(self.at)

    def action_page(self, by: int) -> None:
        """Page keys."""
        self.action_move(by * max(self.list.seen - 1, 1))

    def action_open(self) -> None:
        """Enter: the report of the record at the arrow, or the group that it is."""
        if not self.records:
            return
        record = self.records[self.at]
        if record.report_id is not None:
            from csu_tui.tui.screens.report import ReportScreen

            self.app.push_screen(ReportScreen(record.report_id))
        else:
            from csu_tui.tui.screens.group import GroupScreen

            self.app.push_screen(GroupScreen(GroupId(read_reference(record.ref, "T"))))

    def action_before(self) -> None:
        """B: the span before, and back."""
        self._before, self.records, self.at = not self._before, None, 0
        self.refresh_from_desk()

    def action_copy(self) -> None:
        """Y: copy the reference."""
        if self.records:
            self.csu.copy(self.records[self.at].ref)

    def action_leave(self) -> None:
        """Escape: back."""
        self.dismiss()

    @on(LongList.Chosen)
    def _clicked(self, chosen: LongList.Chosen) -> None:
        if chosen.at == self.at:
            self.action_open()
        else:
            self.action_move(chosen.at - self.at)

    def _draw_row(self, at: int, here: bool, room: int) -> tuple[Line, ...]:
        assert self.records is not None
        return record_line(self.records[at], here=here, room=room)
