"""Calendar months counted from a day: the same day of another month, or that month's last where it has no such day."""

from calendar import monthrange
from datetime import date

_YEAR = 12


def months_on(day: date, months: int) -> date:
    """Return the day so many months after `day`, before it where negative: 31 January and one month is 28 February."""
    year, month = divmod(day.year * _YEAR + day.month - 1 + months, _YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
