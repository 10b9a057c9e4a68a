"""A meeting left open from an earlier day takes nothing new, and a step that is not there is told in words."""

from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.ids import StepId
from csu_tui.domain.stroke import NewReport
from tests.factories import clock_of, close, import_reports, make_desk, open_meeting, refused, steps, take


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = make_desk(tmp_path)
    import_reports(desk)
    open_meeting(desk)
    clock_of(desk).advance(days=1)
    return desk


def test_a_meeting_left_open_has_nothing_raised_in_it_and_says_what_to_do(desk: Desk) -> None:
    raised = NewReport(desk.categories()[0].id, "Resident")
    assert refused(lambda: desk.raise_report(raised)) == (
        "M1 was left open on an earlier day and takes nothing new: end it, then raise this in today's meeting."
    )
    assert len(steps(desk)) == 1
    close(desk)
    open_meeting(desk)
    desk.raise_report(raised)
    assert [step.raised for step in steps(desk)] == [False, True]


def test_what_comes_in_while_a_meeting_is_left_open_waits_for_the_next_one(desk: Desk) -> None:
    assert take(desk, {"received": "01/04/2022 17:00"}).joined == 0
    close(desk)
    assert {step.report_id for step in steps(desk)} == {1, 2}


def test_a_step_that_is_not_there_is_refused_in_words(desk: Desk) -> None:
    assert refused(lambda: desk.item(StepId(99))) == "There is no such step: open the agenda again."
