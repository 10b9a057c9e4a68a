"""What a reader makes of a file: headers and records, whatever its format."""

from dataclasses import dataclass

from csu_tui.domain.incoming import Refused


@dataclass(frozen=True, slots=True)
class Record:
    """One record; `line` is where it begins in the file, `number` counts records that are not blank, both from 1."""

    line: int
    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A file's headers and records; `refused` are records that could not be read as cells under these headers.

    Later formats (XLSX, XLS, ODS, Open311) become further readers that return one of these.
    """

    format: str
    encoding: str
    headers: tuple[str, ...]
    records: tuple[Record, ...]
    refused: tuple[Refused, ...]
