"""What the unit has seen before, looked up behind 1,000,000 reports and behind 10,000 that end alike."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from functools import partial
from pathlib import Path
from typing import Self

from csu_tui.data.queries import case_review
from tests import factories
from tests.bench.measure import Figure, timed
from tests.history import fill

RUNS = 200
TURNS = 5
"""Both histories are measured by turns, so that a busy moment of the machine falls on both."""
FEW, MANY = 10_000, 1_000_000
PLACES = 25


def repeats() -> Iterator[Figure]:
    """Measure one report with its SEEN BEFORE panel, its case-review look-up alone, the hotspots, and the opening."""
    times: dict[int, dict[str, list[float]]] = {FEW: {}, MANY: {}}
    with ExitStack() as stack:
        desks = {size: stack.enter_context(Unit(size)) for size in times}
        for _ in range(TURNS):
            for size, unit in desks.items():
                unit.measure(times[size])
    for name, many in times[MANY].items():
        yield Figure(f"{name}, {MANY:,} behind it", many, times[FEW][name], f"{FEW:,} behind it")


class Unit:
    """A unit behind so much history, with sixty fresh reports at places and by callers that it knows."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        folder = Path(self._stack.enter_context(tempfile.TemporaryDirectory()))
        factories.make_desk(folder).close()
        fill(folder / "unit.db", self._size, date(2022, 4, 1))
        self.desk = factories.make_desk(folder, create=False)
        self._stack.callback(self.desk.close)
        again = (
            {"postcode": f"BR8 {n % PLACES}AA", "phone": f"01632 9600{n % PLACES:02}", "email": "", "house": ""}
            for n in range(60)
        )
        self.reports = factories.import_reports(self.desk, *again)
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def measure(self, times: dict[str, list[float]]) -> None:
        """Run each look-up a few dozen times."""
        desk = self.desk
        with desk._db.read() as connection:
            flags = [partial(case_review.flag, connection, report) for report in self.reports]
            times.setdefault("case review", []).extend(timed(flag) for flag in flags)
        items = [partial(desk.report, report) for report in self.reports]
        times.setdefault("report()", []).extend(timed(item) for item in items)
        for name, step in (("hotspots()", desk.hotspots), ("opening()", desk.opening)):
            times.setdefault(name, []).extend(timed(step) for _ in range(RUNS // TURNS))
