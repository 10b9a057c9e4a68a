"""Whether the reporter has been told: contacts and the ledger (SPEC 3.4, 3.5)."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csu_tui.desk.desk import Desk
from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import ReportId
from csu_tui.domain.ledger import Feedback
from csu_tui.domain.stroke import ContactMade, ReportEdit
from csu_tui.domain.words import ActionStatus, Decision, FeedbackState, Means, Risk
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
    take,
)

NOBODY = {"name": "", "phone": "", "email": "", "house": "", "feedback_wanted": ""}
ANONYMOUS = {"reporter": "anonymous", **NOBODY}
DECLINED = {"feedback_wanted": "no"}
SILENT = (ANONYMOUS, DECLINED)
REACHED = ContactMade(Means.CALL, reached=True)
NO_ANSWER = ContactMade(Means.CALL, reached=False)
TOLD = ContactMade(Means.CALL, reached=True, settles=True)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return make_desk(tmp_path)


def ledger(desk: Desk, report_id: int = 1) -> Feedback:
    return desk.report(ReportId(report_id)).feedback


def tries(desk: Desk, report_id: int = 1) -> int:
    return len(desk.report(ReportId(report_id)).contacts)


@pytest.mark.parametrize(
    ("given", "state"),
    [
        ({"reporter": "anonymous", **NOBODY}, FeedbackState.ANONYMOUS),
        ({"reporter": "anonymous", **NOBODY, "feedback_wanted": "yes"}, FeedbackState.ANONYMOUS),
        ({"reporter": "resident", "feedback_wanted": "no"}, FeedbackState.DECLINED),
        ({"reporter": "organisation", "feedback_wanted": "no"}, FeedbackState.DECLINED),
        ({"reporter": "organisation", "feedback_wanted": ""}, FeedbackState.VIA_ORGANISATION),
        ({"reporter": "partner officer"}, FeedbackState.VIA_ORGANISATION),
        ({"reporter": "resident"}, FeedbackState.DUE),
        ({"reporter": "business"}, FeedbackState.DUE),
        ({"reporter": "councillor"}, FeedbackState.DUE),
        ({"reporter": "", **NOBODY}, FeedbackState.UNKNOWN),
    ],
)
def test_feedback_is_planned_by_itself_on_import(desk: Desk, given: dict[str, str], state: FeedbackState) -> None:
    import_reports(desk, given)
    assert ledger(desk).state is state


@pytest.mark.parametrize(
    ("risk", "morning", "due"),
    [
        ("high", "2022-04-01T09:00:00+01:00", date(2022, 4, 4)),
        ("medium", "2022-04-01T09:00:00+01:00", date(2022, 4, 6)),
        ("standard", "2022-04-14T09:00:00+01:00", date(2022, 4, 21)),
        ("high", "2022-04-14T09:00:00+01:00", date(2022, 4, 19)),
    ],
    ids=["high over a weekend", "medium over a weekend", "over Easter", "high over Easter"],
)
def test_an_answer_is_due_in_working_days_after_the_first_meeting(
    tmp_path: Path, risk: str, morning: str, due: date
) -> None:
    desk = make_desk(tmp_path, morning)
    import_reports(desk, {"risk": risk})
    assert ledger(desk).due is None
    open_meeting(desk)
    assert ledger(desk).due == due


def test_holding_over_does_not_move_the_date(desk: Desk) -> None:
    import_reports(desk)
    for _ in range(3):
        open_meeting(desk)
        close(desk, "officer absent")
        clock_of(desk).advance(days=3)
    assert ledger(desk).due == date(2022, 4, 6)


def test_a_risk_typed_over_moves_the_date_that_no_person_has_set(desk: Desk) -> None:
    import_reports(desk)
    open_meeting(desk)
    desk.edit_report(desk.report(ReportId(1)).report, ReportEdit(risk=Risk.HIGH))
    assert ledger(desk).due == date(2022, 4, 4)


def test_the_owner_is_the_first_agency_tasked_else_the_unit_s_own(desk: Desk) -> None:
    own = next(one.id for one in desk.agencies() if one.own)
    import_reports(desk)
    open_meeting(desk)
    assert ledger(desk).agency_id == own
    desk.task(steps(desk)[0], agency(desk, 3))
    desk.task(steps(desk)[0], agency(desk, 1))
    assert ledger(desk).agency_id == agency(desk, 3)
    desk.withdraw(steps(desk)[0], agency(desk, 3))
    assert ledger(desk).agency_id == agency(desk, 1)
    desk.withdraw(steps(desk)[0], agency(desk, 1))
    assert ledger(desk).agency_id == own


@pytest.mark.parametrize("to", [FeedbackState.ATTEMPTED, FeedbackState.GIVEN])
def test_attempted_and_given_ask_how_and_write_a_contact(desk: Desk, to: FeedbackState) -> None:
    import_reports(desk)
    open_meeting(desk)
    assert "how the reporter was contacted" in refused(lambda: desk.set_feedback(ledger(desk), to))
    assert tries(desk) == 0
    desk.set_feedback(ledger(desk), to, means=Means.LETTER)
    (contact,) = desk.report(ReportId(1)).contacts
    assert (contact.means, contact.reached) == (Means.LETTER, to is FeedbackState.GIVEN)
    assert ledger(desk).state is to


def test_tries_are_the_contacts_without_answer_since_last_told(desk: Desk) -> None:
    import_reports(desk)
    open_meeting(desk)
    desk.contact(ReportId(1), NO_ANSWER)
    desk.set_feedback(ledger(desk), FeedbackState.ATTEMPTED, means=Means.VISIT)
    desk.contact(ReportId(1), REACHED)
    assert (ledger(desk).state, ledger(desk).attempts) == (FeedbackState.ATTEMPTED, 2)
    desk.contact(ReportId(1), TOLD)
    assert (ledger(desk).state, ledger(desk).attempts) == (FeedbackState.GIVEN, 0)
    desk.set_feedback(ledger(desk), FeedbackState.DUE)
    desk.contact(ReportId(1), NO_ANSWER)
    assert (ledger(desk).state, ledger(desk).attempts) == (FeedbackState.ATTEMPTED, 1)


def test_not_appropriate_needs_its_reason(desk: Desk) -> None:
    import_reports(desk)
    open_meeting(desk)
    assert "reason" in refused(lambda: desk.set_feedback(ledger(desk), FeedbackState.NOT_APPROPRIATE))
    desk.set_feedback(ledger(desk), FeedbackState.NOT_APPROPRIATE, reason=HOSTILE)
    assert (ledger(desk).state, ledger(desk).reason) == (FeedbackState.NOT_APPROPRIATE, HOSTILE)


def test_nobody_chooses_unknown(desk: Desk) -> None:
    import_reports(desk)
    assert "cannot be set to unknown" in refused(lambda: desk.set_feedback(ledger(desk), FeedbackState.UNKNOWN))


def test_unknown_is_not_contacted_and_not_on_the_calling_list(desk: Desk) -> None:
    import_reports(desk, {"reporter": "", **NOBODY}, {})
    open_meeting(desk)
    assert [line.report_id for line, _ in desk.owed()] == [2]
    told = FeedbackState.GIVEN
    assert "did not say who" in refused(lambda: desk.set_feedback(ledger(desk), told, means=Means.CALL))
    assert tries(desk) == 0


def test_the_unknown_are_settled_in_one_choice_and_undone_in_one(desk: Desk) -> None:
    import_reports(desk, {"reporter": "", **NOBODY}, {"reporter": "", **NOBODY}, {})
    open_meeting(desk)
    assert len(desk.checklist().unplanned) == 2
    desk.settle_unknown()
    assert desk.checklist().unplanned == ()
    assert [ledger(desk, n).state for n in (1, 2, 3)] == [
        FeedbackState.VIA_ORGANISATION,
        FeedbackState.VIA_ORGANISATION,
        FeedbackState.DUE,
    ]
    assert ledger(desk, 1).via_done
    desk.undo()
    assert len(desk.checklist().unplanned) == 2


def test_via_organisation_is_settled_once_recorded_as_done(desk: Desk) -> None:
    import_reports(desk, {"reporter": "organisation", "feedback_wanted": ""})
    open_meeting(desk)
    desk.decide(steps(desk)[0], Decision.FOR_INFORMATION)
    assert rows_of(desk, "SELECT finished_on FROM report") == [(None,)]
    desk.set_feedback(ledger(desk), FeedbackState.VIA_ORGANISATION)
    assert ledger(desk).via_done
    assert rows_of(desk, "SELECT finished_on FROM report") == [("2022-04-01T08:00:00Z",)]


@pytest.mark.parametrize("who", SILENT, ids=["anonymous", "declined"])
@pytest.mark.parametrize(
    "to", [FeedbackState.DUE, FeedbackState.ATTEMPTED, FeedbackState.GIVEN, FeedbackState.VIA_ORGANISATION]
)
def test_the_silent_are_told_only_once_their_changed_wish_is_recorded(
    desk: Desk, who: dict[str, str], to: FeedbackState
) -> None:
    import_reports(desk, who)
    open_meeting(desk)
    before = ledger(desk)
    refused(lambda: desk.set_feedback(before, to, means=Means.CALL))
    refused(lambda: desk.set_feedback(before, to, means=Means.CALL, wish_changed="  "))
    assert ledger(desk) == before
    assert tries(desk) == 0
    desk.set_feedback(before, to, means=Means.CALL, wish_changed="rang again and asked")
    assert ledger(desk).state is to
    assert "wish changed" in desk.changes("R1")[-1].what


@pytest.mark.parametrize("who", SILENT, ids=["anonymous", "declined"])
@pytest.mark.parametrize("made", [REACHED, NO_ANSWER])
def test_a_contact_with_the_silent_is_recorded_and_leaves_the_state(
    desk: Desk, who: dict[str, str], made: ContactMade
) -> None:
    import_reports(desk, who)
    open_meeting(desk)
    before = ledger(desk)
    desk.contact(ReportId(1), made)
    assert ledger(desk) == before
    assert tries(desk) == 1
    assert before.state in refused(lambda: desk.contact(ReportId(1), TOLD)) or "does not want" in refused(
        lambda: desk.contact(ReportId(1), TOLD)
    )
    assert tries(desk) == 1


def test_nobody_is_told_by_a_contact_without_answer(desk: Desk) -> None:
    import_reports(desk)
    made = ContactMade(Means.CALL, reached=False, settles=True)
    assert "Nobody answered" in refused(lambda: desk.contact(ReportId(1), made))
    assert tries(desk) == 0


def test_a_contact_in_the_future_is_refused(desk: Desk) -> None:
    import_reports(desk)
    made = ContactMade(Means.CALL, reached=True, at=desk.now() + timedelta(minutes=1))
    assert "future" in refused(lambda: desk.contact(ReportId(1), made))
    assert tries(desk) == 0


def test_a_stale_line_of_the_ledger_is_refused_naming_who(desk: Desk) -> None:
    import_reports(desk)
    seen = ledger(desk)
    other = make_desk(desk.path.parent, clock_of(desk), login="amir")
    other.contact(ReportId(1), TOLD)
    assert "amir" in refused(lambda: desk.set_feedback(seen, FeedbackState.DUE))
    assert ledger(desk).state is FeedbackState.GIVEN


def test_a_report_is_finished_once_decided_done_and_told(desk: Desk) -> None:
    def finished() -> object:
        return rows_of(desk, "SELECT finished_on FROM report")[0][0]

    import_reports(desk)
    open_meeting(desk)
    desk.task(steps(desk)[0], agency(desk, 1))
    desk.contact(ReportId(1), TOLD)
    assert finished() is None
    desk.finish(desk.report(ReportId(1)).actions[0], ActionStatus.DONE, "done")
    assert finished() is not None
    desk.decide(step_of(desk, 1), Decision.HOLD_OVER, "x")
    assert finished() is None
    desk.undo()
    assert finished() is not None
    desk.undo()
    assert finished() is None


def test_the_source_s_word_that_somebody_is_anonymous_applies_at_once(desk: Desk) -> None:
    row = {"reference": "46-1", "text": "before"}
    import_reports(desk, row)
    open_meeting(desk)
    take(desk, row | ANONYMOUS | {"text": "after"})
    item = desk.report(ReportId(1), private=True)
    assert item.feedback.state is FeedbackState.ANONYMOUS
    assert (item.report.reporter.name, item.report.reporter.phone, item.report.reporter.email) == ("", "", "")
    assert desk.owed() == ()


Stroke = Callable[[Desk], object]
STATES = [state for state in FeedbackState if state is not FeedbackState.UNKNOWN]
keys: st.SearchStrategy[Stroke] = st.one_of(
    st.sampled_from(STATES).flatmap(
        lambda to: st.sampled_from([None, *Means]).map(
            lambda means: lambda desk: desk.set_feedback(ledger(desk), to, means=means, reason="because")
        )
    ),
    st.builds(
        ContactMade, st.sampled_from(list(Means)), reached=st.booleans(), settles=st.booleans(), note=st.just(HOSTILE)
    ).map(lambda made: lambda desk: desk.contact(ReportId(1), made)),
    st.integers(1, 3).map(lambda digit: lambda desk: desk.task(steps(desk)[0], agency(desk, digit))),
    st.sampled_from(
        [
            lambda desk: desk.undo(),
            lambda desk: desk.settle_unknown(),
            lambda desk: desk.decide(steps(desk)[0], Decision.HOLD_OVER, "x"),
            close,
            open_meeting,
            lambda desk: clock_of(desk).advance(days=1),
            lambda desk: take(desk, {"reference": "46-1", "text": str(desk.now()), "reporter": "resident"}),
        ]
    ),
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(who=st.sampled_from(SILENT), strokes=st.lists(keys, max_size=12))
def test_the_silent_never_become_due_attempted_or_given_by_any_keys(
    tmp_path_factory: pytest.TempPathFactory, who: dict[str, str], strokes: list[Stroke]
) -> None:
    desk = make_desk(tmp_path_factory.mktemp("desk"))
    import_reports(desk, {"reference": "46-1", **who})
    open_meeting(desk)
    try:
        for stroke in strokes:
            try:
                stroke(desk)
            except (RuleError, IndexError):
                continue
            finally:
                assert ledger(desk).state in (FeedbackState.ANONYMOUS, FeedbackState.DECLINED)
    finally:
        desk.close()
