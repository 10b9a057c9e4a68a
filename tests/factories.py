"""Desks, files and meetings for tests: every free text is hostile unless a test says otherwise."""

import csv
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from csu_tui import settings
from csu_tui.data.create import create_database
from csu_tui.desk.clock import Clock
from csu_tui.desk.desk import Desk
from csu_tui.desk.intake import IntakeOptions, Taken
from csu_tui.domain.agenda import Step
from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import AgencyId, ReportId
from csu_tui.domain.meeting import Attendee, Meeting
from csu_tui.domain.stroke import Closed, Roll
from csu_tui.domain.words import Decision

MARKUP = "[ALPHA-1] [/x] [@click=app.quit]q[/] :fire: $x"
CONTROLS = "\x1b[31mred\x1b]52;c;ZXZpbA==\x07\x1b]0;title\x1b\\ \x9b2J \x85 \u202eevil\u202c \u200b"
HOSTILE = MARKUP + CONTROLS
"""Markup, an action link, an emoji name, ESC and OSC 52 sequences, C1 controls, bidirectional overrides."""

NAME = "Mrs Plantagenet-Verity"
PHONE = "01322 765432"
EMAIL = "verity.planted@example.org"
HOUSE = "Plantage Cottage 47b"
SECRET = "the planted narrative of a sensitive report"
PLANTED = (NAME, "Plantagenet", PHONE, EMAIL, HOUSE, SECRET)
"""What no screen in SHARED, no redacted paper and no plain command may ever show."""

MORNING = "2022-04-01T09:00:00+01:00"
CHAIR = f"Sgt Ellis {MARKUP}"

COLUMNS = (
    *("source", "reference", "received", "occurred", "category", "qualifier", "risk", "title", "text", "house"),
    *("street", "locality", "postcode", "reporter", "name", "phone", "email", "feedback_wanted", "route"),
)
_ROW = {
    "source": "Kent Police",
    "received": "31/03/2022 16:40",
    "category": "Nuisance Bikes",
    "qualifier": "nuisance",
    "risk": "medium",
    "title": HOSTILE,
    "text": HOSTILE,
    "house": HOUSE,
    "street": "Mill Lane",
    "locality": "Swanley",
    "postcode": "BR8 7AA",
    "reporter": "resident",
    "name": NAME,
    "phone": PHONE,
    "email": EMAIL,
    "feedback_wanted": "yes",
    "route": "phone",
}
SENSITIVE = {"category": "Domestic Abuse", "qualifier": "personal", "title": SECRET, "text": SECRET}
"""What makes a row a sensitive one, its text planted."""

_files = count(1)
_references = count(1)


class FrozenClock(Clock):
    """A clock that stands until it is moved; the machine's own time moves with it."""

    def __init__(self, start: str | datetime = MORNING) -> None:
        at = datetime.fromisoformat(start) if isinstance(start, str) else start
        super().__init__(at)
        self._at = at.astimezone(UTC)

    def now(self) -> datetime:
        return self._at

    def machine(self) -> datetime:
        return self._at

    def set(self, at: str | datetime) -> None:
        """Move to a time, aware."""
        self._at = (datetime.fromisoformat(at) if isinstance(at, str) else at).astimezone(UTC)

    def advance(self, **span: float) -> None:
        """Move on by `minutes=…`, `days=…` and so on; backwards too."""
        self._at += timedelta(**span)


@cache
def _new() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "new.db"
        create_database(path)
        return path.read_bytes()


def new_database(path: Path) -> None:
    """Put a copy of a new database at `path`, where nothing stands and its folder does."""
    with suppress(OSError), os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        file.write(_new())


def make_desk(
    folder: Path,
    now: str | datetime | Clock = MORNING,
    login: str = "ellis",
    *,
    name: str = "unit.db",
    create: bool = True,
    anew: bool = False,
    read_only: bool = False,
    patience: float = 0.05,
) -> Desk:
    """Open the unit's database in a folder, creating it; two desks of one folder are two people of one unit.

    A new one is a copy of one made before, which is quicker, unless with `anew` the program makes it.
    """
    clock = now if isinstance(now, Clock) else FrozenClock(now)
    if create and not anew and not read_only:
        new_database(folder / name)
    return Desk.open(
        folder / name,
        create=create,
        clock=clock,
        login=login,
        read_only=read_only,
        patience=patience,
        minutes_folder=folder / "minutes",
    )


