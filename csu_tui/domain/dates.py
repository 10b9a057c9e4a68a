"""Dates read and said the British way: the day before the month, never the other way round."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from csu_tui.domain.errors import RuleError
from csu_tui.domain.moment import Moment, local
from csu_tui.domain.text import clean, shorten
from csu_tui.domain.words import Precision
from csu_tui.domain.working_days import add_working_days, bank_holiday, is_working_day

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_SHORTEST = 3
_LONGEST_COUNT = 250  # working days: a year ahead is a slip of the finger, not a due date
_LEAP_CYCLE = 8  # years without a 29 February are never more in a row
_WEEK = 7
_WRITTEN = re.compile(
    r"(?:(?P<weekday>[a-z]+),?\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?\s*"
    r"(?:[/.-]\s*(?P<number>\d{1,2})(?:\s*[/.-]\s*(?P<y1>\d{4}|\d{2}))?|(?:of\s+)?(?P<name>[a-z]+)\.?,?\s*(?P<y2>\d{4}|\d{2})?)",
    re.ASCII,
)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_COUNT = re.compile(r"\+\s*(\d{1,4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Due:
    """A due date, and a note where it is no working day."""

    day: date
    note: str = ""


def read_due(text: str, today: date) -> Due:
    """Read a due date as people type it; without a year it is the next one (SPEC 3.3).

    Raises RuleError for a day that is past, does not exist, or is not written in one of the forms.
    """
    words = _words(text)
    if words in {"today", "tomorrow"}:
        return _due(today if words == "today" else add_working_days(today, 1), today)
    if count := _COUNT.fullmatch(words):
        return _counted(int(count[1]), today)
    weekday = _index(words, _DAYS)
    if weekday is not None:
        return _due(today + timedelta(days=(weekday - today.weekday() - 1) % _WEEK + 1), today)
    day = _read_written(words, text, today, forward=True)
    if day is None:
        raise RuleError(f"“{_quoted(text)}” is not a date: type tomorrow, fri, +3, 14/3, 14 Mar or 2022-03-14.")
    if day < today:
        raise RuleError(f"{say_day(day, today)} is past: a due date is today or later.")
    return _due(day, today)


def read_past(text: str, today: date) -> date:
    """Read the day of a meeting or other past event as people type it; without a year it is the last one.

    Raises RuleError for a day that is yet to come, does not exist, or is not written in one of the forms.
    """
    words = _words(text)
    if words in {"today", "yesterday"}:
        return today - timedelta(days=words == "yesterday")
    weekday = _index(words, _DAYS)
    if weekday is not None:
        return today - timedelta(days=(today.weekday() - weekday - 1) % _WEEK + 1)
    day = _read_written(words, text, today, forward=False)
    if day is None:
        raise RuleError(f"“{_quoted(text)}” is not a date: type yesterday, fri, 14/3, 14 Mar 2022 or 2022-03-14.")
    if day > today:
        raise RuleError(f"{say_day(day, today)} is yet to come.")
    return day


def read_day(text: str, today: date) -> date:
    """Read any day as `read_past` does, and one that is written with its year though it is yet to come."""
    try:
        return read_past(text, today)
    except RuleError:
        day = _read_written(_words(text), text, today, forward=False)
        if day is None:
            raise
        return day


def say_day(day: date, today: date) -> str:
    """Say a day as `Wed 16 Mar`, with its year where that is not this one."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{_DAYS[day.weekday()][:3].title()} {day.day} {_short_month(day)}{year}"


def say_moment(moment: Moment, today: date) -> str:
    """Say a stated time as exactly as it was stated: `Sun 13 Mar 16:40`, `Sun 13 Mar` or `Jan 2024`."""
    if moment.precision is Precision.MONTH:
        return f"{_short_month(moment.day)} {moment.day.year}"
    day = say_day(moment.day, today)
    return day if moment.precision is Precision.DAY else f"{day} {local(moment.at):%H:%M}"


def _short_month(day: date) -> str:
    return _MONTHS[day.month - 1][:3].title()


def _words(text: str) -> str:
    return " ".join(text.lower().split())


def _quoted(text: str) -> str:
    return shorten(clean(text.strip()), 30)


def _index(word: str, names: tuple[str, ...]) -> int | None:
    """Find the one name that a word of three or more letters begins; `sept`, `tues` and `thurs` are such."""
    found = [at for at, name in enumerate(names) if len(word) >= _SHORTEST and name.startswith(word)]
    return found[0] if len(found) == 1 else None


def _counted(count: int, today: date) -> Due:
    if count > _LONGEST_COUNT:
        raise RuleError(f"+{count} is too far ahead: at most {_LONGEST_COUNT} working days can be counted.")
    return _due(add_working_days(today, count), today)


def _due(day: date, today: date) -> Due:
    if is_working_day(day):
        return Due(day)
    holiday = bank_holiday(day)
    return Due(day, f"{say_day(day, today)} is not a working day" + (f" ({holiday})" if holiday else ""))


def _read_written(words: str, text: str, today: date, *, forward: bool) -> date | None:
    """Read a written day, or return None if it is in none of the forms; a day that does not exist is refused."""
    if _ISO.fullmatch(words):
        try:
            return date.fromisoformat(words)
        except ValueError:
            raise RuleError(f"There is no {_quoted(text)}.") from None
    match = _WRITTEN.fullmatch(words)
    if match is None:
        return None
    month = int(match["number"]) if match["number"] else _month(match["name"])
    weekday = _index(match["weekday"], _DAYS) if match["weekday"] else None
    if month is None or (match["weekday"] and weekday is None):
        return None
    day = _dated(int(match["day"]), month, match["y1"] or match["y2"], today, forward=forward)
    if day is None:
        raise RuleError(f"There is no {_quoted(text)}: the day comes first, then the month.")
    if weekday is not None and weekday != day.weekday():
        raise RuleError(f"{_quoted(text)} is a {_DAYS[day.weekday()].title()}: type the date you mean.")
    return day


def _month(name: str) -> int | None:
    at = _index(name, _MONTHS)
    return None if at is None else at + 1


def _dated(day: int, month: int, year: str | None, today: date, *, forward: bool) -> date | None:
    """Put day, month and perhaps year together; None where no such day exists."""
    if year:
        return _existing(int(year) + (2000 if len(year) == 2 else 0), month, day)  # noqa: PLR2004  22 is 2022
    for ahead in range(_LEAP_CYCLE + 1):
        found = _existing(today.year + (ahead if forward else -ahead), month, day)
        if found and (found >= today if forward else found <= today):
            return found
    return None


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
