"""Working days of England: neither a weekend nor a bank holiday."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

_SATURDAY = 5


@cache
def _bank_holidays(year: int) -> Mapping[date, str]:
    """Read one year's bank holidays of England once, by their British names."""
    from holidays import country_holidays

    return dict(country_holidays("GB", subdiv="ENG", years=year, language="en_GB"))


def bank_holiday(day: date) -> str:
    """Name the bank holiday that falls on a day, or return nothing."""
    return _bank_holidays(day.year).get(day, "")


def is_working_day(day: date) -> bool:
    """Say whether offices in England work on a day."""
    return day.weekday() < _SATURDAY and not bank_holiday(day)


def add_working_days(day: date, days: int) -> date:
    """Return the day that is `days` (0 or more) working days after a day; 0 is the day itself.

    From a day off, one working day on is the first working day after it.
    """
    at, left = day, days
    while left > 0:
        at += timedelta(days=1)
        left -= is_working_day(at)
    return at
