"""What was seen before (SPEC 3.6): counted once an incident, listed newest first, nothing sensitive listed."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from csu_tui.data.queries import agenda
from csu_tui.data.rekeying import rekey
from csu_tui.desk.desk import Desk
from csu_tui.domain.group import NewGroup
from csu_tui.domain.ids import GroupId, ReportId
from csu_tui.domain.item import SeenBefore
from csu_tui.domain.months import months_on
from csu_tui.domain.place import Place
from csu_tui.domain.report import Reporter
from csu_tui.domain.stroke import NewReport, ReportEdit
from csu_tui.domain.words import About, Decision, ReporterKind
from tests import factories
from tests.counted import plan
from tests.factories import SENSITIVE, import_reports, open_meeting, step_of

ELSEWHERE = {"street": "High Street", "postcode": "BR8 8ZZ", "house": "1"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = factories.make_desk(tmp_path)
    yield desk
    desk.close()


def on(day: str, **more: str) -> dict[str, str]:
    return {"received": day, "phone": "", "email": "", "name": "", **more}


def past(desk: Desk, *rows: dict[str, str]) -> tuple[ReportId, ...]:
    return import_reports(desk, *rows, history=True)


def seen(desk: Desk, report_id: ReportId) -> SeenBefore:
    return desk.report(report_id).seen_before


def counts(desk: Desk, report_id: ReportId) -> tuple[int, int, int]:
    found = seen(desk, report_id)
    return found.place_28_days, found.place_6_months, found.reporter_6_months


def test_the_same_place_counts_in_28_days_and_in_six_months(desk: Desk) -> None:
    past(desk, on("03/03/2022"), on("02/03/2022"), on("01/10/2021"), on("30/09/2021"), on("03/03/2022", **ELSEWHERE))
    (now,) = import_reports(desk, on("31/03/2022 10:00"))
    assert counts(desk, now) == (1, 4, 0)


def test_six_months_before_the_last_of_a_month_is_the_last_of_a_shorter_one() -> None:
    assert months_on(date(2022, 8, 31), -6) == date(2022, 2, 28)
    assert months_on(date(2024, 8, 30), -6) == date(2024, 2, 29)
    assert months_on(date(2022, 3, 15), -6) == date(2021, 9, 15)


def test_what_came_later_was_not_seen_before(desk: Desk) -> None:
    earlier, later = import_reports(desk, on("31/03/2022 10:00"), on("31/03/2022 11:00"))
    assert (counts(desk, earlier)[0], counts(desk, later)[0]) == (0, 1)


def test_the_same_caller_counts_wherever_it_happened(desk: Desk) -> None:
    past(desk, on("01/03/2022", phone="01322 960003", **ELSEWHERE))
    (now,) = import_reports(desk, on("31/03/2022", phone="+44 1322 960003"))
    (one,) = seen(desk, now).earlier
    assert (counts(desk, now), one.same_place, one.same_reporter) == ((0, 0, 1), False, True)


def test_anonymous_callers_are_never_the_same(desk: Desk) -> None:
    anonymous = on("31/03/2022", phone="01322 960003", reporter="anonymous")
    past(desk, anonymous | {"received": "01/03/2022"}, on("01/03/2022", phone="01322 960003"))
    (now,) = import_reports(desk, anonymous | ELSEWHERE)
    assert seen(desk, now).reporter_6_months == 0


def test_two_reports_of_one_incident_count_once(desk: Desk) -> None:
    first, second = import_reports(desk, on("30/03/2022"), on("30/03/2022"))
    open_meeting(desk)
    desk.same_incident(step_of(desk, second), first)
    (now,) = import_reports(desk, on("31/03/2022"))
    assert counts(desk, now) == (1, 1, 0)
    assert step_of(desk, now).seen == 1
    assert {one.report_id: one.incident for one in seen(desk, now).earlier} == {first: None, second: first}


def test_the_same_incident_was_not_seen_before_and_is_named(desk: Desk) -> None:
    first, second = import_reports(desk, on("30/03/2022"), on("31/03/2022"))
    open_meeting(desk)
    assert (step_of(desk, second).seen, counts(desk, second)) == (1, (1, 1, 0))
    desk.same_incident(step_of(desk, second), first)
    assert (step_of(desk, second).seen, counts(desk, second)) == (0, (0, 0, 0))
    assert (seen(desk, second).incident, seen(desk, first).incident) == ((first,), (second,))


def test_a_report_taken_back_was_never_seen(desk: Desk) -> None:
    taken = factories.take(desk, on("30/03/2022", phone="01322 960003"))
    (now,) = import_reports(desk, on("31/03/2022", phone="01322 960003"))
    open_meeting(desk)
    assert counts(desk, now) == (1, 1, 1)
    assert taken.import_id is not None
    desk.take_back(desk.imports()[-1].id)
    assert (counts(desk, now), step_of(desk, now).seen) == ((0, 0, 0), 0)


def test_a_sensitive_report_is_counted_and_never_listed(desk: Desk) -> None:
    past(desk, on("30/03/2022", **SENSITIVE), on("29/03/2022"))
    (now,) = import_reports(desk, on("31/03/2022"))
    found = desk.reveal(now).seen_before
    assert (found.place_28_days, found.sensitive, len(found.earlier)) == (2, 1, 1)


def test_what_went_before_a_sensitive_report_is_counted_and_listed_only_when_revealed(desk: Desk) -> None:
    past(desk, on("30/03/2022", phone="01322 960003", **ELSEWHERE))
    (now,) = import_reports(desk, on("31/03/2022", phone="01322 960003", **SENSITIVE))
    assert (seen(desk, now).reporter_6_months, seen(desk, now).earlier) == (1, ())
    assert len(desk.reveal(now).seen_before.earlier) == 1


def test_actions_open_here_count_however_old_their_report_is(desk: Desk) -> None:
    (old,) = import_reports(desk, on("01/01/2021"))
    open_meeting(desk)
    desk.task(step_of(desk, old), factories.agency(desk, 1))
    desk.close_meeting()
    (now,) = import_reports(desk, on("31/03/2022"))
    assert (counts(desk, now), seen(desk, now).open_actions) == ((0, 0, 0), 1)


def test_the_list_says_what_was_decided_and_what_came_of_it(desk: Desk) -> None:
    (old,) = import_reports(desk, on("30/03/2022"))
    open_meeting(desk)
    desk.decide(step_of(desk, old), Decision.NO_FURTHER_ACTION, "advice given")
    (now,) = import_reports(desk, on("31/03/2022"))
    (one,) = seen(desk, now).earlier
    assert (one.decision, one.reason) == (Decision.NO_FURTHER_ACTION, "advice given")


def test_the_agenda_s_count_is_answered_from_indexes_alone(desk: Desk) -> None:
    with desk._db.read() as connection:
        lines = plan(connection, f"SELECT {agenda.SEEN} FROM report r WHERE r.id = 1")
    of_p = [line for line in lines if " p " in line or " l " in line]
    assert of_p
    assert all("COVERING INDEX" in line for line in of_p), lines


def keys(desk: Desk, report_id: ReportId) -> set[str]:
    with desk._db.read() as connection:
        rows = connection.execute("SELECT key FROM reporter_key WHERE report_id = ?", (report_id,))
        return {row[0].partition(":")[2] for row in rows}


def test_a_reporter_s_address_follows_an_edit_of_the_place_and_its_undoing(desk: Desk) -> None:
    (one,) = import_reports(desk, on("31/03/2022", name="Ann Odell", house="12", postcode=""))
    open_meeting(desk)
    before = keys(desk, one)
    assert before == {"ann odell|12|mill lane|swanley"}
    report = desk.report(one, private=True).report
    desk.edit_report(report, ReportEdit(place=replace(report.place, street="High Street")))
    assert keys(desk, one) == {"ann odell|12|high street|swanley"}
    desk.undo()
    assert keys(desk, one) == before


def test_a_raised_report_taken_back_is_no_caller_s_any_more(desk: Desk) -> None:
    open_meeting(desk)
    who = Reporter(ReporterKind.RESIDENT, phone="01632 960003")
    raised = desk.raise_report(NewReport(desk.categories()[0].id, "Council", reporter=who)).report_id
    assert raised
    assert keys(desk, raised) == {"+441632960003"}
    desk.undo()
    assert keys(desk, raised) == set()


def test_a_reporter_who_becomes_anonymous_is_forgotten_and_known_again_only_by_their_wish(desk: Desk) -> None:
    named = on("31/03/2022", reference="wish", phone="01632 960003")
    (one,) = import_reports(desk, named)
    factories.take(desk, named | {"reporter": "anonymous"})
    assert keys(desk, one) == set()
    factories.take(desk, named)
    (conflict,) = desk.conflicts()
    desk.settle_conflict(conflict, take=True)
    assert keys(desk, one) == {"+441632960003"}


def test_every_way_to_write_a_report_keeps_the_keys_that_computing_them_anew_gives(desk: Desk) -> None:
    named = on("31/03/2022", reference="all", name="Ann Odell", phone="01632 960003", house="12")
    one, _ = import_reports(desk, named, on("30/03/2022", **ELSEWHERE, email="ann@example.org"))
    factories.take(desk, named | {"street": "Oak Road", "postcode": "BR8 8AA"})
    open_meeting(desk)
    who = Reporter(ReporterKind.RESIDENT, "Jo Lee")
    desk.raise_report(NewReport(desk.categories()[0].id, "Council", Place("1", "Elm Close", "Swanley"), who))
    (conflict,) = desk.conflicts()
    desk.settle_conflict(conflict, take=True)
    report = desk.report(one, private=True).report
    desk.edit_report(report, ReportEdit(place=replace(report.place, house="14")))
    kept = everything(desk)
    with sqlite3.connect(desk.path) as connection:
        rekey(connection)
    assert everything(desk) == kept
    assert len(kept) > 5


def everything(desk: Desk) -> set[tuple[object, ...]]:
    with desk._db.read() as connection:
        places = connection.execute("SELECT id, place_key, street_key FROM report").fetchall()
        return {*places, *connection.execute("SELECT report_id, key, received FROM reporter_key").fetchall()}


@pytest.mark.parametrize(
    ("about", "said"), [(About.AREA, "T1, closed: the gate is locked"), (About.PERSON, "T1, closed")]
)
def test_a_report_that_a_group_took_says_which_and_what_came_of_it_as_a_room_may_read(
    desk: Desk, about: About, said: str
) -> None:
    first, now = import_reports(desk, on("30/03/2022"), on("31/03/2022"))
    open_meeting(desk)
    desk.start_group_on(step_of(desk, first), NewGroup("Garages", factories.agency(desk, 1), about))
    assert [(one.decision, one.reason) for one in seen(desk, now).earlier] == [(Decision.GROUP, "T1")]
    desk.close_group(desk.group(GroupId(1), private=True), "the gate is locked")
    assert [one.reason for one in seen(desk, now).earlier] == [said]
