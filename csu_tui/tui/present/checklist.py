"""What is left before a meeting can be closed."""

from dataclasses import dataclass

from csu_tui.domain.agenda import Checklist, Step
from csu_tui.domain.words import StepKind
from csu_tui.tui.present.agenda import step_ref
from csu_tui.tui.present.keyed import Sign, keyed, ours
from csu_tui.tui.present.line import BLANK, Line, Role, line, piece, spread, wrapped
from csu_tui.tui.present.phrase import plural

UNDECIDED, UNREVIEWED, UNPLANNED = "Reports undecided", "Due actions not reviewed", "Feedback without a plan"
UNHEARD = "Groups not heard"


@dataclass(frozen=True, slots=True)
class Left:
    """One thing that is left, and why."""

    why: str
    step: Step


def left_over(checklist: Checklist) -> tuple[Left, ...]:
    """List all that is left: actions first, as the agenda does."""
    due = tuple(step for step in checklist.unreviewed if step.kind is StepKind.ACTION)
    unheard = tuple(step for step in checklist.unreviewed if step.kind is StepKind.GROUP)
    groups = ((UNREVIEWED, due), (UNHEARD, unheard), (UNDECIDED, checklist.undecided), (UNPLANNED, checklist.unplanned))
    return tuple(Left(why, step) for why, steps in groups for step in steps)


def checklist_lines(left: tuple[Left, ...], at: int, room: int, sign: Sign = ours) -> tuple[tuple[Line, ...], int]:
    """Lay out what is left in its groups, an arrow at one of it; also return the arrow's line."""
    if not left:
        ends = keyed("{E} ends it and writes the minutes. Escape goes back to it.", sign)
        said = wrapped(ends, room, Role.TEXT, " ", " ")
        return (BLANK, line(" NOTHING IS LEFT: THE MEETING CAN END", Role.STRONG), BLANK, *said), 0
    rows: list[Line] = [
        BLANK,
        line("".join((" ", plural(len(left), "thing"), " left before the end")).upper(), Role.STRONG),
    ]
    arrow = 0
    refs = max(len(step_ref(one.step)) for one in left)
    for index, one in enumerate(left):
        if index == 0 or left[index - 1].why != one.why:
            count = sum(other.why == one.why for other in left)
            rows += [BLANK, line("".join((" ", one.why, " (", str(count), ")")), Role.HEAD)]
        if index == at:
            arrow = len(rows)
        rows.append(_row(one.step, here=index == at, refs=refs, room=room))
    return tuple(rows), arrow


def _row(step: Step, *, here: bool, refs: int, room: int) -> Line:
    whose = "" if step.kind is StepKind.REPORT else step.agency
    what = " · ".join(part for part in (whose, step.headline, step.place.public().line()) if part)
    left = (piece(" ▶ " if here else "   ", Role.ACCENT), piece(" ".join((step_ref(step).ljust(refs), what))))
    drawn = spread(left, (piece("step " + str(step.number) + " ", Role.DIM),), room)
    return tuple((text, Role.HERE) for text, _ in drawn) if here else drawn
