"""A defect of our own is told in one sentence too: no traceback, no value, a log that its owner alone can read."""

import subprocess
import sys
from pathlib import Path

BROKEN = """
import sys
from csu_tui import __main__
from csu_tui.desk.desk import Desk
def agenda(self, **_):
    reporter = "Ada Planted"
    raise ZeroDivisionError(reporter)
Desk.agenda = agenda
sys.argv = ["csu-tui", "agenda"]
__main__.main()
"""


def test_a_command_that_fails_says_one_sentence_and_where_its_log_is(tmp_path: Path) -> None:
    env = {"CSU_TUI_DB": str(tmp_path / "csu.db"), "HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path)}
    made = [sys.executable, "-m", "csu_tui", "agency", "add", "Night Wardens"]
    assert subprocess.run(made, env=env, capture_output=True, check=False).returncode == 0
    done = subprocess.run([sys.executable, "-c", BROKEN], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert "Planted" not in done.stderr
    (log,) = tmp_path.rglob("crash-*.log")
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    assert "Planted" not in log.read_text(encoding="utf-8")
    assert log.stat().st_mode & 0o077 == 0
