"""The first usable picture stands before anything heavy is imported (ARCHITECTURE 6)."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.factories import import_reports, make_desk, open_meeting

HEAVY = ("sqlmodel", "sqlalchemy", "pydantic", "alembic", "dateutil", "holidays")
PROGRAM = f"""
import asyncio, sys
from pathlib import Path
from csu_tui.desk.clock import Clock
from csu_tui.desk.desk import Desk
from csu_tui.tui.app import CsuApp

frames = []
clock = __import__("datetime").datetime.fromisoformat("2022-04-01T09:00:00+01:00")
desk = Desk.open(Path(sys.argv[1]), create=False, clock=Clock(clock), login="ellis")

app = CsuApp(desk)

def look():
    frames.append((type(app.screen).__name__, *sorted(set({HEAVY!r}) & set(sys.modules))))

async def main():
    app.post_display_hook = look
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()

asyncio.run(main())
drawn = [frame for frame in frames if frame[0] == sys.argv[2]]
sys.stdout.write(" ".join(drawn[0]))
"""


@pytest.mark.parametrize("screen", ["OpeningScreen", "MeetingScreen"])
def test_the_first_picture_needs_nothing_heavy(tmp_path: Path, screen: str) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, {}, {})
    if screen == "MeetingScreen":
        open_meeting(desk)
    desk.close()
    argv = [sys.executable, "-c", PROGRAM, str(desk.path), screen]
    done = subprocess.run(argv, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    assert (done.stdout.split(), done.returncode) == ([screen], 0), done.stderr
