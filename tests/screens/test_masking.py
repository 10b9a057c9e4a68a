"""What SHARED sends to the terminal: nothing personal, nothing of a sensitive report."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.factories import HOUSE, NAME, PHONE, SECRET, SENSITIVE, make_desk, take
from tests.screens.room import STANDING, WAITS, at, looking, sat_before, screens
from tests.screens.test_sizes import ON_ACTION, ON_REPORT
from tests.terminal import Terminal

PIECES = ("plantagenet", "verity", "01322", "765432", "plantage", "cottage", "47b", "planted")
"""Parts of what is planted, found however a line is broken or a word is cut; no category and no key has them."""
EVERYWHERE = {"c": "Comment for the minutes", "f": "Feedback to the reporter", "l": "Log a contact"}
_SEQUENCE = re.compile(r"\x1b\[[0-9:;<=>?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b.")
DRAWS, ESCAPES = 0.06, 0.2
"""Seconds of quiet after a key; an Escape is only heard once it is clear that no sequence begins with it."""


class Watched:
    """A meeting whose every picture is looked at, as well as every byte."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.seen: set[str] = set()

    def press(self, *keys: str) -> str:
        """Press keys and look at what is drawn then."""
        self.terminal.press(*keys)
        return self.look(ESCAPES if "escape" in keys else DRAWS)

    def type(self, words: str) -> str:
        """Type words and look."""
        self.terminal.send(words)
        return self.look()

    def look(self, quiet: float = DRAWS) -> str:
        """Look at the screen once nothing is drawn for so many seconds."""
        shown = self.terminal.settle(quiet)
        self.seen |= found_in(shown)
        return shown


def found_in(text: str) -> set[str]:
    """Return what is planted and stands in a text, whatever the case and however its lines are broken."""
    run_on = " ".join(text.casefold().split())
    return {piece for piece in PIECES if piece in run_on}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sat_before(tmp_path, dict(SENSITIVE), {}, text=SECRET)
    with closing(make_desk(tmp_path)) as desk:
        take(
            desk,
            at(1, **SENSITIVE),
            at(2, **SENSITIVE, street="", locality="", postcode=f"{HOUSE}, BR8 7AA"),
            at(3, reporter="anonymous", name="", phone="", email=""),
            at(4, feedback_wanted="no"),
            at(5, reporter="", feedback_wanted=""),
            at(6, reporter="organisation"),
        )
    return tmp_path


@pytest.fixture
def room(folder: Path) -> Iterator[Watched]:
    with screens(folder) as terminal:
        watched = Watched(terminal)
        terminal.wait_for(WAITS)
        watched.press("m")
        watched.press("escape")
        watched.press("enter")
        watched.press("enter")
        terminal.wait_for(STANDING)
        yield watched


def test_a_shared_meeting_sends_nothing_personal(room: Watched, folder: Path) -> None:
    """Every dialog of every step is opened, every screen, and a whole meeting walked to its end."""
    for number in range(1, 9):
        room.terminal.wait_for(rf"\b{number} of 8\b")
        opened = {1: ON_ACTION | EVERYWHERE, 2: {"d": "Done"}, 3: ON_REPORT, 5: {"f": "Feedback to the reporter"}}
        for key, title in opened.get(number, {}).items():
            room.press(key)
            room.terminal.wait_for(title)
            room.look()
            if title == "MINUTES":
                room.press("space")
            room.press("escape")
            room.terminal.wait_gone(title)
        if number in {1, 3}:
            room.press("tab")
            room.press("tab")
        room.press("n")
    room.terminal.wait_for("ENDING THE MEETING")
    for keys in (("m",), ("escape",), ("v",), ("h",), ("1",), ("E",)):
        room.press(*keys)
    room.terminal.wait_for("is closed|M2 closed")
    for key in ("m", "space", "escape", "enter", "f2", "f3", "f4", "f5", "f6", "f9", "f8", "f8"):
        room.press(key)
    assert room.seen == set()
    assert found_in(_SEQUENCE.sub("", room.terminal.raw.decode())) == set()
    assert found_in(room.terminal.raw.decode()) == set()
    room.press("ctrl+q")
    assert room.terminal.wait_exit() == 0
    with looking(folder) as desk:
        assert found_in(desk.minutes_text(redacted=True)) == set()
        full = desk.minutes_text(redacted=False)
        assert "planted" in found_in(full), "nothing was planted, so nothing was shown"


def test_words_typed_on_a_sensitive_report_are_never_drawn(room: Watched, folder: Path) -> None:
    room.press("n", "n")
    room.terminal.wait_for(r"\b3 of 8\b")
    for keys in (("c",), ("x",), ("h",), ("f", "x"), ("l", "c", "y", "w"), ("0", "1")):
        room.press(*keys)
        room.type(SECRET)
        room.terminal.wait_for("••••")
        room.press("enter")
        room.terminal.wait_gone("F1–F9")
    room.press("tab")
    room.press("tab")
    room.press("z")
    room.press("m")
    room.press("escape")
    assert room.seen == set()
    assert found_in(_SEQUENCE.sub("", room.terminal.raw.decode())) == set()
    room.press("ctrl+q")
    assert room.terminal.wait_exit() == 0
    with looking(folder) as desk:
        step = desk.agenda(private=True).steps[2]
        assert (step.comment, step.reason) == (SECRET, SECRET), "the words were typed into nothing"


def test_personal_details_of_a_report_raised_now_are_dots(room: Watched) -> None:
    room.press("+")
    room.type("noise")
    room.press("enter")
    for words in ("Mill Lane", "Swanley"):
        room.type(words)
        room.press("tab")
    for _ in range(6):
        room.press("tab")
    for words in (HOUSE, "BR8 7AA", NAME, PHONE):
        assert words == "BR8 7AA" or words not in room.type(words)
        room.press("tab")
    room.press("ctrl+s")
    room.terminal.wait_for("R9")
    assert room.seen == set()


def test_a_look_is_recorded_and_any_step_ends_it(room: Watched, folder: Path) -> None:
    room.terminal.press("n")
    room.terminal.wait_for(r"\b2 of 8\b")
    room.terminal.press("v")
    room.terminal.wait_for(NAME)
    room.terminal.press("n")
    room.terminal.wait_gone(NAME)
    room.terminal.wait_for(r"\b3 of 8\b")
    room.terminal.press("p")
    room.terminal.wait_for(r"\b2 of 8\b")
    assert found_in(room.terminal.settle()) == set()
    with looking(folder) as desk:
        assert [change.what for change in desk.changes("R2")].count("look: details") == 1


def test_a_look_whose_step_has_gone_is_not_drawn(room: Watched) -> None:
    """`v` and the step after it in one write: the look is recorded, its answer comes too late and is dropped."""
    room.terminal.send("vnvnvnvpvpvp")
    room.look()
    room.terminal.press("n")
    assert found_in(room.look()) == set()
    assert found_in(room.terminal.screen()) == set()


@pytest.mark.slow
def test_a_look_lasts_fifteen_seconds_at_most(room: Watched) -> None:
    room.terminal.press("n", "v")
    room.terminal.wait_for(NAME)
    room.terminal.wait_gone(NAME, timeout=16)
