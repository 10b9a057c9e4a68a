"""What partners send, taken in whole or not at all, and once (SPEC 7)."""

from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.desk.intake import IntakeOptions
from csu_tui.domain.ids import ReportId
from csu_tui.domain.place import Place
from csu_tui.domain.stroke import ContactMade, ReportEdit
from csu_tui.domain.words import FeedbackState, Means, ReporterKind, Risk
from tests.factories import (
    HOSTILE,
    NAME,
    import_reports,
    incoming_csv,
    make_desk,
    open_meeting,
    row,
    rows_of,
    steps,
    take,
)

COUNTS = 'SELECT (SELECT count(*) FROM report), (SELECT count(*) FROM feedback), (SELECT count(*) FROM "import")'


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return make_desk(tmp_path)


def test_hostile_text_is_stored_and_found_unchanged(desk: Desk) -> None:
    (number,) = import_reports(desk, {"street": HOSTILE, "name": HOSTILE})
    report = desk.report(number, private=True).report
    assert (report.title, report.text, report.reporter.name) == (HOSTILE,) * 3
    assert HOSTILE in report.place.unsplit


def test_importing_the_same_file_again_adds_nothing(desk: Desk, tmp_path: Path) -> None:
    path = incoming_csv(tmp_path / "same.csv", [{}, {"reference": ""}, {"reference": ""}])
    first = desk.take_in(path, IntakeOptions())
    second = desk.take_in(path, IntakeOptions())
    assert (first.added, first.unchanged) == (3, 0)
    assert (second.added, second.updated, second.unchanged) == (0, 0, 3)
    assert desk.check().reports == 3


def test_equal_rows_without_a_reference_are_separate_incidents(desk: Desk) -> None:
    same = row(reference="")
    assert take(desk, same, same, same).added == 3
    assert take(desk, same, same, same, same).added == 1
    assert desk.check().reports == 4


def test_a_reference_twice_in_one_file_is_one_report_as_last_said(desk: Desk) -> None:
    taken = take(desk, row(reference="46-1", text="first"), row(reference="46-1", text="second"))
    assert taken.added == 1
    assert desk.report(ReportId(1)).report.text == "second"


def test_the_same_reference_of_two_sources_is_two_reports(desk: Desk) -> None:
    assert take(desk, row(reference="1"), row(reference="1", source="Council")).added == 2


def test_new_content_updates_what_the_source_owns_and_keeps_what_the_meeting_typed(desk: Desk) -> None:
    sent = row(risk="standard")
    import_reports(desk, sent)
    open_meeting(desk)
    desk.edit_report(desk.report(ReportId(1)).report, ReportEdit(risk=Risk.HIGH))
    taken = take(desk, sent | {"text": "new text"})
    assert (taken.added, taken.updated, taken.conflicts) == (0, 1, ())
    report = desk.report(ReportId(1)).report
    assert (report.text, report.risk) == ("new text", Risk.HIGH)
    assert [change.what for change in desk.changes("R1")] == ["edit: risk", "update: source sent new content"]


@pytest.mark.parametrize("field", [{"street": "Elsewhere"}, {"received": "30/03/2022 10:00"}])
def test_another_place_or_date_is_a_conflict_and_changes_nothing_by_itself(desk: Desk, field: dict[str, str]) -> None:
    sent = row()
    import_reports(desk, sent)
    before = desk.report(ReportId(1), private=True).report
    taken = take(desk, sent | field)
    assert len(taken.conflicts) == 1
    assert NAME not in taken.conflicts[0]
    after = desk.report(ReportId(1), private=True).report
    assert (after.place, after.received) == (before.place, before.received)
    assert take(desk, sent | field).unchanged == 1


def test_a_place_typed_by_the_meeting_stands_beside_the_source_s(desk: Desk) -> None:
    sent = row()
    import_reports(desk, sent)
    open_meeting(desk)
    typed = Place("1", "Typed Street", "Swanley", "BR8 1AA")
    desk.edit_report(desk.report(ReportId(1)).report, ReportEdit(place=typed))
    taken = take(desk, sent | {"text": "new"})
    assert taken.conflicts == ()
    assert desk.report(ReportId(1), private=True).report.place == typed


@pytest.mark.parametrize(
    ("now", "state"),
    [
        ({"reporter": "anonymous", "name": "", "phone": "", "email": ""}, FeedbackState.ANONYMOUS),
        ({"feedback_wanted": "no"}, FeedbackState.DECLINED),
    ],
)
def test_a_wish_not_to_be_told_applies_at_once(desk: Desk, now: dict[str, str], state: FeedbackState) -> None:
    sent = row()
    import_reports(desk, sent)
    open_meeting(desk)
    desk.contact(ReportId(1), ContactMade(Means.CALL, reached=False))
    take(desk, sent | now)
    assert desk.report(ReportId(1)).feedback.state is state
    assert desk.owed() == ()


