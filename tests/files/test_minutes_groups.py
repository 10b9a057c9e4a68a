"""TASK AND FINISH GROUPS in the minutes: heard, started, given reports; nothing where a meeting had none."""

from datetime import date
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.extract import extract
from csu_tui.domain.group import NewGroup
from csu_tui.domain.ids import GroupId, MeetingId, ReportId
from csu_tui.domain.snapshot import Snapshot, redacted
from csu_tui.domain.words import Decision, StepKind
from csu_tui.files.minutes import render
from csu_tui.files.minutes.agency import render_agency
from csu_tui.files.minutes.markdown import render_markdown
from tests.factories import (
    CONTROLS,
    HOSTILE,
    agency,
    clock_of,
    close,
    import_reports,
    make_desk,
    open_meeting,
    step_of,
    steps,
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A meeting on which one group reports back, one is started with a report, and one takes a report in."""
    desk = make_desk(tmp_path)
    import_reports(desk, {}, {}, {})
    open_meeting(desk)
    for name in ("due", "taking in"):
        desk.start_group(NewGroup(name, agency(desk, 1), reports=(ReportId(1),) if name == "due" else ()))
    desk.add_member(GroupId(1), agency(desk, 4), "Insp Lowe")
    close(desk)
    clock_of(desk).set("2022-05-05T09:00:00+01:00")
    open_meeting(desk)
    desk.report_back(desk.group(GroupId(1)), "two patrols", date(2022, 5, 19))
    desk.put_in_group(step_of(desk, 2), GroupId(2))
    desk.start_group_on(step_of(desk, 3), NewGroup("new", agency(desk, 2), concern="bikes"))
    desk.comment(next(s for s in steps(desk) if s.group_id == 1), "well done")
    return desk


def section(text: str) -> str:
    return " ".join(text.split("TASK AND FINISH GROUPS")[1].split("ACTIONS BY AGENCY", maxsplit=1)[0].split())


def entries(snapshot: Snapshot) -> list[tuple[str, bool, bool, list[str]]]:
    return [(g["group"], g["on_agenda"], g["started"], g["added"]) for g in snapshot["groups"]]


def test_those_heard_started_and_given_reports_are_listed(desk: Desk) -> None:
    assert entries(desk.snapshot()) == [
        ("T1", True, False, []),
        ("T2", True, False, ["R2"]),
        ("T3", False, True, ["R3"]),
    ]


def test_they_say_what_was_heard_and_when_next(desk: Desk) -> None:
    said = section(render(desk.snapshot(), redacted=False))
    lead = desk.group(GroupId(1)).lead
    for words in (
        f"T1 due Lead {lead} Members Wardens Reports 1 report Due Wed 4 May, overdue",
        "Heard Reported back: two patrols Next Reports back by Thu 19 May Comment well done",
        "T2 taking in",
        "Reports R2",
        "Heard Not heard; it stays due T3 new",
        "Concern bikes Started In this meeting Reports R3 Next Reports back by Mon 6 Jun",
    ):
        assert words in said


def test_the_decision_names_its_group(desk: Desk) -> None:
    text = " ".join(render(desk.snapshot(), redacted=True).split())
    assert "Decision Task and finish group T2" in text
    assert "Decision Task and finish group T3" in text
    desk.close_group(desk.group(GroupId(3)), "done in the same meeting")
    assert "Decision Task and finish group T3" in " ".join(render(desk.snapshot(), redacted=True).split())


def test_redacted_ones_keep_numbers_leads_and_dates_and_no_free_word(desk: Desk) -> None:
    public = redacted(desk.snapshot())
    assert all("free" not in group for group in public["groups"])
    said = section(render(desk.snapshot(), redacted=True))
    assert "T1 Task and Finish Group" in said
    assert "Next Reports back by Thu 19 May" in said
    for word in ("two patrols", "well done", "bikes", "taking in", "Insp Lowe"):
        assert word not in said


def test_an_agency_takes_away_the_groups_that_it_leads_or_works_in(desk: Desk) -> None:
    snapshot = desk.snapshot()
    police, wardens = desk.group(GroupId(1)).lead, "Wardens"
    assert [g["group"] for g in extract(snapshot, police)["groups"]] == ["T1", "T2"]
    assert [g["group"] for g in extract(snapshot, wardens)["groups"]] == ["T1"]
    assert "two patrols" in render_agency(snapshot, wardens, redacted=False)
    assert "two patrols" not in render_agency(snapshot, wardens, redacted=True)
    assert "TASK AND FINISH GROUPS" not in render_agency(snapshot, "Env Health", redacted=False)


def test_markdown_says_the_same(desk: Desk) -> None:
    text = render_markdown(desk.snapshot(), redacted=False)
    assert "## Task and finish groups" in text
    assert "two patrols" in text


def test_a_meeting_without_groups_says_nothing_of_them_and_old_snapshots_still_render(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, {})
    open_meeting(desk)
    snapshot = desk.snapshot()
    text = render(snapshot, redacted=False)
    assert "TASK AND FINISH" not in text
    assert snapshot["groups"] == []
    del snapshot["groups"]
    assert render(snapshot, redacted=False) == text
    assert "groups" not in redacted(snapshot)
    assert extract(snapshot, "Police")["groups"] == []


def test_what_is_done_later_never_changes_them(desk: Desk) -> None:
    close(desk)
    before = render(desk.snapshot(MeetingId(2)), redacted=False)
    clock_of(desk).advance(days=1)
    one = desk.group(GroupId(1))
    desk.note_group(one.id, "a later note")
    desk.edit_group(one, "renamed", "another concern", one.about)
    desk.lead_group(desk.group(one.id), agency(desk, 5), "theirs")
    desk.close_group(desk.group(one.id), "over")
    desk.take_out_of_group(GroupId(2), ReportId(2))
    assert render(desk.snapshot(MeetingId(2)), redacted=False) == before


def test_totals_count_them_where_there_are_any(desk: Desk) -> None:
    totals = desk.snapshot()["totals"]
    assert {name: totals[name] for name in ("groups_due", "groups_heard", "groups_started", "group")} == {
        "groups_due": 2,
        "groups_heard": 1,
        "groups_started": 1,
        "group": 2,
    }
    assert totals["actions_not_reviewed"] == 0


def test_hostile_words_are_harmless_on_paper(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, {})
    open_meeting(desk)
    name = HOSTILE.replace("\x85", "")[:80]
    desk.start_group_on(step_of(desk, 1), NewGroup(name, agency(desk, 1), concern=HOSTILE))
    desk.note_group(GroupId(1), HOSTILE)
    desk.close_group(desk.group(GroupId(1)), HOSTILE)
    text = render(desk.snapshot(), redacted=False)
    assert "Closed" in section(text)
    assert not [sign for sign in text if sign in CONTROLS and not sign.isprintable() and sign != "\n"]
    assert max(map(len, text.splitlines())) <= 80


def test_a_lead_handed_over_names_both(desk: Desk) -> None:
    before = desk.group(GroupId(2))
    desk.lead_group(before, agency(desk, 5), "their estate")
    after = desk.group(GroupId(2))
    assert f"Lead {after.lead}, handed over from {before.lead}" in section(render(desk.snapshot(), redacted=False))
    assert {g["group"] for g in extract(desk.snapshot(), after.lead)["groups"]} == {"T2"}
    assert Decision.GROUP in {step.decision for step in steps(desk) if step.kind is StepKind.REPORT}
