"""The commands by name, each imported only when it is called."""

import importlib
import os
import sys

import click

from csu_tui import __version__
from csu_tui.cli.session import Session
from csu_tui.domain.errors import RuleError

COMMANDS = {
    "demo": ("screens", "Open the screens on a scratch copy of the sample."),
    "import": ("intake", "Take reports in from files that partners send."),
    "imports": ("imports", "The files taken in, newest first."),
    "agenda": ("agenda", "The open meeting's agenda, or what the next would hold."),
    "meetings": ("meetings", "The meetings held."),
    "actions": ("actions", "A list of actions."),
    "done": ("strokes", "Finish an action as done."),
    "not-possible": ("strokes", "Finish an action: circumstances changed."),
    "not-undertaken": ("strokes", "Finish an action: the agency did not do it."),
    "redate": ("strokes", "Give an action a new date."),
    "handover": ("strokes", "Hand an action to another agency or officer."),
    "contact": ("ledger", "Record a visit, call, letter or e-mail to a reporter."),
    "set-feedback": ("ledger", "Move a report's feedback to another state."),
    "feedback": ("ledger", "Who has been told, and who is owed an answer."),
    "link": ("incident", "Link a report to another of the same incident."),
    "unlink": ("incident", "Take such a link away."),
    "minutes": ("minutes", "A meeting's minutes, full or redacted; an agency's action sheet."),
    "merge-sheet": ("sheets", "Read returned action sheets back."),
    "amend": ("amend", "Correct the minutes of a closed meeting."),
    "hotspots": ("hotspots", "Places with many reports in a few weeks, and their trend."),
    "case-review": ("case_review", "List, raise, decide or close ASB Case Reviews."),
    "show": ("show", "One report with its record."),
    "group": ("group", "Task and Finish Groups: list, start, note, close."),
    "search": ("search", "Find reports by words, references, dates."),
    "figures": ("figures", "The figures of a year, a month or any two dates, and the records behind each."),
    "agency": ("setup", "List, add, edit or retire agencies."),
    "officer": ("setup", "List, add, edit or retire officers."),
    "where": ("care", "Where everything lives."),
    "check": ("care", "Check that the database and its record are sound."),
    "backup": ("care", "Copy the database to a file."),
}


class Commands(click.Group):
    """A group whose commands are imported when called; listing them imports nothing."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Return the names in the order of a day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import one command."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"csu_tui.cli.{COMMANDS[cmd_name][0]}")
        found = getattr(module, "import_" if cmd_name == "import" else cmd_name.replace("-", "_"))
        assert isinstance(found, click.Command)
        found.short_help = COMMANDS[cmd_name][1]  # a shell's list of completions cuts any other
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands with their one line, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="csu-tui")
@click.option("--db", metavar="PATH", help="The database, instead of CSU_TUI_DB or the one in your data folder.")
@click.option("--read-only", is_flag=True, help="Write nothing: for a second screen.")
@click.pass_context
def csu_tui(context: click.Context, db: str | None, read_only: bool) -> None:
    """Run the daily tasking meeting of a Community Safety Unit. Without a command the screens open."""
    context.obj = Session(db, read_only)
    if context.invoked_subcommand is None:
        from csu_tui.cli.screens import open_screens

        open_screens(context.obj)


def run(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit status: 0 done, 1 could not, 2 wrong use."""
    try:
        return int(csu_tui.main(arguments, standalone_mode=False) or 0)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return 1
    except RuleError as error:
        from csu_tui.domain.text import clean

        click.echo(clean(str(error)), err=True)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
