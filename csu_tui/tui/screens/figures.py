"""The figures of a year, a month or any two dates, against the same span before (SPEC 4.5, 8)."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from csu_tui.domain.errors import RuleError
from csu_tui.domain.figure import Figure, Figures
from csu_tui.domain.figure_proof import prove_year
from csu_tui.domain.span import Span, month_of, usual_span, year_of
from csu_tui.tui.present.figures import Row, definition_lines, figure_line, proof_lines, rows, span_line
from csu_tui.tui.present.header import Top
from csu_tui.tui.present.line import Line, Role, piece
from csu_tui.tui.queue import WriteQueue
from csu_tui.tui.screens.base import HELP
from csu_tui.tui.screens.counting import CountingScreen
from csu_tui.tui.widgets.filter_line import Told
from csu_tui.tui.widgets.keys import Hint
from csu_tui.tui.widgets.long_list import LongList
from csu_tui.tui.widgets.paper import Paper

PICTURES = "123456"


class FiguresScreen(CountingScreen[Figures]):
    """Every figure; Enter shows the very records that it counts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", "move(-1000000)", show=False),
        Binding("end", "move(1000000)", show=False),
        Binding("enter", "open", "records", show=False),
        Binding("escape,q", "leave", "back", show=False),
        Binding("y", "year", "financial year", show=False, id="figures.year"),
        Binding("m", "month", "month", show=False, id="figures.month"),
        Binding("d", "dates", "dates", show=False, id="figures.dates"),
        Binding("left,left_square_bracket", "step(-1)", "span before", show=False),
        Binding("right,right_square_bracket", "step(1)", "span after", show=False),
        Binding("p", "pictures(0)", "pictures", show=False, id="figures.pictures"),
        *(Binding(key, "".join(("pictures(", str(at), ")")), show=False) for at, key in enumerate(PICTURES)),
        Binding("x", "export('md')", "page to a file", show=False, id="figures.export"),
        Binding("c", "export('csv')", "CSV to a file", show=False, id="figures.csv"),
    ]
    EXPLAINED = (
        ("", "Figures"),
        ("enter", "the very records that the figure at the arrow counts"),
        ("y", "this financial year, 1 April to 31 March"),
        ("m", "this month"),
        ("d", "any two dates, or a span by its name: 2020-21, March 2022"),
        ("← →", "the span before, the span after; [ ] too"),
        ("p", "pictures; 1 to 6 one of them"),
        ("x", "write the page for the annual report to the minutes folder"),
        ("c", "write them as CSV to the minutes folder"),
        ("esc", "back"),
    )
    DEFAULT_CSS = """
    FiguresScreen {
        & LongList { height: 1fr; }
        & #definition { height: 3; background: $surface; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.span: Span | None = None
        self.figures: Figures | None = None
        self.rows: tuple[Row, ...] = ()
        self.at = 0
        """Which figure the arrow is at."""
        self.list = LongList()

    def compose_body(self) -> ComposeResult:
        """Lay out the proof, the span, the list and what the figure at the arrow counts."""
        yield Paper()
        yield Told()
        yield self.list
        yield Paper(id="definition")

    def asked(self) -> Span:
        """Return the span: at first the financial year that a manager reports on now."""
        self.span = self.span or usual_span(self.desk.today())
        return self.span

    def count(self, span: Span) -> Figures:
        """Count its figures."""
        return self.desk.figures(span)

    def take(self, found: Figures) -> None:
        """Keep them; the arrow stays at its figure."""
        name = self.here.name if self.here else ""
        self.figures, self.rows = found, rows(found)
        self.at = next((at for at, one in enumerate(found.figures) if one.name == name), 0)

    @property
    def here(self) -> Figure | None:
        """The figure at the arrow."""
        return self.figures.figures[self.at] if self.figures else None

    def draw(self) -> None:
        """Draw what was counted."""
        span, figures = self.asked(), self.figures
        proof = self.query(Paper).first()
        if figures is None:
            proof.show(lambda _: ())
        else:
            proven = prove_year(figures)
            proof.show(lambda room: proof_lines(proven, room))
        waiting = self.counting and (figures is None or figures.span != span)
        sides = (piece("←", Role.KEY), piece(" before  "), piece("→", Role.KEY), piece(" after "))
        self.query_one(Told).show(span_line(span, counting=waiting), sides)
        self.list.show(len(self.rows), self._row, self._draw_row, "Counting…")
        self._define()

    def top(self) -> Top:
        """Say which span."""
        return self.headed("FIGURES", self.asked().say())

    def hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Show the keys."""
        spans = (Hint("y", "year", "y"), Hint("m", "month", "m"), Hint("d", "dates", "d"))
        files = (Hint("x", "page to a file", "x"), Hint("c", "CSV", "c"))
        first = (Hint("enter", "its records", "enter"), *spans, Hint("p", "pictures", "p"))
        return (*first, Hint("esc", "back", "escape")), (*files, HELP)

    def action_move(self, by: int) -> None:
        """Arrows."""
        if self.figures:
            self.at = max(0, min(self.at + by, len(self.figures.figures) - 1))
            self.list.point(self._row)
            self._define()

    def action_page(self, by: int) -> None:
        """Page keys."""
        self.action_move(by * max(self.list.seen - 2, 1))

    def action_open(self) -> None:
        """Enter: the records of the figure at the arrow."""
        if self.figures and self.here:
            from csu_tui.tui.screens.figure_records import FigureRecordsScreen

            self.app.push_screen(FigureRecordsScreen(self.here, self.figures.span))

    def action_leave(self) -> None:
        """Escape: back."""
        self.dismiss()

    def action_year(self) -> None:
        """Y: this financial year."""
        self.go(year_of(self.desk.today()))

    def action_month(self) -> None:
        """M: this month."""
        self.go(month_of(self.desk.today()))

    def action_step(self, by: int) -> None:
        """Left and right: the span before or after."""
        try:
            self.go(self.asked().moved(by))
        except RuleError as refusal:
            self.say(str(refusal), bad=True)

    def action_dates(self) -> None:
        """D: any two dates."""
        from csu_tui.tui.dialogs.span import SpanDialog

        def answered(span: Span | None) -> None:
            if span is not None:
                self.go(span)

        self.app.push_screen(SpanDialog(self.desk.today()), answered)

    def action_pictures(self, number: int) -> None:
        """P and digits: the pictures of the span."""
        from csu_tui.tui.screens.pictures import PicturesScreen

        self.app.push_screen(PicturesScreen(self.asked(), number))

    def action_export(self, form: str) -> None:
        """X and c: write them to the minutes folder."""
        span = self.asked()
        self.write(lambda desk: desk.export_figures(span, form), form)

    def go(self, span: Span) -> None:
        """Count another span."""
        self.span = span
        self.refresh_from_desk()

    @on(LongList.Chosen)
    def _clicked(self, chosen: LongList.Chosen) -> None:
        row = self.rows[chosen.at] if chosen.at < len(self.rows) else None
        if self.figures is None or not isinstance(row, Figure):
            return
        at = self.figures.figures.index(row)
        if at == self.at:
            self.action_open()
        else:
            self.action_move(at - self.at)

    @on(WriteQueue.Saved)
    def _written(self, saved: WriteQueue.Saved) -> None:
        if isinstance(saved.result, Path):
            self.say(" ".join(("Written to", str(saved.result))))

    @property
    def _row(self) -> int:
        return self.rows.index(self.here) if self.here else 0

    def _draw_row(self, at: int, here: bool, room: int) -> tuple[Line, ...]:
        return (figure_line(self.rows[at], self.figures.span if self.figures else self.asked(), here=here, room=room),)

    def _define(self) -> None:
        figure = self.here
        self.query_one("#definition", Paper).show(lambda room: definition_lines(figure, room))
