"""SEEN BEFORE: what the unit knows of the place and the caller."""

from datetime import date

from csu_tui.domain.dates import say_day, say_moment
from csu_tui.domain.item import Earlier, SeenBefore
from csu_tui.domain.reference import report_ref
from csu_tui.domain.words import ActionStatus
from csu_tui.tui.present.line import Line, Piece, Role, flowed, line, piece
from csu_tui.tui.present.phrase import plural


def seen_lines(seen: SeenBefore, today: date, room: int) -> list[Line]:
    """Count first, then name the latest ones; nothing where nothing was seen."""
    counts: list[Piece] = []
    if seen.place_28_days:
        counts.append(piece(" ".join((str(seen.place_28_days), "here in 28 days")), Role.WARN))
    if seen.place_6_months > seen.place_28_days:
        counts.append(piece(" ".join((str(seen.place_6_months), "here in 6 months"))))
    if seen.reporter_6_months:
        counts.append(piece(" ".join((str(seen.reporter_6_months), "from this caller in 6 months"))))
    if seen.open_actions:
        counts.append(piece(" ".join((plural(seen.open_actions, "action"), "open here"))))
    if seen.sensitive:
        counts.append(piece(" ".join((str(seen.sensitive), "sensitive, not listed"))))
    if not counts:
        return []
    head, *rest = flowed(counts, room - 13)
    lines: list[Line] = [(piece("SEEN BEFORE  ", Role.HEAD), *head)]
    lines += [((" " * 13, Role.TEXT), *row) for row in rest]
    for earlier in seen.earlier:
        lines += _earlier(earlier, today, room)
    more = max(seen.place_6_months, seen.reporter_6_months) - len(seen.earlier) - seen.sensitive
    if more > 0 and seen.earlier:
        lines.append(line(" ".join(("  … and", str(more), "more")), Role.DIM))
    return lines


def _earlier(earlier: Earlier, today: date, room: int) -> list[Line]:
    words = " ".join((say_moment(earlier.received, today), report_ref(earlier.report_id), earlier.headline.lower()))
    parts = [piece("  " + words)]
    if not earlier.same_place:
        parts.append(piece("same caller, elsewhere"))
    for action in earlier.actions[:2]:
        status = action.status.value
        if action.status is ActionStatus.OPEN:
            status = " ".join(("open, due", say_day(action.due, today)))
        parts.append(piece(" ".join(("→", action.agency, action.kind + ",", status))))
    return flowed(parts, room, subsequent="    ")
