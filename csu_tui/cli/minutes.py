"""`minutes`: a meeting's, full or redacted, as text or JSON."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from csu_tui.cli.session import Session, as_json, say, with_session
from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import MeetingId
from csu_tui.domain.moment import local
from csu_tui.domain.reference import meeting_ref, read_reference
from csu_tui.domain.words import MeetingState

if TYPE_CHECKING:
    from csu_tui.desk.desk import Desk


@click.command()
@click.argument("meeting", required=False, metavar="[DATE|M57]")
@click.option("--redacted", is_flag=True, help="Without any personal detail or free text.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("-o", "--output", metavar="FILE", help="Write to a new file, readable by its owner only.")
@with_session
def minutes(session: Session, meeting: str | None, redacted: bool, format_: str, output: str | None) -> None:
    """Print the minutes of a meeting: the latest closed one, or that of DATE, or M57.

    Full minutes are recorded as an export; redacted ones are not.
    """
    desk = session.desk()
    wanted = _meeting(desk, meeting)
    if format_ == "json":
        from csu_tui.domain.snapshot import redacted as without_details

        snapshot = desk.snapshot(wanted)
        if redacted:
            as_json(without_details(snapshot))
        else:
            desk.record_look("export: full minutes", meeting_ref(wanted))
            as_json(snapshot)
        return
    text = desk.minutes_text(wanted, redacted=redacted)
    if output is None:
        click.echo(text, nl=False)
        return
    from csu_tui.files.minutes import write_text

    say(f"Written to {write_text(Path(output), text)}.")


def _meeting(desk: "Desk", text: str | None) -> MeetingId:
    held = [one for one in desk.meetings() if one.state is not MeetingState.ABANDONED]
    if text is None:
        closed = [one for one in held if one.state is MeetingState.CLOSED]
        if not closed:
            raise RuleError("No meeting has been closed yet: there are no minutes.")
        return closed[0].id
    if text.strip()[:1] in ("M", "m") and text.strip()[1:].strip().isdigit():
        return MeetingId(read_reference(text, "M"))
    from csu_tui.domain.dates import read_past

    day = read_past(text, desk.today())
    found = [one for one in held if local(one.start).date() == day]
    if not found:
        raise RuleError(f"No meeting was held on {day:%a} {day.day} {day:%b %Y}.")
    if len(found) > 1:
        which = ", ".join(f"{meeting_ref(one.id)} at {local(one.start):%H:%M}" for one in reversed(found))
        raise RuleError(f"{len(found)} meetings were held that day: {which}; say which.")
    return found[0].id
