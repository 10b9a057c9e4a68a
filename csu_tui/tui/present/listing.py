"""A list laid out: its lines, and on which of them each row begins."""

from dataclasses import dataclass

from csu_tui.tui.present.line import Line, Piece, Role, piece


@dataclass(frozen=True, slots=True)
class Listed:
    """The lines of a list; `starts` are the lines on which its rows begin, `tall` how many lines a row has."""

    lines: tuple[Line, ...]
    starts: tuple[int, ...] = ()
    tall: int = 1

    def row_at(self, line: int) -> int | None:
        """Return the row that a line belongs to."""
        return next((row for row, start in enumerate(self.starts) if start <= line < start + self.tall), None)


def arrow(*, here: bool) -> Piece:
    """Draw the arrow before a row, or its room."""
    return piece(" ▶ " if here else "   ", Role.ACCENT)


def lit(drawn: Line, *, here: bool) -> Line:
    """Mark a row as the one at the arrow; the arrow says it too."""
    return tuple((text, Role.HERE) for text, _ in drawn) if here else drawn
