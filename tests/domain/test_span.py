"""A span of London days, and the one that it is held against."""

from datetime import date

import pytest

from csu_tui.domain.figure import percentile
from csu_tui.domain.span import Span, bounds, read_month, read_year, summer_days, year_of
from tests.factories import refused


def span(start: str, end: str) -> Span:
    return Span(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize("text", ["2021-22", "2021/22", "2021-2022", " 2021 – 22 "])
def test_a_financial_year_is_read_as_people_write_it(text: str) -> None:
    assert read_year(text) == span("2021-04-01", "2022-03-31")


@pytest.mark.parametrize("text", ["2021", "2021-23", "21-22", "soon", "9999-00", "0001-02", "2021-22\x1b[31m"])
def test_what_is_no_financial_year_is_refused(text: str) -> None:
    assert "\x1b" not in refused(lambda: read_year(text))


@pytest.mark.parametrize("text", ["2022-03", "2022-3", "Mar 2022", "march 2022", "MARCH  2022"])
def test_a_month_is_read_as_people_write_it(text: str) -> None:
    assert read_month(text) == span("2022-03-01", "2022-03-31")


@pytest.mark.parametrize("text", ["2022-13", "2022", "Marmalade 2022", "Mar 22", "", "Mar"])
def test_what_is_no_month_is_refused(text: str) -> None:
    assert "not a month" in refused(lambda: read_month(text))


@pytest.mark.parametrize(
    ("start", "end", "before"),
    [
        ("2021-04-01", "2022-03-31", ("2020-04-01", "2021-03-31")),
        ("2022-03-01", "2022-03-31", ("2021-03-01", "2021-03-31")),
        ("2024-02-01", "2024-02-29", ("2023-02-01", "2023-02-28")),
        ("2021-04-01", "2021-06-30", ("2020-04-01", "2020-06-30")),
        ("2020-04-01", "2022-03-31", ("2018-04-01", "2020-03-31")),
        ("2022-03-14", "2022-03-14", ("2022-03-13", "2022-03-13")),
        ("2024-02-29", "2024-02-29", ("2024-02-28", "2024-02-28")),
        ("2022-03-01", "2022-03-14", ("2022-02-15", "2022-02-28")),
        ("2022-03-28", "2022-04-03", ("2022-03-21", "2022-03-27")),
    ],
)
def test_the_same_span_before(start: str, end: str, before: tuple[str, str]) -> None:
    assert span(start, end).before() == span(*before)


@pytest.mark.parametrize(
    ("one", "by", "other"),
    [
        (("2021-04-01", "2022-03-31"), -1, ("2020-04-01", "2021-03-31")),
        (("2022-01-01", "2022-01-31"), 1, ("2022-02-01", "2022-02-28")),
        (("2022-01-01", "2022-01-31"), -1, ("2021-12-01", "2021-12-31")),
        (("2022-03-01", "2022-03-14"), 1, ("2022-03-15", "2022-03-28")),
    ],
)
def test_a_span_moves_by_itself(one: tuple[str, str], by: int, other: tuple[str, str]) -> None:
    assert span(*one).moved(by) == span(*other)


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    assert "give the first day first" in refused(lambda: span("2022-03-14", "2022-03-13"))


def test_a_span_says_itself() -> None:
    assert read_year("2021-22").say() == "2021-22"
    assert read_month("2022-03").say() == "March 2022"
    assert span("2022-03-14", "2022-03-14").say() == "14 Mar 2022"
    assert span("2022-03-01", "2022-03-14").say() == "1 Mar 2022 – 14 Mar 2022"
    assert year_of(date(2022, 3, 31)) == read_year("2021-22")
    assert year_of(date(2022, 4, 1)) == read_year("2022-23")


def test_the_bounds_of_a_span_are_london_s_midnights() -> None:
    assert bounds(span("2022-03-27", "2022-03-27")) == ("2022-03-27", "2022-03-27T23:00:00Z")
    assert bounds(span("2021-10-31", "2021-10-31")) == ("2021-10-30T23:00:00Z", "2021-11-01")


def test_the_days_of_summer_time_are_the_law_s() -> None:
    assert summer_days(2021, 2022) == (("2021-03-28", "2021-10-31"), ("2022-03-27", "2022-10-30"))


def test_a_year_has_its_months_in_order() -> None:
    months = read_year("2021-22").months()
    assert (len(months), months[0], months[-1]) == (12, "2021-04", "2022-03")
    assert span("2022-03-30", "2022-04-02").months() == ("2022-03", "2022-04")


def test_nine_of_ten_do_not_exceed_the_90th_percentile() -> None:
    assert percentile([(0, 9), (5, 1)], 90) == 0
    assert percentile([(0, 8), (5, 2)], 90) == 5
    assert percentile([(3, 1)], 90) == 3
