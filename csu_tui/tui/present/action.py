"""One action under review, with the report it was made for."""

from datetime import date

from csu_tui.domain.action import Action
from csu_tui.domain.item import Item
from csu_tui.domain.reference import action_ref, report_ref
from csu_tui.domain.words import ActionStatus
from csu_tui.tui.present.feedback import contact_lines
from csu_tui.tui.present.keyed import Sign, ours
from csu_tui.tui.present.line import BLANK, Line, Role, flowed, line, piece, wrapped
from csu_tui.tui.present.page import Page
from csu_tui.tui.present.phrase import carried_piece, due_piece
from csu_tui.tui.present.report import (
    about_lines,
    action_lines,
    comment_lines,
    headline_lines,
    labelled,
    ledger_lines,
    narrative_lines,
)


def action_page(
    item: Item, action: Action, today: date, room: int, *, reveal_left: int | None = None, sign: Sign = ours
) -> Page:
    """Lay an action out for a pane `room` cells wide: what was to be done first, then the report behind it."""
    foot = (*_review(item, action, room), *ledger_lines(item, today, room), *comment_lines(item.step, room))
    middle = action_middle(item, action, today, room, reveal_left=reveal_left, sign=sign)
    return Page(action_ref(action.id), action_head(item, action, today, room), (*middle, BLANK), foot)


def action_middle(
    item: Item, action: Action, today: date, room: int, *, reveal_left: int | None = None, sign: Sign = ours
) -> list[Line]:
    """Lay out the report behind an action, its other open actions and the contacts."""
    others = [other for other in item.actions if other.id != action.id and other.status is ActionStatus.OPEN]
    middle: list[Line] = [
        line(" ".join(("REPORT", report_ref(item.report.id))), Role.HEAD),
        *about_lines(item.report, today, room, reveal_left=reveal_left),
        BLANK,
        *narrative_lines(item.report, room, sign),
    ]
    if others:
        middle += [BLANK, line("OTHER OPEN ACTIONS", Role.HEAD)]
        for other in others:
            middle += action_lines(other, today, room)
    if item.contacts:
        middle += [BLANK, line("CONTACTS", Role.HEAD), *contact_lines(item.contacts, today, room)]
    return middle


def action_head(item: Item, action: Action, today: date, room: int) -> tuple[Line, ...]:
    """Say what was to be done, by whom and by when."""
    words = action.text or action.kind
    kind = action.kind if action.text else ""
    return (
        BLANK,
        *headline_lines(item, room),
        BLANK,
        *flowed([piece(action.agency, Role.STRONG), piece(action.officer or "no officer named"), piece(kind)], room),
        *wrapped(words, room, Role.STRONG),
        *flowed([due_piece(action.due, action.status, today), carried_piece(action)], room),
        BLANK,
    )


def _review(item: Item, action: Action, room: int) -> list[Line]:
    review = item.step.review if item.step else None
    if review is None:
        parts = [piece("not reviewed yet", Role.WARN)]
    else:
        parts = [piece(review.value, Role.GOOD), piece(action.outcome)]
    return labelled("REVIEW", parts, room)
