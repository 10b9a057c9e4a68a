"""Killed at any moment: what had been drawn as done is there, the chain verifies, the meeting goes on where it was."""

import random
import re
from pathlib import Path

import pytest

from tests.factories import steps
from tests.screens.room import STANDING, at, fill, looking, open_meeting, screens
from tests.terminal import Terminal

REPORTS = 12
KEYS = ("1n", "2n", "x1n", "in", "h1n", "cwords\rn", "3n", "11n", "14n", "fxr\rn", "lcyn\x1b" + "n", "1n")
"""What is keyed on each report."""
DONE = re.compile(r"✓ R(\d+): (task|no further action|for information|hold over)")
"""The message line that says what was saved."""


def keyed(terminal: Terminal, chance: random.Random) -> tuple[dict[int, str], range]:
    """Key the meeting until a moment of chance and kill; return what was drawn as decided, and where it may go on.

    That is from the step before the one drawn last, or where keys came faster than they could be saved from the last
    one drawn as decided, to the one that the keys sent had come to.
    """
    drawn: dict[int, str] = {}
    number = 0
    keys = "".join(KEYS)
    end = chance.randrange(3, len(keys))
    while keys and end > 0:
        burst = keys[: chance.choice((1, 1, 2, 3, 7))]
        keys, end = keys[len(burst) :], end - len(burst)
        terminal.send(burst)
        shown = terminal.settle(chance.choice((0.001, 0.005, 0.02, 0.06)))
        number = look(shown, drawn, number)
    terminal.kill()
    number = look(terminal.screen(), drawn, number)
    sent = len("".join(KEYS)) - len(keys)
    come_to = sum(len("".join(KEYS[:at])) <= sent for at in range(1, len(KEYS) + 1))
    return drawn, range(min(max(number - 1, 1), max(drawn, default=1)), come_to + 2)


def look(shown: str, drawn: dict[int, str], number: int) -> int:
    """Keep what a screen says was decided; return the step that it shows."""
    for report, decision in DONE.findall(shown):
        drawn[int(report)] = decision
    if (decided := re.search(r"╭─ R(\d+) ", shown)) and (
        found := re.search(r"^│ DECISION +(task|no further action|for information|hold over)\b", shown, re.MULTILINE)
    ):
        drawn[int(decided[1])] = found[1]
    standing = re.search(STANDING, shown)
    return int(standing[1]) if standing else number


def killed_once(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    fill(folder, *(at(minute) for minute in range(REPORTS)))
    with screens(folder) as terminal:
        open_meeting(terminal)
        drawn, places = keyed(terminal, chance)
    with looking(folder) as desk:
        problems = desk.check().problems
        found = {int(step.report_id): step.decision.value if step.decision else "" for step in steps(desk)}
    assert not problems
    withdrawn = {8}  # `11` tasks and withdraws: what was drawn first is rightly gone
    lost = {r: (said, found[r]) for r, said in drawn.items() if found[r] != said and r not in withdrawn}
    assert not lost, f"seed {seed}: drawn and not there: {lost}"
    with screens(folder) as terminal:
        shown = terminal.wait_for(STANDING)
        again = re.search(STANDING, shown)
        assert again
        assert int(again[1]) in places, f"seed {seed}"
        terminal.press("n")
        terminal.wait_for(rf"\A.*?\b{int(again[1]) + 1} of {REPORTS}\b|ENDING THE MEETING")


@pytest.mark.parametrize("seed", range(3))
def test_a_killed_meeting_goes_on_with_all_that_was_drawn(tmp_path: Path, seed: int) -> None:
    killed_once(tmp_path, seed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3, 53))
def test_fifty_killed_meetings_go_on_with_all_that_was_drawn(tmp_path: Path, seed: int) -> None:
    killed_once(tmp_path, seed)
