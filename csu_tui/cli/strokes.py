"""An officer's strokes on an action: done, not possible, not undertaken, redate, handover."""

from collections.abc import Callable
from typing import Any

import click

from csu_tui.cli import completing
from csu_tui.cli.naming import agency_named, officer_named
from csu_tui.cli.session import Session, say, with_session
from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import ActionId
from csu_tui.domain.reference import action_ref, read_reference
from csu_tui.domain.stroke import ContactMade
from csu_tui.domain.words import ActionStatus, Family, Means


def _ends(name: str, status: ActionStatus, words: str) -> click.Command:
    def run(session: Session, action: str, outcome: str) -> None:
        desk = session.desk()
        found = desk.action(ActionId(read_reference(action, "A")))
        say(desk.finish(found, status, outcome).words)

    command: Callable[..., Any] = with_session(run)
    command = click.argument("action", metavar="A2207", shell_complete=completing.actions)(
        click.argument("outcome")(command)
    )
    return click.command(name, help=words)(command)


@click.command()
@click.argument("action", metavar="A2207", shell_complete=completing.actions)
@click.argument("outcome")
@click.option("--reached/--no-answer", "reached", default=None, help="For a visit, call, letter or e-mail: was it?")
@click.option("--given", is_flag=True, help="The reporter was told: this settles the feedback too.")
@with_session
def done(session: Session, action: str, outcome: str, reached: bool | None, given: bool) -> None:
    """Finish an action as done, with one line of OUTCOME; a visit, call, letter or e-mail is logged with it."""
    desk = session.desk()
    found = desk.action(ActionId(read_reference(action, "A")))
    means = Means(found.kind) if found.family is Family.CONTACT else None
    made = None
    if means is not None:
        if reached is None and not given:
            raise RuleError(f"{action_ref(found.id)} is a {means}: add --reached or --no-answer.")
        made = ContactMade(means, reached=reached is not False, note=outcome, settles=given)
    elif reached is not None or given:
        raise RuleError(f"{action_ref(found.id)} is no contact: log one with csu-tui contact.")
    say(desk.finish(found, ActionStatus.DONE, outcome, made).words)


not_possible = _ends("not-possible", ActionStatus.NOT_POSSIBLE, "Finish an action that circumstances made impossible.")
not_undertaken = _ends("not-undertaken", ActionStatus.NOT_UNDERTAKEN, "Finish an action that the agency did not do.")


@click.command()
@click.argument("action", metavar="A2207", shell_complete=completing.actions)
@click.argument("date")
@click.argument("why")
@with_session
def redate(session: Session, action: str, date: str, why: str) -> None:
    """Carry an action over to DATE, written as people write it: fri, +3, 14/3, 14 Mar."""
    from csu_tui.domain.dates import read_due

    desk = session.desk()
    found = desk.action(ActionId(read_reference(action, "A")))
    due = read_due(date, desk.today())
    said = desk.redate(found, due.day, why)
    say(said.words + (f" ({due.note})" if due.note else ""))


@click.command()
@click.argument("action", metavar="A2207", shell_complete=completing.actions)
@click.argument("agency", shell_complete=completing.agencies)
@click.argument("why")
@click.option("--officer", metavar="O", shell_complete=completing.officers, help="An officer of that agency.")
@click.option("--feedback-too", is_flag=True, help="The reporter's feedback goes with it.")
@with_session
def handover(session: Session, action: str, agency: str, why: str, officer: str | None, feedback_too: bool) -> None:
    """Hand an action to another AGENCY, and say WHY."""
    desk = session.desk()
    found = desk.action(ActionId(read_reference(action, "A")))
    to = agency_named(desk, agency)
    whom = officer_named(desk, officer, to).id if officer else None
    say(desk.hand_over(found, to.id, whom, why, feedback_too=feedback_too).words)
