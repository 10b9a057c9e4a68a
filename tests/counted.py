"""What a step of the desk costs, counted: statements, and turns of SQLite's machine; never seconds."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

OURS = re.compile(r"\s*(BEGIN|COMMIT|ROLLBACK|PRAGMA|SAVEPOINT|RELEASE|--)", re.IGNORECASE)


class Counter:
    """Every connection opened while it watches is counted."""

    def __init__(self) -> None:
        self.statements: list[str] = []
        self.turns = 0

    def __call__(self, step: Callable[[], object]) -> "Counter":
        """Count one step, and return the counts."""
        self.statements, self.turns = [], 0
        step()
        return self

    def watch(self, connection: sqlite3.Connection) -> sqlite3.Connection:
        """Count what this connection does."""
        connection.set_trace_callback(self._stated)
        connection.set_progress_handler(self._turned, 1)
        return connection

    def _stated(self, statement: str) -> None:
        if not OURS.match(statement):
            self.statements.append(statement)

    def _turned(self) -> int:
        self.turns += 1
        return 0


@contextmanager
def counting() -> Iterator[Counter]:
    """Watch every connection opened from here on."""
    counter = Counter()
    opened = sqlite3.connect

    def connect(*given: Any, **named: Any) -> sqlite3.Connection:
        return counter.watch(opened(*given, **named))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", connect)
        yield counter


def plan(connection: sqlite3.Connection, statement: str) -> list[str]:
    """Return how SQLite goes about a statement, one line for each loop."""
    return [str(row[3]) for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
