"""One report as the room reads it; personal details only where the item carries them."""

from datetime import date

from csu_tui.domain.action import Action
from csu_tui.domain.agenda import Step
from csu_tui.domain.dates import say_day, say_moment
from csu_tui.domain.group import called
from csu_tui.domain.ids import MeetingId
from csu_tui.domain.item import Item
from csu_tui.domain.moment import local
from csu_tui.domain.reference import action_ref, group_ref, meeting_ref, report_ref
from csu_tui.domain.report import Report
from csu_tui.domain.words import ActionStatus, Decision, ReporterKind, Risk
from csu_tui.tui.present.feedback import contact_lines, feedback_pieces
from csu_tui.tui.present.keyed import Sign, keyed, ours
from csu_tui.tui.present.line import BLANK, Line, Piece, Role, flowed, line, piece, spread, wrapped
from csu_tui.tui.present.page import Page, capped
from csu_tui.tui.present.phrase import carried_piece, due_piece, plural
from csu_tui.tui.present.seen import seen_head, seen_lines

_RISK = {Risk.STANDARD: Role.TEXT, Risk.MEDIUM: Role.WARN, Risk.HIGH: Role.BAD}
_LABEL = 13
"""Cells of the column of DECISION, FEEDBACK, COMMENT."""


def report_page(
    item: Item,
    meeting_id: MeetingId | None,
    today: date,
    room: int,
    *,
    reveal_left: int | None = None,
    sign: Sign = ours,
) -> Page:
    """Lay a report out for a pane `room` cells wide."""
    report = item.report
    narrative = narrative_lines(report, room, sign)
    seen = len(narrative) + 1
    return Page(
        report_ref(report.id),
        (BLANK, *headline_lines(item, room), BLANK, *about_lines(report, today, room, reveal_left=reveal_left), BLANK),
        (*narrative, *_middle(item, meeting_id, today, room, sign)),
        (
            *held_lines(item, today, room),
            *_decision(item, meeting_id, today, room),
            *in_group_lines(item, today, room),
            *ledger_lines(item, today, room),
            *comment_lines(item.step, room),
        ),
        (seen, seen + len(seen_head(item.seen_before, today, room, sign))),
        (line("EARLIER REPORTS", Role.HEAD),) if item.seen_before.earlier else (),
    )


def headline_lines(item: Item, room: int) -> list[Line]:
    """Draw the headline alone on its line, upper case, its risk and marks in words to the right."""
    report, step = item.report, item.step
    marks: list[Piece] = []
    if step and step.held_over:
        marks.append(piece("HELD OVER  ", Role.WARN))
    if step and step.late:
        marks.append(piece("LATE  ", Role.WARN))
    if step and step.raised:
        marks.append(piece("RAISED TODAY  ", Role.WARN))
    marks.append(piece(report.risk.value.upper(), _RISK[report.risk]))
    return [spread(line(report.headline.upper(), Role.STRONG), tuple(marks), room)]


def about_lines(report: Report, today: date, room: int, *, reveal_left: int | None = None) -> list[Line]:
    """Say where, from whom, when, and who reported it."""
    place = report.place.line() or "no place given"
    received = " ".join(("received", say_moment(report.received, today)))
    if report.received.day > today:
        received += ", in the future"
    parts = [piece(report.source), piece(report.source_ref), piece(received)]
    if report.occurred:
        parts.append(piece(" ".join(("happened", say_moment(report.occurred, today)))))
    kind = report.reporter.kind
    hidden = not report.shown and kind not in (ReporterKind.ANONYMOUS, ReporterKind.NOT_STATED)
    who = "reporter not stated" if kind is ReporterKind.NOT_STATED else kind.value
    parts.append(piece(who + ", details hidden" if hidden else who))
    if report.reporter.feedback_wanted is False:
        parts.append(piece("wants no feedback"))
    if report.qualifier:
        parts.append(piece(" ".join(("qualifier", report.qualifier.value))))
    lines = [*wrapped(place, room, Role.STRONG), *flowed(parts, room)]
    return [*lines, *_personal(report, room, reveal_left=reveal_left)] if report.shown else lines


def _personal(report: Report, room: int, *, reveal_left: int | None) -> list[Line]:
    who = report.reporter
    parts = [shown_piece(reveal_left), piece(report.category if report.sensitive else "")]
    parts += [piece(text, Role.STRONG) for text in (who.name, who.phone, who.email)]
    parts.append(piece(" ".join(("by", who.route)) if who.route else ""))
    return flowed(parts, room)


def shown_piece(reveal_left: int | None) -> Piece:
    """Say that details are shown, and for how many seconds still where they are not for the whole sitting."""
    seconds = "" if reveal_left is None else " ".join((" for", plural(reveal_left, "second")))
    return piece("DETAILS SHOWN" + seconds, Role.BAD)


