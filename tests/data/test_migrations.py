"""An older database is brought up to date after a copy of it was made, or left as it was (SPEC 10)."""

import hashlib
import importlib
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from csu_tui.data import database, upgrade
from csu_tui.data.connection import connect
from csu_tui.data.create import create_database
from csu_tui.domain.errors import RuleError
from tests.factories import agency, import_reports, make_desk, open_meeting, refused, steps

NEXT = '''
"""A made-up next schema."""

from alembic import op
from sqlalchemy import Column, String

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("report", Column("colour", String, nullable=False, server_default="grey"))
    with op.batch_alter_table("agency") as table:
        table.alter_column("short", new_column_name="brief")
    {more}
'''


def migrations(folder: Path, more: str = "") -> Path:
    copy = folder / "migrations 100%"
    shutil.copytree(upgrade.MIGRATIONS, copy, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "versions/0004_next.py").write_text(NEXT.format(more=more or "pass"))
    return copy


def unit(folder: Path) -> Path:
    desk = make_desk(folder)
    import_reports(desk, {}, {})
    open_meeting(desk)
    desk.task(steps(desk)[0], agency(desk, 1))
    desk.close()
    return desk.path


def schema(path: Path) -> dict[str, object]:
    """What a database is made of; how a column added later is spelled, and where its key is listed, does not matter."""
    with closing(sqlite3.connect(path)) as found:
        rows = found.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE '%alembic_version%'"
        ).fetchall()
        return {
            name: [
                found.execute(f'PRAGMA table_xinfo("{name}")').fetchall(),
                sorted(row[1:] for row in found.execute(f'PRAGMA foreign_key_list("{name}")')),
            ]
            if kind == "table"
            else "".join((sql or "").split())
            for kind, name, sql in rows
        }


def ask(path: Path, sql: str) -> object:
    with closing(sqlite3.connect(path)) as found:
        return found.execute(sql).fetchone()[0]


def columns(path: Path, table: str) -> list[str]:
    with closing(sqlite3.connect(path)) as found:
        return sorted(row[1] for row in found.execute(f'PRAGMA table_info("{table}")'))


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def empty(path: Path) -> Path:
    """A database of before the first schema: nothing in it but whose it is."""
    with closing(sqlite3.connect(path)) as made:
        made.execute(f"PRAGMA application_id={database.APPLICATION_ID}")
    return path


def first_schema(folder: Path, source: Path) -> Path:
    """A database of the first schema with everything in it that `source` has and the first schema knew."""
    path = empty(folder / "first.db")
    first = importlib.import_module("csu_tui.data.migrations.versions.0001_first")
    with closing(sqlite3.connect(path, isolation_level=None)) as made:
        for statement in (*first.STATEMENTS, "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"):
            made.execute(" ".join(statement.split()))
        made.execute("INSERT INTO alembic_version VALUES ('0001')")
        made.execute("PRAGMA user_version=1")
        made.execute("ATTACH ? AS source", (str(source),))
        tables = made.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            if table not in ("alembic_version", "sqlite_sequence"):
                columns = ", ".join(f'"{row[1]}"' for row in made.execute(f'PRAGMA main.table_info("{table}")'))
                made.execute(f'INSERT INTO main."{table}" ({columns}) SELECT {columns} FROM source."{table}"')
        made.execute("UPDATE report SET place_key = 'as the rules were'")
        made.execute("DELETE FROM reporter_key")
    return path


def test_a_unit_of_the_first_schema_has_keys_and_is_searchable_once_it_is_opened(tmp_path: Path) -> None:
    source = unit(tmp_path)
    path = first_schema(tmp_path, source)
    desk = make_desk(tmp_path, name=path.name)
    assert "upgraded" in desk.note
    assert desk.check().problems == ()
    for table in ("report", "reporter_key", "action", "change", "search"):
        content = f"SELECT json_group_array(row) FROM (SELECT json_array(*) AS row FROM {table})"
        content = content.replace("*", ", ".join(name for name in columns(path, table)))
        assert ask(path, content) == ask(source, content), table
    assert ask(path, "SELECT rowid FROM search WHERE search MATCH 'ǀplantagenet' ORDER BY rowid") == 1


def test_every_migration_from_nothing_gives_the_schema_of_a_new_database(tmp_path: Path) -> None:
    create_database(tmp_path / "new.db")
    old = empty(tmp_path / "old.db")
    upgrade.upgrade(old, 0)
    assert schema(old) == schema(tmp_path / "new.db")
    for question in ("PRAGMA user_version", "SELECT version_num FROM alembic_version"):
        assert ask(old, question) == ask(tmp_path / "new.db", question)


def test_the_newest_migration_is_the_schema_that_new_databases_have() -> None:
    newest = max(path.name for path in (upgrade.MIGRATIONS / "versions").glob("[0-9]*.py"))
    assert int(newest[:4]) == database.SCHEMA


