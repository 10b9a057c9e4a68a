"""`meetings`: the meetings held."""

import click

from csu_tui.cli import shapes
from csu_tui.cli.printing import lines, table
from csu_tui.cli.session import Session, as_json, json_option, with_session
from csu_tui.domain.moment import local
from csu_tui.domain.reference import meeting_ref


@click.command()
@json_option
@with_session
def meetings(session: Session, json_: bool) -> None:
    """List the meetings, newest first."""
    found = session.desk().meetings()
    if json_:
        as_json([shapes.meeting(one) for one in found])
        return
    if not found:
        lines("No meeting has been held yet.")
    table(
        (
            meeting_ref(one.id),
            f"{local(one.start):%a %d %b %Y %H:%M}" + (f"–{local(one.end):%H:%M}" if one.end else ""),
            one.state,
            one.chair,
        )
        for one in found
    )
