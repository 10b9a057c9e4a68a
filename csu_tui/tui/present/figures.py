"""Figures as a list: headings, each figure against the span before, and what it counts."""

from csu_tui.domain.figure import Figure, FigureRecord, Figures, Section
from csu_tui.domain.figure_proof import YearProof
from csu_tui.domain.figure_words import heads, say_days, say_difference, say_number, say_per_cent
from csu_tui.domain.picture import Picture
from csu_tui.domain.plot import Mark, plotted
from csu_tui.domain.span import Span
from csu_tui.domain.text import clean, shorten, width
from csu_tui.tui.present.line import Line, Role, cut, flowed, piece, wrapped
from csu_tui.tui.present.listing import arrow, lit

Row = Section | Figure
ROLES = {Mark.TEXT: Role.TEXT, Mark.HEAD: Role.HEAD, Mark.NOW: Role.ACCENT, Mark.BEFORE: Role.DIM}
"""The signs of a picture tell its values apart; a colour only says it once more."""
_NUMBERS = (9, 9, 8, 6)


def rows(figures: Figures) -> tuple[Row, ...]:
    """Return the lines of the list: each section's heading, then its figures."""
    found: list[Row] = []
    for figure in figures.figures:
        if not found or (isinstance(found[-1], Figure) and found[-1].definition.section != figure.definition.section):
            found.append(figure.definition.section)
        found.append(figure)
    return tuple(found)


def figure_line(row: Row, span: Span, *, here: bool, room: int) -> Line:
    """Draw a heading, or a figure with its value, the one before, the difference and the per cent."""
    if isinstance(row, Section):
        now, before = heads(span, span.before())
        return _columns((" " + row.value.upper(), now, before, "change", ""), room - 1, Role.HEAD)
    said = (say_number(row.value), say_number(row.before), say_difference(row), say_per_cent(row))
    label = ("   of those " + row.label.removeprefix("of those ")) if row.label.startswith("of those ") else row.label
    drawn = _columns((label, *said), room - 4, Role.TEXT)
    return lit((arrow(here=here), *drawn), here=here)


def _columns(cells: tuple[str, ...], room: int, role: Role) -> Line:
    sizes = [max(size, width(cell) + 1) for size, cell in zip(_NUMBERS, cells[1:], strict=True)]
    while len(sizes) > 1 and room - sum(sizes) - 1 < 20:  # noqa: PLR2004  a label needs so much
        sizes.pop()
    label = shorten(clean(cells[0]), max(room - sum(sizes) - 1, 4))
    gap = " " * max(room - sum(sizes) - width(label) - 1, 0)
    numbers = [piece(cell.rjust(size), role) for cell, size in zip(cells[1:], sizes, strict=False)]
    return cut(((label + gap, role), *numbers), room)


def proof_lines(proof: YearProof, room: int) -> tuple[Line, ...]:
    """Draw the proof, with the sign of whether it holds; where there is nothing to prove, without one."""
    if proof.empty:
        return tuple(wrapped(proof.say(), room - 1, Role.TEXT, " ", " "))
    mark = ("✓ ", Role.GOOD) if proof.holds else ("! ", Role.WARN)
    return tuple(wrapped("".join((mark[0], proof.say())), room - 1, mark[1], " ", "   "))


def span_line(span: Span, *, counting: bool) -> Line:
    """Say which span it is, and against which."""
    days = "" if say_days(span) == span.say() else "".join(("  ", say_days(span), ","))
    return (
        piece(" " + span.say(), Role.HEAD),
        piece(" ".join((days, "against", span.before().say()))),
        *((piece("  counting…", Role.WARN),) if counting else ()),
    )


def definition_lines(figure: Figure | None, room: int) -> tuple[Line, ...]:
    """Draw what a figure counts, and what commands call it."""
    if figure is None:
        return ()
    said = "".join((figure.definition.says, " (", figure.name, ")"))
    return tuple(wrapped(said, room - 1, Role.TEXT, " ", " "))


def record_line(record: FigureRecord, *, here: bool, room: int) -> tuple[Line, ...]:
    """Draw a record on two lines: reference, day and what; headline, place and agency below."""
    day = "".join(f"{record.day:%a} {record.day.day} {record.day:%b} {record.day.year}")
    first = (arrow(here=here), piece(record.ref.ljust(7), Role.KEY), piece(day.rjust(15) + "  "), piece(record.what))
    parts = [piece(record.headline, Role.STRONG), piece(record.place.line()), piece(record.agency, Role.DIM)]
    second = flowed([part for part in parts if part[0]], 10_000)
    below = ((" " * 10, Role.TEXT), *second[0]) if second else ()
    return lit(cut(first, room), here=here), cut(below, room)


def picture_lines(picture: Picture, room: int) -> tuple[Line, ...]:
    """Draw a picture: its signs tell everything, colours repeat it."""
    return tuple(tuple((text, ROLES[mark]) for text, mark in drawn) for drawn in plotted(picture, room))
