"""The Actions screen with 20,000 open actions against the same with 200, by turns in one run."""

import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from tests import factories
from tests.bench.measure import Figure
from tests.bench.program import Program

RUNS = 5
FEW, MANY = 200, 20_000
ROOT = Path(__file__).parents[2]
OPEN = (
    "INSERT INTO action (version, report_id, agency_id, kind_id, text, due, status, outcome, carried_over, touched,"
    " withdrawn, created, made_by) SELECT 1, 1 + value % 60, 1 + value % 9, 5, 'visit number ' || value,"
    " date('2022-04-01', (value % 30) || ' days'), 'open', '', 0, 0, 0, '2022-03-01T09:00:00Z', 'ellis'"
    " FROM generate(?)"
)


def actions() -> Iterator[Figure]:
    """Measure opening F3, everybody's list, and each letter of a filter, at 120×40."""
    times: dict[int, dict[str, list[float]]] = {FEW: {}, MANY: {}}
    with tempfile.TemporaryDirectory() as made:
        paths = {size: _unit(Path(made) / str(size), size) for size in times}
        for _ in range(RUNS):
            for size, path in paths.items():
                _one(path, times[size])
    for name, many in times[MANY].items():
        yield Figure(f"{name}, {MANY:,} open", many, times[FEW][name], f"{FEW} open")


def _unit(folder: Path, size: int) -> Path:
    """Make a unit with so many open actions, its user matched to an officer so that nothing is asked."""
    from csu_tui.settings import login

    folder.mkdir()
    desk = factories.make_desk(folder, login=login())
    factories.import_reports(desk, *({"title": f"Report {n}"} for n in range(60)))
    desk.add_officer(factories.agency(desk, 1), "Sgt Ellis", login())
    desk.close()
    connection = sqlite3.connect(desk.path)
    statement = OPEN.replace("generate(?)", "(WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n"
                             " WHERE value < ?) SELECT value FROM n)")  # fmt: skip
    connection.execute(statement, (size,))
    connection.commit()
    connection.close()
    return desk.path


def _one(path: Path, times: dict[str, list[float]]) -> None:
    argv = [sys.executable, "-m", "csu_tui", "--db", str(path)]
    with Program(argv, cols=120, rows=40, env={"CSU_TUI_NOW": factories.MORNING}, cwd=ROOT) as program:
        program.until(b"DAILY TASKING", perf_counter())
        program.rest(1.5)
        for name, keys in (("F3 opens", "f3"), ("my agency's", "w"), ("everybody's", "w")):
            begun = perf_counter()
            program.press(keys)
            times.setdefault(name, []).append(program.settled(begun))
            program.rest()
        program.press("/")
        program.rest()
        for number, letter in enumerate("vis19", 1):
            begun = perf_counter()
            program.press(letter)
            times.setdefault(f"filter, letter {number}", []).append(program.settled(begun))
            program.rest(0.2)
        program.press("ctrl+q")
