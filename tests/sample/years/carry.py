"""The two years told and carried over: `carry_over` puts them behind the unit before its three weeks."""

import random
import sqlite3
from collections.abc import Iterable
from datetime import date, timedelta
from hashlib import sha256
from itertools import count

from csu_tui.data import search
from csu_tui.data.connection import connect
from csu_tui.data.record import Author, append, canonical
from csu_tui.data.rekeying import rekey
from csu_tui.domain.moment import utc_text
from tests.sample import unit
from tests.sample.office import SEED, Office
from tests.sample.years import groups, reviews
from tests.sample.years.agenda import sit
from tests.sample.years.calendar import LAST
from tests.sample.years.entry import Entry
from tests.sample.years.incidents import Incidents
from tests.sample.years.people import Town
from tests.sample.years.published import KINDS, PUBLISHED, WEEKS, YEARS
from tests.sample.years.rows import Row, Rows, Years, put
from tests.sample.years.sittings import allot, meetings
from tests.sample.years.tasking import Tasking, Year
from tests.sample.years.working import Working, follow_up

AMOUNTS = {
    "2020-21": {"total": 1012, "flares": 8, "sagas": 28, "linked": 34, "prevent": 5},
    "2021-22": {"total": 626, "flares": 7, "sagas": 28, "linked": 22, "prevent": 6},
}
"""How much was reported, by year; the three weeks apart."""
MET = {"2020-21": (False, False), "2021-22": (False, True, False)}
"""Of each case review raised, whether its threshold is met."""

SAID = {
    **{"meeting": "meetings", "report": "reports", "feedback": "answers", "incident_link": "same incidents"},
    **{"action": "actions", "agenda_step": "steps of agendas", "contact": "contacts", "case_review": "case reviews"},
    **{"taskgroup": "groups", "group_report": "of their reports", "group_member": "members", "group_note": "notes"},
}
"""Tables as the record names them."""


def years() -> Years:
    """Tell both years; the same ones every time."""
    choice = random.Random(SEED)
    town = Town(choice)
    held = meetings(choice)
    told = {}
    for name in YEARS:
        span = _span(name)
        told[name] = Incidents(choice, town, span.first, min(span.last, LAST - timedelta(days=1)))
        told[name].make(
            direct=PUBLISHED[name]["resident_asb_reports"] - _weeks(name, "resident_asb_reports"), **AMOUNTS[name]
        )
    entries = sorted((entry for one in told.values() for entry in one.entries), key=lambda entry: entry.at)
    for number, entry in enumerate(entries, 1):
        entry.number = number
    allot(choice, held, entries)
    numbers = count(1)
    formed = []
    for name in YEARS:
        span = _span(name)
        wanted = [next(numbers) for _ in range(PUBLISHED[name]["groups"] - _weeks(name, "groups"))]
        one = told[name]
        formed += groups.form(choice, held, (span.first, span.last), (entries, one.flares, one.sagas), wanted)
    tasking = Tasking(choice, held, entries)
    for name in YEARS:
        tasking.decide(_span(name), told[name].sagas)
    sit(choice, held, entries)
    working = Working(choice, held)
    for entry in entries:
        working.work(entry)
    for name in YEARS:
        span = _span(name)
        follow_up(choice, entries, span.first, span.last, PUBLISHED[name]["contacts"] - _weeks(name, "contacts"))
    groups.work(choice, formed)
    raised = []
    for name in YEARS:
        callers = [saga for saga in told[name].sagas if not any(entry.group for entry in saga)]
        raised += reviews.raise_reviews(choice, callers, MET[name], min(_span(name).last, LAST))
    return Years(held, entries, formed, raised)


def _span(name: str) -> Year:
    first = int(name[:4])
    wanted = {kind: PUBLISHED[name][figure] - _weeks(name, figure) for figure, kind in KINDS.items()}
    taskings = PUBLISHED[name]["daily_taskings"] - _weeks(name, "daily_taskings")
    return Year(date(first, 4, 1), date(first + 1, 3, 31), taskings, wanted)


def _weeks(name: str, figure: str) -> int:
    return WEEKS.get(figure, 0) if name == YEARS[-1] else 0


def carry_over(office: Office) -> None:
    """Write both years into the unit's database in one transaction, with a change of the record for each."""
    told = years()
    by_year = {entry.number: _year_of(told, entry) for entry in told.entries}
    desk = office.desk(unit.MINUTES)
    categories = {category.name: int(category.id) for category in desk.categories()}
    author = desk._author()
    connection = connect(office.path, "rw")
    try:
        connection.execute("BEGIN IMMEDIATE")
        files = [_file(author, number, name, told, by_year) for number, name in enumerate(YEARS, 1)]
        put(connection, "import", files)
        written, digest = _write(connection, Rows(told, office, categories).tables(by_year))
        rekey(connection)
        search.fill(connection)
        for file in files:
            why = f"carried over from the unit's own sheets, all of them together {written}, digest {digest}"
            append(
                connection,
                author,
                f"import: {file['added']} added, 0 updated",
                f"I{file['id']}",
                after={f"import:{file['id']}": file | {"why": why}},
            )
        connection.execute("COMMIT")
    finally:
        connection.close()


def _year_of(told: Years, entry: Entry) -> int:
    """Return the number of the year whose sheet has an entry."""
    return 1 + (told.held[entry.first_meeting].day >= _span(YEARS[1]).first)


def _file(author: Author, number: int, name: str, told: Years, by_year: dict[int, int]) -> Row:
    lines = [entry for entry in told.entries if by_year[entry.number] == number]
    said = canonical([[entry.source, entry.at.isoformat(), entry.category, entry.text] for entry in lines])
    return {
        **{"id": number, "version": 2, "started": utc_text(author.at), "who": author.login},
        **{"file": f"Daily tasking {name}.xlsx", "digest": sha256(said.encode()).hexdigest()},
        **{"source": "the unit's own sheet", "format": "xlsx", "map": "carried over", "encoding": ""},
        **{"date_order": "dmy", "read": len(lines), "added": len(lines)},
    }


def _write(connection: sqlite3.Connection, tables: Iterable[tuple[str, Iterable[Row]]]) -> tuple[str, str]:
    """Write all rows; return how many of each, in words, and the digest of them all."""
    counted, digest = [], sha256()
    for table, rows in tables:
        kept = list(rows)
        digest.update(canonical([table, kept]).encode())
        counted.append(f"{put(connection, table, kept)} {SAID.get(table, table)}")
    return ", ".join(counted), digest.hexdigest()
