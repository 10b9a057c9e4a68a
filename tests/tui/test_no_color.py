"""NO_COLOR is honoured: not one colour is sent, and the screens still say everything."""

import re
import sys
from pathlib import Path

import pytest

from tests.factories import import_reports, make_desk
from tests.terminal import Terminal

PROGRAM = """
import sys
from pathlib import Path
from csu_tui.desk.clock import Clock
from csu_tui.desk.desk import Desk
from csu_tui.tui.app import run_screens

sys.exit(run_screens(Desk.open(Path(sys.argv[1]), create=False, clock=Clock(), login="ellis")))
"""
COLOUR = re.compile(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-7]|4[0-7]|9[0-7]|10[0-7]|[34]8;[25])[0-9;]*m")


@pytest.mark.parametrize(("env", "coloured"), [({"NO_COLOR": "1"}, False), ({}, True)])
def test_colours_are_sent_only_without_no_color(tmp_path: Path, env: dict[str, str], coloured: bool) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk)
    desk.close()
    path = {"PYTHONPATH": str(Path(__file__).parents[2])}
    with Terminal([sys.executable, "-c", PROGRAM, desk.path], env=env | path) as terminal:
        terminal.wait_for("1 REPORT WAITS")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
        assert bool(COLOUR.search(terminal.raw)) is coloured
