"""A connection with every pragma set, and SQLite's errors as sentences."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from csu_tui.domain.errors import BusyError, RuleError

Connection = sqlite3.Connection
"""What a query reads from; the desk passes it on and never looks inside."""

PRAGMAS = (
    "foreign_keys=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "recursive_triggers=ON",
    "synchronous=EXTRA",
)
PATIENCE = 10.0
"""Seconds that a writer waits for the others."""


def connect(path: Path, mode: Literal["ro", "rw", "rwc"], patience: float = PATIENCE) -> sqlite3.Connection:
    """Open `path` with every pragma set; `patience` is in seconds.

    Journal mode DELETE: SQLite before 3.51.3 can corrupt a WAL database with several writing processes.
    """
    with sentences(path):
        found = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=patience,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            for pragma in PRAGMAS:
                found.execute(f"PRAGMA {pragma}")
            if mode != "ro":
                found.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.Error:
            found.close()
            raise
        return found


class CutOffError(RuleError):
    """A write was cut off by a kill or a power cut; the next who may write rolls it back."""


@contextmanager
def sentences(path: Path) -> Iterator[None]:
    """Turn an error of SQLite into one sentence a person can act on."""
    try:
        yield
    except sqlite3.Error as error:
        raise _sentence(error, path) from error
    except UnicodeEncodeError as error:
        raise RuleError("One of the texts holds half a character and cannot be kept: type it again.") from error


def _sentence(error: sqlite3.Error, path: Path) -> RuleError:
    name = getattr(error, "sqlite_errorname", None) or ""
    known = {
        "SQLITE_FULL": "The disk is full: nothing was saved. Make room, then try again.",
        "SQLITE_NOTADB": f"{path} is not a csu-tui database.",
        "SQLITE_CORRUPT": f"The database {path} is damaged: run `csu-tui check`, and restore the latest backup.",
        "SQLITE_READONLY": f"The database {path} is read-only: nothing was saved.",
        "SQLITE_CANTOPEN": f"The database {path} could not be opened: check that the folder exists and is yours.",
        "SQLITE_PERM": f"You have no permission for {path}.",
        "SQLITE_AUTH": f"You have no permission for {path}.",
        "SQLITE_IOERR": f"The disk under {path} failed to read or write: nothing was saved.",
        "SQLITE_TOOBIG": "One of the texts is too long to keep: nothing was saved.",
    }
    if name == "SQLITE_READONLY_ROLLBACK":
        return CutOffError(
            f"A write to {path} was cut off: open it once where it can be written, and it is as it was before."
        )
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return BusyError("Somebody else is still writing: nothing was saved; try again in a moment.")
    for start, sentence in known.items():
        if name.startswith(start):
            return RuleError(sentence)
    return RuleError(f"The database {path} refused: {error}")
