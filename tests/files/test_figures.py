"""Figures written out: readable at 80 columns, no live formula, no markup, the contract's keys."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from csu_tui.domain.figure import By
from csu_tui.domain.figure_proof import prove_year
from csu_tui.domain.plot import ASCII
from csu_tui.domain.text import clean, width
from csu_tui.files import figures as written
from tests.desk.figured import YEAR, Unit, busy
from tests.factories import HOSTILE, PLANTED

FORMULA = "=cmd|' /C calc'!A0"
BAR = "www.example.org/a|b"


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Unit]:
    made = busy(tmp_path)
    made.run("UPDATE agency SET short = ? WHERE id = 1", FORMULA)
    made.run("UPDATE agency SET short = ? WHERE id = 2", HOSTILE)
    made.run(
        "UPDATE report SET source = '+441322', postcode = 'BR8 7AA', street = '@SUM(1)', locality = ? WHERE id = 3",
        HOSTILE,
    )
    made.run("UPDATE report SET source = ? WHERE id = 2", BAR)
    yield made
    made.desk.close()


def text(unit: Unit, by: By | None = None) -> str:
    found = unit.desk.figures(YEAR, by)
    return written.figures_text(found, prove_year(found), "Unit " + HOSTILE, unit.desk.pictures(YEAR))


@pytest.mark.parametrize("by", [None, *By])
def test_text_is_at_most_80_wide_and_harmless(unit: Unit, by: By | None) -> None:
    said = text(unit, by)
    assert max(map(width, said.splitlines())) <= 80
    assert clean(said, lines=True) == said
    assert not [word for word in PLANTED if word in said]


def test_text_has_every_figure_against_the_span_before(unit: Unit) -> None:
    lines = text(unit).splitlines()
    (line,) = [line for line in lines if line.startswith("CPW ")]
    assert line.split() == ["CPW", "1", "1", "0", "0%"]
    (line,) = [line for line in lines if line.startswith("Daily taskings ")]
    assert line.split()[2:] == ["3", "1", "+2", "+200%"]
    assert "3 taskings: all actions taken forward but 1 (1 open);" in " ".join(lines)
    assert "Missing: 1, listed by --records tasking_actions_open" in lines


def test_a_year_s_months_stand_side_by_side(unit: Unit) -> None:
    lines = text(unit, By.MONTH).splitlines()
    (head,) = [line for line in lines if line.startswith("2021–2022")]
    (row,) = [line for line in lines if line.startswith("Daily taskings")]
    assert head.split()[1:] == [
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
        "Jan",
        "Feb",
        "Mar",
        "all",
    ]
    assert row.split()[2:] == ["0", "0", "3", *("0",) * 9, "3"]


def test_a_terminal_without_blocks_has_pictures_of_plain_signs(unit: Unit) -> None:
    found = unit.desk.figures(YEAR)
    said = written.figures_text(found, prove_year(found), "Unit", unit.desk.pictures(YEAR), ASCII)
    pictures = said[said.index("TASKINGS MONTH BY MONTH") : said.index("WHAT EACH FIGURE COUNTS")]
    assert "#" in pictures
    assert not set(pictures) & set("█▏▎▍▌▋▊▉┃░▒▓·")


@pytest.mark.parametrize("by", [None, *By])
def test_csv_opens_without_a_live_formula(unit: Unit, by: By | None) -> None:
    figures = unit.desk.figures(YEAR, by)
    sheets = [written.figures_csv(figures)]
    sheets += [written.records_csv(unit.desk.figure_records(one.name, YEAR)) for one in figures.figures]
    cells = [cell for sheet in sheets for row in csv.reader(io.StringIO(sheet)) for cell in row]
    assert "'" + FORMULA in cells or by is not None
    for cell in cells:
        assert not cell.startswith(("=", "@", "\t", "\r")), cell
        assert not cell.startswith(("+", "-")) or cell.lstrip("+-").replace(".", "").isdigit(), cell
    assert not [word for word in PLANTED for cell in cells if word in cell]


def test_csv_has_a_line_for_each_figure_and_part(unit: Unit) -> None:
    figures = unit.desk.figures(YEAR)
    rows = list(csv.DictReader(io.StringIO(written.figures_csv(figures))))
    assert [row["name"] for row in rows] == [one.name for one in figures.figures]
    (taskings, *_) = rows
    assert (taskings["value"], taskings["before"], taskings["difference"], taskings["per_cent"]) == (
        "3",
        "1",
        "2",
        "200",
    )
    split = unit.desk.figures(YEAR, By.AGENCY)
    parts = [row for row in csv.DictReader(io.StringIO(written.figures_csv(split))) if row["name"] == "contacts"]
    assert sum(int(part["value"]) for part in parts) == figures.count("contacts")


def test_json_has_the_contract_s_keys_in_their_order_and_is_the_same_each_time(unit: Unit) -> None:
    found = written.figures_json(unit.figures())
    assert list(found) == ["span", "before", "figures"]
    assert found["span"] == {"start": "2021-04-01", "end": "2022-03-31"}
    assert found["before"] == {"start": "2020-04-01", "end": "2021-03-31"}
    for one in found["figures"]:
        assert list(one) == ["name", "label", "value", "before", "definition"]
        assert one["definition"].endswith(".")
        assert "\n" not in one["definition"]
    assert json.dumps(found) == json.dumps(written.figures_json(unit.figures()))


def test_json_split_names_the_parts(unit: Unit) -> None:
    found = written.figures_json(unit.desk.figures(YEAR, By.MONTH))["figures"][0]
    assert list(found) == ["name", "label", "value", "before", "definition", "split"]
    assert found["split"][2] == {"month": "2021-06", "value": 3}


def test_markdown_is_a_page_to_print_and_holds_no_live_markup(unit: Unit) -> None:
    figures = unit.desk.figures(YEAR, By.MONTH)
    said = written.figures_markdown(figures, prove_year(figures), "Unit " + HOSTILE)
    lines = said.splitlines()
    assert lines[0] == "# Daily tasking, 2021-22"
    assert "> 3 taskings: all actions taken forward but 1 (1 open)" in said
    assert "## Month by month" in lines
    assert "| Jun 2021 | 3 | 2 | 3 | 3 | 3 |" in lines
    assert any(line.startswith("- **Daily taskings**: A report in a meeting") for line in lines)
    assert r"\[ALPHA-1\]" in lines[2]
    assert clean(said, lines=True) == said
    for table in said.split("\n\n"):
        if table.startswith("| "):
            bars = {line.replace("\\|", "").count("|") for line in table.splitlines()}
            assert len(bars) == 1, table


def test_records_are_listed_with_what_a_room_may_read(unit: Unit) -> None:
    records = unit.desk.figure_records("daily_taskings", YEAR)
    assert [one["record"] for one in written.records_json(records)] == ["R1", "R2", "R3"]
    assert list(written.records_json(records)[0]) == [
        "record", "report", "date", "agency", "headline", "place", "what",
    ]  # fmt: skip
    said = written.records_text(records) + written.records_markdown(records)
    assert "Sensitive concern" in said
    assert clean(said, lines=True) == said
    assert not [word for word in (*PLANTED, "7AA") if word in said]
    assert written.records_text(()) == "No record.\n"
