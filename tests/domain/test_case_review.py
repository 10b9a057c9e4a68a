"""The threshold of the ASB Case Review as a table of dates around every edge (the 2014 Act, s.104; SPEC 3.6)."""

from datetime import date

import pytest

from csu_tui.domain.case_review import EXPLAIN, MET, Complaint, Thresholds, flagged, qualifies
from csu_tui.domain.ids import ReportId
from csu_tui.domain.moment import Moment
from csu_tui.domain.months import months_on

ADA, BEA = frozenset({"phone:1"}), frozenset({"phone:2"})
UNIT = Thresholds()


def complaint(
    number: int,
    received: str,
    occurred: str = "",
    *,
    asb: bool = True,
    sensitive: bool = False,
    incident: int = 0,
    reporter: frozenset[str] = ADA,
) -> Complaint:
    at = Moment.read(occurred) if occurred else None
    return Complaint(ReportId(number), Moment.read(received), at, asb, sensitive, incident or number, reporter)


def counted(*complaints: Complaint) -> int:
    """Count one reporter's reports at the last of them."""
    return flagged(complaints[-1], complaints, (), UNIT).qualifying


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        ("2022-01-31", 1, "2022-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2022-01-28", 1, "2022-02-28"),
        ("2022-12-31", 1, "2023-01-31"),
        ("2022-03-31", 1, "2022-04-30"),
        ("2022-08-31", -6, "2022-02-28"),
        ("2024-08-31", -6, "2024-02-29"),
        ("2024-02-29", -6, "2023-08-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2022-01-15", -1, "2021-12-15"),
        ("2022-01-31", -24, "2020-01-31"),
        ("2022-05-05", 0, "2022-05-05"),
    ],
)
def test_months_from_a_day_end_on_the_same_day_or_the_month_s_last(day: str, months: int, found: str) -> None:
    assert months_on(date.fromisoformat(day), months).isoformat() == found


BEHAVIOUR = [
    # occurred, received, counts
    ("2022-03-15", "2022-03-15", True),
    ("2022-03-15", "2022-04-15", True),
    ("2022-03-15", "2022-04-16", False),
    ("2022-01-28", "2022-02-28", True),
    ("2022-01-28", "2022-03-01", False),
    ("2022-01-29", "2022-02-28", True),
    ("2022-01-29", "2022-03-01", False),
    ("2022-01-30", "2022-02-28", True),
    ("2022-01-30", "2022-03-01", False),
    ("2022-01-31", "2022-02-28", True),
    ("2022-01-31", "2022-03-01", False),
    ("2024-01-29", "2024-02-29", True),
    ("2024-01-29", "2024-03-01", False),
    ("2024-01-30", "2024-02-29", True),
    ("2024-01-31", "2024-02-29", True),
    ("2024-01-31", "2024-03-01", False),
    ("2024-02-29", "2024-03-29", True),
    ("2024-02-29", "2024-03-30", False),
    ("2022-02-28", "2022-03-28", True),
    ("2022-02-28", "2022-03-29", False),
    ("2022-03-31", "2022-04-30", True),
    ("2022-03-31", "2022-05-01", False),
    ("2021-12-31", "2022-01-31", True),
    ("2021-12-31", "2022-02-01", False),
    # the last minute of London's day counts, the first of the next does not, in winter and in summer
    ("2022-01-15T12:00:00Z", "2022-02-15T23:59:59Z", True),
    ("2022-01-15T12:00:00Z", "2022-02-16T00:00:00Z", False),
    ("2022-06-15T12:00:00Z", "2022-07-15T22:59:59Z", True),
    ("2022-06-15T12:00:00Z", "2022-07-15T23:00:00Z", False),
    # behaviour just before and just after midnight in London, which in summer is 23:00 UTC
    ("2022-06-14T22:59:59Z", "2022-07-15", False),
    ("2022-06-14T23:00:00Z", "2022-07-15", True),
    # over the clock change of 27 March 2022 and that of 30 October 2022
    ("2022-02-27T00:30:00Z", "2022-03-27T22:59:59Z", True),
    ("2022-02-27T00:30:00Z", "2022-03-27T23:00:00Z", False),
    ("2022-09-29T23:00:00Z", "2022-10-30T23:59:59Z", True),
    ("2022-09-29T23:00:00Z", "2022-10-31T00:00:00Z", False),
    # a month only counts where each of its days would
    ("2022-02", "2022-02-20", True),
    ("2022-02", "2022-03-01", True),
    ("2022-02", "2022-03-02", False),
    ("2022-02", "2022-02", True),
    ("2022-02-10", "2022-03", False),
    ("2022-03-31", "2022-04", True),
    ("2022-03", "2022-04", False),
    # without a date of the behaviour, or with one that cannot be right, the date received counts
    ("", "2022-03-15", True),
    ("2022-03-16", "2022-03-15", True),
    ("2022-04", "2022-03-15", True),
]