def asked_already(desk: Desk) -> None:
    """Let whoever runs the tests have put the first questions off: the unit is set up, its screens open on the work."""
    login, desk.login = desk.login, settings.login()
    desk.start_unit()
    desk.login = login


def clock_of(desk: Desk) -> FrozenClock:
    """Return the clock that a desk was made with."""
    clock = desk._clock
    assert isinstance(clock, FrozenClock)
    return clock


def row(**more: str) -> dict[str, str]:
    """Return one row in csu-tui's own columns, with a reference of its own unless one (or "") is given."""
    return _ROW | {"reference": f"46-{next(_references):04d}"} | more


def incoming_csv(path: Path, rows: list[dict[str, str]]) -> Path:
    """Write a file in csu-tui's own columns; a row without a value of its own takes the hostile default."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="")
        writer.writeheader()
        writer.writerows(row(**one) for one in rows)
    return path


def take(desk: Desk, *rows: dict[str, str], history: bool = False) -> Taken:
    """Take rows in as one file, and say what became of it."""
    path = incoming_csv(desk.path.parent / f"incoming-{os.getpid()}-{next(_files)}.csv", list(rows))
    taken = desk.take_in(path, IntakeOptions(history=history))
    assert not taken.error, taken.error
    assert taken.incoming is not None
    assert not taken.incoming.refused, taken.incoming.refused
    return taken


def import_reports(desk: Desk, *rows: dict[str, str], history: bool = False) -> tuple[ReportId, ...]:
    """Take rows in (without any: one report of the morning) and return the numbers of the reports added."""
    before = _highest(desk)
    take(desk, *(rows or ({},)), history=history)
    return tuple(ReportId(number) for number in range(before + 1, _highest(desk) + 1))


def _highest(desk: Desk) -> int:
    with desk._db.read() as connection:
        return int(connection.execute("SELECT ifnull(max(id), 0) FROM report").fetchone()[0])


def open_meeting(desk: Desk, chair: str = CHAIR) -> Meeting:
    """Open the next meeting with a short roll."""
    return desk.open_meeting(Roll(chair, (Attendee(None, "Police", chair),), (Attendee(None, "Fire", MARKUP),)))


def steps(desk: Desk) -> tuple[Step, ...]:
    """Return the agenda as it stands now."""
    return desk.agenda().steps


def step_of(desk: Desk, report_id: int) -> Step:
    """Return the step that a report has on the agenda."""
    return next(step for step in steps(desk) if step.report_id == report_id and step.action_id is None)


def agency(desk: Desk, digit: int) -> AgencyId:
    """Return the agency that a digit tasks."""
    return next(one.id for one in desk.agencies() if one.digit == digit)


def close(desk: Desk, reason: str = "not reached") -> Closed:
    """End the open meeting as a chair in a hurry does: the source tells the unknown, the rest is held over."""
    desk.settle_unknown()
    desk.hold_over_rest(reason)
    return desk.close_meeting()


def note_all(desk: Desk) -> None:
    """Resolve "for information" on every report still undecided."""
    for step in desk.checklist().undecided:
        desk.decide(step, Decision.FOR_INFORMATION)


def rows_of(desk: Desk, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    """Read the file itself, past the desk, for what only the record knows."""
    with desk._db.read() as connection:
        return [tuple(found) for found in connection.execute(sql, values)]


def refused(stroke: Callable[[], object]) -> str:
    """Run a stroke that must be refused, and return its sentence."""
    try:
        stroke()
    except RuleError as error:
        return str(error)
    raise AssertionError("the stroke was not refused")


def desks(folder: Path, *logins: str) -> Iterator[Desk]:
    """Open one database for several people, who share one clock."""
    clock = FrozenClock()
    for login in logins:
        yield make_desk(folder, clock, login)
