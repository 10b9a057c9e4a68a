"""Task and Finish Groups at the desk and in the meeting (SPEC 2, 3.2): one decision stands, nothing is lost."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.agenda import Step
from csu_tui.domain.errors import StaleError
from csu_tui.domain.group import Group, NewGroup
from csu_tui.domain.ids import GroupId, ImportId, ReportId
from csu_tui.domain.stroke import Assignment
from csu_tui.domain.words import About, Decision, Review, StepKind
from tests.factories import (
    HOSTILE,
    SECRET,
    SENSITIVE,
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

MILL = "Mill Lane, Swanley"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Three reports of one place, one elsewhere, in an open meeting."""
    desk = make_desk(tmp_path)
    import_reports(desk, {}, {}, {}, {"street": "High Street", "postcode": "BR8 1AA", "phone": "", "email": ""})
    open_meeting(desk)
    return desk


def new(desk: Desk, name: str = MILL, **more: object) -> NewGroup:
    return NewGroup(name, agency(desk, 1), **more)  # type: ignore[arg-type]


def started(desk: Desk, name: str = MILL, **more: object) -> Group:
    said = desk.start_group(new(desk, name, **more))
    assert said.group_id is not None
    return desk.group(said.group_id, private=True)


def group(desk: Desk, number: int = 1) -> Group:
    return desk.group(GroupId(number), private=True)


def refs(desk: Desk, number: int = 1) -> list[int]:
    return [one.report_id for one in group(desk, number).reports]


def decision(desk: Desk, report: int) -> Decision | None:
    return step_of(desk, report).decision


def other(desk: Desk) -> Desk:
    return make_desk(desk.path.parent, clock_of(desk), login="amir")


def due_again(desk: Desk, at: str = "2022-05-04T09:00:00+01:00") -> Step:
    """Close this meeting and open one on which the first group reports back; return its step."""
    close(desk)
    clock_of(desk).set(at)
    open_meeting(desk)
    return next(step for step in steps(desk) if step.kind is StepKind.GROUP)


def test_a_group_is_started_on_a_report_which_is_thereby_decided(desk: Desk) -> None:
    said = desk.start_group_on(step_of(desk, 1), new(desk))
    assert said.words == "R1: task and finish group T1."
    assert decision(desk, 1) is Decision.GROUP
    assert (group(desk).name, group(desk).report_back, refs(desk)) == (MILL, date(2022, 5, 4), [1])


def test_a_hotspot_s_group_takes_all_reports_of_the_place_and_decides_only_the_one_on_screen(desk: Desk) -> None:
    here = desk.reports_here(ReportId(1))
    assert here == (1, 2, 3)
    desk.start_group_on(step_of(desk, 1), new(desk, reports=here))
    assert refs(desk) == [1, 2, 3]
    assert [decision(desk, number) for number in (1, 2, 3)] == [Decision.GROUP, None, None]


def test_a_report_that_stays_in_its_own_group_is_named_when_another_is_started_with_it(desk: Desk) -> None:
    started(desk, "First", reports=(ReportId(1),))
    assert "R1 stays in T1" in desk.start_group(new(desk, "Second", reports=(ReportId(1), ReportId(2)))).words
    assert "R1 is in T1 already" in refused(lambda: desk.start_group(new(desk, "Third", reports=(ReportId(1),))))
    assert len(desk.groups()) == 2


def test_a_group_that_was_hidden_stays_so_when_its_sensitive_report_leaves(desk: Desk) -> None:
    (secret,) = import_reports(desk, SENSITIVE)
    started(desk, SECRET, reports=(ReportId(1), secret))
    desk.take_out_of_group(GroupId(1), secret)
    assert SECRET not in desk.group(GroupId(1)).name


def test_a_repeat_caller_s_reports_are_found_wherever_they_were(desk: Desk) -> None:
    import_reports(desk, {"street": "Elsewhere Road", "postcode": "BR8 9ZZ"})
    assert desk.reports_of_caller(ReportId(1)) == (1, 2, 3, 5)


def test_other_sensitive_reports_of_a_place_are_never_taken_into_a_group_unasked(desk: Desk) -> None:
    import_reports(desk, SENSITIVE)
    assert desk.reports_here(ReportId(1)) == (1, 2, 3)
    assert desk.reports_of_caller(ReportId(1)) == (1, 2, 3)
    assert desk.reports_here(ReportId(5)) == (1, 2, 3, 5)


