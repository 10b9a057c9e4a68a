"""What is on the agenda: nothing falls between two meetings (SPEC 3.1)."""

from datetime import date, datetime
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.stroke import ActionFilter, Assignment, NewReport, ReportEdit, Roll
from csu_tui.domain.window import hours
from csu_tui.domain.words import Decision, MeetingState, Risk, StepKind
from tests.factories import (
    agency,
    clock_of,
    close,
    import_reports,
    make_desk,
    note_all,
    open_meeting,
    refused,
    rows_of,
    step_of,
    steps,
    take,
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return make_desk(tmp_path)


def reports(desk: Desk) -> list[int]:
    return [step.report_id for step in steps(desk) if step.kind is StepKind.REPORT]


def test_two_meetings_cannot_be_open(desk: Desk) -> None:
    open_meeting(desk, "Sgt Ellis")
    other = make_desk(desk.path.parent, login="jones")
    assert "M1 is open already, chaired by Sgt Ellis" in refused(lambda: open_meeting(other))
    assert len(desk.meetings()) == 1


def test_a_meeting_needs_a_chair(desk: Desk) -> None:
    assert "needs a chair" in refused(lambda: desk.open_meeting(Roll("  ")))
    assert desk.meetings() == ()


def test_the_first_window_is_the_last_24_hours_and_older_reports_are_taken_as_late(desk: Desk) -> None:
    old, fresh = import_reports(desk, {"received": "20/03/2022 10:00"}, {"received": "31/03/2022 16:40"})
    assert hours(desk.opening().window) == 24
    assert desk.opening().late == 1
    open_meeting(desk)
    assert (step_of(desk, old).late, step_of(desk, fresh).late) == (True, False)


@pytest.mark.parametrize(
    ("previous", "opening", "span"),
    [
        ("2022-03-31T09:00:00+01:00", "2022-04-01T09:00:00+01:00", 24),
        ("2022-04-01T09:00:00+01:00", "2022-04-04T09:00:00+01:00", 72),
        ("2022-04-14T09:00:00+01:00", "2022-04-19T09:00:00+01:00", 120),
        ("2022-03-25T09:00:00+00:00", "2022-03-28T09:00:00+01:00", 71),
    ],
    ids=["overnight", "weekend", "Easter", "clocks forward"],
)
def test_the_window_runs_from_the_previous_window_s_end(tmp_path: Path, previous: str, opening: str, span: int) -> None:
    desk = make_desk(tmp_path, previous)
    first = open_meeting(desk)
    clock_of(desk).advance(minutes=50)
    close(desk)
    clock_of(desk).set(opening)
    assert hours(desk.opening().window) == span
    second = open_meeting(desk)
    assert second.window.start == first.window.end == datetime.fromisoformat(previous)


def test_a_report_received_before_the_window_is_late_and_still_taken(desk: Desk) -> None:
    open_meeting(desk)
    close(desk)
    clock_of(desk).advance(days=3)
    (number,) = import_reports(desk, {"received": "31/03/2022 16:40"})
    assert desk.opening().late == 1
    open_meeting(desk)
    assert step_of(desk, number).late


def test_a_day_only_date_that_the_window_touches_is_not_late(desk: Desk) -> None:
    touched, before = import_reports(desk, {"received": "31/03/2022"}, {"received": "30/03/2022"})
    open_meeting(desk)
    assert (step_of(desk, touched).late, step_of(desk, before).late) == (False, True)


def test_a_report_dated_in_the_future_is_taken(desk: Desk) -> None:
    (number,) = import_reports(desk, {"received": "05/04/2022 10:00"})
    open_meeting(desk)
    assert number in reports(desk)
    close(desk)
    clock_of(desk).advance(days=5)
    open_meeting(desk)
    assert reports(desk) == [number]
    assert step_of(desk, number).held_over


def test_a_report_is_on_one_agenda_until_it_is_held_over(desk: Desk) -> None:
    noted, held = import_reports(desk, {}, {})
    open_meeting(desk)
    desk.decide(step_of(desk, noted), Decision.FOR_INFORMATION)
    desk.decide(step_of(desk, held), Decision.HOLD_OVER, "officer absent")
    close(desk)
    clock_of(desk).advance(days=3)
    assert [(s.report_id, s.held_over) for s in steps(desk)] == [(held, True)]
    open_meeting(desk)
    assert [(s.report_id, s.held_over, s.late) for s in steps(desk)] == [(held, True, False)]
    note_all(desk)
    close(desk)
    clock_of(desk).advance(days=1)
    assert steps(desk) == ()


def test_history_and_month_only_dates_never_join_an_agenda(desk: Desk) -> None:
    import_reports(desk, {}, {}, history=True)
    import_reports(desk, {"received": "2022-03"})
    assert steps(desk) == ()
    open_meeting(desk)
    assert steps(desk) == ()
    assert desk.check().reports == 3


def test_one_imported_while_the_meeting_runs_joins_it_at_the_end(desk: Desk) -> None:
    (first,) = import_reports(desk, {"risk": "standard"})
    open_meeting(desk)
    taken = take(desk, {"risk": "high"}, {"received": "2022-03"}, {})
    assert taken.joined == 2
    assert reports(desk) == [first, 2, 4]
    assert [step.number for step in steps(desk)] == [1, 2, 3]


def test_a_meeting_left_open_from_an_earlier_day_takes_nothing_new(desk: Desk) -> None:
    open_meeting(desk)
    clock_of(desk).advance(days=1)
    taken = take(desk, {})
    assert taken.joined == 0
    assert steps(desk) == ()
    close(desk)
    assert reports(desk) == [1]


def test_nothing_falls_between_an_import_and_the_next_opening(desk: Desk) -> None:
    open_meeting(desk)
    close(desk)
    (number,) = import_reports(desk, {"received": "31/03/2022 09:30"})
    clock_of(desk).advance(days=1)
    open_meeting(desk)
    assert reports(desk) == [number]


def test_actions_come_first_agency_by_agency_and_the_oldest_first(desk: Desk) -> None:
    import_reports(desk, {}, {}, {}, {})
    open_meeting(desk)
    for step, digit, due in zip(
        steps(desk),
        (2, 1, 2, 1),
        (date(2022, 4, 4), date(2022, 4, 6), date(2022, 4, 1), date(2022, 4, 3)),
        strict=True,
    ):
        desk.assign(step, Assignment(agency(desk, digit), due=due))
    close(desk)
    clock_of(desk).set("2022-04-05T09:00:00+01:00")
    expected = sorted(
        ((a.agency, a.due, a.id) for a in desk.actions(ActionFilter()) if a.due <= date(2022, 4, 5)),
    )
    names = {one.short: one.name for one in desk.agencies()}
    expected = sorted((names[short], due, number) for short, due, number in expected)
    coming = [step.action_id for step in steps(desk)]
    assert coming == [number for _, _, number in expected]
    assert 2 not in coming
    open_meeting(desk)
    assert [step.action_id for step in steps(desk)] == coming


def test_reports_come_held_over_first_then_high_risk_then_by_time_received(desk: Desk) -> None:
    (held,) = import_reports(desk, {"received": "31/03/2022 20:00"})
    open_meeting(desk)
    close(desk)
    clock_of(desk).advance(days=1)
    late, early, high = import_reports(
        desk,
        {"received": "01/04/2022 20:00"},
        {"received": "01/04/2022 19:00"},
        {"received": "01/04/2022 21:00", "risk": "high"},
    )
    assert reports(desk) == [held, high, early, late]
    open_meeting(desk)
    assert reports(desk) == [held, high, early, late]
    raised = desk.raise_report(NewReport(desk.categories()[0].id, "Town council", risk=Risk.HIGH)).report_id
    assert reports(desk) == [held, high, early, late, raised]


def test_the_order_is_fixed_once_the_meeting_is_open(desk: Desk) -> None:
    import_reports(desk, {}, {}, {})
    open_meeting(desk)
    before = [(step.number, step.report_id) for step in steps(desk)]

    desk.edit_report(desk.report(before[2][1]).report, ReportEdit(risk=Risk.HIGH))
    desk.decide(steps(desk)[0], Decision.HOLD_OVER, "x")
    assert [(step.number, step.report_id) for step in steps(desk)] == before


def test_an_abandoned_meeting_returns_its_reports_and_its_window(desk: Desk) -> None:
    numbers = import_reports(desk, {}, {"risk": "high"})
    window = desk.opening().window
    open_meeting(desk)
    desk.abandon_meeting()
    assert desk.meeting() is None
    assert sorted(reports(desk)) == sorted(numbers)
    clock_of(desk).advance(minutes=30)
    again = open_meeting(desk)
    assert desk.opening().first is False
    assert hours(again.window) == hours(window) == 24
    assert not any(step.held_over or step.late for step in steps(desk))
    assert [m.state for m in desk.meetings()] == [MeetingState.OPEN, MeetingState.ABANDONED]


def test_an_abandoned_meeting_plans_no_feedback(desk: Desk) -> None:
    (number,) = import_reports(desk)
    open_meeting(desk)
    desk.abandon_meeting()
    clock_of(desk).advance(days=7)
    open_meeting(desk)
    assert desk.report(number).feedback.due == date(2022, 4, 13)


def test_a_meeting_with_a_decision_is_not_abandoned(desk: Desk) -> None:
    import_reports(desk)
    open_meeting(desk)
    desk.task(steps(desk)[0], agency(desk, 1))
    assert "has settled step 1" in refused(desk.abandon_meeting)
    desk.undo()
    desk.abandon_meeting()
    assert len(reports(desk)) == 1


def test_a_meeting_survives_a_restart_at_its_step(desk: Desk) -> None:
    import_reports(desk, {}, {}, {})
    open_meeting(desk)
    desk.decide(steps(desk)[1], Decision.FOR_INFORMATION)
    desk.reach(2)
    before = desk.agenda()
    desk.close()
    again = make_desk(desk.path.parent)
    assert again.agenda() == before
    meeting = again.meeting()
    assert meeting is not None
    assert meeting.step == 2


def test_a_clock_set_back_makes_no_window_that_ends_before_it_starts(desk: Desk) -> None:
    open_meeting(desk)
    close(desk)
    clock_of(desk).advance(hours=-2)
    import_reports(desk)
    window = open_meeting(desk).window
    assert window.start <= window.end


def test_opening_says_what_waits(desk: Desk) -> None:
    import_reports(desk, {"source": "Council"}, {}, {}, {"received": "2022-03"})
    opening = desk.opening()
    assert opening.reports_by_source == (("Kent Police", 2), ("Council", 1))
    assert opening.reports == 3
    assert opening.first


def test_an_action_withdrawn_or_done_is_not_on_the_next_agenda(desk: Desk) -> None:
    import_reports(desk, {}, {})
    open_meeting(desk)
    first, second = steps(desk)
    for step in (first, second):
        desk.assign(step, Assignment(agency(desk, 1), due=date(2022, 4, 1)))
    desk.withdraw(steps(desk)[0], agency(desk, 1))
    close(desk)
    clock_of(desk).advance(days=1)
    assert rows_of(desk, "SELECT count(*) FROM action") == [(2,)]
    assert [step.action_id for step in steps(desk) if step.kind is StepKind.ACTION] == [2]
