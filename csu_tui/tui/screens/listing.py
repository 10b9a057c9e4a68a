"""A list with an arrow: what Past meetings and Conflicts share."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.geometry import Region

from csu_tui.tui.present.listing import Listed
from csu_tui.tui.screens.base import DeskScreen
from csu_tui.tui.widgets.paper import Paper


class ListScreen(DeskScreen[None]):
    """Draws what `lay_out` gives and keeps the arrow in sight; a click puts it on a row, on its own row it goes in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", "open", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown,space", "move(10)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("home", "move(-1000000)", show=False),
        Binding("end", "move(1000000)", show=False),
        Binding("escape,q,left,p", "leave", "back", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.at = 0

    def count(self) -> int:
        """Return how many rows there are."""
        raise NotImplementedError

    def lay_out(self, room: int) -> Listed:
        """Lay the list out, the arrow at row `at`."""
        raise NotImplementedError

    def action_go(self) -> None:
        """Enter: open what is at the arrow."""
        raise NotImplementedError

    def compose_body(self) -> ComposeResult:
        """Lay out the list."""
        with VerticalScroll(can_focus=False):
            yield Paper()

    def draw(self) -> None:
        """Draw it, the arrow in sight."""
        self.at = max(0, min(self.at, self.count() - 1))
        self.query_one(Paper).show(lambda room: self.lay_out(room).lines)
        self.call_after_refresh(self._keep_in_sight)

    def action_move(self, by: int) -> None:
        """Arrows and page keys."""
        self.at += by
        self.draw()

    def action_leave(self) -> None:
        """Escape: back."""
        self.dismiss()

    def on_click(self, event: events.Click) -> None:
        """Put the arrow at the row that was clicked; clicked there, open it."""
        paper = self.query_one(Paper)
        offset = event.get_content_offset(paper)
        row = None if offset is None else self.lay_out(paper.size.width).row_at(offset.y)
        if row is None:
            return
        if row == self.at:
            self.action_go()
        else:
            self.at = row
            self.draw()

    def _keep_in_sight(self) -> None:
        if self.count() and self.is_attached:
            paper = self.query_one(Paper)
            line = self.lay_out(paper.size.width).starts[self.at]
            above = 0 if self.at == 0 else max(line - 2, 0)
            room = self.query_one(VerticalScroll)
            room.scroll_to_region(Region(0, above, 1, line - above + 4), animate=False, force=True)
