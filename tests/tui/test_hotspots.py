"""Hotspots before the meeting, as a list, and their reports."""

from dataclasses import replace
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.stroke import ReportEdit
from tests.factories import HOSTILE, PLANTED, SENSITIVE, import_reports, make_desk, row
from tests.tui.playing import SIZES, playing

BOTH = SIZES[:2]


def pile(count: int, postcode: str = "BR8 1AA", month: str = "03", **more: str) -> tuple[dict[str, str], ...]:
    """Return so many reports of one place, a day each from the tenth on."""
    return tuple(row(received=f"{10 + n}/{month}/2022 10:00", postcode=postcode, **more) for n in range(count))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A unit with a rising hotspot of seven, one of them sensitive, and a falling one of five; one report waits."""
    desk = make_desk(tmp_path)
    hidden = pile(1, **SENSITIVE, street="Refuge Close")
    import_reports(desk, *pile(6), *hidden, *pile(2, month="02"), history=True)
    import_reports(desk, *pile(5, "BR8 2AA", street="High Street"), *pile(6, "BR8 2AA", "02"), history=True)
    import_reports(desk, {"postcode": "BR8 9AA"})
    return desk


@pytest.mark.parametrize("size", SIZES)
async def test_what_waits_comes_first_then_hotspots_with_their_trend_in_words(
    desk: Desk, size: tuple[int, int]
) -> None:
    async with playing(desk, size) as play:
        assert "1 REPORT WAITS" in play.words
        assert "Enter opens the meeting" in play.words
        await play.press(*["down"] * 12)
        assert "7 Mill Lane, Swanley BR8 rising, 2 before" in play.words
        assert "5 High Street, Swanley BR8 falling, 6 before" in play.words
        assert not [word for word in PLANTED if word in play.words]


async def test_unit_without_hotspots_is_not_told_of_any(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk)
    async with playing(desk) as play:
        assert "Hotspots of" not in play.words
        await play.press("s")
        assert "No place is over the threshold" in play.words
        await play.press("enter")
        assert play.on == "HotspotsScreen"


async def test_more_than_five_are_counted(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, *(one for n in range(7) for one in pile(5, f"BR8 {n}AA")), history=True)
    async with playing(desk, (120, 40)) as play:
        assert "and 2 more: s lists them all" in play.words
        await play.press("s")
        assert "7 HOTSPOTS IN 28 DAYS" in play.words


@pytest.mark.parametrize("size", BOTH)
async def test_s_lists_them_enter_shows_the_reports_and_enter_again_one_of_them(
    desk: Desk, size: tuple[int, int]
) -> None:
    async with playing(desk, size) as play:
        await play.press("s")
        assert "2 HOTSPOTS IN 28 DAYS" in play.words
        assert "▶ 7 Mill Lane" in play.words
        await play.press("enter")
        assert "7 reports in 28 days, 2 in the 28 before: rising" in play.words
        assert "1 of them sensitive, not listed" in play.words
        assert "Refuge Close" not in play.words
        await play.press("enter")
        assert play.on == "ReportScreen"
        await play.press("escape", "escape", "escape")
        assert play.on == "OpeningScreen"


async def test_hostile_words_in_a_hotspot_are_drawn_harmless(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    *_, newest = import_reports(desk, *pile(5))
    seen = desk.report(newest, private=True).report
    desk.edit_report(seen, ReportEdit(place=replace(seen.place, street=HOSTILE)))
    async with playing(desk) as play:
        await play.press("s", "enter")
        assert "[ALPHA-1]" in play.words
        assert "\x1b" not in play.words
        assert not [word for word in PLANTED if word in play.words]
