"""The agenda as a list: drawn line by line, however long it is."""

from dataclasses import dataclass

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from csu_tui.domain.agenda import Step
from csu_tui.tui.present.agenda import row_line, rows
from csu_tui.tui.widgets.drawn import Drawn


class AgendaList(Drawn, ScrollView, can_focus=False):
    """The steps in their groups; a click goes to one."""

    DEFAULT_CSS = """
    AgendaList {
        border: round $secondary; border-title-color: $foreground; border-title-style: bold;
        scrollbar-size-vertical: 1; overflow-x: hidden; overflow-y: auto;
    }
    """

    @dataclass
    class Chosen(Message):
        """A step was clicked."""

        step: Step

    def __init__(self) -> None:
        super().__init__()
        self.border_title = "Agenda"
        self._steps: tuple[Step, ...] = ()
        self._rows: tuple[Step | str, ...] = ()
        self._here: int | None = None

    def show(self, steps: tuple[Step, ...], number: int) -> None:
        """Draw these steps, the one with this number as the one on screen, and keep it in sight."""
        before, scrolled, drawn = self._here, self.scroll_offset, self._rows
        if steps is not self._steps and steps != self._steps:
            self._steps, self._rows = steps, rows(steps)
            self.virtual_size = Size(0, len(self._rows))
        found = (at for at, row in enumerate(self._rows) if isinstance(row, Step) and row.number == number)
        self._here = next(found, None)
        self.keep_in_sight()
        if len(drawn) != len(self._rows) or self.scroll_offset != scrolled:
            self.refresh()
            return
        for at, (old, new) in enumerate(zip(drawn, self._rows, strict=True)):
            if old != new or (before != self._here and at in (before, self._here)):
                self.refresh_line(at)

    def keep_in_sight(self) -> None:
        """Scroll so that the step on screen, with one line around it, is seen."""
        if self._here is not None and self.size.height:
            self.scroll_to_region(Region(0, max(self._here - 1, 0), 1, 3), animate=False, force=True, immediate=True)

    def on_resize(self) -> None:
        """Keep the step in sight."""
        self.keep_in_sight()

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        at = y + self.scroll_offset.y
        room = self.scrollable_content_region.width
        if at >= len(self._rows):
            return self.strip((), room)
        return self.strip(row_line(self._rows[at], here=at == self._here, room=room), room)

    def on_click(self, event: events.Click) -> None:
        """Go to the step that was clicked."""
        offset = event.get_content_offset(self)
        at = offset.y + self.scroll_offset.y if offset else -1
        if 0 <= at < len(self._rows) and isinstance(row := self._rows[at], Step):
            self.post_message(self.Chosen(row))
