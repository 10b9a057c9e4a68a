"""Action sheets: printed by `minutes --agency A`, and read back by `merge-sheet`."""

import os
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from csu_tui.cli.session import Session, as_json, json_option, say, with_session
from csu_tui.domain.errors import RuleError
from csu_tui.domain.sheet import Block
from csu_tui.domain.text import clean
from csu_tui.domain.unit import Agency

if TYPE_CHECKING:
    from csu_tui.desk.desk import Desk


def sheet_text(desk: "Desk", agency: Agency, *, private: bool, redacted: bool) -> str:
    """Return an agency's action sheet."""
    from csu_tui.files.sheets import render_sheet

    if private and redacted:
        raise click.UsageError("A sheet is either --private or --redacted.")
    return render_sheet(desk.sheet(agency.id, private=private), redacted=redacted)


@click.command("merge-sheet")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@click.option("--apply", is_flag=True, help="Enter them; without it nothing is written.")
@json_option
@with_session
@click.pass_context
def merge_sheet(context: click.Context, session: Session, files: tuple[str, ...], apply: bool, json_: bool) -> None:
    """Read returned action sheets back from FILEs, - for standard input: a saved mail, or its text.

    Without --apply it only says what it would do, one line for each action. Quoting, line ends, wraps and whatever
    stands around the blocks do not matter. Reading a sheet twice changes nothing, and an action that was changed since
    the sheet was printed is listed and left as it is. Each action is entered by itself and named once it is kept.
    """
    desk = session.desk()
    blocks: list[tuple[str, Block]] = []
    unread = False
    for name in files:
        try:
            blocks += [(name, block) for block in _blocks(name)]
        except RuleError as error:
            say(str(error))
            unread = True
    _tell(desk, blocks, apply=apply, json_=json_)
    if unread:
        context.exit(1)


def _tell(desk: "Desk", blocks: list[tuple[str, Block]], *, apply: bool, json_: bool) -> None:
    found = []
    for (name, block), merged in zip(blocks, desk.merge_sheet([b for _, b in blocks], apply=apply), strict=True):
        found.append(
            {
                "action": merged.action,
                "sign": merged.sign,
                "file": name,
                "line": block.line,
                "state": merged.state,
                "words": merged.words,
            }
        )
        if not json_:
            click.echo(clean(f"{merged.action} {merged.sign}  {merged.state}: {merged.words}"))
    if json_:
        as_json(found)
    waiting = sum(one["state"] == "would apply" for one in found)
    if waiting:
        say(f"{waiting} would be entered: add --apply.")


def _blocks(name: str) -> tuple[Block, ...]:
    """Read one file; raises RuleError where it cannot be read or holds no block."""
    from csu_tui.files.sheets import LARGEST, read_blocks, read_text

    shown = "Standard input" if name == "-" else clean(name)
    try:
        with nullcontext(sys.stdin.buffer) if name == "-" else Path(os.path.expanduser(name)).open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise RuleError(f"{shown} cannot be read: {error.strerror}.") from error
    try:
        found = read_blocks(read_text(content))
    except RuleError as error:
        raise RuleError(f"{shown}: {error}") from error
    if not found:
        raise RuleError(f"{shown} holds no action sheet: its blocks begin like == A2207 7f3c ==.")
    return found
