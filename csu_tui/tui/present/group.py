"""A Task and Finish Group as a room reads it: by itself, in a list, and in a line of a report."""

from datetime import date

from csu_tui.domain.agenda import Step
from csu_tui.domain.dates import say_day, say_moment
from csu_tui.domain.group import Group, GroupNote, GroupReport
from csu_tui.domain.ids import ReportId
from csu_tui.domain.moment import local
from csu_tui.domain.reference import group_ref, report_ref
from csu_tui.domain.text import clean, shorten, width
from csu_tui.domain.words import About
from csu_tui.tui.present.keyed import Sign, keyed, ours
from csu_tui.tui.present.line import BLANK, Line, Piece, Role, flowed, line, piece, spread, wrapped
from csu_tui.tui.present.listing import Listed, arrow, lit
from csu_tui.tui.present.page import Page
from csu_tui.tui.present.phrase import plural
from csu_tui.tui.present.report import comment_lines, labelled, shown_piece

EMPTY = "No Task and Finish Group has been started yet."
_BEFORE, _BETWEEN, _LEAD = 8, "  ", 6
"""The cells before a group's name in the list, what stands between columns, and what a lead keeps at least."""


def group_page(
    group: Group,
    step: Step | None,
    today: date,
    room: int,
    here: ReportId | None = None,
    *,
    reveal_left: int | None = None,
    sign: Sign = ours,
) -> Page:
    """Lay a group out for a pane `room` cells wide; with its step, what the meeting heard of it.

    The report `here` has an arrow.
    """
    head = [BLANK, spread(line(group.name.upper(), Role.STRONG), (back_piece(group, today, loud=True),), room), BLANK]
    head += flowed(_facts(group, today), room)
    if not group.shown:
        hidden = keyed("Its name and words are not shown to the room: {v} shows them for 15 seconds.", sign)
        head += wrapped(hidden, room, Role.DIM)
    elif group.hidden:
        head.append((shown_piece(reveal_left),))
    head += [*wrapped(group.concern, room), BLANK] if group.concern else [BLANK]
    reports = report_lines(group, today, room, here, sign)[0]
    progress = [_note(note, today, room) for note in reversed(group.notes)]
    notes = [BLANK, line("PROGRESS", Role.HEAD), *(row for note in progress for row in note)] if progress else []
    newest = (len(reports) + 1, len(reports) + 2 + len(progress[0])) if progress else (0, 0)
    return Page(
        group_ref(group.id),
        tuple(head),
        (*reports, *notes, BLANK),
        (*_heard(group, step, room), *comment_lines(step, room)),
        newest,
    )


def back_piece(group: Group, today: date, *, loud: bool = False) -> Piece:
    """Say by when a group reports back, and how late it is, in words."""
    if group.closed is not None:
        said, role = " ".join(("closed", say_day(local(group.closed).date(), today))), Role.DIM
    elif group.report_back is None:
        said, role = "no report-back date", Role.WARN
    elif group.report_back < today:
        late = plural((today - group.report_back).days, "day")
        said, role = "".join(("due ", say_day(group.report_back, today), ", ", late, " overdue")), Role.BAD
    elif group.report_back == today:
        said, role = "reports back today", Role.WARN
    else:
        said, role = " ".join(("reports back", say_day(group.report_back, today))), Role.TEXT
    return piece(said.upper() if loud else said, role)


def _facts(group: Group, today: date) -> list[Piece]:
    facts = [piece("lead " + group.lead, Role.STRONG)]
    facts += [piece(member.called) for member in group.members]
    if group.about is About.PERSON:
        facts.append(piece("about a person"))
    facts.append(piece(plural(group.count, "report")))
    facts.append(piece("since " + say_day(local(group.opened).date(), today)))
    if group.carried_over:
        times = {1: "once", 2: "twice"}.get(group.carried_over) or plural(group.carried_over, "time")
        facts.append(piece(" ".join(("carried over", times)), Role.WARN))
    return facts


def report_lines(
    group: Group, today: date, room: int, here: ReportId | None, sign: Sign = ours
) -> tuple[list[Line], int]:
    """Lay out the reports of a group, and say on which line the arrow is."""
    lines: list[Line] = [line("REPORTS", Role.HEAD)]
    if not group.reports:
        return [*lines, line(keyed("  none yet: {+} adds some", sign), Role.DIM)], 0
    if not group.shown:
        marked = [(report_ref(one.report_id), one.report_id == here) for one in group.reports]
        pieces = [piece("▶ " + ref, Role.HERE) if at else piece(ref) for ref, at in marked]
        lines += (((piece("  "), *row)) for row in flowed(pieces, room - 2))
    for report in group.reports if group.shown else ():
        lines += _report(report, today, room, here=report.report_id == here)
    return lines, next((at for at, row in enumerate(lines) if any(role is Role.HERE for _, role in row)), 0)


