"""An officer's strokes as commands."""

from pathlib import Path

from csu_tui.desk.desk import Desk
from csu_tui.domain.stroke import ActionFilter, Assignment, Roll
from csu_tui.domain.words import ActionStatus, Decision, FeedbackState, Means
from tests.cli.conftest import Ask
from tests.factories import import_reports

EVERY = ActionFilter(status="all")


def visit(desk: Desk) -> str:
    """Task a visit in an open meeting and return its reference."""
    desk.open_meeting(Roll("Sgt Ellis"))
    kind = next(kind for kind in desk.kinds() if kind.name == "visit")
    desk.assign(desk.agenda().steps[1], Assignment(desk.agencies()[3].id, kind_id=kind.id))
    return "A1"


def test_done_says_what_was_done(ask: Ask, closed: Desk) -> None:
    status, out, err = ask("done", "a1", "spoken to, will keep a diary")
    assert (status, out, err) == (0, "", "A1: done.\n")
    (action,) = closed.actions(EVERY)
    assert action.status is ActionStatus.DONE


def test_a_visit_is_not_finished_without_saying_whether_anybody_was_reached(ask: Ask, desk: Desk) -> None:
    status, _, err = ask("done", visit(desk), "went there")
    assert status == 1
    assert "--reached or --no-answer" in err


def test_finishing_a_visit_writes_its_one_contact_and_may_settle_the_feedback(ask: Ask, desk: Desk) -> None:
    assert ask("done", visit(desk), "told what was done", "--given")[0] == 0
    item = desk.report(desk.agenda().steps[1].report_id)
    (contact,) = item.contacts
    assert (contact.means, contact.reached, contact.action_id) == (Means.VISIT, True, 1)
    assert item.feedback.state is FeedbackState.GIVEN


def test_a_new_date_is_typed_the_british_way(ask: Ask, closed: Desk) -> None:
    assert ask("redate", "A1", "fri", "officer absent")[2] == "A1: carried over to Fri 8 Apr.\n"
    assert closed.actions(EVERY)[0].carried_over == 1


def test_an_action_is_handed_to_an_agency_by_any_of_its_names(ask: Ask, closed: Desk) -> None:
    assert ask("handover", "A1", "wardens", "their patch")[0] == 0
    assert closed.actions(EVERY)[0].agency == "Wardens"
    status, _, err = ask("handover", "A1", "district", "x")
    assert status == 1
    assert "could be" in err


def test_not_possible_and_not_undertaken_stay_different(ask: Ask, closed: Desk) -> None:
    assert ask("not-undertaken", "A1", "overlooked")[0] == 0
    assert closed.actions(EVERY)[0].status is ActionStatus.NOT_UNDERTAKEN
    status, _, err = ask("not-possible", "A1", "moved away")
    assert status == 1
    assert "A1 is not undertaken already" in err


def test_a_contact_that_settles_counts_and_one_without_answer_is_a_try(ask: Ask, closed: Desk) -> None:
    ask("contact", "R2", "call", "--no-answer")
    feedback = closed.report(closed.actions(EVERY)[0].report_id).feedback
    assert (feedback.state, feedback.attempts) == (FeedbackState.ATTEMPTED, 1)
    assert ask("feedback", "--owed")[1].splitlines()[0].endswith("  1 try")
    assert ask("contact", "R2", "call", "--given", "--note", "told")[0] == 0
    assert closed.report(closed.actions(EVERY)[0].report_id).feedback.state is FeedbackState.GIVEN


def test_mine_needs_to_know_who_i_am(ask: Ask, closed: Desk) -> None:
    status, _, err = ask("actions", "--mine")
    assert status == 1
    assert "csu-tui officer add" in err
    assert ask("officer", "add", "Sgt Ellis", "police csu", "--login", closed.login)[0] == 0
    assert ask("actions", "--mine")[1] == "No action fits.\n"


def test_a_file_of_one_row_is_one_row_read(ask: Ask, desk: Desk, reports: Path) -> None:
    assert desk.meeting() is None
    one = reports.with_name("one.csv")
    one.write_text("".join(reports.read_text(encoding="utf-8").splitlines(keepends=True)[:2]), encoding="utf-8")
    assert "one.csv: 1 row read as" in ask("import", str(one))[1]


def test_owed_names_what_an_organisation_passes_on_until_that_is_recorded(ask: Ask, desk: Desk) -> None:
    (report,) = import_reports(desk, {"reporter": "partner officer"})
    desk.open_meeting(Roll("Sgt Ellis"))
    for step in desk.agenda().steps:
        desk.decide(step, Decision.FOR_INFORMATION)
    said = "the organisation tells: not recorded yet"
    assert [line.split()[0] for line in ask("feedback", "--owed")[1].splitlines() if said in line] == [f"R{report}"]
    assert ask("set-feedback", f"R{report}", "via organisation")[0] == 0
    assert said not in ask("feedback", "--owed")[1]
