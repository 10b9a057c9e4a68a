"""Action sheets out, filled in, and back: on a real database."""

import io
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.ids import ActionId, AgencyId
from csu_tui.domain.stroke import ActionFilter, Assignment, Roll
from csu_tui.domain.words import ActionStatus, FeedbackState, Means
from tests.cli.conftest import Ask, parsed

PLANTED = (
    "Ada Planted",
    "01632 960111",
    "12 Mill Lane",
    "Bea Hidden",
    "07700",
    "Secret title",
    "secret words",
    "DV1 2A",
)
WARDENS = "wardens"


@pytest.fixture
def tasked(desk: Desk) -> Desk:
    """A desk whose wardens owe a visit (R1, resident), research (R2, sensitive) and a call (R3, anonymous)."""
    desk.open_meeting(Roll("Sgt Ellis"))
    kinds = {kind.name: kind.id for kind in desk.kinds()}
    own = wardens(desk)
    by_report = {step.report_id: step for step in desk.agenda().steps}
    for report_id, kind in ((1, "visit"), (2, "research"), (3, "call")):
        step = next(s for number, s in by_report.items() if number == report_id)
        desk.assign(step, Assignment(own, kind_id=kinds[kind], text=f"the asked words of {kind}"))
    return desk


def wardens(desk: Desk) -> AgencyId:
    return next(agency.id for agency in desk.agencies() if agency.short == "Wardens")


def sheet(ask: Ask, *more: str) -> str:
    status, out, _ = ask("minutes", "--agency", WARDENS, *more)
    assert status == 0
    return out


def fill(text: str, action: str, outcome: str = "", words: str = "", contact: str = "") -> str:
    before, head, after = text.partition(f"== {action} ")
    for label, value in (("Outcome", outcome), ("Words", words), ("Contact", contact)):
        after = after.replace(f"\n{label}:", f"\n{label}: {value}\x00", 1)
    return before + head + after.replace("\x00", "")


def back(ask: Ask, tmp_path: Path, text: str, *options: str) -> list[tuple[str, str]]:
    """Read a sheet back and return what became of each block."""
    path = tmp_path / "back.txt"
    path.write_text(text, encoding="utf-8")
    status, out, _ = ask("merge-sheet", str(path), "--json", *options)
    assert status == 0
    return [(one["action"], one["state"]) for one in parsed(out)]


def every(desk: Desk) -> dict[str, tuple[ActionStatus, str]]:
    return {f"A{a.id}": (a.status, a.outcome) for a in desk.actions(ActionFilter(status="all"), private=True)}


def changes(desk: Desk) -> int:
    return desk.check().changes


def test_a_sheet_has_the_agency_s_open_actions_only_as_a_room_may_read_them(ask: Ask, tasked: Desk) -> None:
    before = changes(tasked)
    text = sheet(ask)
    assert [text.count(f"== A{number} ") for number in (1, 2, 3)] == [1, 1, 1]
    assert "The asked words of visit" in text or "Visit: the asked words of visit" in text
    assert "words of research" not in text
    assert not [planted for planted in PLANTED if planted in text]
    assert changes(tasked) == before
    assert ask("done", "A2", "looked it up")[0] == 0
    assert "== A2 " not in sheet(ask)
    status, other, _ = ask("minutes", "--agency", "fire")
    assert (status, "0 open actions" in other, "== A" in other) == (0, True, False)


def test_details_stand_on_a_private_sheet_only_and_each_report_records_the_disclosure(ask: Ask, tasked: Desk) -> None:
    text = sheet(ask, "--private")
    assert not [planted for planted in PLANTED if planted not in text]
    for report in ("R1", "R2", "R3"):
        assert tasked.changes(report)[-1].what == "disclosure: action sheet to Wardens"
    status, out, _ = ask("--read-only", "minutes", "--agency", WARDENS, "--private")
    assert (status, out) == (1, "")
    assert ask("--read-only", "minutes", "--agency", WARDENS)[0] == 0


def test_a_redacted_sheet_has_no_free_word(ask: Ask, tasked: Desk) -> None:
    assert tasked.meeting() is not None
    text = sheet(ask, "--redacted")
    assert "words of" not in text
    assert text.startswith("OFFICIAL\n")


