"""Minutes never change by anything that officers, sources or set-up do later (SPEC 3.7)."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.ids import MeetingId, ReportId
from csu_tui.domain.snapshot import redacted as without_details
from csu_tui.domain.stroke import ActionFilter, ContactMade
from csu_tui.domain.unit import Agency
from csu_tui.domain.words import ActionStatus, FeedbackState, Means
from csu_tui.files.minutes import render_agency, render_markdown
from tests import factories

ROWS = (
    {"reference": "1"},
    {"reference": "2", **factories.SENSITIVE},
    {"reference": "3", "reporter": "anonymous", "name": ""},
)
FIRST = MeetingId(1)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk after its first meeting: two tasked, the last held over."""
    desk = factories.make_desk(tmp_path)
    found = factories.import_reports(desk, *ROWS)
    factories.open_meeting(desk)
    for report in found[:2]:
        desk.task(factories.step_of(desk, report), factories.agency(desk, 1))
    factories.close(desk)
    return desk


def minutes(desk: Desk, agency: str) -> list[str]:
    """Every form in which the first meeting's minutes can be had."""
    snapshot = desk.snapshot(FIRST)
    found = [json.dumps(snapshot), json.dumps(without_details(snapshot))]
    for hidden in (False, True):
        found += [desk.minutes_text(FIRST, redacted=hidden), render_markdown(snapshot, redacted=hidden)]
        found += [render_agency(snapshot, agency, redacted=hidden, markdown=md) for md in (False, True)]
    return found


def tasked(desk: Desk) -> Agency:
    return next(one for one in desk.agencies(retired=True) if one.id == factories.agency(desk, 1))


def rename(desk: Desk) -> None:
    desk.edit_agency(tasked(desk), name="Another Police", short="Another")


def retire(desk: Desk) -> None:
    desk.retire_agency(next(one for one in desk.agencies() if not one.own))


def finish(desk: Desk) -> None:
    for action in desk.actions(ActionFilter()):
        desk.finish(action, ActionStatus.DONE, "later, at a desk")


def redate_and_hand_over(desk: Desk) -> None:
    first, second = desk.actions(ActionFilter())
    desk.redate(first, date(2022, 4, 20), "on leave")
    desk.hand_over(second, factories.agency(desk, 5), None, "it is their house")


def tell_the_reporter(desk: Desk) -> None:
    desk.contact(ReportId(1), ContactMade(Means.CALL, reached=True))
    desk.set_feedback(desk.report(ReportId(1)).feedback, FeedbackState.GIVEN, means=Means.CALL)


def import_late(desk: Desk) -> None:
    factories.clock_of(desk).advance(days=3)
    factories.take(
        desk,
        {"reference": "1", "text": "another text", "street": "Other Road", "risk": "high"},
        {"reference": "2", "reporter": "anonymous", "name": "", "received": "30/03/2022 10:00"},
        {"reference": "4"},
    )


def edit_categories(desk: Desk) -> None:
    with desk._writing() as writing:
        for category in desk.categories():
            writing.change(
                "category", category.id, name=f"Renamed {category.id}", sensitive=int(not category.sensitive)
            )
        writing.record("edit categories", "category")


def edit_settings(desk: Desk) -> None:
    desk.set_setting("unit", "Another Unit")
    desk.set_setting("marking", "SECRET")
    desk.set_setting("confidentiality", "Nothing is confidential.")


def hold_another(desk: Desk) -> None:
    factories.clock_of(desk).advance(days=7)
    factories.open_meeting(desk)
    factories.note_all(desk)
    desk.undo()
    factories.close(desk)


LATER: tuple[Callable[[Desk], None], ...] = (
    rename,
    retire,
    finish,
    redate_and_hand_over,
    tell_the_reporter,
    import_late,
    edit_categories,
    edit_settings,
    hold_another,
)


@pytest.mark.parametrize("later", LATER)
def test_minutes_stay_byte_for_byte_whatever_happens_later(desk: Desk, later: Callable[[Desk], None]) -> None:
    agency = tasked(desk).short
    before = minutes(desk, agency)
    changes = factories.rows_of(desk, "SELECT count(*) FROM change")
    later(desk)
    assert factories.rows_of(desk, "SELECT count(*) FROM change") > changes
    assert minutes(desk, agency) == before


def test_minutes_stay_after_everything_together(desk: Desk) -> None:
    agency = tasked(desk).short
    before = minutes(desk, agency)
    for later in LATER:
        if later is not redate_and_hand_over:  # what is finished cannot be handed over
            later(desk)
    assert minutes(desk, agency) == before
    assert "Another" not in "".join(before)
