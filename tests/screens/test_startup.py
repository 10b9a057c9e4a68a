"""The first picture, and walking on from it, while the heavy libraries cannot be imported at all."""

import os
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.factories import make_desk, open_meeting, steps
from tests.screens.room import WAITS, at, environment, fill, looking
from tests.terminal import Terminal

WALLED = """
import importlib.machinery, os, sys
HEAVY = {"sqlmodel", "sqlalchemy", "pydantic", "alembic", "dateutil", "holidays"}

class Wall(importlib.machinery.PathFinder):
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        if name not in HEAVY:
            return None
        spec = super().find_spec(name, path, target)
        run = spec.loader.exec_module
        def wait(module):
            open(os.environ["GATE"]).close()
            run(module)
        spec.loader.exec_module = wait
        return spec

sys.meta_path.insert(0, Wall())
from csu_tui.__main__ import main
sys.argv = ["csu-tui"]
main()
"""
"""The program, but an import of something heavy waits until somebody opens the other end of a pipe."""


@pytest.fixture
def walled(tmp_path: Path) -> Iterator[Terminal]:
    fill(tmp_path, *(at(minute) for minute in range(3)))
    if "meeting" in os.environ["PYTEST_CURRENT_TEST"]:
        with closing(make_desk(tmp_path)) as desk:
            open_meeting(desk)
            desk.leave()
    os.mkfifo(tmp_path / "gate")
    env = environment(tmp_path) | {"GATE": str(tmp_path / "gate")}
    with Terminal([sys.executable, "-c", WALLED], env=env, cwd=Path(__file__).parents[2]) as terminal:
        yield terminal


def test_the_opening_screen_and_its_help_need_nothing_heavy(walled: Terminal) -> None:
    walled.wait_for(WAITS)
    walled.wait_for("Kent Police")
    walled.press("?")
    walled.wait_for("call the roll")


def test_the_meeting_is_walked_with_nothing_heavy_and_its_keys_are_kept(walled: Terminal, tmp_path: Path) -> None:
    """What the keys meant is saved once the writing half is there."""
    walled.wait_for(r"\b1 of 3\b")
    walled.press("1", "n")
    walled.wait_for(r"\b2 of 3\b")
    walled.press("x")
    walled.wait_for("No further action")
    walled.press("escape")
    walled.wait_gone("No further action")
    walled.press("n")
    walled.wait_for(r"\b3 of 3\b")
    with (tmp_path / "gate").open("w"):
        walled.press("p", "p")
        walled.wait_for("DECISION +task")
        walled.press("ctrl+q")
        assert walled.wait_exit() == 0
    with looking(tmp_path) as desk:
        assert [len(step.owners) for step in steps(desk)] == [1, 0, 0]
