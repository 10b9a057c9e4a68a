"""The time that a meeting covers, in hours that have really passed (SPEC 3.1)."""

from datetime import datetime, timedelta

from csu_tui.domain.dates import say_day
from csu_tui.domain.meeting import Window
from csu_tui.domain.moment import Moment, local
from csu_tui.domain.words import Precision

FIRST = timedelta(hours=24)
_HOUR = timedelta(hours=1)


def next_window(previous_end: datetime | None, opening: datetime) -> Window:
    """Return the window of a meeting that opens now: from the previous window's end, at the first the last 24 hours.

    Both times are aware. A clock set back never makes a window that ends before it starts.
    """
    return Window(opening - FIRST if previous_end is None else min(previous_end, opening), opening)


def say_window(window: Window) -> str:
    """Say since when, and how many hours have passed: `since Fri 11 Mar 09:04 (72 h)`."""
    start = local(window.start)
    day = say_day(start.date(), local(window.end).date())
    return f"since {day} {start:%H:%M} ({hours(window)} h)"


def hours(window: Window) -> int:
    """Return the elapsed hours, rounded: over the night of a clock change 23 or 25."""
    return int((window.end - window.start) / _HOUR + 0.5)


def is_late(received: Moment, window: Window) -> bool:
    """Say whether a report came in before the window; a day or month that touches the window is not late."""
    if received.precision is Precision.MINUTE:
        return received.at < window.start
    return received.end <= window.start


def is_future(received: Moment, window: Window) -> bool:
    """Say whether a report is dated after the opening."""
    return received.at > window.end
