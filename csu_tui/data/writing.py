"""One write: rows added and changed in one transaction, with their change in the record."""

import hashlib
import sqlite3
from typing import Any

from sqlmodel import Session, insert, update

from csu_tui.data import record, search
from csu_tui.data.tables import TABLES
from csu_tui.domain.errors import StaleError

Row = dict[str, Any]
Number = int | str
"""What a row is known by: its number, or the key of a setting."""
Key = tuple[str, Number]
OwnWrites = dict[Key, tuple[int, int]]
"""By row: the version at which a session's unbroken chain of own writes began, and the version it reached."""


class Writing:
    """Rows touched in one transaction; `record` closes what was touched since the last one into one change."""

    def __init__(self, session: Session, connection: sqlite3.Connection, author: record.Author, own: OwnWrites) -> None:
        self.connection = connection
        """The transaction's own connection, for reads that must see its rows."""
        self.own = own
        self._session = session
        self._author = author
        self._before: dict[str, Row | None] = {}
        self._after: dict[str, Row | None] = {}

    def row(self, table: str, number: Number) -> Row | None:
        """Read one row as it stands in this transaction."""
        key = TABLES[table].primary_key.columns[0].name
        found = self.connection.execute(f'SELECT * FROM "{table}" WHERE "{key}" = ?', (number,))
        names = [column[0] for column in found.description]
        values = found.fetchone()
        return dict(zip(names, values, strict=True)) if values else None

    def add(self, table: str, /, **values: Any) -> int:  # noqa: ANN401  a row holds what its columns hold
        """Insert one row, with the columns' defaults, and return its number."""
        model = TABLES[table]
        done = self._session.connection().execute(insert(model).values(**values))
        number = int((done.inserted_primary_key or (0,))[0])
        self._touched(table, number, None)
        return number

    def change(self, table: str, number: Number, /, **values: Any) -> None:  # noqa: ANN401  a row holds what its columns hold
        """Update one row; its version goes up by one."""
        model = TABLES[table]
        before = self.row(table, number)
        if before is None:
            raise LookupError(table, number)
        version = before.get("version", 0) + 1
        key = model.primary_key.columns[0]
        self._session.connection().execute(update(model).where(key == number).values(**values, version=version))
        self._touched(table, number, before)
        began, ended = self.own.get((table, number), (version - 1, version - 1))
        self.own[table, number] = (began if ended == version - 1 else version - 1, version)

    def check(self, table: str, number: Number, seen: int, subject: str, called: str = "") -> None:
        """Refuse if anybody but this session changed the row since the version that the person saw.

        Raises StaleError naming who changed `subject` last, and what; `called` is what people call it.
        """
        row = self.row(table, number)
        version = row["version"] if row else -1
        began, ended = self.own.get((table, number), (seen, seen))
        if version == seen or (began <= seen <= ended and version == ended):
            return
        last = self.connection.execute(
            "SELECT who, what FROM change WHERE subject = ? ORDER BY id DESC LIMIT 1", (subject,)
        ).fetchone()
        by = f" by {last[0]} ({last[1]})" if last else ""
        raise StaleError(f"{called or subject} has been changed since you saw it{by}: look again, then decide.")

    def record(
        self, what: str, subject: str, *, meeting_id: int | None = None, undoes: int | None = None, why: str = ""
    ) -> int:
        """Write one change over all rows touched since the last one and return its number; search follows them.

        `why`, which no row holds, is kept beside the values of the row touched first.
        """
        for position, key in enumerate(self._after):
            table, _, number = key.partition(":")
            row = self.row(table, int(number) if number.isdigit() else number)
            self._after[key] = row | {"why": why} if row and why and not position else row
        number_of_change = record.append(
            self.connection,
            self._author,
            what,
            subject,
            meeting_id=meeting_id,
            undoes=undoes,
            before={key: _image(key, row) for key, row in self._before.items()},
            after={key: _image(key, row) for key, row in self._after.items()},
        )
        search.follow(self.connection, self._before, self._after)
        self._before, self._after = {}, {}
        return number_of_change

    @property
    def unrecorded(self) -> bool:
        """Say whether a row was touched without a change in the record: a defect."""
        return bool(self._after)

    def unseen(self, table: str, number: Number, /, **values: Any) -> None:  # noqa: ANN401  as `change`
        """Update one row without the record: only for where a meeting's reader has got to, which is no change."""
        key = TABLES[table].primary_key.columns[0]
        self._session.connection().execute(update(TABLES[table]).where(key == number).values(**values))

    def _touched(self, table: str, number: Number, before: Row | None) -> None:
        self._before.setdefault(f"{table}:{number}", before)
        self._after[f"{table}:{number}"] = None


def _image(key: str, row: Row | None) -> Row | None:
    """Return a row as the record keeps it: of a meeting, not which computer drives, and its snapshot's digest only."""
    if row is None or not key.startswith("meeting:"):
        return row
    kept = {name: value for name, value in row.items() if name != "driver"}
    if kept["snapshot"] is not None:
        kept["snapshot"] = "sha256:" + hashlib.sha256(kept["snapshot"].encode("utf-8", "surrogatepass")).hexdigest()
    return kept
