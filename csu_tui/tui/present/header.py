"""The line at the top: which meeting, since when, who chairs, how far, how long, and what the room may see."""

from dataclasses import dataclass
from datetime import datetime

from csu_tui.domain.dates import say_day
from csu_tui.domain.meeting import Meeting, Window
from csu_tui.domain.moment import local
from csu_tui.tui.present.line import Line, Role, line_width, piece, spread
from csu_tui.tui.present.phrase import minutes_since, window_words


@dataclass(frozen=True, slots=True)
class Top:
    """What the header says; `place` is "7 of 23" or another few words."""

    title: str
    now: datetime
    meeting: Meeting | None = None
    window: Window | None = None
    place: str = ""
    private: bool = False
    clock_is_set: bool = False
    read_only: bool = False
    follows: str = ""
    """Who drives the meeting where this screen only follows."""


def header(top: Top, room: int) -> Line:
    """Lay the header out; where room is short, the window goes first, then the year, then the chair."""
    day = local(top.meeting.start if top.meeting else top.now).date()
    right = [piece(top.place, Role.STRONG)] if top.place else []
    if top.meeting:
        right.append(piece(minutes_since(top.meeting, top.now)))
    right.append(piece("PRIVATE", Role.BAD) if top.private else piece("SHARED", Role.GOOD))
    notes = [piece("READ ONLY", Role.WARN)] if top.read_only else []
    notes += [piece("following " + top.follows, Role.WARN)] if top.follows else []
    date_said = " ".join((say_day(day, day), str(day.year)))
    full = [piece(" " + top.title, Role.HEAD), piece(date_said)]
    window = [piece(window_words(top.window))] if top.window else []
    chair = [piece("Chair " + top.meeting.chair)] if top.meeting else []
    clock = [piece("clock set", Role.WARN)] if top.clock_is_set else []
    short = [piece(" " + top.title, Role.HEAD), piece(say_day(day, day))]
    for left_parts in (
        [*full, *window, *chair, *clock],
        [*full, *chair, *clock],
        [*short, *chair, *clock],
        [*short, *clock],
    ):
        for gap in ("   ", "  "):
            left, ends = _join(left_parts, gap), _join([*notes, *right], gap)
            if line_width(left) + line_width(ends) + 2 <= room:
                return spread(left, (*ends, (" ", Role.TEXT)), room)
    return spread(_join([*short, *clock], " "), (*_join([*notes, *right], " "), (" ", Role.TEXT)), room)


def _join(pieces: list[tuple[str, Role]], gap: str) -> Line:
    joined: list[tuple[str, Role]] = []
    for one in pieces:
        if joined:
            joined.append((gap, Role.TEXT))
        joined.append(one)
    return tuple(joined)
