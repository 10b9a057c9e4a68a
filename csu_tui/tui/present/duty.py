"""One duty beside the list: an action with its report, contacts, feedback and record; or a report owed an answer."""

from datetime import date

from csu_tui.domain.action import Action
from csu_tui.domain.change import Change
from csu_tui.domain.dates import say_day
from csu_tui.domain.item import Item
from csu_tui.domain.moment import local
from csu_tui.domain.reference import action_ref, report_ref
from csu_tui.domain.words import ActionStatus
from csu_tui.tui.present.action import action_head, action_middle
from csu_tui.tui.present.feedback import contact_lines
from csu_tui.tui.present.keyed import Sign, ours
from csu_tui.tui.present.line import BLANK, Line, Role, flowed, line, piece
from csu_tui.tui.present.page import Page
from csu_tui.tui.present.report import (
    about_lines,
    action_lines,
    headline_lines,
    labelled,
    ledger_lines,
    narrative_lines,
)

NEWEST = 12
"""Entries of the record that are drawn; all of them are in `csu-tui show`."""


def action_duty(
    item: Item,
    action: Action,
    record: tuple[Change, ...],
    today: date,
    room: int,
    *,
    reveal_left: int | None,
    sign: Sign = ours,
) -> Page:
    """Lay out an action at a desk."""
    head = action_head(item, action, today, room)
    details: tuple[Line, ...] = ()
    if (
        reveal_left is not None
    ):  # for these seconds they come before the task, so that they are seen where room is short
        about = about_lines(item.report, today, room, reveal_left=reveal_left)
        head, details = (BLANK, *headline_lines(item, room), *about, BLANK), head[3:]
    middle = [
        *details,
        *action_middle(item, action, today, room, reveal_left=reveal_left, sign=sign),
        *record_lines(record, today, room),
        BLANK,
    ]
    foot = ledger_lines(item, today, room)
    if action.outcome:
        foot = [*labelled("OUTCOME", [piece(action.status.value, Role.GOOD), piece(action.outcome)], room), *foot]
    return Page(action_ref(action.id), head, tuple(middle), tuple(foot))


def feedback_duty(
    item: Item,
    record: tuple[Change, ...],
    route: str,
    today: date,
    room: int,
    *,
    reveal_left: int | None,
    sign: Sign = ours,
) -> Page:
    """Lay out a report whose reporter is owed an answer: what was done, so that it can be told."""
    head = [BLANK, *headline_lines(item, room), BLANK]
    head += [*about_lines(item.report, today, room, reveal_left=reveal_left), BLANK]
    middle: list[Line] = [*narrative_lines(item.report, room, sign)]
    if item.actions:
        middle += [BLANK, line("WHAT WAS DONE", Role.HEAD)]
        for action in item.actions:
            middle += action_lines(action, today, room, outcome=action.status is not ActionStatus.OPEN)
    if item.contacts:
        middle += [BLANK, line("CONTACTS", Role.HEAD), *contact_lines(item.contacts, today, room)]
    middle += [*record_lines(record, today, room), BLANK]
    foot = ledger_lines(item, today, room)
    if route:
        foot += labelled("WANTS IT", [piece("by " + route)], room)
    return Page(report_ref(item.report.id), tuple(head), tuple(middle), tuple(foot))


def record_lines(record: tuple[Change, ...], today: date, room: int) -> list[Line]:
    """Say who changed what and when, the newest first."""
    if not record:
        return []
    lines: list[Line] = [BLANK, line("RECORD", Role.HEAD)]
    for change in sorted(record, key=lambda one: one.id, reverse=True)[:NEWEST]:
        at = local(change.at)
        when = " ".join((say_day(at.date(), today), at.strftime("%H:%M")))
        lines += flowed([piece("  " + when), piece(change.who), piece(change.said)], room, subsequent="    ")
    if len(record) > NEWEST:
        lines.append(line(" ".join(("  … and", str(len(record) - NEWEST), "older")), Role.DIM))
    return lines
