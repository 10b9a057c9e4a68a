"""The real program in a pseudo-terminal, on a unit's database of its own."""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from csu_tui.desk.desk import Desk
from csu_tui.domain.meeting import Attendee
from csu_tui.domain.stroke import Assignment, Roll
from tests.factories import MORNING, agency, asked_already, make_desk, steps, take
from tests.terminal import Terminal

PROGRAM = (sys.executable, "-m", "csu_tui")
WAITS = "before the meeting"
"""What the header says before a meeting."""
STANDING = r"\A.*?\b(\d+) of \d+\b"
"""What the meeting's header says, the first row: the case review counts `2 of 3` below it."""


def environment(folder: Path, now: str = MORNING) -> dict[str, str]:
    """Keep everything that the program reads and writes in one folder, its clock set."""
    home = folder / "home"
    return {
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_DOCUMENTS_DIR": str(home / "documents"),
        "CSU_TUI_DB": str(folder / "unit.db"),
        "CSU_TUI_NOW": now,
    }


def screens(folder: Path, *, cols: int = 80, rows: int = 24, now: str = MORNING) -> Terminal:
    """Start the screens on the unit's database in a folder."""
    return Terminal(PROGRAM, cols=cols, rows=rows, env=environment(folder, now), cwd=folder)


def fill(folder: Path, *rows: dict[str, str]) -> None:
    """Make the unit's database with these reports waiting."""
    with closing(make_desk(folder)) as desk:
        take(desk, *rows)
        asked_already(desk)


def at(minute: int, **more: str) -> dict[str, str]:
    """Return a row received on the evening before, so that the agenda has them by their minutes."""
    return {"received": f"31/03/2022 {16 + minute // 60:02}:{minute % 60:02}"} | more


@contextmanager
def meeting(folder: Path, *, cols: int = 80, rows: int = 24, chair: str = "Sgt Ellis") -> Iterator[Terminal]:
    """Start the screens and open the meeting; the first step is on screen."""
    with screens(folder, cols=cols, rows=rows) as terminal:
        open_meeting(terminal, chair)
        yield terminal


def open_meeting(terminal: Terminal, chair: str = "Sgt Ellis") -> None:
    """Call the roll as the first meeting of a unit does, and open."""
    terminal.wait_for(WAITS)
    terminal.press("enter")
    terminal.wait_for("Roll call")
    terminal.send(chair)
    terminal.press("enter", "enter")
    terminal.wait_for(STANDING)


@contextmanager
def looking(folder: Path) -> Iterator[Desk]:
    """Look into the unit's database as a second person does."""
    with closing(make_desk(folder, create=False, patience=5.0)) as desk:
        yield desk


def sat_before(folder: Path, *rows: dict[str, str], text: str = "", due: str = "2022-04-01") -> None:
    """Make the unit's database with a meeting of two days ago, which tasked agency 1 on each.

    `text` is what it is asked to do on the sensitive ones.
    """
    with closing(make_desk(folder, "2022-03-30T09:00:00+01:00")) as desk:
        take(desk, *({"received": f"29/03/2022 16:{number:02}"} | row for number, row in enumerate(rows)))
        desk.open_meeting(Roll("Sgt Ellis", (Attendee(None, "Police", "Sgt Ellis"),)))
        for step in steps(desk):
            words = text if step.sensitive else ""
            desk.assign(step, Assignment(agency(desk, 1), text=words, due=date.fromisoformat(due)))
        desk.settle_unknown()
        desk.close_meeting()
        asked_already(desk)
