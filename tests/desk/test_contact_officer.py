"""Who made a contact: the officer at the keyboard, where nobody else is named."""

from datetime import datetime
from pathlib import Path

import pytest

from csu_tui.desk.clock import Clock
from csu_tui.desk.desk import Desk
from csu_tui.domain.ids import ReportId
from csu_tui.domain.meeting import Attendee
from csu_tui.domain.report import Reporter
from csu_tui.domain.stroke import Assignment, ContactMade, NewReport, Roll
from csu_tui.domain.words import ActionStatus, FeedbackState, Means, ReporterKind
from tests.factories import new_database

NOON = datetime.fromisoformat("2022-04-01T12:00:00+01:00")


@pytest.fixture
def report_id(tmp_path: Path) -> ReportId:
    """A report tasked to agency 4, in a unit where `amir` is an officer of agency 4."""
    new_database(tmp_path / "unit.db")
    desk = Desk.open(tmp_path / "unit.db", create=False, clock=Clock(NOON), login="chair")
    warden = next(agency for agency in desk.agencies() if agency.digit == 4)
    desk.add_officer(warden.id, "Amir Khalil", "amir")
    desk.open_meeting(Roll("Sgt Ellis", (Attendee(None, "Police", "Sgt Ellis"),)))
    new = NewReport(desk.categories()[0].id, "Resident", reporter=Reporter(ReporterKind.RESIDENT, feedback_wanted=True))
    raised = desk.raise_report(new).report_id
    assert raised
    desk.assign(desk.agenda().steps[0], Assignment(warden.id))
    desk.close()
    return raised


def test_a_contact_names_the_officer_who_logs_it(tmp_path: Path, report_id: ReportId) -> None:
    desk = Desk.open(tmp_path / "unit.db", create=False, clock=Clock(NOON), login="amir")
    desk.contact(report_id, ContactMade(Means.CALL, reached=True))
    assert [contact.officer for contact in desk.report(report_id).contacts] == ["Amir Khalil"]
    desk.close()


def test_a_contact_for_another_agency_does_not_name_the_one_who_types_it(tmp_path: Path, report_id: ReportId) -> None:
    desk = Desk.open(tmp_path / "unit.db", create=False, clock=Clock(NOON), login="amir")
    other = next(agency for agency in desk.agencies() if agency.digit == 1)
    desk.contact(report_id, ContactMade(Means.CALL, reached=True, agency_id=other.id))
    assert [(c.agency, c.officer) for c in desk.report(report_id).contacts] == [(other.short, "")]
    desk.close()


def test_the_contact_behind_given_is_of_the_agency_that_owes_the_answer(tmp_path: Path, report_id: ReportId) -> None:
    desk = Desk.open(tmp_path / "unit.db", create=False, clock=Clock(NOON), login="chair")
    item = desk.report(report_id)
    desk.set_feedback(item.feedback, FeedbackState.GIVEN, means=Means.CALL)
    assert [contact.agency for contact in desk.report(report_id).contacts] == [item.feedback.agency]
    desk.close()


def test_a_visit_of_a_retired_agency_and_officer_is_still_finished_with_its_contact(
    tmp_path: Path, report_id: ReportId
) -> None:
    desk = Desk.open(tmp_path / "unit.db", create=False, clock=Clock(NOON), login="chair")
    desk.take_over()
    (officer,) = desk.officers()
    visit = next(kind for kind in desk.kinds() if kind.name == "visit")
    desk.assign(desk.agenda().steps[0], Assignment(officer.agency_id, officer.id, visit.id))
    desk.retire_officer(officer)
    desk.retire_agency(next(agency for agency in desk.agencies() if agency.id == officer.agency_id))
    action = desk.report(report_id).actions[-1]
    desk.finish(action, ActionStatus.DONE, "seen", ContactMade(Means.VISIT, reached=True))
    assert [contact.officer for contact in desk.report(report_id).contacts] == ["Amir Khalil"]
    desk.close()
