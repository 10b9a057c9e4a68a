"""The pane: head and foot stay in sight, what is long scrolls between them."""

from collections.abc import Callable
from itertools import zip_longest
from typing import Self

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip

from csu_tui.domain.text import clean
from csu_tui.tui.present.line import BLANK, Line, Role, cut, piece, spread
from csu_tui.tui.present.page import Page
from csu_tui.tui.widgets.drawn import Drawn

ARROWS = "arrows"
_LEAST = 3
"""Lines that the scrolling middle keeps, however long head and foot are."""


class Pane(Drawn):
    """Draws a page made for its width; made anew when the width changes.

    `further` names the key that leads to the lines without room: the arrows, unless a list beside it has those.
    """

    DEFAULT_CSS = """
    Pane {
        border: round $secondary; border-title-color: $foreground; border-title-style: bold; padding: 0 1;
    }
    """

    def __init__(self, further: str = ARROWS) -> None:
        super().__init__()
        self._further = further
        self._make: Callable[[int], Page] | None = None
        self._title = ""
        self._entitling = False
        self._drawn: tuple[Line, ...] = ()
        self._made_for = (0, 0)
        self._top = 0
        self._most = 0

    def show(self, make: Callable[[int], Page], *, again: bool = False) -> None:
        """Draw the page that `make` lays out for a width; `again` keeps the place that was scrolled to.

        Nothing is repainted where the page comes out the same.
        """
        before, self._make = self._drawn, make
        self._made_for = (0, 0)
        if not again:
            self._top = 0
        self._lay_out()
        changed = [y for y, (old, new) in enumerate(zip_longest(before, self._drawn)) if old != new]
        if changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def scroll_lines(self, lines: int) -> None:
        """Scroll the middle, within its ends."""
        self._lay_out()
        top = min(max(self._top + lines, 0), self._most)
        if top != self._top:
            self._top = top
            self._made_for = (0, 0)
            self.refresh()

    def scroll_screens(self, screens: int) -> None:
        """Scroll by what is seen."""
        self.scroll_lines(screens * max(self.size.height // 2, 1))

    def keep_line(self, at: int) -> None:
        """Scroll so that this line of the middle is seen."""
        self._lay_out()
        seen = max(self.size.height // 2, 1)
        self.scroll_lines(min(at - 1 - self._top, 0) or max(at + 2 - self._top - seen, 0))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self.scroll_lines(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self.scroll_lines(-3)

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        self._lay_out()
        return self.strip(self._drawn[y] if y < len(self._drawn) else BLANK, self.size.width)

    def refresh(self, *regions: Region, **more: bool) -> Self:
        """Repaint; for another title only its own line, where Textual would repaint all of the pane."""
        if self._entitling:
            regions = (Region(0, 0, self.outer_size.width, 1).translate(-self.content_offset),)
        return super().refresh(*regions, **more)

    def _lay_out(self) -> None:
        """Make the lines for the size as it is, unless they are made."""
        room, height = self.size.width, self.size.height
        if self._make is None or self._made_for == (room, height) or room < 1:
            return
        page = self._make(room)
        if page.title != self._title:
            self._title = page.title
            self._entitling = True
            self.border_title = Content(clean(page.title))
            self._entitling = False
        self._made_for = (room, height)
        self._drawn, self._most = arrange(page, room, height, self._top, self._further)


def arrange(page: Page, room: int, height: int, top: int, further: str = ARROWS) -> tuple[tuple[Line, ...], int]:
    """Fit a page into a height: as it comes where it fits, else its middle from line `top` on.

    Returns the lines and how far the middle can be scrolled.
    """
    head, middle, foot = page.head, page.middle, page.foot
    if len(head) + len(middle) + len(foot) <= height:
        return (*head, *middle, *foot), 0
    first, end = page.pinned
    last = min(end, first + max(height // 2 - len(foot), 0))
    heading = page.heading if last > first else ()
    middle, foot = (*middle[:first], *middle[last:end], *heading, *middle[end:]), (*middle[first:last], *foot)
    if len(foot) > height // 2:
        middle, foot = (*middle, *foot[height // 2 :]), foot[: height // 2]
    spare = height - len(foot) - _LEAST - 1
    if len(head) > spare:
        tight = tuple(row for row in head if row)
        kept = max(spare, 1)
        head, middle = tight[:kept], (*tight[kept:], *middle)
    seen = max(height - len(head) - len(foot) - 1, 1)
    most = max(len(middle) - seen, 0)
    top = min(top, most)
    shown = middle[top : top + seen]
    above, below = top, len(middle) - top - len(shown)
    marks = [" ".join((sign, str(count), "more")) for sign, count in (("▲", above), ("▼", below)) if count > 0]
    words = "".join(("  ".join(marks), " lines: ", further))
    said = spread((), cut((piece(words, Role.DIM),), room), room) if marks else BLANK
    return (*head, *shown, said, *foot)[:height], most
