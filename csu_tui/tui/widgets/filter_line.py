"""The line above a list: whose it is and how long; and what it is narrowed by."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from csu_tui.tui.present.line import Line, cut, spread
from csu_tui.tui.widgets.drawn import Lines


class Told(Lines):
    """One line, some of it to the right."""

    DEFAULT_CSS = "Told { height: 1; background: $surface; }"

    def __init__(self) -> None:
        super().__init__()
        self._left: Line = ()
        self._right: Line = ()

    def show(self, left: Line, right: Line = ()) -> None:
        """Say this from now on."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def lines(self, room: int) -> tuple[Line, ...]:
        """Draw it; what is to the right goes first where room is short."""
        short = sum(len(text) for text, _ in (*self._left, *self._right)) >= room
        return (cut(self._left, room) if short else spread(self._left, self._right, room),)


class FilterLine(Horizontal):
    """What the list is narrowed by, typed as one goes; not there while nothing is."""

    DEFAULT_CSS = """
    FilterLine {
        height: 1; background: $panel; display: none;
        &.-used { display: block; }
        & Static { width: auto; text-style: bold; color: $accent; }
        & Input { width: 1fr; background: $panel; color: $text; }
        & Input:focus { background: $surface; }
        & Input > .input--cursor { text-style: reverse; }
    }
    """

    def compose(self) -> ComposeResult:
        """Lay out the sign and the line of typing."""
        yield Static(" / ", markup=False)
        yield Input(compact=True, select_on_focus=False)

    @property
    def input(self) -> Input:
        """The line of typing."""
        return self.query_one(Input)

    def begin(self) -> None:
        """Let what is typed narrow the list."""
        self.add_class("-used")
        self.input.focus()

    def end(self, *, clear: bool) -> None:
        """Give the keys back to the list; `clear` takes the filter away."""
        if clear:
            self.input.value = ""
        self.set_class(bool(self.input.value.strip()), "-used")
        self.screen.set_focus(None)
