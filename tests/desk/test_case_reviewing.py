"""ASB Case Reviews: what is counted from the database, and their own record (SPEC 3.6)."""

from datetime import date
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.case_review import EXPLAIN, MET, CaseReview, CaseReviewFlag
from csu_tui.domain.ids import CaseReviewId, ReportId
from csu_tui.domain.stroke import ReportEdit
from tests.factories import (
    NAME,
    PLANTED,
    SECRET,
    SENSITIVE,
    clock_of,
    import_reports,
    make_desk,
    open_meeting,
    refused,
    rows_of,
    step_of,
    take,
)

NOBODY = {"reporter": "anonymous", "name": "", "phone": "", "email": ""}
MARCH = tuple({"received": f"{day}/03/2022 10:00"} for day in (10, 20, 30))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return make_desk(tmp_path)


def flag(desk: Desk, report_id: int) -> CaseReviewFlag:
    return desk.report(ReportId(report_id)).seen_before.case_review


def qualifying(desk: Desk, report_id: int) -> int:
    return flag(desk, report_id).qualifying


def raised(desk: Desk, **more: str) -> CaseReview:
    (report,) = import_reports(desk, more)
    desk.raise_case_review(report)
    return desk.case_reviews(private=True)[0]


def taken_forward(desk: Desk, **more: str) -> CaseReview:
    review = raised(desk, **more)
    desk.decide_case_review(review, threshold_met=True, taken_forward=True)
    return desk.case_review(review.id, private=True)


def test_third_report_of_a_reporter_looks_met_and_the_second_is_explained(desk: Desk) -> None:
    one, two, three = import_reports(desk, *MARCH)
    assert [flag(desk, report).due for report in (one, two, three)] == ["", EXPLAIN, MET]
    assert flag(desk, three).reports == (three, two, one)


def test_history_counts(desk: Desk) -> None:
    import_reports(desk, MARCH[0], history=True)
    (report,) = import_reports(desk, MARCH[1])
    assert qualifying(desk, report) == 2


def test_anonymous_reports_are_nobody_s(desk: Desk) -> None:
    *_, report = import_reports(desk, *(row | NOBODY for row in MARCH))
    assert qualifying(desk, report) == 0


def test_reporter_who_becomes_anonymous_counts_no_more(desk: Desk) -> None:
    sent = MARCH[0] | {"reference": "46-A"}
    import_reports(desk, sent)
    (report,) = import_reports(desk, MARCH[1])
    take(desk, sent | {"reporter": "anonymous"})
    assert qualifying(desk, report) == 1


def test_what_was_taken_back_counts_no_more(desk: Desk) -> None:
    import_reports(desk, MARCH[0])
    (report,) = import_reports(desk, MARCH[1])
    desk.take_back(desk.imports()[-1].id)
    assert qualifying(desk, report) == 1


def test_linked_pair_counts_once_until_the_link_is_undone(desk: Desk) -> None:
    one, two, three = import_reports(desk, *MARCH)
    open_meeting(desk)
    desk.same_incident(step_of(desk, two), one)
    assert qualifying(desk, three) == 2
    desk.undo()
    assert qualifying(desk, three) == 3


def test_category_edited_away_from_asb_counts_no_more_and_back_counts_again(desk: Desk) -> None:
    one, two, _ = import_reports(desk, *MARCH)
    categories = {category.name: category.id for category in desk.categories()}
    for name, expected in (("Burglary", 1), ("Noise", 2)):
        desk.edit_report(desk.report(one, private=True).report, ReportEdit(category_id=categories[name]))
        assert qualifying(desk, two) == expected


def test_asb_category_made_sensitive_counts_and_is_not_listed(desk: Desk) -> None:
    one, two, _ = import_reports(desk, {**MARCH[0], "category": "Noise"}, *MARCH[1:])
    noise = next(category for category in desk.categories() if category.name == "Noise")
    desk.edit_category(noise, name="Noise", asb=True, sensitive=True)
    assert qualifying(desk, two) == 2
    assert one not in flag(desk, two).reports


def test_report_made_too_long_after_the_behaviour_does_not_count(desk: Desk) -> None:
    *_, two = import_reports(desk, MARCH[0] | {"occurred": "09/02/2022"}, MARCH[1])
    assert qualifying(desk, two) == 1


def test_numbers_are_the_unit_s_settings(desk: Desk) -> None:
    *_, report = import_reports(desk, MARCH[0] | {"occurred": "01/02/2022"}, *MARCH[1:])
    assert qualifying(desk, report) == 2
    desk.set_setting("case_review_behaviour_months", 2)
    assert (qualifying(desk, report), flag(desk, report).due) == (3, MET)
    desk.set_setting("case_review_met", 4)
    assert flag(desk, report).due == EXPLAIN
    desk.set_setting("case_review_explain", 4)
    assert flag(desk, report).due == ""


