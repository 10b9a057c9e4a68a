"""The whole record of one report: every action, contact, meeting and change (SPEC 4.4)."""

from dataclasses import dataclass
from datetime import date

from csu_tui.domain.change import Change
from csu_tui.domain.dates import say_day
from csu_tui.domain.heard import Heard
from csu_tui.domain.ids import ActionId
from csu_tui.domain.item import Item
from csu_tui.domain.moment import local
from csu_tui.domain.reference import meeting_ref, report_ref
from csu_tui.domain.words import MeetingState
from csu_tui.tui.present.duty import record_lines
from csu_tui.tui.present.feedback import contact_lines
from csu_tui.tui.present.keyed import Sign, ours
from csu_tui.tui.present.line import BLANK, Line, Piece, Role, flowed, line, piece
from csu_tui.tui.present.listing import arrow
from csu_tui.tui.present.page import Page
from csu_tui.tui.present.report import (
    about_lines,
    action_lines,
    headline_lines,
    in_group_lines,
    ledger_lines,
    narrative_lines,
)
from csu_tui.tui.present.seen import seen_lines


@dataclass(frozen=True, slots=True)
class Record:
    """What is drawn of a report by itself; `chosen` is the action at the arrow, None where that is at the report."""

    item: Item
    heard: tuple[Heard, ...]
    changes: tuple[Change, ...]
    chosen: ActionId | None = None


def record_page(
    record: Record, today: date, room: int, *, reveal_left: int | None = None, sign: Sign = ours
) -> tuple[Page, int]:
    """Lay the record out, and say on which line of the middle the arrow is."""
    item = record.item
    head = (BLANK, *headline_lines(item, room), *about_lines(item.report, today, room, reveal_left=reveal_left), BLANK)
    middle = [*narrative_lines(item.report, room, sign)]
    if seen := seen_lines(item.seen_before, today, room, sign):
        middle += [BLANK, *seen]
    at = 0
    middle += [BLANK, line("ACTIONS" if item.actions else "ACTIONS  none", Role.HEAD)]
    for action in item.actions:
        here = action.id == record.chosen
        first, *rest = action_lines(action, today, room - 2, outcome=True)
        at = len(middle) if here else at
        middle.append((arrow(here=here), *_stripped(first)))
        middle += rest
    if item.contacts:
        middle += [BLANK, line("CONTACTS", Role.HEAD), *contact_lines(item.contacts, today, room)]
    if record.heard:
        middle += [BLANK, line("MEETINGS", Role.HEAD)]
        for heard in record.heard:
            middle += flowed(_heard(heard, today), room, subsequent="    ")
    middle += [*record_lines(record.changes, today, room), BLANK]
    foot = (*in_group_lines(item, today, room), *ledger_lines(item, today, room))
    return Page(report_ref(item.report.id), head, tuple(middle), foot), at


def _stripped(drawn: Line) -> Line:
    """Give the room before an action to the arrow."""
    (text, role), *rest = drawn
    return ((text.lstrip(), role), *rest)


def _heard(heard: Heard, today: date) -> list[Piece]:
    when = say_day(local(heard.start).date(), today)
    decision = heard.decision.value if heard.decision else "undecided"
    if heard.linked_id:
        decision = " ".join((decision, "as", report_ref(heard.linked_id)))
    return [
        piece(" ".join((" ", meeting_ref(heard.meeting_id), when))),
        piece("open now" if heard.state is MeetingState.OPEN else "", Role.WARN),
        piece(decision, Role.GOOD if heard.decision else Role.WARN),
        piece(heard.reason),
        piece(heard.comment),
    ]