def test_a_report_is_put_into_a_group_that_is_open(desk: Desk) -> None:
    started(desk)
    desk.put_in_group(step_of(desk, 2), GroupId(1))
    assert (refs(desk), decision(desk, 2)) == ([2], Decision.GROUP)


def test_a_closed_group_refuses_with_a_sentence(desk: Desk) -> None:
    desk.close_group(started(desk), "the gate is locked")
    closed = "T1 is closed: choose another group, or start a new one."
    assert refused(lambda: desk.put_in_group(step_of(desk, 1), GroupId(1))) == closed
    assert refused(lambda: desk.add_to_group(GroupId(1), (ReportId(1),))) == closed
    assert refused(lambda: desk.close_group(group(desk), "again")) == closed
    assert (decision(desk, 1), refs(desk)) == (None, [])


@pytest.mark.parametrize("change", [Decision.NO_FURTHER_ACTION, Decision.FOR_INFORMATION])
def test_another_decision_takes_it_out_of_the_group_again(desk: Desk, change: Decision) -> None:
    desk.start_group_on(step_of(desk, 1), new(desk))
    said = desk.decide(step_of(desk, 1), change, "advice given")
    assert said.words == f"R1: {change}; taken out of T1."
    assert (decision(desk, 1), refs(desk)) == (change, [])


def test_a_task_takes_it_out_of_the_group_and_a_group_withdraws_the_task(desk: Desk) -> None:
    started(desk)
    desk.put_in_group(step_of(desk, 1), GroupId(1))
    assert "taken out of T1" in desk.task(step_of(desk, 1), agency(desk, 2)).words
    assert (decision(desk, 1), refs(desk)) == (Decision.TASK, [])
    assert "withdrew A1" in desk.put_in_group(step_of(desk, 1), GroupId(1)).words
    assert (decision(desk, 1), refs(desk), desk.report(ReportId(1)).actions) == (Decision.GROUP, [1], ())


def test_the_same_incident_takes_it_out_of_the_group(desk: Desk) -> None:
    desk.start_group_on(step_of(desk, 1), new(desk))
    desk.same_incident(step_of(desk, 1), ReportId(2))
    assert (decision(desk, 1), refs(desk)) == (Decision.SAME_INCIDENT, [])


def test_holding_over_keeps_it_in_the_group_as_it_keeps_actions(desk: Desk) -> None:
    desk.start_group_on(step_of(desk, 1), new(desk))
    desk.decide(step_of(desk, 1), Decision.HOLD_OVER, "more information awaited")
    assert (decision(desk, 1), refs(desk)) == (Decision.HOLD_OVER, [1])
    desk.decide(step_of(desk, 1), Decision.FOR_INFORMATION)
    assert refs(desk) == []


def test_what_an_earlier_meeting_or_an_officer_put_in_stays_whatever_this_one_decides(desk: Desk) -> None:
    started(desk, reports=(ReportId(1),))
    desk.put_in_group(step_of(desk, 1), GroupId(1))
    assert decision(desk, 1) is Decision.GROUP
    assert "taken out" not in desk.decide(step_of(desk, 1), Decision.FOR_INFORMATION).words
    assert refs(desk) == [1]


def test_it_moves_from_one_group_to_another(desk: Desk) -> None:
    started(desk)
    started(desk, "High Street")
    desk.put_in_group(step_of(desk, 1), GroupId(1))
    said = desk.put_in_group(step_of(desk, 1), GroupId(2))
    assert said.words == "R1: task and finish group T2; taken out of T1."
    assert (refs(desk, 1), refs(desk, 2)) == ([], [1])


def test_a_report_is_in_one_open_group_at_a_time(desk: Desk) -> None:
    started(desk, reports=(ReportId(1),))
    started(desk, "High Street")
    assert refused(lambda: desk.add_to_group(GroupId(2), (ReportId(2), ReportId(1)))) == (
        "R1 is in T1 already: take it out there first."
    )
    assert refs(desk, 2) == [], "all or none"
    desk.close_group(group(desk, 1), "done")
    desk.add_to_group(GroupId(2), (ReportId(1),))
    assert [one.group_id for one in desk.report(ReportId(1)).groups] == [2, 1]


def test_linked_reports_count_once_in_a_group(desk: Desk) -> None:
    started(desk, reports=(ReportId(1), ReportId(2), ReportId(3)))
    assert group(desk).count == 3
    desk.same_incident(step_of(desk, 2), ReportId(1))
    assert (group(desk).count, refs(desk)) == (2, [1, 2, 3])


