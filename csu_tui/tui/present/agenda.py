"""The agenda as lines: what is due first, then the reports, each with its mark and what was resolved."""

from csu_tui.domain.agenda import Step
from csu_tui.domain.reference import action_ref, group_ref, report_ref
from csu_tui.domain.text import clean, width
from csu_tui.domain.words import Decision, Review, Risk, StepKind
from csu_tui.tui.present.line import Line, Piece, Role, column, line, piece, spread
from csu_tui.tui.present.phrase import plural

OWNERS_ROOM = 16
"""Cells that the owners may take in a row; more are counted."""
AGENCY_ROOM = (11, 18)
"""Cells of the column of agencies, least and most: what an action is about begins below each other."""
KIND_FROM = 60
"""Cells from which a row says the kind of an action too."""
REVIEWED = {
    Review.DONE: "done",
    Review.NOT_POSSIBLE: "not possible",
    Review.NOT_UNDERTAKEN: "not undertaken",
    Review.CARRIED_OVER: "carried",
    Review.HANDED_OVER: "handed over",
    Review.REPORTED_BACK: "reported",
    Review.CLOSED: "closed",
}


def rows(steps: tuple[Step, ...]) -> tuple[Step | str, ...]:
    """Group the steps under their headings, in the agenda's own order."""
    found: list[Step | str] = []
    heading = ""
    for step in steps:
        wanted = "Reports" if step.kind is StepKind.REPORT else "Actions due"
        if wanted != heading:
            heading = wanted
            found.append(heading)
        found.append(step)
    return tuple(found)


def row_line(row: Step | str, *, here: bool, room: int) -> Line:
    """Draw one row; `here` marks the step on screen."""
    if isinstance(row, str):
        return line(" " + row, Role.HEAD)
    left = [_mark(row, here=here), piece(step_ref(row).ljust(5) + " "), *_subject(row, room)]
    right = _right(row, room)
    drawn = spread(tuple(left), (*right, (" ", Role.TEXT)), room)
    return tuple((text, Role.HERE) for text, _ in drawn) if here else drawn


def summary(steps: tuple[Step, ...], number: int) -> Line:
    """Say in one line how far the meeting is: `▶ 7 of 23 · 4 undecided`."""
    undecided = sum(not step.settled and not step.gone for step in steps if step.kind is StepKind.REPORT)
    unheard = sum(not step.settled for step in steps if step.kind is StepKind.ACTION)
    groups = sum(not step.settled for step in steps if step.kind is StepKind.GROUP)
    words = [piece(" ".join((" ▶", str(number), "of", str(len(steps)))), Role.STRONG)]
    due = [plural(count, noun) for count, noun in ((unheard, "action"), (groups, "group")) if count]
    if due:
        words.append(piece("".join((" · ", ", ".join(due), " to review")), Role.WARN))
    words.append(
        piece("".join((" · ", str(undecided), " undecided")), Role.WARN)
        if undecided
        else piece(" · all decided", Role.GOOD)
    )
    return tuple(words)


def _mark(step: Step, *, here: bool) -> Piece:
    return piece("".join(("▶" if here else " ", "✓" if step.settled else " ", " ")), Role.GOOD)


def step_ref(step: Step) -> str:
    """Return whose step it is, as people say it: `A2207`, `T3` or `R1042`."""
    if step.action_id is not None:
        return action_ref(step.action_id)
    return group_ref(step.group_id) if step.group_id is not None else report_ref(step.report_id)


def _subject(step: Step, room: int) -> list[Piece]:
    if step.kind is not StepKind.REPORT:
        whose = column(clean(step.agency), min(max(room // 3, AGENCY_ROOM[0]), AGENCY_ROOM[1]))
        return [(whose, Role.TEXT), piece(_what(step), Role.DIM)]
    if step.gone:
        return [piece("taken back" if step.taken_back else "history", Role.DIM)]
    if step.decision is Decision.TASK:
        return [piece("task")]
    if step.decision is not None:
        words = {Decision.GROUP: "group"}.get(step.decision, step.decision.value)
        return [piece(words)]
    role = Role.BAD if step.risk is Risk.HIGH else Role.TEXT
    return [piece(step.headline, role)]


def _what(step: Step) -> str:
    """Say what an action or a group is about, as a room may read it."""
    if step.kind is StepKind.GROUP:
        return "" if step.sensitive else step.headline
    street = "" if step.sensitive else step.place.street or step.place.locality
    return " · ".join(part for part in (step.headline, street) if part)


def _right(step: Step, room: int) -> list[Piece]:
    if step.kind is not StepKind.REPORT:
        if step.review:
            return [piece(" " + REVIEWED[step.review])]
        return [piece(step.task, Role.DIM)] if room >= KIND_FROM else []
    if step.settled:
        return _owners(step)
    words = []
    if step.risk is Risk.HIGH:
        words.append(piece(" HIGH", Role.BAD))
    if step.held_over:
        words.append(piece(" HELD", Role.WARN))
    if step.late:
        words.append(piece(" LATE", Role.WARN))
    if step.raised:
        words.append(piece(" NEW", Role.WARN))
    if step.seen:
        words.append(piece(" ×" + str(step.seen), Role.WARN))
    return words


def _owners(step: Step) -> list[Piece]:
    if not step.owners:
        return []
    named = ", ".join(step.owners)
    short = "".join((step.owners[0], " +", str(len(step.owners) - 1)))
    return [piece(" " + (named if width(named) <= OWNERS_ROOM else short))]
