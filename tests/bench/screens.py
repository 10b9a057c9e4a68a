"""Start to first agenda, key to settled screen, and leaving: each against the yardstick, by turns in one run."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from tests import factories
from tests.bench.measure import Figure, say
from tests.bench.program import Program

RUNS, KEYS = 9, 30
REPORTS = 60
YARDSTICK = [sys.executable, "-m", "tests.bench.yardstick"]
ROOT = Path(__file__).parents[2]


def screens() -> Iterator[Figure]:
    """Measure the Meeting screen on an agenda of 60 reports, at 120×40."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        desk = factories.make_desk(folder)
        factories.import_reports(desk, *({"title": f"Report {n}", "text": "words " * 40} for n in range(REPORTS)))
        factories.open_meeting(desk)
        desk.leave()
        desk.close()
        times: dict[str, list[float]] = {}
        bytes_sent: dict[str, list[int]] = {}
        for run in range(RUNS):
            copy = folder / f"{run}.db"
            shutil.copyfile(desk.path, copy)
            ours = [sys.executable, "-m", "csu_tui", "--db", str(copy)]
            _one(YARDSTICK, b"R0001", "q", {"down": "cursor"}, "yardstick", times, bytes_sent)
            _one(ours, b"DAILY TASKING", "ctrl+q", {"n": "n", "1": "1"}, "ours", times, bytes_sent)
    for what in ("start", "settled start"):
        yield Figure(f"{what}", times[f"ours {what}"], times[f"yardstick {what}"], "yardstick")
    for key in ("n", "1"):
        yield Figure(f"key {key}, settled", times[f"ours {key}"], times["yardstick cursor"], "yardstick, cursor down")
    yield Figure("leaving", times["ours leaving"], times["yardstick leaving"], "yardstick")
    middle = {name: sorted(found)[len(found) // 2] for name, found in bytes_sent.items()}
    say("bytes a key: " + ", ".join(f"{name} {number}" for name, number in middle.items()))


def _one(
    argv: list[str],
    marker: bytes,
    leave: str,
    keys: dict[str, str],
    who: str,
    times: dict[str, list[float]],
    bytes_sent: dict[str, list[int]],
) -> None:
    env = {"CSU_TUI_NOW": factories.MORNING, "PYTHONDONTWRITEBYTECODE": ""}
    begun = perf_counter()
    with Program(argv, cols=120, rows=40, env=env, cwd=ROOT) as program:
        times.setdefault(f"{who} start", []).append(program.until(marker, begun))
        times.setdefault(f"{who} settled start", []).append(program.settled(begun))
        program.rest(1.5)
        for key, name in keys.items():
            for _ in range(KEYS // RUNS + 1):
                before = len(program.raw)
                begun = perf_counter()
                program.press(key)
                times.setdefault(f"{who} {name}", []).append(program.settled(begun))
                bytes_sent.setdefault(f"{who} {name}", []).append(len(program.raw) - before)
                program.rest()
        begun = perf_counter()
        program.press(leave)
        times.setdefault(f"{who} leaving", []).append(program.gone(begun))
