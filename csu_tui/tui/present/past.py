"""The meetings held, as a list."""

from csu_tui.domain.dates import say_day
from csu_tui.domain.meeting import Meeting
from csu_tui.domain.moment import local
from csu_tui.domain.reference import meeting_ref
from csu_tui.domain.words import MeetingState
from csu_tui.tui.present.line import BLANK, Line, Role, line, piece, spread, wrapped
from csu_tui.tui.present.listing import Listed, arrow, lit
from csu_tui.tui.present.phrase import plural

STATES = {
    MeetingState.OPEN: ("open now", Role.WARN),
    MeetingState.CLOSED: ("closed", Role.GOOD),
    MeetingState.ABANDONED: ("abandoned", Role.DIM),
}


def past_lines(meetings: tuple[Meeting, ...], at: int, room: int) -> Listed:
    """Lay the meetings out, newest first, one to a line."""
    if not meetings:
        return Listed((BLANK, *wrapped("No meeting has been held yet.", room, Role.STRONG, " ", " ")))
    head = line(" " + plural(len(meetings), "meeting").upper(), Role.STRONG)
    rows = tuple(_row(meeting, here=index == at, room=room) for index, meeting in enumerate(meetings))
    return Listed((BLANK, head, BLANK, *rows), tuple(range(3, 3 + len(rows))))


def _row(meeting: Meeting, *, here: bool, room: int) -> Line:
    start = local(meeting.start)
    hours = f"{start:%H:%M}" + (f"–{local(meeting.end):%H:%M}" if meeting.end else "")
    words, role = STATES[meeting.state]
    said = "  ".join(
        (
            meeting_ref(meeting.id).ljust(5),
            say_day(start.date(), start.date()).rjust(10) + f" {start.year}",
            hours.ljust(11),
            meeting.chair,
        )
    )
    return lit(spread((arrow(here=here), piece(said)), (piece(words + " ", role),), room), here=here)
