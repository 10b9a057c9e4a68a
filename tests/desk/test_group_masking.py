"""Nothing that a group about a person, or with a sensitive report in it, is called or says is for a room (SPEC 10)."""

from dataclasses import asdict
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.group import NewGroup
from csu_tui.domain.ids import GroupId, ReportId
from csu_tui.domain.words import About, StepKind
from tests.factories import (
    NAME,
    PLANTED,
    SECRET,
    SENSITIVE,
    agency,
    clock_of,
    close,
    import_reports,
    make_desk,
    open_meeting,
    step_of,
    steps,
)


@pytest.fixture(params=["a person", "a sensitive report"])
def desk(tmp_path: Path, request: pytest.FixtureRequest) -> Desk:
    """A meeting with a hidden group that reports back, and a report in it."""
    desk = make_desk(tmp_path)
    person = request.param == "a person"
    import_reports(desk, {} if person else SENSITIVE)
    open_meeting(desk)
    about = About.PERSON if person else About.AREA
    new = NewGroup(NAME, agency(desk, 1), about, SECRET, members=(agency(desk, 4),))
    desk.start_group_on(step_of(desk, 1), new)
    desk.note_group(GroupId(1), SECRET)
    desk.add_member(GroupId(1), None, NAME)
    close(desk)
    clock_of(desk).set("2022-05-04T09:00:00+01:00")
    open_meeting(desk)
    return desk


def planted(value: object) -> list[str]:
    return [word for word in PLANTED if word in str(value)]


def test_a_room_reads_only_its_number_lead_dates_and_counts(desk: Desk) -> None:
    (listed,), one = desk.groups(), desk.group(GroupId(1))
    assert planted((asdict(listed), asdict(one))) == []
    assert (one.name, one.concern, one.notes, one.members, one.shown) == ("Group T1", "", (), (), False)
    assert (one.lead, one.count, [r.report_id for r in one.reports]) == (listed.lead, 1, [1])
    assert one.report_back is not None


def test_in_private_it_is_all_there(desk: Desk) -> None:
    one = desk.group(GroupId(1), private=True)
    assert (one.name, one.concern, one.notes[0].text) == (NAME, SECRET, SECRET)
    assert [m.name for m in one.members] == ["", NAME]


def test_its_step_and_its_comment_say_nothing(desk: Desk) -> None:
    step = next(s for s in steps(desk) if s.kind is StepKind.GROUP)
    assert (step.headline, step.sensitive) == ("Group T1", True)
    desk.comment(step, SECRET)
    assert planted([asdict(s) for s in steps(desk)]) == []
    assert planted(asdict(desk.checklist())) == []
    assert desk.agenda(private=True).steps[0].comment == SECRET


def test_the_report_that_is_in_it_names_only_its_number(desk: Desk) -> None:
    assert planted(asdict(desk.report(ReportId(1)))) == []
    assert [one.name for one in desk.report(ReportId(1)).groups] == ["Group T1"]
    assert [one.name for one in desk.report(ReportId(1), private=True).groups] == [NAME]


def test_what_a_stroke_answers_says_nothing(desk: Desk) -> None:
    one = desk.group(GroupId(1))
    said = [
        desk.note_group(one.id, SECRET),
        desk.add_member(one.id, agency(desk, 5), NAME),
        desk.edit_group(one, NAME + " x", SECRET, About.PERSON),
        desk.report_back(desk.group(one.id), SECRET, None),
        desk.undo(),
        desk.close_group(desk.group(one.id), SECRET),
    ]
    assert planted(said) == []


def test_redacted_minutes_and_the_agency_s_sheet_say_nothing(desk: Desk) -> None:
    from csu_tui.domain.extract import extract
    from csu_tui.domain.snapshot import redacted
    from csu_tui.files.minutes import render
    from csu_tui.files.minutes.agency import render_agency

    desk.report_back(desk.group(GroupId(1)), SECRET, None)
    whole = desk.snapshot()
    assert SECRET in render(whole, redacted=False)
    lead = desk.group(GroupId(1)).lead
    for text in (render(whole, redacted=True), render_agency(whole, lead, redacted=False)):
        assert planted(text) == []
        assert "T1  Task and Finish Group" in text
        assert "Reported back" in text
    assert planted(redacted(whole)) == []
    assert planted(extract(whole, lead)["groups"]) == []
    assert "members" not in redacted(whole)["groups"][0], "a member's name may name the concern"
