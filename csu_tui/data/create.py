"""A new database: the schema and the standard lists, whole or not at all."""

import json
import os
import secrets
import sqlite3
from contextlib import suppress
from pathlib import Path

from sqlmodel import SQLModel, create_engine

from csu_tui.data.connection import connect, sentences
from csu_tui.data.database import APPLICATION_ID, SCHEMA
from csu_tui.data.tables import SEARCH, SEARCH_WORD, TRIGGERS
from csu_tui.domain import standard
from csu_tui.domain.errors import RuleError

ELSEWHERE = " Name another place by --db or CSU_TUI_DB."


def create_database(path: Path) -> None:
    """Create the database at `path`, readable by its owner only.

    It is built beside its place and linked there, so that a kill leaves none half made, and of two at once one wins.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise RuleError(
            f"No database can be made at {path}: {error.strerror}. Name another place by --db or CSU_TUI_DB."
        ) from error
    try:
        with sentences(path):
            _fill(draft)
        _place(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _place(draft: Path, path: Path) -> None:
    try:
        with suppress(FileExistsError):
            os.link(draft, path)
    except OSError:  # a file system without links
        if not path.exists():
            draft.rename(path)


def _fill(draft: Path) -> None:
    connection = connect(draft, "rw")
    try:
        connection.execute("BEGIN IMMEDIATE")
        for statement in statements():
            connection.execute(statement)
        _seed(connection)
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={SCHEMA}")
        connection.execute("COMMIT")
    finally:
        connection.close()


def statements() -> tuple[str, ...]:
    """Return the schema as SQL."""
    found: list[str] = []
    engine = create_engine("sqlite://")
    SQLModel.metadata.create_all(engine)
    with engine.begin() as memory:
        rows = memory.exec_driver_sql(
            "SELECT sql FROM sqlite_master WHERE sql NOT NULL AND name NOT LIKE 'sqlite%'"
            " ORDER BY type DESC, name"  # a table's indexes come from a set, in no order of their own
        )
        found = [row[0] for row in rows]
    engine.dispose()
    return (
        *found,
        SEARCH,
        SEARCH_WORD,
        *TRIGGERS,
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)",
        f"INSERT INTO alembic_version VALUES ('{SCHEMA:04d}')",
    )


def _seed(connection: sqlite3.Connection) -> None:
    for agency in standard.AGENCIES:
        connection.execute(
            "INSERT INTO agency (version, name, short, digit, own, retired) VALUES (1,?,?,?,?,0)",
            (agency.name, agency.short, agency.digit, int(agency.own)),
        )
    for position, category in enumerate(standard.CATEGORIES):
        connection.execute(
            "INSERT INTO category (version, name, asb, sensitive, position, retired) VALUES (1,?,?,?,?,0)",
            (category.name, int(category.asb), int(category.sensitive), position),
        )
    for position, kind in enumerate(standard.KINDS):
        connection.execute(
            "INSERT INTO kind (version, name, family, topic, usual, position, retired) VALUES (1,?,?,?,?,?,0)",
            (kind.name, kind.family, kind.topic, int(kind.default), position),
        )
    for name, texts in standard.REASONS.items():
        for position, text in enumerate(texts):
            connection.execute(
                "INSERT INTO phrase (version, list, text, position, retired) VALUES (1,?,?,?,0)", (name, text, position)
            )
    for key, value in standard.SETTINGS.items():
        connection.execute("INSERT INTO setting (version, key, value) VALUES (1,?,?)", (key, json.dumps(value)))
