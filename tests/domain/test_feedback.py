from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csu_tui.domain.errors import RuleError
from csu_tui.domain.feedback import KEYS, after_contact, due_date, move, overdue, planned, settled
from csu_tui.domain.ids import AgencyId, ReportId
from csu_tui.domain.ledger import Feedback
from csu_tui.domain.report import Reporter
from csu_tui.domain.words import FeedbackState, Means, ReporterKind, Risk

NOW = datetime(2022, 3, 14, 9, 30, tzinfo=UTC)
TELLING = {FeedbackState.DUE, FeedbackState.ATTEMPTED, FeedbackState.GIVEN}
CLOSED_DOORS = [FeedbackState.ANONYMOUS, FeedbackState.DECLINED]


def line(state: FeedbackState, attempts: int = 0) -> Feedback:
    due = date(2022, 3, 17) if state in {FeedbackState.DUE, FeedbackState.ATTEMPTED} else None
    return Feedback(ReportId(1042), 1, state, due, AgencyId(1), "Police CSU", attempts=attempts)


@pytest.mark.parametrize(
    ("kind", "wanted", "state"),
    [
        (ReporterKind.RESIDENT, None, FeedbackState.DUE),
        (ReporterKind.RESIDENT, True, FeedbackState.DUE),
        (ReporterKind.BUSINESS, None, FeedbackState.DUE),
        (ReporterKind.COUNCILLOR, True, FeedbackState.DUE),
        (ReporterKind.RESIDENT, False, FeedbackState.DECLINED),
        (ReporterKind.ORGANISATION, None, FeedbackState.VIA_ORGANISATION),
        (ReporterKind.PARTNER_OFFICER, True, FeedbackState.VIA_ORGANISATION),
        (ReporterKind.ORGANISATION, False, FeedbackState.DECLINED),
        (ReporterKind.NOT_STATED, None, FeedbackState.UNKNOWN),
        (ReporterKind.NOT_STATED, False, FeedbackState.DECLINED),
        (ReporterKind.ANONYMOUS, True, FeedbackState.ANONYMOUS),
        (ReporterKind.ANONYMOUS, False, FeedbackState.ANONYMOUS),
    ],
)
def test_feedback_plans_itself_from_who_reported(kind: ReporterKind, wanted: bool | None, state: FeedbackState) -> None:
    assert planned(Reporter(kind, feedback_wanted=wanted)) is state


@pytest.mark.parametrize(
    ("day", "risk", "due"),
    [
        (date(2022, 3, 14), Risk.STANDARD, date(2022, 3, 17)),
        (date(2022, 3, 14), Risk.HIGH, date(2022, 3, 15)),
        (date(2022, 3, 11), Risk.HIGH, date(2022, 3, 14)),
        (date(2022, 4, 14), Risk.MEDIUM, date(2022, 4, 21)),  # Easter in between
    ],
)
def test_an_answer_is_due_in_three_working_days_or_one_at_high_risk(day: date, risk: Risk, due: date) -> None:
    assert due_date(day, risk) == due


@pytest.mark.parametrize("state", CLOSED_DOORS)
@pytest.mark.parametrize("to", sorted(TELLING))
@pytest.mark.parametrize("wish", [None, "", "  "])
def test_anonymous_and_declined_are_never_told_by_a_key(
    state: FeedbackState, to: FeedbackState, wish: str | None
) -> None:
    with pytest.raises(RuleError, match="record first, with a reason"):
        move(line(state), to, reason="pressed it", wish_changed=wish, told=NOW, means=Means.CALL)


@pytest.mark.parametrize("state", CLOSED_DOORS)
def test_a_recorded_change_of_wish_opens_the_door_and_is_kept(state: FeedbackState) -> None:
    moved = move(line(state), FeedbackState.DUE, wish_changed="rang and asked to be told", due=date(2022, 3, 17))
    assert (moved.state, moved.due, moved.reason) == (
        FeedbackState.DUE,
        date(2022, 3, 17),
        "rang and asked to be told",
    )


strokes = st.lists(
    st.one_of(
        st.tuples(st.just("key"), st.sampled_from(list(FeedbackState)), st.booleans()),
        st.tuples(st.just("contact"), st.booleans(), st.booleans()),
    ),
    max_size=8,
)


@given(st.sampled_from(CLOSED_DOORS), strokes)
def test_no_run_of_strokes_tells_who_cannot_or_will_not_be_told(
    start: FeedbackState, run: list[tuple[str, ...]]
) -> None:
    feedback = line(start)
    for what, first, second in run:
        try:
            if what == "contact":
                feedback = after_contact(feedback, bool(first), bool(second), at=NOW, means=Means.CALL)
            else:
                feedback = move(
                    feedback, FeedbackState(first), reason="why" if second else "", told=NOW, means=Means.VISIT
                )
        except RuleError:
            continue
        assert feedback.state in CLOSED_DOORS


@pytest.mark.parametrize("to", [FeedbackState.ATTEMPTED, FeedbackState.GIVEN])
def test_nobody_can_have_contacted_a_reporter_who_is_unknown(to: FeedbackState) -> None:
    with pytest.raises(RuleError, match="did not say who reported"):
        move(line(FeedbackState.UNKNOWN), to, told=NOW, means=Means.CALL)


