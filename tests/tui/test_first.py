"""The first questions on the screen: each may wait, none is lost (SPEC 4.6)."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from tests.factories import agency, close, import_reports, make_desk, open_meeting
from tests.tui.playing import SIZES, Play, playing

FIRST = "First questions"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = make_desk(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def other(tmp_path: Path, desk: Desk) -> Iterator[Desk]:
    """A second person, at the database of a unit that has sat."""
    import_reports(desk, {})
    desk.add_officer(agency(desk, 1), "PC Amir")
    open_meeting(desk)
    close(desk)
    opened = make_desk(tmp_path, login="smith", create=False)
    yield opened
    opened.close()


@asynccontextmanager
async def starting(desk: Desk, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Play]:
    """Start the screens as the command does, the questions with them."""
    async with playing(desk, size) as play:
        play.app.ask_first()
        await play.settle()
        yield play


@pytest.mark.parametrize("size", SIZES)
async def test_a_new_unit_answers_three_questions_and_is_not_asked_again(desk: Desk, size: tuple[int, int]) -> None:
    async with starting(desk, size) as play:
        assert "three questions" in play.words
        await play.press(*"Vale CSU", "enter", *"Ann Ellis", "enter", "3")
        assert "This is Vale CSU. You are Ann Ellis of DC ASB." in play.words
        play.app.ask_first()
        await play.settle()
        assert play.on == "OpeningScreen"
    assert desk.unit().unit == "Vale CSU"
    assert (desk.me().name, desk.me().agency) == ("Ann Ellis", "DC ASB")


@pytest.mark.parametrize("keys", [("enter", "enter", "enter"), ("escape",), (*"Ann", "escape", "escape")])
async def test_all_three_may_wait_and_nothing_is_changed(desk: Desk, keys: tuple[str, ...]) -> None:
    async with starting(desk) as play:
        await play.press(*keys)
        assert "Later, then" in play.words
        await play.press("enter")
        assert "Roll call" in play.words
    assert desk.officers() == ()
    assert not desk.to_ask()


@pytest.mark.parametrize("size", SIZES)
async def test_a_unit_that_has_taken_reports_in_is_new_all_the_same(desk: Desk, size: tuple[int, int]) -> None:
    import_reports(desk, {}, {})
    async with starting(desk, size) as play:
        assert "three questions" in play.words


@pytest.mark.parametrize("size", SIZES)
async def test_a_second_person_is_asked_who_they_are_and_no_more(other: Desk, size: tuple[int, int]) -> None:
    async with starting(other, size) as play:
        assert "Who are you?" in play.words
        assert "Escape leaves all" in play.words
        assert "three questions" not in play.words
        await play.press(*"pc amir")
        assert "PC Amir of Police CSU is on the list: that is you." in play.words
        await play.press("enter")
        assert "▶ Agency Police" in play.words
        await play.press("enter")
        assert "You are PC Amir of Police CSU, who was on the list." in play.words
    assert other.me().login == "smith"


async def test_who_has_told_f3_already_is_not_asked_again(other: Desk) -> None:
    async with playing(other) as play:
        play.app.memory.keep("Police CSU", "PC Amir")
        play.app.ask_first()
        await play.settle()
        assert play.on == "OpeningScreen"


async def test_what_was_put_off_is_asked_by_the_palette_until_it_is_answered(desk: Desk) -> None:
    async with starting(desk) as play:
        await play.press("escape", "ctrl+p", *FIRST, "enter")
        assert "three questions" in play.words
        await play.press(*"Vale CSU", "enter", "enter", "enter")
        assert "This is Vale CSU." in play.words
        await play.press("ctrl+p", *FIRST, "enter")
        assert "Who are you?" in play.words
        await play.press(*"Ann", "enter", "enter")
        assert FIRST not in [command.words.partition(":")[0] for command in play.app.places()]
    assert (desk.unit().unit, desk.me().name) == ("Vale CSU", "Ann")


async def test_a_name_that_cannot_be_kept_is_refused_where_it_was_typed(desk: Desk) -> None:
    async with starting(desk) as play:
        await play.press("enter", *("n" * 81), "enter")
        assert "too long: at most 80" in play.words
        await play.press("backspace", "enter", "enter")
    assert desk.me().name == "n" * 80


async def test_a_refusal_asks_again_with_what_was_typed(other: Desk, desk: Desk) -> None:
    async with starting(other) as play:
        await play.press(*"Ann Ellis", "enter")
        desk.start_unit(name="Ann Ellis")
        await play.press("enter")
        assert "Ann Ellis of DC Safety is the user ellis" in play.words
        assert "Your name › Ann Ellis" in play.words
        await play.press(*" jun", "enter", "enter")
        assert "You are Ann Ellis jun of DC Safety." in play.words
    assert {one.name: one.login for one in desk.officers()}["Ann Ellis jun"] == "smith"


async def test_markup_in_a_name_is_only_a_name(desk: Desk) -> None:
    async with starting(desk) as play:
        await play.press(*"[/x] $x", "enter", *"[@click=app.quit]q[/]", "enter", "enter")
        assert "This is [/x] $x. You are [@click=app.quit]q[/] of DC Safety." in play.words
    assert desk.me().name == "[@click=app.quit]q[/]"