@pytest.mark.parametrize(("occurred", "received", "counts"), BEHAVIOUR)
def test_report_counts_within_a_month_of_the_behaviour(occurred: str, received: str, counts: bool) -> None:
    one = complaint(1, received, occurred)
    assert qualifies(one, one, UNIT) is counts


SIX_MONTHS = [
    # received, at hand, counts
    ("2022-02-28", "2022-08-31", True),
    ("2022-02-27", "2022-08-31", False),
    ("2024-02-29", "2024-08-31", True),
    ("2024-02-28", "2024-08-31", False),
    ("2022-02-28", "2022-08-30", True),
    ("2022-02-28", "2022-08-29", True),
    ("2022-02-28", "2022-08-28", True),
    ("2022-02-27", "2022-08-28", False),
    ("2022-03-01", "2022-09-01", True),
    ("2022-02-28", "2022-09-01", False),
    ("2023-08-29", "2024-02-29", True),
    ("2023-08-28", "2024-02-29", False),
    ("2023-08-31", "2024-02-29", True),
    ("2021-10-31", "2022-04-30", True),
    ("2021-10-30", "2022-04-30", True),
    ("2021-10-29", "2022-04-30", False),
    ("2021-09-30", "2022-03-31", True),
    ("2021-09-29", "2022-03-31", False),
    ("2021-12-31", "2022-06-30", True),
    ("2021-12-30", "2022-06-30", True),
    ("2021-12-29", "2022-06-30", False),
    # London's days: 30 September ends, and 1 October begins, at 23:00 UTC
    ("2021-09-30T22:59:59Z", "2022-04-01T08:00:00Z", False),
    ("2021-09-30T23:00:00Z", "2022-04-01T08:00:00Z", True),
    ("2021-10-01", "2022-03-31T23:00:00Z", True),
    ("2021-10-01", "2022-04-01T23:00:00Z", False),
    # up to the day of the report at hand, whatever the hour
    ("2022-04-01T20:00:00Z", "2022-04-01T08:00:00Z", True),
    ("2022-04-01", "2022-04-01T08:00:00Z", True),
    ("2022-04-01T08:00:00Z", "2022-04-01", True),
    ("2022-04-01T22:59:59Z", "2022-04-01", True),
    ("2022-04-01T23:00:00Z", "2022-04-01", False),
    ("2022-04-02", "2022-04-01T08:00:00Z", False),
    # a month only counts where each of its days would
    ("2021-10", "2022-04-01", True),
    ("2021-10", "2022-04-02", False),
    ("2021-09", "2022-04-01", False),
    ("2022-03", "2022-03-31", True),
    ("2022-03", "2022-03-30", False),
    ("2022-04", "2022-03-31", False),
    ("2021-11", "2022-03", True),
    ("2021-09-30", "2022-03", True),
    ("2021-09-29", "2022-03", False),
    ("2022-03-01", "2022-03", True),
    ("2022-03-02", "2022-03", False),
]


@pytest.mark.parametrize(("received", "at_hand", "counts"), SIX_MONTHS)
def test_report_counts_in_the_six_months_up_to_the_one_at_hand(received: str, at_hand: str, counts: bool) -> None:
    assert qualifies(complaint(1, received), complaint(2, at_hand), UNIT) is counts


def test_report_at_hand_counts_however_vaguely_it_is_dated() -> None:
    assert counted(complaint(1, "2022-03")) == 1


def test_months_are_the_unit_s_own_numbers() -> None:
    unit = Thresholds(months=1, behaviour_months=2)
    at_hand = complaint(2, "2022-03-31")
    assert qualifies(complaint(1, "2022-02-28"), at_hand, unit)
    assert not qualifies(complaint(1, "2022-02-27"), at_hand, unit)
    assert qualifies(complaint(1, "2022-03-30", "2022-01-30"), at_hand, unit)
    assert not qualifies(complaint(1, "2022-03-30", "2022-01-29"), at_hand, unit)


