"""The unit's one file: opened with care, read without SQLModel, written in one short transaction at a time."""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from csu_tui.data.connection import PATIENCE, CutOffError, connect, sentences
from csu_tui.domain.errors import RuleError

if TYPE_CHECKING:
    from csu_tui.data.record import Author
    from csu_tui.data.writing import OwnWrites, Writing

APPLICATION_ID = 0x43535554
SCHEMA = 3
"""The schema's number, kept in `user_version`; that of the newest revision of the migrations."""

MAGIC = b"SQLite format 3\x00"
HEADER = 100
SIGN = slice(68, 72)
"""Where a file's first bytes hold its `application_id` (SQLite, Database File Format, 1.3)."""

UPGRADING = "This database is of an older version: it is copied, then upgraded. With many reports that takes minutes."
"""Said before, for nothing is drawn or printed until it is done."""


class Database:
    """An open database; reads use one connection of the standard library, writes another through SQLModel."""

    def __init__(self, path: Path, *, read_only: bool, patience: float, note: str) -> None:
        self.path = path
        self.read_only = read_only
        self.note = note
        """What a person should know about this opening; empty normally."""
        self._reader = connect(path, "ro" if read_only else "rw", patience)
        self._reading = threading.RLock()
        self._watch = connect(path, "ro" if read_only else "rw", patience)
        self._seen_version = self._data_version()
        self._own: OwnWrites = {}

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool,
        read_only: bool = False,
        patience: float = PATIENCE,
        say: Callable[[str], object] | None = None,
    ) -> "Database":
        """Open `path`, creating or upgrading it where that is allowed; `say` is told before what may take minutes.

        Raises RuleError with one sentence for a file that is absent, foreign, damaged or newer than this program.
        """
        note = ""
        if not path.exists() and not read_only and create:
            from csu_tui.data.create import create_database

            create_database(path)
        writable = not read_only and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
        schema = inspect(path, writable=writable)
        if schema < SCHEMA:
            if not writable:
                raise RuleError(
                    f"{path} is of an older version and read-only here: open it once where it can be written."
                )
            from csu_tui.data.upgrade import upgrade

            if say:
                say(UPGRADING)
            copy = upgrade(path, schema)
            note = f"The database was upgraded; the copy from before is {copy}." if copy else ""
        return cls(path, read_only=not writable, patience=patience, note=note)

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """Give one moment's picture of everything; fetch all and leave at once, for an open reader blocks a COMMIT."""
        # The writing thread reads too (a look shows what it recorded): one picture at a time on one connection.
        with self._reading, sentences(self.path):
            self._reader.execute("BEGIN")
            try:
                yield self._reader
            finally:
                self._reader.execute("ROLLBACK")

    @contextmanager
    def write(self, author: "Author") -> Iterator["Writing"]:
        """Run one transaction, first statement `BEGIN IMMEDIATE`; everything or nothing is kept.

        Raises RuleError where nothing can be written.
        """
        self.refuse_if_read_only()
        from csu_tui.data.session import written

        own = dict(self._own)
        with sentences(self.path), written(self, author, own) as writing:
            yield writing
        self._own = own

    @contextmanager
    def append(self) -> Iterator[sqlite3.Connection]:
        """Run one short transaction on a connection of its own, for looks and exports, without SQLModel."""
        self.refuse_if_read_only()
        with sentences(self.path):
            own = connect(self.path, "rw")
            try:
                own.execute("BEGIN IMMEDIATE")
                yield own
                own.execute("COMMIT")
            finally:
                own.close()

    def refuse_if_read_only(self) -> None:
        """Raise RuleError where nothing can be recorded."""
        if self.read_only:
            raise RuleError(f"The database {self.path} is read-only here: nothing was saved.")

    def changed(self) -> bool:
        """Say whether anybody, this session's writer included, wrote since last asked; microseconds."""
        version = self._data_version()
        found, self._seen_version = version != self._seen_version, version
        return found

    def close(self) -> None:
        """Close every connection."""
        self._reader.close()
        self._watch.close()
        if self._own:
            from csu_tui.data.session import forget

            forget(self.path)

    def _data_version(self) -> int:
        with sentences(self.path):
            return int(self._watch.execute("PRAGMA data_version").fetchone()[0])


def inspect(path: Path, *, writable: bool = False) -> int:
    """Return the schema's number of the database at `path`, without writing a byte to it.

    With `writable`, what a kill or a power cut left half written in a database of ours is rolled back.
    """
    if not path.exists():
        raise RuleError(f"There is no database at {path}: open the screens or import a file to start one.")
    if path.is_dir():
        raise RuleError(f"{path} is a folder, not a csu-tui database.")
    try:
        with path.open("rb") as file:
            start = file.read(HEADER)
    except OSError as error:
        raise RuleError(f"{path} cannot be read: {error.strerror}.") from error
    if not start.startswith(MAGIC) or start[SIGN] != APPLICATION_ID.to_bytes(4, "big"):
        raise RuleError(f"{path} is not a csu-tui database.")
    try:
        schema = _schema(path, "ro")
    except CutOffError:
        if not writable:
            raise
        schema = _schema(path, "rw")
    if schema > SCHEMA:
        raise RuleError(f"{path} was made by a newer csu-tui: install that version to open it.")
    return schema


def _schema(path: Path, mode: Literal["ro", "rw"]) -> int:
    found = connect(path, mode)
    try:
        with sentences(path):
            return int(found.execute("PRAGMA user_version").fetchone()[0])
    finally:
        found.close()
