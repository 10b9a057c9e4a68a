"""When things are reported: by season, weekday and hour, as each source works; and the mornings the unit met."""

import random
from datetime import date, datetime, time, timedelta
from itertools import accumulate

from csu_tui.domain.moment import london
from csu_tui.domain.working_days import is_working_day

FIRST, LAST = date(2020, 4, 1), date(2022, 3, 10)
"""The first and the last meeting of what is carried over."""
SEASON = {
    2020: (0.7, 0.7, 0.8, 1.2, 1.25, 1.25, 1.4, 1.35, 1.0, 1.05, 0.85, 0.6),
    2021: (0.5, 0.6, 0.9, 0.9, 1.05, 1.2, 1.45, 1.35, 1.05, 1.1, 0.9, 0.65),
    2022: (0.6, 0.75, 0.95, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
}
"""By month: the first spring at home, two summers, a quiet winter of closed premises, a quieter January."""
WEEKDAYS = (0.92, 0.88, 0.9, 0.95, 1.12, 1.25, 1.1)

_NIGHTS = (9, 5, 3, 2, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 4, 6, 8, 10, 14, 17, 18, 18, 17, 14)
_WEEKEND_NIGHTS = (18, 14, 8, 3, 1, 1, 1, 1, 2, 3, 4, 5, 5, 6, 6, 7, 9, 10, 12, 15, 17, 18, 19, 19)
_OFFICE = (0, 0, 0, 0, 0, 0, 0, 0, 4, 10, 12, 11, 8, 8, 9, 9, 8, 3, 0, 0, 0, 0, 0, 0)
_SHIFT = (0, 0, 0, 0, 0, 0, 1, 5, 7, 6, 5, 5, 4, 4, 5, 6, 6, 5, 4, 3, 2, 0, 0, 0)
_AWAKE = (1, 0, 0, 0, 0, 0, 1, 3, 5, 6, 6, 6, 6, 5, 5, 5, 6, 7, 8, 9, 9, 7, 4, 2)
HOURS: dict[str, tuple[tuple[int, ...], float]] = {
    "Police": (_NIGHTS, 2.0),
    "Council contact centre": (_OFFICE, 0.0),
    "Community Wardens": (_SHIFT, 0.5),
    "Housing association": (_OFFICE, 0.0),
    "Resident, direct to the unit": (_AWAKE, 1.0),
    "Councillor": (_AWAKE, 0.6),
    "Town or parish council": (_OFFICE, 0.1),
    "FixMyStreet": (_AWAKE, 1.5),
    "Fire & Rescue": (_NIGHTS, 1.1),
}
"""By source: how likely each hour is, and how much of a day of the week a Saturday or Sunday is."""


def london_time(day: date, hour: int, minute: int = 0) -> datetime:
    """Return a London clock's time."""
    return datetime.combine(day, time(hour, minute), london())


def meeting_days() -> list[date]:
    """Return the mornings on which the unit met: working days, but none between Christmas and New Year."""
    days = (FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1))
    return [day for day in days if is_working_day(day) and (day.month, day.day) < (12, 25)]


def _weight(day: date) -> float:
    found = SEASON[day.year][day.month - 1] * WEEKDAYS[day.weekday()]
    if day.month == 12 and day.day >= 24:
        found *= 0.45
    if (day.month, day.day) in {(10, 30), (10, 31), (11, 4), (11, 5), (11, 6), (12, 31), (7, 11)}:
        found *= 2.2
    if day.month in {7, 8} and day.weekday() >= 4:
        found *= 1.2
    return found


class Days:
    """The days from `first` to `last`, each as likely as it is busy."""

    def __init__(self, choice: random.Random, first: date, last: date) -> None:
        self._choice = choice
        self._days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        self._sums: dict[tuple[float, frozenset[int]], list[float]] = {}

    def day(self, source: str, months: frozenset[int] = frozenset()) -> date:
        """Return a day for a source's report; only of these months, where any are given."""
        share = HOURS[source][1]
        key = (share, months)
        if key not in self._sums:
            weights = (
                _weight(day) * (share if day.weekday() >= 5 else 1.0) * (not months or day.month in months)
                for day in self._days
            )
            self._sums[key] = list(accumulate(weights))
        return self._choice.choices(self._days, cum_weights=self._sums[key])[0]


def moment(choice: random.Random, source: str, day: date) -> datetime:
    """Return the minute at which a source reports on a day."""
    hours = HOURS[source][0]
    if hours is _NIGHTS and day.weekday() in {5, 6}:
        hours = _WEEKEND_NIGHTS
    if hours is _OFFICE and not is_working_day(day):
        hours = _AWAKE
    return london_time(day, choice.choices(range(24), hours)[0], choice.randrange(60))
