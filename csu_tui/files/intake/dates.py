"""Stated dates and times, read by strict patterns of our own.

A general parser is slow row by row, and it swaps day and month silently where one reading is impossible.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

from csu_tui.domain.moment import Moment, london, midnight
from csu_tui.domain.words import Precision
from csu_tui.files.intake.field_map import DateOrder

_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_YEARS_AHEAD = 10
_NOON = 12
_TIME = (
    r"(?:(?:[T ]|, ?|,? at )\s*(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?(?:\s*(?P<zone>Z|UTC|GMT|BST|(?:UTC|GMT)?[+-]\d{2}(?::?\d{2})?))?)?"
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH_NAME = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_FLAGS = re.IGNORECASE | re.ASCII
_FORMS = tuple(
    re.compile(form, _FLAGS)
    for form in (
        rf"(?P<year>\d{{4}})(?P<sep>[-/.])(?P<month>\d{{1,2}})(?P=sep)(?P<day>\d{{1,2}}){_TIME}",
        rf"(?P<year>\d{{4}})(?P<month>\d{{2}})(?P<day>\d{{2}})(?:{_TIME})",
        r"(?P<year>\d{4})-(?P<month>\d{1,2})",
        rf"{_WEEKDAY}(?P<a>\d{{1,2}})(?P<sep>[-/.])(?P<b>\d{{1,2}})(?P=sep)(?P<year>\d{{4}}|\d{{2}}){_TIME}",
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[- /]?{_MONTH_NAME}\.?,?[- /]?(?P<year>\d{{4}}|\d{{2}}){_TIME}",
        rf"{_WEEKDAY}{_MONTH_NAME}\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){_TIME}",
        rf"{_MONTH_NAME}\.?[- ,/]*(?P<year>\d{{4}})",
        r"(?P<month>\d{1,2})/(?P<year>\d{4})",
    )
)


@dataclass(frozen=True, slots=True)
class Stated:
    """The parts of a stated date; `a` and `b` are day and month in an order not yet known, else 0."""

    year: int
    month: int = 0
    day: int = 0
    a: int = 0
    b: int = 0
    clock: tuple[int, int, int] | None = None
    zone: str = ""

    @property
    def proves(self) -> DateOrder | None:
        """The order that this date alone proves."""
        if self.a > _NOON >= self.b > 0:
            return "dmy"
        return "mdy" if self.b > _NOON >= self.a > 0 else None

    def moment(self, order: DateOrder | None, *, midnight_is_no_time: bool) -> Moment | None:
        """Return the stated time as exactly as it was stated; None where there is no such day or time."""
        day, month = self.day, self.month
        if self.a:
            day, month = (self.b, self.a) if order == "mdy" else (self.a, self.b)
        try:
            stated = date(self.year, month, day or 1)
            if not _FIRST_YEAR <= self.year <= _LAST_YEAR:
                return None
            if not day:
                return Moment(midnight(stated), Precision.MONTH)
            if self.clock is None or (midnight_is_no_time and not any(self.clock)):
                return Moment(_midnight(stated), Precision.DAY)
            # Without offset the first of two equal hours counts, and a missing hour is read an hour later: fold=0.
            at = datetime(self.year, month, day, *self.clock, tzinfo=_zone(self.zone))
        except ValueError:
            return None
        return Moment(at.astimezone(UTC))


_midnight = lru_cache(maxsize=10_000)(midnight)


@lru_cache(maxsize=200)
def _zone(zone: str) -> tzinfo:
    name = zone.upper()
    if name in {"Z", "UTC", "GMT"}:
        return UTC
    if name == "BST":
        return timezone(timedelta(hours=1))
    if not name:
        return london()
    figures = name.lstrip("UTCGM").replace(":", "")
    offset = timedelta(hours=int(figures[1:3]), minutes=int(figures[3:] or 0))
    return timezone(-offset if figures[0] == "-" else offset)


@lru_cache(maxsize=50_000)
def stated(text: str, this_year: int) -> Stated | None:
    """Take a date apart; None where it is none. A year of two figures is at most ten years ahead of `this_year`."""
    text = " ".join(text.split())
    for form in _FORMS:
        found = form.fullmatch(text)
        if found:
            return _parts(found.groupdict(), this_year)
    return None


def _parts(found: dict[str, str | None], this_year: int) -> Stated | None:
    clock = _clock(found)
    if found.get("hour") and clock is None:
        return None
    name = found.get("name")
    month = _MONTHS.index(name[:3].lower()) + 1 if name else int(found.get("month") or 0)
    return Stated(
        year=_year(found["year"] or "", this_year),
        month=month,
        day=int(found.get("day") or 0),
        a=int(found.get("a") or 0),
        b=int(found.get("b") or 0),
        clock=clock,
        zone=found.get("zone") or "",
    )


def _year(figures: str, this_year: int) -> int:
    if len(figures) == len("2022"):
        return int(figures)
    year = this_year - this_year % 100 + int(figures)
    return year if year <= this_year + _YEARS_AHEAD else year - 100


def _clock(found: dict[str, str | None]) -> tuple[int, int, int] | None:
    """Read the time of day; None where there is none, or none such."""
    if not found.get("hour"):
        return None
    hour, minute, second = (int(found.get(part) or 0) for part in ("hour", "minute", "second"))
    half = (found.get("half") or "").lower()[:1]
    if half and not 1 <= hour <= _NOON:
        # "13:30 PM" is written by programs that add the half to a 24-hour clock: it says the same.
        if not (half == "p" and _NOON < hour < 2 * _NOON) and not (half == "a" and hour == 0):
            return None
    elif half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    if hour >= 2 * _NOON or minute >= 60 or second > 60:  # noqa: PLR2004  a clock's own limits
        return None
    return hour, minute, min(second, 59)


def looks_like_date(text: str) -> bool:
    """Say whether a cell could be a date at all."""
    return stated(text, _FIRST_YEAR + 100) is not None
