"""The mornings' meetings, and which of them had which report."""

import random
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from csu_tui.domain.meeting import Window
from csu_tui.domain.window import next_window
from tests.sample import unit
from tests.sample.years.calendar import london_time, meeting_days
from tests.sample.years.entry import Entry

REASONS = (("more information awaited", 6), ("officer absent", 3), ("not reached", 2))
NEVER_LAST = 4
"""So many last meetings hold nothing over, and have nothing that came late."""


@dataclass(slots=True)
class Held:
    """One meeting; `place` is where in the list of all it stands."""

    place: int
    day: date
    start: datetime
    window: Window
    chair: str
    end: datetime | None = None
    present: list[tuple[str, str]] = field(default_factory=list)
    apologies: list[tuple[str, str]] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    """The reports of its agenda, in order."""


def meetings(choice: random.Random) -> list[Held]:
    """Return every meeting of the two years, their windows joined."""
    names = {login: name for _, name, login in unit.OFFICERS}
    found: list[Held] = []
    for place, day in enumerate(meeting_days()):
        start = london_time(day, 9) + timedelta(seconds=choice.randrange(20, 400))
        window = next_window(found[-1].window.end if found else None, start)
        chair = unit.DEPUTY if day.weekday() == 2 else unit.CHAIR
        one = Held(place, day, start, window, chair)
        for short in ("Police CSU", "DVC Safety", *_guests(choice)):
            mine = [login for agency, _, login in unit.OFFICERS if agency == short and login != chair]
            away = short not in {"Police CSU", "DVC Safety"} and choice.random() < 0.1
            (one.apologies if away else one.present).append((short, names[choice.choice(mine)]))
        found.append(one)
    return found


def _guests(choice: random.Random) -> list[str]:
    """Return who else comes: the table of the early days was shorter."""
    return choice.sample(("DVC ASB", "Wardens", "Env Health", "Police CPT", "DV Homes", *unit.SOMETIMES), 2)


def allot(choice: random.Random, held: list[Held], entries: list[Entry]) -> None:
    """Give every entry, in order of time, the meeting that decided it: the next one, or after a hold-over one more."""
    starts = [meeting.start for meeting in held]
    last = len(held) - NEVER_LAST
    for entry in entries:
        first = bisect_right(starts, entry.at)
        steady = entry.head is not None or entry.turns or first >= last
        if not steady and choice.random() < 0.012:
            first += 1  # it came late
        if not steady and choice.random() < 0.035:
            entry.held = choice.choices([reason for reason, _ in REASONS], [share for _, share in REASONS])[0]
        entry.meeting = first + bool(entry.held)
    for entry in entries:
        if entry.head is not None:
            entry.meeting = max(entry.meeting, entry.head.first_meeting)
