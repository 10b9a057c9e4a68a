"""A text laid out for its width, as high as it needs."""

from collections.abc import Callable

from csu_tui.tui.present.line import Line
from csu_tui.tui.widgets.drawn import Lines

Layout = Callable[[int], tuple[Line, ...]]


class Paper(Lines):
    """Draws the lines that a layout gives for its width."""

    DEFAULT_CSS = "Paper { height: auto; width: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's word
        super().__init__(id=id)
        self._layout: Layout = lambda _: ()
        self._made_for = -1
        self._made: tuple[Line, ...] = ()

    def show(self, layout: Layout) -> None:
        """Draw this from now on; nothing is repainted where it comes out the same."""
        before, self._layout = self._made, layout
        room, self._made_for = self._made_for, -1
        if room < 0 or self.lines(room) != before:
            self.refresh(layout=True)

    def lines(self, room: int) -> tuple[Line, ...]:
        """Lay the text out, once for a width."""
        if room != self._made_for:
            self._made, self._made_for = self._layout(room), room
        return self._made

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        """Return how many lines there are."""
        return len(self.lines(width))