def narrative_lines(report: Report, room: int, sign: Sign = ours) -> list[Line]:
    """Write out what the source says, at most 20,000 signs of it."""
    if report.sensitive and not report.shown:
        said = keyed("The words of a sensitive report are not shown to the room: {v} shows them for 15 seconds.", sign)
        return wrapped(said, room, Role.DIM)
    title, cut_title = capped(report.called)
    text, cut_text = capped(report.text)
    lines: list[Line] = []
    if title and title.strip().casefold() != report.category.casefold():
        lines += wrapped(title, room, Role.STRONG)
    lines += cut_title
    if text and text != title:
        lines += wrapped(text, room)
    lines += cut_text
    return lines


def _middle(item: Item, meeting_id: MeetingId | None, today: date, room: int, sign: Sign) -> list[Line]:
    lines: list[Line] = []
    if seen := seen_lines(item.seen_before, today, room, sign):
        lines += [BLANK, *seen]
    if earlier := [action for action in item.actions if not _in_foot(action, meeting_id)]:
        lines += [BLANK, line("EARLIER ACTIONS", Role.HEAD)]
        for action in earlier:
            lines += action_lines(action, today, room, outcome=True)
    if item.contacts:
        lines += [BLANK, line("CONTACTS", Role.HEAD), *contact_lines(item.contacts, today, room)]
    return [*lines, BLANK]


def _in_foot(action: Action, meeting_id: MeetingId | None) -> bool:
    return action.status is ActionStatus.OPEN or (meeting_id is not None and action.meeting_id == meeting_id)


def _decision(item: Item, meeting_id: MeetingId | None, today: date, room: int) -> list[Line]:
    step = item.step
    if step is None:  # by itself, outside a meeting: no decision, but what is open all the same
        open_now = [action for action in item.actions if _in_foot(action, meeting_id)]
        return [row for action in open_now for row in action_lines(action, today, room)]
    parts: list[Piece] = []
    if step.taken_back:
        parts.append(piece("taken back: the source withdrew it", Role.WARN))
    elif step.history:
        parts.append(piece("history: the backlog of before the first meeting", Role.WARN))
    elif step.decision is None:
        parts.append(piece("undecided", Role.WARN))
    elif step.decision is Decision.SAME_INCIDENT and step.linked_id is not None:
        parts.append(piece(" ".join(("same incident as", report_ref(step.linked_id))), Role.GOOD))
    else:
        parts.append(piece(step.decision.value, Role.GOOD))
    parts.append(piece(step.reason))
    lines = labelled("DECISION", parts, room)
    for action in item.actions:
        if _in_foot(action, meeting_id):
            lines += action_lines(action, today, room)
    return lines


def action_lines(action: Action, today: date, room: int, *, outcome: bool = False) -> list[Line]:
    """Say one action: number, agency, officer, kind or words, by when."""
    words = action.text or action.kind
    parts = [
        piece(" ".join((" ", action_ref(action.id), action.agency))),
        piece(action.officer),
        piece(words),
        due_piece(action.due, action.status, today),
        carried_piece(action),
        piece(action.outcome if outcome else ""),
    ]
    return flowed(parts, room, subsequent="    ")


def held_lines(item: Item, today: date, room: int) -> list[Line]:
    """Say which meeting held it over, and why; nothing where none did."""
    if item.held is None:
        return []
    when = " ".join((meeting_ref(item.held.meeting_id), say_day(local(item.held.start).date(), today)))
    parts = [piece(when), piece(item.held.reason, Role.WARN), piece(item.held.comment)]
    return labelled("HELD OVER", parts, room)


def in_group_lines(item: Item, today: date, room: int) -> list[Line]:
    """Say which Task and Finish Group works on it; nothing where none does."""
    if not item.groups:
        return []
    one = item.groups[0]
    ref = group_ref(one.group_id)
    named = ref if one.name == called(one.group_id) else " ".join((ref, one.name))
    back = " ".join(("reports back", say_day(one.report_back, today))) if one.report_back else "no report-back date"
    parts = [piece(named), piece(one.lead), piece("closed" if one.closed else back)]
    return labelled("GROUP", parts, room)


def ledger_lines(item: Item, today: date, room: int) -> list[Line]:
    """Say where the feedback stands, and which other reports the same answer tells."""
    parts = feedback_pieces(item.feedback, today)
    if item.told_with:
        parts.append(piece(" ".join(("one answer with", ", ".join(report_ref(one) for one in item.told_with)))))
    return labelled("FEEDBACK", parts, room)


def comment_lines(step: Step | None, room: int) -> list[Line]:
    """Write out the comment for the minutes."""
    return labelled("COMMENT", [piece(step.comment)], room) if step and step.comment else []


def labelled(label: str, parts: list[Piece], room: int) -> list[Line]:
    """Put a label before what it says, other lines below the first word."""
    head, *rest = flowed(parts, max(room - _LABEL, 10)) or [BLANK]
    first: Line = (piece(label.ljust(_LABEL), Role.HEAD), *head)
    return [first, *(((" " * _LABEL, Role.TEXT), *row) for row in rest)]
