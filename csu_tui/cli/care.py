"""Care of the database: where, check, backup."""

import os
from pathlib import Path

import click

from csu_tui import settings
from csu_tui.cli.printing import lines, table
from csu_tui.cli.session import Session, as_json, json_option, say, with_session
from csu_tui.domain.errors import RuleError


@click.command()
@json_option
@with_session
def where(session: Session, json_: bool) -> None:
    """Say where the database, the minutes, the log and your preferences are, and what is wrong in those."""
    path = session.path()
    minutes = path.parent / "minutes"
    if path.exists():
        minutes = session.desk().minutes_folder() or minutes
    found = {
        "database": str(path),
        "minutes": str(minutes),
        "log": str(settings.log_folder()),
        "preferences": str(settings.preferences_path()),
    }
    if json_:
        as_json(found | {"exists": path.exists()})
        return
    table(found.items())
    for complaint in _complaints():
        say(complaint)
    if not path.exists():
        say("The database does not exist yet: the screens or an import start it.")


def _complaints() -> tuple[str, ...]:
    preferences = settings.preferences(settings.preferences_path())
    if not preferences.keys:
        return preferences.complaints
    from csu_tui.tui.app import CsuApp
    from csu_tui.tui.remap import remap

    return (*preferences.complaints, *remap(preferences.keys, CsuApp).complaints)


@click.command()
@json_option
@click.option("--repair", is_flag=True, help="First make anew what search and repeats are found by; this is recorded.")
@with_session
@click.pass_context
def check(context: click.Context, session: Session, json_: bool, repair: bool) -> None:
    """Check the database's pages, its references, the chain of its record and what search finds."""
    desk = session.desk()
    if repair:
        say(desk.repair().words)
    health = desk.check()
    if json_:
        as_json({"reports": health.reports, "changes": health.changes, "problems": list(health.problems)})
    elif not health.problems:
        lines(f"Sound: {health.reports} reports, {health.changes} changes in an unbroken record.")
    if health.problems:
        for problem in health.problems:
            say(problem)
        context.exit(1)


@click.command()
@click.argument("file", metavar="FILE", type=click.Path())
@with_session
def backup(session: Session, file: str) -> None:
    """Copy the database to FILE, which must not exist; a running meeting may go on."""
    target = Path(os.path.expanduser(file))
    if target.is_dir():
        raise RuleError(f"{target} is a folder: name a file in it.")
    say(f"Copied to {session.desk().backup(target)}.")
