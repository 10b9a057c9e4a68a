"""What came of a meeting that has just been closed."""

from csu_tui.domain.reference import meeting_ref
from csu_tui.domain.stroke import Closed
from csu_tui.tui.present.keyed import Sign, keyed, ours
from csu_tui.tui.present.line import BLANK, Line, Role, line, wrapped


def closed_lines(closed: Closed, room: int, sign: Sign = ours, command: str = "csu-tui") -> tuple[Line, ...]:
    """Say where the minutes are, or why not and how to write them; and how to send them outside."""
    reference = meeting_ref(closed.meeting_id)
    inner, margin = max(room - 4, 10), "    "
    lines: list[Line] = [BLANK, line(margin + reference + " IS CLOSED", Role.STRONG), BLANK]
    if closed.minutes is not None:
        lines += [line(margin + "Its minutes are in"), *wrapped(str(closed.minutes), inner, Role.GOOD, margin, margin)]
    else:
        words = "Its minutes were not written to a file. " + closed.problem
        lines += wrapped(words, inner, Role.WARN, margin, margin)
    redacted = " ".join((command, "minutes", reference, "--redacted"))
    lines += [BLANK, line(margin + "For everybody outside the unit:")]
    lines += wrapped(redacted, inner, Role.STRONG, margin, margin)
    then = keyed("{m} reads the minutes here. Enter shows what waits next.", sign)
    return (*lines, BLANK, *wrapped(then, inner, Role.TEXT, margin, margin))