def test_how_far_back_counts_is_a_setting(desk: Desk) -> None:
    import_reports(desk, {"received": "01/02/2022 10:00"}, history=True)
    (report,) = import_reports(desk, MARCH[1])
    assert qualifying(desk, report) == 2
    desk.set_setting("case_review_months", 1)
    assert qualifying(desk, report) == 1


def test_five_people_of_one_place_meet_the_local_threshold_though_none_called_twice(desk: Desk) -> None:
    calls = tuple({"name": f"Caller {n}", "phone": f"01632 96010{n}", "email": ""} for n in range(5))
    *_, fifth = import_reports(desk, *calls)
    assert (flag(desk, fifth).people, flag(desk, fifth).qualifying, flag(desk, fifth).due) == (5, 1, MET)
    desk.set_setting("case_review_people", 6)
    assert flag(desk, fifth).due == ""


def test_five_people_of_five_places_have_no_problem_in_common(desk: Desk) -> None:
    calls = tuple(
        {"name": f"Caller {n}", "phone": f"01632 96010{n}", "email": "", "postcode": f"BR8 {n}AA"} for n in range(5)
    )
    *_, fifth = import_reports(desk, *calls)
    assert flag(desk, fifth).people == 1


def test_raised_review_has_a_number_a_day_and_a_record_of_its_own(desk: Desk) -> None:
    review = raised(desk)
    assert (review.id, review.report_id, review.raised) == (1, 1, date(2022, 4, 1))
    assert (review.threshold_met, review.taken_forward, review.decided, review.closed) == (None, None, None, None)
    assert [(c.what, c.who) for c in desk.changes("V1")] == [("raise case review", "ellis")]


def test_review_may_be_raised_before_the_threshold_looks_met(desk: Desk) -> None:
    assert flag(desk, raised(desk).report_id).due == ""


def test_review_is_raised_on_no_report_that_is_not_there_or_was_taken_back(desk: Desk) -> None:
    assert "no report R9" in refused(lambda: desk.raise_case_review(ReportId(9)))
    import_reports(desk)
    open_meeting(desk)
    desk.take_back(desk.imports()[0].id)
    assert "taken back" in refused(lambda: desk.raise_case_review(ReportId(1)))


def test_second_review_for_the_same_reporter_names_the_open_one(desk: Desk) -> None:
    raised(desk)
    (again,) = import_reports(desk)
    said = refused(lambda: desk.raise_case_review(again))
    assert "V1" in said
    assert "R1" in said
    assert len(desk.case_reviews()) == 1


def test_second_review_for_the_same_incident_names_the_open_one(desk: Desk) -> None:
    one, two = import_reports(desk, NOBODY, {"name": "Other", "phone": "01632 960111", "email": "o@example.org"})
    open_meeting(desk)
    desk.same_incident(step_of(desk, two), one)
    desk.raise_case_review(one)
    assert "V1" in refused(lambda: desk.raise_case_review(two))


def test_another_may_be_raised_once_the_first_is_closed(desk: Desk) -> None:
    review = taken_forward(desk)
    desk.close_case_review(review, "action plan agreed")
    desk.raise_case_review(review.report_id)
    assert [one.id for one in desk.case_reviews()] == [2, 1]


def test_other_person_of_the_place_may_raise_one_and_sees_that_one_is_open(desk: Desk) -> None:
    raised(desk)
    (other,) = import_reports(desk, {"name": "Other", "phone": "01632 960111", "email": "o@example.org"})
    assert [one.id for one in flag(desk, other).others] == [1]
    assert flag(desk, other).open is None
    desk.raise_case_review(other)
    assert [one.id for one in flag(desk, other).reviews] == [2]


def test_review_is_decided_in_one_stroke_or_in_two_and_keeps_the_day_of_the_last(desk: Desk) -> None:
    review = raised(desk)
    desk.decide_case_review(review, threshold_met=True)
    clock_of(desk).advance(days=3)
    desk.decide_case_review(desk.case_review(review.id), taken_forward=True)
    kept = desk.case_review(review.id)
    assert (kept.threshold_met, kept.taken_forward, kept.decided) == (True, True, date(2022, 4, 4))


def test_threshold_not_met_says_why_and_is_not_taken_forward(desk: Desk) -> None:
    review = raised(desk)
    assert "why" in refused(lambda: desk.decide_case_review(review, threshold_met=False))
    desk.decide_case_review(review, threshold_met=False, why="one incident only")
    kept = desk.case_review(review.id)
    assert (kept.threshold_met, kept.taken_forward, kept.why) == (False, False, "one incident only")


def test_review_is_not_taken_forward_while_its_threshold_is_not_met(desk: Desk) -> None:
    review = raised(desk)
    assert "Decide first" in refused(lambda: desk.decide_case_review(review, taken_forward=True))
    said = refused(lambda: desk.decide_case_review(review, threshold_met=False, taken_forward=True, why="x"))
    assert "not met" in said
    assert desk.case_review(review.id).decided is None


