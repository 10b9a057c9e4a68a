"""Bad input gets one sentence on standard error and exit 1, wrong use exit 2, and nothing is changed."""

import hashlib
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from tests.cli.conftest import HEADERS, ROWS, Ask


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def one_sentence(text: str) -> bool:
    return text.count("\n") == 1 and text.strip().endswith((".", ")")) and "Traceback" not in text


@pytest.mark.parametrize(
    "command",
    [
        ("show", "R999"),
        ("show", "X1"),
        ("done", "A999", "visited"),
        ("done", "A1", "  "),
        ("contact", "R999", "call"),
        ("contact", "R3", "call", "--given"),
        ("redate", "A1", "31/2", "why"),
        ("redate", "A1", "yesterday", "why"),
        ("minutes", "31/2"),
        ("minutes", "M99"),
        ("minutes", "14 Mar"),
        ("actions", "--agency", "nobody"),
        ("set-feedback", "R3", "due"),
        ("import", "absent.csv"),
        ("agency", "add", "District Council Community Safety"),
        ("agency", "retire", "DC Safety"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence_and_changes_nothing(
    ask: Ask, closed: Desk, database: Path, command: tuple[str, ...]
) -> None:
    assert closed.meeting() is None
    before = digest(database)
    status, out, err = ask(*command)
    assert status == 1
    assert out == ""
    assert one_sentence(err), err
    assert digest(database) == before


@pytest.mark.parametrize("command", [("bogus",), ("show",), ("contact", "R1", "shout"), ("agenda", "--loud")])
def test_wrong_use_exits_2(ask: Ask, command: tuple[str, ...]) -> None:
    assert ask(*command)[0] == 2


@pytest.mark.parametrize("command", ["agenda", "meetings", "actions", "feedback", "minutes", "check"])
def test_without_a_database_the_sentence_names_where_it_was_looked_for(ask: Ask, database: Path, command: str) -> None:
    status, _, err = ask(command)
    assert status == 1
    assert str(database) in err
    assert not database.exists()


def test_a_foreign_file_is_never_written_to(ask: Ask, database: Path) -> None:
    foreign = sqlite3.connect(database)
    foreign.execute("CREATE TABLE x (y)")
    foreign.close()
    before = digest(database)
    for command in (("agenda",), ("check",), ("agency", "add", "New")):
        status, _, err = ask(*command)
        assert status == 1
        assert "not a csu-tui database" in err
    assert digest(database) == before


def test_a_newer_database_is_refused_and_not_touched(ask: Ask, closed: Desk, database: Path) -> None:
    closed.close()
    newer = sqlite3.connect(database)
    newer.execute("PRAGMA user_version = 999")
    newer.close()
    before = digest(database)
    status, _, err = ask("agenda")
    assert status == 1
    assert "newer" in err
    assert digest(database) == before


def test_a_bad_clock_is_named(ask: Ask, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert desk.meeting() is None
    monkeypatch.setenv("CSU_TUI_NOW", "1 April")
    status, _, err = ask("agenda")
    assert status == 1
    assert "CSU_TUI_NOW" in err


@pytest.mark.parametrize("command", [[], ["demo"]])
def test_the_screens_refuse_to_start_where_there_is_no_terminal(command: list[str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "csu_tui", *command],
        capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
        env={"CSU_TUI_DB": str(tmp_path / "x.db")},
    )  # fmt: skip
    assert done.returncode == 1
    assert one_sentence(done.stderr)
    assert not (tmp_path / "x.db").exists()


def test_two_meetings_on_one_day_are_both_listed(ask: Ask, closed: Desk) -> None:
    from csu_tui.domain.stroke import Roll

    closed.open_meeting(Roll("Sgt Ellis"))
    closed.hold_over_rest("not reached")
    closed.close_meeting()
    status, _, err = ask("minutes", "1 Apr 2022")
    assert status == 1
    assert "M1" in err
    assert "M2" in err


def test_a_dry_run_before_there_is_a_database_says_what_would_come_and_makes_none(ask: Ask, database: Path) -> None:
    file = database.parent / "reports.csv"
    file.write_text("\n".join((HEADERS, *ROWS)), encoding="utf-8")
    code, printed, _ = ask("import", "--dry-run", str(file))
    assert code == 0
    assert "3 would be added" in printed
    assert not database.exists()


def test_where_names_all_that_is_wrong_in_the_preferences(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "preferences.toml"
    file.write_text('theme = "pink"\n[keys]\nnxt = "j"\nnext = "1"\n', encoding="utf-8")
    monkeypatch.setenv("CSU_TUI_CONFIG", str(file))
    status, out, err = ask("where")
    assert (status, str(file) in out) == (0, True)
    for wrong in ("line 1, theme", "line 3, nxt: there is no action", "line 4, next: the digits belong"):
        assert wrong in err


def test_a_file_refused_is_named_once(ask: Ask, tmp_path: Path) -> None:
    counts = tmp_path / "contacts.csv"
    counts.write_text("Year,Month,Service,Count\n2019,January,Parking,12\n", encoding="utf-8")
    status, _, err = ask("import", str(counts))
    assert status == 1
    assert err.count("contacts.csv") == 1


@pytest.mark.parametrize("command", [("where",), ("agenda",), ("backup", "~nobody-of-that-name/b.db")])
def test_a_home_that_nobody_has_is_a_folder_of_that_name(
    ask: Ask, desk: Desk, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    assert desk
    if command[0] != "backup":
        monkeypatch.setenv("CSU_TUI_DB", "~nobody-of-that-name/csu.db")
    _, out, err = ask(*command)
    assert "~nobody-of-that-name" in out + err
