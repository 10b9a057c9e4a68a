"""The command `show`, given the reference of something else."""

import pytest

from csu_tui.desk.desk import Desk
from tests.cli.conftest import Ask, parsed
from tests.factories import import_reports


def test_show_of_an_action_prints_its_report_and_says_so(ask: Ask, closed: Desk) -> None:
    assert closed.meeting() is None
    status, out, err = ask("show", "A1")
    report = next(line for line in out.splitlines() if line.startswith("R"))
    ref = report.split()[0]
    assert status == 0
    assert err == f"A1 is an action of {ref}, which follows.\n"
    assert out == ask("show", ref)[1]
    assert parsed(ask("show", "a1", "--json")[1])["report"] == ref


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ("T42", "csu-tui group show T42"),
        ("v2", "csu-tui case-review list"),
        ("M57", "csu-tui minutes M57"),
        ("I3", "csu-tui imports"),
    ],
)
def test_show_of_anything_else_names_the_command_in_one_line(ask: Ask, desk: Desk, given: str, named: str) -> None:
    assert desk.meeting() is None
    status, out, err = ask("show", given)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert named in err


def test_show_names_a_report_without_title_as_its_source_did(ask: Ask, desk: Desk) -> None:
    (report,) = import_reports(desk, {"category": "Rat Complaint", "title": "", "text": ""})
    assert "\nRat Complaint\n" in ask("show", f"R{report}")[1]


def test_show_says_whose_answer_is_shared(ask: Ask, desk: Desk) -> None:
    one, other = import_reports(desk, {}, {})
    desk.link(other, one, shares_feedback=True)
    assert f", one answer with R{one}\n" in ask("show", f"R{other}")[1]
