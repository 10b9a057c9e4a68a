"""Reading and deciding after 100,000 reports of history, against the same after 100."""

import tempfile
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from tests import factories
from tests.bench.measure import Figure, timed
from tests.history import fill

RUNS = 40
REPORTS = 60


def history() -> Iterator[Figure]:
    """Measure the agenda of 60 reports, one item, the opening, and one tasking."""
    found: dict[int, dict[str, list[float]]] = {}
    for size in (100, 100_000):
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made)
            factories.make_desk(folder).close()
            fill(folder / "unit.db", size, date(2022, 4, 1))
            desk = factories.make_desk(folder, create=False)
            factories.import_reports(desk, *({"postcode": f"BR8 {n % 25}AA"} for n in range(REPORTS)))
            desk.warm()
            times = found.setdefault(size, {})
            times["opening()"] = [timed(desk.opening) for _ in range(RUNS)]
            factories.open_meeting(desk)
            steps = factories.steps(desk)
            times["agenda() of 60"] = [timed(desk.agenda) for _ in range(RUNS)]
            times["item()"] = [timed(partial(desk.item, step.id)) for step in steps[:RUNS]]
            agency = factories.agency(desk, 1)
            times["task()"] = [timed(partial(desk.task, step, agency)) for step in steps[:RUNS]]
            desk.close()
    for name, times_long in found[100_000].items():
        yield Figure(f"{name}, 100,000 behind it", times_long, found[100][name], "100 behind it")