def test_an_older_database_is_copied_then_upgraded_with_everything_in_it(tmp_path: Path) -> None:
    path = unit(tmp_path)
    before = schema(path)
    copy = upgrade.upgrade(path, database.SCHEMA, migrations(tmp_path))
    assert copy is not None
    assert copy.parent == path.parent
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert schema(copy) == before
    assert ask(copy, "SELECT count(*) FROM report") == ask(path, "SELECT count(*) FROM report") == 2
    assert ask(path, "PRAGMA user_version") == 4
    assert ask(path, "SELECT version_num FROM alembic_version") == "0004"
    assert ask(path, "SELECT colour FROM report") == "grey"
    assert ask(path, "SELECT count(*) FROM agency WHERE brief != ''") == ask(copy, "SELECT count(*) FROM agency")
    assert ask(path, "SELECT count(*) FROM action") == 1


@pytest.mark.parametrize(
    "failure",
    [
        "op.execute('INSERT INTO nowhere VALUES (1)')",
        "op.execute('DELETE FROM report')",
        "op.execute('DELETE FROM change')",
    ],
    ids=["no such table", "orphans", "record"],
)
def test_a_failing_upgrade_leaves_the_database_usable_as_before_with_its_copy(tmp_path: Path, failure: str) -> None:
    path = unit(tmp_path)
    before = digest(path)
    sentence = refused(lambda: upgrade.upgrade(path, database.SCHEMA, migrations(tmp_path, failure)))
    assert digest(path) == before
    copies = list(tmp_path.glob("*before-upgrade*"))
    assert len(copies) == 1
    assert str(copies[0]) in sentence
    desk = make_desk(tmp_path)
    desk.take_over()
    desk.task(steps(desk)[1], agency(desk, 2))
    assert desk.check().problems == ()


def test_a_defect_in_a_migration_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    path = unit(tmp_path)
    before = digest(path)
    with pytest.raises(ZeroDivisionError):
        upgrade.upgrade(path, database.SCHEMA, migrations(tmp_path, "1 / 0"))
    assert digest(path) == before
    assert not list(tmp_path.glob("*-journal"))


def test_opening_an_older_database_upgrades_it_once_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = unit(tmp_path)
    monkeypatch.setattr(upgrade, "MIGRATIONS", migrations(tmp_path))
    monkeypatch.setattr(database, "SCHEMA", 4)
    said: list[tuple[str, object]] = []

    def say(words: str) -> None:
        said.append((words, ask(path, "PRAGMA user_version")))

    opened = database.Database.open(path, create=False, say=say)
    assert "upgraded" in opened.note
    assert str(tmp_path) in opened.note
    opened.close()
    assert said == [(database.UPGRADING, 3)], "said before it is done"
    again = database.Database.open(path, create=False, say=say)
    assert again.note == ""
    assert len(said) == 1
    assert len(list(tmp_path.glob("*before-upgrade*"))) == 1


def test_an_older_database_that_may_not_be_written_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = unit(tmp_path)
    before = digest(path)
    monkeypatch.setattr(database, "SCHEMA", 4)
    with pytest.raises(RuleError, match="older version"):
        database.Database.open(path, create=False, read_only=True)
    assert digest(path) == before
    assert not list(tmp_path.glob("*before-upgrade*"))


def test_somebody_else_s_upgrade_is_not_done_again(tmp_path: Path) -> None:
    path = unit(tmp_path)
    folder = migrations(tmp_path)
    upgrade.upgrade(path, database.SCHEMA, folder)
    before = digest(path)
    assert upgrade.upgrade(path, database.SCHEMA, folder) is None
    assert digest(path) == before
    assert len(list(tmp_path.glob("*before-upgrade*"))) == 1


def test_an_upgrade_waits_for_no_writer_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = unit(tmp_path)
    monkeypatch.setattr(upgrade, "connect", lambda path, mode: connect(path, mode, 0.01))
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        assert "still writing" in refused(lambda: upgrade.upgrade(path, database.SCHEMA, migrations(tmp_path)))
    assert not list(tmp_path.glob("*before-upgrade*"))


def test_alembic_is_not_loaded_when_no_upgrade_is_due(tmp_path: Path) -> None:
    path = unit(tmp_path)
    code = f"""
import sys
from pathlib import Path
from csu_tui.desk.clock import Clock
from csu_tui.desk.desk import Desk
from csu_tui.domain.words import Decision
desk = Desk.open(Path({str(path)!r}), create=False, clock=Clock(), login="ellis")
desk.take_over()
desk.decide(desk.agenda().steps[1], Decision.FOR_INFORMATION)
print("sqlmodel" in sys.modules, "alembic" in sys.modules)
"""
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["True", "False"], done.stderr