def test_met_and_not_taken_forward_says_why(desk: Desk) -> None:
    review = raised(desk)
    assert "why" in refused(lambda: desk.decide_case_review(review, threshold_met=True, taken_forward=False))
    desk.decide_case_review(review, threshold_met=True, taken_forward=False, why="applicant withdrew")
    assert desk.case_review(review.id).stands() == "threshold met, not taken forward"


def test_change_of_mind_moves_the_day_and_new_words_alone_do_not(desk: Desk) -> None:
    review = raised(desk)
    desk.decide_case_review(review, threshold_met=False, why="one incident only")
    clock_of(desk).advance(days=1)
    desk.decide_case_review(desk.case_review(review.id), threshold_met=False, why="only one incident")
    kept = desk.case_review(review.id)
    assert (kept.why, kept.decided) == ("only one incident", date(2022, 4, 1))
    desk.decide_case_review(kept, threshold_met=True, taken_forward=True)
    kept = desk.case_review(review.id)
    assert (kept.why, kept.decided, kept.taken_forward) == ("", date(2022, 4, 2), True)


def test_same_decision_again_is_refused(desk: Desk) -> None:
    review = taken_forward(desk)
    assert "so already" in refused(lambda: desk.decide_case_review(review, taken_forward=True))
    assert "Say whether" in refused(lambda: desk.decide_case_review(review))


def test_review_is_closed_once_decided_once_and_with_an_outcome(desk: Desk) -> None:
    review = raised(desk)
    assert "cannot be closed yet" in refused(lambda: desk.close_case_review(review, "done"))
    desk.decide_case_review(review, threshold_met=True, taken_forward=True)
    review = desk.case_review(review.id)
    assert "what came of it" in refused(lambda: desk.close_case_review(review, " ")).replace("the case review", "it")
    desk.close_case_review(review, "action plan agreed, applicant told")
    kept = desk.case_review(review.id)
    assert (kept.outcome, kept.closed) == ("action plan agreed, applicant told", date(2022, 4, 1))
    assert "closed" in refused(lambda: desk.close_case_review(kept, "again"))
    assert "closed" in refused(lambda: desk.decide_case_review(kept, threshold_met=False, why="x"))


def test_each_stroke_is_undone_in_turn(desk: Desk) -> None:
    review = taken_forward(desk)
    desk.close_case_review(review, "agreed")
    desk.undo()
    assert desk.case_review(review.id).closed is None
    desk.undo()
    assert desk.case_review(review.id).decided is None
    desk.undo()
    assert desk.case_reviews() == ()
    assert "no case review V1" in refused(lambda: desk.case_review(CaseReviewId(1)))
    desk.raise_case_review(review.report_id)
    assert desk.case_reviews()[0].id == 2


def test_undo_of_a_decision_takes_its_reason_along(desk: Desk) -> None:
    review = raised(desk)
    desk.decide_case_review(review, threshold_met=False, why="one incident only")
    desk.undo()
    assert desk.case_review(review.id).why == ""


def test_decision_on_what_somebody_else_changed_is_refused_naming_them(desk: Desk, tmp_path: Path) -> None:
    review = raised(desk)
    other = make_desk(tmp_path, login="amir")
    other.decide_case_review(review, threshold_met=True)
    said = refused(lambda: desk.decide_case_review(review, threshold_met=False, why="x"))
    assert "amir" in said
    assert desk.case_review(review.id).threshold_met is True


def test_report_with_a_review_is_not_taken_back_with_its_import(desk: Desk) -> None:
    raised(desk)
    desk.take_back(desk.imports()[0].id)
    assert desk.report(ReportId(1)).report.headline == "Nuisance Bikes"


def test_words_of_a_sensitive_report_s_review_are_for_private_only(desk: Desk) -> None:
    review = raised(desk, **SENSITIVE)
    desk.decide_case_review(review, threshold_met=False, why=SECRET)
    assert not [word for word in PLANTED if word in str(desk.case_reviews())]
    assert not [word for word in PLANTED if word in str(desk.report(review.report_id).seen_before)]
    assert desk.case_reviews(private=True)[0].why == SECRET
    assert SECRET not in "".join(what for (what,) in rows_of(desk, "SELECT what FROM change"))


def test_flag_holds_nobody_s_name(desk: Desk) -> None:
    *_, report = import_reports(desk, *MARCH)
    desk.raise_case_review(report)
    assert not [word for word in PLANTED if word in str(flag(desk, report))]
    assert NAME in str(desk.report(report, private=True))


def test_review_of_a_sensitive_report_is_told_of_on_no_other_report_of_its_caller(desk: Desk) -> None:
    sensitive, other = import_reports(desk, SENSITIVE, {})
    desk.raise_case_review(sensitive)
    assert [one.report_id for one in flag(desk, sensitive).reviews] == [sensitive]
    assert (flag(desk, other).reviews, flag(desk, other).others) == ((), ())
    assert "V1" not in refused(lambda: desk.raise_case_review(other))
    shown = desk.report(other, private=True).seen_before.case_review
    assert [one.report_id for one in shown.reviews] == [sensitive]
