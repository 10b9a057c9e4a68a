"""What the shell offers: references, agencies, officers; from the database, and silent without one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import BashComplete

from csu_tui.cli.main import csu_tui
from csu_tui.desk.desk import Desk
from tests.cli.conftest import Ask
from tests.cli.test_speed_guards import HEAVY

SHELLS = ("bash", "zsh", "fish", "powershell")
RUN = f"""
import sys
sys.argv = ["csu-tui"]
from csu_tui.cli.main import run
try:
    run(["--help"])
finally:
    sys.stderr.write(",".join(m for m in {HEAVY!r} if m in sys.modules))
"""


def offered(*line: str) -> list[str]:
    """Complete the last word of a line after `csu-tui`."""
    complete = BashComplete(csu_tui, {}, "csu-tui", "_CSU_TUI_COMPLETE")
    return [item.value for item in complete.get_completions(list(line[:-1]), line[-1])]


def helped(*line: str) -> list[str]:
    complete = BashComplete(csu_tui, {}, "csu-tui", "_CSU_TUI_COMPLETE")
    return [item.help or "" for item in complete.get_completions(list(line[:-1]), line[-1])]


@pytest.mark.parametrize("begun", ["", "A", "a", "A1", "1", "a01"])
@pytest.mark.parametrize("command", ["done", "not-possible", "not-undertaken", "redate", "handover"])
def test_an_open_action_is_offered_by_its_beginning(closed: Desk, command: str, begun: str) -> None:
    assert closed.meeting() is None
    assert offered(command, begun) == ["A1"]


@pytest.mark.parametrize("begun", ["A2", "R1", "x", "A1x", "½", "9" * 40])
def test_what_begins_no_open_action_offers_none(ask: Ask, closed: Desk, begun: str) -> None:
    assert closed.meeting() is None
    assert offered("done", begun) == []
    assert ask("done", "A1", "seen to")[0] == 0
    assert offered("done", "A1") == []


def test_reports_meetings_and_imports_are_offered_newest_first(closed: Desk) -> None:
    assert closed.meeting() is None
    assert offered("show", "R") == offered("contact", "") == ["R3", "R2", "R1"]
    assert offered("set-feedback", "r2") == ["R2"]
    assert offered("minutes", "M") == offered("amend", "m") == ["M1"]
    assert offered("import", "--take-back", "I") == ["I1"]


def test_every_number_that_begins_so_is_offered_and_no_other(desk: Desk) -> None:
    with desk._writing() as writing:
        kept = writing.row("report", 1)
        assert kept is not None
        for number in (12, 120, 129, 130, 1200, 12_345_678, 21):
            writing.add("report", **kept | {"id": number, "identity": f"x{number}"})
        writing.record("many", "R1")
    assert offered("show", "R12") == ["R12345678", "R1200", "R129", "R120", "R12"]


def test_an_agency_is_offered_by_the_beginning_of_either_of_its_names(desk: Desk) -> None:
    assert desk.meeting() is None
    assert offered("handover", "A1", "ward") == ["Wardens"]
    assert offered("actions", "--agency", "county council comm") == ["Wardens"]
    assert offered("minutes", "--agency", "dc lic") == ["DC Licensing"]
    assert offered("agency", "retire", "zzz") == []
    assert len(offered("actions", "--agency", "")) == len(desk.agencies())


def test_an_officer_is_offered_by_any_of_their_names_and_of_the_agency_named(ask: Ask, desk: Desk) -> None:
    assert ask("officer", "add", "Dawn Hollis", "wardens")[0] == 0
    assert ask("officer", "add", "Dan O'Brien", "fire")[0] == 0
    assert offered("actions", "--officer", "hol") == ["Dawn Hollis"]
    assert offered("officer", "edit", "d") == ["Dan O'Brien", "Dawn Hollis"]
    assert offered("handover", "A1", "wardens", "their patch", "--officer", "d") == ["Dawn Hollis"]
    assert desk.meeting() is None


@pytest.mark.parametrize(
    ("shell", "value"), [("bash", "'Dan O'\"'\"'Brien'"), ("powershell", "'Dan O''Brien'"), ("zsh", "Dan O'Brien")]
)
def test_a_name_with_a_blank_is_quoted_where_the_shell_does_not(
    ask: Ask, desk: Desk, monkeypatch: pytest.MonkeyPatch, shell: str, value: str
) -> None:
    assert ask("officer", "add", "Dan O'Brien", "fire")[0] == 0
    monkeypatch.setenv("_CSU_TUI_COMPLETE", f"{shell}_complete")
    assert offered("actions", "--officer", "dan") == [value]
    assert desk.meeting() is None


def test_help_beside_a_reference_is_what_a_room_may_read(closed: Desk) -> None:
    assert closed.meeting() is None
    assert helped("show", "R2") == ["Sensitive concern"]
    assert helped("done", "A1") == [f"{closed.agencies()[0].short}, contact and report back, Sensitive concern"]


def test_names_that_would_act_on_a_terminal_are_not_offered(desk: Desk) -> None:
    agency = desk.agencies()[0].id
    with desk._writing() as writing:
        for name in ("Eve \x1b[31m", "Eve\nred", "Eve \u202e", "Eve $(red) `x`"):
            writing.add("officer", agency_id=agency, name=name)
        writing.record("add", "O1")
    assert offered("actions", "--officer", "eve") == ["Eve $(red) `x`"]


def test_the_database_named_on_the_line_is_the_one_read(closed: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(closed.path)
    monkeypatch.setenv("CSU_TUI_DB", str(closed.path.with_name("absent.db")))
    assert offered("done", "A") == []
    assert offered("--db", path, "done", "A") == ["A1"]
    assert offered("done", "--db", path, "A") == ["A1"]


def test_without_a_database_nothing_is_said_and_none_is_made(database: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for line in (("done", "A"), ("show", "R"), ("actions", "--agency", ""), ("actions", "--officer", "x")):
        assert offered(*line) == []
    database.write_text("no database")
    assert offered("done", "A") == []
    assert capfd.readouterr() == ("", "")
    assert [path.name for path in database.parent.iterdir()] == ["csu.db"]


def shell(name: str, what: str, database: Path, line: str) -> "subprocess.CompletedProcess[str]":
    """Ask as a shell asks, and write on standard error which heavy libraries that loaded."""
    words = line.split()
    env = {
        "_CSU_TUI_COMPLETE": f"{name}_{what}",
        "CSU_TUI_DB": str(database),
        "COMP_WORDS": line,
        "COMP_CWORD": words[-1] if name == "fish" else str(len(words) - 1),
        "PATH": os.environ["PATH"],
    }
    return subprocess.run([sys.executable, "-c", RUN], capture_output=True, text=True, check=False, env=env)


@pytest.mark.parametrize("name", SHELLS)
def test_every_shell_is_answered_without_loading_the_tables(closed: Desk, database: Path, name: str) -> None:
    assert closed.meeting() is None
    done = shell(name, "complete", database, "csu-tui done A")
    assert "A1" in done.stdout
    assert done.stderr == ""
    assert "_CSU_TUI_COMPLETE" in shell(name, "source", database, "csu-tui").stdout


def test_what_a_command_does_is_offered_whole() -> None:
    assert "Finish an action: circumstances changed." in helped("not-p")
    assert not [words for words in helped("") if words.endswith("...")]
