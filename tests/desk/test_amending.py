"""A closed meeting corrected: the old line stays, the correction stands under it and at the end (SPEC 3.7)."""

from datetime import date
from difflib import ndiff
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.ids import ActionId, MeetingId
from csu_tui.domain.words import ActionStatus, Decision
from tests.factories import (
    HOSTILE,
    NAME,
    SECRET,
    SENSITIVE,
    agency,
    clock_of,
    close,
    import_reports,
    make_desk,
    open_meeting,
    refused,
    rows_of,
    step_of,
    steps,
)

M1 = MeetingId(1)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A unit whose first meeting is closed: R1 tasked to the first agency (A1), R2 noted, R3 held over."""
    desk = make_desk(tmp_path)
    first, second, third = import_reports(desk, {}, {}, SENSITIVE)
    open_meeting(desk)
    desk.task(step_of(desk, first), agency(desk, 1))
    desk.decide(step_of(desk, second), Decision.FOR_INFORMATION)
    desk.decide(step_of(desk, third), Decision.HOLD_OVER, "more information awaited")
    close(desk)
    clock_of(desk).advance(hours=3)
    return desk


def full(desk: Desk) -> str:
    return desk.minutes_text(M1, redacted=False)


def added(before: str, after: str) -> list[str]:
    """Return the lines that a paper gained; it must not have lost one but the "None." of the amendments."""
    found = list(ndiff(before.splitlines(), after.splitlines()))
    assert [line for line in found if line.startswith("- ")] in ([], ["- None."])
    return [line[2:] for line in found if line.startswith("+ ")]


@pytest.mark.parametrize(
    ("subject", "field", "value", "said"),
    [
        ("R2", "decision", "no further action", "Decision is “no further action”, was “for information”"),
        ("R2", "comment", "seen by the warden", "Comment is “seen by the warden”"),
        ("R1", "reason", "asked for by the ward", "Reason is “asked for by the ward”"),
        ("A1", "due", "8/4", "Due is “Fri 8 Apr”, was “Tue 5 Apr”"),
        ("A1", "words", "call first", "Words is “call first”"),
        ("M1", "chair", "Insp Bright", "Chair is “Insp Bright”"),
        ("M1", "attendance", "Police Insp Bright", "Attendance is “Police Insp Bright”"),
    ],
)
def test_the_old_line_stays_and_the_correction_stands_under_it_and_at_the_end(
    desk: Desk, subject: str, field: str, value: str, said: str
) -> None:
    before = full(desk)
    desk.amend(M1, subject, field, value, "typed wrongly")
    gained = " ".join(" ".join(added(before, full(desk))).split())
    assert gained.count("Amended Fri 1 Apr 12:00 by ellis") == 2
    assert gained.count(said) == 2
    assert gained.count("Reason: typed wrongly") == 2


def test_everything_else_stays_byte_for_byte_and_an_amendment_is_never_undone_by_z(desk: Desk) -> None:
    desk.amend(M1, "R2", "decision", "no further action", "first")
    once = full(desk)
    desk.amend(M1, "R2", "decision", "for information", "second thoughts")
    added(once, full(desk))
    assert "Reason: first" in full(desk)
    refused(desk.undo)
    assert full(desk) == full(desk)
    assert desk.check().problems == ()


def test_hostile_words_of_an_amendment_are_drawn_harmless(desk: Desk) -> None:
    desk.amend(M1, "R2", "comment", HOSTILE, HOSTILE)
    assert not [sign for sign in full(desk) if sign != "\n" and not sign.isprintable()]


def test_redacted_minutes_say_that_it_was_amended_without_the_free_words(desk: Desk) -> None:
    desk.amend(M1, "R3", "comment", SECRET, f"told by {NAME}")
    text = desk.minutes_text(M1, redacted=True)
    assert text.count("Amended") == 2
    assert SECRET not in text
    assert NAME not in text


def test_an_open_action_is_corrected_with_its_minutes(desk: Desk) -> None:
    other = next(one for one in desk.agencies() if one.digit == 2)
    desk.amend(M1, "A1", "owner", other.name, "wrong digit")
    desk.amend(M1, "a1", "Due", "8/4", "wrong day")
    desk.amend(M1, "A1", "words", "call first", "wrong words")
    action = desk.action(ActionId(1))
    assert (action.agency, action.due.isoformat(), action.text) == (other.short, "2022-04-08", "call first")


def test_what_an_officer_changed_since_stays_and_is_said(desk: Desk) -> None:
    other, third = (next(one for one in desk.agencies() if one.digit == digit) for digit in (2, 3))
    desk.redate(desk.action(ActionId(1)), date(2022, 4, 13), "officer absent")
    desk.hand_over(desk.action(ActionId(1)), other.id, None, "their tenant")
    desk.edit_action(desk.action(ActionId(1)), "ring twice")
    for field, value in (("due", "8/4"), ("owner", third.name), ("words", "call first")):
        said = desk.amend(M1, "A1", field, value, "wrong in the minutes")
        assert "A1 itself was changed since, and stays so." in said.words
    action = desk.action(ActionId(1))
    assert (action.agency, action.due, action.text) == (other.short, date(2022, 4, 13), "ring twice")
    assert desk.minutes_text(M1, redacted=False).count("Amended") == 6


def test_a_finished_action_keeps_what_it_was(desk: Desk) -> None:
    action = desk.action(ActionId(1))
    desk.finish(action, ActionStatus.DONE, "seen")
    desk.amend(M1, "A1", "due", "8/4", "wrong day")
    assert desk.action(ActionId(1)).due == action.due


def test_an_amended_decision_is_the_one_that_stands(desk: Desk) -> None:
    desk.amend(M1, "R2", "decision", "no further action", "typed wrongly")
    assert rows_of(desk, "SELECT decision FROM agenda_step WHERE report_id = 2") == [("no further action",)]


@pytest.mark.parametrize(
    ("subject", "field", "value", "sentence"),
    [
        ("R3", "decision", "for information", "held over"),
        ("R2", "decision", "hold over", "held over"),
        ("R2", "decision", "forget it", "A decision is one of"),
        ("R2", "due", "8/4", "can be amended: decision, reason, comment"),
        ("R9", "decision", "for information", "R9 is not in the minutes of M1"),
        ("A9", "due", "8/4", "A9 is not in the minutes of M1"),
        ("M2", "chair", "Sgt Ellis", "M2 is not in the minutes of M1"),
        ("X1", "chair", "Sgt Ellis", "nothing"),
        ("R", "decision", "for information", "R is not in the minutes of M1"),
        ("", "decision", "for information", "nothing"),
        ("A1", "owner", "Nobody", "There is no agency 'Nobody'"),
        ("A1", "due", "someday", "someday"),
        ("R2", "decision", "for information", "already"),
        ("R2", "comment", "  ", "Say what it should be"),
    ],
)
def test_what_cannot_be_amended_is_refused_in_words_and_changes_nothing(
    desk: Desk, subject: str, field: str, value: str, sentence: str
) -> None:
    before, changes = full(desk), desk.check().changes
    assert sentence in refused(lambda: desk.amend(M1, subject, field, value, "why"))
    assert desk.check().changes == changes
    assert full(desk) == before


def test_an_amendment_needs_a_reason(desk: Desk) -> None:
    assert "reason" in refused(lambda: desk.amend(M1, "R2", "comment", "x", " "))


def test_a_meeting_that_is_open_is_changed_and_not_amended(desk: Desk) -> None:
    open_meeting(desk)
    assert "only closed meetings" in refused(lambda: desk.amend(MeetingId(2), "M2", "chair", "x", "why"))
    assert steps(desk)


def test_minutes_are_exported_under_a_free_name_and_the_full_ones_are_recorded(desk: Desk) -> None:
    redacted = desk.export_minutes(M1, redacted=True)
    assert redacted.name == "2022-04-01 Daily tasking M1 redacted.txt"
    assert redacted.read_text() == desk.minutes_text(M1, redacted=True)
    looks = len([one for one in desk.changes("M1") if one.what == "export: full minutes"])
    again = desk.export_minutes(M1, redacted=False)
    assert again.name == "2022-04-01 Daily tasking M1 (2).txt"
    assert again.stat().st_mode & 0o777 == 0o600
    assert len([one for one in desk.changes("M1") if one.what == "export: full minutes"]) == looks + 1


def test_where_nothing_can_be_recorded_only_redacted_minutes_are_exported(desk: Desk, tmp_path: Path) -> None:
    desk.close()
    reader = make_desk(tmp_path, create=False, read_only=True)
    assert reader.export_minutes(M1, redacted=True).is_file()
    assert refused(lambda: reader.export_minutes(M1, redacted=False))
