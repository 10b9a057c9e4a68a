"""Pictures laid out for a terminal: lines of pieces, told apart by their signs and never by colour alone.

Each line of a picture has its numbers beside it, so that the picture is its own table.
"""

from dataclasses import dataclass
from enum import StrEnum

from csu_tui.domain.picture import Bars, Grid, Picture, folded
from csu_tui.domain.text import clean, shorten, width

LABEL = 34
"""The widest a line's label gets."""
_EIGHTHS = 8


class Mark(StrEnum):
    """What a piece of a picture is."""

    TEXT = "text"
    HEAD = "head"
    NOW = "now"
    BEFORE = "before"


Drawn = tuple[tuple[str, Mark], ...]


@dataclass(frozen=True, slots=True)
class Signs:
    """What pictures are drawn with: a whole cell, its eighths, the mark of the span before, and shades."""

    full: str
    parts: str
    before: str
    shades: str


BLOCKS = Signs("█", "▏▎▍▌▋▊▉", "┃", " ░▒▓█")
ASCII = Signs("#", "", "|", " .:+#")
"""For terminals that cannot show blocks."""


def plotted(picture: Picture, room: int, signs: Signs = BLOCKS) -> tuple[Drawn, ...]:
    """Lay a picture out, at most `room` cells wide: what it is, how to read it, and its lines."""
    head: tuple[Drawn, ...] = (((shorten(picture.name.value.upper(), room), Mark.HEAD),),)
    lines = _bars(picture, room, signs) if isinstance(picture, Bars) else _grid(picture, room, signs)
    said = ((((shorten(clean(picture.says), room)), Mark.TEXT),),) if picture.says else ()
    return (*head, *said, *lines)


def _bars(picture: Bars, room: int, signs: Signs) -> tuple[Drawn, ...]:
    if not any(now or before for _, now, before in picture.rows):
        return (((("Nothing to draw in either span."), Mark.TEXT),),)
    labels = [shorten(clean(label), LABEL) for label, _, _ in picture.rows]
    numbers = [(f"{now}", f"{before}") for _, now, before in picture.rows]
    wide = min(max(map(width, labels)), max(room // 3, 8))
    heads = (clean(picture.now), clean(picture.before))
    cells = [max(width(heads[at]), *(len(pair[at]) for pair in numbers)) for at in (0, 1)]
    left = max(room - wide - sum(cells) - 5, 4)
    largest = max(max(now, before) for _, now, before in picture.rows)
    lead = " " * (wide + 2)
    legend: Drawn = (
        (lead + heads[0].rjust(cells[0]), Mark.NOW),
        ("  " + heads[1].rjust(cells[1]), Mark.BEFORE),
        (shorten(f"  {signs.full} {heads[0]}  {signs.before} {heads[1]}", left + 1), Mark.TEXT),
    )
    lines: list[Drawn] = [legend]
    for label, (now, before), (_, value, past) in zip(labels, numbers, picture.rows, strict=True):
        short = shorten(label, wide)
        lines.append(
            (
                (short + " " * (wide - width(short) + 2), Mark.TEXT),
                (now.rjust(cells[0]), Mark.NOW),
                ("  " + before.rjust(cells[1]) + " ", Mark.BEFORE),
                *_bar(value / largest, past / largest, left, signs),
            )
        )
    return tuple(lines)


def _bar(now: float, before: float, room: int, signs: Signs) -> Drawn:
    """Draw a bar of a share of `room`, and a mark where the span before ended; nothing is no bar and no mark."""
    eighths = round(now * room * _EIGHTHS)
    whole, part = divmod(eighths, _EIGHTHS)
    tail = signs.parts[part - 1] if part and signs.parts else ""
    if now and not whole and not tail:
        tail = signs.parts[0] if signs.parts else signs.full
    bar = (signs.full * whole + tail)[:room]
    if not before:
        return ((bar, Mark.NOW),)
    at = min(round(before * room), room - 1)
    padded = bar.ljust(room)
    return ((padded[:at], Mark.NOW), (signs.before, Mark.BEFORE), (padded[at + 1 :].rstrip(), Mark.NOW))


def _grid(picture: Grid, room: int, signs: Signs) -> tuple[Drawn, ...]:
    if not any(any(row) for _, row in picture.rows):
        return (((("Nothing to draw in this span."), Mark.TEXT),),)
    labels = [shorten(clean(label), LABEL) for label, _ in picture.rows]
    step, wide, size = _fitting(picture, max(map(width, labels)), room)
    heads = picture.heads[::step]
    rows = [folded(row, step) for _, row in picture.rows]
    largest = max(max(row) for row in rows)
    lines: list[Drawn] = [
        ((" " * (wide + 1), Mark.TEXT), ("".join(head.rjust(size) for head in heads), Mark.TEXT)),
    ]
    for label, row in zip(labels, rows, strict=True):
        short = shorten(label, wide)
        pieces: list[tuple[str, Mark]] = [(short + " " * (wide - width(short) + 1), Mark.TEXT)]
        for value in row:
            shade = _shade(value, largest, signs) if value else " "
            number = str(value) if value else "·" if signs is BLOCKS else "."
            blank = size - len(number) - 1
            pieces += [(" " * blank + shade, Mark.NOW), (number, Mark.TEXT)]
        lines.append(tuple(pieces))
    scale = "  ".join(
        f"{signs.shades[at] if at else ' '}{low}" for at, low in enumerate(_thresholds(largest, signs)) if at
    )
    lines.append(((shorten(f"{' ' * (wide + 1)}from: {scale}", room), Mark.TEXT),))
    return tuple(lines)


def _fitting(picture: Grid, label: int, room: int) -> tuple[int, int, int]:
    """Return how many columns are added into one, how wide labels are, and how wide a column is."""
    for step in (1, 2, 3, 4, 6, 12, 24):
        rows = [folded(row, step) for _, row in picture.rows]
        most = max(max(row) for row in rows)
        size = max(len(str(most)) + 2, max(map(len, picture.heads)) + 1)
        left = room - 1 - size * len(rows[0])
        if left >= max(min(label, 20), 3) or not picture.fold:
            return step, max(min(label, left), 3), size
    return len(picture.heads), 3, room - 5


def _shade(value: int, largest: int, signs: Signs) -> str:
    at = max(at for at, low in enumerate(_thresholds(largest, signs)) if value >= low)
    return signs.shades[at]


def _thresholds(largest: int, signs: Signs) -> tuple[int, ...]:
    """Return from which value each shade is drawn."""
    steps = len(signs.shades) - 1
    found = [0]
    for at in range(steps):
        found.append(max(-(-largest * at // steps), 1, found[-1] + (1 if at else 0)))
    return tuple(found)
