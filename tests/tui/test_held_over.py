"""What the room is told of a report that an earlier meeting held over."""

from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.words import Decision
from tests.factories import SECRET, SENSITIVE, close, import_reports, make_desk, open_meeting, steps
from tests.factories import clock_of as clock
from tests.tui.playing import playing
from tests.tui.sitting import BOTH, EARLIER, MORNING, OLD


def held_over(folder: Path, reason: str, row: dict[str, str]) -> Desk:
    """Open the meeting after one that held a report over."""
    desk = make_desk(folder, EARLIER)
    import_reports(desk, OLD | row)
    open_meeting(desk)
    desk.decide(steps(desk)[0], Decision.HOLD_OVER, reason)
    close(desk)
    clock(desk).set(MORNING)
    open_meeting(desk)
    return desk


@pytest.mark.parametrize("size", BOTH)
async def test_a_report_held_over_says_by_which_meeting_and_why(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = held_over(tmp_path, "wardens to bring the CCTV", {"title": "", "text": ""})
    async with playing(desk, size) as play:
        assert "M1 Mon 28 Mar · wardens to bring the CCTV" in play.words


async def test_why_a_sensitive_report_was_held_over_is_not_told_to_the_room(tmp_path: Path) -> None:
    desk = held_over(tmp_path, SECRET, SENSITIVE)
    async with playing(desk) as play:
        assert "M1 Mon 28 Mar" in play.words
        assert SECRET not in play.words


def test_a_report_of_this_morning_was_held_over_by_nobody(tmp_path: Path) -> None:
    desk = held_over(tmp_path, "officer absent", {})
    (fresh,) = import_reports(desk)
    assert [desk.item(step.id).held is None for step in steps(desk)] == [False, True]
    assert steps(desk)[1].report_id == fresh