@pytest.mark.parametrize(
    "before", [{"reporter": "anonymous", "name": "", "phone": "", "email": ""}, {"feedback_wanted": "no"}]
)
def test_the_opposite_wish_is_a_conflict(desk: Desk, before: dict[str, str]) -> None:
    sent = row()
    import_reports(desk, sent | before)
    standing = desk.report(ReportId(1), private=True)
    taken = take(desk, sent)
    assert len(taken.conflicts) == 1
    now = desk.report(ReportId(1), private=True)
    assert (now.feedback.state, now.report.reporter) == (standing.feedback.state, standing.report.reporter)


def test_an_anonymous_reporter_s_details_are_gone_from_the_report(desk: Desk) -> None:
    sent = row()
    import_reports(desk, sent)
    take(desk, sent | {"reporter": "anonymous"})
    reporter = desk.report(ReportId(1), private=True).report.reporter
    assert (reporter.kind, reporter.name, reporter.phone, reporter.email) == (ReporterKind.ANONYMOUS, "", "", "")
    assert rows_of(desk, "SELECT count(*) FROM reporter_key") == [(0,)]


def test_an_import_that_is_interrupted_leaves_no_trace(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = row()
    import_reports(desk, kept)
    before = (rows_of(desk, COUNTS), desk.check().changes, desk.report(ReportId(1)))
    path = incoming_csv(tmp_path / "new.csv", [{}, {}, kept | {"text": "changed"}, {}])

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr("csu_tui.desk.intake.Intake._update", interrupted)
        with pytest.raises(KeyboardInterrupt):
            desk.take_in(path, IntakeOptions())
    assert (rows_of(desk, COUNTS), desk.check().changes, desk.report(ReportId(1))) == before
    assert desk.take_in(path, IntakeOptions()).added == 3


def test_an_import_interrupted_while_a_meeting_runs_joins_nothing(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_meeting(desk)
    path = incoming_csv(tmp_path / "new.csv", [{}, {}])
    with monkeypatch.context() as broken:
        broken.setattr("csu_tui.data.record.entry_hash", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            desk.take_in(path, IntakeOptions())
    assert steps(desk) == ()
    assert desk.check().reports == 0


def test_a_dry_run_counts_and_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    import_reports(desk, kept := row())
    path = incoming_csv(tmp_path / "new.csv", [{}, kept | {"text": "changed"}, kept, {"received": "nonsense"}])
    before = (rows_of(desk, COUNTS), desk.check().changes)
    taken = desk.take_in(path, IntakeOptions(dry_run=True))
    assert (taken.import_id, taken.added) == (None, 1)
    assert (rows_of(desk, COUNTS), desk.check().changes) == before
    assert not list(tmp_path.glob("*refused*"))


def test_a_row_that_cannot_be_read_is_refused_with_its_line_and_the_rest_is_taken(desk: Desk, tmp_path: Path) -> None:
    path = incoming_csv(tmp_path / "new.csv", [{"text": "two\nlines"}, {"received": "soon"}, {}])
    taken = desk.take_in(path, IntakeOptions())
    assert taken.incoming is not None
    assert taken.added == 2
    assert [(one.line, one.record) for one in taken.incoming.refused] == [(4, 2)]
    assert taken.refused_file is not None
    assert taken.refused_file.stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_not_reports_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "menu.csv"
    path.write_text("dish,price\nsoup,3\n")
    taken = desk.take_in(path, IntakeOptions())
    assert taken.error
    assert taken.import_id is None
    assert (rows_of(desk, COUNTS), desk.check().changes) == ([(0, 0, 0)], 0)


@pytest.mark.parametrize("content", [b"", b"\x00" * 100, b"\xff\xfe\xd8\x00\xd8", b"PK\x03\x04rubbish"])
def test_bytes_that_are_no_table_change_nothing(desk: Desk, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bytes.csv"
    path.write_bytes(content)
    assert desk.take_in(path, IntakeOptions()).error
    assert desk.check().changes == 0


def test_an_absent_file_is_said(desk: Desk, tmp_path: Path) -> None:
    assert desk.take_in(tmp_path / "nowhere.csv", IntakeOptions()).error
    assert desk.take_in(tmp_path, IntakeOptions()).error


def test_an_import_is_one_change_and_one_more_per_updated_report(desk: Desk) -> None:
    first, second = row(), row()
    import_reports(desk, first, second)
    take(desk, first | {"text": "a"}, second | {"text": "b"}, {})
    assert [what for (what,) in rows_of(desk, "SELECT what FROM change ORDER BY id")] == [
        "import: 2 added, 0 updated",
        "update: source sent new content",
        "update: source sent new content",
        "import: 1 added, 2 updated",
    ]
    assert desk.check().problems == ()
