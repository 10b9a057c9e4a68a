"""What the shipped sample is, and what waits on its morning."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from csu_tui.desk.clock import Clock
from csu_tui.desk.desk import Desk
from csu_tui.domain.item import Item
from csu_tui.domain.standard import SOURCES
from csu_tui.domain.stroke import ActionFilter, Roll
from csu_tui.domain.words import ActionStatus, FeedbackState, MeetingState, ReporterKind, StepKind
from tests.sample.build import COMMAND, dump

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "sample.db"
TODAY = date(2022, 4, 1)
REAL_PLACES = (
    "Kent Medway Sevenoaks Swanley Dartford Maidstone Gravesend Tonbridge Canterbury Ashford Dover Westerham "
    "Lullingstone Otford Shoreham Eynsford Farningham Hextable Hartley Bromley Bexley Surrey Sussex Essex London"
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    copied = Path(shutil.copy(SHIPPED, tmp_path / "unit.db"))
    opened = Desk.open(
        copied, create=False, clock=Clock(datetime.fromisoformat("2022-04-01T09:00:00+01:00")), login="newcomer"
    )
    yield opened
    opened.close()


@pytest.fixture
def fresh(desk: Desk) -> tuple[Item, ...]:
    """The reports that wait for the first time."""
    steps = desk.agenda().steps
    return tuple(
        desk.report(step.report_id, private=True)
        for step in steps
        if step.kind is StepKind.REPORT and not step.held_over
    )


def column(table: str, name: str) -> list[Any]:
    connection = sqlite3.connect(f"{SHIPPED.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        return [value for (value,) in connection.execute(f"SELECT {name} FROM {table} WHERE {name} != '' ORDER BY 1")]
    finally:
        connection.close()


def free_text() -> str:
    columns = (
        *(("report", name) for name in ("title", "text", "name", "street", "locality", "unsplit")),
        *(("action", "text"), ("action", "outcome"), ("contact", "note"), ("feedback", "reason")),
        *(("agenda_step", "comment"), ("agenda_step", "reason"), ("agenda_step", "review_note")),
        *(("agency", "name"), ("agency", "short"), ("officer", "name"), ("setting", "value")),
    )
    return "\n".join(line for table, name in columns for line in column(table, name))


def fail_unless_same(built: Path) -> None:
    expected, found = dump(SHIPPED), dump(built)
    if expected != found:
        pairs = ((a, b) for a, b in zip(expected, found, strict=False) if a != b)
        shipped, now = next(pairs, ("", "one is longer"))
        pytest.fail(
            f"sample.db is not what the code makes: rebuild it with `{COMMAND}` and look at what changed.\n"
            f"shipped: {shipped[:300]}\nbuilt:   {now[:300]}",
            pytrace=False,
        )


def test_the_shipped_sample_is_what_the_documented_command_makes_for_anybody_anywhere(tmp_path: Path) -> None:
    elsewhere = {**os.environ, "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7", "USER": "else", "LOGNAME": "else"}
    made = tmp_path / "elsewhere.db"
    subprocess.run([sys.executable, "-m", "tests.sample", "-o", str(made)], cwd=ROOT, env=elsewhere, check=True)
    fail_unless_same(made)


def test_it_is_small_and_needs_no_second_file() -> None:
    assert SHIPPED.stat().st_size < 6_000_000
    assert SHIPPED.read_bytes()[18:20] == b"\x01\x01", "not WAL"


def test_its_record_verifies(desk: Desk) -> None:
    assert desk.check().problems == ()


def test_three_weeks_of_closed_meetings_lie_behind_and_none_is_open(desk: Desk) -> None:
    held = desk.meetings(15)
    assert held[-1].start.date() == date(2022, 3, 11)
    assert {meeting.state for meeting in desk.meetings()} == {MeetingState.CLOSED}
    assert [desk.snapshot(meeting.id)["totals"]["undecided"] for meeting in held] == [0] * 15


def test_two_years_lie_behind_the_three_weeks(desk: Desk) -> None:
    held = desk.meetings()[15:]
    assert (held[-1].start.date(), held[0].start.date()) == (date(2020, 4, 1), date(2022, 3, 10))
    assert [desk.snapshot(meeting.id)["totals"]["undecided"] for meeting in held[::40]] == [0] * len(held[::40])


def test_the_minutes_of_a_meeting_carried_over_are_rendered_from_its_rows(desk: Desk) -> None:
    busiest = max(desk.meetings()[15:], key=lambda meeting: meeting.step)
    snapshot = desk.snapshot(busiest.id)
    text = desk.minutes_text(busiest.id, redacted=True)
    assert all(f"\n{report['report']}  " in text for report in snapshot["reports"])
    assert "DRAFT" not in text


def test_a_meeting_carried_over_can_be_amended(desk: Desk) -> None:
    held = next(m for m in desk.meetings()[15:] if desk.snapshot(m.id)["reports"])
    report = desk.snapshot(held.id)["reports"][0]["report"]
    desk.amend(held.id, report, "comment", "Chased by the ward", "left out of the sheet")
    assert desk.snapshot(held.id)["amendments"][0]["after"] == "Chased by the ward"
    assert desk.check().problems == ()


def test_the_window_of_a_monday_is_the_weekend(desk: Desk) -> None:
    monday = next(m for m in desk.meetings() if m.start.date() == date(2022, 3, 14))
    assert 71.5 < (monday.window.end - monday.window.start).total_seconds() / 3600 < 72.5


def test_its_morning_waits_with_what_a_meeting_is_for(desk: Desk, fresh: tuple[Item, ...]) -> None:
    opening = desk.opening()
    assert 12 <= len(fresh) <= 18
    assert opening.reports == len(fresh) + opening.held_over
    assert 1 <= opening.held_over <= 2
    assert opening.late == 1
    assert 4 <= opening.actions_overdue + opening.actions_due_today <= 8
    assert opening.actions_overdue >= 2
    assert opening.actions_due_today >= 2
    assert opening.feedback_overdue >= 2
    assert opening.unit == "Darent Vale Community Safety Unit"


def test_due_actions_are_of_several_agencies(desk: Desk) -> None:
    assert len({action.agency for action in desk.actions(ActionFilter()) if action.due <= TODAY}) >= 4


def test_every_source_and_every_kind_of_reporter_waits(desk: Desk, fresh: tuple[Item, ...]) -> None:
    assert {source for source, _ in desk.opening().reports_by_source} == set(SOURCES)
    assert {item.report.reporter.kind for item in fresh} == set(ReporterKind)


def test_a_repeat_place_a_repeat_caller_a_decliner_and_sensitive_concerns_wait(fresh: tuple[Item, ...]) -> None:
    assert max(item.seen_before.place_28_days for item in fresh) >= 3
    assert max(item.seen_before.reporter_6_months for item in fresh) >= 2
    assert {item.feedback.state for item in fresh} >= {
        *(FeedbackState.DUE, FeedbackState.ANONYMOUS, FeedbackState.DECLINED),
        *(FeedbackState.VIA_ORGANISATION, FeedbackState.UNKNOWN),
    }
    assert len({item.report.category for item in fresh if item.report.sensitive}) >= 3
    assert any(item.report.received.stored() == "2022-03-31" for item in fresh), "one is dated by the day only"
    assert any(not item.report.text for item in fresh)
    assert any(len(item.report.text) > 600 for item in fresh)


def test_its_meeting_can_be_held_and_closed(desk: Desk) -> None:
    waiting = desk.opening()
    desk.open_meeting(Roll(waiting.last_chair, waiting.last_present))
    steps = desk.agenda().steps
    assert len(steps) == waiting.reports + waiting.actions_overdue + waiting.actions_due_today
    for step in (step for step in steps if step.kind is StepKind.REPORT):
        desk.task(step, desk.agencies()[0].id)
    desk.settle_unknown()
    desk.hold_over_rest("not reached")
    closed = desk.close_meeting()
    assert desk.snapshot(closed.meeting_id)["totals"]["tasked"] == waiting.reports
    assert desk.check().problems == ()


def test_every_end_of_an_action_and_every_kind_of_answer_has_been_seen(desk: Desk) -> None:
    ended = {action.status for action in desk.actions(ActionFilter(status="all"))}
    assert ended == {status for status in ActionStatus if status is not ActionStatus.CANCELLED}
    counts = desk.feedback_counts()
    assert all(counts[state] for state in FeedbackState if state is not FeedbackState.UNKNOWN), counts
    assert {"visit", "call", "letter", "e-mail"} == set(column("contact", "means"))


def test_it_counts_what_the_three_weeks_brought(desk: Desk) -> None:
    brought_by = column("report", "ifnull(import_id, 0)")
    assert sum(number not in {1, 2} for number in brought_by) == 136
    assert all(len(agency.short) <= 12 for agency in desk.agencies())
    assert sorted(agency.digit for agency in desk.agencies() if agency.digit) == list(range(1, 10))
    assert len({officer.agency_id for officer in desk.officers()}) >= 20


def test_phones_are_of_the_ranges_kept_for_drama() -> None:
    phones = column("report", "phone")
    assert len(phones) > 40
    assert [p for p in phones if not re.fullmatch(r"(?:01632 960|07700 900)\d{3}", p)] == []
    assert re.findall(r"\b0\d{3,4} ?\d{3} ?\d{3}\b", free_text()) == []


def test_e_mails_are_of_example_domains() -> None:
    emails = column("report", "email")
    assert len(emails) > 10
    assert [e for e in emails if not re.fullmatch(r"[a-z0-9.-]+@example\.(?:org|com)", e)] == []
    assert "@" not in free_text()


def test_postcodes_are_of_an_area_that_was_never_allocated() -> None:
    assert [p for p in column("report", "postcode") if not re.fullmatch(r"DV[1-9] [1-9][A-Z]{2}", p)] == []


def test_nobody_is_both_officer_and_reporter(desk: Desk) -> None:
    officers = {officer.name.split(maxsplit=1)[-1].casefold() for officer in desk.officers()}
    officers |= {officer.name.casefold() for officer in desk.officers()}
    reporters = {re.sub(r"^(?:Mr|Mrs|Miss|Ms|Cllr) ", "", name).casefold() for name in column("report", "name")}
    assert officers & reporters == set()


def test_no_real_place_is_named() -> None:
    text = free_text()
    assert [place for place in REAL_PLACES.split() if re.search(rf"\b{place}\b", text, re.IGNORECASE)] == []
