"""What came later counts: a report taken back is left alone, and a reporter become anonymous is owed nothing."""

import json
from datetime import date
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.ids import ImportId, ReportId
from csu_tui.domain.stroke import ActionFilter, ContactMade, NewReport, ReportEdit
from csu_tui.domain.words import FeedbackState, Means, Risk
from tests.factories import (
    HOSTILE,
    agency,
    close,
    desks,
    import_reports,
    make_desk,
    open_meeting,
    refused,
    row,
    rows_of,
    step_of,
    steps,
    take,
)

R1, R2 = ReportId(1), ReportId(2)
GONE = "R1 was taken back: there is nothing left to do on it."
NOBODY = {"reporter": "anonymous", "name": "", "phone": "", "email": "", "feedback_wanted": ""}
CALLED = ContactMade(Means.CALL, reached=True, note=HOSTILE)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = make_desk(tmp_path)
    import_reports(desk)
    return desk


def test_nothing_is_done_on_a_report_taken_back(desk: Desk) -> None:
    import_reports(desk)
    open_meeting(desk)
    before, report, step = desk.report(R1).feedback, desk.report(R1).report, step_of(desk, R2)
    desk.take_back(ImportId(1))
    assert refused(lambda: desk.contact(R1, CALLED)) == GONE
    assert refused(lambda: desk.set_feedback(before, FeedbackState.DECLINED)) == GONE
    assert refused(lambda: desk.edit_report(report, ReportEdit(risk=Risk.HIGH))) == GONE
    assert refused(lambda: desk.same_incident(step, R1)) == GONE
    assert rows_of(desk, "SELECT count(*) FROM contact") == [(0,)]


def test_a_report_raised_is_not_undone_once_somebody_else_has_worked_on_it(tmp_path: Path) -> None:
    ellis, amir = desks(tmp_path, "ellis", "amir")
    import_reports(ellis)
    open_meeting(ellis)
    raised = ellis.raise_report(NewReport(ellis.categories()[0].id, "Resident")).report_id
    assert raised is not None
    amir.contact(raised, CALLED)
    assert "has been worked on since" in refused(ellis.undo)
    assert not step_of(ellis, raised).taken_back


def test_a_reporter_told_and_then_anonymous_is_owed_nothing_by_a_key_or_by_undo(desk: Desk) -> None:
    sent = row()
    take(desk, sent)
    told_of = desk.report(R2).feedback
    desk.set_feedback(told_of, FeedbackState.GIVEN, means=Means.CALL)
    take(desk, sent | NOBODY)
    standing = desk.report(R2).feedback
    assert standing.state is FeedbackState.GIVEN
    assert "now want to be" in refused(lambda: desk.set_feedback(standing, FeedbackState.DUE))
    assert "anonymous" in refused(desk.undo)
    assert desk.report(R2).feedback.state is FeedbackState.GIVEN
    desk.set_feedback(standing, FeedbackState.DUE, wish_changed="rang and left a name")
    assert desk.report(R2).feedback.state is FeedbackState.DUE


def test_why_an_action_was_redated_or_handed_over_is_kept_outside_a_meeting_too(desk: Desk) -> None:
    open_meeting(desk)
    desk.task(step_of(desk, R1), agency(desk, 1))
    close(desk)
    (action,) = desk.actions(ActionFilter())
    desk.redate(action, date(2022, 4, 8), HOSTILE)
    desk.hand_over(desk.action(action.id), agency(desk, 2), None, "theirs since Monday")
    said = rows_of(desk, "SELECT after FROM change_value ORDER BY change_id DESC LIMIT 2")
    assert [json.loads(after)["action:1"]["why"] for (after,) in said] == ["theirs since Monday", HOSTILE.strip()]
    desk.undo()
    assert desk.action(action.id).agency_id == agency(desk, 1)


def settle_all(desk: Desk) -> None:
    for conflict in desk.conflicts():
        desk.settle_conflict(conflict, take=True)


def test_a_report_whose_day_becomes_known_is_on_the_next_agenda(desk: Desk) -> None:
    sent = row(received="2022-03")
    take(desk, sent)
    assert {step.report_id for step in steps(desk)} == {R1}
    take(desk, sent | {"received": "2022-03-31 10:00"})
    settle_all(desk)
    assert {step.report_id for step in steps(desk)} == {R1, R2}
    desk.undo()
    assert {step.report_id for step in steps(desk)} == {R1}


def test_a_report_left_with_only_a_month_is_history_unless_a_meeting_had_it(desk: Desk) -> None:
    sent = row(), row()
    take(desk, sent[0])
    take(desk, sent[0] | {"received": "2022-03"})
    settle_all(desk)
    assert {step.report_id for step in steps(desk)} == {R1}
    take(desk, sent[1])
    open_meeting(desk)
    take(desk, sent[1] | {"received": "2022-03"})
    settle_all(desk)
    assert [(step.report_id, step.history) for step in steps(desk)] == [(1, False), (3, False)]
