"""What an officer has to do, as rows of a long list: actions, and answers owed."""

from datetime import date

from csu_tui.domain.action import Action
from csu_tui.domain.dates import say_day
from csu_tui.domain.feedback import OWED, settled
from csu_tui.domain.ledger import Feedback
from csu_tui.domain.listed import ListedAction, ListedFeedback
from csu_tui.domain.moment import local
from csu_tui.domain.reference import action_ref, report_ref
from csu_tui.domain.words import ActionStatus, FeedbackState
from csu_tui.tui.present.line import Line, Piece, Role, column, piece, spread
from csu_tui.tui.present.listing import arrow, lit
from csu_tui.tui.present.phrase import plural

_AGENCY = 12
"""Cells of the column of agencies."""


def action_row(
    listed: ListedAction, *, here: bool, room: int, today: date, named: bool, tall: int = 1
) -> tuple[Line, ...]:
    """Draw an action: number, whose where `named`, what, where, and by when in words; in one line or two."""
    action = listed.action
    left = [arrow(here=here), piece(action_ref(action.id).ljust(6))]
    if named:
        left.append(piece(column(action.agency, _AGENCY)))
    left.append(piece(action.kind))
    right = (piece(" "), _stands_action(action, today), piece(" "))
    carried = piece("".join((" carried ", str(action.carried_over), "×")) if action.carried_over else "", Role.WARN)
    return _rows(left, what_piece(listed), (carried,), right, here=here, room=room, tall=tall)


def feedback_row(listed: ListedFeedback, *, here: bool, room: int, today: date, tall: int = 1) -> tuple[Line, ...]:
    """Draw a line of the ledger: whose job, what, where, how they want it, how often tried, and by when."""
    line = listed.feedback
    left = [arrow(here=here), piece(report_ref(line.report_id).ljust(6)), piece(column(line.agency, _AGENCY))]
    how = [] if settled(line) else [piece(" by " + listed.route if listed.route else ""), *_tried(line)]
    right = (piece("  "), _stands(line, today), piece(" "))
    return _rows(left, what_piece(listed), tuple(how), right, here=here, room=room, tall=tall)


def what_piece(listed: ListedAction | ListedFeedback) -> Piece:
    """Say what and where, as a room may read it."""
    return piece(" · ".join(part for part in (listed.headline, listed.place.line()) if part))


def _rows(
    left: list[Piece], what: Piece, more: Line, right: Line, *, here: bool, room: int, tall: int
) -> tuple[Line, ...]:
    if tall == 1:
        return (lit(spread((*left, piece("  "), what), (*more, *right), room), here=here),)
    under = spread((piece(" " * 9), what), (*more, piece(" ")), room)
    return lit(spread(tuple(left), right, room), here=here), lit(under, here=here)


def _stands_action(action: Action, today: date) -> Piece:
    if action.status is not ActionStatus.OPEN:
        return piece(action.status.value, Role.GOOD if action.status is ActionStatus.DONE else Role.WARN)
    return _by(action.due, today)


def _by(due: date, today: date) -> Piece:
    if due < today:
        return piece(plural((today - due).days, "day") + " overdue", Role.BAD)
    return piece("due today", Role.WARN) if due == today else piece("by " + say_day(due, today))


def _tried(line: Feedback) -> list[Piece]:
    if line.attempts:
        return [piece(" " + plural(line.attempts, "try", "tries"), Role.WARN)]
    return [piece(" tried", Role.WARN)] if line.state is FeedbackState.ATTEMPTED else []


def _stands(line: Feedback, today: date) -> Piece:
    if line.state in OWED:
        return _by(line.due, today) if line.due else piece("no date", Role.WARN)
    if line.state is FeedbackState.VIA_ORGANISATION:
        return piece("told via organisation", Role.GOOD) if line.via_done else piece("organisation tells", Role.WARN)
    if line.state is FeedbackState.GIVEN:
        day = " " + say_day(local(line.told).date(), today) if line.told else ""
        return piece("told" + day, Role.GOOD)
    return piece(line.state.value, Role.DIM)
