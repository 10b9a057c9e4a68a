"""Keys as fast as a terminal can send them: each lands on the report it was meant for."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from csu_tui.domain.agenda import Step
from csu_tui.domain.words import Decision
from tests.factories import steps
from tests.screens.room import at, fill, looking, meeting
from tests.terminal import Terminal

REPORTS = 20
DIGITS = "123456789"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Terminal]:
    fill(tmp_path, *(at(minute) for minute in range(REPORTS)))
    with meeting(tmp_path) as terminal:
        yield terminal


def left(room: Terminal, folder: Path) -> tuple[Step, ...]:
    """Leave, which saves everything typed, and return the agenda as the database has it."""
    room.press("ctrl+q")
    assert room.wait_exit() == 0
    with looking(folder) as desk:
        assert not desk.check().problems
        return steps(desk)


def short(folder: Path) -> dict[int, str]:
    """Return the agencies' short names by their digits."""
    with looking(folder) as desk:
        return {one.digit: one.short for one in desk.agencies() if one.digit}


def test_twenty_reports_tasked_in_one_write_go_to_twenty_owners(room: Terminal, tmp_path: Path) -> None:
    digits = [DIGITS[number % 9] for number in range(REPORTS)]
    room.send("".join(digit + "n" for digit in digits))
    room.wait_for("ENDING THE MEETING")
    names = short(tmp_path)
    assert [step.owners for step in left(room, tmp_path)] == [(names[int(digit)],) for digit in digits]


def test_reasons_picked_in_one_write_each_decide_their_report(room: Terminal, tmp_path: Path) -> None:
    room.send("".join(f"x{number % 3 + 1}n" for number in range(REPORTS)))
    room.wait_for("ENDING THE MEETING")
    with looking(tmp_path) as desk:
        reasons = desk.phrases(Decision.NO_FURTHER_ACTION.value)
    found = [(step.decision, step.reason, step.owners) for step in left(room, tmp_path)]
    assert found == [(Decision.NO_FURTHER_ACTION, reasons[number % 3], ()) for number in range(REPORTS)]


def test_tasks_and_dialogs_mixed_in_one_write_never_swap(room: Terminal, tmp_path: Path) -> None:
    room.send("".join(("1n", "x2n", "in", "h1n")[number % 4] for number in range(REPORTS)))
    room.wait_for("ENDING THE MEETING")
    names, found = short(tmp_path), left(room, tmp_path)
    wanted = (Decision.TASK, Decision.NO_FURTHER_ACTION, Decision.FOR_INFORMATION, Decision.HOLD_OVER)
    assert [step.decision for step in found] == [wanted[number % 4] for number in range(REPORTS)]
    assert [step.owners for step in found] == [(names[1],) if number % 4 == 0 else () for number in range(REPORTS)]


def test_keys_after_a_dialog_is_asked_for_reach_the_dialog(room: Terminal, tmp_path: Path) -> None:
    """Digits typed into a dialog that is not drawn yet never task an agency below it."""
    room.send("x1nx2n" + "0")
    room.wait_for("Assign an action")
    room.press("escape")
    room.wait_gone("Assign an action")
    found = left(room, tmp_path)
    assert [step.owners for step in found] == [()] * REPORTS
    assert [step.decision for step in found[:3]] == [Decision.NO_FURTHER_ACTION] * 2 + [None]


def test_letters_typed_ahead_of_a_dialog_are_its_words(room: Terminal, tmp_path: Path) -> None:
    words = ("no zealous hoax, 1n 2n 3n x1 in", "seen by pcso: 9 bins, 4 cans", "hold: ask Bea + Di")
    room.send("".join(f"x{text}\rn" for text in words) + "h0123 n x\rn")
    room.wait_for(rf"\b5 of {REPORTS}\b")
    found = left(room, tmp_path)
    assert [step.reason for step in found[:4]] == [*words, "123 n x"]
    assert [step.owners for step in found] == [()] * REPORTS
    assert [step.decision for step in found[4:]] == [None] * (REPORTS - 4)


def test_comments_typed_in_one_write_land_on_their_reports(room: Terminal, tmp_path: Path) -> None:
    comments = [f"comment {number}: 1n2n x" for number in range(REPORTS)]
    room.send("".join(f"c{text}\rn" for text in comments))
    room.wait_for("ENDING THE MEETING")
    assert [step.comment for step in left(room, tmp_path)] == comments


def test_a_digit_typed_twice_in_one_write_tasks_and_withdraws(room: Terminal, tmp_path: Path) -> None:
    room.send("11n1111n111n")
    room.wait_for(rf"\b4 of {REPORTS}\b")
    found = left(room, tmp_path)
    assert [step.decision for step in found[:3]] == [None, None, Decision.TASK]


def test_dialogs_left_in_a_burst_leave_no_trace(room: Terminal, tmp_path: Path) -> None:
    """A terminal sends Escape and the next letter as one key: it is Escape, then the letter, on its report."""
    room.send("".join(f"{key}\x1b" for key in "xhfslca0xhfslca0") + "n")
    room.settle()
    assert [(step.decision, step.owners, step.comment) for step in left(room, tmp_path)] == [(None, (), "")] * REPORTS


def test_going_back_and_on_in_a_burst_keeps_each_key_on_its_report(room: Terminal, tmp_path: Path) -> None:
    room.send("nnp1nnx1pp3n" + "nn2" + "pppp5")
    room.settle()
    names, found = short(tmp_path), left(room, tmp_path)
    # on screen by number: 2 →1 · 4 x1 · 2 →3 · 5 →2 · 1 →5
    wanted = {1: (names[5],), 2: (names[1], names[3]), 5: (names[2],)}
    assert {step.number: step.owners for step in found if step.owners} == wanted
    assert [step.number for step in found if step.decision is Decision.NO_FURTHER_ACTION] == [4]


def test_keys_typed_while_somebody_else_saves_wait_and_land(room: Terminal, tmp_path: Path) -> None:
    """The dialog that `x` opens reads its reasons: where it cannot, the digit behind it must not task an agency."""
    room.settle()
    with closing(sqlite3.connect(tmp_path / "unit.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        room.send("x1nx2n3nhwords of 4\rn")
        room.wait_for("Somebody else is saving")
        other.execute("ROLLBACK")
    room.wait_for(rf"\b5 of {REPORTS}\b")
    names, found = short(tmp_path), left(room, tmp_path)
    assert [step.owners for step in found] == [(), (), (names[3],)] + [()] * (REPORTS - 3)
    assert [step.decision for step in found[:4]] == [
        *[Decision.NO_FURTHER_ACTION] * 2,
        Decision.TASK,
        Decision.HOLD_OVER,
    ]
    assert found[3].reason == "words of 4"


def test_leaving_out_of_a_dialog_saves_the_keys_before_it(room: Terminal, tmp_path: Path) -> None:
    room.send("1n2nx\x11")
    assert room.wait_exit() == 0
    with looking(tmp_path) as desk:
        assert [step.decision for step in steps(desk)[:3]] == [Decision.TASK, Decision.TASK, None]
