"""A crash: one sentence, a log that its owner alone can read, exit status 1, and no traceback anywhere."""

import stat
import sys
from pathlib import Path

import pytest

from tests.factories import NAME, make_desk
from tests.terminal import Terminal

PROGRAM = """
import sys
from pathlib import Path
from csu_tui.desk.clock import Clock
from csu_tui.desk.desk import Desk
from csu_tui.tui.app import CsuApp, run_screens
from csu_tui.tui.screens.opening import OpeningScreen

how, path = sys.argv[1:]
secret = {name!r}

def fail(*_):
    hidden = secret
    raise ValueError(hidden)

def minutes(self):
    if how == "key":
        fail()
    if how == "write":
        self.write(fail, None)
    if how == "timer":
        self.set_timer(0.01, fail)
    if how == "worker":
        async def work():
            fail()
        self.run_worker(work())
    if how == "task":
        import asyncio, gc
        async def work():
            fail()
        self.kept = asyncio.get_running_loop().call_soon(fail)

OpeningScreen.action_read_minutes = minutes
if how == "compose":
    OpeningScreen.compose_body = fail
desk = Desk.open(Path(path), create=False, clock=Clock(), login="ellis")
desk.set_setting("unit", "Darent Vale")  # a unit with a name of its own is asked nothing
sys.exit(run_screens(desk))
"""


@pytest.mark.parametrize("how", ["key", "write", "timer", "worker", "task", "compose"])
def test_a_crash_is_one_sentence_and_a_private_log(tmp_path: Path, how: str) -> None:
    desk = make_desk(tmp_path)
    desk.close()
    program = tmp_path / "program.py"
    program.write_text(PROGRAM.replace("{name!r}", repr(NAME)))
    env = {
        "HOME": str(tmp_path),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    with Terminal([sys.executable, program, how, desk.path], env=env) as terminal:
        if how != "compose":
            terminal.wait_for("NO REPORTS WAIT")
            terminal.press("m")
        assert terminal.wait_exit() == 1
        screen = terminal.screen()
        sent = terminal.raw.decode("utf-8", "replace")
    assert "met an error of its own" in screen
    logs = [path for path in tmp_path.rglob("crash-*.log") if path.is_file()]
    assert len(logs) == 1
    assert logs[0].name in "".join(screen.split())
    assert stat.S_IMODE(logs[0].stat().st_mode) == 0o600
    log = logs[0].read_text()
    assert "builtins.ValueError" in log
    assert "program.py" in log
    assert NAME not in log + sent
    assert "Traceback" not in log + sent
    assert "hidden" not in sent


def test_without_a_crash_no_log_is_made(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    desk.close()
    program = tmp_path / "program.py"
    program.write_text(PROGRAM.replace("{name!r}", repr(NAME)))
    env = {
        "HOME": str(tmp_path),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    with Terminal([sys.executable, program, "none", desk.path], env=env) as terminal:
        terminal.wait_for("NO REPORTS WAIT")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert not (tmp_path / "state").exists()
