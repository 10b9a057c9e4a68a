"""What a figure is: a name, a one-line definition, its value in a span and the one before, and its records."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from csu_tui.domain.ids import ReportId
from csu_tui.domain.place import Place
from csu_tui.domain.span import Span

Number = int | float
Keys = tuple[str | int, ...]
Where = tuple[tuple[str, Keys], ...]
"""Which records of a family a figure counts: by column, the values that it takes; empty for all of them."""


class By(StrEnum):
    """What figures can be split by."""

    MONTH = "month"
    AGENCY = "agency"
    CATEGORY = "category"
    PLACE = "place"
    SOURCE = "source"


class Section(StrEnum):
    """Under which heading a figure stands, in the order of the page."""

    TASKINGS = "Daily taskings"
    FEEDBACK = "Feedback to those who reported"
    CONTACTS = "Follow-up visits and calls"
    SETS = "Groups, site visits and case reviews"
    INTERVENTIONS = "Interventions"
    REFERRALS = "Referrals"
    ACTIONS = "Actions finished"
    TIMES = "Days it took"
    REPORTS = "Reports"
    SOURCES = "Reports by source"
    CATEGORIES = "Reports by category"
    PLACES = "Reports by place"


class Measure(StrEnum):
    """How a figure is worked out from its records."""

    COUNT = "count"
    MEAN = "mean"
    P90 = "90th percentile"
    SHARE = "per cent"


@dataclass(frozen=True, slots=True)
class Definition:
    """A figure before it is counted; `family` is the query of its records, `where` which of them are its own.

    A `MEAN` or `P90` is of the records' `days`; a `SHARE` is the per cent of its records that have `of`.
    """

    name: str
    label: str
    says: str
    section: Section
    family: str
    where: Where = ()
    measure: Measure = Measure.COUNT
    of: Where = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a span and of the span before; None where there is nothing to take a mean or a share of."""

    definition: Definition
    value: Number | None
    before: Number | None

    @property
    def name(self) -> str:
        """What commands and JSON call it."""
        return self.definition.name

    @property
    def label(self) -> str:
        """What people call it."""
        return self.definition.label

    @property
    def difference(self) -> Number | None:
        """How much more than before."""
        if self.value is None or self.before is None:
            return None
        return round(self.value - self.before, 1)

    @property
    def per_cent(self) -> int | None:
        """The difference in per cent of the value before; None where that is nothing, or is per cent itself."""
        if not self.before or self.difference is None or self.definition.measure is Measure.SHARE:
            return None
        return round(100 * self.difference / self.before)


@dataclass(frozen=True, slots=True)
class FigureRecord:
    """One record that a figure counts, as a room may read it; `what` says how, by what kind, or in which meeting."""

    ref: str
    report_id: ReportId | None
    day: date
    agency: str
    headline: str
    place: Place
    what: str


@dataclass(frozen=True, slots=True)
class Split:
    """A figure's value for each month, agency, category or place, the largest first; months, `2022-03`, in order."""

    definition: Definition
    values: tuple[tuple[str, Number], ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Every figure of a span; `splits` where they were asked for, `by` what."""

    span: Span
    before: Span
    figures: tuple[Figure, ...]
    by: By | None = None
    splits: tuple[Split, ...] = ()

    def named(self, name: str) -> Figure | None:
        """Return a figure by its name."""
        return next((one for one in self.figures if one.name == name), None)

    def count(self, name: str) -> int:
        """Return the value of a figure that is a count; 0 where there is no such figure."""
        found = self.named(name)
        return int(found.value or 0) if found else 0


Counts = Mapping[Keys, int]
"""How many records have each combination of a family's columns."""


def chosen(columns: Sequence[str], counts: Counts, where: Where) -> dict[Keys, int]:
    """Return the counts of those combinations that a figure takes."""
    tests = [(columns.index(column), frozenset(values)) for column, values in where]
    return {keys: count for keys, count in counts.items() if all(keys[at] in values for at, values in tests)}


def worked_out(definition: Definition, columns: Sequence[str], counts: Counts) -> Number | None:
    """Work a figure out of its family's counts."""
    own = chosen(columns, counts, definition.where)
    total = sum(own.values())
    if definition.measure is Measure.COUNT:
        return total
    if not total:
        return None
    if definition.measure is Measure.SHARE:
        return round(100 * sum(chosen(columns, own, definition.of).values()) / total, 1)
    at = columns.index("days")
    days = sorted((int(keys[at]), count) for keys, count in own.items())
    if definition.measure is Measure.MEAN:
        return round(sum(day * count for day, count in days) / total, 1)
    return percentile(days, 90)


def percentile(days: Sequence[tuple[int, int]], share: int) -> int:
    """Return the least value, of values with their counts in order, that `share` per cent do not exceed."""
    needed = -(-sum(count for _, count in days) * share // 100)
    for value, count in days:
        needed -= count
        if needed <= 0:
            return value
    return 0
