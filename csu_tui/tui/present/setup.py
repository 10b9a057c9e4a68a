"""The unit's own lists, laid out."""

from dataclasses import dataclass

from csu_tui.tui.present.line import BLANK, Line, Role, cut, line, piece, spread, wrapped
from csu_tui.tui.present.listing import Listed, arrow, lit


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: its name to the left, what else is to know to the right."""

    name: str
    note: str = ""
    warns: bool = False


def entry_lines(groups: tuple[tuple[str, tuple[Entry, ...]], ...], at: int, room: int, empty: str = "") -> Listed:
    """Lay groups of rows out, each under its heading; `empty` is said where there is no row at all."""
    lines: list[Line] = []
    starts: list[int] = []
    for heading, entries in groups:
        lines += [BLANK, line(" " + heading, Role.STRONG)]
        for entry in entries:
            starts.append(len(lines))
            lines.append(_row(entry, here=len(starts) - 1 == at, room=room))
    if not starts:
        lines += [BLANK, *wrapped(empty, room, Role.TEXT, " ", " ")]
    return Listed(tuple(lines), tuple(starts))


def _row(entry: Entry, *, here: bool, room: int) -> Line:
    note = cut((piece(entry.note, Role.WARN if entry.warns else Role.DIM),), max(room // 2, 8)) if entry.note else ()
    return lit(spread((arrow(here=here), piece(entry.name)), (*note, piece(" ")), room), here=here)
