"""Why an action was re-dated or handed over outside a meeting is told with its record; never a sensitive report's."""

from datetime import date
from pathlib import Path

import pytest

from tests.factories import HOSTILE, SECRET, SENSITIVE, agency
from tests.tui.duties import actions, office
from tests.tui.playing import SIZES, playing

FRIDAY = date(2022, 4, 8)


def test_the_record_of_an_action_says_why_it_was_redated_and_handed_over(tmp_path: Path) -> None:
    desk = office(tmp_path, (1, "patrol", {}))
    desk.redate(actions(desk)[0], FRIDAY, "officer absent")
    desk.hand_over(actions(desk)[0], agency(desk, 4), None, HOSTILE)
    assert [change.why for change in desk.changes("A1")][-2:] == ["officer absent", HOSTILE]
    desk.undo()
    assert [change.why for change in desk.changes("A1")][-3:] == ["officer absent", HOSTILE, ""]


def test_why_an_action_of_a_sensitive_report_was_moved_is_told_only_in_private(tmp_path: Path) -> None:
    desk = office(tmp_path, (1, "patrol", SENSITIVE))
    desk.redate(actions(desk)[0], FRIDAY, SECRET)
    assert [change.why for change in desk.changes("A1")][-1] == ""
    assert [change.why for change in desk.changes("A1", private=True)][-1] == SECRET


@pytest.mark.parametrize("size", SIZES[:2])
async def test_an_officer_reads_why_beside_the_action_and_a_room_not_of_a_sensitive_one(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    desk = office(tmp_path, (1, "patrol", {}), (1, "patrol", SENSITIVE))
    first, second = actions(desk)
    desk.redate(first, FRIDAY, "officer absent")
    desk.redate(second, FRIDAY, SECRET)
    async with playing(desk, size) as play:
        await play.press("f3", "enter", "pagedown")
        assert "redate (officer absent)" in play.words
        await play.press("escape", "down", "enter", "pagedown")
        assert "redate" in play.words
        assert "planted" not in play.words
