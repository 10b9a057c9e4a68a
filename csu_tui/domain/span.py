"""A span of London days that figures are counted in, and the span that it is held against (SPEC 8)."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from csu_tui.domain.errors import RuleError
from csu_tui.domain.moment import midnight, utc_text
from csu_tui.domain.text import clean, shorten

MONTHS = 12
APRIL = 4
"""The month in which a financial year begins."""
_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_YEAR = re.compile(r"(\d{4})\s*[-/–]\s*(\d{4}|\d{2})", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{1,2})", re.ASCII)
_FIRST, _LAST = 1900, 9998


@dataclass(frozen=True, slots=True)
class Span:
    """London days from `start` to `end`, both included."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise RuleError(f"{self.end.isoformat()} is before {self.start.isoformat()}: give the first day first.")
        if not (self.start.year >= _FIRST and self.end.year <= _LAST):
            raise RuleError(f"A span lies between {_FIRST} and {_LAST}.")

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1

    @property
    def whole_months(self) -> int:
        """How many calendar months it is, from a first to a last day of a month; 0 where it is not."""
        if self.start.day != 1 or self.end != _month_end(self.end):
            return 0
        return (self.end.year - self.start.year) * MONTHS + self.end.month - self.start.month + 1

    def before(self) -> "Span":
        """Return the same span before: whole months, up to a year of them, one year earlier; else as many days.

        March is held against March a year ago, a year against the year before; any other days, and more than a
        year of months, against as many that end the day before.
        """
        if 0 < self.whole_months <= MONTHS:
            start, last = (day.replace(day=1, year=day.year - 1) for day in (self.start, self.end))
            return Span(start, _month_end(last))
        if self.whole_months:
            begun = self.start.year * MONTHS + self.start.month - 1 - self.whole_months
            return Span(date(begun // MONTHS, begun % MONTHS + 1, 1), self.start - timedelta(days=1))
        return Span(self.start - timedelta(days=self.days), self.start - timedelta(days=1))

    def months(self) -> tuple[str, ...]:
        """Return the months that it touches, `2022-03`, in their order."""
        first = self.start.year * MONTHS + self.start.month - 1
        last = self.end.year * MONTHS + self.end.month - 1
        return tuple(f"{at // MONTHS:04}-{at % MONTHS + 1:02}" for at in range(first, last + 1))

    def moved(self, by: int) -> "Span":
        """Return the span `by` spans later, or earlier: months stay months, other days move by their number."""
        if months := self.whole_months:
            first = self.start.year * MONTHS + self.start.month - 1 + by * months
            start = date(first // MONTHS, first % MONTHS + 1, 1)
            last = first + months - 1
            return Span(start, _month_end(date(last // MONTHS, last % MONTHS + 1, 1)))
        step = timedelta(days=self.days * by)
        return Span(self.start + step, self.end + step)

    def say(self) -> str:
        """Say it as people do: `2021-22`, `March 2022`, `1 Mar 2022`, `1 Mar 2022 – 14 Mar 2022`."""
        if self == year_of(self.start):
            return year_name(self)
        if self.whole_months == 1:
            return self.start.strftime("%B %Y")
        if self.start == self.end:
            return _day(self.start)
        return f"{_day(self.start)} – {_day(self.end)}"

    def file_name(self) -> str:
        """Write it as a part of a file's name: `2021-22`, `2022-03`, `2022-03-01 to 2022-03-14`."""
        if self == year_of(self.start):
            return year_name(self)
        if self.whole_months == 1:
            return f"{self.start:%Y-%m}"
        return " to ".join(dict.fromkeys((self.start.isoformat(), self.end.isoformat())))


def bound(day: date) -> str:
    """Return the least text that is stored for anything of a London day or later: `2022-03-30T23:00:00Z`.

    Stated days (`2022-03-31`) lie in their day too: in winter, when London's midnight is UTC's, the bound is the day.
    """
    return utc_text(midnight(day)).removesuffix("T00:00:00Z")


def bounds(span: Span) -> tuple[str, str]:
    """Return between which two stored texts, the second excluded, everything of a span lies."""
    return bound(span.start), bound(span.end + timedelta(days=1))


def summer_days(first: int, last: int) -> tuple[tuple[str, str], ...]:
    """Return on which days of the years 23:00 UTC is the next day in London: from, and the first day that is not."""
    return tuple(found for year in range(first, last + 1) if (found := _summer(year)))


def financial_year(begins: int) -> Span:
    """Return the financial year that begins on 1 April of a year."""
    return Span(date(begins, APRIL, 1), date(begins + 1, APRIL - 1, 31))


def year_of(day: date) -> Span:
    """Return the financial year that a day is in."""
    return financial_year(day.year if day.month >= APRIL else day.year - 1)


def usual_span(today: date) -> Span:
    """Return the financial year that is reported on: in its first month the one that has just ended."""
    return year_of(today - timedelta(days=30))


def month_of(day: date) -> Span:
    """Return the month that a day is in."""
    return Span(day.replace(day=1), _month_end(day))


def read_year(text: str) -> Span:
    """Read a financial year as people write it: `2021-22`, `2021/22`, `2021-2022`.

    Raises RuleError for anything else, and where the two years do not follow each other.
    """
    match = _YEAR.fullmatch(text.strip())
    if match is None:
        raise RuleError(f"“{_quoted(text)}” is not a financial year: write 2021-22.")
    begins = int(match[1])
    if int(match[2]) not in (begins + 1, (begins + 1) % 100):
        raise RuleError(f"“{_quoted(text)}” is not one year: write {begins}-{(begins + 1) % 100:02}.")
    if not _FIRST <= begins < _LAST:
        raise RuleError(f"A span lies between {_FIRST} and {_LAST}.")
    return financial_year(begins)


def read_month(text: str) -> Span:
    """Read a month: `2022-03`, `Mar 2022` or `March 2022`; raises RuleError for anything else."""
    words = text.strip()
    match = _MONTH.fullmatch(words)
    if match is not None:
        year, month = int(match[1]), int(match[2])
    else:
        name, _, rest = words.partition(" ")
        found = [at for at, short in enumerate(_NAMES, 1) if name[:3].title() == short]
        whole = found and date(2000, found[0], 1).strftime("%B").casefold().startswith(name.casefold())
        year, month = (int(rest), found[0]) if whole and re.fullmatch(r"\s*\d{4}", rest, re.ASCII) else (0, 0)
    if not (1 <= month <= MONTHS and _FIRST <= year <= _LAST):
        raise RuleError(f"“{_quoted(text)}” is not a month: write 2022-03 or March 2022.")
    return month_of(date(year, month, 1))


def year_name(span: Span) -> str:
    """Write a financial year: `2021-22`."""
    return f"{span.start.year}-{span.end.year % 100:02}"


def month_name(month: str) -> str:
    """Say `2022-03` as `Mar 2022`."""
    return f"{_NAMES[int(month[5:]) - 1]} {month[:4]}"


def _day(day: date) -> str:
    return f"{day.day} {_NAMES[day.month - 1]} {day.year}"


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


@cache
def _summer(year: int) -> tuple[str, str] | None:
    """Return the day on which the clocks go forward and the one on which they go back; both late in their months."""
    late = [date(year, month, day) for month in (3, 10) for day in range(18, 32)]
    changes = [day for day in late if midnight(day).hour != midnight(day + timedelta(days=1)).hour]
    return (changes[0].isoformat(), changes[1].isoformat()) if len(changes) == 2 else None  # noqa: PLR2004


def _quoted(text: str) -> str:
    return shorten(clean(text.strip()), 30)
