"""What commands print of people: nothing by accident, and looks are recorded."""

import json

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.group import NewGroup
from csu_tui.domain.ids import ReportId
from tests.cli.conftest import Ask, parsed

PLANTED = (
    "Ada Planted",
    "01632 960111",
    "ada@example.org",
    "Bea Hidden",
    "07700 900222",
    "Secret title",
    "secret words",
)
PUBLIC = (
    ("agenda",), ("agenda", "--json"), ("meetings", "--json"), ("actions", "--json"), ("feedback", "--json"),
    ("show", "R1"), ("show", "R1", "--json"), ("show", "R2"), ("show", "R2", "--json"), ("minutes", "--redacted"),
    ("minutes", "--redacted", "--format", "json"), ("search", "mill"), ("search", "concern", "--json"),
    ("search", "R2", "--json"),
)  # fmt: skip


@pytest.mark.parametrize("command", PUBLIC)
def test_plain_commands_print_no_personal_detail(ask: Ask, closed: Desk, command: tuple[str, ...]) -> None:
    assert closed.meeting() is None
    status, out, err = ask(*command)
    assert status == 0
    assert out
    for planted in PLANTED:
        assert planted not in out + err


def test_personal_fields_are_absent_and_not_blanked(ask: Ask, closed: Desk) -> None:
    assert closed.meeting() is None
    _, out, _ = ask("show", "R1", "--json")
    assert not {"name", "phone", "email"} & set(parsed(out)["reporter"])
    assert "house" not in parsed(out)["place"]


def test_private_output_shows_the_details_and_is_recorded(ask: Ask, closed: Desk) -> None:
    _, out, _ = ask("show", "R1", "--private", "--json")
    assert parsed(out)["reporter"]["name"] == "Ada Planted"
    assert "look: details" in [change.what for change in closed.changes("R1")]


def test_full_minutes_are_recorded_and_redacted_ones_are_not(ask: Ask, closed: Desk) -> None:
    ask("minutes", "--redacted")
    assert "export: full minutes" not in [change.what for change in closed.changes("M1")]
    _, out, _ = ask("minutes")
    assert "Ada Planted" in out
    assert "export: full minutes" in [change.what for change in closed.changes("M1")]


def test_where_nothing_can_be_recorded_a_look_is_refused_and_redacted_minutes_are_not(ask: Ask, closed: Desk) -> None:
    assert closed.meeting() is None
    status, out, err = ask("--read-only", "minutes")
    assert (status, out) == (1, "")
    assert "read-only" in err
    status, out, _ = ask("--read-only", "minutes", "--redacted")
    assert status == 0
    assert "OFFICIAL" in out


@pytest.mark.parametrize(
    ("command", "subject", "key"),
    [
        (("agenda",), "agenda", "steps"),
        (("actions", "--status", "all"), "actions", "action"),
        (("feedback",), "feedback", "owed"),
        (("group", "list"), "groups", "group"),
        (("case-review", "list"), "case reviews", "case_review"),
    ],
)
def test_a_list_printed_in_private_is_a_look_at_each_that_it_names(
    ask: Ask, closed: Desk, command: tuple[str, ...], subject: str, key: str
) -> None:
    lead = closed.agencies()[0].id
    closed.start_group(NewGroup("Garages", lead, reports=(ReportId(1),)))
    closed.raise_case_review(ReportId(1))
    status, out, _ = ask(*command, "--private", "--json")
    assert status == 0
    found = parsed(out)
    if key == "steps":
        named = [one["action"] or one["report"] for one in found["steps"]]
    elif key == "owed":
        named = [one["report"] for one in found["owed"]]
    else:
        named = [one[key] for one in found]
    with closed._db.read() as connection:
        (after,) = connection.execute(
            "SELECT after FROM change_value JOIN change ON id = change_id WHERE subject = ?", (subject,)
        ).fetchone()
    assert named
    assert json.loads(after) == {"look": {"seen": named}}
    assert closed.check().problems == ()
