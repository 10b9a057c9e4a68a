"""SEEN BEFORE: what the unit knows of the place and the caller."""

from datetime import date

from csu_tui.domain.action import Action
from csu_tui.domain.dates import say_day, say_moment
from csu_tui.domain.item import Candidate, Earlier, SeenBefore
from csu_tui.domain.reference import report_ref
from csu_tui.domain.words import ActionStatus, Decision, FeedbackState
from csu_tui.tui.present.case_review import flag_lines, flag_pieces
from csu_tui.tui.present.keyed import Sign, keyed, ours
from csu_tui.tui.present.line import BLANK, Line, Piece, Role, cut, flowed, line, piece
from csu_tui.tui.present.listing import arrow, lit
from csu_tui.tui.present.phrase import plural

ACTIONS = 2
"""How many actions of an earlier report the panel names."""
LISTED_ACTIONS = 4
"""How many of them the list of all names."""
TALL = 3
"""Lines of a row of that list."""


def seen_lines(seen: SeenBefore, today: date, room: int, sign: Sign = ours) -> list[Line]:
    """Count first, then name the latest ones; nothing where nothing was seen."""
    lines = seen_head(seen, today, room, sign)
    if not lines:
        return []
    for earlier in seen.earlier:
        lines += flowed(earlier_pieces(earlier, today, ACTIONS), room, subsequent="    ")
    more = max(seen.place_6_months, seen.reporter_6_months) - len(seen.earlier) - seen.sensitive
    if seen.earlier:
        said = keyed("  {b} lists them", sign)
        if more > 0:
            said = " ".join(("  … and", str(more), keyed("more: {b} lists all", sign)))
        lines.append(line(said, Role.DIM))
    return lines


def seen_head(seen: SeenBefore, today: date, room: int, sign: Sign = ours) -> list[Line]:
    """Count, and say what the case review asks for: what the chair must not miss."""
    counts = count_pieces(seen, today)
    if not counts:
        return []
    head, *rest = flowed(counts, room - 13)
    lines: list[Line] = [(piece("SEEN BEFORE  ", Role.HEAD), *head)]
    rest += flag_lines(seen.case_review, today, room - 13, sign)
    return lines + [((" " * 13, Role.TEXT), *row) for row in rest]


def count_pieces(seen: SeenBefore, today: date) -> list[Piece]:
    """Say how many, each count by itself."""
    counts: list[Piece] = []
    if seen.place_28_days:
        lately = str(seen.place_28_days)
        counts.append(piece("".join((lately, " here in 28 days (×", lately, ")")), Role.WARN))
    if seen.place_6_months > seen.place_28_days:
        counts.append(piece(" ".join((str(seen.place_6_months), "here in 6 months"))))
    if seen.reporter_6_months:
        counts.append(piece(" ".join((str(seen.reporter_6_months), "from this caller in 6 months"))))
    counts += flag_pieces(seen.case_review, today)
    if seen.open_actions:
        counts.append(piece(" ".join((plural(seen.open_actions, "action"), "open here"))))
    if seen.sensitive:
        counts.append(piece(" ".join((str(seen.sensitive), "sensitive, not listed"))))
    if seen.incident:
        counts.append(piece(" ".join(("same incident as", ", ".join(report_ref(one) for one in seen.incident)))))
    return counts


def earlier_pieces(earlier: Earlier, today: date, actions: int) -> list[Piece]:
    """Say when and what, then what was done and what came of it; at most so many actions."""
    words = " ".join((say_moment(earlier.received, today), report_ref(earlier.report_id), earlier.headline.lower()))
    parts = [piece("  " + words)]
    if earlier.near:
        parts.append(piece(" ".join(("near, not counted:", earlier.near)), Role.WARN))
    elif not earlier.same_place:
        parts.append(piece("same caller, elsewhere"))
    if earlier.incident:
        parts.append(piece(" ".join(("counted with", report_ref(earlier.incident)))))
    parts += [_done(action, today) for action in earlier.actions[:actions]]
    if len(earlier.actions) > actions:
        parts.append(piece(" ".join(("→", plural(len(earlier.actions) - actions, "more action")))))
    if not earlier.actions and earlier.decision:
        between = " " if earlier.decision is Decision.GROUP else ", "
        decided = between.join(part for part in (earlier.decision.value, earlier.reason) if part)
        parts.append(piece(" ".join(("→", decided))))
    if earlier.feedback is FeedbackState.GIVEN:
        parts.append(piece("told", Role.GOOD))
    return parts


def offer_words(candidate: Candidate, today: date) -> str:
    """Say why a report may tell of the same incident, when it came and where."""
    return " · ".join((candidate.why, say_moment(candidate.received, today), candidate.place or "no place"))


def earlier_row(earlier: Earlier, *, here: bool, today: date, room: int) -> tuple[Line, ...]:
    """Draw one earlier report as a row of the list: when and what, and below what was done and what came of it."""
    when, *rest = earlier_pieces(earlier, today, LISTED_ACTIONS)
    about = [part for part in rest if not part[0].startswith("→") and part[0] != "told"]
    if earlier.place:
        about.append(piece(earlier.place))
    done = [part for part in rest if part not in about] or [piece("→ not decided yet", Role.DIM)]
    first, *more = flowed([(when[0].strip(), Role.STRONG), *about], room - 4, subsequent="   ")
    head = [(arrow(here=here), *first), *(((" " * 3, Role.TEXT), *row) for row in more)]
    below = [cut((("      ", Role.TEXT), *row), room) for row in flowed(done, room - 7)]
    return _exactly([*(lit(row, here=here) for row in head[: TALL - 1]), *below], TALL, room)


def _exactly(rows: list[Line], count: int, room: int) -> tuple[Line, ...]:
    if len(rows) > count:
        rows = [*rows[: count - 1], cut((*rows[count - 1], (" …", Role.DIM)), room)]
    return (*rows, *((BLANK,) * (count - len(rows))))


def _done(action: Action, today: date) -> Piece:
    what = " ".join(("→", action.agency, action.kind + ","))
    if action.status is ActionStatus.OPEN:
        late = ", overdue" if action.due < today else ""
        return piece("".join((what, " open, due ", say_day(action.due, today), late)), Role.WARN)
    ended = ": ".join(part for part in (action.status.value, action.outcome) if part)
    return piece(" ".join((what, ended)))
