"""`link` and `unlink`: reports of the same incident, found to be so at a desk."""

import click

from csu_tui.cli import completing
from csu_tui.cli.session import Session, say, with_session
from csu_tui.domain.ids import ReportId
from csu_tui.domain.reference import read_reference


@click.command()
@click.argument("report", metavar="R1042", shell_complete=completing.reports)
@click.argument("other", metavar="R1036", shell_complete=completing.reports)
@click.option("--share-feedback", is_flag=True, help="One answer tells both reporters.")
@with_session
def link(session: Session, report: str, other: str, share_feedback: bool) -> None:
    """Link R1042 to R1036, which tells of the same incident: together they count once.

    What a meeting decided on either stays as it is.
    """
    numbers = (ReportId(read_reference(one, "R")) for one in (report, other))
    say(session.desk().link(*numbers, shares_feedback=share_feedback).words)


@click.command()
@click.argument("report", metavar="R1042", shell_complete=completing.reports)
@with_session
def unlink(session: Session, report: str) -> None:
    """Take the link of R1042 away: it counts by itself again."""
    say(session.desk().unlink(ReportId(read_reference(report, "R"))).words)
