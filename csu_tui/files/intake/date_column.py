"""One column's dates: its order decided once, from all its rows (SPEC 7)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from csu_tui.domain.errors import RuleError
from csu_tui.domain.moment import Moment
from csu_tui.files.intake.dates import Stated, stated
from csu_tui.files.intake.field_map import DateOrder, FieldMap

_WORDS = {"dmy": "day first", "mdy": "month first"}


@dataclass(frozen=True, slots=True)
class DateColumn:
    """How a column's dates are read; `order` is None where every date says its month itself."""

    order: DateOrder | None
    proof: int
    """The number of rows that prove the order."""
    midnight_is_no_time: bool
    this_year: int

    def read(self, day: str, clock: str = "") -> Moment | None:
        """Read one cell, with the time of day from another where it has none itself."""
        parts = stated(day, self.this_year)
        if clock and parts and parts.day + parts.a and (parts.clock is None or not any(parts.clock)):
            whole = stated(f"{_without_time(day, parts)} {_only_time(clock)}", self.this_year)
            timed = whole and whole.moment(self.order, midnight_is_no_time=False)
            if timed:
                return timed
        return parts.moment(self.order, midnight_is_no_time=self.midnight_is_no_time) if parts else None


def _without_time(day: str, parts: Stated) -> str:
    return day if parts.clock is None else day.replace("T", " ").split(" ")[0]


def _only_time(clock: str) -> str:
    """Take the time out of a cell that some spreadsheets write as a day of 1899 or 1900."""
    words = clock.replace("T", " ").split()
    return " ".join(words[1:]) if len(words) > 1 and stated(words[0], 1999) else clock


def decide(
    name: str,
    header: str,
    cells: Iterable[tuple[int, str]],
    *,
    asked: DateOrder | None,
    map_: FieldMap,
    this_year: int,
    blank: Callable[[str], bool],
    otherwise: DateOrder | None = None,
) -> DateColumn:
    """Decide the order of one column from all its rows; `cells` are (file line, cell).

    What is asked for stands unless every proof contradicts it; `otherwise` is taken where the column itself does not
    decide. Without either, RuleError is raised where rows contradict each other, or where nothing decides it and the
    map is not a UK one.
    """
    proofs: dict[DateOrder, list[tuple[int, str]]] = {"dmy": [], "mdy": []}
    ambiguous, timed, with_time = 0, False, 0
    for line, cell in cells:
        parts = None if blank(cell) else stated(cell, this_year)
        if parts is None:
            continue
        if parts.clock is not None:
            with_time, timed = with_time + 1, timed or any(parts.clock)
        if parts.a:
            ambiguous += 1
            proved = parts.proves
            if proved:
                proofs[proved].append((line, cell))
    order = _order(name, header, proofs, ambiguous, asked, otherwise, map_)
    # Where every time is midnight, the column is of days that a program wrote as times.
    no_time = map_.midnight_is_no_time or (with_time > 1 and not timed)
    return DateColumn(order, len(proofs[order]) if order else 0, no_time, this_year)


def _order(
    name: str,
    header: str,
    proofs: dict[DateOrder, list[tuple[int, str]]],
    ambiguous: int,
    asked: DateOrder | None,
    otherwise: DateOrder | None,
    map_: FieldMap,
) -> DateOrder | None:
    days, months = proofs["dmy"], proofs["mdy"]
    if asked and days + months and not proofs[asked]:
        line, cell = (days + months)[0]
        raise RuleError(
            f"{name} was to be read {_WORDS[asked]}, but line {line} proves the opposite for column {header!r}: {cell}."
        )
    if asked:
        return asked if ambiguous else None
    if days and months and otherwise:
        return otherwise
    if days and months:
        raise RuleError(
            f"Column {header!r} of {name} has dates both day first (line {days[0][0]}: {days[0][1]}) and month first "
            f"(line {months[0][0]}: {months[0][1]}): correct the file, or state the order with --date-order dmy or mdy."
        )
    if days or months:
        return "dmy" if days else "mdy"
    if not ambiguous:
        return None
    order = otherwise or map_.date_order or ("dmy" if map_.uk else None)
    if order is None:
        raise RuleError(
            f"Nothing in column {header!r} of {name} proves whether day or month comes first: "
            "state it with --date-order dmy or --date-order mdy."
        )
    return order
