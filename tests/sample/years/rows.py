"""The years as rows, as the desk would have left them."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from csu_tui.data.tables import TABLES
from csu_tui.domain.ids import ActionId
from csu_tui.domain.moment import utc_text
from csu_tui.domain.order import DueAction, actions_in_order
from csu_tui.domain.window import is_late
from tests.sample import unit
from tests.sample.office import Office
from tests.sample.years.agenda import received
from tests.sample.years.entry import Entry, Task, Told
from tests.sample.years.groups import Group
from tests.sample.years.places import code
from tests.sample.years.reviews import Review
from tests.sample.years.sittings import Held

Row = dict[str, Any]
LOGINS = {name: login for _, name, login in unit.OFFICERS}
NAMES = {login: name for name, login in LOGINS.items()}
REFERENCES = {
    "Council contact centre": "CC-{n}",
    "Community Wardens": "W{at:%y}/{n:04d}",
    "FixMyStreet": "{n}",
    "Fire & Rescue": "F{at:%y}-{n:05d}",
}
BEGIN = {"Council contact centre": 81000, "FixMyStreet": 2100000}


def put(connection: sqlite3.Connection, table: str, rows: Iterable[Mapping[str, Any]]) -> int:
    """Insert rows with the columns' defaults and return how many."""
    columns = TABLES[table].columns
    defaults = {c.name: getattr(c.default, "arg", None) for c in columns}
    names = ", ".join(f'"{name}"' for name in defaults)
    marks = ", ".join("?" * len(defaults))
    written = 0
    for row in rows:
        assert row.keys() <= defaults.keys(), (table, row.keys() - defaults.keys())
        connection.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple((defaults | dict(row)).values()))
        written += 1
    return written


@dataclass(frozen=True, slots=True)
class Years:
    """Everything that is carried over."""

    held: list[Held]
    entries: list[Entry]
    groups: list[Group]
    reviews: list[Review]


