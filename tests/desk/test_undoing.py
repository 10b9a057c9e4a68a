"""`z` takes back my own newest change, names it, and goes to its step (SPEC 3.8)."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.action import Action
from csu_tui.domain.agenda import Step
from csu_tui.domain.errors import StaleError
from csu_tui.domain.ids import ReportId
from csu_tui.domain.place import Place
from csu_tui.domain.stroke import Assignment, ContactMade, NewReport, ReportEdit, Roll
from csu_tui.domain.words import ActionStatus, Decision, FeedbackState, Means, Risk, StepKind
from tests.factories import (
    HOSTILE,
    agency,
    clock_of,
    close,
    import_reports,
    make_desk,
    open_meeting,
    refused,
    row,
    rows_of,
    steps,
    take,
)

Stroke = Callable[[Desk], object]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = make_desk(tmp_path)
    import_reports(desk, {}, {"reporter": "", "name": "", "phone": "", "email": ""}, {})
    open_meeting(desk)
    desk.assign(steps(desk)[2], Assignment(agency(desk, 1), due=date(2022, 4, 4)))
    close(desk)
    clock_of(desk).set("2022-04-04T09:00:00+01:00")
    import_reports(desk, {})
    open_meeting(desk)
    return desk


def report_step(desk: Desk, at: int = 0) -> Step:
    return [step for step in steps(desk) if step.kind is StepKind.REPORT][at]


def picture(desk: Desk) -> object:
    """Everything that people see, without the versions that every stroke counts up."""
    seen = ("id", "version")
    return (
        [{k: getattr(s, k) for k in s.__slots__ if k not in seen and k != "step"} for s in steps(desk)],
        [
            [(a.id, a.due, a.status, a.agency_id, a.carried_over, a.text) for a in desk.report(ReportId(n)).actions]
            for n in range(1, 5)
        ],
        [
            (f.state, f.due, f.agency_id, f.attempts, f.reason, f.told)
            for n in range(1, 5)
            for f in [desk.report(ReportId(n)).feedback]
        ],
        [len(desk.report(ReportId(n)).contacts) for n in range(1, 5)],
        [desk.report(ReportId(n), private=True).report.place for n in range(1, 5)],
        rows_of(desk, "SELECT id, waiting, finished_on IS NULL, risk FROM report WHERE taken_back IS NULL"),
        rows_of(desk, "SELECT report_id, same_as_id FROM incident_link WHERE undone = 0"),
        [(a.name, a.short, a.digit) for a in desk.agencies()],
    )


def action(desk: Desk) -> Action:
    return desk.report(ReportId(3)).actions[0]


STROKES: dict[str, Stroke] = {
    "task": lambda d: d.task(report_step(d), agency(d, 1)),
    "decide": lambda d: d.decide(report_step(d), Decision.NO_FURTHER_ACTION, HOSTILE),
    "same incident": lambda d: d.same_incident(report_step(d), ReportId(2)),
    "same incident, one answer": lambda d: d.same_incident(report_step(d), ReportId(3), shares_feedback=True),
    "link at a desk": lambda d: d.link(ReportId(1), ReportId(2)),
    "comment": lambda d: d.comment(report_step(d), HOSTILE),
    "hold over rest": lambda d: d.hold_over_rest("not reached"),
    "finish": lambda d: d.finish(action(d), ActionStatus.DONE, HOSTILE),
    "redate": lambda d: d.redate(action(d), date(2022, 4, 8), HOSTILE),
    "hand over": lambda d: d.hand_over(action(d), agency(d, 2), None, "x", feedback_too=True),
    "edit action": lambda d: d.edit_action(action(d), HOSTILE),
    "carry over": lambda d: d.carry_over_agency(agency(d, 1), date(2022, 4, 6), "x"),
    "feedback": lambda d: d.set_feedback(
        d.report(ReportId(1)).feedback, FeedbackState.GIVEN, means=Means.CALL, reason=HOSTILE
    ),
    "contact": lambda d: d.contact(ReportId(1), ContactMade(Means.VISIT, reached=False, note=HOSTILE)),
    "edit report": lambda d: d.edit_report(
        d.report(ReportId(1)).report, ReportEdit(risk=Risk.HIGH, place=Place("1", "New Street", "Swanley", "BR8 1AA"))
    ),
}


@pytest.mark.parametrize("name", STROKES)
def test_every_stroke_is_undone_and_made_again(desk: Desk, name: str) -> None:
    before = picture(desk)
    STROKES[name](desk)
    assert picture(desk) != before
    said = desk.undo()
    assert said.words.startswith("Undone: ")
    assert picture(desk) == before
    STROKES[name](desk)
    assert picture(desk) != before
    assert desk.check().problems == ()


def test_strokes_are_undone_in_turn_down_to_the_opening(desk: Desk) -> None:
    pictures = []
    for name in ("comment", "task", "feedback", "redate", "contact", "decide", "edit report"):
        pictures.append(picture(desk))
        STROKES[name](desk)
    while pictures:
        desk.undo()
        assert picture(desk) == pictures.pop()
    assert "nothing of yours" in refused(desk.undo)


def test_undo_names_what_it_undoes_and_goes_to_its_step(desk: Desk) -> None:
    step = report_step(desk, 1)
    desk.task(step, agency(desk, 2))
    said = desk.undo()
    assert "task: " in said.words
    assert f"R{step.report_id}" in said.words
    assert said.step == step.id


def test_undo_survives_a_restart_of_the_program(desk: Desk) -> None:
    before = picture(desk)
    STROKES["task"](desk)
    desk.close()
    again = make_desk(desk.path.parent, clock_of(desk))
    again.undo()
    assert picture(again) == before


def test_undo_takes_back_my_own_change_only(desk: Desk) -> None:
    other = make_desk(desk.path.parent, clock_of(desk), login="amir")
    STROKES["comment"](desk)
    STROKES["contact"](other)
    assert "comment" in desk.undo().words
    assert "nothing of yours" in refused(desk.undo)


def test_undo_is_refused_where_somebody_changed_the_same_thing_since(desk: Desk) -> None:
    other = make_desk(desk.path.parent, clock_of(desk), login="amir")
    STROKES["comment"](desk)
    other.take_over()
    STROKES["decide"](other)
    before = picture(desk)
    with pytest.raises(StaleError, match="amir has changed it since"):
        desk.undo()
    assert picture(desk) == before


def test_undo_is_possible_again_once_the_other_has_taken_theirs_back(desk: Desk) -> None:
    other = make_desk(desk.path.parent, clock_of(desk), login="amir")
    before = picture(desk)
    STROKES["comment"](desk)
    other.take_over()
    STROKES["decide"](other)
    other.undo()
    desk.undo()
    assert picture(desk) == before


@pytest.mark.parametrize(
    "outside",
    [
        lambda _: None,
        lambda d: d.reveal(ReportId(1)),
        lambda d: d.minutes_text(redacted=False),
        lambda d: take(d, {}),
        lambda d: d.backup(d.path.with_name("copy.db")),
        lambda d: d.reach(2),
    ],
    ids=["opening", "look", "minutes", "import", "backup", "step reached"],
)
def test_opening_imports_and_looks_are_never_undone(desk: Desk, outside: Stroke) -> None:
    outside(desk)
    assert "nothing of yours" in refused(desk.undo)
    assert desk.meeting() is not None


def test_what_a_source_sent_is_never_undone(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    sent = row()
    import_reports(desk, sent)
    open_meeting(desk)
    take(desk, sent | {"reporter": "anonymous", "name": "", "phone": "", "email": "", "text": "new"})
    assert "nothing of yours" in refused(desk.undo)
    assert desk.report(ReportId(1)).feedback.state is FeedbackState.ANONYMOUS


def test_a_decision_of_a_meeting_that_has_ended_is_not_undone(desk: Desk) -> None:
    STROKES["decide"](desk)
    close(desk)
    assert "nothing of yours" in refused(desk.undo)
    open_meeting(desk)
    assert "nothing of yours" in refused(desk.undo)


def test_a_raised_report_is_taken_back_and_its_step_says_so(desk: Desk) -> None:
    count = len(steps(desk))
    said = desk.raise_report(NewReport(desk.categories()[0].id, "Resident"))
    desk.undo()
    last = steps(desk)[-1]
    assert (len(steps(desk)), last.report_id, last.taken_back) == (count + 1, said.report_id, True)
    assert last.id not in {step.id for step in desk.checklist().undecided}
    assert "taken back" in refused(lambda: desk.task(last, agency(desk, 1)))
    close(desk)
    assert said.report_id not in [step.report_id for step in steps(desk)]


def test_an_added_agency_or_officer_is_taken_off_the_lists(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    before = desk.agencies(), desk.officers()
    desk.add_agency("Rotary Club", "Rotary")
    desk.add_officer(agency(desk, 1), "PC Amir", "amir")
    desk.undo()
    desk.undo()
    assert (desk.agencies(), desk.officers()) == before


def test_outside_a_meeting_undo_reaches_back_to_this_start_only(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    desk.add_agency("Rotary Club", "Rotary")
    again = make_desk(tmp_path, clock_of(desk))
    assert "nothing of yours" in refused(again.undo)
    assert "add agency" in desk.undo().words


def test_an_officer_s_own_stroke_is_undone_while_a_meeting_runs(desk: Desk) -> None:
    other = make_desk(desk.path.parent, clock_of(desk), login="amir")
    (held,) = import_reports(desk, {"received": "2022-03"})
    other.contact(held, ContactMade(Means.CALL, reached=False))
    assert "contact" in other.undo().words
    assert desk.report(held).contacts == ()


def test_each_undo_is_itself_a_change_and_is_not_undone(desk: Desk) -> None:
    STROKES["comment"](desk)
    count = desk.check().changes
    desk.undo()
    assert desk.check().changes == count + 1
    last = rows_of(desk, "SELECT what, undoes FROM change ORDER BY id DESC LIMIT 1")
    assert last == [("undo: comment", count)]
    assert "nothing of yours" in refused(desk.undo)


def test_a_roll_called_again_is_undone(desk: Desk) -> None:
    chair = desk.meeting().chair  # type: ignore[union-attr]
    desk.call_roll(Roll("Somebody else"))
    desk.undo()
    assert desk.meeting().chair == chair  # type: ignore[union-attr]