@pytest.mark.parametrize("state", list(FeedbackState))
def test_nothing_becomes_unknown_again(state: FeedbackState) -> None:
    with pytest.raises(RuleError, match="cannot be set to unknown"):
        move(line(state), FeedbackState.UNKNOWN)


def test_not_appropriate_needs_its_reason() -> None:
    with pytest.raises(RuleError, match="safety or legal reason"):
        move(line(FeedbackState.DUE), FeedbackState.NOT_APPROPRIATE, reason=" ")
    moved = move(line(FeedbackState.DUE), FeedbackState.NOT_APPROPRIATE, reason="legal proceedings under way")
    assert settled(moved)


def test_telling_is_refused_without_how_and_when() -> None:
    with pytest.raises(RuleError, match="how the reporter was contacted"):
        move(line(FeedbackState.DUE), FeedbackState.GIVEN, told=NOW)
    with pytest.raises(RuleError, match="when the reporter was told"):
        move(line(FeedbackState.DUE), FeedbackState.GIVEN, means=Means.CALL)


def test_told_keeps_when_how_and_by_which_agency() -> None:
    moved = move(line(FeedbackState.DUE), FeedbackState.GIVEN, told=NOW, means=Means.VISIT)
    assert (moved.told, moved.means, moved.agency) == (NOW, Means.VISIT, "Police CSU")


def test_via_organisation_is_settled_only_once_it_is_recorded_as_done() -> None:
    waiting = move(line(FeedbackState.UNKNOWN), FeedbackState.VIA_ORGANISATION)
    done = move(waiting, FeedbackState.VIA_ORGANISATION, via_done=True, told=NOW)
    assert not settled(waiting)
    assert settled(done)
    assert done.told == NOW


@pytest.mark.parametrize(
    ("state", "is_settled"),
    [
        (FeedbackState.DUE, False),
        (FeedbackState.ATTEMPTED, False),
        (FeedbackState.UNKNOWN, False),
        (FeedbackState.VIA_ORGANISATION, False),
        (FeedbackState.GIVEN, True),
        (FeedbackState.ANONYMOUS, True),
        (FeedbackState.DECLINED, True),
        (FeedbackState.NOT_APPROPRIATE, True),
    ],
)
def test_only_these_states_are_settled(state: FeedbackState, is_settled: bool) -> None:
    assert settled(line(state)) is is_settled


@pytest.mark.parametrize("state", CLOSED_DOORS)
@pytest.mark.parametrize("reached", [True, False])
def test_a_contact_with_who_will_not_be_told_leaves_the_line_alone(state: FeedbackState, reached: bool) -> None:
    before = line(state)
    assert after_contact(before, reached, False, at=NOW, means=Means.CALL) == before


@pytest.mark.parametrize("state", CLOSED_DOORS)
def test_a_contact_may_not_settle_the_feedback_of_who_will_not_be_told(state: FeedbackState) -> None:
    with pytest.raises(RuleError, match="record first"):
        after_contact(line(state), True, True, at=NOW, means=Means.CALL)


def test_tries_count_contacts_without_answer_since_last_told() -> None:
    feedback = line(FeedbackState.DUE)
    for _ in range(3):
        feedback = after_contact(feedback, False, False, at=NOW, means=Means.CALL)
    assert (feedback.state, feedback.attempts) == (FeedbackState.ATTEMPTED, 3)
    told = after_contact(feedback, True, True, at=NOW, means=Means.CALL)
    assert (told.state, told.attempts) == (FeedbackState.GIVEN, 0)


def test_reaching_the_reporter_without_telling_the_outcome_leaves_the_answer_owed() -> None:
    before = line(FeedbackState.ATTEMPTED, attempts=2)
    assert after_contact(before, True, False, at=NOW, means=Means.VISIT) == before


def test_no_answer_cannot_have_told_anybody() -> None:
    with pytest.raises(RuleError, match="Nobody answered"):
        after_contact(line(FeedbackState.DUE), False, True, at=NOW, means=Means.CALL)


def test_telling_an_organisation_settles_its_line() -> None:
    told = after_contact(line(FeedbackState.VIA_ORGANISATION), True, True, at=NOW, means=Means.EMAIL)
    assert settled(told)
    assert told.state is FeedbackState.VIA_ORGANISATION


def test_no_answer_after_being_told_does_not_reopen_the_feedback() -> None:
    given_ = move(line(FeedbackState.DUE), FeedbackState.GIVEN, told=NOW, means=Means.CALL)
    assert after_contact(given_, False, False, at=NOW, means=Means.CALL).state is FeedbackState.GIVEN


def test_feedback_is_overdue_the_day_after_its_due_date_while_it_is_owed() -> None:
    owed = line(FeedbackState.DUE)
    assert [overdue(owed, day) for day in (date(2022, 3, 17), date(2022, 3, 18))] == [False, True]
    assert not overdue(replace(owed, state=FeedbackState.GIVEN), date(2022, 3, 18))


def test_every_state_but_unknown_has_its_letter() -> None:
    assert "".join(KEYS) == "dtganvx"
    assert set(KEYS.values()) == set(FeedbackState) - {FeedbackState.UNKNOWN}