def test_a_report_taken_back_joins_no_group_and_one_in_a_group_is_not_taken_back(desk: Desk) -> None:
    started(desk, reports=(ReportId(1),))
    desk.take_back(ImportId(1))
    assert [r[0] for r in rows_of(desk, "SELECT id FROM report WHERE taken_back IS NULL")] == [1]
    assert "was taken back" in refused(lambda: desk.add_to_group(GroupId(1), (ReportId(2),)))


def test_undo_of_the_decision_takes_the_group_away_with_it(desk: Desk) -> None:
    desk.task(step_of(desk, 1), agency(desk, 2))
    desk.start_group_on(step_of(desk, 1), new(desk, reports=(ReportId(2),)))
    said = desk.undo()
    assert said.step == step_of(desk, 1).id
    assert (decision(desk, 1), desk.groups()) == (Decision.TASK, ())
    assert [a.id for a in desk.report(ReportId(1)).actions] == [1]
    assert "There is no group T1" in refused(lambda: desk.group(GroupId(1)))


def test_undo_of_a_change_of_mind_puts_it_back(desk: Desk) -> None:
    desk.start_group_on(step_of(desk, 1), new(desk))
    desk.decide(step_of(desk, 1), Decision.FOR_INFORMATION)
    desk.undo()
    assert (decision(desk, 1), refs(desk)) == (Decision.GROUP, [1])


def test_undo_of_a_move_goes_back_to_the_first_group(desk: Desk) -> None:
    started(desk)
    started(desk, "High Street")
    desk.put_in_group(step_of(desk, 1), GroupId(1))
    desk.put_in_group(step_of(desk, 1), GroupId(2))
    desk.undo()
    assert (refs(desk, 1), refs(desk, 2), decision(desk, 1)) == ([1], [], Decision.GROUP)


def test_undo_never_takes_away_a_group_that_somebody_has_worked_on(desk: Desk) -> None:
    desk.start_group_on(step_of(desk, 1), new(desk))
    other(desk).note_group(GroupId(1), "met on site")
    with pytest.raises(StaleError, match="the group has been worked on since"):
        desk.undo()
    assert [note.text for note in group(desk).notes] == ["met on site"]


def test_undo_never_puts_a_report_into_two_groups(desk: Desk) -> None:
    started(desk, reports=(ReportId(1),))
    desk.close_group(group(desk), "done")
    other(desk).start_group(new(desk, "High Street", reports=(ReportId(1),)))
    with pytest.raises(StaleError, match="R1 is in T2 by now"):
        desk.undo()


@pytest.mark.parametrize(
    "what", ["note", "redate", "lead", "close", "report back", "edit", "add", "take out", "member"]
)
def test_every_stroke_on_a_group_is_one_change_and_undone_by_one(desk: Desk, what: str) -> None:
    desk = other(desk)  # an officer at a desk
    started(desk, reports=(ReportId(1),))
    before = group(desk)
    strokes = {
        "note": lambda: desk.note_group(before.id, HOSTILE),
        "redate": lambda: desk.redate_group(before, date(2022, 6, 1), HOSTILE),
        "lead": lambda: desk.lead_group(before, agency(desk, 2), HOSTILE),
        "close": lambda: desk.close_group(before, HOSTILE),
        "report back": lambda: desk.report_back(before, HOSTILE, None),
        "edit": lambda: desk.edit_group(before, "Mill Lane", HOSTILE, About.PERSON),
        "add": lambda: desk.add_to_group(before.id, (ReportId(2), ReportId(3))),
        "take out": lambda: desk.take_out_of_group(before.id, ReportId(1)),
        "member": lambda: desk.add_member(before.id, agency(desk, 3), "Cllr Ash"),
    }
    changes = len(rows_of(desk, "SELECT 1 FROM change"))
    said = strokes[what]()
    assert len(rows_of(desk, "SELECT 1 FROM change")) == changes + 1
    assert said.group_id == 1
    assert HOSTILE not in said.words
    after = group(desk)
    assert (after.members, after.reports, after.notes, after.name, after.closed, after.lead_id, after.report_back) != (
        *(before.members, before.reports, before.notes, before.name, before.closed, before.lead_id),
        before.report_back,
    )
    desk.undo()
    assert replace(group(desk), version=1) == replace(before, version=1)
    assert desk.check().problems == ()


