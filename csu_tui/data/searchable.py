"""What each report is found by, from every row that belongs to it: what a room may read apart from what it may not."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from csu_tui.data.veil import bare, veiled
from csu_tui.domain.ledger import public_route
from csu_tui.domain.moment import Moment
from csu_tui.domain.people import phone_keys
from csu_tui.domain.place import Place
from csu_tui.domain.report import SENSITIVE_HEADLINE

COLUMNS = (
    *("ref", "category", "place", "agency", "month", "words"),
    *("person", "real_category", "real_place", "hidden"),
)
PUBLIC = COLUMNS[:6]
Searchable = tuple[str, ...]
"""A report's texts in the order of `COLUMNS`."""

_REPORTS = (
    "SELECT r.id, r.source_ref, r.import_id, c.name, c.sensitive, r.source_category, r.received, r.source, r.title,"
    " r.text, r.status, r.house, r.street, r.locality, r.postcode, r.unsplit, r.name, r.phone, r.email, r.route"
    " FROM report r JOIN category c ON c.id = r.category_id WHERE r.taken_back IS NULL AND r.id IN ({})"
)
_ACTIONS = (
    "SELECT a.report_id, a.id, g.name, g.short, ifnull(o.name, ''), k.name, k.topic, a.text, a.outcome FROM action a"
    " JOIN agency g ON g.id = a.agency_id JOIN kind k ON k.id = a.kind_id LEFT JOIN officer o ON o.id = a.officer_id"
    " WHERE a.withdrawn = 0 AND a.report_id IN ({}) ORDER BY a.id"
)
_CONTACTS = (
    "SELECT n.report_id, g.name, g.short, ifnull(o.name, ''), n.note FROM contact n JOIN agency g ON g.id = n.agency_id"
    " LEFT JOIN officer o ON o.id = n.officer_id WHERE n.undone = 0 AND n.report_id IN ({}) ORDER BY n.id"
)
_STEPS = (
    "SELECT s.report_id, s.id, s.meeting_id, ifnull(s.decision, ''), s.reason, s.comment, s.review_note"
    " FROM agenda_step s WHERE s.kind = 'report' AND s.report_id IN ({})"
    " UNION ALL SELECT a.report_id, s.id, s.meeting_id, '', s.reason, s.comment, s.review_note FROM action a"
    " JOIN agenda_step s ON s.action_id = a.id WHERE a.report_id IN ({}) ORDER BY 2"
)
_LEDGER = (
    "SELECT f.report_id, ifnull(g.name, ''), ifnull(g.short, ''), f.reason FROM feedback f"
    " LEFT JOIN agency g ON g.id = f.agency_id WHERE f.report_id IN ({})"
)
_GROUPS = (
    "SELECT m.report_id, t.id, g.name, g.short, t.about = 'person' OR EXISTS (SELECT 1 FROM group_report x"
    " JOIN report r ON r.id = x.report_id JOIN category c ON c.id = r.category_id"
    " WHERE x.group_id = t.id AND c.sensitive), t.name, t.concern, t.outcome,"
    " ifnull((SELECT group_concat(n.text, char(10)) FROM group_note n WHERE n.group_id = t.id AND n.undone = 0), ''),"
    " ifnull((SELECT group_concat(p.name, char(10)) FROM group_member p WHERE p.group_id = t.id AND p.undone = 0), '')"
    " FROM group_report m JOIN taskgroup t ON t.id = m.group_id JOIN agency g ON g.id = t.lead_agency_id"
    " WHERE m.undone = 0 AND t.undone = 0 AND m.report_id IN ({}) ORDER BY t.id"
)
_REVIEWS = "SELECT report_id, id, reason, outcome FROM case_review WHERE undone = 0 AND report_id IN ({}) ORDER BY id"
_HOLDS = "SELECT report_id, why FROM legal_hold WHERE report_id IN ({}) ORDER BY id"
_SENT = (
    "SELECT report_id, field, value FROM source_value WHERE ifnull(settled, 'kept') = 'kept' AND report_id IN ({})"
    " AND field IN ('place', 'reporter', 'house', 'street', 'locality', 'postcode', 'unsplit') ORDER BY id"
)
_LOCAL = 6
"""Figures that somebody dials, or remembers, of a local number."""
_LATE = "28"
"""The earliest day that may be a month's last."""


