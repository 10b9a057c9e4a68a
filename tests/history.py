"""Years of history in seconds: rows by plain SQL, past the desk; the latest hundred reports are always the same ones.

Twenty reports a working meeting, each decided, tasked, told; one in five came by `--history` and was on no agenda.
"""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from csu_tui.data import search

RECENT = 100
"""How many reports both a short and a long history end with."""
A_MEETING = 20
PLACES = 25
"""Among how many places and reporters the reports go round."""
LONG_AGO = timedelta(days=250)
"""Before the recent ones there is a gap, so that nothing of six months differs."""


def fill(path: Path, reports: int, today: date, numbers: int = 0, *, said: Callable[[int], str] | None = None) -> None:
    """Put so many reports of history behind an empty unit, the newest three days before `today`.

    `numbers` sets off references, so that two calls may follow each other. With `said`, the words of each report by its
    number, they can be searched too.
    """
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("BEGIN IMMEDIATE")
        meetings = -(-reports // A_MEETING)
        for table, width, rows in (
            ("meeting", 14, _meetings(reports, meetings, today)),
            ("report", 38, _reports(reports, today, numbers)),
            ("feedback", 11, _feedback(reports, today)),
            ("reporter_key", 3, _keys(reports, today)),
            ("agenda_step", 19, _steps(reports)),
            ("action", 17, _actions(reports, today)),
            ("contact", 13, _contacts(reports, today)),
            ("change", 14, _changes(reports, today)),
            ("change_value", 4, ((n, "", "{}", f'{{"agenda_step:{n}":{{}}}}') for n in range(1, reports + 1))),
        ):
            connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", rows)
        if said:
            words = ((said(number), number) for number in range(1, reports + 1))
            connection.executemany("UPDATE report SET text = ? WHERE id = ?", words)
            search.fill(connection)
        connection.execute("COMMIT")
    finally:
        connection.close()


def _day(number: int, reports: int, today: date) -> date:
    """Return the day of report `number`, from 1, the last being the newest."""
    before = reports - number
    gap = timedelta() if before < RECENT else LONG_AGO
    return today - timedelta(days=3 + before // A_MEETING) - gap


def _at(day: date, hour: int = 9) -> str:
    return f"{datetime(day.year, day.month, day.day, hour, tzinfo=UTC):%Y-%m-%dT%H:%M:%SZ}"


def _meeting_of(number: int) -> int:
    return (number - 1) // A_MEETING + 1


def _past(number: int) -> bool:
    """Say whether a report was imported as history."""
    return number % 5 == 0


def _meetings(reports: int, meetings: int, today: date) -> Iterator[tuple[object, ...]]:
    for number in range(1, meetings + 1):
        day = _day(min(number * A_MEETING, reports), reports, today)
        start = _at(day)
        yield (
            *(number, 1, "closed", "Sgt Ellis", _at(day - timedelta(days=1)), start, start, start, 1, "", "ellis"),
            *("[]", "[]", "{}"),
        )


def _reports(reports: int, today: date, numbers: int) -> Iterator[tuple[object, ...]]:
    for number in range(1, reports + 1):
        received = _at(_day(number, reports, today), 8)
        turn = (reports - number) % PLACES
        yield (
            *(number, 1, "Kent Police", f"H{number + numbers}", f"kent police|H{number + numbers}", "", None, None),
            *(received, None, 1 + turn % 5, "", None, "medium", "A title", "A text of some words. " * 8),
            *(str(turn), "Mill Lane", "Swanley", f"BR8 {turn}AA", "", f"BR8{turn}AA", None, None),
            *("resident", "Ada Example", f"01632 9600{turn:02}", "", 1, "phone", "", int(_past(number)), 0),
            *(None, received[:10], None, received, "mill lane|swanley"),
        )


def _feedback(reports: int, today: date) -> Iterator[tuple[object, ...]]:
    for number in range(1, reports + 1):
        told = _at(_day(number, reports, today), 10)
        if _past(number):
            yield (number, 1, "due", None, None, "", 0, None, None, 0, 0)
        else:
            yield (number, 1, "given", told[:10], 1, "", 0, told, "call", 0, 1)


def _keys(reports: int, today: date) -> Iterator[tuple[object, ...]]:
    for number in range(1, reports + 1):
        turn = (reports - number) % PLACES
        yield (number, f"phone:+4416329600{turn:02}", _at(_day(number, reports, today), 8))


def _steps(reports: int) -> Iterator[tuple[object, ...]]:
    for number in range(1, reports + 1):
        if not _past(number):
            place = (number - 1) % A_MEETING + 1
            yield (
                *(number, 1, _meeting_of(number), place, "report", number, None, None, 0, 0, 0, "task", "", None),
                *(None, "ellis", None, "", ""),
            )


def _actions(reports: int, today: date) -> Iterator[tuple[object, ...]]:
    for number in range(1, reports + 1):
        if not _past(number):
            day = _day(number, reports, today).isoformat()
            yield (
                *(number, 1, number, _meeting_of(number), 1 + number % 9, None, 1, "Go and see.", day, "done", "Seen."),
                *(day, 0, 1, 0, day, "ellis"),
            )


def _contacts(reports: int, today: date) -> Iterator[tuple[object, ...]]:
    for number in range(1, reports + 1):
        if not _past(number):
            at = _at(_day(number, reports, today), 10)
            yield (number, 1, number, number, None, 1, None, at, "call", 1, "", 1, 0)


def _changes(reports: int, today: date) -> Iterator[tuple[object, ...]]:
    for number in range(1, reports + 1):
        at = _at(_day(number, reports, today), 9)
        meeting = None if _past(number) else _meeting_of(number)
        who = ("ellis", "marsh")[number % 2]
        yield (number, at, at, who, None, "long ago", "task: CSU", f"R{number}", meeting, None, "", "", "", "")
