"""An older database brought up to date, after a copy of it was made."""

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from csu_tui.data.backup import back_up
from csu_tui.data.connection import connect, sentences
from csu_tui.domain.errors import RuleError

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy.engine import Connection

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(path: Path, schema: int, migrations: Path | None = None) -> Path | None:
    """Back the database up beside itself, then run the revisions that it lacks; return the copy's path.

    Everything runs in one transaction begun IMMEDIATE: a failure leaves the database as it was, its copy beside it.
    None where somebody else upgraded it meanwhile. Raises RuleError with a sentence that names the copy.
    """
    from alembic.config import Config
    from alembic.util import CommandError
    from sqlalchemy import create_engine
    from sqlalchemy.exc import SQLAlchemyError
    from sqlalchemy.pool import StaticPool

    config = Config()
    config.set_main_option("script_location", str(migrations or MIGRATIONS).replace("%", "%%"))
    writer = connect(path, "rw")
    engine = create_engine("sqlite://", creator=lambda: writer, poolclass=StaticPool)
    try:
        engine.connect().close()  # SQLAlchemy ends its first connection with a ROLLBACK: before ours begins
        with sentences(path):
            writer.execute("PRAGMA foreign_keys=OFF")  # a table that is rebuilt would take its children along
            writer.execute("BEGIN IMMEDIATE")
            if writer.execute("PRAGMA user_version").fetchone()[0] != schema:
                return None
        copy = back_up(path, _free(path, schema))
        try:
            with engine.connect() as connection:
                _run(config, connection)
        except (SQLAlchemyError, CommandError, sqlite3.Error) as error:
            why = str(getattr(error, "orig", None) or error).splitlines()[0]
            raise RuleError(f"{path} could not be upgraded and is as it was ({why}); its copy is {copy}.") from error
        return copy
    finally:
        writer.close()


def _run(config: "Config", connection: "Connection") -> None:
    from alembic import command
    from alembic.script import ScriptDirectory

    connection.begin()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    orphan = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchone()
    if orphan is not None:
        raise sqlite3.IntegrityError(f"row {orphan[1]} of {orphan[0]} lost what it points to")
    head = ScriptDirectory.from_config(config).get_current_head() or "0"
    connection.exec_driver_sql(f"PRAGMA user_version={int(head)}")
    connection.commit()


def _free(path: Path, schema: int) -> Path:
    for number in range(1, 1000):
        found = path.with_name(f"{path.name}.before-upgrade-from-{schema}.{number}.db")
        if not found.exists():
            return found
    raise RuleError(f"There are too many copies from before upgrades beside {path}: move some away, then try again.")
