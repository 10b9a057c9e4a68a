"""Walking the agenda: one key a step, at once, resumed where it was."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual import events

from csu_tui.desk.desk import Desk
from csu_tui.domain.agenda import Step
from csu_tui.domain.stroke import Said
from csu_tui.domain.words import ActionStatus, Decision
from tests.factories import make_desk, step_of, steps
from tests.tui.playing import SIZES, Play, playing
from tests.tui.sitting import BOTH, MORNING, burst, item, owners, reports, reviewing, send, sitting

MANY = tuple({"street": f"Road {number}", "postcode": ""} for number in range(20))


@pytest.mark.parametrize("size", BOTH)
async def test_a_routine_report_costs_two_keys(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = sitting(tmp_path, {}, {})
    async with playing(desk, size) as play:
        await play.press("1", "n")
        assert steps(desk)[0].decision is Decision.TASK
        assert "2 of 2" in play.words
        assert desk.meeting().step == 2  # type: ignore[union-attr]


@pytest.mark.parametrize("size", BOTH)
async def test_a_burst_of_twenty_lands_each_digit_on_its_own_report(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = sitting(tmp_path, *MANY)
    short = {one.digit: one.short for one in desk.agencies()}
    digits = [number % 9 + 1 for number in range(20)]
    async with burst(desk, "n".join(map(str, digits)), size) as play:
        assert [step.owners for step in steps(desk)] == [(short[digit],) for digit in digits]
        assert "20 of 20" in play.words
        assert desk.meeting().step == 20  # type: ignore[union-attr]


async def test_no_decision_of_a_burst_is_saved_before_the_step_that_it_was_made_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = sitting(tmp_path, *MANY)
    saved: list[tuple[int, int]] = []
    task = desk.task

    def tasked(step: Step, *rest: Any, **more: Any) -> Said:
        said = task(step, *rest, **more)
        saved.append((step.number, desk.meeting().step))  # type: ignore[union-attr]
        return said

    monkeypatch.setattr(desk, "task", tasked)
    async with burst(desk, "1n" * 20, (80, 24)):
        assert len(saved) == 20
    assert [number for number, standing in saved if standing < number] == []


async def test_a_burst_that_opens_a_dialog_gives_it_the_next_key(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {}, {})
    async with burst(desk, "x1n2"):
        assert [step.decision for step in steps(desk)] == [Decision.NO_FURTHER_ACTION, Decision.TASK]
        assert steps(desk)[0].reason == "advice given"
        assert owners(desk, 1) == ()


async def test_the_meeting_resumes_at_its_step(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {}, {}, {})
    async with playing(desk) as play:
        await play.press("n", "n")
    async with playing(desk) as play:
        assert "3 of 3" in play.words


async def test_next_on_the_last_step_asks_the_checklist_which_leads_back(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {}, {})
    async with playing(desk) as play:
        await play.press("n", "n")
        assert play.on == "ChecklistScreen"
        await play.press("enter")
        assert play.on == "MeetingScreen"
        assert "1 of 2" in play.words


async def test_u_goes_to_the_next_undecided_and_past_one_that_is_still_being_saved(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {}, {}, {})
    async with burst(desk, "1u") as play:
        assert "2 of 3" in play.words
        send(play, "n2u")
        await play.settle()
        assert "2 of 3" in play.words
        await play.press("3", "u")
        assert "Everything is settled" in play.words


async def test_brackets_walk_agency_by_agency_and_then_to_the_reports(tmp_path: Path) -> None:
    desk = reviewing(tmp_path, (1, "patrol"), (1, "visit"), (4, "patrol"))
    numbers = [step.number for step in steps(desk) if step.agency == steps(desk)[0].agency]
    async with playing(desk) as play:
        await play.press("right_square_bracket")
        assert f"{len(numbers) + 1} of 4" in play.words
        await play.press("right_square_bracket")
        assert "4 of 4" in play.words
        await play.press("left_square_bracket", "left_square_bracket")
        assert "1 of 4" in play.words


@pytest.mark.parametrize("size", SIZES)
async def test_decision_and_feedback_stay_in_sight_of_a_long_text(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = sitting(tmp_path, {"title": "Long", "text": "word " * 5000})
    async with playing(desk, size) as play:
        assert "DECISION" in play.screen
        assert "FEEDBACK" in play.screen
        assert "more lines" in play.words
        before = play.screen
        await play.press("pagedown")
        assert play.screen != before
        assert "DECISION" in play.screen


async def test_a_text_too_long_to_draw_is_cut_and_says_so(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {"title": "Long", "text": "x" * 30_000})
    async with playing(desk, (120, 40)) as play:
        await play.press(*["pagedown"] * 40)
        assert "20000" in play.screen.replace(",", "")


async def test_at_80_columns_tab_opens_the_list_and_leaves_it(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {}, {})
    async with playing(desk) as play:
        assert "2 undecided" in play.words
        await play.press("tab")
        assert "Agenda" in play.screen
        assert "DECISION" not in play.screen
        await play.press("tab")
        assert "DECISION" in play.screen


async def test_a_click_in_the_list_goes_there(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {}, {}, {})
    async with playing(desk, (120, 40)) as play:
        row = next(at for at, line in enumerate(play.screen.splitlines()) if f"R{reports(desk)[2].report_id}" in line)
        await play.pilot.click(offset=(8, row))
        await play.settle()
        assert "3 of 3" in play.words


async def test_a_key_that_means_nothing_here_says_so_and_changes_nothing(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {})
    async with playing(desk) as play:
        for key in ("d", "k", "o", "O", "q", "enter"):
            await play.press(key)
            assert len(notice(play.screen)) > 10, key
        assert steps(desk)[0].decision is None


def notice(screen: str) -> str:
    """The line above the footer."""
    return " ".join(screen.splitlines()[-4:-2]).strip()


async def test_alt_and_a_letter_is_escape_and_the_letter(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {}, {})
    async with playing(desk) as play:
        play.app.post_message(events.Key("alt+n", "n"))
        await play.settle()
        assert "2 of 2" in play.words


async def until(play: Play, words: str) -> None:
    """Wait until the screen says so, or fail after three seconds."""
    for _ in range(60):
        if words in play.words:
            return
        await play.pilot.pause(0.05)
    raise AssertionError(play.screen)


async def test_what_an_officer_writes_elsewhere_is_followed(tmp_path: Path) -> None:
    desk = reviewing(tmp_path, (1, "patrol"))
    other = make_desk(tmp_path, MORNING, login="amir", create=False)
    async with playing(desk, (120, 40)) as play:
        other.redate(item(other, 1).actions[0], date(2022, 4, 8), "visit booked")
        await until(play, "by Fri 8 Apr")


async def test_a_clash_names_the_other_and_the_words_typed_are_kept(tmp_path: Path) -> None:
    desk = reviewing(tmp_path, (1, "patrol"), (4, "patrol"))
    other = make_desk(tmp_path, MORNING, login="amir", create=False)
    async with playing(desk) as play:
        await play.press("d", *"all", "space", *"quiet")
        other.redate(item(other, 1).actions[0], date(2022, 4, 8), "visit booked")
        await play.press("enter")
        assert item(desk, 1).actions[0].status is ActionStatus.OPEN
        await until(play, "all quiet")
        await play.press("enter")
        assert item(desk, 1).actions[0].outcome == "all quiet"


async def test_a_meeting_ended_elsewhere_is_left(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {})
    other = make_desk(tmp_path, login="amir", create=False)
    async with playing(desk) as play:
        other.take_over()
        other.decide(steps(other)[0], Decision.FOR_INFORMATION)
        other.close_meeting()
        await until(play, "before the meeting")
        assert play.on == "OpeningScreen"


async def test_a_report_taken_in_meanwhile_keeps_the_step_on_screen(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {}, {})
    async with playing(desk) as play:
        await play.press("n")
        first: Desk = desk
        await play.press("1")
        assert item(first, 2).actions
        assert step_of(first, steps(first)[1].report_id).number == 2
        assert "2 of 2" in play.words
