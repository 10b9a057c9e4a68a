"""Hostile text in every field of a report: seen on every screen, in minutes and JSON, and never acted upon."""

import json
import os
import re
import subprocess
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from csu_tui.domain.text import width
from csu_tui.domain.words import Decision
from tests.factories import HOSTILE, close, make_desk, open_meeting, row, steps, take
from tests.screens.room import PROGRAM, environment, looking, screens

BLNS = Path(__file__).parents[2] / "../shared/data/blns.txt"
OF_THE_DATA = re.compile(
    r"\x1b\]52|\x1b\]0;title|\x1b\[31mred|\x1bP|\x1b_|[\x80-\x9f\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f]"
)
"""What the data would have the terminal do; the program itself sends nothing of it."""
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f]")
"""What no text file and no JSON may hold, line ends apart."""
FIELDS = ("title", "text", "house", "street", "locality", "name", "phone", "email")
BATCH = 40


def held(folder: Path, texts: Sequence[str]) -> None:
    """Make a meeting whose every free text is hostile: the source's, the chair's, reasons and comments."""
    with closing(make_desk(folder)) as desk:
        rows = (
            row(received=f"31/03/2022 {10 + at // 60:02}:{at % 60:02}", reference=f"{at} {text}", postcode="")
            | dict.fromkeys(FIELDS, text)
            for at, text in enumerate(texts)
        )
        take(desk, *rows)
        open_meeting(desk, chair=HOSTILE)
        for at, text in enumerate(texts):
            desk.decide(steps(desk)[at], Decision.HOLD_OVER, text)
            desk.comment(steps(desk)[at], text)
        desk.leave()


def walked(folder: Path, count: int) -> str:
    """Walk the meeting there in SHARED and back in PRIVATE, open what shows texts, and return all that was sent."""
    with screens(folder) as terminal:
        terminal.wait_for(rf"\b1 of {count}\b")
        for key, title in (("tab", "Arrows move"), ("f", "Feedback"), ("s", "Same incident"), ("e", "Edit the report")):
            terminal.press(key)
            terminal.wait_for(title)
            terminal.press("tab" if key == "tab" else "escape")
            terminal.wait_gone(title)
        terminal.press("c")
        terminal.wait_for("Comment for the minutes")
        terminal.press("escape")
        terminal.wait_gone("Comment for the minutes")
        for number in range(2, count + 1):
            terminal.press("n")
            terminal.wait_for(rf"\b{number} of {count}\b")
        terminal.press("f7")
        terminal.wait_for("PRIVATE: show")
        terminal.press("y")
        terminal.wait_gone("PRIVATE: show")
        for number in range(count - 1, 0, -1):
            terminal.press("p")
            terminal.wait_for(rf"\b{number} of {count}\b")
        terminal.press("e")
        terminal.wait_for("Edit the report")
        terminal.press("escape")
        terminal.wait_gone("Edit the report")
        terminal.press("m")
        terminal.wait_for("OFFICIAL")
        for _ in range(4):
            terminal.press("space")
            terminal.settle(0.05)
        terminal.press("escape")
        terminal.wait_for(rf"\b1 of {count}\b")
        terminal.press("E")
        terminal.wait_for("ENDING THE MEETING")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
        return terminal.raw.decode()


def said(folder: Path, *command: str) -> str:
    """Run a command on the unit's database and return what it printed."""
    done = subprocess.run(
        [*PROGRAM, *command], env=os.environ | environment(folder), capture_output=True, check=False, cwd=folder
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.decode()


def check_all(folder: Path, texts: Sequence[str]) -> None:
    held(folder, texts)
    assert OF_THE_DATA.findall(walked(folder, len(texts))) == []
    for command in (("agenda", "--json"), ("agenda", "--json", "--private"), ("show", "R1", "--json", "--private")):
        printed = said(folder, *command)
        assert CONTROL.findall(printed) == []
        assert json.loads(printed)
    with looking(folder) as desk:
        desk.take_over()
        closed = close(desk)
        assert closed.minutes, closed.problem
        written = closed.minutes.read_text(encoding="utf-8")
    assert CONTROL.findall(written) == []
    assert max(map(width, written.splitlines())) <= 80
    for command in (("minutes", "--redacted"), ("minutes", "--format", "json"), ("minutes", "--format", "md")):
        assert CONTROL.findall(said(folder, *command)) == []


def test_hostile_text_in_every_field_is_shown_and_harmless(tmp_path: Path) -> None:
    check_all(
        tmp_path, [HOSTILE, "\x1bP1;1|17/6c\x1b\\", "=HYPERLINK(1)\x1b]8;;http://x\x07", "\u2066\u200f\x90\x9b31m"]
    )


def naughty() -> list[str]:
    lines = BLNS.read_text(encoding="utf-8").split("\n") if BLNS.exists() else []
    return [line for line in lines if line.strip() and not line.startswith("#")]


@pytest.mark.slow
@pytest.mark.skipif(not BLNS.exists(), reason="the list of naughty strings is not here")
@pytest.mark.parametrize("batch", range(-(-len(naughty()) // BATCH) or 1))
def test_naughty_strings_are_shown_and_harmless(tmp_path: Path, batch: int) -> None:
    check_all(tmp_path, naughty()[batch * BATCH : (batch + 1) * BATCH])
