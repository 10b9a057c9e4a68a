import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from csu_tui.cli.main import run
from csu_tui.desk.clock import Clock
from csu_tui.desk.desk import Desk
from csu_tui.domain.meeting import Attendee
from csu_tui.domain.moment import from_utc_text
from csu_tui.domain.stroke import Roll
from csu_tui.domain.words import Decision
from csu_tui.settings import login
from tests.factories import new_database

NOW = "2022-04-01T09:00:00+01:00"
HEADERS = (
    "source,reference,received,occurred,category,qualifier,risk,title,text,house,street,locality,postcode,reporter,"
    "name,phone,email,feedback_wanted,route"
)
ROWS = (
    "Valley Police,46-1,31/03/2022 16:40,,Nuisance Bikes,nuisance,medium,Bikes,Two bikes again,12,Mill Lane,Darentford,"
    "DV1 2AB,resident,Ada Planted,01632 960111,ada@example.org,yes,phone",
    "Valley Police,46-2,31/03/2022 17:40,,Domestic Abuse,personal,high,Secret title,secret words,14,High Street,"
    "Darentford,DV1 2AC,resident,Bea Hidden,,,yes,ring 07700 900222 after six",
    "Council,c1,31/03/2022 18:00,,Noise,nuisance,standard,Noise,loud,,Mill Lane,Darentford,DV1 2AB,anonymous,,,,no,",
)

Answer = tuple[int, str, str]
Ask = Callable[..., Answer]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "csu.db"
    monkeypatch.setenv("CSU_TUI_DB", str(path))
    monkeypatch.setenv("CSU_TUI_NOW", NOW)
    return path


@pytest.fixture
def ask(database: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Run one command in this process: its exit status, standard output and standard error."""
    assert database

    def call(*arguments: str) -> Answer:
        status = run(list(arguments))
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


@pytest.fixture
def reports(database: Path) -> Path:
    """Three reports of the last 24 hours in a file."""
    path = database.with_name("reports.csv")
    path.write_text("\n".join((HEADERS, *ROWS)) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def desk(database: Path, reports: Path) -> Desk:
    """A desk with the three reports imported."""
    from csu_tui.desk.intake import IntakeOptions

    new_database(database)
    found = Desk.open(database, create=False, clock=Clock(from_utc_text(NOW)), login=login())
    assert found.take_in(reports, IntakeOptions()).added == len(ROWS)
    return found


@pytest.fixture
def closed(desk: Desk) -> Desk:
    """A desk with one meeting held: one tasked, one held over, one for information."""
    desk.open_meeting(Roll("Sgt Ellis", (Attendee(None, "Police CSU", "Sgt Ellis"),)))
    first = desk.agencies()[0]
    desk.task(desk.agenda().steps[0], first.id)
    desk.decide(desk.agenda().steps[1], Decision.HOLD_OVER, "officer absent")
    desk.decide(desk.agenda().steps[2], Decision.FOR_INFORMATION)
    desk.close_meeting()
    return desk


def parsed(text: str) -> Any:
    return json.loads(text)
