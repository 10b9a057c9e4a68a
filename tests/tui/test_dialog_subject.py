"""A dialog that acts on an action names it, wherever it is opened, in words that the room may read."""

from pathlib import Path

import pytest
from textual.widgets import Static

from csu_tui.desk.desk import Desk
from tests.factories import SENSITIVE, open_meeting
from tests.tui.duties import office
from tests.tui.playing import SIZES, Play, playing

ON_ACTION = ("d", "b", "k", "o", "a", "e")


async def to_action(play: Play, place: str) -> None:
    """Go to A1: in the open meeting, among everybody's actions, or in the whole record of its report."""
    if place == "meeting":
        return
    if place == "actions":
        await play.press("f3", "w")
    else:
        await play.press("f5", *"R1", "enter", "tab")


def subject(play: Play) -> str:
    return str(play.app.screen.query_one("#subject", Static).content)


def unit(folder: Path, **row: str) -> Desk:
    desk = office(folder, (1, "patrol", row))
    open_meeting(desk)
    return desk


@pytest.mark.parametrize("place", ["meeting", "actions", "record"])
async def test_each_dialog_that_acts_on_an_action_names_it(tmp_path: Path, place: str) -> None:
    desk = unit(tmp_path)
    (agency,) = {action.agency for action in desk.report(desk.agenda().steps[0].report_id).actions}
    async with playing(desk) as play:
        await to_action(play, place)
        for key in (*ON_ACTION, *(("c",) if place != "meeting" else ())):
            await play.press(key)
            assert subject(play) == f"A1 {agency} · patrol", key
            await play.press("escape")


@pytest.mark.parametrize("place", ["meeting", "actions", "record"])
async def test_of_a_sensitive_report_the_room_reads_no_kind(tmp_path: Path, place: str) -> None:
    desk = unit(tmp_path, **SENSITIVE)
    async with playing(desk) as play:
        await to_action(play, place)
        for key in ON_ACTION:
            await play.press(key)
            assert subject(play).endswith(" · Sensitive concern"), key
            await play.press("escape")


@pytest.mark.parametrize("size", SIZES)
async def test_the_line_that_names_the_action_is_in_sight(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = unit(tmp_path)
    async with playing(desk, size) as play:
        for key in ON_ACTION:
            await play.press(key)
            assert " · patrol" in play.screen, key
            assert "esc leaves" in play.words, key
            await play.press("escape")


async def test_a_comment_names_the_step_that_it_is_for(tmp_path: Path) -> None:
    desk = unit(tmp_path)
    async with playing(desk) as play:
        await play.press("c")
        assert subject(play).startswith("A1 ")
