"""`agenda`: the open meeting's, or what the next one would hold."""

import click

from csu_tui.cli import shapes
from csu_tui.cli.printing import lines, table
from csu_tui.cli.session import Session, as_json, json_option, private_option, with_session
from csu_tui.domain.agenda import Step
from csu_tui.domain.reference import action_ref, group_ref, meeting_ref, report_ref
from csu_tui.domain.window import say_window
from csu_tui.domain.words import StepKind


@click.command()
@json_option
@private_option
@with_session
def agenda(session: Session, json_: bool, private: bool) -> None:
    """Show the open meeting's agenda, or what the next meeting would hold."""
    desk = session.desk()
    found = desk.agenda(private=private)
    if private:
        desk.record_look("look: private agenda", "agenda", map(_reference, found.steps))
    if json_:
        today = desk.today()
        about = [s for s in found.steps if s.kind is not StepKind.GROUP]
        items = {s.report_id: desk.report(s.report_id, private=private) for s in about}
        actions = {
            report_id: [shapes.action(a, item.report.headline, a.overdue(today)) for a in item.actions]
            for report_id, item in items.items()
        }
        as_json(shapes.agenda(found, items, actions))
        return
    if found.meeting:
        lines(f"{meeting_ref(found.meeting.id)} is open, chair {found.meeting.chair}, {say_window(found.window)}")
    else:
        lines(f"No meeting is open. The next one would cover {say_window(found.window)} and hold:")
    if not found.steps:
        lines("Nothing waits: no report, no action due.")
    table(
        (
            "▶" if found.meeting and s.number == found.meeting.step else "✓" if s.settled else " ",
            str(s.number),
            _reference(s),
            s.headline if s.kind is StepKind.REPORT else s.agency,
            s.place.line() if s.kind is StepKind.REPORT else s.headline,
            " ".join(
                word for word, true in (("HIGH", s.risk == "high"), ("HELD", s.held_over), ("LATE", s.late)) if true
            ),
            (s.review or s.decision or "") + (f" {', '.join(s.owners)}" if s.owners else ""),
        )
        for s in found.steps
    )


def _reference(step: Step) -> str:
    if step.group_id is not None:
        return group_ref(step.group_id)
    return action_ref(step.action_id) if step.action_id is not None else report_ref(step.report_id)
