"""One field of a form, and its line above the question."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from csu_tui.domain.text import clean, shorten
from csu_tui.tui.dialogs.base import frame_room

LABEL_WIDTH = 11
DOTS = "•"


@dataclass(frozen=True, slots=True)
class Line:
    """One line that a field may be set to; `put` stores it in the form."""

    label: str
    put: Callable[[], None]
    key: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `value` is what stands in it now, drawn on its line.

    It is either picked from `lines`, or typed: then `text` is what is being edited and `take` stores it or raises
    RuleError. `preview` says what the words typed so far would mean. `hidden` types in dots. `saves` makes Enter here
    save the whole form; one `needed` is not passed over empty.
    """

    label: str
    value: Callable[[], str]
    lines: Callable[[], tuple[Line, ...]] | None = None
    take: Callable[[str], None] | None = None
    text: Callable[[], str] = str
    hidden: bool = False
    saves: bool = False
    needed: bool = False
    about: str = ""
    preview: Callable[[str], str] | None = None


def dots(text: str) -> str:
    """Draw one dot for each sign of what a room may not read."""
    return DOTS * len(text)


class FieldLine(Static):
    """One field's line; a click goes to it."""

    DEFAULT_CSS = """
    FieldLine { height: 1; color: $text; }
    FieldLine.-now { text-style: bold; }
    FieldLine:hover { background: $panel; }
    """

    @dataclass
    class Pressed(Message):
        """A field's line was clicked."""

        at: int

    def __init__(self, at: int) -> None:
        super().__init__(markup=False)
        self._at = at

    def show(self, field: Field, now: bool) -> None:
        """Draw what stands in the field; the arrow says which one is being asked."""
        value = clean(field.value())
        room = frame_room(self.app.size.width) - LABEL_WIDTH - 3
        lead = ("▶ " if now else "  ") + field.label.ljust(LABEL_WIDTH)
        self.update(Content.assemble((lead, "bold"), Content(shorten(value, room))))
        self.set_class(now, "-now")

    def on_click(self) -> None:
        """Ask for this field."""
        self.post_message(self.Pressed(self._at))
