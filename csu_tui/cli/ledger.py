"""The ledger's commands: contact, set-feedback, feedback."""

import click

from csu_tui.cli import completing
from csu_tui.cli.printing import lines, table
from csu_tui.cli.session import Session, as_json, json_option, private_option, say, with_session
from csu_tui.domain.dates import say_day
from csu_tui.domain.feedback import overdue
from csu_tui.domain.ids import ReportId
from csu_tui.domain.ledger import public_route
from csu_tui.domain.reference import read_reference, report_ref
from csu_tui.domain.stroke import ContactMade
from csu_tui.domain.text import plural
from csu_tui.domain.words import FeedbackState, Means

MEANS = {"visit": Means.VISIT, "call": Means.CALL, "letter": Means.LETTER, "email": Means.EMAIL}


@click.command()
@click.argument("report", metavar="R1042", shell_complete=completing.reports)
@click.argument("means", type=click.Choice(list(MEANS)))
@click.option("--no-answer", is_flag=True, help="Nobody was reached.")
@click.option("--given", is_flag=True, help="The reporter was told: this settles the feedback.")
@click.option("--note", default="", help="One line of note.")
@with_session
def contact(session: Session, report: str, means: str, no_answer: bool, given: bool, note: str) -> None:
    """Record a visit, call, letter or e-mail to a report's reporter."""
    made = ContactMade(MEANS[means], reached=not no_answer, note=note, settles=given)
    say(session.desk().contact(ReportId(read_reference(report, "R")), made).words)


@click.command()
@click.argument("report", metavar="R1042", shell_complete=completing.reports)
@click.argument(
    "state", type=click.Choice([state.value for state in FeedbackState if state is not FeedbackState.UNKNOWN])
)
@click.option("--reason", default="", help="Why; needed for 'not appropriate'.")
@click.option("--by", "means", type=click.Choice(list(MEANS)), help="How, for 'attempted' and 'given'.")
@click.option("--wish-changed", default="", metavar="WHY", help="Why an anonymous or declining reporter is now told.")
@with_session
def set_feedback(session: Session, report: str, state: str, reason: str, means: str | None, wish_changed: str) -> None:
    """Move a report's feedback to another STATE."""
    desk = session.desk()
    item = desk.report(ReportId(read_reference(report, "R")))
    said = desk.set_feedback(
        item.feedback,
        FeedbackState(state),
        reason=reason,
        means=MEANS[means] if means else None,
        wish_changed=wish_changed,
    )
    say(said.words)


@click.command()
@click.option("--owed", is_flag=True, help="Only those who are owed an answer.")
@json_option
@private_option
@with_session
def feedback(session: Session, owed: bool, json_: bool, private: bool) -> None:
    """Show who has been told, and who is owed an answer, the earliest due first."""
    desk = session.desk()
    counts, listed = desk.feedback_counts(), desk.owed()
    if private:
        desk.record_look("look: private feedback", "feedback", (report_ref(line.report_id) for line, _ in listed))
    today = desk.today()
    rows = [
        {
            "report": report_ref(line.report_id),
            "agency": line.agency,
            "due": line.due.isoformat() if line.due else None,
            "overdue": overdue(line, today),
            "attempts": line.attempts,
            "route": route if private else public_route(route),
        }
        for line, route in listed
    ]
    if json_:
        as_json({state.value.replace(" ", "_"): number for state, number in counts.items()} | {"owed": rows})
        return
    if not owed:
        table((state.value, str(number)) for state, number in counts.items())
        lines("")
    waiting = (one.feedback for one in desk.ledger_list())
    passed_on = [line for line in waiting if line.state is FeedbackState.VIA_ORGANISATION]
    if not rows and not passed_on:
        lines("Nobody is owed an answer.")
    table(
        (
            report_ref(line.report_id),
            line.agency,
            ("overdue since " if overdue(line, today) else "by ") + say_day(line.due, today) if line.due else "no date",
            plural(line.attempts, "try", "tries") if line.attempts else "",
        )
        for line, _ in listed
    )
    table((report_ref(line.report_id), line.agency, "the organisation tells: not recorded yet") for line in passed_on)
