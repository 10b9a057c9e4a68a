"""Set-up without the screen: agencies and officers."""

import click

from csu_tui.cli import completing
from csu_tui.cli.naming import agency_named, officer_named
from csu_tui.cli.printing import table
from csu_tui.cli.session import Session, as_json, json_option, say, with_session


@click.group()
def agency() -> None:
    """List, add, edit or retire agencies."""


@agency.command("list")
@click.option("--all", "all_", is_flag=True, help="The retired ones too.")
@json_option
@with_session
def agency_list(session: Session, all_: bool, json_: bool) -> None:
    """List the agencies, those with a digit first."""
    found = session.desk().agencies(retired=all_)
    if json_:
        as_json(
            [{"name": a.name, "short": a.short, "digit": a.digit, "own": a.own, "retired": a.retired} for a in found]
        )
        return
    table((str(a.digit or ""), a.short, a.name, "retired" if a.retired else "own" if a.own else "") for a in found)


@agency.command("add")
@click.argument("name")
@click.option("--short", default="", help="A short name for narrow places.")
@click.option("--digit", type=int, help="The key, 1 to 9, that tasks it in a meeting.")
@with_session
def agency_add(session: Session, name: str, short: str, digit: int | None) -> None:
    """Add an agency."""
    say(session.desk(create=True).add_agency(name, short, digit).words)


@agency.command("edit")
@click.argument("agency", shell_complete=completing.agencies)
@click.option("--name", default="")
@click.option("--short", default="")
@click.option("--digit", type=int, help="1 to 9; 0 takes the digit away.")
@with_session
def agency_edit(session: Session, agency: str, name: str, short: str, digit: int | None) -> None:
    """Rename an AGENCY or give it another digit."""
    desk = session.desk()
    say(desk.edit_agency(agency_named(desk, agency), name=name, short=short, digit=digit).words)


@agency.command("retire")
@click.argument("agency", shell_complete=completing.agencies)
@with_session
def agency_retire(session: Session, agency: str) -> None:
    """Retire an AGENCY: its history stays."""
    desk = session.desk()
    say(desk.retire_agency(agency_named(desk, agency)).words)


@click.group()
def officer() -> None:
    """List, add, edit or retire officers."""


@officer.command("list")
@click.option("--all", "all_", is_flag=True, help="The retired ones too.")
@json_option
@with_session
def officer_list(session: Session, all_: bool, json_: bool) -> None:
    """List the officers."""
    found = session.desk().officers(retired=all_)
    if json_:
        as_json([{"name": o.name, "agency": o.agency, "login": o.login, "retired": o.retired} for o in found])
        return
    table((o.name, o.agency, o.login or "", "retired" if o.retired else "") for o in found)


@officer.command("add")
@click.argument("name")
@click.argument("agency", shell_complete=completing.agencies)
@click.option("--login", help="Their operating-system user.")
@with_session
def officer_add(session: Session, name: str, agency: str, login: str | None) -> None:
    """Add an officer of an AGENCY."""
    desk = session.desk(create=True)
    say(desk.add_officer(agency_named(desk, agency).id, name, login).words)


@officer.command("edit")
@click.argument("officer", shell_complete=completing.officers)
@click.option("--name", default="")
@click.option("--login", help="Their operating-system user.")
@with_session
def officer_edit(session: Session, officer: str, name: str, login: str | None) -> None:
    """Rename an OFFICER or match them to an operating-system user."""
    desk = session.desk()
    say(desk.edit_officer(officer_named(desk, officer), name=name, login=login).words)


@officer.command("retire")
@click.argument("officer", shell_complete=completing.officers)
@with_session
def officer_retire(session: Session, officer: str) -> None:
    """Retire an OFFICER: their history stays."""
    desk = session.desk()
    say(desk.retire_officer(officer_named(desk, officer)).words)
