"""Search by keys: found as one types, opened with Enter, and nothing shown that a room may not read."""

from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from tests.factories import NAME, PLANTED, SECRET, SENSITIVE, import_reports, make_desk
from tests.tui.playing import SIZES, playing
from tests.tui.sitting import BOTH, reports, sitting

BIKES = {"reference": "46-0871-22", "title": "Two off-road bikes", "text": "Ridden on the footpath."}
NOISE = {"category": "Noise", "street": "High Street", "title": "Drums", "received": "30/03/2022 22:10"}


def unit(folder: Path) -> Desk:
    desk = make_desk(folder)
    import_reports(desk, BIKES, SENSITIVE, NOISE)
    return desk


@pytest.mark.parametrize("size", BOTH)
async def test_what_is_typed_is_found_at_once_and_enter_opens_the_record(tmp_path: Path, size: tuple[int, int]) -> None:
    async with playing(unit(tmp_path), size) as play:
        await play.press("f5", *"drum")
        assert play.on == "SearchScreen"
        assert "R3" in play.words
        assert "R1" not in play.words
        assert "1 found" in play.words
        await play.press("enter")
        assert play.on == "ReportScreen"
        assert "NOISE" in play.words


async def test_arrows_move_while_one_types(tmp_path: Path) -> None:
    async with playing(unit(tmp_path)) as play:
        await play.press("f5", *"swanley", "down")
        assert "2 of 3" in play.words
        await play.press("enter", "escape", "space")
        assert play.on == "SearchScreen"
        assert "swanley " in play.screen


async def test_the_words_found_are_shown_under_the_report(tmp_path: Path) -> None:
    async with playing(unit(tmp_path)) as play:
        await play.press("f5", *"footpa")
        assert "Ridden on the footpath." in play.words


async def test_slash_in_the_meeting_opens_search_above_it_and_escape_comes_back_to_the_step(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {}, {}, {})
    async with playing(desk) as play:
        await play.press("n", "slash", *f"R{reports(desk)[2].report_id}")
        assert play.on == "SearchScreen"
        assert "1 found" in play.words
        await play.press("enter", "escape", "escape", "escape")
        assert play.on == "MeetingScreen"
        assert "2 of 3" in play.words


async def test_escape_clears_what_was_typed_then_leaves(tmp_path: Path) -> None:
    async with playing(unit(tmp_path)) as play:
        await play.press("f5", *"drums", "escape")
        assert play.on == "SearchScreen"
        assert "R3" not in play.words
        await play.press("escape")
        assert play.on == "OpeningScreen"


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_line_says_what_can_be_typed(tmp_path: Path, size: tuple[int, int]) -> None:
    async with playing(unit(tmp_path), size) as play:
        await play.press("f5")
        for words in ("swan*", "R1042", "agency:wardens", "from:1/3"):
            assert words in play.words


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("zither", "No report is found"),
        ("z", "One letter is too little"),
        ("from:soon ", "is not a date"),
        ("drums agency:wardns", "Nothing has agency:wardns — check the filter."),
    ],
)
async def test_where_nothing_is_found_the_screen_says_why(tmp_path: Path, typed: str, said: str) -> None:
    async with playing(unit(tmp_path)) as play:
        await play.press("f5", *("space" if sign == " " else sign for sign in typed))
        assert said in play.words
        assert play.words.count("in PRIVATE only") == 1
        assert ("0 found" in play.words) == (said.startswith("No"))
        await play.press("enter")
        assert play.on == "SearchScreen"


@pytest.mark.parametrize("size", BOTH)
@pytest.mark.parametrize("typed", ["plantagenet", "765432", "narrative", "domestic"])
async def test_names_and_sensitive_words_are_not_searched_in_shared_and_that_is_said(
    tmp_path: Path, size: tuple[int, int], typed: str
) -> None:
    async with playing(unit(tmp_path), size) as play:
        await play.press("f5", *typed)
        assert "in PRIVATE only: F7" in play.words
        assert "No report is found" in play.words


@pytest.mark.parametrize("size", BOTH)
async def test_what_is_found_in_shared_shows_nothing_personal(tmp_path: Path, size: tuple[int, int]) -> None:
    async with playing(unit(tmp_path), size) as play:
        await play.press("f5", *"mill", "down", "down")
        for planted in PLANTED:
            assert planted not in play.words
        await play.press("enter")
        for planted in PLANTED:
            assert planted not in play.words


async def test_private_searches_names_and_shows_them_until_shared_again(tmp_path: Path) -> None:
    desk = unit(tmp_path)
    async with playing(desk) as play:
        await play.press("f5", *"plantagenet", "f7", "y")
        assert NAME in play.words
        assert "too" in play.words
        await play.press(*("backspace" for _ in "plantagenet"), *"planted")
        assert SECRET in play.words
        await play.press("f7")
        assert SECRET not in play.words
        assert "No report is found" in play.words
    assert [change.what for change in desk.changes("screens")] == ["look: PRIVATE screens"]


async def test_what_somebody_else_takes_in_is_found_too(tmp_path: Path) -> None:
    desk = unit(tmp_path)
    async with playing(desk) as play:
        await play.press("f5", *"xylo")
        assert "No report is found" in play.words
        import_reports(make_desk(tmp_path, desk._clock, "sam", create=False), {"title": "Xylophones"})
        play.app._poll()
        await play.settle()
        assert "Xylophones" in play.words
