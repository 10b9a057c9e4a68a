"""The pictures of a span, one at a time, each with its numbers beside it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from csu_tui.domain.picture import Picture, PictureName
from csu_tui.domain.span import Span
from csu_tui.tui.present.figures import picture_lines
from csu_tui.tui.present.header import Top
from csu_tui.tui.present.line import BLANK, Line, Role, piece
from csu_tui.tui.screens.base import HELP
from csu_tui.tui.screens.counting import CountingScreen
from csu_tui.tui.widgets.filter_line import Told
from csu_tui.tui.widgets.keys import Hint
from csu_tui.tui.widgets.paper import Paper

ALL = tuple(PictureName)


class PicturesScreen(CountingScreen[tuple[Picture, ...]]):
    """One picture; a digit or left and right show another."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,n,p,space", "turn(1)", "next picture", show=False),
        Binding("left", "turn(-1)", "picture before", show=False),
        *(Binding(str(at + 1), "".join(("show_picture(", str(at), ")")), show=False) for at in range(len(ALL))),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
        Binding("escape,q,enter", "leave", "back", show=False),
    ]
    EXPLAINED = (
        ("", "Pictures"),
        ("← →", "the picture before, the next one; n and p too"),
        *((str(at + 1), name.value) for at, name in enumerate(ALL)),
        ("↑ ↓", "scroll"),
        ("esc", "the figures again"),
    )
    DEFAULT_CSS = "PicturesScreen VerticalScroll { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }"

    def __init__(self, span: Span, number: int = 0) -> None:
        super().__init__()
        self._span = span
        self._number = number
        self._pictures: tuple[Picture, ...] = ()

    def compose_body(self) -> ComposeResult:
        """Lay out the list of pictures and the picture."""
        yield Told()
        with VerticalScroll(can_focus=False):
            yield Paper()

    def asked(self) -> Span:
        """Return the span."""
        return self._span

    def count(self, span: Span) -> tuple[Picture, ...]:
        """Count what the pictures show."""
        return self.desk.pictures(span)

    def take(self, found: tuple[Picture, ...]) -> None:
        """Keep it."""
        self._pictures = found

    def draw(self) -> None:
        """Draw the picture."""
        shown = self._pictures[self._number] if self._pictures else None
        place = " ".join((str(self._number + 1), "of", str(len(ALL))))
        against = " ".join((self._span.say(), "against", self._span.before().say()))
        self.query_one(Told).show((piece(" " + against, Role.STRONG),), (piece(place + " "),))

        def layout(room: int) -> tuple[Line, ...]:
            if shown is None:
                return (BLANK, *((piece("Counting…", Role.STRONG),),))
            return (BLANK, *picture_lines(shown, room))

        self.query_one(Paper).show(layout)

    def top(self) -> Top:
        """Say what this is."""
        return self.headed("PICTURES", self._span.say())

    def hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Show the keys."""
        turn = (Hint("→", "next", "right"), Hint("←", "before", "left"), Hint("1–6", "one of them", "right"))
        return ((*turn, Hint("esc", "the figures", "escape"), HELP),)

    def action_turn(self, by: int) -> None:
        """Left and right."""
        self.action_show_picture((self._number + by) % len(ALL))

    def action_show_picture(self, number: int) -> None:
        """Digits."""
        self._number = number
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self.draw()

    def action_scroll(self, lines: int) -> None:
        """Arrows."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_leave(self) -> None:
        """Escape: the figures again."""
        self.dismiss()
