"""A comment typed over one that SHARED did not show loses nothing."""

from pathlib import Path

from tests.factories import SENSITIVE, import_reports, make_desk, open_meeting, steps


def test_a_comment_on_a_sensitive_report_joins_the_one_the_room_could_not_see(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, SENSITIVE)
    open_meeting(desk)
    desk.comment(steps(desk)[0], "first")
    desk.comment(steps(desk)[0], "second")
    (step,) = desk.agenda(private=True).steps
    assert step.comment == "first second"
    desk.comment(step, "only this")
    assert desk.agenda(private=True).steps[0].comment == "only this"
