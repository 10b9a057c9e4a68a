"""The rows that could not be read, as a file for the one who sent them."""

import csv
import os
from collections.abc import Iterator
from pathlib import Path

from csu_tui.domain.errors import RuleError
from csu_tui.domain.incoming import IncomingFile
from csu_tui.domain.text import clean, csv_cell


def refused_name(path: Path) -> Path:
    """Return where the refused rows of a file go: beside it, `<file>.refused.csv`."""
    return path.with_name(f"{path.name}.refused.csv")


def write_refused(incoming: IncomingFile, path: Path) -> Path:
    """Write the refused rows to `path`, or beside it under the next free name, and return where.

    Owner-only and never over another file; line, record and reason come before the row's own cells. Raises RuleError
    where the folder cannot be written.
    """
    for free in _names(path):
        try:
            number = os.open(free, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            continue
        except OSError as error:
            raise RuleError(f"The refused rows could not be written to {path}: {error.strerror}.") from None
        try:
            with open(number, "w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(_table(incoming))
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            free.unlink(missing_ok=True)
            raise RuleError(f"The refused rows could not be written to {free}: {error.strerror}.") from None
        return free
    raise AssertionError("names do not run out")


def _names(path: Path) -> Iterator[Path]:
    yield path
    number = 2
    while True:
        yield path.with_name(f"{path.stem}-{number}{path.suffix}")
        number += 1


def _table(incoming: IncomingFile) -> Iterator[list[str]]:
    yield ["line", "record", "reason", *map(_cell, incoming.headers)]
    for row in incoming.refused:
        yield [str(row.line), str(row.record), _cell(row.reason), *map(_cell, row.cells)]


def _cell(text: str) -> str:
    return csv_cell(clean(text, lines=True))
