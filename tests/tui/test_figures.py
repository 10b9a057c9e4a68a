"""The Figures screen by keys: any span, the records behind each figure, pictures, files, an empty unit."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from csu_tui.domain.figure import Figures
from csu_tui.domain.span import Span, read_month, read_year
from csu_tui.tui.screens.counting import CountingScreen
from csu_tui.tui.screens.figures import FiguresScreen
from tests.desk.figured import NOON, Unit, busy
from tests.factories import HOSTILE, PLANTED, make_desk
from tests.tui.playing import Play, playing

SIZES = ((80, 24), (120, 40), (60, 18))


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Unit]:
    made = busy(tmp_path)
    made.run("UPDATE agency SET short = ?", HOSTILE)
    yield made
    made.desk.close()


async def press(play: Play, *keys: str) -> None:
    """Press keys, each until what it asked for is counted and drawn."""
    for key in keys:
        await play.press(key)
        while isinstance(play.app.screen, CountingScreen) and play.app.screen.counting:
            await play.app.workers.wait_for_complete()
            await play.settle()


def shown(play: Play) -> FiguresScreen:
    assert isinstance(play.app.screen, FiguresScreen)
    return play.app.screen


@pytest.mark.parametrize("size", SIZES)
async def test_f6_opens_on_the_year_that_is_reported_on(unit: Unit, size: tuple[int, int]) -> None:
    async with playing(unit.desk, size) as play:
        await press(play, "f6")
        assert "2021-22" in play.screen
        assert "3 taskings: all actions taken forward but 1 (1 open)" in play.words
        assert shown(play).span == read_year("2021-22")
        (line,) = [line for line in play.screen.splitlines() if "▶ Daily taskings" in line]
        assert line.split()[3:6] == ["3", "1", "+2"]
        assert "with at least one action made" in play.words
        assert not [word for word in PLANTED if word in play.screen]
        assert "x page to a file c CSV" in play.words


async def test_enter_shows_the_very_records_and_then_the_report(unit: Unit) -> None:
    async with playing(unit.desk) as play:
        await press(play, "f6", "enter")
        assert "3 records" in play.words
        assert "Sensitive concern" in play.words
        assert "Domestic Abuse" not in play.words
        await press(play, "down", "enter")
        assert (play.on, "R2" in play.screen) == ("ReportScreen", True)
        assert not [word for word in PLANTED if word in play.screen]
        await press(play, "escape", "b")
        assert "1 record " in play.words
        await press(play, "escape")
        assert play.on == "FiguresScreen"


async def test_a_long_record_ends_in_an_ellipsis_beside_the_scroll_bar(unit: Unit) -> None:
    unit.run("UPDATE agency SET short = ?", "Agency" * 9)
    meeting = unit.meeting(f"2021-07-01{NOON}")
    for _ in range(12):
        unit.action(unit.report(street="The Very Long Street of the Estate by the Rivers", locality="Swanley"), meeting)
    async with playing(unit.desk) as play:
        await press(play, "f6", "enter")
        lines = [line for line in play.screen.splitlines() if "The Very Long Street" in line]
        assert lines
        assert {line[78] for line in lines} == {"…"}


async def test_a_group_s_record_opens_the_group(unit: Unit) -> None:
    async with playing(unit.desk) as play:
        await press(play, "f6")
        screen = shown(play)
        assert screen.figures is not None
        at = [one.name for one in screen.figures.figures].index("groups")
        await press(play, *("down",) * at, "enter", "enter")
        assert (play.on, "T1" in play.screen) == ("GroupScreen", True)
        assert not [word for word in PLANTED if word in play.screen]


async def test_spans_are_changed_by_keys(unit: Unit) -> None:
    async with playing(unit.desk) as play:
        await press(play, "f6", "left")
        assert shown(play).figures.span == read_year("2020-21")  # type: ignore[union-attr]
        await press(play, "right", "right")
        assert shown(play).span == read_year("2022-23")
        await press(play, "m")
        assert shown(play).span == read_month("2022-04")
        await press(play, "y")
        assert shown(play).span == read_year("2022-23")
        await press(play, "d", *"june 2021", "enter")
        assert shown(play).span == read_month("2021-06")
        assert "3 taskings" in play.words
        await press(play, "d", *"15/6/2021", "enter", *"16/6/2021", "enter")
        assert shown(play).span.days == 2  # type: ignore[union-attr]
        assert "3 taskings" in play.words


async def test_dates_the_wrong_way_round_are_refused_in_the_dialog(unit: Unit) -> None:
    async with playing(unit.desk) as play:
        await press(play, "f6", "d", *"16/6/2021", "enter", *"15/6/2021", "enter")
        assert "give the first day first" in play.words
        await press(play, "escape", "escape", "escape")
        assert shown(play).span == read_year("2021-22")


async def test_the_arrow_stays_at_its_figure_in_another_span(unit: Unit) -> None:
    async with playing(unit.desk) as play:
        await press(play, "f6", *("down",) * 8)
        before = shown(play).here
        await press(play, "left")
        after = shown(play).here
        assert before is not None
        assert after is not None
        assert before.name == after.name


@pytest.mark.parametrize("size", SIZES)
async def test_each_picture_has_its_numbers_beside_it(unit: Unit, size: tuple[int, int]) -> None:
    async with playing(unit.desk, size) as play:
        await press(play, "f6", "p")
        assert "TASKINGS MONTH BY MONTH" in play.screen
        (line,) = [line for line in play.screen.splitlines() if line.strip().startswith("Jun 2021")]
        assert line.split()[:4] == ["Jun", "2021", "3", "1"]
        for digit, title in enumerate(
            ("REPORTS BY CATEGORY", "ACTIONS BY AGENCY", "WHEN REPORTS COME IN", "DAYS TO FIRST", "THE BUSIEST PLACES"),
            2,
        ):
            await press(play, str(digit))
            assert title in play.screen
        await press(play, "right")
        assert "TASKINGS MONTH BY MONTH" in play.screen
        await press(play, "escape", "3")
        assert "ACTIONS BY AGENCY" in play.screen


async def test_a_page_and_csv_go_to_the_minutes_folder_never_over_another(unit: Unit) -> None:
    folder = unit.desk.path.parent / "minutes"
    async with playing(unit.desk) as play:
        await press(play, "f6", "x", "x", "c")
        assert "Written to" in play.words
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["Figures 2021-22 (2).md", "Figures 2021-22.csv", "Figures 2021-22.md"]
    assert (folder / "Figures 2021-22.md").read_text(encoding="utf-8").startswith("# Daily tasking, 2021-22")


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_unit_has_figures_of_nothing(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = make_desk(tmp_path)
    async with playing(desk, size) as play:
        await press(play, "f6")
        assert "No report was decided in this span." in play.words
        assert "✓" not in play.screen
        await press(play, "enter")
        assert "No record in this span" in play.words
        await press(play, "escape", "p")
        assert "Nothing to draw" in play.words
        await press(play, "4")
        assert "Nothing to draw" in play.words
    desk.close()


async def test_a_long_count_leaves_the_keys_free(unit: Unit, monkeypatch: pytest.MonkeyPatch) -> None:
    counted, figures = Event(), unit.desk.figures

    def slowly(span: Span) -> Figures:
        counted.wait(10)
        return figures(span)

    monkeypatch.setattr(unit.desk, "figures", slowly)
    async with playing(unit.desk) as play:
        try:
            await play.press("f6")
            assert "Counting…" in play.screen
            await play.press("left")
            assert "2020-21" in play.screen
            assert "counting…" in play.screen
        finally:
            counted.set()
        await press(play, "home")
        assert shown(play).figures.span == read_year("2020-21")  # type: ignore[union-attr]
        assert "ounting…" not in play.screen


async def test_what_somebody_records_meanwhile_is_counted(unit: Unit) -> None:
    async with playing(unit.desk) as play:
        await press(play, "f6")
        unit.action(unit.report(), unit.meeting(f"2021-07-01{NOON}"))
        play.app._poll()
        await press(play, "down")
        assert "4 taskings" in play.words


async def test_the_palette_and_help_know_the_figures(unit: Unit) -> None:
    async with playing(unit.desk) as play:
        await press(play, "ctrl+p", *"figures of", "enter")
        assert play.on == "FiguresScreen"
        await press(play, "question_mark")
        assert "any two dates" in play.words
