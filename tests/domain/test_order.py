from datetime import UTC, date, datetime, timedelta
from random import Random

from csu_tui.domain.ids import ActionId, GroupId, ReportId
from csu_tui.domain.moment import Moment, midnight
from csu_tui.domain.order import (
    DueAction,
    DueGroup,
    Waiting,
    actions_in_order,
    due_in_order,
    in_order,
    reports_in_order,
)
from csu_tui.domain.words import Precision, Risk

EARLY = Moment(datetime(2022, 3, 13, 16, 40, tzinfo=UTC))
LATER = Moment(EARLY.at + timedelta(hours=3))


def waiting(number: int, risk: Risk = Risk.STANDARD, received: Moment = EARLY, held_over: bool = False) -> Waiting:
    return Waiting(ReportId(number), risk, received, held_over)


def numbers(reports: tuple[Waiting, ...]) -> list[int]:
    return [report.report_id for report in reports]


def test_held_over_comes_before_high_risk_and_high_risk_before_the_rest() -> None:
    reports = [waiting(1), waiting(2, Risk.HIGH, LATER), waiting(3, received=LATER, held_over=True)]
    assert numbers(reports_in_order(reports)) == [3, 2, 1]


def test_medium_and_standard_risk_go_by_time_received_alone() -> None:
    assert numbers(reports_in_order([waiting(1, Risk.MEDIUM, LATER), waiting(2, Risk.STANDARD, EARLY)])) == [2, 1]


def test_a_held_over_report_of_high_risk_is_the_very_first() -> None:
    reports = [waiting(1, held_over=True), waiting(2, Risk.HIGH, LATER, held_over=True)]
    assert numbers(reports_in_order(reports)) == [2, 1]


def test_a_day_only_report_stands_at_the_beginning_of_its_day() -> None:
    day_only = Moment(midnight(date(2022, 3, 13)), Precision.DAY)
    assert numbers(reports_in_order([waiting(1), waiting(2, received=day_only)])) == [2, 1]


def test_actions_go_agency_by_agency_and_the_oldest_due_first() -> None:
    actions = [
        DueAction(ActionId(4), "Wardens", date(2022, 3, 1)),
        DueAction(ActionId(3), "DC ASB", date(2022, 3, 14)),
        DueAction(ActionId(2), "DC ASB", date(2022, 3, 10)),
        DueAction(ActionId(1), "DC ASB", date(2022, 3, 14)),
    ]
    assert [action.action_id for action in actions_in_order(actions)] == [2, 1, 3, 4]


def test_the_order_does_not_depend_on_how_the_database_happened_to_answer() -> None:
    reports = [waiting(n, Risk.HIGH if n % 3 else Risk.MEDIUM, held_over=n % 5 == 0) for n in range(40)]
    actions = [DueAction(ActionId(n), "ABC"[n % 3], date(2022, 3, 1 + n % 4)) for n in range(40)]
    expected = in_order(actions, reports)
    for seed in range(5):
        Random(seed).shuffle(reports)
        Random(seed).shuffle(actions)
        assert in_order(actions, reports) == expected


def test_a_group_reports_back_after_the_actions_of_the_agency_that_leads_it() -> None:
    early, late = date(2022, 3, 1), date(2022, 3, 9)
    actions = [DueAction(ActionId(1), "Wardens", late), DueAction(ActionId(2), "housing", early)]
    groups = [DueGroup(GroupId(1), "Wardens", late), DueGroup(GroupId(2), "Wardens", early)]
    alone = DueGroup(GroupId(3), "Fire", late)
    assert due_in_order(actions, [*groups, alone]) == (alone, actions[1], actions[0], groups[1], groups[0])


def test_an_agency_with_groups_only_has_its_turn_by_name() -> None:
    assert due_in_order(
        [], [DueGroup(GroupId(1), "b", date(2022, 3, 1)), DueGroup(GroupId(2), "A", date(2022, 3, 9))]
    ) == (
        DueGroup(GroupId(2), "A", date(2022, 3, 9)),
        DueGroup(GroupId(1), "b", date(2022, 3, 1)),
    )
