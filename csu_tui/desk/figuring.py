"""The year's figures: each against the span before, with its records, and the proof (SPEC 8)."""

from collections.abc import Sequence
from pathlib import Path

from csu_tui.data.database import Database
from csu_tui.data.queries.figures import counting
from csu_tui.data.queries.figures.kinds import counted_kinds
from csu_tui.desk.starting import Starting
from csu_tui.domain import picture as drawn
from csu_tui.domain.errors import RuleError
from csu_tui.domain.figure import (
    By,
    Counts,
    Definition,
    Figure,
    FigureRecord,
    Figures,
    Keys,
    Section,
    Split,
    worked_out,
)
from csu_tui.domain.figure_list import definitions, each
from csu_tui.domain.listed import Listed
from csu_tui.domain.picture import Picture, PictureName
from csu_tui.domain.span import Span, year_of
from csu_tui.domain.text import clean, shorten

PLACES = 15
"""How many places have a figure of their own."""
Asked = tuple[str, tuple[str, ...], Span]


class _Counted:
    """What was counted so far, so that nothing is counted twice.

    Each count is a reading of its own: a year's would keep everybody who saves waiting for too long.
    """

    def __init__(self, database: Database) -> None:
        self._db = database
        self._known: dict[Asked, Counts] = {}

    def __call__(self, family: str, columns: tuple[str, ...], span: Span) -> Counts:
        key = (family, columns, span)
        if key not in self._known:
            with self._db.read() as connection:
                self._known[key] = counting.counts(connection, family, columns, span)
        return self._known[key]