def _report(report: GroupReport, today: date, room: int, *, here: bool) -> list[Line]:
    stands = report.decision.value if report.decision else "undecided"
    said = " ".join(("▶" if here else " ", report_ref(report.report_id), report.headline))
    parts = [
        piece(said, Role.HERE if here else Role.TEXT),
        piece(say_moment(report.received, today)),
        piece(report.place.line()),
        piece(stands, Role.TEXT if report.decision else Role.WARN),
        piece(plural(report.open_actions, "open action") if report.open_actions else "", Role.WARN),
        piece("feedback " + report.feedback.value),
    ]
    if report.incident != report.report_id:
        parts.insert(1, piece("same incident as " + report_ref(report.incident)))
    return flowed(parts, room, subsequent="    ")


def _note(note: GroupNote, today: date, room: int) -> list[Line]:
    when = say_day(local(note.at).date(), today)
    return flowed([piece("  " + when), piece(note.who), piece(note.text)], room, subsequent="    ")


def _heard(group: Group, step: Step | None, room: int) -> list[Line]:
    lines: list[Line] = []
    if step is not None:
        heard = piece(step.review.value, Role.GOOD) if step.review else piece("not heard yet", Role.WARN)
        lines += labelled("REPORT-BACK", [heard], room)
    if group.outcome:
        lines += labelled("OUTCOME", [piece(group.outcome)], room)
    return lines


def group_lines(
    groups: tuple[Group, ...], at: int, today: date, room: int, *, reveal_left: int | None = None, sign: Sign = ours
) -> Listed:
    """Lay the groups out, one to a line: the open ones by report-back, then the closed."""
    if not groups:
        then = keyed(
            "{g} starts one here. In a meeting {MeetingScreen.g} on a report puts it into one,"
            " with the other reports of its place or caller.",
            sign,
        )
        return Listed(
            (BLANK, *wrapped(EMPTY, room, Role.STRONG, " ", " "), BLANK, *wrapped(then, room, Role.TEXT, " ", " "))
        )
    rows: list[Line] = []
    starts: list[int] = []
    columns = _columns(groups, today, room)
    for index, group in enumerate(groups):
        if index == 0 or groups[index - 1].open != group.open:
            named = "open" if group.open else "closed"
            rows += [
                BLANK,
                line(
                    " ".join(("", plural(sum(g.open == group.open for g in groups), "group"), named)).upper(),
                    Role.STRONG,
                ),
                BLANK,
            ]
        starts.append(len(rows))
        rows.append(_row(group, today, columns, here=index == at, room=room))
        if index == at and reveal_left is not None:
            rows.append(((" " * _BEFORE, Role.TEXT), shown_piece(reveal_left)))
    return Listed(tuple(rows), tuple(starts))


def _columns(groups: tuple[Group, ...], today: date, room: int) -> tuple[int, int, int, int]:
    """Return how wide name, lead, count and report-back are; where room is short the name and the lead give way."""
    count = max(width(plural(group.count, "report")) for group in groups)
    back = max(width(back_piece(group, today)[0]) for group in groups)
    left = max(room - _BEFORE - count - back - 3 * width(_BETWEEN) - 1, 0)
    lead = min(max(width(group.lead) for group in groups), max(left // 3, _LEAD))
    name = min(max(width(group.named) for group in groups), max(left - lead, 0))
    return name, lead, count, back


def _row(group: Group, today: date, columns: tuple[int, int, int, int], *, here: bool, room: int) -> Line:
    name, lead, count, back = columns
    left = (
        arrow(here=here),
        piece(group_ref(group.id).ljust(5)),
        piece(_fitted(group.named, name), Role.STRONG if group.shown else Role.DIM),
        piece(_BETWEEN + _fitted(group.lead, lead)),
        piece(_BETWEEN + plural(group.count, "report").rjust(count)),
    )
    said, role = back_piece(group, today)
    return lit(spread(left, (piece(said.ljust(back), role), piece(" ")), room), here=here)


def _fitted(text: str, room: int) -> str:
    """Cut words to a column of `room` cells, or fill it up."""
    short = shorten(clean(text), room)
    return short + " " * (room - width(short))
