"""`group`: Task and Finish Groups by command."""

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.ids import GroupId
from tests.cli.conftest import Ask, parsed

GROUP = {
    "group", "about", "sensitive", "lead", "report_back", "due", "carried_over", "opened", "closed", "count", "name",
    "concern", "outcome",
}  # fmt: skip
SAID = "--about", "person", "--concern", "Secret concern"


def test_a_group_is_started_worked_on_and_closed(ask: Ask, desk: Desk) -> None:
    assert "T1: started, lead Wardens." in ask("group", "start", "Mill Lane", "--lead", "wardens", "--report", "R1")[2]
    assert ask("group", "note", "T1", "two patrols")[0] == 0
    assert ask("group", "add", "t1", "R3")[0] == 0
    assert ask("group", "redate", "T1", "14/4", "on leave")[0] == 0
    assert ask("group", "lead", "T1", "1", "their beat")[0] == 0
    assert ask("group", "remove", "T1", "R3")[0] == 0
    _, out, _ = ask("group", "show", "T1")
    for said in (
        "MILL LANE",
        "R1",
        "Nuisance Bikes",
        "two patrols",
        "Report-back carried over to Thu 14 Apr",
        "RECORD",
    ):
        assert said in out
    assert ask("group", "close", "T1", "quiet now")[0] == 0
    assert (
        ask("group", "list")[1]
        == 'No group is open. Start one: csu-tui group start "Mill Lane" --lead wardens --report R1042\n'
    )
    assert "closed" in ask("group", "list", "--all")[1]
    status, _, err = ask("group", "add", "T1", "R3")
    assert (status, err) == (1, "T1 is closed: choose another group, or start a new one.\n")
    assert desk.check().problems == ()


def test_the_shapes_are_a_contract(ask: Ask, desk: Desk) -> None:
    assert desk.meeting() is None
    ask("group", "start", "Mill Lane", "--lead", "wardens", "--report", "R1")
    (one,) = parsed(ask("group", "list", "--json")[1])
    assert set(one) == GROUP
    whole = parsed(ask("group", "show", "T1", "--json")[1])
    assert set(whole) == GROUP | {"reports", "members", "notes", "changes"}
    assert set(whole["reports"][0]) == {
        "report", "received", "headline", "place", "decision", "open_actions", "feedback",
    }  # fmt: skip
    (in_group,) = parsed(ask("show", "R1", "--json")[1])["groups"]
    assert in_group == {
        "group": "T1", "lead": "Wardens", "report_back": "2022-05-04", "closed": False, "name": "Mill Lane",
    }  # fmt: skip
    assert "GROUP  T1 Mill Lane, lead Wardens, reports back Wed 4 May" in ask("show", "R1")[1]


def test_the_agenda_says_group_and_its_number(ask: Ask, desk: Desk) -> None:
    assert desk.meeting() is None
    ask("group", "start", "Mill Lane", "--lead", "wardens", "--report-back", "1/4")
    first = parsed(ask("agenda", "--json")[1])["steps"][0]
    assert (first["kind"], first["group"], first["report"], first["action"]) == ("group", "T1", None, None)
    assert (first["headline"], first["actions"], first["feedback"]["state"]) == ("Mill Lane", [], None)
    assert "T1" in ask("agenda")[1]


@pytest.mark.parametrize(
    "command",
    [
        ("group", "list"),
        ("group", "list", "--json"),
        ("group", "show", "T1"),
        ("group", "show", "T1", "--json"),
        ("show", "R1"),
        ("show", "R1", "--json"),
        ("agenda", "--json"),
        ("log",),
    ],
)
def test_plain_commands_say_nothing_of_a_group_about_a_person(ask: Ask, desk: Desk, command: tuple[str, ...]) -> None:
    start = ("group", "start", "Bea Hidden", "--lead", "wardens", "--report", "R1", "--report-back", "1/4", *SAID)
    assert ask(*start)[0] == 0
    ask("group", "note", "T1", "Secret note")
    desk.add_member(GroupId(1), None, "Bea Hidden")
    _, out, err = ask(*command)
    for planted in ("Bea Hidden", "BEA HIDDEN", "Secret"):
        assert planted not in out + err


def test_private_shows_it_and_is_recorded(ask: Ask, desk: Desk) -> None:
    ask("group", "start", "Bea Hidden", "--lead", "wardens", *SAID)
    assert "BEA HIDDEN" in ask("group", "show", "T1", "--private")[1]
    assert "look: group" in [change.what for change in desk.changes("T1")]
    assert "Bea Hidden" in ask("group", "list", "--private")[1]
    assert "look: private groups" in [change.what for change in desk.changes("groups")]


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (("group", "show", "R1"), "is not a group"),
        (("group", "show", "T9"), "There is no group T9"),
        (("group", "start", " ", "--lead", "wardens"), "needs a name"),
        (("group", "start", "x", "--lead", "nobody"), "There is no agency"),
        (("group", "start", "x", "--lead", "wardens", "--report", "R99"), "There is no report R99"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(ask: Ask, desk: Desk, command: tuple[str, ...], says: str) -> None:
    status, out, err = ask(*command)
    assert (status, out) == (1, "")
    assert says in err
    assert desk.groups() == ()
