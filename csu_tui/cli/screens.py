"""The screens, and the demonstration on a scratch copy of the sample."""

import sys
from typing import NoReturn

import click

from csu_tui import settings
from csu_tui.cli.person import Person
from csu_tui.cli.session import Session, say
from csu_tui.domain.errors import RuleError


def open_screens(session: Session, *, remembers: bool = True) -> None:
    """Open the screens; refused where standard input or output is not a terminal."""
    import gc

    refuse_without_terminal()
    gc.disable()  # nothing to collect until the first picture stands; the app turns it on again
    desk = session.desk(create=True, patience=0.05)
    from csu_tui.tui.app import run_screens

    file = settings.preferences_path()
    preferences = settings.preferences(file)
    person = Person(desk.path, file, preferences) if remembers else None
    status = run_screens(desk, preferences, person)
    desk.close()
    _end(status)


def _end(status: int) -> NoReturn:
    """End the program at once: all is saved and closed, and taking the interpreter apart takes longer than leaving."""
    import os
    import threading

    if any(thread is not threading.main_thread() and not thread.daemon for thread in threading.enumerate()):
        sys.exit(status)  # a write that waited too long is still let through
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def refuse_without_terminal() -> None:
    """Raise RuleError where the screens cannot be drawn."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise RuleError("The screens need a terminal: run csu-tui in one, or use a command (csu-tui --help).")


@click.command()
@click.pass_context
def demo(context: click.Context) -> None:
    """Open the screens on a scratch copy of the sample, set to its morning: Friday 1 April 2022, 09:00.

    Nothing that you do there touches anything of yours. The copy stays until you delete it.
    """
    import os
    import shutil
    import tempfile
    from pathlib import Path

    refuse_without_terminal()
    copy = Path(tempfile.mkdtemp(prefix="csu-tui-demo-")) / "sample.db"
    try:
        shutil.copyfile(settings.sample_path(), copy)
        copy.chmod(0o600)
    except OSError as error:
        raise RuleError(f"The sample could not be copied to {copy}: {error.strerror}.") from error
    os.environ.setdefault("CSU_TUI_NOW", settings.SAMPLE_MORNING)
    say(f"Demonstration on a scratch copy, its clock set to the sample's morning: {copy}")
    session: Session = context.obj
    session.db = str(copy)
    open_screens(session, remembers=False)
