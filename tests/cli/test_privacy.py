"""What commands print of people: nothing by accident, and looks are recorded."""

import pytest

from csu_tui.desk.desk import Desk
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
