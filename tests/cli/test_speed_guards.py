"""What is not imported cannot slow a command down."""

import subprocess
import sys
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk

HEAVY = ("textual", "sqlmodel", "sqlalchemy", "pydantic", "alembic", "dateutil", "holidays")
RUN = """
import sys
from csu_tui.cli.main import run
status = run(sys.argv[1:])
sys.stderr.write("LOADED " + ",".join(m for m in {heavy!r} if m in sys.modules) + "\\n")
sys.exit(status)
"""


def loaded(database: Path, *command: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", RUN.format(heavy=HEAVY), *command],
        capture_output=True, text=True, check=False, env={"CSU_TUI_DB": str(database)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return set(done.stderr.rpartition("LOADED ")[2].strip().split(",")) - {""}


@pytest.mark.parametrize("command", [("--help",), ("--version",)])
def test_help_and_version_load_neither_the_screens_nor_the_tables(tmp_path: Path, command: tuple[str, ...]) -> None:
    assert loaded(tmp_path / "x.db", *command) == set()


@pytest.mark.parametrize(
    "command",
    [
        ("agenda",),
        ("meetings",),
        ("actions",),
        ("feedback",),
        ("show", "R1"),
        ("minutes",),
        ("check",),
        ("where",),
        ("search", "mill"),
    ],
)
def test_reading_commands_do_not_load_the_tables(closed: Desk, database: Path, command: tuple[str, ...]) -> None:
    assert closed.meeting() is None
    assert loaded(database, *command) == set()
