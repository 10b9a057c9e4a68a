"""Reviewing an action that is due, by keys."""

import re
from pathlib import Path

import pytest

from csu_tui.domain.words import ActionStatus, Review
from csu_tui.tui.screens.duties import WIDE
from tests.factories import SENSITIVE, open_meeting, steps
from tests.tui.duties import office
from tests.tui.playing import SIZES, Play, playing
from tests.tui.sitting import BOTH, item, reviewing


@pytest.mark.parametrize("size", SIZES)
async def test_a_due_action_says_whose_it_is_what_and_how_late(tmp_path: Path, size: tuple[int, int]) -> None:
    async with playing(reviewing(tmp_path, (1, "patrol")), size) as play:
        assert "Police CSU" in play.words
        assert "patrol" in play.words
        assert "due Wed 30 Mar" in play.words
        assert "overdue" in play.words
        assert "NUISANCE BIKES" in play.words


@pytest.mark.parametrize(
    ("key", "status", "review"),
    [
        ("d", ActionStatus.DONE, Review.DONE),
        ("b", ActionStatus.NOT_POSSIBLE, Review.NOT_POSSIBLE),
        ("k", ActionStatus.NOT_UNDERTAKEN, Review.NOT_UNDERTAKEN),
    ],
)
async def test_an_action_ends_with_one_line_of_outcome(
    tmp_path: Path, key: str, status: ActionStatus, review: Review
) -> None:
    desk = reviewing(tmp_path, (1, "patrol"))
    async with playing(desk) as play:
        await play.press(key, "1")
        assert item(desk, 1).actions[0].status is status
        assert steps(desk)[0].review is review
        assert review.value in play.words


async def test_finishing_a_visit_writes_the_one_contact(tmp_path: Path) -> None:
    desk = reviewing(tmp_path, (1, "visit"))
    async with playing(desk) as play:
        await play.press("d", "1", "y")
        assert [(one.means.value, one.reached) for one in item(desk, 1).contacts] == [("visit", True)]


async def test_carried_over_with_date_and_reason(tmp_path: Path) -> None:
    desk = reviewing(tmp_path, (1, "patrol"))
    async with playing(desk) as play:
        await play.press("o", "plus", "3", "enter", "1")
        assert steps(desk)[0].review is Review.CARRIED_OVER
        assert "carried over" in play.words


async def test_upper_case_o_carries_over_all_of_the_agency_and_lower_case_one(tmp_path: Path) -> None:
    desk = reviewing(tmp_path, (1, "patrol"), (1, "patrol"), (4, "patrol"))
    async with playing(desk) as play:
        await play.press("O", "plus", "1", "enter", "1")
        assert [step.review for step in steps(desk)[:3]] == [Review.CARRIED_OVER, Review.CARRIED_OVER, None]


async def test_handed_over_to_another_agency(tmp_path: Path) -> None:
    desk = reviewing(tmp_path, (1, "patrol"))
    async with playing(desk) as play:
        await play.press("a", "4", "1")
        assert item(desk, 1).actions[0].agency == "Wardens"
        assert steps(desk)[0].review is Review.HANDED_OVER


async def test_the_words_of_an_action_edited(tmp_path: Path) -> None:
    desk = reviewing(tmp_path, (1, "patrol"))
    async with playing(desk) as play:
        await play.press("e", "tab", *"twice", "ctrl+s")
        assert item(desk, 1).actions[0].text == "twice"
        assert "twice" in play.words


async def test_a_digit_on_an_action_decides_nothing_and_says_so(tmp_path: Path) -> None:
    desk = reviewing(tmp_path, (1, "patrol"))
    async with playing(desk) as play:
        await play.press("1")
        assert "this is an action" in play.words
        assert len(item(desk, 1).actions) == 1


def agenda_rows(play: Play) -> list[str]:
    """Return the rows of actions that the agenda's list shows, without frame and arrow."""
    return [row[4:].strip("│ ") for row in play.screen.splitlines() if re.match(r"│.{3}A\d", row)]


async def test_the_agenda_says_which_of_an_agencys_actions_each_is(tmp_path: Path) -> None:
    desk = office(tmp_path, (1, "patrol", {}), (1, "visit", {"category": "Noise", "street": "Elm Close"}))
    open_meeting(desk)
    async with playing(desk) as play:
        await play.press("tab")
        first, second = agenda_rows(play)
    assert ("Nuisance Bikes · Mill Lane" in first, first.endswith("patrol")) == (True, True)
    assert ("Noise · Elm Close" in second, second.endswith("visit")) == (True, True)
    assert first.index("Nuisance") == second.index("Noise")


@pytest.mark.parametrize("size", BOTH)
async def test_of_a_sensitive_reports_action_the_agenda_says_neither_kind_nor_street(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    desk = office(tmp_path, (1, "Prevent", SENSITIVE))
    open_meeting(desk)
    async with playing(desk, size) as play:
        if size[0] < WIDE:
            await play.press("tab")
        (row,) = (row[:36] if size[0] >= WIDE else row for row in agenda_rows(play))
    assert "Sensitive " in row
    assert "Prevent" not in row
    assert "Mill" not in row


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_heard_of_an_action_stays_at_the_end_of_its_row(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = office(tmp_path, (1, "patrol", {}))
    open_meeting(desk)
    async with playing(desk, size) as play:
        await play.press("k", "1", *(["tab"] if size[0] < WIDE else []))
        assert "not undertaken" in agenda_rows(play)[0]
