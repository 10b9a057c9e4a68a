"""Two real programs on one meeting, one driving and one following, and an officer's commands beside them (SPEC 3.1)."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from csu_tui.domain.agenda import Step
from csu_tui.domain.words import Decision
from tests.factories import rows_of, steps, take
from tests.screens.officer import Officer
from tests.screens.room import STANDING, at, looking, open_meeting, sat_before, screens
from tests.terminal import Terminal

LONG = 30.0
"""Seconds that a busy machine is given."""
FOLLOWED = 2.0
KEYS = ("{}", "x2", "i", "h1", "{}")
DECIDED = (Decision.TASK, Decision.NO_FURTHER_ACTION, Decision.FOR_INFORMATION, Decision.HOLD_OVER, Decision.TASK)
CARRIED = 6


@dataclass
class Room:
    """A meeting's reports in their order, its driver and its follower, and what the driver was told."""

    folder: Path
    reports: list[int]
    ending: range
    """Actions of the meeting before, for an officer to finish."""
    driver: Terminal
    follower: Terminal
    told: list[str] = field(default_factory=list)

    def decide_next(self, number: int, *, watched: bool = False) -> None:
        """Decide the step on screen and walk on, as fast as the screen answers, or once the follower is there too."""
        report = self.reports[number]
        self.driver.wait_for(rf"\b{number + 1} of {len(self.reports)}\b", LONG)
        if watched:
            self.watch(number + 1, LONG)
        self.driver.press(*KEYS[number % len(KEYS)].format(number % 9 + 1))
        shown = self.driver.wait_for(rf"✓ R{report}: .+", LONG)
        said = re.search(rf"✓ (R{report}: .+)", shown)
        assert said
        self.told.append(said[1])
        if number + 1 < len(self.reports):
            self.driver.press("n")

    def watch(self, number: int, timeout: float) -> None:
        """See the follower arrive at a step."""
        self.follower.wait_for(rf"\b{number} of {len(self.reports)}\b", timeout)


@contextmanager
def room(folder: Path, count: int, ending: int = 0) -> Iterator[Room]:
    """Open a meeting on this many reports in one program, and follow it in a second."""
    sat_before(folder, *({} for _ in range(CARRIED + ending)), due="2022-04-20")
    with looking(folder) as desk:
        take(desk, *(at(minute) for minute in range(count)))
    with screens(folder) as driver, screens(folder) as follower:
        open_meeting(driver)
        follower.wait_for("following", LONG)
        with looking(folder) as desk:
            reports = [int(step.report_id) for step in steps(desk)]
        assert len(reports) == count
        yield Room(folder, reports, range(CARRIED + 1, CARRIED + ending + 1), driver, follower)


def officer(at_work: Room) -> Officer:
    """Return an officer who contacts this meeting's reporters and works through the actions of the last one."""
    carried = range(1, CARRIED + 1)
    return Officer(at_work.folder, reports=at_work.reports, carried=carried, ending=at_work.ending)


def refuse_as_follower(terminal: Terminal, key: str) -> None:
    """Press a deciding key where only looking is possible."""
    terminal.press(key)
    terminal.wait_for("Not done: M2 is driven by .+: take over first", LONG)


def take_over(at_work: Room) -> None:
    """Let the follower take the meeting over, and see both told."""
    at_work.follower.press("t")
    at_work.follower.wait_for("Take the meeting over from", LONG)
    at_work.follower.press("y")
    at_work.follower.wait_gone("Take the meeting over from", LONG)
    at_work.follower.wait_gone("following", LONG)
    at_work.driver.wait_for("drives this meeting; you follow it: t takes it over", LONG)
    at_work.driver.wait_for("following", LONG)


def is_decided(found: tuple[Step, ...], number: int) -> None:
    """Claim that a step has the decision meant for it, and an owner only where it was tasked."""
    step, meant = found[number], DECIDED[number % len(DECIDED)]
    assert step.decision is meant, (number, step.decision, meant)
    assert len(step.owners) == (meant is Decision.TASK), (number, step.owners)


