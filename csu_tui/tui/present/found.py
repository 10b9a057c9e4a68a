"""What a search found, as rows of a long list; and what can be typed, where nothing is."""

from datetime import date

from csu_tui.domain.dates import say_moment
from csu_tui.domain.found import Found
from csu_tui.domain.reference import report_ref
from csu_tui.tui.present.line import Line, Role, cut, piece, spread
from csu_tui.tui.present.listing import arrow, lit

TALL = 2
"""Lines of a row: what and where, and the words around what was found."""
EXPLAINED = "\n".join(
    (
        "Words of a report, of its actions, contacts and notes; or a reference:",
        " ",
        "mill lane bikes — reports that have them all",
        '"mill lane" — words in a row',
        "swan* — words that begin so, as the last one always may",
        "R1042 or A2207 or 46-0871 — a report, an action, the source's own reference",
        " ",
        'To narrow it down: agency:wardens · category:noise · place:"high street" · ref:T3 ·',
        "from:1/3 · to:14/3/22 · from:2021 · to:yesterday",
    )
)
NONE = "No report is found for that."
SHARED_ONLY = "Names and details are searched in PRIVATE only: {F7}."
SHORT = "One letter is too little: type the next."


def found_row(found: Found, *, here: bool, room: int, today: date) -> tuple[Line, ...]:
    """Draw a report found: number, what and where, when received; below it the words around what was looked for."""
    what = " · ".join(part for part in (found.headline, found.place.line()) if part)
    left = (arrow(here=here), piece(report_ref(found.report_id).ljust(7)), piece(what))
    right = (piece(" " + say_moment(found.received, today) + " "),)
    marked = [piece(words, Role.STRONG if mark else Role.DIM) for words, mark in found.pieces]
    under = cut((piece(" " * 10), *marked), room - 1)
    return lit(spread(left, right, room), here=here), under
