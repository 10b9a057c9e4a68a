"""Whatever a person types is a query."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csu_tui.domain.errors import RuleError
from csu_tui.domain.search import Field, Query, Term, fold, read_query

TODAY = date(2022, 4, 1)


def terms(text: str) -> list[tuple[str, bool]]:
    return [(term.spellings[0], term.prefix) for term in read_query(text, TODAY).terms]


def test_the_last_word_typed_may_go_on() -> None:
    assert terms("mill lan") == [("mill", False), ("lan", True)]


def test_a_blank_ends_a_word() -> None:
    assert terms("mill lane ") == [("mill", False), ("lane", False)]


def test_a_star_lets_any_word_go_on() -> None:
    assert terms("swan* mill ") == [("swan", True), ("mill", False)]


def test_a_quotation_is_words_in_a_row() -> None:
    assert terms('"mill lane" x2') == [("mill lane", False), ("x2", True)]


def test_a_quotation_not_closed_yet_may_go_on() -> None:
    assert terms('noise "mill la') == [("noise", False), ("mill la", True)]


def test_quotation_marks_of_a_word_processor_are_quotation_marks() -> None:
    assert terms("“mill lane”") == [("mill lane", False)]


@pytest.mark.parametrize("name", ["agency", "category", "place", "ref"])
def test_a_filter_asks_one_field(name: str) -> None:
    assert read_query(f'{name}:"kent police" x', TODAY).terms[0] == Term(("kent police",), False, Field(name))


def test_a_filter_may_be_followed_by_a_blank_and_written_in_capitals() -> None:
    assert read_query("PLACE: swanley ", TODAY).terms == (Term(("swanley",), False, Field.PLACE),)


def test_an_unknown_filter_is_words() -> None:
    assert terms("colour:red ") == [("colour:red", False)]


def test_a_filter_without_a_word_yet_is_nothing() -> None:
    assert read_query("agency:", TODAY).empty


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("from:2022-03-14", date(2022, 3, 14), None),
        ('from:"14 Mar 2022" to:yesterday', date(2022, 3, 14), date(2022, 3, 31)),
        ("from:14/3 to:today", date(2022, 3, 14), TODAY),
        ("from:2021 to:2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("from:2022-02 to:2022-02", date(2022, 2, 1), date(2022, 2, 28)),
        ("from:2021-12 to:2021-12", date(2021, 12, 1), date(2021, 12, 31)),
    ],
)
def test_dates_are_read_as_people_write_them(typed: str, start: date, end: date | None) -> None:
    assert read_query(typed, TODAY) == Query((), start, end)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("from:soon", "from: “soon” is not a date"), ("to:31/2", "to: There is no 31/2"), ("from:2/3 to:1/3", "later")],
)
def test_a_wrong_date_is_a_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(RuleError, match=sentence):
        read_query(typed, TODAY)


@pytest.mark.parametrize(
    "typed", ["01322 765432", "(01322) 765-432", "+44 1322 765432", "01322765432", "+44 (0)1322 765432"]
)
def test_a_telephone_number_is_one_number_however_it_is_spaced(typed: str) -> None:
    (term,) = read_query(f"smith {typed} ", TODAY).terms[1:]
    assert "01322765432" in term.spellings


def test_a_number_alone_is_also_the_report_of_that_number() -> None:
    query = read_query("1042 ", TODAY)
    assert query.terms == (
        Term(
            ("1042", "R1042"),
        ),
    )
    assert query.own_reference() == ("R", 1042)


@pytest.mark.parametrize(
    ("typed", "reference"), [("R1042", ("R", 1042)), ("a2207 ", ("A", 2207)), ("ref:T3", ("T", 3))]
)
def test_a_reference_alone_is_known(typed: str, reference: tuple[str, int]) -> None:
    assert read_query(typed, TODAY).own_reference() == reference


def test_a_word_among_others_is_no_reference() -> None:
    assert read_query("R1042 bikes", TODAY).own_reference() is None


def test_one_letter_is_too_little_and_waits_beside_others() -> None:
    assert read_query("m", TODAY).short
    assert terms("mill l") == [("mill", False)]
    assert terms("46-0871-2") == [("46-0871-", False)]


def test_one_figure_is_a_house() -> None:
    assert terms("flat 1") == [("flat", False), ("1", False)]


@pytest.mark.parametrize("typed", ["", "   ", '"', '""', "***", "()", "-", ":", "🔥", "\x00", '" " * "'])
def test_nothing_to_look_for_is_an_empty_query(typed: str) -> None:
    assert read_query(typed, TODAY).empty


@given(st.text())
def test_any_text_is_read_or_refused_in_a_sentence(typed: str) -> None:
    with suppress(RuleError):
        assert all(term.spellings and all(term.spellings) for term in read_query(typed, TODAY).terms)


def test_a_page_pasted_by_mistake_is_cut() -> None:
    assert len(read_query("many words " * 100_000, TODAY).terms) <= 40


@pytest.mark.parametrize(("word", "folded"), [("Café", "cafe"), ("ŻÓŁW", "zołw"), ("STRASSE", "strasse")])
def test_case_and_accents_do_not_matter(word: str, folded: str) -> None:
    assert fold(word) == folded
