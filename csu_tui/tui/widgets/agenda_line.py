"""The agenda in one line, where there is no room for the list."""

from textual import events
from textual.message import Message

from csu_tui.domain.agenda import Step
from csu_tui.tui.present.agenda import summary
from csu_tui.tui.present.line import Line, Role, piece, spread
from csu_tui.tui.widgets.drawn import Lines


class AgendaLine(Lines):
    """`▶ 7 of 23 · 4 undecided`; a click opens the list."""

    DEFAULT_CSS = "AgendaLine { height: 1; background: $surface; }"

    class Pressed(Message):
        """The line was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: tuple[Step, ...] = ()
        self._number = 0
        self._key = "tab"

    def show(self, steps: tuple[Step, ...], number: int, key: str = "tab") -> None:
        """Say how far the meeting is, and which key opens the list."""
        if (steps, number, key) != (self._steps, self._number, self._key):
            self._steps, self._number, self._key = steps, number, key
            self.refresh()

    def lines(self, room: int) -> tuple[Line, ...]:
        """Draw the line, the key that opens the list to its right."""
        right = (piece(self._key, Role.KEY), piece(" lists them "))
        return (spread(summary(self._steps, self._number), right, room),)

    def on_click(self, event: events.Click) -> None:
        """Open the list."""
        event.stop()
        self.post_message(self.Pressed())
