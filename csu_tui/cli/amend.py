"""`amend`: a closed meeting corrected."""

import click

from csu_tui.cli import completing
from csu_tui.cli.session import Session, say, with_session
from csu_tui.domain.ids import MeetingId
from csu_tui.domain.reference import read_reference


@click.command()
@click.argument("meeting", metavar="M57", shell_complete=completing.meetings)
@click.argument("subject", metavar="R1042|A2214|M57")
@click.argument("field")
@click.argument("value")
@click.option("--reason", required=True, metavar="WHY", help="Why it is corrected; it stands in the minutes.")
@with_session
def amend(session: Session, meeting: str, subject: str, field: str, value: str, reason: str) -> None:
    """Correct the minutes of a closed meeting; the old line stays, the correction under it.

    FIELD of a report: decision, reason, comment. Of an action: owner, due, words. Of the meeting: chair, attendance.
    """
    say(session.desk().amend(MeetingId(read_reference(meeting, "M")), subject, field, value, reason).words)
