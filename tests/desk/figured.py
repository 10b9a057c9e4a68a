"""A year of records put in row by row, past the desk, so that figures can be counted by hand."""

import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

from csu_tui.desk.desk import Desk
from csu_tui.domain.figure import Figures
from csu_tui.domain.span import Span, read_year
from csu_tui.domain.standard import KINDS, SOURCES
from tests.factories import HOSTILE, HOUSE, NAME, PHONE, SECRET, make_desk

YEAR = read_year("2021-22")
NOON = "T12:00:00Z"
DIRECT = SOURCES[4]


class Unit:
    """An empty unit and its file."""

    def __init__(self, folder: Path) -> None:
        self.desk: Desk = make_desk(folder)
        self._numbers: dict[str, int] = {}

    def run(self, sql: str, *values: Any) -> None:
        """Change the file itself."""
        connection = sqlite3.connect(self.desk.path)
        with connection:
            connection.execute(sql, values)
        connection.close()

    def one(self, sql: str, *values: Any) -> Any:
        """Read one value from the file itself."""
        connection = sqlite3.connect(self.desk.path)
        found = connection.execute(sql, values).fetchone()
        connection.close()
        return found[0]

    def add(self, table: str, **row: Any) -> int:
        """Put a row in; what is not given and may not be empty is 0 or ""."""
        connection = sqlite3.connect(self.desk.path)
        with connection:
            for _, name, kind, needed, default, key in connection.execute(f"PRAGMA table_info({table})").fetchall():
                if needed and default is None and not key and name not in row:
                    row[name] = 0 if kind == "INTEGER" else ""
            names = ", ".join(f'"{name}"' for name in row)
            sql = f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})"
            number = connection.execute(sql, tuple(row.values())).lastrowid
        connection.close()
        assert number is not None
        return number

    def kind(self, name: str, topic: str = "") -> int:
        """Return the number of a standard kind."""
        position = next(at for at, one in enumerate(KINDS) if (one.name, one.topic) == (name, topic))
        return int(self.one("SELECT id FROM kind WHERE position = ?", position))

    def category(self, name: str) -> int:
        return int(self.one("SELECT id FROM category WHERE name = ?", name))

    def report(self, received: str = f"2021-06-15{NOON}", **more: Any) -> int:
        """Put in a report whose every free text is hostile or planted."""
        number = self._numbers["report"] = self._numbers.get("report", 0) + 1
        category = self.category(more.pop("category", "Noise"))
        row: dict[str, Any] = {
            "source": "Police", "identity": str(number), "received": received, "category_id": category,
            "title": SECRET, "text": SECRET, "house": HOUSE, "street": "Mill Lane", "locality": "Swanley",
            "postcode": "BR8 7AA", "name": NAME, "phone": PHONE, "risk": "medium", "reporter_kind": "resident",
        } | more  # fmt: skip
        found = self.add("report", **row)
        self.add("feedback", report_id=found, state="given")
        return found

    def meeting(self, start: str = f"2021-06-16{NOON}", state: str = "closed") -> int:
        times = {"start": start, "end": start, "window_start": start, "window_end": start}
        return self.add("meeting", state=state, chair=HOSTILE, present="[]", apologies="[]", **times)

    def step(self, meeting: int, report: int, decision: str | None = "task", **more: Any) -> int:
        number = self.one("SELECT count(*) + 1 FROM agenda_step WHERE meeting_id = ?", meeting)
        row = {"kind": "report", "decision": decision, "number": number} | more
        return self.add("agenda_step", meeting_id=meeting, report_id=report, **row)

    def action(self, report: int, meeting: int | None, kind: str = "patrol", topic: str = "", **more: Any) -> int:
        row: dict[str, Any] = {
            "agency_id": 1,
            "text": SECRET,
            "outcome": SECRET,
            "due": "2021-06-20",
            "status": "open",
        } | more
        return self.add("action", report_id=report, meeting_id=meeting, kind_id=self.kind(kind, topic), **row)

    def done(self, report: int, meeting: int | None, kind: str = "patrol", topic: str = "", **more: Any) -> int:
        row = {"status": "done", "finished": f"2021-06-18{NOON}"} | more
        return self.action(report, meeting, kind, topic, **row)

    def contact(self, report: int, means: str = "visit", at: str = f"2021-06-17{NOON}", **more: Any) -> int:
        row = {"agency_id": 1, "reached": 1} | more
        return self.add("contact", report_id=report, means=means, at=at, **row)

    def link(self, report: int, same_as: int, **more: Any) -> int:
        return self.add("incident_link", report_id=report, same_as_id=same_as, **more)

    def figures(self, span: Span = YEAR) -> Figures:
        return self.desk.figures(span)

    def values(self, span: Span = YEAR) -> dict[str, Any]:
        """Return every figure's value by name, without those of nothing."""
        return {one.name: one.value for one in self.figures(span).figures if one.value}

    def value(self, name: str, span: Span = YEAR) -> Any:
        found = self.figures(span).named(name)
        return found.value if found else None


def busy(folder: Path) -> Unit:
    """Make a unit with a little of everything in 2021-22, and a little in the year before."""
    unit = Unit(folder)
    first = unit.report(source=DIRECT)
    second = unit.report("2021-06-15T16:40:00Z", category="Domestic Abuse", street="High Street")
    third = unit.report("2021-06-14", source="Council", category="Fly-tipping", locality="Hextable")
    meeting = unit.meeting()
    for report in (first, second, third):
        unit.step(meeting, report)
    unit.done(first, meeting, "CPW")
    unit.done(second, meeting, "Prevent", agency_id=2)
    unit.done(third, meeting, "warning letter", "vehicle")
    unit.action(third, meeting, "site visit")
    unit.contact(first)
    unit.contact(second, "call", reached=0, agency_id=2)
    unit.contact(third, "letter")
    unit.add("taskgroup", name=SECRET, lead_agency_id=1, opened=f"2021-07-01{NOON}", about="person")
    unit.add("case_review", report_id=first, raised=f"2021-08-01{NOON}", taken_forward=1, decided=f"2021-09-01{NOON}")
    unit.run("UPDATE report SET finished_on = ? WHERE id = ?", f"2021-06-25{NOON}", first)
    old = unit.report(f"2020-06-15{NOON}")
    earlier = unit.meeting(f"2020-06-16{NOON}")
    unit.step(earlier, old, "no further action")
    unit.done(old, earlier, "CPW", finished=f"2020-06-20{NOON}")
    return unit


def days(first: str, last: str | None = None) -> Span:
    return Span(date.fromisoformat(first), date.fromisoformat(last or first))
