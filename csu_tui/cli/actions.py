"""`actions`: a list of them."""

import click

from csu_tui.cli import completing, person, shapes
from csu_tui.cli.naming import agency_named, officer_named
from csu_tui.cli.printing import lines, table
from csu_tui.cli.session import Session, as_json, json_option, private_option, with_session
from csu_tui.domain.dates import say_day
from csu_tui.domain.reference import action_ref, report_ref
from csu_tui.domain.stroke import ActionFilter
from csu_tui.domain.words import ActionStatus


@click.command()
@click.option(
    "--agency",
    metavar="A",
    shell_complete=completing.agencies,
    help="Only this agency's, by its name, short name or digit.",
)
@click.option("--officer", metavar="O", shell_complete=completing.officers, help="Only this officer's.")
@click.option("--mine", is_flag=True, help="Only mine: your user's, else of whoever F3 was told you are.")
@click.option(
    "--status",
    type=click.Choice([*(status.value for status in ActionStatus), "all"]),
    default="open",
    show_default=True,
)
@click.option("--overdue", is_flag=True, help="Only those open past their due date.")
@json_option
@private_option
@with_session
def actions(
    session: Session,
    agency: str | None,
    officer: str | None,
    mine: bool,
    status: str,
    overdue: bool,
    json_: bool,
    private: bool,
) -> None:
    """List actions, oldest due first."""
    desk = session.desk()
    agency_id = agency_named(desk, agency).id if agency else None
    officer_id = officer_named(desk, officer).id if officer else None
    if mine:
        my_agency, officer_id = person.mine(desk)
        agency_id = agency_id or my_agency
    wanted = ActionFilter(agency_id, officer_id, status, overdue)
    found = desk.actions(wanted, private=private)
    if private:
        desk.record_look("look: private actions", "actions", (action_ref(one.id) for one in found))
    headlines = desk.headlines(found)
    today = desk.today()
    if json_:
        as_json([shapes.action(one, headlines[one.report_id], one.overdue(today)) for one in found])
        return
    if not found:
        lines("No action fits.")
    table(
        (
            action_ref(one.id),
            one.agency + (f" · {one.officer}" if one.officer else ""),
            one.kind,
            ("overdue since " if one.overdue(today) else "by ") + say_day(one.due, today)
            if one.status is ActionStatus.OPEN
            else one.status,
            f"{report_ref(one.report_id)} {headlines[one.report_id]}" + (f": {one.text}" if one.text else ""),
        )
        for one in found
    )
