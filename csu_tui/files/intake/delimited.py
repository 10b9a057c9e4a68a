"""Delimited text, CSV and its kin, as a table."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from csu_tui.domain.errors import RuleError
from csu_tui.domain.incoming import Refused
from csu_tui.files.intake.delimiter import find_delimiter
from csu_tui.files.intake.table import Record, Table

_UNCLOSED = "a quotation mark is not closed"
_LONGEST_RECORD = 500
"""Lines after which a quotation mark still open is taken for a mistake."""


@dataclass(frozen=True, slots=True)
class _Raw:
    """Cells as they stand between two places of the file, or why they could not be told apart."""

    line: int
    lines: int
    cells: list[str]
    reason: str = ""


class _Lines:
    """The file's lines, handed to `csv.reader` one by one, so that a record's own lines stay known."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines, self.at, self.begun = lines, 0, 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.at >= len(self.lines):
            raise StopIteration
        if self.at - self.begun >= _LONGEST_RECORD:
            raise csv.Error("unexpected end of data")
        self.at += 1
        return self.lines[self.at - 1]


class _Raws:
    """Every record; after one with a stray quotation mark the very next line begins another."""

    def __init__(self, lines: Sequence[str], delimiter: str, start: int) -> None:
        self._source, self._delimiter = _Lines(lines), delimiter
        self._from(start)

    def _from(self, line: int) -> None:
        self._source.at = line
        self._reader = csv.reader(self._source, delimiter=self._delimiter, strict=True)

    def next(self) -> _Raw | None:
        """Return the next record; None at the end."""
        begun = self._source.begun = self._source.at
        try:
            cells = next(self._reader)
        except StopIteration:
            return None
        except csv.Error as error:
            self._from(begun + 1)
            return _Raw(begun + 1, 1, [self._source.lines[begun].rstrip("\r\n")], _reason(str(error)))
        return _Raw(begun + 1, self._source.at - begun, cells)

    def only_first_line(self, raw: _Raw) -> _Raw:
        """Take a record of several lines for one whose quotation mark was never closed, and go on at its second."""
        self._from(raw.line)
        return _Raw(raw.line, 1, [self._source.lines[raw.line - 1].rstrip("\r\n")], _UNCLOSED)

    def stands_alone(self, line: int, width: int) -> bool:
        """Say whether one line read by itself is a record of this width."""
        try:
            cells = next(csv.reader([self._source.lines[line - 1]], delimiter=self._delimiter, strict=True))
        except csv.Error:
            return False
        return len(cells) == width


def read_delimited(text: str, encoding: str, name: str) -> Table:
    """Read delimited text whose first row that is not blank holds the headers.

    Raises RuleError where there is nothing, or headers only.
    """
    lines = list(io.StringIO(text, newline=""))
    delimiter, start = find_delimiter(lines)
    raws = _Raws(lines, delimiter, start)
    first = raws.next()
    while first and not first.reason and _blank(first.cells):
        first = raws.next()
    if first is None:
        raise RuleError(f"{name} is empty.")
    if first.reason:
        raise RuleError(f"The headers of {name} cannot be read: on line {first.line} {first.reason}.")
    headers = tuple(cell.strip() for cell in first.cells)
    while headers and not headers[-1]:
        headers = headers[:-1]
    records, refused = _told_apart(raws, headers)
    if not records and not refused:
        raise RuleError(f"There are no reports in {name}: it holds headers only.")
    return Table("tsv" if delimiter == "\t" else "csv", encoding, headers, records, refused)


def _told_apart(raws: _Raws, headers: tuple[str, ...]) -> tuple[tuple[Record, ...], tuple[Refused, ...]]:
    width, number = len(headers), 0
    records: list[Record] = []
    refused: list[Refused] = []
    while (raw := raws.next()) is not None:
        if not raw.reason and _blank(raw.cells):
            continue
        number += 1
        cells = raw.cells
        if not raw.reason and len(cells) != width:
            if len(cells) > width and _blank(cells[width:]):
                cells = cells[:width]
            elif raw.lines > 1 and raws.stands_alone(raw.line + 1, width):
                raw = raws.only_first_line(raw)
                cells = raw.cells
        if raw.reason or len(cells) != width:
            reason = raw.reason or f"it has {len(cells)} cells under {width} headers"
            refused.append(Refused(raw.line, number, reason, tuple(cells)))
        else:
            records.append(Record(raw.line, number, tuple(cells)))
    return tuple(records), tuple(refused)


def _blank(cells: Sequence[str]) -> bool:
    return not any(cell.strip() for cell in cells)


def _reason(error: str) -> str:
    if "field limit" in error:
        return f"a cell is longer than {csv.field_size_limit():,} characters"
    return _UNCLOSED if "end of data" in error else "a quotation mark stands inside a quoted cell"
