"""One decision stands at a time, and a change of mind is a change (SPEC 3.2, 3.3)."""

from datetime import date
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.action import Action
from csu_tui.domain.agenda import Step
from csu_tui.domain.errors import StaleError
from csu_tui.domain.ids import ReportId
from csu_tui.domain.stroke import ActionFilter, Assignment, ContactMade
from csu_tui.domain.words import ActionStatus, Decision, Family, Means, Review, StepKind
from tests.factories import (
    HOSTILE,
    agency,
    clock_of,
    close,
    import_reports,
    make_desk,
    open_meeting,
    refused,
    rows_of,
    step_of,
    steps,
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = make_desk(tmp_path)
    import_reports(desk, {}, {}, {})
    open_meeting(desk)
    return desk


def officer(desk: Desk) -> Desk:
    return make_desk(desk.path.parent, clock_of(desk), login="amir")


def of(desk: Desk, report_id: int) -> tuple[Action, ...]:
    return desk.report(ReportId(report_id)).actions


def first(desk: Desk) -> Step:
    return steps(desk)[0]


def test_a_digit_tasks_an_agency_with_the_default_action_due_in_two_working_days(desk: Desk) -> None:
    said = desk.task(first(desk), agency(desk, 1))
    (action,) = of(desk, 1)
    assert first(desk).decision is Decision.TASK
    assert (action.agency_id, action.kind, action.due) == (
        agency(desk, 1),
        "contact and report back",
        date(2022, 4, 5),
    )
    assert said.words == f"R1: task {action.agency}, contact and report back (A1)."
    assert said.step == first(desk).id


def test_a_second_digit_adds_a_second_owner(desk: Desk) -> None:
    desk.task(first(desk), agency(desk, 1))
    desk.task(first(desk), agency(desk, 3))
    assert [a.agency_id for a in of(desk, 1)] == [agency(desk, 1), agency(desk, 3)]
    assert len(first(desk).owners) == 2


@pytest.mark.parametrize("decision", [Decision.NO_FURTHER_ACTION, Decision.HOLD_OVER])
def test_a_reason_is_demanded_where_one_is_due(desk: Desk, decision: Decision) -> None:
    step = first(desk)
    assert "needs a reason" in refused(lambda: desk.decide(step, decision, "  "))
    assert first(desk) == step


@pytest.mark.parametrize("decision", [Decision.TASK, Decision.SAME_INCIDENT, Decision.GROUP])
def test_a_decision_that_needs_more_is_not_made_bare(desk: Desk, decision: Decision) -> None:
    assert "not made this way" in refused(lambda: desk.decide(first(desk), decision, "x"))


@pytest.mark.parametrize("decision", [Decision.NO_FURTHER_ACTION, Decision.FOR_INFORMATION])
def test_a_change_of_mind_withdraws_untouched_actions(desk: Desk, decision: Decision) -> None:
    desk.task(first(desk), agency(desk, 1))
    desk.task(first(desk), agency(desk, 2))
    said = desk.decide(first(desk), decision, "advice given")
    assert of(desk, 1) == ()
    assert "withdrew A1, A2" in said.words
    assert desk.actions(ActionFilter(status="all")) == ()
    assert "no action A1" in refused(lambda: desk.action(1))  # type: ignore[arg-type]


def test_a_change_of_mind_names_the_actions_that_somebody_has_worked_on(desk: Desk) -> None:
    desk.task(first(desk), agency(desk, 1))
    desk.task(first(desk), agency(desk, 2))
    other = officer(desk)
    other.redate(of(other, 1)[1], date(2022, 4, 8), "on leave")
    said = desk.decide(first(desk), Decision.FOR_INFORMATION)
    assert "withdrew A1" in said.words
    assert "A2 stays open" in said.words
    assert [a.id for a in of(desk, 1)] == [2]


def test_hold_over_keeps_the_actions(desk: Desk) -> None:
    desk.task(first(desk), agency(desk, 1))
    desk.decide(first(desk), Decision.HOLD_OVER, "more information awaited")
    assert [a.id for a in of(desk, 1)] == [1]
    assert first(desk).decision is Decision.HOLD_OVER
    close(desk)
    clock_of(desk).advance(days=3)
    open_meeting(desk)
    assert [a.id for a in of(desk, 1)] == [1]
    desk.decide(step_of(desk, 1), Decision.FOR_INFORMATION)
    assert [a.id for a in of(desk, 1)] == [1]


def test_a_withdrawn_number_is_never_used_again(desk: Desk) -> None:
    desk.task(first(desk), agency(desk, 1))
    desk.withdraw(first(desk), agency(desk, 1))
    desk.task(first(desk), agency(desk, 1))
    desk.undo()
    desk.task(first(desk), agency(desk, 1))
    assert [a.id for a in of(desk, 1)] == [3]


def test_the_report_is_undecided_again_when_the_last_action_is_withdrawn(desk: Desk) -> None:
    desk.task(first(desk), agency(desk, 1))
    desk.task(first(desk), agency(desk, 2))
    desk.withdraw(first(desk), agency(desk, 1))
    assert first(desk).decision is Decision.TASK
    said = desk.withdraw(first(desk), agency(desk, 2))
    assert "undecided again" in said.words
    assert first(desk).decision is None
    assert first(desk).id in {step.id for step in desk.checklist().undecided}


def test_an_action_that_somebody_has_worked_on_is_not_withdrawn(desk: Desk) -> None:
    desk.task(first(desk), agency(desk, 1))
    other = officer(desk)
    other.redate(of(other, 1)[0], date(2022, 4, 8), "on leave")
    assert "A1 has been worked on" in refused(lambda: desk.withdraw(first(desk), agency(desk, 1)))
    assert len(of(desk, 1)) == 1


def test_withdrawing_what_is_not_there_is_refused(desk: Desk) -> None:
    assert "no action of that agency" in refused(lambda: desk.withdraw(first(desk), agency(desk, 1)))


def test_the_same_incident_is_linked_and_counted_once(desk: Desk) -> None:
    desk.same_incident(first(desk), ReportId(2))
    assert (first(desk).decision, first(desk).linked_id) == (Decision.SAME_INCIDENT, 2)
    assert "itself, or linked" in refused(lambda: desk.same_incident(step_of(desk, 2), ReportId(1)))
    assert "already" in refused(lambda: desk.same_incident(first(desk), ReportId(2)))
    assert "itself" in refused(lambda: desk.same_incident(step_of(desk, 3), ReportId(3)))
    assert "no report R99" in refused(lambda: desk.same_incident(step_of(desk, 3), ReportId(99)))
    desk.same_incident(step_of(desk, 3), ReportId(1))
    assert step_of(desk, 3).linked_id == 2
    assert rows_of(desk, "SELECT report_id, same_as_id FROM incident_link WHERE undone = 0") == [(1, 2), (3, 2)]


def test_another_decision_takes_the_link_away(desk: Desk) -> None:
    desk.same_incident(first(desk), ReportId(2))
    desk.task(first(desk), agency(desk, 1))
    assert (first(desk).decision, first(desk).linked_id) == (Decision.TASK, None)
    assert rows_of(desk, "SELECT count(*) FROM incident_link WHERE undone = 0") == [(0,)]
    desk.same_incident(step_of(desk, 2), ReportId(1))
    assert step_of(desk, 2).linked_id == 1


def test_linking_withdraws_the_actions_made_today(desk: Desk) -> None:
    desk.task(first(desk), agency(desk, 1))
    desk.same_incident(first(desk), ReportId(2))
    assert of(desk, 1) == ()


def test_a_stale_version_is_refused_naming_who(desk: Desk) -> None:
    seen = first(desk)
    other = officer(desk)
    other.take_over()
    other.decide(first(other), Decision.FOR_INFORMATION)
    desk.take_over()
    with pytest.raises(StaleError, match=r"R1 .* by amir \(decide: for information\)"):
        desk.task(seen, agency(desk, 1))
    assert of(desk, 1) == ()


def test_a_stale_action_is_refused_naming_who(desk: Desk) -> None:
    desk.task(first(desk), agency(desk, 1))
    (seen,) = of(desk, 1)
    other = officer(desk)
    other.finish(seen, ActionStatus.DONE, "visited")
    with pytest.raises(StaleError, match=r"A1 .* by amir \(done\)"):
        desk.redate(seen, date(2022, 4, 8), "x")


def test_own_queued_writes_are_accepted_on_the_version_that_was_seen(desk: Desk) -> None:
    seen = first(desk)
    desk.task(seen, agency(desk, 1))
    desk.task(seen, agency(desk, 2))
    desk.comment(seen, "both")
    desk.decide(seen, Decision.FOR_INFORMATION)
    assert first(desk).decision is Decision.FOR_INFORMATION
    assert first(desk).comment == "both"


def test_own_queued_writes_are_refused_once_somebody_came_between(desk: Desk) -> None:
    seen = first(desk)
    desk.task(seen, agency(desk, 1))
    other = officer(desk)
    other.take_over()
    other.comment(first(other), "mine")
    desk.take_over()
    with pytest.raises(StaleError, match="amir"):
        desk.task(seen, agency(desk, 2))


def test_keys_for_many_reports_each_land_on_the_report_they_were_meant_for(desk: Desk) -> None:
    seen = steps(desk)
    for digit, step in enumerate(seen, 1):
        desk.task(step, agency(desk, digit))
    assert [of(desk, step.report_id)[0].agency_id for step in seen] == [agency(desk, digit) for digit in (1, 2, 3)]


def test_a_step_of_a_meeting_that_has_ended_takes_no_decision(desk: Desk) -> None:
    seen = first(desk)
    close(desk)
    assert "No meeting is open" in refused(lambda: desk.decide(seen, Decision.FOR_INFORMATION))
    open_meeting(desk)
    assert "has ended" in refused(lambda: desk.decide(seen, Decision.FOR_INFORMATION))


def test_a_past_due_date_is_refused(desk: Desk) -> None:
    assert "past" in refused(lambda: desk.assign(first(desk), Assignment(agency(desk, 1), due=date(2022, 3, 31))))
    desk.task(first(desk), agency(desk, 1))
    assert "past" in refused(lambda: desk.redate(of(desk, 1)[0], date(2022, 3, 31), "x"))
    assert of(desk, 1)[0].due == date(2022, 4, 5)


def test_a_retired_agency_and_another_agency_s_officer_are_refused(desk: Desk) -> None:
    desk.add_officer(agency(desk, 1), "PC Amir")
    (amir,) = desk.officers()
    assert "does not belong" in refused(lambda: desk.assign(first(desk), Assignment(agency(desk, 2), amir.id)))
    desk.assign(first(desk), Assignment(agency(desk, 1), amir.id))
    assert of(desk, 1)[0].officer == "PC Amir"
    gone = next(one for one in desk.agencies() if one.digit == 5)
    desk.retire_agency(gone)
    assert "retired" in refused(lambda: desk.task(first(desk), gone.id))


@pytest.mark.parametrize(
    ("status", "review"),
    [
        (ActionStatus.DONE, Review.DONE),
        (ActionStatus.NOT_POSSIBLE, Review.NOT_POSSIBLE),
        (ActionStatus.NOT_UNDERTAKEN, Review.NOT_UNDERTAKEN),
    ],
)
def test_an_action_leaves_open_with_one_line_of_outcome_and_is_thereby_reviewed(
    desk: Desk, status: ActionStatus, review: Review
) -> None:
    desk.assign(first(desk), Assignment(agency(desk, 1), due=date(2022, 4, 4)))
    close(desk)
    clock_of(desk).set("2022-04-04T09:00:00+01:00")
    open_meeting(desk)
    (action,) = of(desk, 1)
    assert "needs one line" in refused(lambda: desk.finish(action, status, " "))
    desk.finish(action, status, HOSTILE)
    step = next(step for step in steps(desk) if step.kind is StepKind.ACTION)
    assert step.review is review
    (done,) = of(desk, 1)
    assert (done.status, done.outcome) == (status, HOSTILE)
    assert f"A1 is {status} already" in refused(lambda: desk.finish(done, ActionStatus.DONE, "again"))


def test_carrying_over_is_counted_and_keeps_the_old_date_in_the_record(desk: Desk) -> None:
    desk.task(first(desk), agency(desk, 1))
    for day in (6, 7, 8):
        desk.redate(of(desk, 1)[0], date(2022, 4, day), "on leave")
    assert of(desk, 1)[0].carried_over == 3
    assert [change.what for change in desk.changes("A1")] == ["redate"] * 3


def test_finishing_a_contact_kind_writes_its_one_contact(desk: Desk) -> None:
    visit = next(kind for kind in desk.kinds() if kind.family is Family.CONTACT and kind.means is Means.VISIT)
    desk.assign(first(desk), Assignment(agency(desk, 3), kind_id=visit.id))
    desk.finish(of(desk, 1)[0], ActionStatus.DONE, "seen", ContactMade(Means.VISIT, reached=True, settles=True))
    item = desk.report(ReportId(1))
    assert [(c.means, c.reached, c.agency_id, c.action_id) for c in item.contacts] == [
        (Means.VISIT, True, agency(desk, 3), 1)
    ]
    assert item.feedback.state == "given"


def test_a_contact_that_may_not_settle_leaves_its_action_open(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, {"reporter": "anonymous", "name": "", "phone": "", "email": ""})
    open_meeting(desk)
    visit = next(kind for kind in desk.kinds() if kind.means is Means.VISIT)
    desk.assign(first(desk), Assignment(agency(desk, 3), kind_id=visit.id))
    made = ContactMade(Means.VISIT, reached=True, settles=True)
    assert "anonymous" in refused(lambda: desk.finish(of(desk, 1)[0], ActionStatus.DONE, "seen", made))
    assert of(desk, 1)[0].status is ActionStatus.OPEN
    assert desk.report(ReportId(1)).contacts == ()


def test_a_hand_over_leaves_the_feedback_s_owner_unless_asked(desk: Desk) -> None:
    desk.task(first(desk), agency(desk, 1))
    desk.hand_over(of(desk, 1)[0], agency(desk, 2), None, "their patch")
    assert desk.report(ReportId(1)).feedback.agency_id == agency(desk, 1)
    desk.hand_over(of(desk, 1)[0], agency(desk, 3), None, "their patch", feedback_too=True)
    assert desk.report(ReportId(1)).feedback.agency_id == agency(desk, 3)
    assert "needs a reason" in refused(lambda: desk.hand_over(of(desk, 1)[0], agency(desk, 1), None, ""))


def test_all_due_actions_of_an_absent_agency_are_carried_over_in_one_stroke(desk: Desk) -> None:
    for step, digit in zip(steps(desk), (1, 1, 2), strict=True):
        desk.assign(step, Assignment(agency(desk, digit), due=date(2022, 4, 4)))
    close(desk)
    clock_of(desk).set("2022-04-04T09:00:00+01:00")
    open_meeting(desk)
    desk.carry_over_agency(agency(desk, 1), date(2022, 4, 6), "apologies")
    assert [(a.agency_id, a.due.day) for a in desk.actions(ActionFilter())] == [
        (agency(desk, 2), 4),
        (agency(desk, 1), 6),
        (agency(desk, 1), 6),
    ]
    desk.undo()
    assert {a.due.day for a in desk.actions(ActionFilter())} == {4}
    assert len(desk.checklist().unreviewed) == 3


def test_a_report_on_an_action_step_is_not_decided_there(desk: Desk) -> None:
    desk.assign(first(desk), Assignment(agency(desk, 1), due=date(2022, 4, 4)))
    close(desk)
    clock_of(desk).set("2022-04-04T09:00:00+01:00")
    open_meeting(desk)
    step = next(step for step in steps(desk) if step.kind is StepKind.ACTION)
    assert "action to review" in refused(lambda: desk.decide(step, Decision.FOR_INFORMATION))
    assert "action to review" in refused(lambda: desk.task(step, agency(desk, 1)))
