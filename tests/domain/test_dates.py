from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csu_tui.domain.dates import Due, read_due, read_past, say_day, say_moment
from csu_tui.domain.errors import RuleError
from csu_tui.domain.moment import Moment, midnight
from csu_tui.domain.words import Precision

MONDAY = date(2022, 3, 14)
FRIDAY = date(2022, 4, 1)


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("today", MONDAY, date(2022, 3, 14)),
        ("tomorrow", MONDAY, date(2022, 3, 15)),
        ("Tomorrow ", FRIDAY, date(2022, 4, 4)),  # the next working day
        ("tomorrow", date(2022, 4, 14), date(2022, 4, 19)),  # over Easter
        ("fri", MONDAY, date(2022, 3, 18)),
        ("Friday", FRIDAY, date(2022, 4, 8)),  # the next one after today
        ("mon", MONDAY, date(2022, 3, 21)),
        ("tues", MONDAY, date(2022, 3, 15)),
        ("+3", MONDAY, date(2022, 3, 17)),
        ("+ 1", date(2021, 12, 24), date(2021, 12, 29)),
        ("+0", MONDAY, MONDAY),
        ("14/3", MONDAY, date(2022, 3, 14)),
        ("13/3", MONDAY, date(2023, 3, 13)),  # without a year the next one
        ("4/3/22", date(2022, 1, 4), date(2022, 3, 4)),
        ("04/03/2022", date(2022, 1, 4), date(2022, 3, 4)),
        ("4.4.22", MONDAY, date(2022, 4, 4)),
        ("4-4", MONDAY, date(2022, 4, 4)),
        ("16 Mar", MONDAY, date(2022, 3, 16)),
        ("16mar", MONDAY, date(2022, 3, 16)),
        ("16th of March 2022", MONDAY, date(2022, 3, 16)),
        ("Wed 16 March", MONDAY, date(2022, 3, 16)),
        ("1 sept", MONDAY, date(2022, 9, 1)),
        ("1 Jan", date(2022, 12, 30), date(2023, 1, 1)),
        ("2022-04-03", MONDAY, date(2022, 4, 3)),  # not 4 March
        ("29/2", MONDAY, date(2024, 2, 29)),  # the next leap day
        ("29 Feb 2024", MONDAY, date(2024, 2, 29)),
    ],
)
def test_a_due_date_is_read_the_british_way(text: str, today: date, day: date) -> None:
    assert read_due(text, today).day == day


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("16/4", "Sat 16 Apr is not a working day"),
        ("15/4", "Fri 15 Apr is not a working day (Good Friday)"),
        ("3 Jun", "Fri 3 Jun is not a working day (Platinum Jubilee of Elizabeth II)"),
        ("27/12", "Tue 27 Dec is not a working day (Christmas Day (observed))"),
        ("sat", "Sat 19 Mar is not a working day"),
        ("tomorrow", ""),
    ],
)
def test_a_day_off_is_kept_and_said(text: str, note: str) -> None:
    assert read_due(text, MONDAY).note == note


@pytest.mark.parametrize("text", ["13/3/22", "13 Mar 2022", "2021-03-14", "Sun 13 Mar 2022"])
def test_a_past_due_date_is_refused(text: str) -> None:
    with pytest.raises(RuleError, match="is past: a due date is today or later"):
        read_due(text, MONDAY)


@pytest.mark.parametrize("text", ["31/2", "31 Feb", "30/2/2024", "29/2/2022", "2022-02-30", "3/14", "0/3", "14/13/22"])
def test_a_day_that_does_not_exist_is_refused_and_never_bent(text: str) -> None:
    with pytest.raises(RuleError, match="There is no"):
        read_due(text, MONDAY)
    with pytest.raises(RuleError, match="There is no"):
        read_past(text, MONDAY)


@pytest.mark.parametrize(
    "text", ["", "soon", "14", "march", "t", "ma", "1 ju", "14/3/2", "14/3/222", "++3", "+-3", "+x", "1/2/3/4", "١٤/٣"]
)
def test_anything_else_is_refused_naming_the_forms(text: str) -> None:
    with pytest.raises(RuleError, match="tomorrow, fri, \\+3, 14/3, 14 Mar or 2022-03-14"):
        read_due(text, MONDAY)


