"""The command `search`."""

import json

import pytest

from csu_tui.desk.desk import Desk
from tests.cli.conftest import Ask, parsed


def test_search_prints_what_the_contract_says(ask: Ask, desk: Desk) -> None:
    assert desk.meeting() is None
    status, out, err = ask("search", "bikes", "--json")
    assert (status, err) == (0, "")
    (one,) = parsed(out)
    assert one == {
        "report": "R1",
        "headline": "Nuisance Bikes",
        "place": {"street": "Mill Lane", "locality": "Darentford", "postcode": "DV1"},
        "received": "2022-03-31T16:40:00+01:00",
        "matched": "Bikes",
    }


def test_search_prints_a_line_or_two_a_report(ask: Ask, desk: Desk) -> None:
    assert desk.meeting() is None
    status, out, _ = ask("search", "two", "bikes")
    assert status == 0
    assert out == "R1  Thu 31 Mar 16:40  Nuisance Bikes  Mill Lane, Darentford DV1\n    Two bikes again\n"


def test_words_given_as_one_argument_stand_in_a_row(ask: Ask, desk: Desk) -> None:
    assert desk.meeting() is None
    assert "R1" in ask("search", "bikes again")[1]
    assert ask("search", "again bikes")[1] == ""


def test_finding_nothing_is_no_failure_and_says_so(ask: Ask, desk: Desk) -> None:
    assert desk.meeting() is None
    status, out, err = ask("search", "zither")
    assert (status, out) == (0, "")
    assert "No report is found for “zither”" in err
    assert "--private" in err
    assert parsed(ask("search", "zither", "--json")[1]) == []


def test_a_filter_that_nothing_fits_is_named(ask: Ask, desk: Desk) -> None:
    assert desk.meeting() is None
    status, out, err = ask("search", "bikes", "agency:wardns")
    assert (status, out) == (0, "")
    assert "Nothing has agency:wardns — check the filter." in err
    assert "“foo:bar”" in ask("search", "foo:bar")[2]


@pytest.mark.parametrize("words", ["planted", "960111", "ada@example.org", "secret", "domestic", "07700 900222"])
def test_names_and_sensitive_words_are_found_with_private_only_and_that_is_recorded(
    ask: Ask, desk: Desk, words: str
) -> None:
    assert ask("search", words)[1] == ""
    assert [change.what for change in desk.changes("search")] == []
    assert ask("search", words, "--private")[1].startswith("R")
    assert [change.what for change in desk.changes("search")] == ["look: private search"]


def test_what_was_looked_for_is_not_recorded_but_what_was_found_is(ask: Ask, desk: Desk) -> None:
    found = [line.split()[0] for line in ask("search", "planted", "--private")[1].splitlines() if line[0] == "R"]
    with desk._db.read() as connection:
        last = connection.execute(
            "SELECT * FROM change JOIN change_value ON change_id = id ORDER BY id DESC"
        ).fetchone()
    assert "planted" not in str(tuple(last))
    assert found
    assert json.loads(last[-1]) == {"look": {"seen": found}}
    assert not [ref for ref in found if ref in str(tuple(last)[:13])]
    assert desk.check().problems == ()


@pytest.mark.parametrize("words", ["", '""', "***"])
def test_nothing_to_look_for_is_said(ask: Ask, desk: Desk, words: str) -> None:
    assert desk.meeting() is None
    status, out, err = ask("search", words)
    assert (status, out) == (0, "")
    assert "Type what to look for" in err


def test_a_wrong_date_could_not_be_done_and_no_words_are_wrong_use(ask: Ask, desk: Desk) -> None:
    assert desk.meeting() is None
    assert ask("search", "from:soon")[0] == 1
    assert ask("search")[0] == 2


def test_only_so_many_are_printed_and_that_is_said(ask: Ask, desk: Desk) -> None:
    assert desk.meeting() is None
    status, out, err = ask("search", "darentford", "--limit", "1")
    assert (status, len([line for line in out.splitlines() if line.startswith("R")])) == (0, 1)
    assert "there may be more" in err


def test_a_check_repairs_what_search_reads(ask: Ask, desk: Desk) -> None:
    with desk._writing() as writing:
        writing.connection.execute("DELETE FROM search")
    status, _, err = ask("check")
    assert status == 1
    assert "csu-tui check --repair" in err
    status, out, _ = ask("check", "--repair")
    assert status == 0
    assert "Sound" in out
    assert "R1" in ask("search", "bikes")[1]


def test_one_letter_is_too_little_to_look_for_and_that_is_said(ask: Ask, desk: Desk) -> None:
    assert desk.meeting() is None
    status, out, err = ask("search", "z")
    assert (status, out) == (0, "")
    assert "One letter is too little" in err
    assert "No report is found" not in err
    assert parsed(ask("search", "z", "--json")[1]) == []
