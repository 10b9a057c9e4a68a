"""The minutes, to read: redacted while SHARED, in full and recorded while PRIVATE."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from csu_tui.domain.ids import MeetingId
from csu_tui.domain.text import clean, width
from csu_tui.tui.present.header import Top
from csu_tui.tui.present.line import Line, Role, line, wrapped
from csu_tui.tui.queue import WriteQueue
from csu_tui.tui.screens.base import HELP, DeskScreen
from csu_tui.tui.widgets.keys import Hint
from csu_tui.tui.widgets.paper import Paper

COPY = Hint("y", "copy", "y")
LONGEST = 5_000
"""Lines that are drawn at most; the rest is in the file, and the screen says so."""


class MinutesScreen(DeskScreen[None]):
    """One meeting's minutes; without a number the open meeting's draft, else the latest closed one's."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,m,q,left,f2", "leave", "back", show=False, id="minutes.leave"),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", "ends(False)", show=False),
        Binding("end", "ends(True)", show=False),
        Binding("y", "copy", "copy the minutes", show=False, id="minutes.copy"),
    ]
    EXPLAINED = (
        ("", "The minutes"),
        ("↑ ↓", "scroll by a line"),
        ("PgUp PgDn", "scroll by a page; space too"),
        ("home end", "to the beginning, to the end"),
        ("y", "copy the minutes as they are drawn: redacted while SHARED"),
        ("esc", "back"),
    )

    def __init__(self, meeting_id: MeetingId | None = None, words: str = "") -> None:
        super().__init__()
        self._words = words
        """What to say at once: what was just amended, which stands at the end of the minutes."""
        self._meeting_id = meeting_id
        self._text = ""
        self._full = False

    def compose_body(self) -> ComposeResult:
        """Lay out the text."""
        with VerticalScroll(can_focus=False):
            yield Paper()

    def on_mount(self) -> None:
        """After an amendment, say so and show the end, where it stands."""
        if self._words:
            self.say(self._words)
            self.call_after_refresh(self.action_ends, True)

    def read(self) -> None:
        """Read the redacted text; the full one is a look, recorded once and kept while PRIVATE lasts."""
        meeting_id = self._meeting_id
        if not self.csu.private:
            self._text, self._full = self.desk.minutes_text(meeting_id, redacted=True), False
        elif not self._full:
            self._text, self._full = "", True
            self.write(lambda desk: desk.minutes_text(meeting_id, redacted=False), "full")

    def draw(self) -> None:
        """Draw it."""
        text = self._text
        self.query_one(Paper).show(lambda room: minutes_lines(text, room))

    def top(self) -> Top:
        """Say what this is."""
        place = "full text" if self.csu.private else "redacted text"
        return self.headed("MINUTES", place)

    def hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Show the keys."""
        page = Hint("space", "page on", "space")
        return ((Hint("esc", "back", "escape"), page, Hint("↑", "up", "up"), Hint("↓", "down", "down"), COPY, HELP),)

    def action_leave(self) -> None:
        """Escape: back."""
        self.dismiss()

    def action_scroll(self, lines: int) -> None:
        """Arrows."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_copy(self) -> None:
        """Y: copy the minutes as they are drawn."""
        if self._text:
            self.csu.copy(clean(self._text, lines=True), "Minutes, in full," if self._full else "Redacted minutes")

    def action_page(self, pages: int) -> None:
        """Page keys."""
        room = self.query_one(VerticalScroll)
        room.scroll_relative(y=pages * max(room.size.height - 1, 1), animate=False)

    def action_ends(self, end: bool) -> None:
        """Home and End."""
        room = self.query_one(VerticalScroll)
        (room.scroll_end if end else room.scroll_home)(animate=False)

    @on(WriteQueue.Saved)
    def _recorded(self, saved: WriteQueue.Saved) -> None:
        if self.csu.private:  # meanwhile F7 may have been pressed again
            self._text = str(saved.result)
            self.draw()


def minutes_lines(text: str, room: int) -> tuple[Line, ...]:
    """Lay out minutes, a line of theirs on a line where it fits."""
    rows = text.splitlines()
    drawn = [one for row in rows[:LONGEST] for one in _as_written(row, room)]
    more = [line("… the rest is in the file", Role.WARN)] if len(rows) > LONGEST else []
    return (*drawn, *more)


def _as_written(row: str, room: int) -> list[Line]:
    """Draw a line of the minutes as it is printed, its columns aligned; broken only where it does not fit."""
    written = clean(row)
    return [((written, Role.TEXT),)] if width(written) <= room else wrapped(row, room)
