"""What figures cost: the span's rows by index, and never more statements however long the history."""

from datetime import date
from pathlib import Path

import pytest

from csu_tui.data.queries.figures.counting import plans
from csu_tui.data.queries.figures.families import FAMILIES
from csu_tui.domain.figure import By
from csu_tui.domain.span import read_year
from tests.counted import counting
from tests.factories import make_desk
from tests.history import fill

YEAR = read_year("2021-22")
INDEX = {
    "taskings": "meeting_start", "tasked": "meeting_start", "feedback": "meeting_start", "contacts": "contact_at",
    "actions": "action_finished", "reports": "report_received", "residents": "report_received",
    "first_contact": "report_received", "finish": "report_received",
}  # fmt: skip


@pytest.mark.parametrize("family", INDEX)
def test_a_family_s_records_are_found_by_the_index_of_their_time(tmp_path: Path, family: str) -> None:
    desk = make_desk(tmp_path)
    with desk._db.read() as connection:
        for sql, values in plans(FAMILIES[family], YEAR):
            found = [str(row[3]) for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
            assert any(f"USING INDEX {INDEX[family]}" in line or f"INDEX {INDEX[family]} (" in line for line in found)
            assert not [line for line in found if line.startswith("SCAN")], found
    desk.close()


def test_statements_do_not_grow_with_history(tmp_path: Path) -> None:
    found = {}
    for size in (100, 3000):
        folder = tmp_path / str(size)
        folder.mkdir()
        make_desk(folder).close()
        fill(folder / "unit.db", size, date(2022, 4, 1))
        with counting() as counter:
            desk = make_desk(folder, create=False)
            found[size] = [
                len(counter(lambda d=desk: d.figures(YEAR)).statements),  # type: ignore[misc]
                len(counter(lambda d=desk: d.figures(YEAR, By.MONTH)).statements),  # type: ignore[misc]
                len(counter(lambda d=desk: d.pictures(YEAR)).statements),  # type: ignore[misc]
                len(counter(lambda d=desk: d.figure_records("contacts", YEAR)).statements),  # type: ignore[misc]
            ]
            desk.close()
    assert found[100] == found[3000]
    assert found[100][0] < 40
