"""Steps cost the same with 100 reports of history and with 100,000: counted, not timed (ARCHITECTURE 6)."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.ids import ReportId
from csu_tui.domain.stroke import ActionFilter, ContactMade
from csu_tui.domain.words import ActionStatus, Decision, FeedbackState, Means
from tests import factories
from tests.counted import counting, plan
from tests.history import fill

SHORT, LONG, LONGEST = 100, 20_000, 100_000
TODAY = date(2022, 4, 1)
MORNING: tuple[dict[str, str], ...] = (
    {"street": "Mill Lane", "postcode": "BR8 3AA", "phone": "01632 960003"},
    factories.SENSITIVE,
    {},
)

BIG = {
    "report": "pr",
    "action": "a",
    "agenda_step": "s",
    "feedback": "f",
    "change": "cu",
    "change_value": "v",
    "contact": "c",
    "reporter_key": "ko",
    "source_value": "v",
    "incident_link": "l",
    "meeting": "m",
}
"""Tables that grow with the years, with the letters that queries call them by."""
STILL_TO_DO = ("report_waiting", "action_open", "action_open_report", "feedback_owed", "source_value_open")
"""Partial indexes that hold only what is still to be done: to walk one is to read what it lists."""
NEWEST = re.compile(r"ORDER BY id DESC LIMIT (1|20|500)\b")
"""The newest rows by number: SQLite says SCAN, and stops after so many."""
NEWEST_ONLY = {"sources": 500, "last meetings": 20}
"""Steps that read so many of the newest rows: a short history has fewer."""
SLACK = 1.2, 40
"""How many turns more a step may take: a fifth, and a few where a search goes through one more level."""


@dataclass
class Unit:
    """A unit's desk, and what its steps cost."""

    desk: Desk
    costs: dict[str, tuple[tuple[str, ...], int]]
    """By step: its statements, and SQLite's turns for them."""


def walk(desk: Desk) -> Iterator[tuple[str, Callable[[], object]]]:
    """One morning: what is read at the start, then a meeting opened, decided, and closed."""
    yield "opening", desk.opening
    yield "hotspots", desk.hotspots
    yield "last meetings", lambda: desk.meetings(newest=20)
    yield "agenda before", desk.agenda
    yield "sources", desk.sources
    yield "owed", desk.owed
    yield "open actions", lambda: desk.actions(ActionFilter())
    yield "overdue actions", lambda: desk.actions(ActionFilter(overdue=True))
    yield "nothing to undo", lambda: factories.refused(desk.undo)
    yield "drives", desk.drives
    yield "open meeting", lambda: factories.open_meeting(desk)
    yield "agenda", desk.agenda
    first, second, third = (step for step in factories.steps(desk) if step.action_id is None)
    yield "item", lambda: desk.item(first.id)
    yield "sensitive item", lambda: desk.item(second.id)
    yield "report", lambda: desk.report(first.report_id, private=True)
    yield "seen before", lambda: desk.seen(first.report_id)
    yield "likely the same incident", lambda: desk.likely(first.report_id)
    yield "reach", lambda: desk.reach(2)
    yield "task", lambda: desk.task(first, factories.agency(desk, 1))
    yield "undo", desk.undo
    yield "task again", lambda: desk.task(factories.steps(desk)[0], factories.agency(desk, 1))
    yield "decide", lambda: desk.decide(second, Decision.HOLD_OVER, "not reached")
    yield "same incident", lambda: desk.same_incident(third, ReportId(1))
    yield "comment", lambda: desk.comment(factories.steps(desk)[1], "a word")
    yield "contact", lambda: desk.contact(first.report_id, ContactMade(Means.CALL, reached=True))
    yield (
        "feedback",
        lambda: desk.set_feedback(desk.report(first.report_id).feedback, FeedbackState.GIVEN, means=Means.CALL),
    )
    yield "raise case review", lambda: desk.raise_case_review(first.report_id)
    yield "case reviews", desk.case_reviews
    yield "record", lambda: desk.changes(f"R{first.report_id}")
    yield "checklist", desk.checklist
    yield "draft", lambda: desk.minutes_text(redacted=True)
    yield "settle unknown", desk.settle_unknown
    yield "close", desk.close_meeting
    yield "finish", lambda: desk.finish(desk.actions(ActionFilter())[0], ActionStatus.DONE, "done")
    yield "minutes", lambda: desk.minutes_text(redacted=True)
    factories.clock_of(desk).advance(days=3)
    yield "import", lambda: factories.take(desk, {"reference": "next"})
    yield "opening after", desk.opening
    yield "open the next", lambda: factories.open_meeting(desk)
    yield "next agenda", desk.agenda
    yield "abandon", desk.abandon_meeting
    yield "take back", lambda: desk.take_back(desk.imports()[0].id)


