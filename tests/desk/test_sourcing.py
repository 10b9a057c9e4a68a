"""What sources sent, afterwards: imports taken back, conflicts settled, a backlog made history (SPEC 3.1, 7)."""

from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.desk.intake import IntakeOptions
from csu_tui.domain.ids import ImportId, ReportId
from csu_tui.domain.stroke import ContactMade
from csu_tui.domain.words import Decision, FeedbackState, Means
from tests.factories import (
    EMAIL,
    HOUSE,
    NAME,
    PHONE,
    agency,
    clock_of,
    close,
    import_reports,
    incoming_csv,
    make_desk,
    note_all,
    open_meeting,
    refused,
    row,
    rows_of,
    step_of,
    steps,
    take,
)

R1 = ReportId(1)
I1 = ImportId(1)
LATE = {"received": "20/03/2022 10:00"}
NOBODY = {"reporter": "anonymous", "name": "", "phone": "", "email": ""}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return make_desk(tmp_path)


def known(desk: Desk) -> set[int]:
    return {number for (number,) in rows_of(desk, "SELECT id FROM report WHERE taken_back IS NULL")}


def test_an_import_taken_back_leaves_nothing_of_what_nobody_touched_and_can_be_taken_in_again(
    desk: Desk, tmp_path: Path
) -> None:
    path = incoming_csv(tmp_path / "wrong.csv", [{}, {"reference": ""}])
    desk.take_in(path, IntakeOptions())
    assert desk.take_back(I1).words == "I1 taken back: 2 reports removed."
    assert known(desk) == set()
    assert rows_of(desk, "SELECT count(*) FROM feedback") == [(0,)]
    assert rows_of(desk, "SELECT count(*) FROM reporter_key") == [(0,)]
    assert desk.take_in(path, IntakeOptions()).added == 2
    assert desk.check().problems == ()


def test_what_was_decided_tasked_contacted_or_linked_is_kept(desk: Desk) -> None:
    decided, tasked, contacted, linked, first, untouched = import_reports(desk, {}, {}, {}, {}, {}, {})
    open_meeting(desk)
    desk.decide(step_of(desk, decided), Decision.FOR_INFORMATION)
    desk.task(step_of(desk, tasked), agency(desk, 1))
    desk.contact(contacted, ContactMade(Means.CALL, reached=True))
    desk.same_incident(step_of(desk, linked), first)
    assert desk.take_back(I1).words == "I1 taken back: 1 report removed. 5 stay: they have been worked on."
    assert known(desk) == {decided, tasked, contacted, linked, first}
    assert [step.report_id for step in steps(desk) if step.taken_back] == [untouched]


def test_steps_taken_back_stay_marked_without_personal_details_and_are_not_decided(desk: Desk) -> None:
    import_reports(desk)
    open_meeting(desk)
    desk.take_back(I1)
    (step,) = steps(desk)
    assert step.taken_back
    assert desk.checklist().clear
    assert "taken back" in refused(lambda: desk.decide(step, Decision.FOR_INFORMATION))
    left = " ".join(str(value) for one in rows_of(desk, "SELECT * FROM report") for value in one)
    assert not [word for word in (NAME, PHONE, EMAIL, HOUSE) if word in left]
    assert desk.close_meeting().meeting_id == 1
    assert desk.check().problems == ()


def test_an_import_is_taken_back_once(desk: Desk) -> None:
    import_reports(desk)
    desk.take_back(I1)
    assert "already" in refused(lambda: desk.take_back(I1))
    assert "There is no import" in refused(lambda: desk.take_back(ImportId(9)))


@pytest.mark.parametrize(
    ("sent", "field"),
    [({"street": "Elsewhere Road"}, "place"), ({"received": "30/03/2022 10:00"}, "received")],
)
def test_a_conflict_is_taken_or_kept_and_z_asks_again(desk: Desk, sent: dict[str, str], field: str) -> None:
    first = row()
    import_reports(desk, first)
    take(desk, first | sent)
    before = desk.report(R1, private=True).report
    (conflict,) = desk.conflicts()
    assert (conflict.report_id, conflict.field) == (R1, field)
    assert conflict.standing != conflict.sent
    assert HOUSE not in conflict.standing + conflict.sent

    desk.settle_conflict(conflict, take=False)
    assert desk.conflicts() == ()
    assert desk.report(R1, private=True).report.place == before.place
    desk.undo()
    assert desk.conflicts() == (conflict,)

    desk.settle_conflict(conflict, take=True)
    now = desk.report(R1, private=True).report
    assert (now.place, now.received) != (before.place, before.received)
    assert "settled already" in refused(lambda: desk.settle_conflict(conflict, take=False))
    desk.undo()
    again = desk.report(R1, private=True).report
    assert (again.place, again.received) == (before.place, before.received)
    assert desk.check().problems == ()


def test_another_house_of_the_same_street_is_a_conflict_that_a_room_may_read(desk: Desk) -> None:
    first = row()
    import_reports(desk, first)
    take(desk, first | {"house": "Secret House"})
    (conflict,) = desk.conflicts()
    assert "another house" in conflict.sent
    assert "Secret House" not in conflict.sent


