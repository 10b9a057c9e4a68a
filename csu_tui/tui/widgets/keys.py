"""The footer: the keys that work now; a click presses one."""

from collections.abc import Mapping
from dataclasses import dataclass

from textual import events
from textual.message import Message

from csu_tui.domain.text import width
from csu_tui.tui.present.line import Line, Piece, Role, piece
from csu_tui.tui.widgets.drawn import Lines


@dataclass(frozen=True, slots=True)
class Hint:
    """One key as the footer shows it; `press` is the key's name to Textual."""

    key: str
    words: str
    press: str

    def moved(self, chosen: Mapping[str, tuple[str, str]]) -> "Hint":
        """Return it with the key that a person chose instead; `chosen`: Textual's name and sign by the old name."""
        key, sign = chosen.get(self.press, (self.press, self.key))
        return Hint(sign, self.words, key)

    @property
    def cells(self) -> int:
        """How wide it is."""
        return width(self.key) + 1 + width(self.words)


class Keys(Lines):
    """Rows of keys; the first hints of a row are kept where room is short."""

    DEFAULT_CSS = "Keys { height: auto; background: $panel; }"

    @dataclass
    class Pressed(Message):
        """A key was clicked."""

        key: str

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[tuple[Hint, ...], ...] = ()

    def show(self, *rows: tuple[Hint, ...]) -> None:
        """Show these rows of keys."""
        if rows != self._rows:
            self.refresh(layout=len(rows) != len(self._rows))
            self._rows = rows

    def lines(self, room: int) -> tuple[Line, ...]:
        """Draw the rows."""
        return tuple(self._line(row, room) for row in self._rows)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        """Return a line for each row."""
        return len(self._rows)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        if not 0 <= event.y < len(self._rows):
            return
        at = 1
        for hint in _fitting(self._rows[event.y], self.size.width):
            if at <= event.x < at + hint.cells:
                self.post_message(self.Pressed(hint.press))
            at += hint.cells + 2

    @staticmethod
    def _line(row: tuple[Hint, ...], room: int) -> Line:
        drawn: list[Piece] = [piece(" ")]
        for hint in _fitting(row, room):
            drawn += [piece(hint.key, Role.KEY), piece(" " + hint.words + "  ")]
        return tuple(drawn)


def _fitting(row: tuple[Hint, ...], room: int) -> list[Hint]:
    """Keep the hints that fit, and always the last, which is help."""
    if not row:
        return []
    *others, last = row
    left = room - 1 - last.cells
    kept: list[Hint] = []
    for hint in others:
        if hint.cells + 2 > left:
            break
        kept.append(hint)
        left -= hint.cells + 2
    return [*kept, last]
