"""The keys of a screen, explained."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from csu_tui.domain.text import clean, shorten, width, wrap
from csu_tui.tui.dialogs.base import LONGEST, Dialog, Hint, frame_room

KEY_WIDTH = 12
"""Cells of the column of keys."""


class HelpDialog(Dialog[None]):
    """Lists keys and what they do; it scrolls, and any of Escape, Enter, `?` and `q` closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,question_mark,q", "leave", "close", show=False)]
    DEFAULT_CSS = """
    HelpDialog {
        & #scroll { height: auto; max-height: 17; background: $surface; scrollbar-size-vertical: 1; }
        &.-short #scroll { max-height: 12; }
        &.-tall #scroll { max-height: 65vh; }
    }
    """

    def __init__(self, title: str, rows: tuple[tuple[str, str], ...]) -> None:
        super().__init__(title)
        self._rows = rows

    def compose_body(self) -> ComposeResult:
        """Lay out a line for each key."""
        with VerticalScroll(id="scroll"):
            yield Static(id="rows", markup=False)

    def on_mount(self) -> None:
        """Let the arrows scroll at once."""
        self.query_one("#scroll").focus()
        self.hint((Hint("↑ ↓", "scroll"), Hint("esc", "closes", "leave")))

    def on_resize(self) -> None:
        """Break the lines anew."""
        room = frame_room(self.app.size.width) - 1
        self.query_one("#rows", Static).update(
            Content("\n").join(help_line(key, words, room) for key, words in self._rows)
        )


def help_line(key: str, words: str, room: int) -> Content:
    """Draw a key in bold before what it does; without a key the words are a heading."""
    words = shorten(clean(words), LONGEST)
    if not key:
        return Content("\n".join(wrap(words, room))).stylize("bold")
    key = shorten(clean(key), 20)
    lead = key + " " * max(2, KEY_WIDTH - width(key))
    indent = " " * width(lead)
    return Content.assemble((lead, "bold"), ("\n" + indent).join(wrap(words, room - len(indent))))