class _Gathered:
    """What has been gathered of one report."""

    def __init__(self, r: Sequence[Any]) -> None:
        """Take the report's own row, in the order of `_REPORTS`."""
        number, source_ref, import_id, category, sensitive, sent_category, received = r[:7]
        house, street, locality, postcode, unsplit, name, phone, email, route = r[11:20]
        place = Place(house, street, locality, postcode, unsplit)
        self.sensitive = bool(sensitive)
        self.refs = [f"R{number}", source_ref, *([f"I{import_id}"] if import_id else [])]
        self.agencies: list[str] = []
        self.words = [r[7]]
        self.hidden: list[str] = []
        self.free(*r[8:11])
        self.month = _month(received)
        real = _lines([category, sent_category])
        self.category, self.real_category = (SENSITIVE_HEADLINE, real) if sensitive else (real, "")
        self.place = place.public().line()
        whole = place.line()
        self.real_place = _lines([whole, postcode.replace(" ", "")]) if whole != self.place else ""
        person = [name, *(_spellings(phone) if phone else ()), email, "" if public_route(route) else route]
        self.person = _lines(person)

    def free(self, *texts: str) -> None:
        """Add words that somebody wrote: a room may read them unless the report is sensitive."""
        (self.hidden if self.sensitive else self.words).extend(texts)

    def made(self) -> Searchable:
        """Return the texts, each once, those for PRIVATE veiled."""
        public = (_lines(self.refs), self.category, self.place, _lines(self.agencies), self.month, _lines(self.words))
        private = (self.person, self.real_category, self.real_place, _lines(self.hidden))
        return (*map(bare, public), *map(veiled, private))


def searchable(connection: sqlite3.Connection, report_ids: Sequence[int]) -> dict[int, Searchable]:
    """Return what reports are found by, by number; one that was taken back, or is none, is not among them.

    A few hundred at a time: each is a value of one statement.
    """
    marks = ", ".join("?" * len(report_ids))
    found: dict[int, _Gathered] = {}

    def rows(sql: str) -> Iterator[tuple[_Gathered, Sequence[Any]]]:
        values = tuple(report_ids) * sql.count("{}")
        for number, *rest in connection.execute(sql.format(*[marks] * sql.count("{}")), values).fetchall():
            if number in found:
                yield found[number], rest

    for row in connection.execute(_REPORTS.format(marks), tuple(report_ids)).fetchall():
        found[row[0]] = _Gathered(row)
    for one, (number, name, short, officer, kind, topic, text, outcome) in rows(_ACTIONS):
        one.refs.append(f"A{number}")
        one.agencies += [name, short]
        one.words.append(officer)
        one.free(f"{kind} {topic}", text, outcome)  # a kind such as Prevent names the concern
    for one, (name, short, officer, note) in rows(_CONTACTS):
        one.agencies += [name, short]
        one.words.append(officer)
        one.free(note)
    for one, (_, meeting, decision, reason, comment, review_note) in rows(_STEPS):
        one.refs.append(f"M{meeting}")
        one.words.append(decision)
        one.free(reason, comment, review_note)
    for one, (name, short, reason) in rows(_LEDGER):
        one.agencies += [name, short]
        one.free(reason)
    for one, (number, name, short, hide, *texts) in rows(_GROUPS):
        one.refs.append(f"T{number}")
        one.agencies += [name, short]
        (one.hidden if hide else one.words).extend(texts)
    for one, (number, reason, outcome) in rows(_REVIEWS):
        one.refs.append(f"V{number}")
        one.free(reason, outcome)
    for one, (why,) in rows(_HOLDS):
        one.hidden.append(why)
    for one, (field, value) in rows(_SENT):
        one.hidden.extend(_sent(field, value))
    return {number: one.made() for number, one in found.items()}


def _lines(texts: Sequence[str]) -> str:
    """Put texts on lines of their own, each once, blank ones left out."""
    kept = [stripped for text in texts if text and (stripped := text.strip())]
    return "\n".join(dict.fromkeys(kept)) if len(kept) > 1 else "".join(kept)


def _month(received: str) -> str:
    """Name the month and year in London, which is another than in UTC in a month's last hour only."""
    year, month = received[:4], received[5:7]
    if received[8:10] >= _LATE:
        day = Moment.read(received).day
        year, month = f"{day:%Y}", f"{day:%m}"
    return f"m{year}{month} y{year}"


def _spellings(phone: str) -> Iterator[str]:
    """Write numbers as they came, and each as it is dialled at home and from abroad, and its local end."""
    yield phone
    for key in phone_keys(phone):
        figures = key.partition(";")[0].removeprefix("+")
        national = "0" + figures.removeprefix("44") if figures.startswith("44") else figures
        yield from (national, figures, national[-_LOCAL:])


def _sent(field: str, value: str) -> Iterator[str]:
    """Say what a source sent that nobody took: a place or a reporter is kept as JSON, another field as it is."""
    if field not in {"place", "reporter"} or not value.startswith("{"):
        yield value
        return
    for name, part in json.loads(value).items():
        if isinstance(part, str) and name not in {"kind", "route"}:
            yield part
            if name == "phone":
                yield from _spellings(part)
