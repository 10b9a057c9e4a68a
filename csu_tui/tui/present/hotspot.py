"""Hotspots in words: how many reports, and whether there are more than before."""

from collections.abc import Mapping
from datetime import date

from csu_tui.domain.hotspot import Hotspot, Trend
from csu_tui.domain.ids import GroupId, ReportId
from csu_tui.domain.item import Earlier
from csu_tui.domain.reference import group_ref
from csu_tui.domain.text import clean, shorten, width
from csu_tui.tui.present.keyed import Sign, keyed, ours
from csu_tui.tui.present.line import BLANK, Line, Role, cut, flowed, line, piece, wrapped
from csu_tui.tui.present.listing import Listed, arrow, lit
from csu_tui.tui.present.phrase import plural
from csu_tui.tui.present.seen import earlier_pieces

SHOWN = 5
"""How many the opening names."""
ACTIONS = 1
_ENDLESS = 1_000_000
"""More room than a line takes: it is cut afterwards."""
_ROLES = {Trend.RISING: Role.BAD, Trend.STEADY: Role.WARN, Trend.FALLING: Role.GOOD}


def hotspot_block(spots: tuple[Hotspot, ...], room: int, sign: Sign = ours) -> list[Line]:
    """Name the first few before a meeting, one to a line."""
    lines = [line(" ".join(("Hotspots of the last", plural(spots[0].days, "day"))), Role.HEAD)]
    shown = spots[:SHOWN]
    places = _column(shown, room - 6)
    for spot, where in zip(shown, places, strict=True):
        count = piece(str(spot.reports).rjust(4) + "  ", Role.STRONG)
        lines.append(cut((count, piece(where + "  "), _trend(spot)), room))
    more = len(spots) - SHOWN
    said = keyed("{s} lists them with their reports", sign)
    if more > 0:
        said = " ".join(("… and", str(more), keyed("more: {s} lists them all", sign)))
    return [*lines, line("  " + said, Role.DIM)]


def hotspot_list(spots: tuple[Hotspot, ...], at: int, room: int, sign: Sign = ours) -> Listed:
    """Lay the hotspots out, most reports first."""
    if not spots:
        none = keyed(
            "No place is over the threshold. How many reports in how many days make a hotspot is set in Set-up ({F9}).",
            sign,
        )
        return Listed((BLANK, *wrapped(none, room - 1, Role.STRONG, " ", " ")))
    head = " ".join((plural(len(spots), "hotspot"), "in", plural(spots[0].days, "day"))).upper()
    places = _column(spots, room - 8)
    rows = tuple(_row(spot, places[index], here=index == at, room=room) for index, spot in enumerate(spots))
    return Listed((BLANK, line(" " + head, Role.STRONG), BLANK, *rows), tuple(range(3, 3 + len(rows))))


def spot_lines(
    spot: Hotspot,
    reports: tuple[Earlier, ...],
    groups: Mapping[ReportId, GroupId],
    at: int,
    today: date,
    room: int,
    sign: Sign = ours,
) -> Listed:
    """Lay one hotspot's reports out, newest first, one to a line; `groups` are those that work on some of them."""
    lines: list[Line] = [BLANK, *wrapped(_where(spot).upper(), room - 1, Role.STRONG, " ", " ")]
    lines += wrapped(spot.said(), room - 1, Role.TEXT, " ", " ")
    if spot.sensitive:
        lines += wrapped(" ".join((str(spot.sensitive), "of them sensitive, not listed")), room - 1, Role.WARN, " ")
    lines += wrapped(_groups(len(reports), groups, sign), room - 1, Role.WARN if groups else Role.DIM, " ", " ")
    lines.append(BLANK)
    first = len(lines)
    for row, report in enumerate(reports):
        (said,) = flowed(earlier_pieces(report, today, ACTIONS), _ENDLESS)
        lines.append(lit(cut((arrow(here=row == at), *said), room), here=row == at))
    return Listed(tuple(lines), tuple(range(first, len(lines))))


def _groups(reports: int, groups: Mapping[ReportId, GroupId], sign: Sign) -> str:
    """Say which groups work on them already, and what `g` does."""
    if not groups:
        return keyed("{g} starts a Task and Finish Group of them.", sign)
    at_work = sorted(set(groups.values()))
    named = ", ".join(map(group_ref, at_work))
    works = "works" if len(at_work) == 1 else "work"
    if len(groups) == reports:
        opens = "it" if len(at_work) == 1 else group_ref(at_work[0])
        return " ".join((named, works, keyed("on all of them: {g} opens", sign), opens + "."))
    return " ".join((named, works, "on", str(len(groups)), keyed("of them; {g} starts a group of the others.", sign)))


def _row(spot: Hotspot, where: str, *, here: bool, room: int) -> Line:
    count = piece(str(spot.reports).rjust(3) + "  ", Role.STRONG)
    return lit(cut((arrow(here=here), count, piece(where + "  "), _trend(spot)), room), here=here)


def _column(spots: tuple[Hotspot, ...], room: int) -> list[str]:
    """Write the places as wide as the widest, so that the trends stand below each other close by."""
    most = max(room - 2 - max(width(_trend(spot)[0]) for spot in spots), 10)
    named = [shorten(clean(_where(spot)), most) for spot in spots]
    widest = max(map(width, named))
    return [where + " " * (widest - width(where)) for where in named]


def _where(spot: Hotspot) -> str:
    return spot.place.line() or "place not named"


def _trend(spot: Hotspot) -> tuple[str, Role]:
    return piece("".join((spot.trend.value, ", ", str(spot.before), " before")), _ROLES[spot.trend])