def every_stroke_is_kept(at_work: Room, worked: Officer) -> None:
    """Claim that what the screen and the commands acknowledged is in the record, once, under its own subject."""
    with looking(at_work.folder) as desk:
        assert desk.check().problems == ()
        found = steps(desk)
        short = {one.digit: one.short for one in desk.agencies() if one.digit}
        record = rows_of(
            desk,
            "SELECT c.subject, c.what, v.after FROM change c JOIN change_value v ON v.change_id = c.id ORDER BY c.id",
        )
    assert [int(step.report_id) for step in found] == at_work.reports
    for number in range(len(at_work.told)):
        is_decided(found, number)
        if DECIDED[number % len(DECIDED)] is Decision.TASK:
            assert found[number].owners == (short[number % 9 + 1],)
    for report in at_work.reports[: len(at_work.told)]:
        mine = [what for subject, what, _ in record if subject == f"R{report}" and what.startswith(("task", "decide"))]
        assert len(mine) == 1, (report, mine)
    assert worked.refused == []
    for command in worked.acknowledged:
        kept = [subject for subject, _, after in record if json.dumps(command[-1]) in after]
        assert kept == [command[1]], (command, kept)


def nobody_was_told_of_a_lock(*terminals: Terminal) -> None:
    """Claim that neither program ever drew a word of SQLite's, or a write not done."""
    for terminal in terminals:
        drawn = terminal.raw.decode("utf-8", "replace").lower()
        assert not re.search("locked|busy|still writing|traceback", drawn)


def whole_meeting(folder: Path, count: int, *, watched: bool) -> None:
    """Walk a whole meeting beside an officer, then let the follower take it over and end it."""
    with room(folder, count, ending=3 * count) as at_work:
        with officer(at_work) as worked:
            for number in range(count):
                at_work.decide_next(number, watched=watched)
                if watched:
                    worked.wait_until(2 * number)
            at_work.watch(count, LONG)
            worked.wait_until(count)
        nobody_was_told_of_a_lock(at_work.driver, at_work.follower)
        at_work.driver.press("p")
        at_work.driver.wait_for(rf"\b{count - 1} of {count}\b", LONG)
        at_work.watch(count - 1, FOLLOWED)
        refuse_as_follower(at_work.follower, "i")
        take_over(at_work)
        refuse_as_follower(at_work.driver, "i")
        every_stroke_is_kept(at_work, worked)
        at_work.follower.press("E")
        at_work.follower.wait_for("NOTHING IS LEFT", LONG)
        at_work.follower.press("E")
        at_work.follower.wait_for("M2 closed", LONG)
        at_work.driver.wait_gone(STANDING, LONG)


def test_a_short_meeting_is_driven_and_followed_beside_an_officer(tmp_path: Path) -> None:
    whole_meeting(tmp_path, 4, watched=False)


@pytest.mark.slow
def test_a_whole_meeting_is_driven_and_followed_beside_an_officer(tmp_path: Path) -> None:
    whole_meeting(tmp_path, 15, watched=True)


def test_a_driver_killed_at_item_nine_is_gone_on_with_where_it_was(tmp_path: Path) -> None:
    """A power cut just after a key: what was acknowledged stands, and the next start is there or one before."""
    with room(tmp_path, 12) as at_work:
        for number in range(8):
            at_work.decide_next(number)
        at_work.driver.wait_for(r"\b9 of 12\b", LONG)
        at_work.driver.press("1")
        at_work.driver.kill()
        at_work.follower.press("ctrl+q")
        assert at_work.follower.wait_exit(LONG) == 0
        with screens(tmp_path) as resumed:
            resumed.wait_for(r"\b[89] of 12\b", LONG)
            resumed.wait_gone("following", LONG)
            resumed.press("u")
            resumed.wait_for(r"\b(9|10) of 12\b", LONG)
            resumed.press("i")
            resumed.wait_for(r"✓ R\d+: for information", LONG)
    with looking(tmp_path) as desk:
        assert desk.check().problems == ()
        found = steps(desk)
    for number in range(8):
        is_decided(found, number)
    assert sum(step.decision is not None for step in found) in (9, 10)