def test_a_group_needs_a_name_of_one_line_a_lead_and_a_day_to_come(desk: Desk) -> None:
    assert "needs a name" in refused(lambda: desk.start_group(new(desk, " ")))
    assert "one line" in refused(lambda: desk.start_group(new(desk, "a\nb")))
    assert "in the past" in refused(lambda: desk.start_group(new(desk, report_back=date(2022, 3, 31))))
    assert "needs its outcome" in refused(lambda: desk.close_group(started(desk), " "))
    assert desk.groups()[0].closed is None


def test_two_people_s_notes_both_stay_and_a_clash_of_dates_names_the_other(desk: Desk) -> None:
    seen = started(desk)
    amir = other(desk)
    amir.note_group(seen.id, "theirs")
    desk.note_group(seen.id, "mine")
    amir.redate_group(seen, date(2022, 5, 20), "on leave")
    with pytest.raises(StaleError, match="by amir"):
        desk.redate_group(seen, date(2022, 5, 27), "on leave")
    assert [(note.who, note.text) for note in group(desk).notes][:2] == [("amir", "theirs"), ("ellis", "mine")]
    assert group(desk).report_back == date(2022, 5, 20)


def test_a_due_report_back_comes_with_the_actions_of_its_lead(desk: Desk) -> None:
    started(desk)
    desk.assign(step_of(desk, 1), Assignment(agency(desk, 1), due=date(2022, 5, 4)))
    desk.assign(step_of(desk, 2), Assignment(agency(desk, 3), due=date(2022, 5, 3)))
    lead = group(desk).lead
    close(desk)
    clock_of(desk).set("2022-05-04T09:00:00+01:00")
    assert desk.opening().groups_due == 1
    coming = desk.agenda().steps
    open_meeting(desk)
    found = steps(desk)
    assert [(s.kind, s.agency, s.headline, s.number) for s in coming] == [
        (s.kind, s.agency, s.headline, s.number) for s in found
    ]
    of_lead = [step for step in found if step.agency == lead]
    assert [step.kind for step in of_lead] == [StepKind.ACTION, StepKind.GROUP]
    assert [found.index(step) for step in of_lead] in ([0, 1], [1, 2])
    assert of_lead[1].headline == MILL


def test_a_group_without_a_date_or_closed_or_not_due_stays_off_the_agenda(desk: Desk) -> None:
    desk.report_back(started(desk, "one"), "nothing more to do", None)
    desk.close_group(started(desk, "two"), "done")
    started(desk, "three", report_back=date(2022, 5, 5))
    close(desk)
    clock_of(desk).set("2022-05-04T09:00:00+01:00")
    open_meeting(desk)
    assert [step for step in steps(desk) if step.kind is StepKind.GROUP] == []


def test_a_group_s_step_is_no_report_s_and_refuses_what_decides_one(desk: Desk) -> None:
    started(desk)
    step = due_again(desk)
    for stroke in (
        lambda: desk.task(step, agency(desk, 1)),
        lambda: desk.withdraw(step, agency(desk, 1)),
        lambda: desk.decide(step, Decision.FOR_INFORMATION),
        lambda: desk.same_incident(step, ReportId(1)),
        lambda: desk.put_in_group(step, GroupId(1)),
        lambda: desk.start_group_on(step, new(desk)),
    ):
        assert "a group to hear" in refused(stroke)
    assert "no report on it" in refused(lambda: desk.item(step.id))
    assert desk.comment(step, "for the minutes").words == "T1: comment kept for the minutes."


def test_what_a_group_reports_back_is_kept_and_its_next_day(desk: Desk) -> None:
    started(desk)
    step = due_again(desk)
    said = desk.report_back(group(desk), "two wardens walk there daily", date(2022, 5, 18))
    assert said.step == step.id
    assert next(s for s in steps(desk) if s.id == step.id).review is Review.REPORTED_BACK
    assert (group(desk).report_back, group(desk).notes[-1].text) == (date(2022, 5, 18), "two wardens walk there daily")
    desk.undo()
    assert next(s for s in steps(desk) if s.id == step.id).review is None
    assert (group(desk).report_back, group(desk).notes) == (date(2022, 5, 4), ())