@contextmanager
def morning(folder: Path, history: int) -> Iterator[Unit]:
    """Walk one morning behind so much history."""
    factories.make_desk(folder).close()
    fill(folder / "unit.db", history, TODAY)
    with counting() as count:
        desk = factories.make_desk(folder, create=False)
        factories.import_reports(desk, *MORNING)
        desk.warm()
        costs = {}
        for name, step in walk(desk):
            done = count(step)
            costs[name] = (tuple(done.statements), done.turns)
    yield Unit(desk, costs)
    desk.close()


@pytest.fixture(scope="module", params=[LONG, pytest.param(LONGEST, marks=pytest.mark.slow)])
def units(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[tuple[Unit, Unit]]:
    """The same morning after a short history and after a long one."""
    with ExitStack() as stack:
        short, long = (
            stack.enter_context(morning(tmp_path_factory.mktemp(f"after-{history}"), history))
            for history in (SHORT, request.param)
        )
        yield short, long


def test_no_step_asks_more_often_after_a_long_history(units: tuple[Unit, Unit]) -> None:
    short, long = ({name: len(asked) for name, (asked, _) in unit.costs.items()} for unit in units)
    assert long == short


def test_no_step_reads_more_after_a_long_history(units: tuple[Unit, Unit]) -> None:
    short, long = ({name: turns for name, (_, turns) in unit.costs.items()} for unit in units)
    factor, more = SLACK
    assert min(short.values()) > 0
    assert not {
        name: (short[name], turns)
        for name, turns in long.items()
        if name not in NEWEST_ONLY and turns > short[name] * factor + more
    }


@pytest.mark.parametrize("name", sorted(NEWEST_ONLY))
def test_lists_of_the_newest_read_those_only(units: tuple[Unit, Unit], name: str) -> None:
    _, long = units
    assert long.costs[name][1] < 25 * NEWEST_ONLY[name]


def test_every_query_of_a_table_that_grows_goes_by_an_index(units: tuple[Unit, Unit]) -> None:
    _, long = units
    scans = set[tuple[str, str]]()
    with long.desk._db.read() as connection:
        for asked, _ in long.costs.values():
            for statement in asked:
                scans |= {(line, statement) for line in plan(connection, statement) if walks_all(line, statement)}
    assert not scans


def walks_all(line: str, statement: str) -> bool:
    """Say whether a line of a query's plan reads a whole table of those that grow."""
    found = re.match(r"SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?", line)
    if not found or found[2] in STILL_TO_DO:
        return False
    called = {name for table, letters in BIG.items() for name in (table, *_called(table, letters, statement))}
    return found[1] in called and not NEWEST.search(statement)


def _called(table: str, letters: str, statement: str) -> tuple[str, ...]:
    return tuple(letter for letter in letters if re.search(rf"\b{table} {letter}\b", statement))


def test_a_query_without_an_index_would_be_found(units: tuple[Unit, Unit]) -> None:
    _, long = units
    statement = "SELECT count(*) FROM report r WHERE r.text = 'x'"
    with long.desk._db.read() as connection:
        assert any(walks_all(line, statement) for line in plan(connection, statement))


@pytest.mark.parametrize("steps", [10, 60])
def test_an_agenda_costs_the_same_statements_however_long_it_is(tmp_path: Path, steps: int) -> None:
    with counting() as count:
        desk = factories.make_desk(tmp_path)
        factories.import_reports(desk, *({} for _ in range(steps)))
        factories.open_meeting(desk)
        assert len(count(desk.agenda).statements) == 4
        desk.close()
