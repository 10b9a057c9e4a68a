"""`group`: Task and Finish Groups without the screen."""

from datetime import date
from typing import TYPE_CHECKING

import click

from csu_tui.cli import completing, group_shapes, shapes
from csu_tui.cli.naming import agency_named
from csu_tui.cli.printing import lines, table
from csu_tui.cli.session import Session, as_json, json_option, private_option, say, with_session
from csu_tui.domain.dates import say_day
from csu_tui.domain.group import Group, NewGroup
from csu_tui.domain.ids import GroupId, ReportId
from csu_tui.domain.moment import local
from csu_tui.domain.reference import group_ref, read_reference, report_ref
from csu_tui.domain.words import About

if TYPE_CHECKING:
    from csu_tui.desk.desk import Desk

_group = click.argument("group", metavar="T3", shell_complete=completing.groups)
_reports = click.argument("reports", metavar="R1042…", nargs=-1, required=True, shell_complete=completing.reports)


@click.group()
def group() -> None:
    """Task and Finish Groups: several reports about one area or person, a lead agency, a report-back date."""


@group.command("list")
@click.option("--all", "all_", is_flag=True, help="The closed ones too.")
@json_option
@private_option
@with_session
def group_list(session: Session, all_: bool, json_: bool, private: bool) -> None:
    """List the open groups, the next to report back first."""
    desk = session.desk()
    found, today = desk.groups(open_only=not all_, private=private), desk.today()
    if private:
        desk.record_look("look: private groups", "groups", (group_ref(one.id) for one in found))
    if json_:
        as_json([group_shapes.group(one, today) for one in found])
        return
    if not found:
        lines('No group is open. Start one: csu-tui group start "Mill Lane" --lead wardens --report R1042')
    table(
        (
            group_ref(one.id),
            one.named,
            one.lead,
            f"{one.count} report{'' if one.count == 1 else 's'}",
            _back(one, today),
        )
        for one in found
    )


@group.command("show")
@_group
@json_option
@private_option
@with_session
def group_show(session: Session, group: str, json_: bool, private: bool) -> None:
    """Show one group: its reports and where each stands, its members, its progress and its record."""
    desk = session.desk()
    found = _found(desk, group)
    if private:
        desk.record_look("look: group", group_ref(found.id))
        found = desk.group(found.id, private=True)
    today, changes = desk.today(), desk.changes(group_ref(found.id))
    if json_:
        as_json(group_shapes.whole(found, today) | {"changes": [shapes.change(c) for c in changes]})
        return
    about = "about a person" if found.about is About.PERSON else "about an area"
    lines(f"{group_ref(found.id)}  {found.name.upper()}", f"lead {found.lead} · {about} · {_back(found, today)}")
    if not found.shown:
        lines("What it is called and says is not shown: --private shows it, and is recorded.")
    lines(*(part for part in (found.concern, f"OUTCOME  {found.outcome}" if found.outcome else "") if part))
    if found.members:
        lines("MEMBERS  " + "; ".join(member.called for member in found.members))
    lines("REPORTS" if found.reports else "REPORTS  none")
    table(
        (
            report_ref(one.report_id),
            one.headline if found.shown else "",
            one.place.line() if found.shown else "",
            (one.decision or "undecided") if found.shown else "",
            f"{one.open_actions} open" if found.shown and one.open_actions else "",
        )
        for one in found.reports
    )
    if found.notes:
        lines("PROGRESS")
        table((f"{local(note.at):%d %b %Y %H:%M}", note.who, note.text) for note in found.notes)
    lines("RECORD")
    table((f"{local(c.at):%d %b %Y %H:%M}", c.who, c.what) for c in changes)


@group.command("start")
@click.argument("name")
@click.option("--lead", required=True, metavar="AGENCY", shell_complete=completing.agencies, help="Who leads it.")
@click.option("--report-back", metavar="DATE", help="When it reports back; else in 20 working days.")
@click.option("--about", type=click.Choice([about.value for about in About]), default=About.AREA.value)
@click.option("--concern", default="", help="What it is for, in one line.")
@click.option("--report", "reports", multiple=True, metavar="R1042", shell_complete=completing.reports)
@with_session
def group_start(
    session: Session, name: str, lead: str, report_back: str | None, about: str, concern: str, reports: tuple[str, ...]
) -> None:
    """Start a group; the NAME of one about a person is shown with --private only."""
    from csu_tui.domain.dates import read_due

    desk = session.desk()
    day = read_due(report_back, desk.today()).day if report_back else None
    new = NewGroup(name, agency_named(desk, lead).id, About(about), concern, day, _numbers(reports))
    say(desk.start_group(new).words)


@group.command("note")
@_group
@click.argument("words")
@with_session
def group_note(session: Session, group: str, words: str) -> None:
    """Add a progress note."""
    desk = session.desk()
    say(desk.note_group(_found(desk, group).id, words).words)


@group.command("add")
@_group
@_reports
@with_session
def group_add(session: Session, group: str, reports: tuple[str, ...]) -> None:
    """Put reports into a group, all or none."""
    desk = session.desk()
    say(desk.add_to_group(_found(desk, group).id, _numbers(reports)).words)


@group.command("remove")
@_group
@click.argument("report", metavar="R1042", shell_complete=completing.reports)
@with_session
def group_remove(session: Session, group: str, report: str) -> None:
    """Take a report out of a group."""
    desk = session.desk()
    say(desk.take_out_of_group(_found(desk, group).id, ReportId(read_reference(report, "R"))).words)


@group.command("redate")
@_group
@click.argument("date")
@click.argument("why")
@with_session
def group_redate(session: Session, group: str, date: str, why: str) -> None:
    """Carry a report-back over to DATE, written as people write it: fri, +20, 14/3, 14 Mar; and say WHY."""
    from csu_tui.domain.dates import read_due

    desk = session.desk()
    due = read_due(date, desk.today())
    said = desk.redate_group(_found(desk, group), due.day, why)
    say(said.words + (f" ({due.note})" if due.note else ""))


@group.command("lead")
@_group
@click.argument("agency", shell_complete=completing.agencies)
@click.argument("why")
@with_session
def group_lead(session: Session, group: str, agency: str, why: str) -> None:
    """Hand the lead of a group to another AGENCY, and say WHY."""
    desk = session.desk()
    say(desk.lead_group(_found(desk, group), agency_named(desk, agency).id, why).words)


@group.command("close")
@_group
@click.argument("outcome")
@with_session
def group_close(session: Session, group: str, outcome: str) -> None:
    """Close a group with its OUTCOME."""
    desk = session.desk()
    say(desk.close_group(_found(desk, group), outcome).words)


def _found(desk: "Desk", text: str) -> Group:
    return desk.group(GroupId(read_reference(text, "T")))


def _numbers(reports: tuple[str, ...]) -> tuple[ReportId, ...]:
    return tuple(dict.fromkeys(ReportId(read_reference(one, "R")) for one in reports))


def _back(one: Group, today: date) -> str:
    if one.closed is not None:
        return f"closed {say_day(local(one.closed).date(), today)}"
    if one.report_back is None:
        return "no report-back date"
    late = "overdue since" if one.report_back < today else "reports back"
    return f"{late} {say_day(one.report_back, today)}"
