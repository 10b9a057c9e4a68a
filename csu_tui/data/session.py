"""SQLModel's session over one writing connection, every transaction begun IMMEDIATE."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, create_engine

from csu_tui.data.connection import connect
from csu_tui.data.record import Author
from csu_tui.data.writing import OwnWrites, Writing

if TYPE_CHECKING:
    from csu_tui.data.database import Database

_engines: dict[Path, Engine] = {}


def engine_for(path: Path) -> Engine:
    """Return the engine of this process for `path`, over one connection that stays open."""
    if path not in _engines:
        engine = create_engine("sqlite://", creator=lambda: connect(path, "rw"), poolclass=StaticPool)
        event.listen(engine, "begin", _begin_immediate)
        _engines[path] = engine
    return _engines[path]


def forget(path: Path) -> None:
    """Close the writing connection."""
    engine = _engines.pop(path, None)
    if engine:
        engine.dispose()


@contextmanager
def written(database: "Database", author: Author, own: OwnWrites) -> Iterator[Writing]:
    """Run one transaction; raises the driver's own error, not SQLAlchemy's wrapping."""
    try:
        with Session(engine_for(database.path)) as session, session.begin():
            connection: Any = session.connection().connection.driver_connection
            writing = Writing(session, connection, author, own)
            yield writing
            if writing.unrecorded:
                raise AssertionError("a row was written without a change in the record")
    except DBAPIError as error:
        if error.orig is None:
            raise
        raise error.orig from error


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
