"""A drawable line: pieces of text, each with a role that a theme colours; no markup anywhere."""

from enum import StrEnum

from csu_tui.domain.text import clean, fit, shorten, width, wrap


class Role(StrEnum):
    """What a piece of text is, so that a theme can colour it; the words alone must say it too."""

    TEXT = "text"
    STRONG = "strong"
    DIM = "dim"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    ACCENT = "accent"
    KEY = "key"
    HEAD = "head"
    HERE = "here"


Piece = tuple[str, Role]
Line = tuple[Piece, ...]
BLANK: Line = ()


def piece(text: str, role: Role = Role.TEXT) -> Piece:
    """Make anybody's words harmless and give them a role."""
    return clean(text), role


def line(text: str, role: Role = Role.TEXT) -> Line:
    """Make a line of one piece."""
    return (piece(text, role),)


def line_width(drawn: Line) -> int:
    """Return how many cells a line takes."""
    return sum(width(text) for text, _ in drawn)


def column(text: str, room: int) -> str:
    """Fill a column of a list, a cell between it and the next; what is too long ends in `…`."""
    kept = shorten(text, room)
    return kept + " " * (room - width(kept) + 1)


def cut(drawn: Line, room: int) -> Line:
    """Keep what fits into `room` cells; what was cut ends in `…`."""
    if line_width(drawn) <= room:
        return drawn
    kept: list[Piece] = []
    left = room
    for text, role in drawn:
        size = width(text)
        if size >= left:
            kept.append((shorten(text, left) if size > left else fit(text, left - 1) + "…", role))
            break
        kept.append((text, role))
        left -= size
    return tuple(kept)


def spread(left: Line, right: Line, room: int) -> Line:
    """Put one line to the left and one to the right; the left one is cut where they would meet."""
    size = line_width(right)
    left = cut(left, max(room - size - 1, 0))
    gap = max(room - line_width(left) - size, 0)
    return (*left, (" " * gap, Role.TEXT), *right)


def wrapped(text: str, room: int, role: Role = Role.TEXT, indent: str = "", subsequent: str = "") -> list[Line]:
    """Break anybody's words, line ends kept, into lines of at most `room` cells."""
    return [((row, role),) for row in wrap(clean(text, lines=True), room, indent, subsequent)]


def flowed(parts: list[Piece], room: int, between: str = " · ", subsequent: str = "") -> list[Line]:
    """Lay pieces side by side with a dot between, whole pieces to a line where they fit."""
    lines: list[list[Piece]] = [[]]
    used = 0
    for whole, role in parts:
        text, size = whole, width(whole)
        if not text:
            continue
        joint = width(between) if lines[-1] else 0
        if lines[-1] and used + joint + size > room:
            lines.append([(subsequent, Role.TEXT)] if subsequent else [])
            used, joint = width(subsequent), 0
        if joint:
            lines[-1].append((between, Role.DIM))
        if used + joint + size > room:
            *full, last = wrap(text, max(room - used - joint, 8))
            for row in full:
                lines[-1].append((row, role))
                lines.append([(subsequent, Role.TEXT)] if subsequent else [])
                used, joint = width(subsequent), 0
            text, size = last, width(last)
        lines[-1].append((text, role))
        used += joint + size
    return [tuple(row) for row in lines if row]
