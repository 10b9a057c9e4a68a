from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from csu_tui.domain.meeting import Window
from csu_tui.domain.moment import Moment, midnight
from csu_tui.domain.window import is_future, is_late, next_window, say_window
from csu_tui.domain.words import Precision

LONDON = ZoneInfo("Europe/London")


def at(year: int, month: int, day: int, hour: int = 9, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=LONDON).astimezone(UTC)


def test_the_first_meeting_covers_the_last_24_hours() -> None:
    window = next_window(None, at(2022, 3, 14))
    assert window == Window(at(2022, 3, 13), at(2022, 3, 14))


def test_a_window_starts_where_the_previous_one_ended() -> None:
    assert next_window(at(2022, 3, 11, 9, 4), at(2022, 3, 14, 9, 4)).start == at(2022, 3, 11, 9, 4)


def test_a_clock_set_back_makes_an_empty_window_and_no_negative_one() -> None:
    window = next_window(at(2022, 3, 14), at(2022, 3, 13))
    assert window.start == window.end


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (at(2022, 3, 11, 9, 4), at(2022, 3, 14, 9, 4), "since Fri 11 Mar 09:04 (72 h)"),
        (at(2022, 3, 11, 9, 4), at(2022, 3, 14, 9, 1), "since Fri 11 Mar 09:04 (72 h)"),
        (at(2022, 4, 14), at(2022, 4, 19), "since Thu 14 Apr 09:00 (120 h)"),  # Easter
        (at(2021, 12, 31), at(2022, 1, 4), "since Fri 31 Dec 2021 09:00 (96 h)"),
        (at(2022, 3, 25), at(2022, 3, 28), "since Fri 25 Mar 09:00 (71 h)"),  # an hour is missing
        (at(2022, 10, 28), at(2022, 10, 31), "since Fri 28 Oct 09:00 (73 h)"),  # an hour comes twice
    ],
)
def test_the_window_is_said_in_hours_that_really_passed(start: datetime, end: datetime, said: str) -> None:
    assert say_window(Window(start, end)) == said


WINDOW = Window(at(2022, 3, 11), at(2022, 3, 14))


@pytest.mark.parametrize(
    ("received", "late"),
    [
        (Moment(at(2022, 3, 11, 8, 59)), True),
        (Moment(at(2022, 3, 11, 9, 0)), False),
        (Moment(at(2022, 3, 15)), False),
        (Moment(midnight(date(2022, 3, 11)), Precision.DAY), False),  # the day touches the window
        (Moment(midnight(date(2022, 3, 10)), Precision.DAY), True),
        (Moment(midnight(date(2022, 2, 1)), Precision.MONTH), True),
    ],
)
def test_what_came_before_the_window_is_late(received: Moment, late: bool) -> None:
    assert is_late(received, WINDOW) is late


@pytest.mark.parametrize("day", [date(2022, 3, 27), date(2022, 10, 30)])
def test_a_day_of_the_clock_change_ends_at_its_own_midnight(day: date) -> None:
    next_midnight = midnight(day + timedelta(days=1))
    whole_day = Moment(midnight(day), Precision.DAY)
    assert is_late(whole_day, Window(next_midnight, next_midnight + timedelta(hours=9)))
    assert not is_late(whole_day, Window(next_midnight - timedelta(minutes=1), next_midnight + timedelta(hours=9)))


def test_a_report_dated_after_the_opening_is_in_the_future() -> None:
    assert is_future(Moment(at(2022, 3, 14, 9, 1)), WINDOW)
    assert not is_future(Moment(midnight(date(2022, 3, 14)), Precision.DAY), WINDOW)
