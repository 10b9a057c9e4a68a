"""A list of any length with an arrow: only the lines in sight are made."""

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from csu_tui.tui.present.line import BLANK, Line, Role, wrapped
from csu_tui.tui.widgets.drawn import Drawn

Draw = Callable[[int, bool, int], tuple[Line, ...]]
"""Draws a row: its place in the list, whether the arrow is at it, and the room it has."""


class LongList(Drawn, ScrollView, can_focus=False):
    """Rows drawn one by one; a click puts the arrow on a row."""

    DEFAULT_CSS = "LongList { scrollbar-size-vertical: 1; overflow-x: hidden; overflow-y: auto; }"

    @dataclass
    class Chosen(Message):
        """A row was clicked."""

        at: int

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self._at = 0
        self._tall = 1
        self._draw: Draw = lambda *_: (BLANK,)
        self._empty = ""

    def show(self, count: int, at: int, draw: Draw, empty: str, tall: int = 1) -> None:
        """Draw so many rows of `tall` lines, the arrow at one of them; without any, say why it is empty."""
        self._draw, self._empty = draw, empty
        if (count, tall) != (self._count, self._tall):
            self._count, self._tall = count, tall
            self.virtual_size = Size(0, count * tall)
        self._at = at
        self.keep_in_sight()
        self.refresh()

    def point(self, at: int) -> None:
        """Move the arrow; only what changes is drawn again."""
        before, scrolled, self._at = self._at, self.scroll_offset, at
        self.keep_in_sight()
        if self.scroll_offset != scrolled:
            self.refresh()
        else:
            for row in (before, at):
                for y in range(self._tall):
                    self.refresh_line(row * self._tall + y)

    @property
    def seen(self) -> int:
        """How many rows are in sight."""
        return max(self.size.height // self._tall, 1)

    def keep_in_sight(self) -> None:
        """Scroll so that the arrow, with one row around it, is seen."""
        if self._count and self.size.height:
            here = Region(0, max(self._at - 1, 0) * self._tall, 1, 3 * self._tall)
            self.scroll_to_region(here, animate=False, force=True, immediate=True)

    def on_resize(self) -> None:
        """Keep the arrow in sight; the scroll bar may have taken a column of every row."""
        self.keep_in_sight()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one row, beside the scroll bar."""
        room = self.scrollable_content_region.width
        if not self._count:
            said = (BLANK, *wrapped(self._empty, room - 2, Role.STRONG, " ", " "))
            return self.strip(said[y] if y < len(said) else BLANK, room)
        at, part = divmod(y + self.scroll_offset.y, self._tall)
        return self.strip(self._draw(at, at == self._at, room)[part] if at < self._count else BLANK, room)

    def on_click(self, event: events.Click) -> None:
        """Put the arrow where it was clicked."""
        offset = event.get_content_offset(self)
        at = (offset.y + self.scroll_offset.y) // self._tall if offset else -1
        if 0 <= at < self._count:
            self.post_message(self.Chosen(at))
