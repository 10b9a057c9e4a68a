"""The closing checklist, and minutes that nothing later can change (SPEC 3.7, 3.8)."""

import stat
from datetime import date
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.ids import MeetingId, ReportId
from csu_tui.domain.stroke import ActionFilter, Assignment, ContactMade
from csu_tui.domain.words import ActionStatus, Decision, FeedbackState, Means, MeetingState
from tests.factories import (
    EMAIL,
    HOSTILE,
    HOUSE,
    NAME,
    PHONE,
    SECRET,
    SENSITIVE,
    agency,
    clock_of,
    close,
    import_reports,
    make_desk,
    note_all,
    open_meeting,
    refused,
    row,
    rows_of,
    step_of,
    steps,
    take,
)

NOT_STATED = {"reporter": "", "name": "", "phone": "", "email": "", "feedback_wanted": ""}
M1 = MeetingId(1)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A second meeting, with a due action, a sensitive report and one whose reporter was not stated."""
    desk = make_desk(tmp_path, "2022-03-31T09:00:00+01:00")
    import_reports(desk, {"received": "30/03/2022 16:40"})
    open_meeting(desk)
    desk.assign(steps(desk)[0], Assignment(agency(desk, 1), text=HOSTILE, due=date(2022, 4, 1)))
    close(desk)
    clock_of(desk).advance(days=1)
    import_reports(desk, {}, SENSITIVE, NOT_STATED)
    open_meeting(desk)
    return desk


def test_a_meeting_is_not_closed_until_its_list_is_clear(desk: Desk) -> None:
    assert refused(desk.close_meeting) == (
        "The meeting cannot end yet: 3 reports are undecided; 1 due action is not reviewed;"
        " 1 report has no plan for its feedback."
    )
    note_all(desk)
    assert "1 due action" in refused(desk.close_meeting)
    desk.redate(desk.actions(ActionFilter())[0], date(2022, 4, 8), "on leave")
    assert "1 report has no plan" in refused(desk.close_meeting)
    desk.settle_unknown()
    desk.close_meeting()
    assert desk.meeting() is None


def test_holding_over_the_rest_is_one_choice_with_one_reason(desk: Desk) -> None:
    assert "needs a reason" in refused(lambda: desk.hold_over_rest(" "))
    desk.decide(step_of(desk, 2), Decision.FOR_INFORMATION)
    desk.settle_unknown()
    desk.hold_over_rest("not reached")
    desk.close_meeting()
    snapshot = desk.snapshot()
    assert snapshot["held_over"] == ["R3", "R4"]
    assert [a["review"] for a in snapshot["actions_reviewed"]] == [None]
    assert snapshot["totals"]["actions_not_reviewed"] == 1
    assert desk.actions(ActionFilter())[0].due == date(2022, 4, 1)
    assert [step.report_id for step in steps(desk) if step.action_id is None] == [3, 4]


def test_closing_writes_the_minutes_owner_only_under_their_day_and_number(desk: Desk) -> None:
    closed = close(desk)
    assert closed.problem == ""
    assert closed.minutes is not None
    assert closed.minutes.name == "2022-04-01 Daily tasking M2.txt"
    assert stat.S_IMODE(closed.minutes.stat().st_mode) == 0o600
    assert closed.minutes.read_text(encoding="utf-8") == desk.minutes_text(redacted=False)


def test_a_meeting_is_closed_even_where_its_minutes_cannot_be_written(desk: Desk) -> None:
    folder = desk.path.parent / "minutes"
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    folder.write_text("in the way")
    closed = close(desk)
    assert closed.minutes is None
    assert "The meeting is closed" in closed.problem
    assert "csu-tui minutes M2" in closed.problem
    assert desk.meetings()[0].state is MeetingState.CLOSED
    assert folder.read_text() == "in the way"


def test_nothing_that_happens_later_changes_the_minutes(desk: Desk) -> None:
    desk.task(step_of(desk, 2), agency(desk, 1))
    desk.decide(step_of(desk, 3), Decision.NO_FURTHER_ACTION, HOSTILE)
    desk.comment(step_of(desk, 2), HOSTILE)
    closed = close(desk)
    full, redacted = (desk.minutes_text(MeetingId(2), redacted=one) for one in (False, True))
    first = desk.minutes_text(M1, redacted=True)
    for action in desk.actions(ActionFilter()):
        desk.finish(action, ActionStatus.NOT_UNDERTAKEN, "forgotten")
    desk.contact(ReportId(2), ContactMade(Means.CALL, reached=True, settles=True))
    police = next(one for one in desk.agencies() if one.digit == 1)
    desk.edit_agency(police, name="Constabulary", short="Const")
    desk.retire_agency(next(one for one in desk.agencies() if one.digit == 5))
    clock_of(desk).advance(days=1)
    import_reports(desk, {"received": "31/03/2022 16:40"}, {})
    open_meeting(desk)
    desk.decide(step_of(desk, 4), Decision.NO_FURTHER_ACTION, "advice given")
    close(desk)
    assert desk.minutes_text(MeetingId(2), redacted=False) == full
    assert desk.minutes_text(MeetingId(2), redacted=True) == redacted
    assert desk.minutes_text(M1, redacted=True) == first
    assert closed.minutes is not None
    assert closed.minutes.read_text(encoding="utf-8") == full


def test_what_a_source_sends_later_does_not_change_the_minutes(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    sent = row()
    import_reports(desk, sent)
    open_meeting(desk)
    close(desk)
    full = desk.minutes_text(redacted=False)
    taken = take(desk, sent | {"text": "another text", "street": "Elsewhere", "reporter": "anonymous"})
    assert taken.updated == 1
    assert desk.minutes_text(redacted=False) == full


def test_minutes_of_an_open_meeting_say_draft(desk: Desk) -> None:
    assert "DRAFT" in desk.minutes_text(redacted=True)
    close(desk)
    assert "DRAFT" not in desk.minutes_text(redacted=True)


def test_redacted_minutes_hold_no_detail_of_a_person_and_no_word_of_a_sensitive_report(desk: Desk) -> None:
    step = step_of(desk, 3)
    desk.assign(step, Assignment(agency(desk, 1), text=SECRET))
    desk.comment(step_of(desk, 3), SECRET)
    desk.set_feedback(desk.report(ReportId(3)).feedback, FeedbackState.NOT_APPROPRIATE, reason=SECRET)
    desk.contact(ReportId(2), ContactMade(Means.VISIT, reached=False, note=NAME))
    close(desk, SECRET)
    redacted, full = desk.minutes_text(redacted=True), desk.minutes_text(redacted=False)
    for planted in (NAME, PHONE, EMAIL, HOUSE, SECRET, "Domestic", "BR8 7AA"):
        assert planted not in redacted
    flat = " ".join(full.split())
    assert SECRET in flat
    assert NAME in flat


def test_no_control_byte_of_a_source_reaches_the_minutes(desk: Desk) -> None:
    desk.comment(step_of(desk, 2), HOSTILE)
    close(desk, HOSTILE)
    for redacted in (True, False):
        text = desk.minutes_text(redacted=redacted)
        assert not {c for c in text if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u200b")}
        assert max(map(len, text.splitlines())) <= 80


def test_full_minutes_are_recorded_as_a_look_and_redacted_ones_are_not(desk: Desk) -> None:
    close(desk)
    before = desk.check().changes
    desk.minutes_text(redacted=True)
    assert desk.check().changes == before
    desk.minutes_text(redacted=False)
    assert rows_of(desk, "SELECT what, subject FROM change ORDER BY id DESC LIMIT 1") == [
        ("export: full minutes", "M2")
    ]


def test_abandoned_meetings_and_unknown_ones_have_no_minutes(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    assert "No meeting" in refused(lambda: desk.minutes_text(redacted=True))
    open_meeting(desk)
    desk.abandon_meeting()
    assert "abandoned" in refused(lambda: desk.minutes_text(M1, redacted=True))
    assert "no meeting M7" in refused(lambda: desk.minutes_text(MeetingId(7), redacted=True))


@pytest.mark.parametrize("private", [True, False])
def test_what_is_read_is_masked_unless_it_is_asked_for_in_private(desk: Desk, *, private: bool) -> None:
    desk.assign(step_of(desk, 3), Assignment(agency(desk, 1), text=SECRET))
    desk.decide(step_of(desk, 3), Decision.HOLD_OVER, SECRET)
    desk.comment(step_of(desk, 3), SECRET)
    desk.set_feedback(desk.report(ReportId(3)).feedback, FeedbackState.NOT_APPROPRIATE, reason=SECRET)
    desk.contact(ReportId(3), ContactMade(Means.VISIT, reached=False, note=SECRET))
    seen = repr(
        (
            desk.agenda(private=private),
            desk.item(step_of(desk, 3).id, private=private),
            desk.report(ReportId(3), private=private),
            desk.actions(ActionFilter(), private=private),
        )
    )
    for planted in (NAME, PHONE, EMAIL, HOUSE, SECRET):
        assert (planted in seen) is private
    always = repr((desk.checklist(), desk.opening(), desk.owed(), desk.changes("R3"), desk.meetings()))
    for planted in (NAME, PHONE, EMAIL, HOUSE, SECRET):
        assert planted not in always


def test_no_sentence_that_comes_back_holds_a_word_of_a_sensitive_report(desk: Desk) -> None:
    words = [
        desk.assign(step_of(desk, 3), Assignment(agency(desk, 1), text=SECRET)).words,
        desk.edit_action(desk.report(ReportId(3)).actions[0], SECRET).words,
        desk.finish(desk.report(ReportId(3)).actions[0], ActionStatus.DONE, SECRET).words,
        desk.comment(step_of(desk, 3), SECRET).words,
        desk.decide(step_of(desk, 3), Decision.NO_FURTHER_ACTION, SECRET).words,
        desk.contact(ReportId(3), ContactMade(Means.CALL, reached=False, note=SECRET)).words,
        desk.undo().words,
        desk.undo().words,
    ]
    for planted in (NAME, PHONE, EMAIL, HOUSE, SECRET, "Domestic"):
        assert planted not in " ".join(words)


def test_one_thing_is_said_in_the_singular_and_none_is_not_said(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, {"reporter": "", "name": "", "phone": "", "email": "", "feedback_wanted": ""})
    open_meeting(desk)
    assert desk.hold_over_rest("not reached").words == "1 report held over."
    assert desk.settle_unknown().words.startswith("1 report: via organisation")
