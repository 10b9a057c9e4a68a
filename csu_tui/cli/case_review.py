"""`case-review`: ASB Case Reviews listed, raised, decided and closed without the screen."""

import click

from csu_tui.cli import completing, shapes
from csu_tui.cli.printing import lines, table
from csu_tui.cli.session import Session, as_json, json_option, private_option, say, with_session
from csu_tui.domain.dates import say_day
from csu_tui.domain.ids import CaseReviewId, ReportId
from csu_tui.domain.reference import case_review_ref, read_reference, report_ref

LOOK = "look: private case reviews"


@click.group()
def case_review() -> None:
    """List, raise, decide or close ASB Case Reviews."""


@case_review.command("list")
@json_option
@private_option
@with_session
def case_review_list(session: Session, json_: bool, private: bool) -> None:
    """List the case reviews, newest first."""
    desk = session.desk()
    found = desk.case_reviews(private=private)
    if private:
        desk.record_look(LOOK, "case reviews", (case_review_ref(one.id) for one in found))
    if json_:
        as_json([shapes.case_review(one, private=private) for one in found])
        return
    if not found:
        lines("No ASB Case Review has been raised.")
    today = desk.today()
    table(
        (
            case_review_ref(one.id),
            report_ref(one.report_id),
            one.headline,
            "raised " + say_day(one.raised, today),
            one.stands(),
            "; ".join(part for part in (one.why, one.outcome) if part),
        )
        for one in found
    )


@case_review.command("raise")
@click.argument("report", metavar="R1042", shell_complete=completing.reports)
@with_session
def case_review_raise(session: Session, report: str) -> None:
    """Raise a case review on a report."""
    say(session.desk().raise_case_review(ReportId(read_reference(report, "R"))).words)


@case_review.command("decide")
@click.argument("review", metavar="V2", shell_complete=completing.case_reviews)
@click.option("--met/--not-met", "met", default=None, help="Whether its threshold is met.")
@click.option("--forward/--not-forward", "forward", default=None, help="Whether it is taken forward.")
@click.option("--why", default="", help="Needed for --not-met and --not-forward: the applicant is told.")
@with_session
def case_review_decide(session: Session, review: str, met: bool | None, forward: bool | None, why: str) -> None:
    """Decide whether a review's threshold is met, and whether it is taken forward."""
    desk = session.desk()
    found = desk.case_review(_read(review))
    say(desk.decide_case_review(found, threshold_met=met, taken_forward=forward, why=why).words)


@case_review.command("close")
@click.argument("review", metavar="V2", shell_complete=completing.case_reviews)
@click.argument("outcome")
@with_session
def case_review_close(session: Session, review: str, outcome: str) -> None:
    """Close a decided review with its OUTCOME."""
    desk = session.desk()
    say(desk.close_case_review(desk.case_review(_read(review)), outcome).words)


def _read(text: str) -> CaseReviewId:
    return CaseReviewId(read_reference(text, "V"))
