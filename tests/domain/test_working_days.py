from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csu_tui.domain.working_days import add_working_days, bank_holiday, is_working_day


@pytest.mark.parametrize(
    "day",
    [
        date(2021, 4, 2),  # Good Friday
        date(2021, 4, 5),  # Easter Monday
        date(2021, 12, 27),  # for Christmas Day, a Saturday
        date(2021, 12, 28),  # for Boxing Day, a Sunday
        date(2022, 1, 3),  # for New Year's Day, a Saturday
        date(2022, 4, 15),
        date(2022, 4, 18),
        date(2022, 5, 2),
        date(2022, 6, 2),  # the spring holiday, moved from May
        date(2022, 6, 3),  # the Jubilee
        date(2022, 9, 19),  # the Queen's funeral
        date(2022, 12, 27),
        date(2023, 5, 8),  # the Coronation
    ],
)
def test_nobody_works_on_a_bank_holiday_of_england(day: date) -> None:
    assert bank_holiday(day)
    assert not is_working_day(day)


@pytest.mark.parametrize(
    "day",
    [
        date(2022, 3, 17),  # St Patrick's Day is Northern Ireland's
        date(2022, 1, 4),  # the second of January is Scotland's
        date(2022, 5, 30),  # the spring holiday that was moved to June
        date(2021, 4, 6),
        date(2024, 2, 29),
    ],
)
def test_a_day_that_others_have_off_is_worked_in_england(day: date) -> None:
    assert is_working_day(day)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2022, 3, 14), 2, date(2022, 3, 16)),
        (date(2022, 3, 11), 1, date(2022, 3, 14)),  # over a weekend
        (date(2022, 3, 12), 1, date(2022, 3, 14)),  # from a Saturday
        (date(2022, 4, 14), 1, date(2022, 4, 19)),  # over Easter
        (date(2021, 12, 24), 1, date(2021, 12, 29)),  # over Christmas
        (date(2021, 12, 31), 1, date(2022, 1, 4)),
        (date(2022, 6, 1), 1, date(2022, 6, 6)),  # over the Jubilee
        (date(2024, 2, 28), 2, date(2024, 3, 1)),  # over the leap day
        (date(2022, 3, 14), 0, date(2022, 3, 14)),
    ],
)
def test_working_days_skip_weekends_and_bank_holidays(start: date, days: int, end: date) -> None:
    assert add_working_days(start, days) == end


@given(st.dates(date(2015, 1, 1), date(2030, 1, 1)), st.integers(1, 30))
def test_working_days_are_counted_one_by_one(start: date, days: int) -> None:
    end = add_working_days(start, days)
    between = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    assert is_working_day(end)
    assert sum(map(is_working_day, between)) == days
