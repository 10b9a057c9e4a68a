"""What works on every screen: SHARED and PRIVATE, the blank screen, the palette, small windows, leaving."""

import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from textual import on
from textual.pilot import Pilot
from textual.screen import Screen

from csu_tui.desk.desk import Desk
from csu_tui.domain.errors import RuleError, StaleError
from csu_tui.tui.app import CsuApp
from csu_tui.tui.queue import WriteQueue
from tests.factories import import_reports, make_desk, open_meeting
from tests.tui.playing import playing


class Listener(Screen[None]):
    """Keeps what became of its writes: tag, result or sentence, how many were left."""

    def __init__(self, heard: list[tuple[object, object, int]]) -> None:
        super().__init__()
        self.heard = heard

    @on(WriteQueue.Saved)
    def saved(self, message: WriteQueue.Saved) -> None:
        self.heard.append((message.tag, message.result, message.left))

    @on(WriteQueue.Refused)
    def refused(self, message: WriteQueue.Refused) -> None:
        self.heard.append((message.tag, (message.sentence, message.stale), message.left))


async def test_the_screens_start_shared_and_private_is_asked_for_first(tmp_path: Path) -> None:
    async with playing(make_desk(tmp_path)) as play:
        assert "SHARED" in play.screen.splitlines()[0]
        await play.press("f7")
        assert not play.app.private
        await play.press("enter")
        assert not play.app.private
        await play.press("y")
        assert play.app.private
        assert "PRIVATE" in play.screen.splitlines()[0]


async def test_private_is_recorded_before_anything_is_shown(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    async with playing(desk) as play:
        await play.press("f7", "y")
        assert [change.what for change in desk.changes("screens")] == ["look: PRIVATE screens"]


async def test_where_nothing_can_be_recorded_private_is_refused(tmp_path: Path) -> None:
    make_desk(tmp_path).close()
    async with playing(make_desk(tmp_path, create=False, read_only=True)) as play:
        await play.press("f7")
        assert not play.app.private
        assert "read-only" in play.words


async def test_shared_comes_back_at_once(tmp_path: Path) -> None:
    async with playing(make_desk(tmp_path)) as play:
        await play.press("f7", "y", "f7")
        assert not play.app.private
        assert "SHARED" in play.screen.splitlines()[0]


async def test_f8_leaves_nothing_readable_and_any_key_brings_it_back_without_doing_anything_else(
    tmp_path: Path,
) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk)
    async with playing(desk) as play:
        await play.press("f8")
        assert play.screen.strip() == ""
        await play.press("enter")
        assert "1 REPORT WAITS" in play.words
        assert play.on == "OpeningScreen"


@pytest.mark.parametrize("size", [(59, 24), (80, 17), (20, 5), (7, 3), (5, 2), (3, 1), (1, 1)])
async def test_a_window_too_small_asks_for_a_larger_one_and_comes_back(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk)
    async with playing(desk) as play:
        await play.pilot.resize_terminal(*size)
        await play.settle()
        assert play.on == "SmallScreen"
        if size[0] >= 22:
            assert f"make the window larger: at least 60×18 (it is {size[0]}×{size[1]})" in play.words
        await play.press("enter")
        await play.pilot.resize_terminal(80, 24)
        await play.settle()
        assert play.on == "OpeningScreen"
        assert "1 REPORT WAITS" in play.words


async def test_what_came_of_a_write_waits_until_the_screen_is_no_longer_blank(tmp_path: Path) -> None:
    heard: list[tuple[object, object, int]] = []
    async with playing(make_desk(tmp_path)) as play:
        screen = Listener(heard)
        await play.app.push_screen(screen)
        await play.press("f8")
        play.app.writes.put(lambda _: "done", sender=screen, tag=1)
        await play.settle()
        assert heard == []
        await play.press("a")
        assert heard == [(1, "done", 0)]


async def test_the_palette_offers_every_command_by_name_and_no_screenshot(tmp_path: Path) -> None:
    async with playing(make_desk(tmp_path), (120, 40)) as play:
        await play.press("ctrl+p")
        for words in ("Open the meeting", "Theme: light", "Blank the screen", "PRIVATE", "Leave"):
            assert words in play.words
        assert "creenshot" not in play.words


async def test_the_theme_is_changed_from_the_palette(tmp_path: Path) -> None:
    async with playing(make_desk(tmp_path)) as play:
        await play.press("ctrl+p", *"light", "enter")
        await play.pilot.pause(0.2)
        assert play.app.theme == "csu-light"


async def test_an_open_meeting_is_what_the_screens_start_on(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk)
    open_meeting(desk)
    async with playing(desk) as play:
        assert play.on == "MeetingScreen"


async def test_leaving_waits_for_what_was_typed(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    app = CsuApp(desk)
    async with app.run_test() as pilot:
        await pilot.pause()
        app.writes.put(import_reports, sender=app)
        await pilot.press("ctrl+q")
        await wait_until(pilot, lambda: app.return_value == 0)
    assert desk.opening().reports == 1
    assert app.return_code == 0


async def test_a_write_that_waits_for_somebody_else_says_so_and_is_kept(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    async with playing(desk) as play:
        other = sqlite3.connect(desk.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        play.app.writes.put(lambda desk: desk.add_agency("Night Wardens"), sender=play.app.screen)
        await wait_until(play.pilot, lambda: play.app.saving)
        await play.pilot.pause()
        assert "saving… it takes a moment: somebody else may be writing" in play.words
        other.execute("COMMIT")
        other.close()
        await wait_until(play.pilot, lambda: not play.app.saving)
        await play.settle()
        assert "saving…" not in play.words
        assert "Night Wardens" in {agency.name for agency in desk.agencies()}


async def test_writes_run_in_the_order_they_were_put_and_answer_with_their_tag(tmp_path: Path) -> None:
    heard: list[tuple[object, object, int]] = []
    async with playing(make_desk(tmp_path)) as play:
        screen = Listener(heard)
        await play.app.push_screen(screen)

        def answer(number: int, _: Desk) -> object:
            return number

        def refuse(_: Desk) -> object:
            raise StaleError("Amir has changed it since.")

        for number in range(20):
            play.app.writes.put(partial(answer, number), sender=screen, tag=number)
        play.app.writes.put(refuse, sender=screen, tag="refused")
        await play.settle()
    assert [tag for tag, _, _ in heard] == [*range(20), "refused"]
    assert [result for _, result, _ in heard] == [*range(20), ("Amir has changed it since.", True)]
    assert heard[-1][2] == 0


async def test_a_refusal_that_nobody_is_left_to_hear_is_said_on_the_screen_on_top(tmp_path: Path) -> None:
    async with playing(make_desk(tmp_path)) as play:
        gone = Listener([])
        await play.app.push_screen(gone)
        await play.app.pop_screen()

        def refuse(_: Desk) -> object:
            raise RuleError("The digit is taken.")

        play.app.writes.put(refuse, sender=gone)
        await play.settle()
        assert "The digit is taken." in play.words


def test_a_drain_gives_up_after_its_time(tmp_path: Path) -> None:
    from threading import Event

    desk = make_desk(tmp_path)
    app = CsuApp(desk)
    hold = Event()
    app.writes.put(lambda _: hold.wait(10), sender=app)
    assert not app.writes.drain(0.05)
    hold.set()
    assert app.writes.drain(5)


async def wait_until(pilot: Pilot[int], done: Callable[[], bool]) -> None:
    """Let the app work until something is so; a test that waits for ever fails."""
    for _ in range(500):
        if done():
            return
        await pilot.pause(0.01)
    raise AssertionError("it never came to be")
