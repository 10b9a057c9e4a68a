"""Meetings held, and the open one."""

import json
import sqlite3
from typing import Any

from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import AgencyId, MeetingId
from csu_tui.domain.meeting import Attendee, Meeting, Window
from csu_tui.domain.moment import from_utc_text
from csu_tui.domain.words import MeetingState

SQL = (
    'SELECT id, version, state, chair, window_start, window_end, start, "end", step, driver_name, present, apologies'
    " FROM meeting"
)


def _roll(text: str) -> tuple[Attendee, ...]:
    return tuple(
        Attendee(None if a["id"] is None else AgencyId(a["id"]), a["agency"], a["name"]) for a in json.loads(text)
    )


def _meeting(r: Any) -> Meeting:  # noqa: ANN401  a row of SQL
    return Meeting(
        id=MeetingId(r[0]),
        version=r[1],
        state=MeetingState(r[2]),
        chair=r[3],
        window=Window(from_utc_text(r[4]), from_utc_text(r[5])),
        start=from_utc_text(r[6]),
        end=from_utc_text(r[7]) if r[7] else None,
        step=r[8],
        driver=r[9],
        present=_roll(r[10]),
        apologies=_roll(r[11]),
    )


def open_meeting(connection: sqlite3.Connection) -> Meeting | None:
    """Return the open meeting, if one is."""
    r = connection.execute(f"{SQL} WHERE state = 'open'").fetchone()
    return _meeting(r) if r else None


def last_held(connection: sqlite3.Connection) -> Meeting | None:
    """Return the latest meeting that was not abandoned."""
    r = connection.execute(f"{SQL} WHERE state != 'abandoned' ORDER BY id DESC LIMIT 1").fetchone()
    return _meeting(r) if r else None


def meetings(connection: sqlite3.Connection, newest: int | None = None) -> tuple[Meeting, ...]:
    """Return every meeting, or so many of the newest, newest first."""
    rows = connection.execute(f"{SQL} ORDER BY id DESC LIMIT ?", (-1 if newest is None else newest,))
    return tuple(map(_meeting, rows))


def meeting(connection: sqlite3.Connection, meeting_id: int) -> Meeting:
    """Return one meeting; raises RuleError where there is none."""
    r = connection.execute(f"{SQL} WHERE id = ?", (meeting_id,)).fetchone()
    if r is None:
        raise RuleError(f"There is no meeting M{meeting_id}.")
    return _meeting(r)


def snapshot(connection: sqlite3.Connection, meeting_id: int) -> str | None:
    """Return the stored snapshot of a closed meeting."""
    r = connection.execute("SELECT snapshot FROM meeting WHERE id = ?", (meeting_id,)).fetchone()
    return str(r[0]) if r and r[0] else None


def driver(connection: sqlite3.Connection, meeting_id: int) -> tuple[str, str]:
    """Return the session that drives a meeting, and its name."""
    r = connection.execute("SELECT driver, driver_name FROM meeting WHERE id = ?", (meeting_id,)).fetchone()
    return str(r[0]), str(r[1])
