"""An older database brought up to date, after a copy of it was made."""

from pathlib import Path

from csu_tui.data.backup import back_up
from csu_tui.data.connection import connect, sentences

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(path: Path, schema: int, migrations: Path = MIGRATIONS) -> Path:
    """Back the database up beside itself, then run the migrations that it lacks; return the copy's path.

    Everything runs in one transaction begun IMMEDIATE, so that a failure leaves the database as it was.
    """
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory
    from sqlalchemy import create_engine
    from sqlalchemy.pool import StaticPool

    copy = back_up(path, _free(path, schema))
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    script = ScriptDirectory.from_config(config)
    head = script.get_current_head() or "0"
    connection = connect(path, "rw")
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    with (
        sentences(path),
        engine.connect() as outer,
        EnvironmentContext(
            config, script, fn=lambda revision, _context: script._upgrade_revs(head, revision)
        ) as environment,
    ):
        outer.exec_driver_sql("BEGIN IMMEDIATE")
        environment.configure(connection=outer, transaction_per_migration=False)
        environment.run_migrations()
        outer.exec_driver_sql(f"PRAGMA user_version={int(head)}")
        outer.exec_driver_sql("COMMIT")
    engine.dispose()
    return copy


def _free(path: Path, schema: int) -> Path:
    for number in range(1, 1000):
        found = path.with_name(f"{path.name}.before-upgrade-from-{schema}.{number}.db")
        if not found.exists():
            return found
    raise FileExistsError(path)