def test_a_new_date_is_carried_over_counted_and_says_why(desk: Desk) -> None:
    started(desk)
    step = due_again(desk)
    desk.redate_group(group(desk), date(2022, 5, 11), "lead on leave")
    assert next(s for s in steps(desk) if s.id == step.id).review is Review.CARRIED_OVER
    assert group(desk).carried_over == 1
    assert group(desk).notes[-1].text == "Report-back carried over to Wed 11 May: lead on leave"
    assert "in the past" in refused(lambda: desk.redate_group(group(desk), date(2022, 5, 3), "x"))
    assert "needs a reason" in refused(lambda: desk.redate_group(group(desk), date(2022, 5, 12), " "))


def test_a_meeting_cannot_end_over_a_group_not_heard_and_holding_over_leaves_it_due(desk: Desk) -> None:
    started(desk)
    step = due_again(desk)
    assert desk.checklist().unreviewed == (step,)
    assert "1 group is not heard" in refused(desk.close_meeting)
    assert "4 reports held over; 1 group not heard." in desk.hold_over_rest("not reached").words
    assert desk.checklist().unreviewed == ()
    desk.settle_unknown()
    desk.close_meeting()
    clock_of(desk).advance(days=1)
    open_meeting(desk)
    assert [s.group_id for s in steps(desk) if s.kind is StepKind.GROUP] == [1]


def test_an_abandoned_meeting_leaves_its_group_due(desk: Desk) -> None:
    started(desk)
    due_again(desk)
    desk.abandon_meeting()
    open_meeting(desk)
    assert [s.group_id for s in steps(desk) if s.kind is StepKind.GROUP] == [1]
    desk.report_back(group(desk), "heard", None)
    assert "has settled step" in refused(desk.abandon_meeting)


def test_a_meeting_left_open_goes_on_with_its_group_and_takes_no_new_one(desk: Desk) -> None:
    started(desk)
    step = due_again(desk)
    started(desk, "another", report_back=date(2022, 5, 5))
    clock_of(desk).advance(days=1)
    assert [s.id for s in steps(desk) if s.kind is StepKind.GROUP] == [step.id]
    desk.report_back(group(desk), "heard a day later", date(2022, 5, 18))
    assert next(s for s in steps(desk) if s.id == step.id).settled


def test_a_group_heard_at_a_desk_while_the_meeting_runs_is_heard_there_too(desk: Desk) -> None:
    started(desk)
    step = due_again(desk)
    other(desk).report_back(group(desk), "from the desk", date(2022, 5, 20))
    assert next(s for s in steps(desk) if s.id == step.id).review is Review.REPORTED_BACK


def test_what_was_taken_out_or_closed_in_between_is_refused_by_name(desk: Desk) -> None:
    started(desk, reports=(ReportId(1),))
    desk.put_in_group(step_of(desk, 2), GroupId(1))
    assert "decide it anew there" in refused(lambda: other(desk).take_out_of_group(GroupId(1), ReportId(2)))
    desk.take_out_of_group(GroupId(1), ReportId(1))
    assert refused(lambda: desk.take_out_of_group(GroupId(1), ReportId(1))) == "R1 is not in T1."


def test_members_are_agencies_or_persons_and_nobody_twice(desk: Desk) -> None:
    one = started(desk)
    desk.add_member(one.id, agency(desk, 2))
    desk.add_member(one.id, agency(desk, 2), "Insp Lowe")
    desk.add_member(one.id, None, "Father Brown")
    assert "already" in refused(lambda: desk.add_member(one.id, agency(desk, 2)))
    assert "Name an agency" in refused(lambda: desk.add_member(one.id, None, " "))
    short = next(a.short for a in desk.agencies() if a.id == agency(desk, 2))
    assert [m.called for m in group(desk).members] == [short, f"{short}, Insp Lowe", "Father Brown"]
    desk.remove_member(one.id, group(desk).members[0].id)
    assert len(group(desk).members) == 2


def test_what_the_meeting_has_decided_so_is_not_taken_out_or_undone_under_it(desk: Desk) -> None:
    amir = other(desk)
    amir.start_group(new(desk))
    amir.add_to_group(GroupId(1), (ReportId(1),))
    desk.put_in_group(step_of(desk, 1), GroupId(1))
    assert "decide it anew there" in refused(lambda: amir.take_out_of_group(GroupId(1), ReportId(1)))
    with pytest.raises(StaleError, match="the open meeting has decided so on R1 since"):
        amir.undo()
    assert (refs(desk), decision(desk, 1)) == ([1], Decision.GROUP)
