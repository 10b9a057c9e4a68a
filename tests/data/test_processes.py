"""Several people at once, and a power cut at the worst moment: nothing is lost and nothing is half made."""

import subprocess
import sys
from pathlib import Path

import pytest

from csu_tui.desk.intake import IntakeOptions
from csu_tui.domain.stroke import ActionFilter
from csu_tui.domain.words import Decision
from tests.factories import import_reports, incoming_csv, make_desk, open_meeting, refused, rows_of, steps

ROOT = Path(__file__).parents[2]
DIE = "import os, signal; die = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)\n"


def start(code: str, folder: Path, *more: str) -> "subprocess.Popen[str]":
    head = "import sys; from pathlib import Path; from tests.factories import *; folder = Path(sys.argv[1])\n"
    return subprocess.Popen(
        [sys.executable, "-c", head + code, str(folder), *more],
        cwd=ROOT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def finish(*running: "subprocess.Popen[str]", status: int = 0) -> None:
    for process in running:
        _, errors = process.communicate(timeout=60)
        assert process.returncode == status, errors


def test_two_who_create_the_database_at_once_share_one(tmp_path: Path) -> None:
    code = (
        "desk = make_desk(folder, login=sys.argv[2], patience=10, anew=True)\n"
        "import_reports(desk, *({'reference': f'{sys.argv[2]}-{n}'} for n in range(3)))"
    )
    finish(*(start(code, tmp_path, login) for login in ("ellis", "amir", "jones")))
    desk = make_desk(tmp_path)
    assert desk.check().problems == ()
    assert desk.check().reports == 9
    assert rows_of(desk, "SELECT count(DISTINCT who) FROM change") == [(3,)]
    assert not list(tmp_path.glob("*.new"))


@pytest.mark.parametrize("moment", ["_seed", "_place"])
def test_killed_while_creating_leaves_none_half_made(tmp_path: Path, moment: str) -> None:
    code = DIE + f"import csu_tui.data.create as c; c.{moment} = die; make_desk(folder, anew=True)"
    finish(start(code, tmp_path), status=-9)
    assert not (tmp_path / "unit.db").exists()
    assert make_desk(tmp_path).check().problems == ()


@pytest.mark.parametrize("create", [True, False])
def test_killed_in_the_middle_of_an_import_leaves_no_trace_of_it(tmp_path: Path, *, create: bool) -> None:
    if not create:
        import_reports(make_desk(tmp_path), {}, {})
    incoming = incoming_csv(tmp_path / "many.csv", [{"text": "words " * 200} for _ in range(500)])
    code = DIE + (
        "from csu_tui.data.writing import Writing; Writing.record = die\n"
        "make_desk(folder, anew=True).take_in(Path(sys.argv[2]), IntakeOptions())"
    )
    finish(start(code, tmp_path, str(incoming)), status=-9)
    desk = make_desk(tmp_path)
    assert desk.check().problems == ()
    assert (desk.check().reports, desk.check().changes) == ((0, 0) if create else (2, 1))
    assert desk.take_in(incoming, IntakeOptions()).added == 500


def test_a_write_cut_off_by_a_power_cut_is_rolled_back_by_whoever_may_write(tmp_path: Path) -> None:
    import_reports(make_desk(tmp_path), *({} for _ in range(200)))
    code = DIE + (
        "desk = make_desk(folder)\n"
        "with desk._writing() as writing:\n"
        "    writing.connection.execute('PRAGMA cache_size=1')\n"
        "    writing.connection.execute('UPDATE report SET title = ?, text = ?', ('half' * 500, 'done' * 500))\n"
        "    die()"
    )
    finish(start(code, tmp_path), status=-9)
    assert list(tmp_path.glob("*-journal"))
    assert "cut off" in refused(lambda: make_desk(tmp_path, read_only=True).check())
    assert list(tmp_path.glob("*-journal"))
    desk = make_desk(tmp_path)
    assert desk.check().problems == ()
    assert rows_of(desk, "SELECT count(*) FROM report WHERE title LIKE 'half%'") == [(0,)]
    assert make_desk(tmp_path, read_only=True).check().reports == 200


def test_six_people_who_each_read_then_write_lose_nothing(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk)
    open_meeting(desk)
    desk.task(steps(desk)[0], desk.agencies()[0].id)
    code = """
from csu_tui.domain.errors import BusyError, StaleError
from csu_tui.domain.stroke import ActionFilter
desk = make_desk(folder, login=sys.argv[2], patience=10)
written = 0
while written < 50:
    (action,) = desk.actions(ActionFilter())
    try:
        desk.edit_action(action, str(int(action.text or 0) + 1))
        written += 1
    except (BusyError, StaleError):
        pass
"""
    finish(*(start(code, tmp_path, f"login{number}") for number in range(6)))
    assert [action.text for action in desk.actions(ActionFilter())] == ["300"]
    assert desk.check().problems == ()
    assert desk.check().changes == 3 + 300
    assert rows_of(desk, "SELECT count(*) FROM change WHERE who LIKE 'login%' GROUP BY who") == [(50,)] * 6


def test_a_decision_whose_stroke_returned_survives_a_kill(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, {}, {}, {})
    open_meeting(desk)
    code = DIE + (
        "from csu_tui.domain.words import Decision\n"
        "desk = make_desk(folder)\n"
        "desk.take_over()\n"
        "for step in steps(desk)[:2]: desk.decide(step, Decision.FOR_INFORMATION); desk.reach(step.number)\n"
        "die()"
    )
    finish(start(code, tmp_path), status=-9)
    again = make_desk(tmp_path)
    assert [step.decision for step in steps(again)] == [Decision.FOR_INFORMATION, Decision.FOR_INFORMATION, None]
    meeting = again.meeting()
    assert meeting is not None
    assert meeting.step == 2
