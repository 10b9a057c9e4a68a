"""`figures`: the span by its options, each format, and the records behind a number."""

import csv
import io
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from tests.cli.conftest import Ask, parsed
from tests.cli.test_speed_guards import loaded

NAMES = {
    "daily_taskings", "contacts", "groups", "site_visits", "case_reviews_raised", "case_reviews_taken_forward", "cbo",
    "cpw", "cpn", "cpn_breaches", "closure_orders", "vehicle_warning_letters", "asb_warning_letters", "aba",
    "aba_breach_letters", "prevent_referrals", "resident_asb_reports",
}  # fmt: skip


def test_json_is_the_contract(ask: Ask, closed: Desk) -> None:
    assert closed.meeting() is None
    status, out, _ = ask("figures", "--year", "2022-23", "--format", "json")
    found = parsed(out)
    assert status == 0
    assert set(found) == {"span", "before", "figures"}
    assert all(set(one) == {"name", "label", "value", "before", "definition"} for one in found["figures"])
    values = {one["name"]: one["value"] for one in found["figures"]}
    assert set(values) >= NAMES
    assert values["daily_taskings"] == 1


@pytest.mark.parametrize(
    ("options", "span"),
    [
        ((), ("2021-04-01", "2022-03-31")),
        (("--year", "2021/22"), ("2021-04-01", "2022-03-31")),
        (("--month", "2022-03"), ("2022-03-01", "2022-03-31")),
        (("--from", "14/3"), ("2022-03-14", "2022-04-01")),
        (("--from", "1 Mar 2022", "--to", "2022-03-14"), ("2022-03-01", "2022-03-14")),
        (("--from", "2022-03-14", "--to", "2022-12-31"), ("2022-03-14", "2022-12-31")),
    ],
)
def test_a_span_is_named_as_people_do(ask: Ask, desk: Desk, options: tuple[str, ...], span: tuple[str, str]) -> None:
    assert desk.meeting() is None
    _, out, _ = ask("figures", *options, "--format", "json")
    assert parsed(out)["span"] == {"start": span[0], "end": span[1]}


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (("--year", "2021-22", "--month", "2022-03"), 2),
        (("--to", "2022-03-14"), 2),
        (("--by", "colour"), 2),
        (("--records", "cpw", "--by", "month"), 2),
        (("--year", "soon"), 1),
        (("--from", "2022-03-14", "--to", "2022-03-01"), 1),
        (("--records", "nonsense"), 1),
    ],
)
def test_what_cannot_be_counted_is_said_in_one_line(
    ask: Ask, desk: Desk, options: tuple[str, ...], status: int
) -> None:
    assert desk.meeting() is None
    got, out, err = ask("figures", *options)
    assert (got, out) == (status, "")
    assert err.strip()


def test_records_are_as_many_as_the_figure_says(ask: Ask, desk: Desk) -> None:
    _, out, _ = ask("figures", "--year", "2021-22", "--format", "csv")
    number = next(row["value"] for row in csv.DictReader(io.StringIO(out)) if row["name"] == "reports")
    _, listed, _ = ask("figures", "--year", "2021-22", "--records", "reports")
    assert (number, len(listed.splitlines())) == ("3", 3)
    assert "Planted" not in listed
    assert "Secret" not in listed
    assert desk.meeting() is None


def test_a_page_is_written_to_a_new_file_only(ask: Ask, desk: Desk, tmp_path: Path) -> None:
    assert desk.meeting() is None
    page = tmp_path / "figures.md"
    assert ask("figures", "--format", "md", "-o", str(page))[0] == 0
    assert page.read_text(encoding="utf-8").startswith("# Daily tasking, 2021-22")
    assert page.stat().st_mode & 0o077 == 0
    assert ask("figures", "--format", "md", "-o", str(page))[0] == 1


def test_pictures_are_drawn_when_asked_for(ask: Ask, desk: Desk) -> None:
    assert desk.meeting() is None
    assert "REPORTS BY CATEGORY  " in ask("figures", "--year", "2021-22")[1]
    assert "WHEN REPORTS COME IN" not in ask("figures", "--year", "2021-22")[1]
    assert "WHEN REPORTS COME IN" in ask("figures", "--year", "2021-22", "--pictures")[1]


@pytest.mark.parametrize("form", ["text", "csv", "json", "md"])
def test_figures_load_no_heavy_library(closed: Desk, database: Path, form: str) -> None:
    assert closed.meeting() is None
    assert loaded(database, "figures", "--year", "2021-22", "--pictures", "--format", form) == set()