def test_two_explain_the_case_review_and_three_look_met() -> None:
    reports = [complaint(n, f"2022-03-0{n}") for n in (1, 2, 3)]
    said = [flagged(reports[n - 1], reports[:n], (), UNIT) for n in (1, 2, 3)]
    assert [(one.qualifying, one.due) for one in said] == [(1, ""), (2, EXPLAIN), (3, MET)]


def test_flag_says_how_many_count_by_the_date_received() -> None:
    one, two = complaint(1, "2022-03-01", "2022-02-20"), complaint(2, "2022-03-02")
    three = complaint(3, "2022-03-03", "2022-03-04")
    assert flagged(three, (one, two, three), (), UNIT).by_received == 2


def test_reporter_who_cannot_be_known_again_has_no_count() -> None:
    nobody = complaint(3, "2022-03-03", reporter=frozenset())
    assert flagged(nobody, (complaint(1, "2022-03-01"), nobody), (), UNIT).qualifying == 0


def test_what_is_no_asb_neither_counts_nor_hides_what_does() -> None:
    burglary = complaint(3, "2022-03-03", asb=False)
    assert counted(complaint(1, "2022-03-01"), complaint(2, "2022-03-02", asb=False), burglary) == 1


def test_reports_of_one_incident_count_once() -> None:
    assert counted(complaint(1, "2022-03-01"), complaint(2, "2022-03-02", incident=1), complaint(3, "2022-03-03")) == 2


def test_linked_report_counts_where_the_one_it_is_linked_to_does_not() -> None:
    too_late = complaint(1, "2022-03-20", "2022-01-01")
    assert counted(too_late, complaint(2, "2022-03-21", incident=1)) == 1


def test_sensitive_report_counts_and_is_not_listed() -> None:
    one, two = complaint(1, "2022-03-01", sensitive=True), complaint(2, "2022-03-02")
    found = flagged(two, (one, two), (), UNIT)
    assert (found.qualifying, found.reports) == (2, (2,))


def people(*reporters: frozenset[str], **more: int) -> int:
    here = [complaint(n, f"2022-03-{n:02}", reporter=keys) for n, keys in enumerate(reporters, 1)]
    return flagged(here[-1], (), here, Thresholds(**more)).people


def caller(number: int) -> frozenset[str]:
    return frozenset({f"phone:{number}"})


def test_five_people_with_one_problem_meet_the_unit_s_own_threshold() -> None:
    reporters = [caller(n) for n in range(1, 6)]
    here = [complaint(n, f"2022-03-{n:02}", reporter=keys) for n, keys in enumerate(reporters, 1)]
    four, five = (flagged(here[n - 1], (), here[:n], UNIT) for n in (4, 5))
    assert (four.people, four.people_met, four.due) == (4, False, "")
    assert (five.people, five.people_met, five.due) == (5, True, MET)


def test_one_person_who_calls_five_times_is_one() -> None:
    assert people(*(caller(1) for _ in range(5))) == 1


def test_person_known_by_phone_in_one_report_and_by_mail_in_another_is_one() -> None:
    both = frozenset({"phone:1", "email:a@example.org"})
    assert people(frozenset({"phone:1"}), frozenset({"email:a@example.org"}), caller(2)) == 3
    assert people(frozenset({"phone:1"}), frozenset({"email:a@example.org"}), both, caller(2)) == 2


def test_nobody_knows_whether_the_anonymous_are_different_people() -> None:
    assert people(frozenset(), frozenset(), frozenset(), caller(1)) == 1


def test_five_callers_of_one_incident_are_one_report() -> None:
    here = [complaint(n, "2022-03-01", reporter=caller(n), incident=1) for n in range(1, 6)]
    assert flagged(here[-1], (), here, UNIT).people == 1


def test_one_problem_is_one_place_whatever_the_asb_category_and_no_other_crime() -> None:
    here = [complaint(n, "2022-03-01", reporter=caller(n)) for n in (1, 2)]
    theft = complaint(3, "2022-03-01", reporter=caller(3), asb=False)
    assert flagged(here[0], (), (*here, theft), UNIT).people == 2
    assert flagged(theft, (), (*here, theft), UNIT).people == 0


def test_thresholds_are_the_unit_s_own_numbers() -> None:
    reports = [complaint(n, f"2022-03-0{n}") for n in (1, 2)]
    assert flagged(reports[0], reports[:1], (), Thresholds(explain=1)).due == EXPLAIN
    assert flagged(reports[1], reports, (), Thresholds(met=2)).due == MET
    assert flagged(complaint(1, "2022-03-01"), (), (complaint(1, "2022-03-01"),), Thresholds(people=1)).people_met
