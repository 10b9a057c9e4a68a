"""Pictures of figures, as numbers: what is drawn, and its table, are the same values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from csu_tui.domain.figure import Number
from csu_tui.domain.moment import from_utc_text, local
from csu_tui.domain.span import Span, month_name

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
HOURS = 24
ROWS = 12
"""Lines of a picture at most; what is left is one line of others."""
BUSIEST = 6
"""How many places are drawn month by month."""
_STEPS = ((0, 0), (1, 1), (2, 2), (3, 3), (4, 5), (6, 7), (8, 14), (15, 28), (29, None))
"""Days to first contact that are drawn as one bar."""


class PictureName(StrEnum):
    """Which picture, in their order."""

    MONTHS = "Taskings month by month"
    CATEGORIES = "Reports by category"
    AGENCIES = "Actions by agency"
    HOURS = "When reports come in"
    CONTACT = "Days to first contact"
    PLACES = "The busiest places, month by month"


@dataclass(frozen=True, slots=True)
class Bars:
    """Lines with a value of the span and of the span before."""

    name: PictureName
    now: str
    before: str
    rows: tuple[tuple[str, Number, Number], ...]
    says: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of numbers under heads; `fold` says that neighbouring columns may be added where there is no room."""

    name: PictureName
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    says: str = ""
    fold: bool = False


Picture = Bars | Grid


def months(now: Mapping[str, int], before: Mapping[str, int], span: Span, earlier: Span) -> Bars:
    """Draw taskings of each month against the month that stands at its place in the span before."""
    theirs = [*earlier.months(), *(("",) * len(span.months()))]
    rows = tuple(
        (month_name(one), now.get(one, 0), before.get(other, 0))
        for one, other in zip(span.months(), theirs, strict=False)
    )
    return Bars(PictureName.MONTHS, span.say(), earlier.say(), rows)


def most(
    name: PictureName, now: Mapping[str, int], before: Mapping[str, int], span: Span, earlier: Span, says: str = ""
) -> Bars:
    """Draw the largest values, and the others as one line."""
    names = sorted({*now, *before}, key=lambda one: (-now.get(one, 0), -before.get(one, 0), one))
    shown = names if len(names) <= ROWS + 1 else names[:ROWS]
    rows = [(one or "not stated", now.get(one, 0), before.get(one, 0)) for one in shown]
    if rest := names[len(shown) :]:
        left = sum(now.get(one, 0) for one in rest), sum(before.get(one, 0) for one in rest)
        rows.append((f"{len(rest)} others", *left))
    return Bars(name, span.say(), earlier.say(), tuple(rows), says)


def first_contact(now: Mapping[int, int], before: Mapping[int, int], span: Span, earlier: Span) -> Bars:
    """Draw how many days passed from received to the first contact."""

    def within(counts: Mapping[int, int], low: int, high: int | None) -> int:
        return sum(n for days, n in counts.items() if low <= days and (high is None or days <= high))

    rows = tuple((_days(low, high), within(now, low, high), within(before, low, high)) for low, high in _STEPS)
    says = "Reports received in the span that have a contact, by the days until the first."
    return Bars(PictureName.CONTACT, span.say(), earlier.say(), rows, says)


def hours(counts: Mapping[str, int]) -> Grid:
    """Draw the London hours and weekdays of reports; `counts` by UTC hour, "" where only a day was stated."""
    found = [[0] * HOURS for _ in DAYS]
    for hour, number in counts.items():
        if hour:
            at = local(from_utc_text(f"{hour}:00:00Z"))
            found[at.weekday()][at.hour] += number
    timed, untimed = sum(map(sum, found)), counts.get("", 0)
    says = f"{timed} reports with a time, by London hour" + (
        f"; {untimed} with a day only left out." if untimed else "."
    )
    rows = tuple((day, tuple(row)) for day, row in zip(DAYS, found, strict=True))
    return Grid(PictureName.HOURS, tuple(f"{hour:02}" for hour in range(HOURS)), rows, says, fold=True)


def places(counts: Mapping[tuple[str, str], int], span: Span) -> Grid:
    """Draw the places with most reports, month by month; `counts` by place and month."""
    totals: dict[str, int] = {}
    for (place, _), number in counts.items():
        totals[place] = totals.get(place, 0) + number
    busiest = sorted((one for one in totals if one), key=lambda one: (-totals[one], one))[:BUSIEST]
    rows = tuple((one, tuple(counts.get((one, month), 0) for month in span.months())) for one in busiest)
    heads = tuple(month_name(month)[:3] for month in span.months())
    return Grid(PictureName.PLACES, heads, rows, "Reports received, linked ones once.", fold=True)


def _days(low: int, high: int | None) -> str:
    if high is None:
        return f"{low} or more"
    if low == high:
        return "same day" if low == 0 else f"{low} day{'s' if low > 1 else ''}"
    return f"{low}–{high} days"


def folded(row: Iterable[int], step: int) -> tuple[int, ...]:
    """Add neighbours up, `step` to a column."""
    values = tuple(row)
    return tuple(sum(values[at : at + step]) for at in range(0, len(values), step))
