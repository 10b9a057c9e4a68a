"""Times, dates and counts in words."""

from datetime import date, datetime

from csu_tui.domain.action import Action
from csu_tui.domain.dates import say_day
from csu_tui.domain.meeting import Meeting, Window
from csu_tui.domain.reference import action_ref
from csu_tui.domain.report import SENSITIVE_HEADLINE
from csu_tui.domain.words import ActionStatus
from csu_tui.tui.present.line import Piece, Role, piece


def plural(count: int, noun: str, nouns: str = "") -> str:
    """Say how many: `1 report`, `3 reports`."""
    return " ".join((str(count), noun if count == 1 else nouns or noun + "s"))


def due_piece(due: date, status: ActionStatus, today: date) -> Piece:
    """Say by when, and how late it is, in words."""
    if status is not ActionStatus.OPEN:
        return piece(status.value, Role.GOOD if status is ActionStatus.DONE else Role.WARN)
    day = say_day(due, today)
    if due < today:
        late = (today - due).days
        return piece("".join(("due ", day, ", ", plural(late, "day"), " overdue")), Role.BAD)
    if due == today:
        return piece("due today", Role.WARN)
    return piece(" ".join(("by", day)))


def named_action(action: Action, *, hides: bool) -> str:
    """Say which action it is: `A2207 Kent Police · visit`; of a sensitive report's a room reads no kind."""
    return "".join((action_ref(action.id), " ", action.agency, " · ", SENSITIVE_HEADLINE if hides else action.kind))


def carried_piece(action: Action) -> Piece:
    """Say how often it was carried over; nothing if never."""
    if not action.carried_over:
        return ("", Role.TEXT)
    times = {1: "once", 2: "twice"}.get(action.carried_over) or plural(action.carried_over, "time")
    return piece(" ".join(("carried over", times)), Role.WARN)


def minutes_since(meeting: Meeting, now: datetime) -> str:
    """Say how long a meeting has run; hours once it is long."""
    minutes = max(int((now - meeting.start).total_seconds() // 60), 0)
    if minutes < 120:  # noqa: PLR2004  two hours
        return " ".join((str(minutes), "min"))
    return " ".join((str(minutes // 60), "h", str(minutes % 60), "min"))


def window_words(window: Window) -> str:
    """Say since when, and how many hours have passed."""
    from csu_tui.domain.window import say_window

    return say_window(window)
