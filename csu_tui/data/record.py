"""The record of who changed what (SPEC 3.8): rows in a hash chain, their values beside them, salted."""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from csu_tui.domain.moment import utc_text

Images = Mapping[str, Mapping[str, Any] | None]
"""Rows by `table:id`; None where there is none."""

FIRST = "0" * 64


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes, when by the set clock and by the machine's, and from which session."""

    login: str
    officer_id: int | None
    session: str
    at: datetime
    machine_at: datetime
    salt: Callable[[], str]


def canonical(value: object) -> str:
    """Write JSON in the one form that digests are taken of."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def append(
    connection: sqlite3.Connection,
    author: Author,
    what: str,
    subject: str,
    *,
    meeting_id: int | None = None,
    undoes: int | None = None,
    before: Images | None = None,
    after: Images | None = None,
) -> int:
    """Append one change to the chain inside the caller's transaction and return its number."""
    salt = author.salt()
    texts = (canonical(before or {}), canonical(after or {}))
    digests = [hashlib.sha256((salt + text).encode("utf-8", "surrogatepass")).hexdigest() for text in texts]
    last = connection.execute("SELECT hash FROM change ORDER BY id DESC LIMIT 1").fetchone()
    entry = (
        utc_text(author.at),
        utc_text(author.machine_at),
        author.login,
        author.officer_id,
        author.session,
        what,
        subject,
        meeting_id,
        undoes,
        *digests,
        last[0] if last else FIRST,
    )
    done = connection.execute(
        "INSERT INTO change (at, machine_at, who, officer_id, session, what, subject, meeting_id, undoes,"
        " digest_before, digest_after, previous, hash) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (*entry, entry_hash(entry)),
    )
    number = int(done.lastrowid or 0)
    connection.execute(
        "INSERT INTO change_value (change_id, salt, before, after) VALUES (?,?,?,?)", (number, salt, *texts)
    )
    return number


def entry_hash(entry: tuple[object, ...]) -> str:
    """Return the hash of one entry, the previous entry's hash being its last part."""
    return hashlib.sha256(canonical(list(entry)).encode("utf-8", "surrogatepass")).hexdigest()


def broken_link(connection: sqlite3.Connection) -> int | None:
    """Walk the chain and return the first change that does not verify, or None."""
    previous, last = FIRST, 0
    rows = connection.execute(
        "SELECT at, machine_at, who, officer_id, session, what, subject, meeting_id, undoes, digest_before,"
        " digest_after, previous, hash, id FROM change ORDER BY id"
    )
    for row in rows:
        if row[11] != previous or entry_hash(row[:12]) != row[12]:
            return int(row[13])
        previous, last = row[12], row[13]
    # Numbers are never used again, so that the counter knows of changes cut off the end.
    used = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'change'").fetchone()
    if (used[0] if used else 0) != last:
        return int(last) + 1
    values = connection.execute(
        "SELECT change_id, salt, before, after, digest_before, digest_after FROM change_value JOIN change ON"
        " change.id = change_id ORDER BY change_id"
    )
    for number, salt, before, after, *digests in values:
        found = [hashlib.sha256((salt + text).encode("utf-8", "surrogatepass")).hexdigest() for text in (before, after)]
        if found != digests:
            return int(number)
    return None
