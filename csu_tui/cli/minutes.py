"""`minutes`: a meeting's, full, redacted or one agency's, as text, Markdown or JSON; or an agency's action sheet."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from csu_tui.cli import completing
from csu_tui.cli.naming import agency_named
from csu_tui.cli.session import Session, json_text, private_option, say, with_session
from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import MeetingId
from csu_tui.domain.moment import local
from csu_tui.domain.reference import meeting_ref, read_reference
from csu_tui.domain.words import MeetingState

if TYPE_CHECKING:
    from csu_tui.desk.desk import Desk
    from csu_tui.domain.snapshot import Snapshot


@click.command()
@click.argument("meeting", required=False, metavar="[DATE|M57]", shell_complete=completing.meetings)
@click.option("--redacted", is_flag=True, help="Without any personal detail or free text.")
@click.option(
    "--agency",
    metavar="A",
    shell_complete=completing.agencies,
    help="One agency's open actions as an action sheet; with a meeting, its extract.",
)
@click.option("--format", "form", type=click.Choice(["text", "md", "json"]), default="text", show_default=True)
@private_option
@click.option("-o", "--output", metavar="FILE", help="Write to a new file, readable by its owner only.")
@with_session
def minutes(
    session: Session,
    meeting: str | None,
    redacted: bool,
    agency: str | None,
    form: str,
    private: bool,
    output: str | None,
) -> None:
    """Print the minutes of a meeting: the latest closed one, or that of DATE, or M57.

    Full minutes are recorded as an export; redacted ones are not.

    With --agency and a meeting, the extract of those minutes for that agency. With --agency alone, its open actions
    today as an action sheet, for a partner without access to fill in and send back (csu-tui merge-sheet); personal
    details stand on it with --private only, which is recorded as a disclosure to that agency.
    """
    desk = session.desk()
    if agency is not None and meeting is None:
        from csu_tui.cli.sheets import sheet_text

        if form != "text":
            raise click.UsageError("An action sheet is plain text: name the meeting for an extract as md or json.")
        _put(sheet_text(desk, agency_named(desk, agency), private=private, redacted=redacted), output)
        return
    if private:
        raise click.UsageError("--private is for an action sheet: --agency A without a meeting.")
    wanted = _meeting(desk, meeting)
    snapshot = desk.snapshot(wanted)
    named = None if agency is None else _agency(desk, snapshot, agency)
    if not redacted:
        extent = "full minutes" if named is None else f"minutes for {named}"
        desk.record_look(f"export: {extent}", meeting_ref(wanted))
    _put(_rendered(snapshot, named, form, redacted=redacted), output)


def _put(text: str, output: str | None) -> None:
    if output is None:
        click.echo(text, nl=False)
        return
    from csu_tui.files.minutes import write_text

    say(f"Written to {write_text(Path(output), text)}.")


def _rendered(snapshot: "Snapshot", agency: str | None, form: str, *, redacted: bool) -> str:
    if form == "json":
        from csu_tui.domain.extract import extract
        from csu_tui.domain.snapshot import redacted as without_details

        shown = snapshot if agency is None else extract(snapshot, agency)
        return json_text(without_details(shown) if redacted else shown)
    from csu_tui.files.minutes import render, render_agency, render_markdown

    if agency is not None:
        return render_agency(snapshot, agency, redacted=redacted, markdown=form == "md")
    return (render_markdown if form == "md" else render)(snapshot, redacted=redacted)


def _agency(desk: "Desk", snapshot: "Snapshot", text: str) -> str:
    """Return the agency meant, as the minutes name it: what it is called today need not be what it was called then."""
    from csu_tui.domain.extract import agencies_named

    known, wanted = agencies_named(snapshot), text.strip().casefold()
    for fits in (str.__eq__, str.startswith):
        found = [name for name in known if wanted and fits(name.casefold(), wanted)]
        if len(found) == 1:
            return found[0]
        if found:
            raise RuleError(f"'{text}' could be {', '.join(found)}: say which.")
    today = agency_named(desk, text)
    if today.short not in known:
        number = snapshot["meeting"]["meeting"]
        say(f"{number} names no {today.short}; its agencies were: {', '.join(known) or 'none'}.")
    return today.short


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
