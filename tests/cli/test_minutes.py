from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.stroke import Roll
from tests.cli.conftest import Ask, parsed


def exports(desk: Desk) -> list[str]:
    return [change.what for change in desk.changes("M1") if change.what.startswith("export")]


def test_minutes_come_as_markdown(ask: Ask, closed: Desk) -> None:
    status, out, _ = ask("minutes", "--format", "md")
    assert status == 0
    assert "\n# Daily tasking meeting M1\n" in out
    assert exports(closed) == ["export: full minutes"]


def test_one_agency_has_its_extract_by_the_name_it_had_at_the_meeting(ask: Ask, closed: Desk) -> None:
    agency = closed.agencies()[0]
    _, before, _ = ask("minutes", "M1", "--agency", agency.short)
    closed.edit_agency(agency, name="Another Name", short="Another")
    status, after, said = ask("minutes", "M1", "--agency", agency.short.upper())
    assert (status, after, said) == (0, before, "")
    assert "A1  by Tue 5 Apr" in before


def test_an_agency_s_extract_is_recorded_and_a_redacted_one_is_not(ask: Ask, closed: Desk) -> None:
    short = closed.agencies()[0].short
    ask("minutes", "M1", "--agency", short, "--redacted")
    assert exports(closed) == []
    ask("minutes", "M1", "--agency", short)
    assert exports(closed) == [f"export: minutes for {short}"]


@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_extract_tells_nothing_personal_in_any_form(ask: Ask, closed: Desk, form: str) -> None:
    _, out, _ = ask("minutes", "M1", "--agency", closed.agencies()[0].short, "--format", form)
    assert "A1" in out
    assert not [planted for planted in ("Hidden", "Secret", "secret", "07700", "Domestic") if planted in out]


def test_extract_as_json_is_a_snapshot_of_one_agency(ask: Ask, closed: Desk) -> None:
    _, out, _ = ask("minutes", "M1", "--agency", closed.agencies()[0].short, "--format", "json")
    found = parsed(out)
    assert [report["report"] for report in found["reports"]] == ["R2"]
    assert "personal" not in found["reports"][0]


def test_agency_that_the_meeting_did_not_name_is_said_so(ask: Ask, closed: Desk) -> None:
    stranger = closed.agencies()[-1]
    status, out, said = ask("minutes", "M1", "--agency", stranger.name, "--redacted")
    assert (status, out.count("None.")) == (0, 2)
    assert f"M1 names no {stranger.short}; its agencies were:" in said


def test_unknown_agency_is_refused(ask: Ask, closed: Desk) -> None:
    assert closed.meeting() is None
    status, out, said = ask("minutes", "M1", "--agency", "Nobody at all")
    assert (status, out) == (1, "")
    assert said.startswith("There is no agency 'Nobody at all'")
    assert exports(closed) == []


def test_two_meetings_on_one_day_are_listed_and_neither_is_printed(ask: Ask, closed: Desk) -> None:
    closed.open_meeting(Roll("Sgt Ellis"))
    closed.hold_over_rest("not reached")
    closed.settle_unknown()
    closed.close_meeting()
    status, out, said = ask("minutes", "1/4")
    assert (status, out) == (1, "")
    assert "M1 at 09:00, M2 at 09:0" in said


@pytest.mark.parametrize("form", ["md", "json"])
def test_any_form_is_written_to_a_new_file(ask: Ask, closed: Desk, tmp_path: Path, form: str) -> None:
    assert closed.meeting() is None
    _, printed, _ = ask("minutes", "--format", form)
    status, out, _ = ask("minutes", "--format", form, "-o", str(tmp_path / "out"))
    assert (status, out) == (0, "")
    assert (tmp_path / "out").read_text(encoding="utf-8") == printed