@pytest.mark.parametrize(
    "options", [("--format", "md"), ("--format", "json"), ("--private", "--redacted")]
)  # fmt: skip
def test_a_sheet_is_plain_text_and_of_one_sort(ask: Ask, tasked: Desk, options: tuple[str, ...]) -> None:
    assert tasked.meeting() is not None
    assert ask("minutes", "--agency", WARDENS, *options)[:2] == (2, "")


def test_without_apply_nothing_is_written_and_with_it_all_is(ask: Ask, tasked: Desk, tmp_path: Path) -> None:
    text = fill(sheet(ask), "A1", "done", "spoke to her", "visit, y, 31 Mar")
    before = changes(tasked)
    assert back(ask, tmp_path, text) == [("A1", "would apply"), ("A2", "empty"), ("A3", "empty")]
    assert changes(tasked) == before
    assert back(ask, tmp_path, text, "--apply") == [("A1", "applied"), ("A2", "empty"), ("A3", "empty")]
    assert changes(tasked) == before + 1
    assert every(tasked)["A1"] == (ActionStatus.DONE, "spoke to her")
    (contact,) = tasked.report(tasked.action(ActionId(1)).report_id).contacts
    assert (contact.means, contact.reached, contact.agency, contact.action_id) == (Means.VISIT, True, "Wardens", 1)
    assert tasked.report(contact.report_id).feedback.state is FeedbackState.DUE
    assert tasked.changes("A1")[-1].what == "done (action sheet)"
    assert tasked.check().problems == ()


def test_the_same_block_twice_changes_nothing(ask: Ask, tasked: Desk, tmp_path: Path) -> None:
    text = fill(sheet(ask), "A1", "done", "spoke to her", "visit, n, 31 Mar")
    text = fill(text, "A2", contact="letter, y, 31 Mar", words="sent")
    assert back(ask, tmp_path, text + text, "--apply")[:2] == [("A1", "applied"), ("A2", "applied")]
    before = changes(tasked)
    found = back(ask, tmp_path, text + text, "--apply")
    assert [one for one in found if one[1] != "empty"] == [("A1", "unchanged"), ("A2", "unchanged")] * 2
    assert changes(tasked) == before


def test_an_outcome_sent_after_its_contact_writes_no_second_contact(ask: Ask, tasked: Desk, tmp_path: Path) -> None:
    text = fill(sheet(ask), "A1", contact="visit, n, 31 Mar")
    assert back(ask, tmp_path, text, "--apply")[0] == ("A1", "applied")
    again = fill(text, "A1", "done", "nobody ever opens").replace("Contact:  visit", "Contact: visit")
    assert back(ask, tmp_path, again, "--apply")[0] == ("A1", "applied")
    assert len(tasked.report(tasked.action(ActionId(1)).report_id).contacts) == 1
    assert every(tasked)["A1"][0] is ActionStatus.DONE


def test_an_action_changed_since_is_listed_and_left_as_it_is(ask: Ask, tasked: Desk, tmp_path: Path) -> None:
    text = fill(sheet(ask), "A2", "not undertaken", "no time")
    assert ask("redate", "A2", "+5", "officer ill")[0] == 0
    before = changes(tasked)
    path = tmp_path / "back.txt"
    path.write_text(text, encoding="utf-8")
    status, out, _ = ask("merge-sheet", "--apply", str(path))
    assert status == 0
    assert "A2" in out
    assert f"changed since: changed since the sheet was printed by {tasked.login} (redate)" in out
    assert (changes(tasked), every(tasked)["A2"]) == (before, (ActionStatus.OPEN, ""))


def test_a_sheet_of_another_unit_is_not_entered(ask: Ask, tasked: Desk, tmp_path: Path) -> None:
    text = fill(sheet(ask), "A2", "done", "looked up")
    sign = text.partition("== A2 ")[2][:4]
    other = text.replace(f"A2 {sign}", f"A2 {'0000' if sign != '0000' else '1111'}")
    assert back(ask, tmp_path, other, "--apply")[1] == ("A2", "changed since")
    assert back(ask, tmp_path, other.replace("A2 ", "A77 "), "--apply")[1] == ("A77", "refused")
    assert every(tasked)["A2"] == (ActionStatus.OPEN, "")


def test_a_contact_that_told_the_reporter_settles_and_one_only_reached_does_not(
    ask: Ask, tasked: Desk, tmp_path: Path
) -> None:
    report = tasked.action(ActionId(1)).report_id
    back(ask, tmp_path, fill(sheet(ask), "A1", contact="visit, y, 31 Mar"), "--apply")
    assert tasked.report(report).feedback.state is FeedbackState.DUE
    back(ask, tmp_path, fill(sheet(ask), "A1", contact="visit, y, 1 Apr, told"), "--apply")
    assert tasked.report(report).feedback.state is FeedbackState.GIVEN


