"""How far back the unit looks (SPEC 3.6)."""

from calendar import monthrange
from datetime import date, timedelta

LATELY = 28
"""Days in which what happens again at one place is lately."""
MONTHS = 6
"""Months in which the same place and the same reporter are looked for."""


def months_before(day: date, months: int) -> date:
    """Return the same day so many months earlier, or that month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def since(day: date) -> tuple[date, date]:
    """Return the first days of the two spans that end with `day`: lately, and six months."""
    return day - timedelta(days=LATELY), months_before(day, MONTHS)
