"""What was seen before on 1,000,000 reports against the same on 10,000: panel, list, candidates, agenda."""

import tempfile
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from tests import factories
from tests.bench.measure import Figure, timed
from tests.history import fill

RUNS = 40
FEW, MANY = 10_000, 1_000_000
REPORTS = 60


def seen() -> Iterator[Figure]:
    """Measure at the desk, by turns, each size in its own database; the latest hundred reports are the same ones."""
    times: dict[int, dict[str, list[float]]] = {FEW: {}, MANY: {}}
    with tempfile.TemporaryDirectory() as made:
        desks = {}
        for size in times:
            folder = Path(made) / str(size)
            folder.mkdir()
            factories.make_desk(folder).close()
            fill(folder / "unit.db", size, date(2022, 4, 1))
            desk = factories.make_desk(folder, create=False)
            rows = ({"postcode": f"BR8 {n % 25}AA", "phone": f"01632 9600{n % 25:02}"} for n in range(REPORTS))
            numbers = factories.import_reports(desk, *rows)
            factories.open_meeting(desk)
            desks[size] = desk, numbers, factories.steps(desk)
        for turn in range(RUNS):
            for size, (desk, numbers, steps) in desks.items():
                number = numbers[turn % REPORTS]
                for name, read in (
                    ("the panel with its step", partial(desk.item, steps[turn % len(steps)].id)),
                    ("b: the list of all, and near", partial(desk.seen, number)),
                    ("s: the likeliest", partial(desk.likely, number)),
                    ("agenda of 60 with ×N", desk.agenda),
                ):
                    times[size].setdefault(name, []).append(timed(read))
        for desk, _, _ in desks.values():
            desk.close()
    for name, many in times[MANY].items():
        yield Figure(f"{name}, {MANY:,}", many, times[FEW][name], f"{FEW:,} behind it")
