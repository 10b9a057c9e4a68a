"""One session drives the meeting on its screen; others follow, and take over by choice (SPEC 3.1)."""

from pathlib import Path

from csu_tui.desk.desk import Desk
from csu_tui.domain.words import Decision
from csu_tui.tui.app import CsuApp
from csu_tui.tui.news import DeskChanged
from tests.factories import clock_of, desks, import_reports, open_meeting, steps
from tests.tui.playing import Play, playing


def driven(folder: Path) -> tuple[Desk, Desk]:
    """Two desks at one database, the first driving a meeting on three reports."""
    first, second = desks(folder, "ellis", "amir")
    import_reports(first, {}, {}, {})
    open_meeting(first)
    return first, second


async def news(play: Play) -> None:
    """Let the screen know that somebody wrote, as the app's look once a second does."""
    play.app.screen.post_message(DeskChanged())
    await play.settle()


async def test_who_follows_is_told_who_drives(tmp_path: Path) -> None:
    _, second = driven(tmp_path)
    async with playing(second, (120, 40)) as play:
        assert "following ellis" in play.words
        assert "ellis drives this meeting; you follow it: t takes it over." in play.words


async def test_a_follower_goes_along_to_the_step_that_the_driver_reached(tmp_path: Path) -> None:
    first, second = driven(tmp_path)
    async with playing(second) as play:
        assert "1 of 3" in play.words
        first.reach(3)
        await news(play)
        assert "3 of 3" in play.words


async def test_a_follower_looks_around_without_moving_the_meeting(tmp_path: Path) -> None:
    first, second = driven(tmp_path)
    async with playing(second) as play:
        await play.press("n", "n")
        assert "3 of 3" in play.words
        meeting = first.meeting()
        assert meeting is not None
        assert meeting.step == 1


async def test_a_follower_decides_nothing(tmp_path: Path) -> None:
    first, second = driven(tmp_path)
    async with playing(second) as play:
        await play.press("1")
        assert "driven by ellis" in play.words
        assert [step.decision for step in steps(first)] == [None, None, None]


async def test_taking_over_asks_and_then_decides(tmp_path: Path) -> None:
    first, second = driven(tmp_path)
    async with playing(second) as play:
        await play.press("t", "y", "1")
        assert steps(first)[0].decision is Decision.TASK
        assert "following" not in play.words
        assert not first.drives()


async def test_leaving_lets_the_next_start_go_on_at_its_step(tmp_path: Path) -> None:
    first, second = driven(tmp_path)
    async with playing(first) as play:
        await play.press("n", "ctrl+q")
    async with playing(second) as play:
        assert "2 of 3" in play.words
        assert second.drives()


async def test_a_meeting_left_open_on_an_earlier_day_is_asked_about_and_n_goes_on(tmp_path: Path) -> None:
    first, _ = driven(tmp_path)
    clock_of(first).advance(days=1)
    async with playing(first) as play:
        assert "was left open" in play.words
        await play.press("n")
        assert "1 of 3" in play.words
        assert [step.decision for step in steps(first)] == [None, None, None]


async def test_a_meeting_left_open_ends_as_it_stood_with_the_rest_not_reached(tmp_path: Path) -> None:
    first, _ = driven(tmp_path)
    first.decide(steps(first)[0], Decision.FOR_INFORMATION)
    clock_of(first).advance(days=1)
    async with playing(first) as play:
        await play.press("y")
        assert [step.decision for step in steps(first)] == [
            Decision.FOR_INFORMATION,
            Decision.HOLD_OVER,
            Decision.HOLD_OVER,
        ]
        assert {step.reason for step in steps(first)[1:]} == {"not reached"}
        assert "ENDING THE MEETING" in play.words


async def test_a_meeting_of_today_is_gone_on_with_unasked(tmp_path: Path) -> None:
    first, _ = driven(tmp_path)
    async with playing(first) as play:
        assert isinstance(play.app, CsuApp)
        assert play.on == "MeetingScreen"
        assert "left open" not in play.words