class Figuring(Starting):
    """Figures of a span; SHARED always: sensitive categories are one line, and records show what a room may read."""

    def figures(self, span: Span, by: By | None = None) -> Figures:
        """Count every figure in a span and in the one before, with `by` split as well where a figure can be."""
        before = span.before()
        count = _Counted(self._db)
        found = self._definitions(count, span)
        figures = tuple(_figure(count, one, span, before) for one in found)
        splits = () if by is None else tuple(s for one in found if (s := _split(count, one, span, by)) is not None)
        return Figures(span, before, figures, by, splits)

    def figure_records(self, figure: str | Definition, span: Span) -> Listed[FigureRecord]:
        """Return the very records that a figure counts in a span; refused where the span has no figure of that name."""
        if isinstance(figure, str):
            figure = self._defined(figure, span)
        with self._db.read() as connection:
            return counting.figure_records(connection, figure, span)

    def figure_names(self) -> tuple[tuple[str, str], ...]:
        """Return the name and label of every figure of this financial year."""
        found = self._definitions(_Counted(self._db), year_of(self.today()))
        return tuple((one.name, one.label) for one in found)

    def pictures(self, span: Span) -> tuple[Picture, ...]:
        """Return the pictures of a span, each with the numbers that it is drawn from (SPEC 4.5)."""
        before = span.before()
        count = _Counted(self._db)

        def both(family: str, column: str) -> tuple[dict[str, int], dict[str, int]]:
            now, then = ({str(k[0] or ""): n for k, n in count(family, (column,), s).items()} for s in spans)
            return now, then

        spans = (span, before)
        days = [{int(k[0]): n for k, n in count("first_contact", ("days",), one).items()} for one in spans]
        hours = {str(k[0]): n for k, n in count("reports", ("hour",), span).items()}
        places = {(str(k[0]), str(k[1])): n for k, n in count("reports", ("place", "month"), span).items()}
        return (
            drawn.months(*both("taskings", "month"), span, before),
            drawn.most(PictureName.CATEGORIES, *both("reports", "headline"), span, before),
            drawn.most(PictureName.AGENCIES, *both("tasked", "agency"), span, before, "Actions made in taskings."),
            drawn.hours(hours),
            drawn.first_contact(days[0], days[1], span, before),
            drawn.places(places, span),
        )

    def export_figures(self, span: Span, form: str) -> Path:
        """Write a span's figures to the minutes folder under a free name, as `md` or `csv`.

        Raises RuleError where no folder is set or it cannot be written to.
        """
        from csu_tui.domain.figure_proof import prove_year
        from csu_tui.files.figures import figures_csv, figures_markdown
        from csu_tui.files.minutes import write_free

        folder = self.minutes_folder()
        if folder is None:
            raise RuleError("No folder for minutes is set: csu-tui figures -o FILE writes them where you say.")
        figures = self.figures(span, None if form == "csv" else By.MONTH)
        unit = self.unit().unit
        text = figures_csv(figures) if form == "csv" else figures_markdown(figures, prove_year(figures), unit)
        return write_free(folder, f"Figures {span.file_name()}.{form}", text)

    def _defined(self, name: str, span: Span) -> Definition:
        found = self._definitions(_Counted(self._db), span)
        for definition in found:
            if definition.name == name:
                return definition
        raise RuleError(f"There is no figure {shorten(clean(name), 40)}: csu-tui figures --format csv names them all.")

    def _definitions(self, count: _Counted, span: Span) -> tuple[Definition, ...]:
        """Return the figures of every span, and those of the sources, categories, agencies and places in this one."""
        with self._db.read() as connection:
            fixed = definitions(counted_kinds(connection))
        reports, before = (count("reports", ("source", "headline"), one) for one in (span, span.before()))
        contacts, earlier = (count("contacts", ("means", "agency"), one) for one in (span, span.before()))
        places = _most(count("reports", ("place",), span), 0)
        taken = {one.name for one in fixed}
        found = (
            *fixed,
            *each(
                *(Section.CONTACTS, "contacts", "agency", _most(contacts, 1, earlier), "contacts"),
                "Visits and calls that {} made in the span, reached or not.",
                taken,
            ),
            *each(
                *(Section.SOURCES, "reports", "source", _most(reports, 0, before), "reports_from"),
                "Reports received in the span from {}; linked reports count once.",
                taken,
            ),
            *each(
                *(Section.CATEGORIES, "reports", "headline", _most(reports, 1, before), "reports_of"),
                "Reports of {} received in the span; linked reports count once.",
                taken,
            ),
            *each(
                *(Section.PLACES, "reports", "place", places[:PLACES], "reports_at"),
                "Reports at {} received in the span; linked reports count once.",
                taken,
            ),
        )
        order = list(Section)
        return tuple(sorted(found, key=lambda one: order.index(one.section)))


def _most(now: Counts, at: int, before: Counts | None = None) -> list[str]:
    """Return the values of one column, the most frequent first, with those that only the span before had."""
    totals: dict[str, int] = {}
    for keys, number in now.items():
        totals[str(keys[at])] = totals.get(str(keys[at]), 0) + number
    for keys in before or {}:
        totals.setdefault(str(keys[at]), 0)
    return sorted(totals, key=lambda value: (-totals[value], value))


def _figure(count: _Counted, definition: Definition, span: Span, before: Span) -> Figure:
    columns = counting.columns_of(definition) or ()
    now, then = (worked_out(definition, columns, count(definition.family, columns, one)) for one in (span, before))
    return Figure(definition, now, then)


def _split(count: _Counted, definition: Definition, span: Span, by: By) -> Split | None:
    columns = counting.columns_of(definition, by)
    if columns is None:
        return None
    found = count(definition.family, columns, span)
    at = columns.index(counting.COLUMNS[by])
    parts: dict[str, dict[Keys, int]] = {}
    for keys, number in found.items():
        parts.setdefault(str(keys[at] or ""), {})[keys] = number
    worked = {value: worked_out(definition, columns, part) or 0 for value, part in parts.items()}
    names: Sequence[str]
    if by is By.MONTH:
        return Split(definition, tuple((one, worked.get(one, 0)) for one in span.months()))
    names = sorted((value for value in worked if worked[value]), key=lambda value: (-worked[value], value))
    return Split(definition, tuple((value or "not stated", worked[value]) for value in names))