def test_a_weekday_that_does_not_fit_its_date_is_refused() -> None:
    with pytest.raises(RuleError, match="is a Wednesday"):
        read_due("Thu 16 Mar", MONDAY)


def test_a_slip_of_the_finger_does_not_make_an_action_due_in_years() -> None:
    with pytest.raises(RuleError, match="too far ahead"):
        read_due("+3000", MONDAY)


def test_a_refusal_repeats_what_was_typed_harmlessly_and_briefly() -> None:
    with pytest.raises(RuleError) as refusal:
        read_due("\x1b[2J" + "x" * 500, MONDAY)
    assert "\x1b" not in str(refusal.value)
    assert len(str(refusal.value)) < 150


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", MONDAY),
        ("yesterday", date(2022, 3, 13)),
        ("14/3", MONDAY),
        ("15/3", date(2021, 3, 15)),  # without a year the last one
        ("25 Dec", date(2021, 12, 25)),
        ("14/3/21", date(2021, 3, 14)),
        ("2022-03-04", date(2022, 3, 4)),
        ("fri", date(2022, 3, 11)),
        ("mon", date(2022, 3, 7)),
        ("29/2", date(2020, 2, 29)),
    ],
)
def test_a_day_of_minutes_is_the_last_one(text: str, day: date) -> None:
    assert read_past(text, MONDAY) == day


@pytest.mark.parametrize("text", ["15/3/22", "2022-03-15"])
def test_minutes_of_a_day_to_come_are_refused(text: str) -> None:
    with pytest.raises(RuleError, match="yet to come"):
        read_past(text, MONDAY)


@pytest.mark.parametrize("text", ["+3", "tomorrow", "", "M57"])
def test_a_past_day_in_no_known_form_is_refused_naming_the_forms(text: str) -> None:
    with pytest.raises(RuleError, match="yesterday, fri, 14/3, 14 Mar 2022"):
        read_past(text, MONDAY)


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.integers(0, 3000))
def test_a_day_that_was_said_is_read_back_as_the_same_day(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    assert read_due(say_day(day, today), today).day == day
    assert read_past(say_day(today, day), day) == today


@given(st.text(max_size=20) | st.from_regex(r"[0-9]{1,4}[/ .-][0-9]{1,2}([/ -][0-9]{1,5})?", fullmatch=True))
def test_typed_words_give_a_day_from_today_on_or_a_refusal(text: str) -> None:
    try:
        due = read_due(text, MONDAY)
    except RuleError:
        return
    assert isinstance(due, Due)
    assert due.day >= MONDAY


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2022, 3, 16), "Wed 16 Mar"),
        (date(2021, 12, 25), "Sat 25 Dec 2021"),
        (date(2024, 2, 29), "Thu 29 Feb 2024"),
    ],
)
def test_a_year_is_said_only_where_it_is_not_this_one(day: date, said: str) -> None:
    assert say_day(day, MONDAY) == said


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (Moment(datetime(2022, 3, 13, 16, 40, tzinfo=UTC)), "Sun 13 Mar 16:40"),
        (Moment(datetime(2022, 3, 27, 1, 30, tzinfo=UTC)), "Sun 27 Mar 02:30"),  # summer time has begun
        (Moment(midnight(date(2022, 3, 27)), Precision.DAY), "Sun 27 Mar"),
        (Moment(midnight(date(2022, 7, 1)), Precision.DAY), "Fri 1 Jul"),
        (Moment(midnight(date(2024, 1, 1)), Precision.MONTH), "Jan 2024"),
        (Moment(midnight(date(2022, 7, 1)), Precision.MONTH), "Jul 2022"),
    ],
)
def test_a_time_is_said_as_exactly_as_it_was_stated(moment: Moment, said: str) -> None:
    assert say_moment(moment, MONDAY) == said
