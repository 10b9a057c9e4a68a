"""`v` shows what a hidden group is called and says for 15 seconds wherever it stands; the look names it."""

from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.group import NewGroup
from csu_tui.domain.ids import GroupId, ReportId
from csu_tui.domain.words import About
from csu_tui.tui.screens.glimpse import Glimpse
from tests.factories import (
    NAME,
    PLANTED,
    SECRET,
    SENSITIVE,
    agency,
    clock_of,
    import_reports,
    make_desk,
    open_meeting,
    rows_of,
)
from tests.tui.playing import SIZES, Play, playing

LOOKS = "SELECT what, subject FROM change WHERE what LIKE 'look%'"


def hidden(folder: Path, *, sensitive: bool = False) -> Desk:
    """T1 is about a person, or has a sensitive report; all that is free in it is planted. T2 hides nothing."""
    desk = make_desk(folder)
    import_reports(desk, SENSITIVE if sensitive else {}, {})
    about = About.AREA if sensitive else About.PERSON
    desk.start_group(NewGroup(NAME, agency(desk, 1), about, concern=SECRET, reports=(ReportId(1),)))
    desk.note_group(GroupId(1), SECRET)
    desk.start_group(NewGroup("Garages", agency(desk, 1), report_back=None, reports=(ReportId(2),)))
    return desk


def hearing(folder: Path) -> Desk:
    """A meeting whose first two steps are those groups, which report back."""
    desk = hidden(folder)
    clock_of(desk).set("2022-05-05T09:00:00+01:00")
    open_meeting(desk)
    return desk


def planted(play: Play) -> list[str]:
    return [word for word in PLANTED if word.casefold() in play.words.casefold()]


async def run_out(play: Play) -> None:
    """Let the 15 seconds pass."""
    screen = play.app.screen
    assert isinstance(screen, Glimpse)
    screen.clock = lambda: float("inf")
    screen.tick_reveal()
    await play.settle()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("sensitive", [False, True])
async def test_on_its_page_v_shows_a_hidden_group_for_15_seconds(
    tmp_path: Path, size: tuple[int, int], sensitive: bool
) -> None:
    desk = hidden(tmp_path, sensitive=sensitive)
    async with playing(desk, size) as play:
        await play.press("t", "enter")
        assert "not shown to the room" in play.words
        await play.press("v")
        assert NAME.upper() in play.words
        assert "DETAILS SHOWN for 15 seconds" in play.words
        await run_out(play)
        assert not planted(play)
    assert rows_of(desk, LOOKS) == [("look: group", "T1")]


@pytest.mark.parametrize("size", SIZES)
async def test_in_the_list_v_shows_the_name_at_the_arrow_until_it_moves(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = hidden(tmp_path)
    async with playing(desk, size) as play:
        await play.press("t", "v")
        assert NAME[:6] in play.words
        assert "DETAILS SHOWN for 15 seconds" in play.words
        await play.press("down")
        assert not planted(play)
        await play.press("up", "v")
        await run_out(play)
        assert not planted(play)
    assert rows_of(desk, LOOKS) == [("look: group", "T1")] * 2


@pytest.mark.parametrize("size", SIZES)
async def test_in_the_meeting_v_shows_it_until_any_step(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = hearing(tmp_path)
    async with playing(desk, size) as play:
        await play.press("v")
        assert NAME.upper() in play.words
        await play.press("n", "p")
        assert not planted(play)
        await play.press("v")
        await run_out(play)
        assert not planted(play)
    assert rows_of(desk, LOOKS) == [("look: group", "T1")] * 2


async def test_a_stroke_while_it_is_shown_is_drawn_and_hides_nothing(tmp_path: Path) -> None:
    desk = hearing(tmp_path)
    async with playing(desk) as play:
        await play.press("v", "a", "4", "1")
        assert NAME.upper() in play.words
        assert "handed over" in play.words


async def test_a_look_at_a_report_that_names_its_hidden_group_is_one_at_the_group_too(tmp_path: Path) -> None:
    desk = hidden(tmp_path)
    async with playing(desk) as play:
        await play.press("f5", *"R1", "enter", "v")
        assert f"T1 {NAME}" in play.words
        await play.press("escape", "escape", "f5", *"R2", "enter", "v")
        assert "T2 Garages" in play.words
    assert rows_of(desk, LOOKS) == [("look: details", "R1"), ("look: group", "T1"), ("look: details", "R2")]


async def test_a_report_put_in_a_hidden_group_while_its_details_are_shown_does_not_show_the_groups_name(
    tmp_path: Path,
) -> None:
    desk = hidden(tmp_path)
    import_reports(desk, {"name": "Somebody Else"})
    async with playing(desk) as play:
        await play.press("f5", *"R3", "enter", "v")
        assert "Somebody Else" in play.words
        desk.add_to_group(GroupId(1), (ReportId(3),))
        play.app.screen.refresh_from_desk()  # type: ignore[attr-defined]
        await play.settle()
        assert "GROUP" in play.words
        assert not planted(play)
    assert rows_of(desk, LOOKS) == [("look: details", "R3")]


async def test_of_a_group_that_hides_nothing_no_look_is_recorded(tmp_path: Path) -> None:
    desk = hidden(tmp_path)
    async with playing(desk) as play:
        await play.press("t", "down", "v")
        assert "T2 hides nothing from the room." in play.words
    assert rows_of(desk, LOOKS) == []


async def test_where_nothing_can_be_recorded_nothing_is_shown(tmp_path: Path) -> None:
    hidden(tmp_path)
    async with playing(make_desk(tmp_path, read_only=True)) as play:
        await play.press("t", "v")
        assert "read-only" in play.words
        await play.press("enter", "v")
        assert "read-only" in play.words
        assert not planted(play)


async def test_a_group_left_before_the_look_was_recorded_is_not_shown(tmp_path: Path) -> None:
    desk = hearing(tmp_path)
    async with playing(desk) as play:
        from tests.tui.sitting import send

        send(play, "vn")
        await play.settle()
        assert not planted(play)