def test_anonymous_is_never_settled_by_a_sheet(ask: Ask, tasked: Desk, tmp_path: Path) -> None:
    report = tasked.action(ActionId(3)).report_id
    assert "None: reported anonymously" in sheet(ask)
    text = fill(sheet(ask), "A3", "done", "rang", "call, y, 31 Mar, told")
    assert back(ask, tmp_path, text, "--apply")[2] == ("A3", "refused")
    assert tasked.report(report).contacts == ()
    text = fill(sheet(ask), "A3", "done", "rang", "call, y, 31 Mar")
    assert back(ask, tmp_path, text, "--apply")[2] == ("A3", "applied")
    assert len(tasked.report(report).contacts) == 1
    assert tasked.report(report).feedback.state is FeedbackState.ANONYMOUS


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (("donne", "w", ""), "“donne” is no outcome"),
        (("done", "", ""), "“done” needs words"),
        (("", "w", ""), "There are words but no outcome"),
        (("done", "w", ""), "it is a visit: the line “Contact:” must say"),
        (("done", "w", "visit, y"), "its date is missing"),
        (("done", "w", "visit, y, 1 Apr 23:00"), "A contact cannot lie in the future."),
    ],
)
def test_what_cannot_be_entered_is_listed_and_holds_no_other_back(
    ask: Ask, tasked: Desk, tmp_path: Path, answer: tuple[str, str, str], told: str
) -> None:
    text = fill(fill(sheet(ask), "A1", *answer), "A2", "not possible", "moved away")
    path = tmp_path / "back.txt"
    path.write_text(text, encoding="utf-8")
    status, out, _ = ask("merge-sheet", "--apply", str(path))
    assert (status, len(out.splitlines())) == (0, 3)
    assert told in out.splitlines()[0]
    assert every(tasked)["A1"] == (ActionStatus.OPEN, "")
    assert every(tasked)["A2"] == (ActionStatus.NOT_POSSIBLE, "moved away")


def test_two_answers_to_one_action_that_differ_are_both_refused(ask: Ask, tasked: Desk, tmp_path: Path) -> None:
    first = fill(sheet(ask), "A2", "done", "looked up")
    second = fill(sheet(ask), "A2", "not undertaken", "forgot")
    found = back(ask, tmp_path, first + second, "--apply")
    assert [state for action, state in found if action == "A2"] == ["refused", "refused"]
    assert every(tasked)["A2"][0] is ActionStatus.OPEN


def test_words_of_a_sensitive_report_s_action_are_entered_and_not_printed(
    ask: Ask, tasked: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "back.txt"
    path.write_text(fill(sheet(ask), "A2", "done", "the planted finding"), encoding="utf-8")
    _, out, err = ask("merge-sheet", "--apply", str(path))
    assert "planted" not in out + err
    assert every(tasked)["A2"] == (ActionStatus.DONE, "the planted finding")


def test_standard_input_is_read_and_what_is_no_sheet_is_said_so(
    ask: Ask, tasked: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = fill(sheet(ask), "A2", "done", "looked up")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    status, out, err = ask("merge-sheet", "-")
    assert (status, out.count("would apply")) == (0, 1)
    assert err == "1 would be entered: add --apply.\n"
    other = tmp_path / "letter.txt"
    other.write_text("Dear all", encoding="utf-8")
    status, out, err = ask("merge-sheet", str(other), str(tmp_path / "absent.txt"))
    assert (status, out) == (1, "")
    assert "letter.txt holds no action sheet" in err
    assert "absent.txt cannot be read" in err
    assert every(tasked)["A2"][0] is ActionStatus.OPEN


def test_nothing_is_entered_where_nothing_can_be_written(ask: Ask, tasked: Desk, tmp_path: Path) -> None:
    path = tmp_path / "back.txt"
    path.write_text(fill(sheet(ask), "A2", "done", "looked up"), encoding="utf-8")
    status, out, err = ask("--read-only", "merge-sheet", "--apply", str(path))
    assert (status, out) == (1, "")
    assert "read-only" in err
    assert tasked.check().problems == ()
    assert ask("--read-only", "merge-sheet", str(path))[0] == 0
