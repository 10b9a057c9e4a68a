"""Taking a file in, against the standard library's `executemany` of the same rows into the same table."""

import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from csu_tui.desk.intake import IntakeOptions
from tests import factories
from tests.bench.measure import Figure, timed

SIZES = {5_000: 5, 100_000: 2}


def intake() -> Iterator[Figure]:
    """Measure `import --history` of files of 5,000 and 100,000 rows."""
    for size, runs in SIZES.items():
        ours, raw = [], []
        for _ in range(runs):
            with tempfile.TemporaryDirectory() as made:
                folder = Path(made)
                rows = [{"title": f"Report {n}", "text": "some words " * 10} for n in range(size)]
                path = factories.incoming_csv(folder / "rows.csv", rows)
                desk = factories.make_desk(folder)
                desk.warm()
                ours.append(timed(lambda: desk.take_in(path, IntakeOptions(history=True))))  # noqa: B023
                desk.close()
                raw.append(_raw(desk.path, folder))
        yield Figure(f"import of {size:,} rows", ours, raw, "raw sqlite3, reports only, no reading")


def _raw(filled: Path, folder: Path) -> float:
    """Return the seconds that the same reports take as tuples into an empty table of the same indexes."""
    empty = factories.make_desk(folder, name="raw.db")
    empty.close()
    source, target = sqlite3.connect(filled), sqlite3.connect(empty.path, isolation_level=None)
    try:
        rows = [(*row[:6], None, *row[7:]) for row in source.execute("SELECT * FROM report")]
        target.execute("PRAGMA synchronous=EXTRA")
        marks = ", ".join("?" * len(rows[0]))

        def insert() -> None:
            target.execute("BEGIN IMMEDIATE")
            target.executemany(f"INSERT INTO report VALUES ({marks})", rows)
            target.execute("COMMIT")

        return timed(insert)
    finally:
        source.close()
        target.close()
