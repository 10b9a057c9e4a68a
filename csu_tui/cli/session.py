"""One command's session: which database, which clock, whose hands; the desk is opened when it is needed."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from csu_tui import settings

if TYPE_CHECKING:
    from csu_tui.desk.desk import Desk

DATABASE = "csu-tui database"
"""Where a command's own `--db` is kept while its line is being completed, when there is no session."""


class Session:
    """What the command line said about the database, and the desk over it."""

    def __init__(self, db: str | None, read_only: bool) -> None:
        self.db = db
        self.read_only = read_only

    def path(self) -> Path:
        """Return the database's path."""
        return settings.database_path(self.db)

    def desk(self, *, create: bool = False, patience: float = 10.0) -> "Desk":
        """Open the desk; it is closed when the command ends."""
        from csu_tui.desk.clock import Clock
        from csu_tui.desk.desk import Desk

        path = self.path()
        found = Desk.open(
            path,
            create=create,
            clock=Clock(settings.set_clock()),
            login=settings.login(),
            read_only=self.read_only,
            patience=patience,
            minutes_folder=path.parent / "minutes",
            say=say,
        )
        if self.db is not None:
            from shlex import quote

            found.command = f"csu-tui --db {quote(str(path))}"
        context = click.get_current_context(silent=True)
        if context is not None:
            context.call_on_close(found.close)
        if found.note:
            say(found.note)
        return found


def say(words: str) -> None:
    """Tell a person something: on standard error, apart from data."""
    from csu_tui.domain.text import clean

    click.echo(clean(words), err=True)


def with_session(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command its session, and `--db` after its own name as well as before it."""

    def keep(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
        if value is not None:
            context.meta[DATABASE] = value
            context.ensure_object(Session).db = value

    option = click.option("--db", metavar="PATH", expose_value=False, callback=keep, help="The database to use.")
    return option(click.pass_obj(command))


def as_json(data: object) -> None:
    """Print a record or a list as JSON: control characters escaped, everything else as it is."""
    import sys

    sys.stdout.write(json_text(data))


def json_text(data: object) -> str:
    """Write a record or a list as harmless JSON with one newline at its end."""
    import json

    return harmless(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def harmless(text: str) -> str:
    """Escape in JSON what a terminal would obey: C1 controls, bidirectional overrides, DEL; the values stay."""
    import unicodedata

    if text.isascii() and "\x7f" not in text:
        return text
    return "".join(
        sign if sign == "\n" or unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} else _escaped(sign)
        for sign in text
    )


def _escaped(sign: str) -> str:
    code = ord(sign)
    if code > 0xFFFF:  # noqa: PLR2004  JSON writes what lies beyond as two halves
        code -= 0x10000
        return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
    return f"\\u{code:04x}"


json_option = click.option("--json", "json_", is_flag=True, help="Print JSON.")
private_option = click.option("--private", is_flag=True, help="Print personal details too; this is recorded.")
