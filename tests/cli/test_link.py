"""Reports of one incident, linked at a desk."""

import json

from csu_tui.desk.desk import Desk
from csu_tui.domain.ids import ReportId
from csu_tui.domain.stroke import Roll
from tests.cli.conftest import Ask


def test_link_and_unlink_say_what_they_did(ask: Ask, closed: Desk) -> None:
    assert ask("link", "r2", "R1", "--share-feedback") == (
        0,
        "",
        "R2: same incident as R1, one answer tells both.\n",
    )
    assert closed.report(ReportId(2)).seen_before.incident == (1,)
    assert ask("unlink", "R2") == (0, "", "R2: no longer the same incident as R1.\n")
    assert closed.report(ReportId(2)).seen_before.incident == ()


def test_a_report_is_not_linked_to_itself(ask: Ask, closed: Desk) -> None:
    assert closed.meeting() is None
    status, _, err = ask("link", "R1", "R1")
    assert (status, "itself" in err) == (1, True)


def test_show_names_the_other_reports_of_the_incident(ask: Ask, closed: Desk) -> None:
    closed.link(ReportId(2), ReportId(3))
    assert "same incident as R3" in ask("show", "R2")[1]
    assert json.loads(ask("show", "R2", "--json")[1])["seen_before"]["same_incident"] == ["R3"]


def test_show_lists_what_came_of_earlier_reports(ask: Ask, closed: Desk) -> None:
    assert closed.meeting() is None
    found = json.loads(ask("show", "R3", "--json")[1])["seen_before"]
    keys = {"report", "received", "headline", "same_place", "same_reporter", "same_incident_as", "near", "decision"}
    for one in found["earlier"]:
        assert set(one) == keys | {"reason", "feedback", "actions"}
    assert set(found) >= {
        "place_28_days",
        "place_6_months",
        "reporter_6_months",
        "sensitive",
        "open_actions",
        "earlier",
    }


def test_a_link_that_goes_to_another_report_than_was_named_says_why(ask: Ask, closed: Desk) -> None:
    closed.link(ReportId(2), ReportId(1))
    assert ask("link", "R3", "R2")[2] == "R3: same incident as R1, as R2 is.\n"
    assert closed.changes("R3")[-1].what == "link: same incident as R1"


def test_one_open_action_is_one_and_not_actions(ask: Ask, desk: Desk) -> None:
    desk.open_meeting(Roll("Sgt Ellis"))
    first, second = desk.agencies()[:2]
    step = next(step for step in desk.agenda().steps if step.report_id == 1)
    desk.task(step, first.id)
    assert "1 action open here" in ask("show", "R3")[1]
    step = next(step for step in desk.agenda().steps if step.report_id == 1)
    desk.task(step, second.id)
    assert "2 actions open here" in ask("show", "R3")[1]
