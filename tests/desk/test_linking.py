"""Reports of one incident (SPEC 3.2): linked one level deep, counted once, told together only if asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.ids import ReportId
from csu_tui.domain.ledger import Feedback
from csu_tui.domain.stroke import Assignment, ContactMade
from csu_tui.domain.words import ActionStatus, Decision, FeedbackState, Means
from tests import factories
from tests.factories import import_reports, make_desk, open_meeting, refused, step_of

R1, R2, R3, R4 = (ReportId(number) for number in range(1, 5))
CALL = ContactMade(Means.CALL, reached=True, settles=True)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = make_desk(tmp_path)
    import_reports(desk, {}, {}, {}, {})
    open_meeting(desk)
    yield desk
    assert desk.check().problems == ()
    desk.close()


def same(desk: Desk, report: ReportId, other: ReportId, *, shares: bool = False) -> str:
    return desk.same_incident(step_of(desk, report), other, shares_feedback=shares).words


def links(desk: Desk) -> dict[int, int]:
    with desk._db.read() as connection:
        return dict(connection.execute("SELECT report_id, same_as_id FROM incident_link WHERE undone = 0"))


def linked(desk: Desk) -> dict[int, int | None]:
    """What the steps of the meeting say."""
    return {step.report_id: step.linked_id for step in factories.steps(desk) if step.linked_id}


def feedback(desk: Desk, report: ReportId) -> Feedback:
    return desk.report(report).feedback


def test_linking_to_a_linked_report_goes_to_the_one_that_counts(desk: Desk) -> None:
    same(desk, R2, R1)
    assert "same incident as R1, as R2 is" in same(desk, R3, R2)
    assert links(desk) == linked(desk) == {2: 1, 3: 1}


def test_those_linked_to_a_report_go_with_it_and_come_back_with_the_undo(desk: Desk) -> None:
    same(desk, R2, R1)
    same(desk, R3, R1)
    same(desk, R1, R4)
    assert links(desk) == linked(desk) == {1: 4, 2: 4, 3: 4}
    desk.undo()
    assert links(desk) == linked(desk) == {2: 1, 3: 1}


def test_a_report_is_never_linked_to_itself_nor_round_in_a_circle(desk: Desk) -> None:
    same(desk, R2, R1)
    for other in (R1, R2):
        assert "itself, or linked to it" in refused(lambda other=other: same(desk, R1, other))  # type: ignore[misc]
    assert links(desk) == {2: 1}


def test_linking_to_another_one_leaves_the_first(desk: Desk) -> None:
    same(desk, R2, R1)
    same(desk, R2, R3)
    assert links(desk) == linked(desk) == {2: 3}
    desk.undo()
    assert links(desk) == linked(desk) == {2: 1}


def test_a_link_taken_away_leaves_the_report_undecided(desk: Desk) -> None:
    same(desk, R2, R1)
    assert "undecided again" in desk.unlink_step(step_of(desk, R2)).words
    assert (links(desk), step_of(desk, R2).decision, step_of(desk, R2).linked_id) == ({}, None, None)
    desk.undo()
    assert (links(desk), step_of(desk, R2).decision) == ({2: 1}, Decision.SAME_INCIDENT)
    assert "linked to no other" in refused(lambda: desk.unlink_step(step_of(desk, R3)))


def test_a_link_that_came_in_between_keeps_an_undo_from_making_two_levels(desk: Desk, tmp_path: Path) -> None:
    same(desk, R2, R1)
    desk.unlink_step(step_of(desk, R2))
    other = make_desk(tmp_path, factories.clock_of(desk), "marsh", create=False)
    other.link(R3, R2)
    assert "linked otherwise since" in refused(desk.undo)
    assert links(desk) == {3: 2}
    other.close()


def test_what_was_taken_back_is_linked_to_nothing(desk: Desk) -> None:
    factories.take(desk, {})
    desk.take_back(desk.imports()[0].id)
    assert "taken back" in refused(lambda: same(desk, R1, ReportId(5)))
    assert "taken back" in refused(lambda: desk.link(ReportId(5), R1))


def test_an_import_taken_back_leaves_what_was_linked(desk: Desk) -> None:
    taken = factories.take(desk, {}, {}, {})
    same(desk, ReportId(5), R1)
    same(desk, R2, ReportId(6))
    assert taken.added == 3
    assert "1 report removed. 2 stay" in desk.take_back(desk.imports()[0].id).words
    assert links(desk) == {5: 1, 2: 6}


def test_at_a_desk_a_link_changes_no_decision_of_a_closed_meeting(desk: Desk) -> None:
    desk.task(step_of(desk, R2), factories.agency(desk, 1))
    same(desk, R3, R4)
    factories.close(desk)
    desk.link(R2, R1)
    desk.unlink(R3)
    assert links(desk) == {2: 1}
    with desk._db.read() as connection:
        decided = dict(connection.execute("SELECT report_id, decision FROM agenda_step WHERE report_id IN (2, 3)"))
    assert decided == {2: "task", 3: "same incident"}


def test_at_a_desk_what_the_open_meeting_has_just_linked_is_left_to_it(desk: Desk) -> None:
    same(desk, R2, R1)
    for stroke in (lambda: desk.unlink(R2), lambda: desk.link(R2, R3)):
        assert "M1, which is open: change it there" in refused(stroke)


def test_a_report_linked_at_a_desk_is_decided_as_the_same_incident_without_a_second_link(desk: Desk) -> None:
    desk.link(R2, R1)
    assert (step_of(desk, R2).decision, links(desk)) == (None, {2: 1})
    same(desk, R2, R1)
    assert (step_of(desk, R2).decision, links(desk)) == (Decision.SAME_INCIDENT, {2: 1})
    desk.undo()
    assert (step_of(desk, R2).decision, links(desk)) == (None, {2: 1})


def test_the_one_that_counts_says_who_is_linked_to_it(desk: Desk) -> None:
    desk.link(R2, R1)
    assert "R2 is linked to it" in refused(lambda: desk.unlink(R1))


def test_two_people_linking_the_same_report_are_told_of_each_other(desk: Desk, tmp_path: Path) -> None:
    seen = step_of(desk, R2)
    other = make_desk(tmp_path, factories.clock_of(desk), "marsh", create=False)
    other.take_over()
    other.same_incident(step_of(other, R2), R1)
    desk.take_over()
    assert "marsh" in refused(lambda: desk.same_incident(seen, R3))
    assert links(desk) == {2: 1}
    other.close()


def test_another_decision_amended_takes_the_link_away(desk: Desk) -> None:
    same(desk, R2, R1)
    factories.close(desk)
    desk.amend(desk.meetings()[0].id, "R2", "decision", "for information", "misheard")
    assert links(desk) == {}


def test_an_answer_that_was_given_already_is_not_shared_with_who_is_owed_one(desk: Desk) -> None:
    desk.set_feedback(feedback(desk, R1), FeedbackState.GIVEN, means=Means.CALL)
    said = refused(lambda: same(desk, R2, R1, shares=True))
    assert "R2 is owed an answer of its own" in said
    assert links(desk) == {}


def test_feedback_is_not_shared_unless_asked(desk: Desk) -> None:
    same(desk, R2, R1)
    desk.contact(R1, CALL)
    assert (feedback(desk, R1).state, feedback(desk, R2).state) == (FeedbackState.GIVEN, FeedbackState.DUE)


@pytest.mark.parametrize("told", [R1, R2, R3])
def test_one_answer_tells_all_that_share_it_whichever_was_told(desk: Desk, told: ReportId) -> None:
    same(desk, R2, R1, shares=True)
    same(desk, R3, R1, shares=True)
    same(desk, R4, R1)
    words = desk.contact(told, CALL).words
    others = [report for report in (R1, R2, R3) if report != told]
    assert all(f"R{report}" in words for report in others)
    lines = [feedback(desk, report) for report in others]
    assert {(line.state, line.told, line.means, line.reason) for line in lines} == {
        (FeedbackState.GIVEN, feedback(desk, told).told, Means.CALL, f"told with R{told}")
    }
    assert feedback(desk, R4).state is FeedbackState.DUE
    assert [len(desk.report(report).contacts) for report in (R1, R2, R3, R4)] == [int(r == told) for r in (1, 2, 3, 4)]
    desk.undo()
    assert {feedback(desk, report).state for report in (R1, R2, R3, R4)} == {FeedbackState.DUE}


def test_an_answer_set_by_its_state_tells_both_too(desk: Desk) -> None:
    same(desk, R2, R1, shares=True)
    desk.set_feedback(feedback(desk, R2), FeedbackState.GIVEN, means=Means.LETTER)
    assert (feedback(desk, R1).state, feedback(desk, R1).means) == (FeedbackState.GIVEN, Means.LETTER)


@pytest.mark.parametrize(
    ("reporter", "state"),
    [
        ({"reporter": "anonymous"}, FeedbackState.ANONYMOUS),
        ({"feedback_wanted": "no"}, FeedbackState.DECLINED),
        ({"reporter": "", "name": "", "phone": "", "email": "", "feedback_wanted": ""}, FeedbackState.UNKNOWN),
    ],
)
def test_who_is_not_to_be_told_is_never_told_with_another(
    desk: Desk, reporter: dict[str, str], state: FeedbackState
) -> None:
    (one,) = import_reports(desk, reporter)
    same(desk, one, R1, shares=True)
    desk.contact(R1, CALL)
    assert feedback(desk, one).state is state


def test_who_must_not_be_told_for_their_safety_is_not_told_with_another(desk: Desk) -> None:
    same(desk, R2, R1, shares=True)
    desk.set_feedback(feedback(desk, R2), FeedbackState.NOT_APPROPRIATE, reason="not safe")
    desk.contact(R1, CALL)
    assert (feedback(desk, R2).state, feedback(desk, R2).reason) == (FeedbackState.NOT_APPROPRIATE, "not safe")


def test_an_organisation_is_told_with_the_resident(desk: Desk) -> None:
    (one,) = import_reports(desk, {"reporter": "organisation"})
    same(desk, one, R1, shares=True)
    desk.contact(R1, CALL)
    assert (feedback(desk, one).state, feedback(desk, one).via_done) == (FeedbackState.VIA_ORGANISATION, True)


def test_a_link_taken_away_shares_nothing_any_more(desk: Desk) -> None:
    same(desk, R2, R1, shares=True)
    desk.unlink_step(step_of(desk, R2))
    desk.contact(R1, CALL)
    assert feedback(desk, R2).state is FeedbackState.DUE


def test_no_answer_tells_nobody(desk: Desk) -> None:
    same(desk, R2, R1, shares=True)
    desk.contact(R1, ContactMade(Means.CALL, reached=False))
    assert feedback(desk, R2).state is FeedbackState.DUE


def told(desk: Desk, report: ReportId) -> list[str]:
    """What the record of a report says, on the screen and by the command, without what was done on itself."""
    found = desk.record_of(desk.report(report))
    assert [one for one in found if one.subject[0] != "A" or one.beside] == list(desk.changes(f"R{report}"))
    assert list(found) == sorted(found, key=lambda one: one.id)
    return [one.said for one in found if one.beside]


@pytest.mark.parametrize("stranger", [R3, R4])
def test_an_answer_shared_is_in_the_record_of_every_report_it_told(desk: Desk, stranger: ReportId) -> None:
    same(desk, R2, R1, shares=True)
    same(desk, stranger, R1)
    desk.contact(R2, CALL)
    assert told(desk, R1)[-1] == "contact: call, reached on R2, told with it"
    (done,) = [one for one in desk.changes("R1") if "told with it" in one.said]
    assert (done.who, done.at) == ("ellis", feedback(desk, R1).told)
    assert not [said for said in told(desk, stranger) if "contact" in said]
    desk.undo()
    assert told(desk, R1)[-1] == "undo: contact: call, reached on R2"


def test_an_action_done_that_tells_both_is_in_the_record_of_both(desk: Desk) -> None:
    call = next(kind.id for kind in desk.kinds() if kind.name == "call")
    desk.assign(step_of(desk, R1), Assignment(factories.agency(desk, 1), kind_id=call))
    desk.link(R2, R1, shares_feedback=True)
    (action,) = desk.report(R1).actions
    desk.finish(action, ActionStatus.DONE, "told them", CALL)
    assert feedback(desk, R2).state is FeedbackState.GIVEN
    assert told(desk, R2)[-1] == "done on A1, told with it"


def test_a_link_is_in_the_record_of_both_its_ends(desk: Desk) -> None:
    same(desk, R2, R1)
    desk.link(R3, R4)
    desk.unlink(R3)
    assert told(desk, R1) == ["decide: same incident as R1 on R2"]
    assert told(desk, R4) == ["link: same incident as R4 on R3", "unlink: R4 on R3"]


def test_whoever_was_told_stays_told_once_unlinked_and_the_sentence_says_so(desk: Desk) -> None:
    desk.link(R2, R1, shares_feedback=True)
    desk.link(R3, R1, shares_feedback=True)
    desk.contact(R1, CALL)
    assert desk.unlink(R2).words == "R2: no longer the same incident as R1; R2 was told with R1 and stays told."
    assert feedback(desk, R2).state is FeedbackState.GIVEN
    assert "contact: call, reached on R1, told with it" in told(desk, R2)


def test_the_one_that_was_told_with_the_one_unlinked_stays_told_too(desk: Desk) -> None:
    same(desk, R2, R1, shares=True)
    desk.contact(R2, CALL)
    words = desk.unlink_step(step_of(desk, R2)).words
    assert words == "R2: no longer the same incident as R1; undecided again; R1 was told with R2 and stays told."


def test_unlinking_says_nothing_of_answers_that_were_given_apart(desk: Desk) -> None:
    desk.link(R2, R1)
    desk.contact(R1, CALL)
    assert desk.unlink(R2).words == "R2: no longer the same incident as R1."