class Rows:
    """Makes the rows of `years` with the numbers that the unit's lists have; `categories` are by name."""

    def __init__(self, years: Years, office: Office, categories: Mapping[str, int]) -> None:
        self._years = years
        self._office = office
        self._categories = categories
        self._tasks = sorted(
            ((entry.decided, entry, task) for entry in years.entries for task in entry.tasks),
            key=lambda one: (one[0], one[1].number),
        )
        for number, (_, _, task) in enumerate(self._tasks, 1):
            task.number = number
        self._heard: dict[int, list[tuple[Task, str, str]]] = {}
        for _, _, task in self._tasks:
            for place, review, note in task.heard:
                self._heard.setdefault(place, []).append((task, review, note))

    def tables(self, imports: Mapping[int, int]) -> Iterator[tuple[str, Iterable[Row]]]:
        """Return the rows of each table, a table after those that it points to; `imports` are by report."""
        entries = self._years.entries
        yield "meeting", map(self._meeting, self._years.held)
        yield "report", self._reports(imports)
        yield "feedback", map(self._feedback, entries)
        yield "incident_link", map(_link, (entry for entry in entries if entry.head))
        yield "action", (self._action(entry, task) for _, entry, task in self._tasks)
        yield "agenda_step", (step for held in self._years.held for step in self._steps(held))
        told = sorted(((told.at, entry.number, told) for entry in entries for told in entry.told), key=lambda o: o[:2])
        yield "contact", (self._contact(number, one) for _, number, one in told)
        yield "case_review", map(_review, self._years.reviews)
        yield "taskgroup", map(self._group, self._years.groups)
        yield "group_report", (row for group in self._years.groups for row in _grouped(group))
        yield (
            "group_member",
            (
                {"group_id": group.number, "agency_id": self._office.agencies[short]}
                for group in self._years.groups
                for short in group.agencies
            ),
        )
        notes = ((at, group, text) for group in self._years.groups for at, text in group.notes)
        yield (
            "group_note",
            (
                {"group_id": group.number, "at": utc_text(at), "who": unit.MINUTES, "text": text}
                for at, group, text in sorted(notes, key=lambda note: (note[0], note[1].number))
            ),
        )

    def _meeting(self, held: Held) -> Row:
        steps = len(held.entries) + len(self._heard.get(held.place, ()))
        return {
            "id": held.place + 1,
            "version": 2,
            "state": "closed",
            "chair": NAMES[held.chair],
            "window_start": utc_text(held.window.start),
            "window_end": utc_text(held.window.end),
            "start": utc_text(held.start),
            "end": _at(held.end),
            "step": max(1, steps),
            "driver_name": held.chair,
            "present": self._roll(held.present),
            "apologies": self._roll(held.apologies),
        }

    def _roll(self, people: list[tuple[str, str]]) -> str:
        return json.dumps([{"id": self._office.agencies[a], "agency": a, "name": name} for a, name in people])

    def _reports(self, imports: Mapping[int, int]) -> Iterator[Row]:
        counted: Counter[str] = Counter()
        for entry in self._years.entries:
            counted[entry.source] += 1
            number = BEGIN.get(entry.source, 0) + 7 * counted[entry.source]
            person = entry.person
            yield {
                "id": entry.number,
                "source": entry.source,
                "source_ref": REFERENCES.get(entry.source, "").format(at=entry.at, n=number),
                "identity": f"carried:{entry.number}",
                "import_id": imports[entry.number],
                "received": received(entry).stored(),
                "category_id": self._categories[entry.category],
                "qualifier": entry.qualifier or None,
                "risk": entry.risk,
                "title": entry.title,
                "text": entry.text,
                **dict(zip(("house", "street", "locality"), entry.place, strict=True)),
                "postcode": code(entry.place),
                "reporter_kind": entry.kind,
                "name": entry.name,
                "phone": person.phone if person else "",
                "email": person.email if person else "",
                "feedback_wanted": None if entry.wish is None else int(entry.wish),
                "route": person.route if person else "",
                "finished_on": _at(entry.finished),
                "created": utc_text(self._years.held[entry.first_meeting].start - timedelta(minutes=20)),
            }

    def _feedback(self, entry: Entry) -> Row:
        given, via = entry.state == "given", entry.state == "via organisation"
        planned = given or via or entry.state == "not appropriate"
        return {
            "report_id": entry.number,
            "version": 1 + 2 * planned + bool(entry.due),
            "state": entry.state,
            "due": entry.due.isoformat() if entry.due else None,
            "agency_id": self._office.agencies[entry.owner] if entry.owner else None,
            "reason": entry.why,
            "told": _at(entry.answered),
            "means": entry.means or None,
            "via_done": int(via),
            "planned": int(planned),
        }

    def _action(self, entry: Entry, task: Task) -> Row:
        held = self._years.held
        chairs = {held[place].chair for place, _, _ in task.heard} - {held[entry.meeting].chair}
        return {
            "id": task.number,
            "version": 2 + task.carried,
            "report_id": entry.number,
            "meeting_id": entry.meeting + 1,
            "agency_id": self._office.agencies[task.agency],
            "officer_id": self._officer(task.officer),
            "kind_id": self._office.kinds[task.kind],
            "text": task.words,
            "due": task.due.isoformat() if task.due else None,
            "status": task.status,
            "outcome": task.outcome,
            "finished": _at(task.finished),
            "carried_over": task.carried,
            "touched": int(bool(chairs) or not task.chaired),
            "created": _at(task.created),
            "made_by": held[entry.meeting].chair,
        }

    def _officer(self, name: str) -> int | None:
        return self._office.officers[name.rsplit(maxsplit=1)[-1]][0] if name else None

    def _steps(self, held: Held) -> Iterator[Row]:
        heard = {task.number: (task, review, note) for task, review, note in self._heard.get(held.place, ())}
        due = (DueAction(ActionId(n), task.agency, self._due(held, task)) for n, (task, _, _) in heard.items())
        for number, one in enumerate(actions_in_order(due), 1):
            _, review, note = heard[one.action_id]
            yield {
                **{"meeting_id": held.place + 1, "number": number, "version": 2, "kind": "action"},
                **{"action_id": one.action_id, "review": review, "review_note": note},
            }
        for number, entry in enumerate(held.entries, len(heard) + 1):
            again = bool(entry.held) and entry.meeting == held.place
            first = entry.first_meeting == held.place
            over = first and bool(entry.held)
            yield {
                **{"meeting_id": held.place + 1, "number": number, "version": 2, "kind": "report"},
                "report_id": entry.number,
                "late": int(first and is_late(received(entry), held.window)),
                "held_over": int(again),
                "decision": "hold over" if over else entry.decision,
                "reason": entry.held if over else entry.reason,
                "linked_id": entry.head.number if entry.head else None,
                "decided": _at(entry.held_at if over else entry.decided),
                "decided_by": held.chair,
            }

    @staticmethod
    def _due(held: Held, task: Task) -> date:
        """Return the day on which an action was due at a meeting that heard of it: that meeting's own or before."""
        assert task.due
        return min(task.due, held.day)

    def _contact(self, number: int, told: Told) -> Row:
        return {
            "report_id": number,
            "action_id": told.task.number if told.task else None,
            "agency_id": self._office.agencies[told.agency],
            "officer_id": self._officer(told.officer),
            "at": utc_text(told.at),
            "means": told.means,
            "reached": int(told.reached),
            "note": told.note,
            "settles": int(told.settles),
        }

    def _group(self, group: Group) -> Row:
        begun = group.entries[-1]
        return {
            "id": group.number,
            "version": 1 + len(group.notes) + bool(group.closed),
            "name": group.name,
            "concern": group.concern,
            "about": group.about,
            "lead_agency_id": self._office.agencies[group.lead],
            "report_back": group.report_back.isoformat() if group.report_back else None,
            "opened": _at(begun.decided),
            "closed": _at(group.closed),
            "outcome": group.outcome,
            "meeting_id": begun.meeting + 1,
        }


def _at(at: datetime | None) -> str | None:
    return utc_text(at) if at else None


def _link(entry: Entry) -> Row:
    assert entry.head
    return {"report_id": entry.number, "same_as_id": entry.head.number, "meeting_id": entry.meeting + 1}


def _grouped(group: Group) -> Iterator[Row]:
    for entry in group.entries:
        here = entry.meeting + 1 if entry is group.entries[-1] else None
        yield {"group_id": group.number, "report_id": entry.number, "meeting_id": here}


def _review(review: Review) -> Row:
    return {
        "report_id": review.entry.number,
        "version": 3,
        "raised": review.raised.isoformat(),
        "threshold_met": int(review.met),
        "taken_forward": int(review.met),
        "decided": review.decided.isoformat(),
        "outcome": review.outcome,
        "closed": review.closed.isoformat(),
        "reason": review.why,
    }