@pytest.mark.parametrize("before", [NOBODY, {"feedback_wanted": "no"}])
def test_a_reporter_who_wants_to_be_told_after_all_is_owed_an_answer_once_somebody_takes_it(
    desk: Desk, before: dict[str, str]
) -> None:
    first = row()
    import_reports(desk, first | before)
    open_meeting(desk)
    note_all(desk)
    take(desk, first)
    (conflict,) = desk.conflicts()
    assert (conflict.field, NAME in conflict.standing + conflict.sent) == ("reporter", False)
    assert desk.owed() == ()
    desk.settle_conflict(conflict, take=True)
    ((owed, _),) = desk.owed()
    assert (owed.report_id, owed.state) == (R1, FeedbackState.DUE)
    assert owed.due is not None
    assert owed.agency
    assert desk.report(R1, private=True).report.reporter.name == NAME


def test_a_reporter_s_changed_wish_that_is_not_taken_changes_nothing(desk: Desk) -> None:
    first = row()
    import_reports(desk, first | NOBODY)
    take(desk, first)
    desk.settle_conflict(desk.conflicts()[0], take=False)
    assert desk.report(R1).feedback.state is FeedbackState.ANONYMOUS
    assert desk.conflicts() == ()


def test_conflicts_and_reports_updated_since_they_were_decided_are_counted_before_the_next_meeting(desk: Desk) -> None:
    first, second = row(), row()
    import_reports(desk, first, second)
    open_meeting(desk)
    note_all(desk)
    close(desk)
    assert (desk.opening().conflicts, desk.opening().updated) == (0, 0)
    clock_of(desk).advance(hours=1)
    take(desk, first | {"text": "new"}, second | {"text": "new", "street": "Elsewhere Road"})
    take(desk, first | {"text": "newer"})
    assert (desk.opening().conflicts, desk.opening().updated) == (1, 2)


def test_a_new_text_before_any_decision_is_not_counted(desk: Desk) -> None:
    first = row()
    import_reports(desk, first)
    take(desk, first | {"text": "new"})
    assert desk.opening().updated == 0


def test_the_backlog_is_made_history_before_the_first_meeting_and_z_takes_it_back(desk: Desk) -> None:
    fresh, late = import_reports(desk, {}, LATE)
    assert desk.make_history().words == "1 late report is history now; undo takes it back."
    assert (desk.opening().reports, desk.opening().late) == (1, 0)
    desk.undo()
    assert (desk.opening().reports, desk.opening().late) == (2, 1)
    desk.make_history()
    open_meeting(desk)
    assert [step.report_id for step in steps(desk)] == [fresh]
    assert "No late report" in refused(desk.make_history)
    note_all(desk)
    close(desk)
    assert desk.opening().reports == 0
    assert late in known(desk)


def test_the_backlog_made_history_in_the_meeting_is_not_undecided_not_counted_and_not_minuted(desk: Desk) -> None:
    fresh, late, decided = import_reports(desk, {}, LATE, LATE | {"reporter": "", "name": ""})
    open_meeting(desk)
    desk.decide(step_of(desk, decided), Decision.FOR_INFORMATION)
    desk.make_history()
    assert [step.report_id for step in steps(desk) if step.history] == [late]
    assert [step.report_id for step in desk.checklist().undecided] == [fresh]
    assert "history" in refused(lambda: desk.decide(step_of(desk, late), Decision.FOR_INFORMATION))
    assert "history" in refused(lambda: desk.task(step_of(desk, late), agency(desk, 1)))
    desk.hold_over_rest("not reached")
    desk.settle_unknown()
    desk.close_meeting()
    snapshot = desk.snapshot()
    assert {one["report"] for one in snapshot["reports"]} == {f"R{fresh}", f"R{decided}"}
    assert (snapshot["totals"]["reports"], snapshot["totals"]["made_history"]) == (2, 1)
    assert "Made history" in desk.minutes_text(redacted=True)
    clock_of(desk).advance(days=3)
    assert desk.opening().reports == 1
    assert desk.check().problems == ()


def test_z_in_the_meeting_brings_the_backlog_back_to_its_steps(desk: Desk) -> None:
    import_reports(desk, {}, LATE, LATE)
    open_meeting(desk)
    desk.make_history()
    desk.undo()
    assert len(desk.checklist().undecided) == 3
    assert not [step for step in steps(desk) if step.history]


def test_history_of_an_abandoned_meeting_stays_history(desk: Desk) -> None:
    import_reports(desk, {}, LATE)
    open_meeting(desk)
    desk.make_history()
    desk.abandon_meeting()
    assert desk.opening().reports == 1


def test_only_the_first_meeting_s_backlog_is_made_history(desk: Desk) -> None:
    import_reports(desk)
    open_meeting(desk)
    note_all(desk)
    close(desk)
    import_reports(desk, LATE)
    assert "first meeting" in refused(desk.make_history)
    clock_of(desk).advance(days=1)
    open_meeting(desk)
    assert "first meeting" in refused(desk.make_history)
