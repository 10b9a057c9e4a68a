"""What waits, in words for the room."""

from csu_tui.domain.agenda import Opening
from csu_tui.domain.dates import say_day
from csu_tui.domain.meeting import Meeting
from csu_tui.domain.moment import local
from csu_tui.domain.reference import meeting_ref
from csu_tui.domain.words import MeetingState
from csu_tui.tui.present.hotspot import hotspot_block
from csu_tui.tui.present.keyed import Sign, keyed, ours
from csu_tui.tui.present.line import BLANK, Line, Role, cut, line_width, piece, wrapped
from csu_tui.tui.present.phrase import plural, window_words

MARGIN = 4
FOLLOWS = "This screen is read-only: it follows once the meeting is opened on another."
LAST = 5
"""How many past meetings are listed."""
FEW, TWO_COLUMNS = 4, 60
"""As many sources have a line each; cells from which more of them stand in two columns."""


def opening_lines(
    opening: Opening,
    meetings: tuple[Meeting, ...],
    database: str,
    room: int,
    *,
    read_only: bool = False,
    sign: Sign = ours,
) -> tuple[Line, ...]:
    """Lay out the screen before a meeting in `room` cells; what waits comes first, large and alone on its line.

    A read-only screen is not told what it cannot do.
    """
    inner = max(room - 2 * MARGIN, 10)
    body: list[Line] = [BLANK, *wrapped(opening.unit, inner, Role.HEAD)]
    body += [*wrapped("Reports received " + window_words(opening.window), inner), BLANK]
    body += _reports(opening, inner, read_only, sign) if opening.reports else _none(inner, read_only, sign)
    body += [BLANK, *_due(opening, inner, sign)]
    ready = bool(opening.reports or opening.actions_overdue or opening.actions_due_today or opening.groups_due)
    enter = (piece(sign("Enter"), Role.KEY), piece(" opens the meeting." if ready else " opens it all the same."))
    body += [BLANK, *((enter,) if not read_only else wrapped(FOLLOWS, inner))]
    body += [BLANK, *hotspot_block(opening.hotspots, inner, sign)] if opening.hotspots else []
    body += [BLANK, *_past(meetings, inner)]
    body += wrapped("Database " + database, inner, Role.DIM)
    return tuple((piece(" " * MARGIN), *row) if row else BLANK for row in body)


def _reports(opening: Opening, room: int, read_only: bool, sign: Sign) -> list[Line]:
    verb = "waits" if opening.reports == 1 else "wait"
    lines: list[Line] = [(piece(" ".join((plural(opening.reports, "REPORT", "REPORTS"), verb.upper())), Role.STRONG),)]
    marks = [
        plural(count, noun, noun) for count, noun in ((opening.held_over, "held over"), (opening.late, "late")) if count
    ]
    if marks:
        lines += wrapped("of these " + ", ".join(marks), room, Role.WARN)
    if opening.first and opening.late and not read_only:
        first = keyed("This is the first meeting: {H} makes all late reports history, in one stroke.", sign)
        lines += wrapped(first, room)
    lines.append(BLANK)
    return [*lines, *_sources(opening.reports_by_source, room)]


def _sources(sources: tuple[tuple[str, int], ...], room: int) -> list[Line]:
    """List the sources with their counts; many of them in two columns, so that what follows is seen at 80×24."""
    figures = max(len(str(count)) for _, count in sources) + 2
    if len(sources) <= FEW or room < TWO_COLUMNS:
        return [
            row
            for source, count in sources
            for row in wrapped(source, room, Role.TEXT, str(count).rjust(figures) + "  ", " " * (figures + 2))
        ]
    half, left = -(-len(sources) // 2), room // 2
    cells = [cut((piece(str(count).rjust(figures) + "  " + source),), left - 2) for source, count in sources]
    right = (*cells[half:], *(BLANK,) * (2 * half - len(cells)))
    gaps = (left - line_width(cell) for cell in cells[:half])
    return [
        (*one, piece(" " * gap), *other) if other else one
        for one, other, gap in zip(cells[:half], right, gaps, strict=True)
    ]


def _none(room: int, read_only: bool, sign: Sign) -> list[Line]:
    none = (piece("NO REPORTS WAIT", Role.STRONG),)
    if read_only:
        return [none]
    return [
        none,
        BLANK,
        *wrapped(keyed("To bring some in, leave with {ctrl+q} and import a file: csu-tui import FILE", sign), room),
        *wrapped(
            keyed("A report can also be raised in the meeting itself, with the key {MeetingScreen.+}.", sign), room
        ),
    ]


def _due(opening: Opening, room: int, sign: Sign) -> list[Line]:
    report_back = keyed("group reports back: {t} shows it", sign), keyed("groups report back: {t} shows them", sign)
    facts = (
        (opening.actions_overdue, "action overdue", "actions overdue", Role.BAD),
        (opening.actions_due_today, "action due today", "actions due today", Role.WARN),
        (opening.groups_due, *report_back, Role.WARN),
        (
            opening.feedback_overdue,
            "resident waits too long for an answer",
            "residents wait too long for an answer",
            Role.BAD,
        ),
    )
    lines = [line for n, one, many, role in facts if n for line in wrapped(plural(n, one, many), room, role)]
    return [*(lines or wrapped("No action and no feedback is overdue.", room, Role.GOOD)), *_sent(opening, room, sign)]


def _sent(opening: Opening, room: int, sign: Sign) -> list[Line]:
    """Say what sources sent since: new text for reports decided, and conflicts that only a person can settle."""
    lines: list[Line] = []
    if opening.updated:
        said = plural(opening.updated, "decided report was updated since", "decided reports were updated since")
        lines += wrapped(said + " by the source", room, Role.WARN)
    if opening.conflicts:
        one, many = keyed("conflict waits: {c} settles it", sign), keyed("conflicts wait: {c} settles them", sign)
        said = plural(opening.conflicts, one, many)
        lines += wrapped(said, room, Role.WARN)
    return lines


def _past(meetings: tuple[Meeting, ...], room: int) -> list[Line]:
    held = [meeting for meeting in meetings if meeting.state is MeetingState.CLOSED][:LAST]
    if not held:
        return wrapped("This will be the unit's first meeting.", room, Role.DIM)
    lines = wrapped("Last meetings", room, Role.HEAD)
    for meeting in held:
        day = local(meeting.start).date()
        said = "  ".join((meeting_ref(meeting.id), " ".join((say_day(day, day), str(day.year))), meeting.chair))
        lines += wrapped(said, room, Role.TEXT, "  ", "      ")
    return lines
