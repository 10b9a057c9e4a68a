"""Every size, and a window that changes in the middle of anything: nothing crashes, everything comes back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.factories import SENSITIVE, take
from tests.screens.room import STANDING, WAITS, at, looking, sat_before, screens
from tests.terminal import Terminal

LARGER = r"make the\s+window\s+larger"
SIZES = ((60, 18), (80, 24), (120, 40), (300, 100))
ON_ACTION = {
    "d": "Done",
    "b": "Not possible",
    "k": "Not undertaken",
    "o": "A new date: when",
    "O": "Carry over all due",
    "a": "Hand the action over",
    "e": "Change the action",
    "?": "Keys",
}
ON_REPORT = {
    "0": "Assign an action",
    "x": "No further action",
    "h": "Hold over",
    "s": "Same incident",
    "f": "Feedback to the reporter",
    "l": "Log a contact",
    "e": "Edit the report",
    "c": "Comment for the minutes",
    "+": "Raise a report",
    "r": "Roll call",
    "m": "MINUTES",
    "E": "ENDING THE MEETING",
    "ctrl+p": "🔎",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sat_before(tmp_path, {})
    with looking(tmp_path) as desk:
        take(desk, at(1), at(2, **SENSITIVE))
    return tmp_path


@pytest.fixture
def room(folder: Path) -> Iterator[Terminal]:
    with screens(folder) as terminal:
        terminal.wait_for(WAITS)
        terminal.press("enter")
        terminal.wait_for("Roll call")
        terminal.press("enter")
        terminal.wait_for(STANDING)
        yield terminal


@pytest.mark.parametrize("size", SIZES)
def test_a_meeting_starts_in_every_size(folder: Path, size: tuple[int, int]) -> None:
    with screens(folder, cols=size[0], rows=size[1]) as terminal:
        terminal.wait_for("open the meeting")
        terminal.press("enter")
        terminal.wait_for("Roll call")
        terminal.press("enter")
        terminal.wait_for(r"\b1 of 3\b")
        terminal.press("n")
        terminal.wait_for("NUISANCE BIKES")
        terminal.wait_for("undecided")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0


def test_a_window_too_small_asks_for_more_and_comes_back(folder: Path) -> None:
    with screens(folder, cols=59, rows=17) as terminal:
        terminal.wait_for(LARGER)
        terminal.press("enter")
        terminal.settle(0.3)
        terminal.resize(60, 18)
        terminal.wait_gone(LARGER)
        terminal.wait_for("open the meeting")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0


def resized(terminal: Terminal, title: str, sizes: tuple[tuple[int, int], ...]) -> None:
    """Take the window through sizes while something is open, which must still be there."""
    terminal.wait_for(title)
    for cols, rows in sizes:
        terminal.resize(cols, rows)
        if cols < 60 or rows < 18:
            terminal.wait_for(LARGER)
        else:
            terminal.wait_gone(LARGER)
            terminal.wait_for(title)


def through_every_dialog(room: Terminal, *sizes: tuple[int, int]) -> None:
    for keys, step in ((ON_ACTION, 1), (ON_REPORT, 2)):
        room.wait_for(rf"\b{step} of 3\b")
        for key, title in keys.items():
            room.press(key)
            resized(room, title, sizes)
            room.press("escape")
            room.wait_gone(title)
            room.wait_for(STANDING)
        room.press("n")
    room.wait_for(r"\b3 of 3\b")


def test_every_dialog_outlives_a_window_too_small_for_it(room: Terminal) -> None:
    through_every_dialog(room, (59, 17), (60, 18))


@pytest.mark.slow
def test_every_dialog_outlives_every_size(room: Terminal) -> None:
    through_every_dialog(room, (59, 24), (300, 100), (60, 18), (120, 40), (80, 17), (80, 24))


def test_words_typed_before_the_window_shrinks_are_still_there(room: Terminal) -> None:
    room.press("n", "c")
    room.wait_for("Comment for the minutes")
    room.send("half a sen")
    room.wait_for("half a sen")
    room.resize(40, 10)
    room.wait_for(LARGER)
    room.send("1nx ")
    room.settle(0.3)
    room.resize(60, 18)
    room.wait_for("half a sen")
    room.send("tence")
    room.press("enter")
    room.wait_for("COMMENT +half a sentence")
    assert "undecided" in room.screen()


@pytest.mark.parametrize("size", [(5, 3), (1, 1), (10, 40), (300, 2)])
def test_a_window_of_hardly_anything_is_survived(room: Terminal, size: tuple[int, int]) -> None:
    for key, title in (("", r"\b1 of 3\b"), ("d", "Done")):
        room.send(key)
        room.wait_for(title)
        room.resize(*size)
        room.wait_for("^ *m")
        room.resize(80, 24)
        room.wait_for(title)
