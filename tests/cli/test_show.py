"""The command `show`, given the reference of something else."""

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.ids import ReportId
from csu_tui.domain.stroke import Assignment, Roll
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


def test_what_is_finished_or_told_names_no_day_that_is_still_to_come(ask: Ask, closed: Desk) -> None:
    def said() -> str:
        starts = ("A1 ", "FEEDBACK")
        return "".join(line for line in ask("show", "R2")[1].splitlines() if line.startswith(starts))

    assert closed.report(ReportId(2)).feedback.due is not None
    assert said().count("by ") == 2
    ask("done", "A1", "spoken to")
    ask("contact", "R2", "call", "--given")
    assert "by " not in said()


def test_a_finished_action_says_what_was_asked_and_what_came_of_it(ask: Ask, desk: Desk) -> None:
    desk.open_meeting(Roll("Sgt Ellis"))
    (step,) = (one for one in desk.agenda().steps if one.report_id == 1)
    desk.assign(step, Assignment(desk.agencies()[0].id, text="call first"))
    ask("done", "A1", "spoken to")
    assert "call first; spoken to\n" in ask("show", "R1")[1]
