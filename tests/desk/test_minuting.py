from datetime import date
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.group import NewGroup
from csu_tui.domain.ids import ActionId, GroupId
from csu_tui.domain.snapshot import ActionReviewed
from csu_tui.domain.words import ActionStatus, StepKind
from tests import factories


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk in its second meeting, with one action due that the first one made."""
    desk = factories.make_desk(tmp_path)
    (report,) = factories.import_reports(desk)
    factories.open_meeting(desk)
    desk.task(factories.step_of(desk, report), factories.agency(desk, 1))
    factories.close(desk)
    factories.clock_of(desk).set("2022-04-06T09:00:00+01:00")
    factories.open_meeting(desk)
    return desk


def reviewed(desk: Desk) -> ActionReviewed:
    (entry,) = desk.snapshot(None)["actions_reviewed"]
    return entry


def due_action(desk: Desk) -> ActionId:
    (step,) = (one for one in factories.steps(desk) if one.kind is StepKind.ACTION)
    assert step.action_id is not None
    return step.action_id


def test_carried_over_action_keeps_the_date_that_it_was_due(desk: Desk) -> None:
    desk.redate(desk.action(due_action(desk)), date(2022, 4, 8), "on leave")
    entry = reviewed(desk)
    assert (entry["due"], entry["overdue"], entry["new_due"]) == ("2022-04-05", True, "2022-04-08")
    assert (entry["review"], entry["carried_over"]) == ("carried over", 1)


def test_handed_over_action_keeps_the_agency_that_had_it(desk: Desk) -> None:
    before = desk.action(due_action(desk))
    desk.hand_over(before, factories.agency(desk, 5), None, "it is their house")
    entry = reviewed(desk)
    after = desk.action(before.id)
    assert (entry["agency"], entry["handed_to"]) == (before.agency, after.agency)
    assert before.agency != after.agency


def test_action_finished_in_the_meeting_was_overdue_when_it_was_reached(desk: Desk) -> None:
    desk.finish(desk.action(due_action(desk)), ActionStatus.NOT_UNDERTAKEN, "no staff")
    entry = reviewed(desk)
    assert (entry["overdue"], entry["review"], entry["status"]) == (True, "not undertaken", "not undertaken")
    assert desk.snapshot(None)["totals"]["actions_not_undertaken"] == 1
    assert desk.snapshot(None)["totals"]["actions_not_possible"] == 0


def test_undone_review_leaves_the_action_as_the_meeting_found_it(desk: Desk) -> None:
    desk.redate(desk.action(due_action(desk)), date(2022, 4, 8), "on leave")
    desk.undo()
    entry = reviewed(desk)
    assert (entry["due"], entry["review"], entry["new_due"], entry["carried_over"]) == ("2022-04-05", None, None, 0)


def test_minutes_of_a_closed_meeting_never_change(desk: Desk) -> None:
    action = desk.action(due_action(desk))
    closed = factories.close(desk)
    texts = [desk.minutes_text(closed.meeting_id, redacted=redacted) for redacted in (False, True)]
    desk.finish(action, ActionStatus.DONE, "later, at a desk")
    desk.edit_agency(desk.agencies()[0], name="Renamed", short="Renamed")
    assert [desk.minutes_text(closed.meeting_id, redacted=redacted) for redacted in (False, True)] == texts
    assert closed.minutes is not None
    assert closed.minutes.read_text(encoding="utf-8") == texts[0]


def test_an_action_knowingly_left_has_no_outcome_in_the_minutes(desk: Desk) -> None:
    desk.hold_over_rest("not reached")
    assert reviewed(desk)["free"]["outcome"] == ""
    said = [line.strip() for line in desk.minutes_text(None, redacted=False).splitlines() if "Outcome" in line]
    assert said == ["Outcome    Not reviewed; it stays due"]


def test_a_report_without_title_is_minuted_by_what_its_source_called_it(desk: Desk) -> None:
    (report,) = factories.import_reports(desk, {"category": "Rat Complaint", "title": "", "text": ""})
    assert desk.report(report).report.category == "Other Concern"
    (entry,) = desk.snapshot(None)["reports"]
    assert entry["free"]["title"] == "Rat Complaint"


def test_a_group_that_reports_back_and_is_closed_is_minuted_with_both(desk: Desk) -> None:
    desk.start_group(NewGroup("Garages", factories.agency(desk, 1), report_back=date(2022, 4, 7)))
    desk.note_group(GroupId(1), "before the meeting")
    factories.close(desk)
    factories.clock_of(desk).set("2022-04-07T09:00:00+01:00")
    meeting = factories.open_meeting(desk)
    desk.report_back(desk.group(GroupId(1)), "CCTV is up", None)
    desk.close_group(desk.group(GroupId(1)), "riders warned")
    factories.close(desk)
    said = desk.minutes_text(meeting.id, redacted=False)
    assert "Heard      Reported back and closed: CCTV is up\n" in said
    assert "Outcome    riders warned\n" in said
    assert "before the meeting" not in said
    assert "CCTV is up" not in desk.minutes_text(meeting.id, redacted=True)
