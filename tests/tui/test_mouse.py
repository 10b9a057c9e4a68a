"""Everything is also clickable."""

from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.words import Decision
from tests.factories import import_reports, make_desk, open_meeting, steps
from tests.tui.playing import Play, playing


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = make_desk(tmp_path)
    import_reports(desk, {}, {}, {})
    open_meeting(desk)
    return desk


async def click(play: Play, words: str) -> None:
    """Click the last place on screen where these words stand."""
    rows = play.screen.splitlines()
    row = max(at for at, line in enumerate(rows) if words in line)
    await play.pilot.click(offset=(rows[row].rindex(words) + 3, row))
    await play.settle()


async def test_a_line_of_the_agenda_is_gone_to(desk: Desk) -> None:
    async with playing(desk, (120, 40)) as play:
        await click(play, "  R3 ")
        assert "3 of 3" in play.words


async def test_the_agenda_in_one_line_opens_the_list_and_a_row_of_it_is_gone_to(desk: Desk) -> None:
    async with playing(desk) as play:
        await click(play, "1 of 3 ·")
        await click(play, "R2")
        assert "2 of 3" in play.words


async def test_a_key_of_the_footer_is_pressed(desk: Desk) -> None:
    async with playing(desk) as play:
        await click(play, "n next")
        assert "2 of 3" in play.words


async def test_a_digit_of_the_footer_tasks_its_agency(desk: Desk) -> None:
    first = next(one for one in desk.agencies() if one.digit == 1)
    async with playing(desk, (120, 40)) as play:
        await click(play, "1 " + first.short)
        assert steps(desk)[0].owners == (first.short,)


async def test_a_choice_of_a_dialog_is_picked(desk: Desk) -> None:
    phrase = desk.phrases(Decision.NO_FURTHER_ACTION.value)[1]
    async with playing(desk) as play:
        await play.press("x")
        await click(play, phrase)
        assert (steps(desk)[0].decision, steps(desk)[0].reason) == (Decision.NO_FURTHER_ACTION, phrase)


async def test_a_key_of_a_dialog_s_footer_leaves_it(desk: Desk) -> None:
    async with playing(desk) as play:
        await play.press("x")
        await click(play, "esc leaves")
        assert play.on == "MeetingScreen"
        assert steps(desk)[0].decision is None


async def test_a_line_of_the_checklist_is_gone_to(desk: Desk) -> None:
    async with playing(desk) as play:
        await play.press("E")
        await click(play, "R2")
        assert play.on == "MeetingScreen"
        assert "2 of 3" in play.words


async def test_before_a_meeting_the_footer_opens_the_roll(tmp_path: Path) -> None:
    async with playing(make_desk(tmp_path)) as play:
        await click(play, "open the meeting")
        assert "Roll call" in play.words
