"""The unit's settings, kept by key."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from csu_tui.desk.clock import Clock
from csu_tui.desk.desk import Desk
from csu_tui.domain.errors import RuleError
from tests.factories import new_database


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock = Clock(datetime.fromisoformat("2022-04-01T09:00:00+01:00"))
    new_database(tmp_path / "unit.db")
    opened = Desk.open(tmp_path / "unit.db", create=False, clock=clock, login="tester")
    yield opened
    opened.close()


def test_a_setting_is_kept_and_recorded(desk: Desk) -> None:
    desk.set_setting("unit", " Darent Vale CSU ")
    assert desk.unit().unit == "Darent Vale CSU"
    assert [(change.what, change.who) for change in desk.changes("setting")] == [("set unit", "tester")]
    assert desk.check().problems == ()


def test_setting_a_setting_can_be_undone(desk: Desk) -> None:
    before = desk.unit().marking
    desk.set_setting("marking", "OFFICIAL")
    desk.undo()
    assert desk.unit().marking == before


def test_an_unknown_setting_is_refused_and_nothing_recorded(desk: Desk) -> None:
    with pytest.raises(RuleError, match="There is no setting “colour”"):
        desk.set_setting("colour", "red")
    assert desk.changes("setting") == ()


def test_a_number_stays_a_number(desk: Desk) -> None:
    with pytest.raises(RuleError, match="takes a whole number"):
        desk.set_setting("feedback_days", "soon")
    with pytest.raises(RuleError, match="takes words"):
        desk.set_setting("unit", 5)
    desk.set_setting("feedback_days", 5)
    assert [change.what for change in desk.changes("setting")] == ["set feedback_days"]


@pytest.mark.parametrize(("key", "longest"), [("unit", 80), ("marking", 60), ("redacted_marking", 60)])
def test_what_has_a_line_of_a_paper_to_itself_fits_it(desk: Desk, key: str, longest: int) -> None:
    desk.set_setting(key, "n" * longest)
    with pytest.raises(RuleError, match=f"at most {longest}"):
        desk.set_setting(key, "n" * (longest + 1))


def test_an_agency_whose_whole_name_is_its_short_one_can_be_edited(desk: Desk) -> None:
    desk.add_agency("West Kent Housing Association")
    added = next(one for one in desk.agencies() if one.name.startswith("West Kent"))
    desk.edit_agency(added, name="West Kent Homes Association", short=added.short)
    (edited,) = (one for one in desk.agencies() if one.id == added.id)
    assert (edited.name, edited.short) == ("West Kent Homes Association", "West Kent Housing Association")
    desk.edit_agency(edited, short=edited.name)
    assert next(one.short for one in desk.agencies() if one.id == added.id) == "West Kent Homes Association"
    with pytest.raises(RuleError, match="at most 20"):
        desk.edit_agency(edited, short="A short name that is long")


def test_a_folder_of_nobody_s_home_is_refused(desk: Desk) -> None:
    with pytest.raises(RuleError, match="from the root or from ~"):
        desk.set_setting("minutes_folder", "~nobody-of-that-name/minutes")
    assert "not there yet" in desk.set_setting("minutes_folder", "~/minutes that are not there").words
