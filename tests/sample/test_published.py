"""The published totals, counted by plain SQL and by the command."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from csu_tui.cli.main import run
from tests.sample.test_sample import SHIPPED
from tests.sample.years.counted import counted
from tests.sample.years.published import PUBLISHED, YEARS


@pytest.mark.parametrize("year", YEARS)
def test_every_published_total_is_counted_from_the_records(year: str) -> None:
    connection = sqlite3.connect(f"{SHIPPED.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        assert counted(connection, year) == PUBLISHED[year]
    finally:
        connection.close()


@pytest.mark.parametrize("year", YEARS)
def test_the_command_prints_the_published_totals(
    year: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CSU_TUI_DB", str(shutil.copy(SHIPPED, tmp_path / "unit.db")))
    monkeypatch.setenv("CSU_TUI_NOW", "2022-04-01T09:00:00+01:00")
    assert run(["figures", "--year", year, "--format", "json"]) == 0
    printed = {figure["name"]: figure["value"] for figure in json.loads(capsys.readouterr().out)["figures"]}
    assert {name: printed[name] for name in PUBLISHED[year]} == PUBLISHED[year]
